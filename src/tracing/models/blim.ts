import { checkOnce } from '../../math/check.ts';
import type { TracingModel } from '../tracingModel.ts';
import {
  chancesOf,
  checkGuessSlip,
  type GuessSlip,
  isNoisy,
  overStates,
  type PosteriorState,
  priorOver,
} from './overStates.ts';

/** Options of {@link blim}. */
export interface BlimOptions {
  /** Sets of competencies that can be held together, at most 100,000; `knowledgeStates` makes them from prerequisites. */
  readonly states: readonly (readonly string[])[];
  /** Guess and slip at questions about each competency. */
  readonly items: Readonly<Record<string, GuessSlip>>;
  /** A weight for each state, at least 0; all alike when absent. */
  readonly prior?: readonly number[];
}

/** Most states of knowledge. */
export const MOST_STATES = 100_000;

/**
 * The basic local independence model of knowledge spaces: a learner is in one of the states that prerequisites allow, and answers as the
 * state says but for guesses and slips.
 *
 * P(right at q | state) = 1 - slip_q when q is in the state, guess_q when not (Doignon & Falmagne 1999, Knowledge Spaces, chapter 7). The
 * question names one competency; the model's state is the posterior over states of knowledge.
 *
 * @param options states, guess and slip, prior
 * @returns a model with scope 'learner'; the order of answers makes no difference while no guess and no slip is 0
 * @throws RangeError for no state, more than 100,000, a competency without guess and slip, or guess + slip of 1 or more; its functions throw for a
 * question that does not name exactly one competency of the states
 * @remarks An answer about an easy competency says something of the harder ones: that is what makes assessments short. It knows no learning:
 * for a test at one time. O(states) per answer.
 * @example
 * import { blim } from 'tutelage/tracing';
 * import { knowledgeStates } from 'tutelage/tracing/analysis';
 *
 * const states = knowledgeStates(['add', 'carry'], [['add', 'carry']]);
 * const noise = { guess: 0.1, slip: 0.1 };
 * const model = blim({ states, items: { add: noise, carry: noise } });
 * const after = model.update(model.init(), 1, 1, { competencyIds: ['carry'] });
 * model.estimate(after, 'add').value; // => 0.909
 */
export function blim(options: BlimOptions): TracingModel<PosteriorState<'blim'>> {
  const { states, items, prior } = options;
  checkStates('blim', states);
  const chances = new Map<string, Float64Array>();
  const holders = new Map<string, Uint8Array>();
  const noise = new Map(Object.entries(items));
  for (const id of new Set(states.flat())) {
    const own = noise.get(id);
    if (!own) throw new RangeError(`blim: competency "${id}" has no guess and slip; add it to options.items`);
    checkGuessSlip('blim', id, own);
    const ideal = Uint8Array.from(states, (state) => (state.includes(id) ? 1 : 0));
    holders.set(id, ideal);
    chances.set(id, chancesOf(ideal, own));
  }
  const shares = priorOver('blim', states.length, prior);
  const found = <T>(in_: ReadonlyMap<string, T>, ids: readonly (string | undefined)[]): T => {
    const value = ids.length === 1 ? in_.get(ids[0] ?? '') : undefined;
    if (value) return value;
    throw new RangeError(`blim: the question must name one competency of the states, got ${JSON.stringify(ids)}`);
  };
  return overStates({
    name: 'blim',
    options: { states, items, prior: shares },
    prior: shares,
    isCommutative: isNoisy(Object.values(items)),
    chances: (question) => found(chances, question?.competencyIds ?? []),
    holding: (competencyId) => found(holders, [competencyId]),
  });
}

/** Throws for no state, too many, or one with a competency twice. */
export function checkStates(where: string, states: readonly (readonly string[])[]): void {
  if (states.length === 0) throw new RangeError(`${where}: no state of knowledge`);
  if (states.length > MOST_STATES) {
    throw new RangeError(`${where}: at most ${MOST_STATES} states of knowledge, got ${states.length}`);
  }
  for (const state of states) checkOnce(where, 'in one state, competency', state);
}
