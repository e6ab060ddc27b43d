import { checkShare, checkWhole } from '../math/check.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { taughtBy } from './checkUnits.ts';
import { beginningWith, type Choice, without } from './choice.ts';
import type { Unit } from './path.ts';
import type { PathProblem } from './pathProblem.ts';
import type { PlannedPath } from './plannedPath.ts';

/** Options of {@link alternatives}. */
export interface AlternativesOptions {
  /** How much more than the best a choice may cost, as a share; 0.05 when absent. */
  readonly within?: number;
  /** Changes of an order tried for each candidate, 1 or more; 2,000 for each unit of the path when absent. */
  readonly evaluations?: number;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

const MOST_CHOICES = 4;

/**
 * Up to `k` ways to go on from a place of a path that cost nearly as little as the best, rather different from each other than alike.
 *
 * Candidates are the units of the path that may come at this place, and units left out that teach all the planned one teaches.
 * For each, the rest of the path is planned anew. The planned unit is always the first choice; then come those with a modality or theme not
 * yet among the choices, cheapest first, then the others. Our choice.
 *
 * @param problem what the path was planned from
 * @param path the path
 * @param at the place, 0 the first; units before it stay
 * @param k choices at most, 2 to 4; 3 when absent
 * @param options how much worse a choice may be, the budget and the seed
 * @returns choices with their costs; the planned unit alone when nothing else is good enough
 * @throws RangeError for a place or a number out of range, a path that is not one of this problem, or as `planPath`
 * @remarks {@link applyChoice} makes a path of one. Costs are means, so those of paths with different units can be compared.
 * @example
 * import { alternatives, planPath } from 'tutelage/path';
 *
 * const units = [{ id: 'halves', modality: 'text' }, { id: 'angles', modality: 'video' }];
 * const problem = { units, relation: [[1, 0.5], [0.5, 1]] };
 * const choices = alternatives(problem, planPath(problem), 0);
 * choices.map(({ unitId, extra }) => [unitId, extra]); // => [['halves', 0], ['angles', 0]]
 * choices[1]!.differsIn; // => ['modality', 'theme']
 */
export function alternatives(
  problem: PathProblem,
  path: Pick<PlannedPath, 'order' | 'cost' | 'leftOut'>,
  at: number,
  k = 3,
  options: AlternativesOptions = {},
): Choice[] {
  const { order } = path;
  const { within = 0.05, evaluations = 2000 * Math.max(1, order.length), seed = 0 } = options;
  checkWhole('alternatives', 'at', at, 0, order.length - 1);
  checkWhole('alternatives', 'k', k, 2, MOST_CHOICES);
  checkShare('alternatives', 'within', within);
  checkWhole('alternatives', 'evaluations', evaluations, 1);
  checkSeed('alternatives', seed);
  const unitOf = new Map(problem.units.map((unit) => [unit.id, unit]));
  const stranger = order.find((id) => !unitOf.has(id));
  if (stranger !== undefined) throw new RangeError(`alternatives: the path has "${stranger}", which is no unit`);
  const planned = unitOf.get(order[at]!)!;
  const stands = path.leftOut.filter(
    ({ unitId, reason }) => reason === 'notChosen' && replaces(unitOf.get(unitId), planned),
  );
  const candidates = [
    ...order.slice(at).map((unitId) => ({ unitId, instead: null })),
    ...stands.map(({ unitId }) => ({ unitId, instead: planned.id })),
  ];
  const found = candidates.flatMap(({ unitId, instead }) => {
    const front = [...order.slice(0, at), unitId];
    const way = beginningWith('alternatives', without(problem, instead), front, seed, evaluations, order);
    if (!way) return [];
    const ids = Array.from(way.planned.order, (place) => way.prepared.units[place]!.id);
    return [{ unit: unitOf.get(unitId)!, instead, order: ids, cost: way.planned.cost }];
  });
  const least = Math.min(path.cost, ...found.map(({ cost }) => cost));
  const most = least * (1 + within) + 1e-12;
  const good = found.filter(({ unit, cost }) => cost <= most && unit !== planned).sort((a, b) => a.cost - b.cost);
  const chosen = [{ unit: planned, instead: null as string | null, order, cost: path.cost }];
  for (const fresh of [true, false]) {
    for (const way of good) {
      if (chosen.length === k) break;
      const alike = chosen.some(({ unit }) => differences(unit, way.unit).length === 0);
      if (!chosen.includes(way) && (!fresh || !alike)) chosen.push(way);
    }
  }
  return chosen.map(({ unit, instead, order: whole, cost }) => ({
    unitId: unit.id,
    instead,
    order: whole,
    cost,
    extra: cost > least + 1e-12 ? cost / least - 1 : 0,
    modality: unit.modality ?? null,
    theme: themeOf(unit) ?? null,
    differsIn: differences(planned, unit),
  }));
}

const themeOf = (unit: Unit): string | undefined => unit.theme ?? taughtBy(unit)[0];

/** Whether a unit teaches all that another one does. */
function replaces(unit: Unit | undefined, planned: Unit): boolean {
  const taught = new Set(unit ? taughtBy(unit) : []);
  return taughtBy(planned).every((id) => taught.has(id));
}

function differences(one: Unit, other: Unit): ('modality' | 'theme')[] {
  return [
    ...(one.modality === other.modality ? [] : (['modality'] as const)),
    ...(themeOf(one) === themeOf(other) ? [] : (['theme'] as const)),
  ];
}
