import { checkStates } from '../models/blim.ts';

/** What {@link fringes} finds. */
export interface Fringes {
  /** What was learnt last: without any one of these there is still a state. */
  readonly inner: readonly string[];
  /** What can be learnt next: with any one of these there is a state. */
  readonly outer: readonly string[];
}

/**
 * What a learner can have learnt last and is ready to learn next.
 *
 * Inner fringe: q in K with K \ {q} a state; outer fringe: q not in K with K + {q} a state (Falmagne & Doignon 2011, Learning Spaces,
 * definition 4.1.6).
 *
 * @param states every state of knowledge
 * @param state one set of competencies
 * @returns both, in the order in which competencies first occur in `states`
 * @throws RangeError for no state, or a set that is none of the states
 * @remarks O(states x competencies). In a learning space a state is known by its two fringes.
 * @example
 * import { fringes, knowledgeStates } from 'tutelage/tracing/analysis';
 *
 * const states = knowledgeStates(['add', 'carry', 'angles'], [['add', 'carry']]);
 * fringes(states, ['add']); // => { inner: ['add'], outer: ['carry', 'angles'] }
 */
export function fringes(states: readonly (readonly string[])[], state: readonly string[]): Fringes {
  checkStates('fringes', states);
  const domain = [...new Set(states.flat())];
  const keys = new Set(states.map((one) => keyOf(one)));
  if (!keys.has(keyOf(state))) throw new RangeError(`fringes: ${JSON.stringify(state)} is none of the states`);
  const own = new Set(state);
  return {
    inner: domain.filter((id) => own.has(id) && keys.has(keyOf(state.filter((other) => other !== id)))),
    outer: domain.filter((id) => !own.has(id) && keys.has(keyOf([...state, id]))),
  };
}

/** The same for the same set, whatever its order. */
export const keyOf = (state: readonly string[]): string => JSON.stringify([...state].sort());
