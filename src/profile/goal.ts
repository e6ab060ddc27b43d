import type { Stated } from './provenance.ts';

/** Something a learner wants to reach. */
export interface Goal extends Stated {
  readonly id: string;
  readonly competencyIds: readonly string[];
  /** Mastery to reach, in (0, 1]. */
  readonly target: number;
  /** Epoch ms. */
  readonly due?: number;
  /** In the learner's words. */
  readonly why?: string;
  readonly owner: 'learner' | 'teacher' | 'parent';
  readonly status: 'open' | 'reached' | 'dropped';
}
