import { checkShare, checkWhole } from '../math/check.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { taughtBy } from './checkUnits.ts';
import { beginningWith, type Choice, placesOf, without } from './choice.ts';
import type { Unit } from './path.ts';
import type { PathProblem } from './pathProblem.ts';
import type { PlannedPath } from './plannedPath.ts';
import { orderCost } from './planner.ts';
import { type PreparedPath, preparePath } from './preparePath.ts';

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
const MOST_TRIED = 24;

/**
 * Up to `k` ways to go on from a place of a path that cost nearly as little as the best, rather different from each other than alike.
 *
 * Candidates are the units of the path that may come at this place (of more than 24, those that are cheapest when merely moved up), and units
 * left out that teach all the planned one teaches.
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
  const found = [
    ...later(preparePath('alternatives', problem), order, at, seed, evaluations),
    ...stands.flatMap(({ unitId }) => {
      const prepared = preparePath('alternatives', without(problem, planned.id));
      const known = placesOf(prepared, [...order.slice(0, at), unitId, ...order.slice(at + 1)]);
      const way = known && beginningWith(prepared.problem, known, at + 1, seed, evaluations);
      return way ? [{ prepared, way, instead: planned.id as string | null }] : [];
    }),
  ].map(({ prepared, way, instead }) => {
    const ids = Array.from(way.order, (place) => prepared.units[place]!.id);
    return { unit: unitOf.get(ids[at]!)!, instead, order: ids, cost: way.cost };
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

/** Ways to go on with another unit of the path: of many, those that are cheapest when merely moved up. */
function later(prepared: PreparedPath, order: readonly string[], at: number, seed: number, evaluations: number) {
  const { problem } = prepared;
  const places = placesOf(prepared, order);
  if (!places) throw new RangeError('alternatives: the path is not one of this problem; plan it again');
  const reached = new Set(places.subarray(0, at));
  const moved = Array.from(places.subarray(at + 1))
    .filter((unit) => problem.before[unit]!.every((earlier) => reached.has(earlier)))
    .map((unit) => {
      const rest = places.filter((other) => other !== unit);
      const known = Int32Array.from([...rest.subarray(0, at), unit, ...rest.subarray(at)]);
      return { known, cost: orderCost(problem, known) };
    })
    .sort((a, b) => a.cost - b.cost);
  return moved.slice(0, MOST_TRIED).flatMap(({ known }) => {
    const way = beginningWith(problem, known, at + 1, seed, evaluations);
    return way ? [{ prepared, way, instead: null as string | null }] : [];
  });
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
