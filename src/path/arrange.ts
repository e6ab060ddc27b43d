import type { Prerequisite } from '../competency/competencyGraph.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { describePath } from './describePath.ts';
import { lowerBound } from './lowerBound.ts';
import { type ObjectiveOptions, termsOf } from './objective.ts';
import type { LeftOutUnit, Path, Unit } from './path.ts';
import type { Planner } from './planner.ts';
import { precedence } from './precedence.ts';

/** What the doors of this room have settled before the order is planned. */
export interface Arrangement extends ObjectiveOptions {
  readonly units: readonly Unit[];
  /** Places in `units` of what goes on the path. */
  readonly selected: readonly number[];
  readonly prerequisites: readonly Prerequisite[];
  readonly leftOut: readonly LeftOutUnit[];
}

/** Plans the order of the selected units and describes the path; null when the planner gives up. */
export function arrange(where: string, arrangement: Arrangement, planner: Planner, seed: number): Path | null {
  checkSeed(where, seed);
  const { units, selected, leftOut } = arrangement;
  const chosen = selected.map((k) => units[k]!);
  const size = chosen.length;
  const terms = termsOf(where, units, selected, arrangement);
  const problem = { size, cost: terms.cost, before: precedence(where, chosen, arrangement.prerequisites) };
  const planned = planner.plan(problem, seed);
  if (!planned) return null;
  const links = Math.max(1, size - 1);
  const bound = lowerBound(problem);
  return {
    ...describePath(chosen, planned.order, terms, arrangement),
    proof: size < 2 || planned.cost <= bound + 1e-12 * links ? 'optimal' : planned.proof,
    lowerBound: Math.max(0, Math.min(bound, planned.cost)) / links,
    planner: planner.name,
    evaluations: planned.evaluations,
    seed,
    leftOut,
  };
}
