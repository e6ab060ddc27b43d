import { checkSeed } from '../random/checkSeed.ts';
import { describePath } from './describePath.ts';
import { type ObjectiveOptions, termsOf } from './objective.ts';
import type { LeftOutUnit, Path, Unit } from './path.ts';
import type { OrderProblem, Planner } from './planner.ts';

/** What the doors of this room have settled before the order is planned. */
export interface Arrangement extends ObjectiveOptions {
  readonly units: readonly Unit[];
  /** Places in `units` of what goes on the path. */
  readonly selected: readonly number[];
  /** For each selected unit, the places in `selected` of what must stand before it. */
  readonly before: readonly (readonly number[])[];
  readonly leftOut: readonly LeftOutUnit[];
}

/** The path with the problem it solves. */
export interface Arranged {
  readonly path: Path;
  readonly problem: OrderProblem;
}

/** Plans the order of the selected units and describes the path; null when the planner gives up. */
export function arrange(where: string, arrangement: Arrangement, planner: Planner, seed: number): Arranged | null {
  checkSeed(where, seed);
  const { units, selected, before, leftOut } = arrangement;
  const chosen = selected.map((k) => units[k]!);
  const terms = termsOf(where, units, selected, arrangement);
  const size = chosen.length;
  const { weight, pair, place } = terms;
  const problem = {
    size,
    cost: new Float64Array(size * size).map((_, k) => {
      const [r, d] = pair(Math.floor(k / size), k % size);
      return 1 - ((1 - weight) * r + weight * d);
    }),
    before,
    ...(place && {
      placement: new Float64Array(size * size).map(
        (_, k) => (weight * (1 - place(Math.floor(k / size), k % size)) * (size - 1)) / size,
      ),
    }),
  };
  const planned = planner.plan(problem, seed);
  if (!planned) return null;
  const { order, proof, evaluations } = planned;
  const described = describePath(chosen, order, terms, arrangement);
  return { path: { ...described, proof, planner: planner.name, evaluations, seed, leftOut }, problem };
}
