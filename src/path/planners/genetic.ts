import type { OrderProblem, Planner } from '../planner.ts';
import { type GeneticOptions, geneticOrder, geneticSettings } from './geneticOrder.ts';

/**
 * Orders units by the genetic algorithm of `chen2008` and keeps their prerequisites.
 *
 * A permutation is read as a list of priorities: of the units whose prerequisites are placed, the first in the list comes
 * next. Without prerequisites the list is the order itself; every list gives an order that keeps every prerequisite.
 *
 * @param options sizes and rates; all defaults are our choice
 * @throws RangeError for options out of range, when it plans
 * @remarks Finds good orders, not best ones: on 30 units and more {@link memetic} is usually better in less time.
 * @example
 * import { genetic } from 'tutelage/path';
 *
 * genetic({ generations: 500 }).options.generations; // => 500
 */
export function genetic(options: GeneticOptions = {}): Planner {
  const settings = geneticSettings(options);
  return {
    name: 'genetic',
    options: { ...settings },
    plan: (problem, seed) =>
      problem.locked || problem.latest
        ? null
        : { ...geneticOrder(problem, settings, seed, decoder(problem)), proof: 'heuristic' },
  };
}

/** From priorities to an order; the array it returns is used again by the next call. */
function decoder({ size, before }: OrderProblem): (genes: Int32Array) => Int32Array {
  if (before.every((list) => list.length === 0)) return (genes) => genes;
  const order = new Int32Array(size);
  const waiting = new Int32Array(size);
  const placed = new Uint8Array(size);
  const after = Array.from({ length: size }, () => [] as number[]);
  for (const [unit, list] of before.entries()) for (const earlier of list) after[earlier]!.push(unit);
  return (genes) => {
    for (let unit = 0; unit < size; unit++) waiting[unit] = before[unit]!.length;
    placed.fill(0);
    let first = 0;
    for (let k = 0; k < size; k++) {
      while (placed[genes[first]!]) first++;
      let at = first;
      while (placed[genes[at]!] || waiting[genes[at]!]! > 0) at++;
      const unit = genes[at]!;
      order[k] = unit;
      placed[unit] = 1;
      for (const next of after[unit]!) waiting[next]!--;
    }
    return order;
  };
}
