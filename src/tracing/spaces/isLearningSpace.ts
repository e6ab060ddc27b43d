import { checkStates } from '../models/blim.ts';
import { fringes, keyOf } from './fringes.ts';

/**
 * Whether states of knowledge form a learning space: everything can be learnt one competency at a time, and learning one never bars another.
 *
 * The empty set and the whole domain are states, every other state has an inner fringe, and with K + {p} and K + {q} also K + {p, q} is a state;
 * which together make it closed under union (Cosyn & Uzun 2009, Journal of Mathematical Psychology 53, 40-42).
 *
 * @param states every state
 * @returns whether they do
 * @throws RangeError for no state or more than 100,000
 * @remarks O(states^2 x competencies): for hand-made structures of some thousand states; those of `knowledgeStates` always are one.
 * @example
 * import { isLearningSpace } from 'tutelage/tracing/analysis';
 *
 * isLearningSpace([[], ['a'], ['a', 'b']]); // => true
 * isLearningSpace([[], ['a', 'b']]); // => false
 */
export function isLearningSpace(states: readonly (readonly string[])[]): boolean {
  checkStates('isLearningSpace', states);
  const keys = new Set(states.map(keyOf));
  const domain = [...new Set(states.flat())];
  if (!keys.has(keyOf([])) || !keys.has(keyOf(domain))) return false;
  return states.every((state) => {
    const { inner, outer } = fringes(states, state);
    if (state.length > 0 && inner.length === 0) return false;
    return outer.every((p, k) => outer.slice(k + 1).every((q) => keys.has(keyOf([...state, p, q]))));
  });
}
