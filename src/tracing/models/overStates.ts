import { check, checkShare } from '../../math/check.ts';
import type { Question, TracingModel } from '../tracingModel.ts';

/** How likely guessing and slipping are at one item, in [0, 1], together below 1. */
export interface GuessSlip {
  /** P(right) of who cannot do it. */
  readonly guess: number;
  /** P(wrong) of who can. */
  readonly slip: number;
}

/** State of models with a probability for each of finitely many states of knowledge. */
export interface PosteriorState<Name extends string> {
  readonly version: 1;
  readonly model: Name;
  /** One probability for each state of knowledge, in the model's order. */
  readonly posterior: readonly number[];
}

/** What a model over states has to say. */
interface States<Name extends string> {
  readonly name: Name;
  readonly options: Readonly<Record<string, unknown>>;
  readonly prior: readonly number[];
  /** Not where an answer may rule states out: after one that cannot happen the order counts. */
  readonly isCommutative: boolean;
  /** P(right) in each state for the question; throws when it cannot tell. */
  readonly chances: (question: Question | undefined) => Float64Array;
  /** Which states hold the competency; throws when there is no such competency. */
  readonly holding: (competencyId: string | undefined) => Uint8Array;
}

/** Bayes' rule over states of knowledge, as a model: what it says of an answer is P(right) in each state. */
export function overStates<Name extends string>({
  name,
  options,
  prior,
  isCommutative,
  chances,
  holding,
}: States<Name>): TracingModel<PosteriorState<Name>> {
  const expected = (posterior: readonly number[], of: ArrayLike<number>): number => {
    let sum = 0;
    for (let k = 0; k < posterior.length; k++) sum += posterior[k]! * of[k]!;
    return Math.min(1, sum);
  };
  return {
    name,
    options,
    commutative: isCommutative,
    scope: 'learner',
    init: () => ({ version: 1, model: name, posterior: prior }),
    predict: ({ posterior }, question) => expected(posterior, chances(question)),
    update(state, score, weight = 1, question) {
      const right = chances(question);
      if (score === null) return state;
      const { posterior } = state;
      const likelihood = (p: number) =>
        (p > 0 || score === 0 ? p ** (weight * score) : 0) * (1 - p) ** (weight * (1 - score));
      const next = posterior.map((share, k) => share * likelihood(right[k]!));
      const total = next.reduce((sum, share) => sum + share, 0);
      if (!(total > 0)) return state; // the model says this cannot happen, so it cannot learn from it
      return { version: 1, model: name, posterior: next.map((share) => share / total) };
    },
    estimate({ posterior }, competencyId) {
      const value = expected(posterior, holding(competencyId));
      return { value, sd: Math.sqrt(value * (1 - value)) };
    },
  };
}

/** Whether every answer can happen in every state. */
export const isNoisy = (items: readonly GuessSlip[]): boolean =>
  items.every(({ guess, slip }) => guess > 0 && slip > 0);

/** P(right) in each state, where `ideal` says who can do it. */
export function chancesOf(ideal: Uint8Array, { guess, slip }: GuessSlip): Float64Array {
  return Float64Array.from(ideal, (can) => (can ? 1 - slip : guess));
}

/** Throws unless guess and slip are probabilities, together below 1. */
export function checkGuessSlip(where: string, id: string, { guess, slip }: GuessSlip): void {
  checkShare(where, `guess of "${id}"`, guess);
  checkShare(where, `slip of "${id}"`, slip);
  if (guess + slip < 1) return;
  throw new RangeError(`${where}: guess + slip of "${id}" must be below 1, got ${guess} + ${slip}`);
}

/** A prior over `count` states, made to add up to 1; all alike when absent. */
export function priorOver(where: string, count: number, given: readonly number[] | undefined): number[] {
  if (!given) return new Array<number>(count).fill(1 / count);
  const total = given.reduce((sum, share) => sum + (share >= 0 ? share : Number.NaN), 0);
  const fine = given.length === count && total > 0 && total < Infinity;
  check(fine, where, 'prior', `[${given}]`, `${count} numbers of at least 0, not all 0`);
  return given.map((share) => share / total);
}
