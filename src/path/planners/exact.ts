import { checkWhole } from '../../math/check.ts';
import type { OrderProblem, Planner } from '../planner.ts';

const MOST_UNITS = 30;

/**
 * Orders units at the least cost, proved: dynamic programming over the sets of units that can stand at the front of an
 * order, with the unit each of them ends in (Held & Karp 1962, SIAM Journal 10, 196-210, restricted to sets closed under
 * prerequisites).
 *
 * @param options states: most pairs (set, last unit) held before it gives up, 1 or more; 200,000 when absent
 * @throws RangeError for a cap that is no whole number of 1 or more
 * @remarks Gives up on more than 30 units or more states than the cap. Without prerequisites there are about n 2^(n-1)
 * states, so 14 units fit the default; the more prerequisites, the fewer states.
 * @example
 * import { exact, planPath } from 'tutelage/path';
 *
 * const units = [{ id: 'c', difficulty: 2 }, { id: 'a', difficulty: 0 }, { id: 'b', difficulty: 1 }];
 * planPath({ units, weight: 1 }, { by: exact() }).order; // => ['a', 'b', 'c']
 */
export function exact({ states = 200_000 }: { readonly states?: number } = {}): Planner {
  checkWhole('exact', 'states', states, 1);
  return {
    name: 'exact',
    options: { states },
    plan(problem) {
      if (problem.size === 0) return { order: new Int32Array(0), cost: 0, proof: 'optimal', evaluations: 0 };
      const layers = sweep(problem, states);
      return layers && trace(problem, layers);
    },
  };
}

/** The cheapest way to each state of one layer and the last unit but one on it. Keys are set * 32 + last. */
type Layer = Map<number, { readonly cost: number; readonly previous: number }>;

function sweep({ size, cost, before }: OrderProblem, cap: number): Layer[] | null {
  if (size > MOST_UNITS) return null;
  const needs = before.map((list) => list.reduce((set, unit) => set | (1 << unit), 0));
  const start: Layer = new Map();
  for (let unit = 0; unit < size; unit++) {
    if (needs[unit] === 0) start.set((1 << unit) * 32 + unit, { cost: 0, previous: -1 });
  }
  const layers = [start];
  let held = start.size;
  for (let length = 1; length < size; length++) {
    const next: Layer = new Map();
    for (const [key, { cost: paid }] of layers[length - 1]!) {
      const last = key % 32;
      const set = (key - last) / 32;
      for (let unit = 0; unit < size; unit++) {
        if (set & (1 << unit) || needs[unit]! & ~set) continue;
        const reached = (set | (1 << unit)) * 32 + unit;
        const total = paid + cost[last * size + unit]!;
        const known = next.get(reached);
        if (known && known.cost <= total) continue;
        if (!known && ++held > cap) return null;
        next.set(reached, { cost: total, previous: last });
      }
    }
    layers.push(next);
  }
  return layers;
}

function trace({ size }: OrderProblem, layers: readonly Layer[]) {
  let [key, { cost: least }] = [...layers[size - 1]!].reduce((best, state) =>
    state[1].cost < best[1].cost ? state : best,
  );
  const order = new Int32Array(size);
  for (let k = size - 1; k >= 0; k--) {
    const unit = key % 32;
    const { previous } = layers[k]!.get(key)!;
    order[k] = unit;
    key = ((key - unit) / 32 - (1 << unit)) * 32 + previous;
  }
  const evaluations = layers.reduce((sum, layer) => sum + layer.size, 0);
  return { order, cost: least, proof: 'optimal' as const, evaluations };
}
