import type { Modality } from '../content/activity.ts';
import type { Stated } from './provenance.ts';

/** A wish with its weight, in [0, 1]. Wishes are soft: they never beat prerequisites, access needs or readiness. */
export interface Wish<Value extends string | number> {
  readonly value: Value;
  readonly weight: number;
}

/**
 * How a learner likes to work.
 *
 * There is no learning style here: a claim that matching instruction to styles helps needs a crossover of style and
 * method, for which no adequate evidence was found (Pashler, McDaniel, Rohrer & Bjork 2008, Psychological Science in the
 * Public Interest 9, 105-119).
 */
export interface Preferences extends Stated {
  readonly modality?: readonly Wish<Modality>[];
  readonly grouping?: readonly Wish<'alone' | 'pair' | 'group' | 'class'>[];
  readonly timeOfDay?: readonly Wish<'morning' | 'afternoon' | 'evening'>[];
  /** Minutes in one go, above 0. */
  readonly sessionMinutes?: Wish<number>;
  /** Wanted share of right answers, in (0, 1]: lower is more challenge. */
  readonly challenge?: Wish<number>;
}
