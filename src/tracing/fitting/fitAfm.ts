import { checkAbove } from '../../math/check.ts';
import { sparseLogistic } from '../../math/sparseLogistic.ts';
import type { AfmCompetency } from '../models/afm.ts';
import type { TracedAnswer } from '../tracedAnswer.ts';
import { countedRows, type LogisticFitOptions, without } from './countedRows.ts';
import type { LogisticFit } from './fitPfa.ts';

/** Options of {@link fitAfm}. */
export interface FitAfmOptions extends LogisticFitOptions {
  /** Whether every learner has an ability; true when absent, as in the model. */
  readonly ownAbility?: boolean;
}

/** The outcome of {@link fitAfm}: options for `afm`. */
export interface AfmFit extends LogisticFit {
  readonly competencies: Readonly<Record<string, AfmCompetency>>;
  /** The ability of each learner, in the order given; all 0 without `ownAbility`. */
  readonly thetas: readonly number[];
}

/**
 * Fits the additive factors model to answers: logistic regression with a ridge, and no competency in which practice would harm.
 *
 * Cen, Koedinger & Junker (2006) ask for learning rates of at least 0; those that come out below are set to 0 and the rest is fitted again, until none is.
 *
 * @param learners one list of answers per learner, in time order, each with its competencies; missing answers are left out
 * @param options ridge, and whether learners have abilities
 * @returns parameters of every competency met, and abilities
 * @throws TypeError for an answer without competencies, RangeError for scores outside [0, 1], no answer, or an l2 of 0 or less
 * @remarks Who practises more is often who answered wrong: without abilities learning rates come out too low.
 * @example
 * import { fitAfm } from 'tutelage/tracing/analysis';
 *
 * const answers = (...scores: number[]) => scores.map((score) => ({ score, competencyIds: ['add'] }));
 * const fit = fitAfm([answers(0, 0, 1, 1), answers(0, 1, 1, 1), answers(0, 0, 0, 1)], { l2: 0.1 });
 * fit.competencies['add']!.learn; // => 2.3176
 * fit.thetas; // => [-0.823, 1.105, -2.74]
 */
export function fitAfm(learners: readonly (readonly TracedAnswer[])[], options: FitAfmOptions = {}): AfmFit {
  const { l2 = 1, ownAbility = true } = options;
  checkAbove('fitAfm', 'l2', l2, 0);
  const { rows, outcomes, competencyIds } = countedRows('fitAfm', learners, (s, f) => [s + f], ownAbility);
  const dropped = new Set<number>();
  for (;;) {
    const { coefficients, ...fit } = sparseLogistic(without(rows, dropped), outcomes, l2);
    const harmful = competencyIds.map((_, k) => 2 * k + 1).filter((column) => coefficients[column]! < 0);
    for (const column of harmful) dropped.add(column);
    if (harmful.length > 0) continue;
    const competencies = competencyIds.map((id, k): [string, AfmCompetency] => [
      id,
      { easiness: coefficients[2 * k]!, learn: coefficients[2 * k + 1]! },
    ]);
    const own = 2 * competencyIds.length;
    return {
      competencies: Object.fromEntries(competencies),
      thetas: learners.map((_, k) => (ownAbility ? coefficients[own + k]! : 0)),
      answers: outcomes.length,
      ...fit,
    };
  }
}
