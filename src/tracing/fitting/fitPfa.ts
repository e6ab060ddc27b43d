import { check, checkAbove } from '../../math/check.ts';
import { sparseLogistic } from '../../math/sparseLogistic.ts';
import type { PfaCompetency, PfaOptions } from '../models/pfa.ts';
import type { TracedAnswer } from '../tracedAnswer.ts';
import { countedRows, type LogisticFitOptions } from './countedRows.ts';

/** Options of {@link fitPfa}. */
export interface FitPfaOptions extends LogisticFitOptions {
  /** 'raw' counts or 'log'; raw when absent. */
  readonly counts?: 'raw' | 'log';
}

/** How well parameters of a logistic model fit. */
export interface LogisticFit {
  /** Without the ridge. */
  readonly logLikelihood: number;
  readonly answers: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** The outcome of {@link fitPfa}: options for `pfa`. */
export interface PfaFit extends Required<PfaOptions>, LogisticFit {}

/**
 * Fits performance factors analysis to answers: logistic regression with a ridge.
 *
 * @param learners one list of answers per learner, in time order, each with its competencies; missing answers are left out
 * @param options ridge and kind of counts
 * @returns parameters of every competency met
 * @throws TypeError for an answer without competencies, RangeError for scores outside [0, 1], no answer, or an l2 of 0 or less
 * @remarks The ridge draws parameters of rare competencies to 0 and keeps them finite when all answers are right. Partly right answers count as
 * shares of right and wrong ones.
 * @example
 * import { pfa } from 'tutelage/tracing';
 * import { fitPfa } from 'tutelage/tracing/analysis';
 *
 * const answers = (...scores: number[]) => scores.map((score) => ({ score, competencyIds: ['add'] }));
 * const fit = fitPfa([answers(0, 1, 1), answers(0, 0, 1), answers(1, 1, 1)], { l2: 0.1 });
 * fit.competencies['add']!.right; // => 2.285
 * pfa(fit).name; // => 'pfa'
 */
export function fitPfa(learners: readonly (readonly TracedAnswer[])[], options: FitPfaOptions = {}): PfaFit {
  const { l2 = 1, counts = 'raw' } = options;
  checkAbove('fitPfa', 'l2', l2, 0);
  check(counts === 'raw' || counts === 'log', 'fitPfa', 'counts', counts, "'raw' or 'log'");
  const features =
    counts === 'raw' ? (s: number, f: number) => [s, f] : (s: number, f: number) => [Math.log1p(s), Math.log1p(f)];
  const { rows, outcomes, competencyIds } = countedRows('fitPfa', learners, features, false);
  const { coefficients, ...fit } = sparseLogistic(rows, outcomes, l2);
  const competencies = competencyIds.map((id, k): [string, PfaCompetency] => [
    id,
    { easiness: coefficients[3 * k]!, right: coefficients[3 * k + 1]!, wrong: coefficients[3 * k + 2]! },
  ]);
  return { competencies: Object.fromEntries(competencies), counts, answers: outcomes.length, ...fit };
}
