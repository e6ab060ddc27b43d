import { describePath } from './describePath.ts';
import { type ObjectiveOptions, termsOf } from './objective.ts';
import type { LeftOutUnit, Path, Unit } from './path.ts';
import type { OrderProblem, PlannedOrder } from './planner.ts';

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

/** Orders the selected units by `plan` and describes the path. */
export function arrange(
  where: string,
  arrangement: Arrangement,
  planner: string,
  seed: number,
  plan: (problem: OrderProblem) => Pick<PlannedOrder, 'order' | 'evaluations'>,
): Arranged {
  const { units, selected, before, leftOut } = arrangement;
  const chosen = selected.map((k) => units[k]!);
  const terms = termsOf(where, units, selected, arrangement);
  const size = chosen.length;
  const { weight, pair, place } = terms;
  const table = (price: (a: number, b: number) => number) =>
    new Float64Array(size * size).map((_, k) => price((k / size) | 0, k % size));
  const problem = {
    size,
    cost: table((i, j) => {
      const [r, d] = pair(i, j);
      return 1 - ((1 - weight) * r + weight * d);
    }),
    before,
    ...(place && { placement: table((j, k) => (weight * (1 - place(j, k)) * (size - 1)) / size) }),
  };
  const { order, evaluations } = plan(problem);
  const described = describePath(chosen, order, terms, arrangement);
  return { path: { ...described, proof: 'heuristic', planner, evaluations, seed, leftOut }, problem };
}
