import { check, checkAbove, checkList, checkOneEach, checkWhole } from '../../math/check.ts';
import type { GuessSlip } from '../models/overStates.ts';

/** One row per learner, one answer per item: right, wrong, or missing. */
export type AnswerRows = readonly (readonly (0 | 1 | null)[])[];

/** Options of fits of models over states of knowledge. */
export interface StateFitOptions {
  /** Guess and slip of every item at the start, above 0, at most 0.5; 0.1 when absent. */
  readonly start?: number;
  /** It stops when an iteration gains less log-likelihood than this, above 0; 1e-8 when absent. */
  readonly tolerance?: number;
  /** Most iterations, 1 or more; 10,000 when absent. */
  readonly maxIterations?: number;
}

/** How well a model over states of knowledge fits. */
export interface StateFit {
  /** A share for each state. */
  readonly prior: readonly number[];
  readonly logLikelihood: number;
  readonly learners: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** 'degenerate': guess and slip of an item together are 1 or more. 'boundary': one of them is 0 or 1. 'fewLearners': fewer than 30. */
  readonly warnings: readonly ('degenerate' | 'boundary' | 'fewLearners' | 'notConverged')[];
}

/**
 * Expectation maximisation for models in which each state of knowledge says what a right answer is, and guesses and slips do the rest: BLIM, DINA, DINO.
 *
 * `ideal[j]` says for each state whether item j can be done. M-step: guess_j = expected right answers of those who cannot over expected answers of those;
 * slip_j likewise; share of a state = expected learners in it.
 */
export function fitIdealResponses(
  where: string,
  rows: AnswerRows,
  ideal: readonly Uint8Array[],
  { start = 0.1, tolerance = 1e-8, maxIterations = 10_000 }: StateFitOptions,
): StateFit & { readonly noise: readonly GuessSlip[] } {
  check(start > 0 && start <= 0.5, where, 'start', start, 'a number above 0 and at most 0.5');
  checkAbove(where, 'tolerance', tolerance, 0);
  checkWhole(where, 'maxIterations', maxIterations, 1);
  const patterns = patternsOf(where, rows, ideal.length);
  const states = ideal[0]!.length;
  let prior = new Float64Array(states).fill(1 / states);
  let noise = ideal.map((): GuessSlip => ({ guess: start, slip: start }));
  let logLikelihood = -Infinity;
  let iterations = 0;
  let converged = false;
  for (; iterations <= maxIterations && !converged; iterations++) {
    const step = countAnswers(patterns, ideal, prior, noise);
    converged = step.logLikelihood - logLikelihood < tolerance;
    logLikelihood = step.logLikelihood;
    if (converged || iterations === maxIterations) break;
    prior = step.inState.map((count) => count / rows.length);
    noise = noise.map(({ guess, slip }, j) => ({
      guess: step.cannot[j]! > 0 ? step.guessed[j]! / step.cannot[j]! : guess,
      slip: step.can[j]! > 0 ? step.slipped[j]! / step.can[j]! : slip,
    }));
  }
  const ends = noise.flatMap(({ guess, slip }) => [guess, slip]);
  return {
    noise,
    prior: [...prior],
    logLikelihood,
    learners: rows.length,
    iterations,
    converged,
    warnings: [
      ...(noise.some(({ guess, slip }) => guess + slip >= 1) ? (['degenerate'] as const) : []),
      ...(ends.some((p) => p < 1e-4 || p > 1 - 1e-4) ? (['boundary'] as const) : []),
      ...(rows.length < 30 ? (['fewLearners'] as const) : []),
      ...(converged ? [] : (['notConverged'] as const)),
    ],
  };
}

interface Pattern {
  readonly answers: readonly (0 | 1 | null)[];
  count: number;
}

function patternsOf(where: string, rows: AnswerRows, width: number): readonly Pattern[] {
  checkList(where, 'rows', rows);
  if (rows.length === 0) throw new RangeError(`${where}: there is no learner to fit to`);
  const patterns = new Map<string, Pattern>();
  for (const [i, answers] of rows.entries()) {
    checkList(where, `rows[${i}]`, answers);
    checkOneEach(where, `answers in rows[${i}]`, answers.length, 'items', width);
    for (const [j, answer] of answers.entries()) {
      if (answer !== 0 && answer !== 1 && answer !== null)
        check(false, where, `rows[${i}][${j}]`, answer, '0, 1 or null');
    }
    const key = answers.join(); // null becomes ''
    const known = patterns.get(key);
    if (known) known.count++;
    else patterns.set(key, { answers, count: 1 });
  }
  return [...patterns.values()];
}

/** The E-step. */
function countAnswers(
  patterns: readonly Pattern[],
  ideal: readonly Uint8Array[],
  prior: Float64Array,
  noise: readonly GuessSlip[],
) {
  const states = prior.length;
  const [inState, posterior] = [new Float64Array(states), new Float64Array(states)];
  const sums = () => new Float64Array(ideal.length);
  const [can, slipped, cannot, guessed] = [sums(), sums(), sums(), sums()];
  let logLikelihood = 0;
  for (const { answers, count } of patterns) {
    posterior.set(prior);
    let logScale = 0;
    for (const [j, answer] of answers.entries()) {
      if (answer === null) continue;
      const { guess, slip } = noise[j]!;
      const ifCan = answer === 1 ? 1 - slip : slip;
      const ifCannot = answer === 1 ? guess : 1 - guess;
      const able = ideal[j]!;
      for (let s = 0; s < states; s++) posterior[s]! *= able[s] ? ifCan : ifCannot;
      if (j % 32 === 31) logScale += rescale(posterior); // products of many answers would become 0
    }
    logLikelihood += count * (logScale + rescale(posterior));
    for (let s = 0; s < states; s++) inState[s]! += count * posterior[s]!;
    for (const [j, answer] of answers.entries()) {
      if (answer === null) continue;
      const able = ideal[j]!;
      let mass = 0;
      for (let s = 0; s < states; s++) if (able[s]) mass += posterior[s]!;
      can[j]! += count * mass;
      cannot[j]! += count * (1 - mass);
      if (answer === 1) guessed[j]! += count * (1 - mass);
      else slipped[j]! += count * mass;
    }
  }
  return { inState, can, slipped, cannot, guessed, logLikelihood };
}

/** Makes the sum 1; returns the logarithm of what it was. Where nothing is possible all are alike. */
function rescale(shares: Float64Array): number {
  let total = 0;
  for (let s = 0; s < shares.length; s++) total += shares[s]!;
  for (let s = 0; s < shares.length; s++) shares[s] = total > 0 ? shares[s]! / total : 1 / shares.length;
  return Math.log(total);
}
