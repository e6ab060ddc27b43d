import type { AbilityMethod } from './abilityMethod.ts';
import { checkBounds } from './checkBounds.ts';
import { type Addition, checkInformation, type InformationKind, maximiseWithin } from './maximiseAbility.ts';

/** Options of {@link ml}. */
export interface MlOptions {
  /** Lowest and highest ability considered; [-6, 6] when absent. */
  readonly bounds?: readonly [lower: number, upper: number];
  /** What the standard error rests on; `expected` when absent. They differ for three- and four-parameter and graded items. */
  readonly information?: InformationKind;
}

/**
 * Maximum likelihood ability: the theta under which the answers are likeliest, with standard error 1 / sqrt(information).
 *
 * The highest of all local maxima within the bounds, of which three- and four-parameter items may have several. When the likelihood
 * is highest at a bound (all answers right or all wrong, but also three-parameter answers that look guessed), theta is that bound, the
 * error null and the status `unbounded`. Do not use it for a handful of answers.
 *
 * Lord, F. M. (1980). Applications of item response theory to practical testing problems, ch. 4.
 *
 * @param options bounds in logits, kind of information
 * @returns the method, to be passed as `by`
 * @throws RangeError for bounds in the wrong order or beyond 1000 logits
 * @remarks O(answers x looks), a few dozen looks for usual tests. Without answers theta is the middle of the bounds, status `empty`.
 * @example
 * import { estimateAbility, ml } from 'tutelage/irt';
 *
 * const items = [-1, 0, 1].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * const { theta, se } = estimateAbility(items, [1, 1, 0], { by: ml() });
 * [theta, se]; // => [0.803, 1.31]
 * estimateAbility(items, [1, 1, 1], { by: ml() }).status; // => 'unbounded'
 */
export function ml({ bounds = [-6, 6], information = 'expected' }: MlOptions = {}): AbilityMethod {
  checkBounds('ml', bounds);
  checkInformation('ml', information);
  return {
    name: 'ml',
    options: { bounds, information },
    estimate: (answered) => maximiseWithin('ml', answered, bounds, NOTHING, information),
  };
}

const NOTHING: Addition = { slope: (_, score) => score, value: () => 0, bend: 0, slack: 0 };
