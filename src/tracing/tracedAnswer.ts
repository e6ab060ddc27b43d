import type { Question } from './tracingModel.ts';

/** An answer and what was asked: `score` 1 is right, 0 wrong, between partly right, null missing. */
export interface TracedAnswer extends Question {
  readonly score: number | null;
}
