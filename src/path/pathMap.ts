import { taughtBy } from './checkUnits.ts';
import type { Path } from './path.ts';
import type { PathProblem } from './pathProblem.ts';
import { precedence } from './precedence.ts';
import { precedenceIndex } from './precedenceIndex.ts';

/** A path as a picture needs it: plain lists, nothing to look up. */
export interface PathMap {
  readonly stops: readonly PathStop[];
  readonly links: readonly PathLink[];
}

/** A unit on the map. */
export interface PathStop {
  readonly unitId: string;
  /** Its place on the path, 1 the first. */
  readonly step: number;
  /** The longest chain of prerequisites on the path that leads to it: 0 for none. Stops of one rank can stand side by side. */
  readonly rank: number;
  readonly teaches: readonly string[];
  readonly minutes: number | null;
  /** Minutes of the path before it begins, at the learner's pace; null when a unit before has none. */
  readonly from: number | null;
  readonly difficulty: number | null;
  readonly modality: string | null;
}

/** A line on the map. */
export interface PathLink {
  readonly from: string;
  readonly to: string;
  /** 'next': the order of the path. 'requires': `to` needs what `from` teaches. */
  readonly kind: 'next' | 'requires';
}

/**
 * A path as a map: its units with their places, and the lines between them.
 *
 * @param problem what the path was planned from
 * @param path the path
 * @returns stops in the order of the path; links of the path first, then those of prerequisites, less those that follow from others
 * @throws RangeError for a path that has a unit the problem does not know, or a prerequisite cycle (named)
 * @example
 * import { pathMap, planPath } from 'tutelage/path';
 *
 * const problem = { units: [{ id: 'a', minutes: 10 }, { id: 'b', minutes: 5 }], prerequisites: [['a', 'b']] as const };
 * const map = pathMap(problem, planPath(problem));
 * map.stops.map(({ unitId, rank, from }) => [unitId, rank, from]); // => [['a', 0, 0], ['b', 1, 10]]
 * map.links; // => [{ from: 'a', to: 'b', kind: 'next' }, { from: 'a', to: 'b', kind: 'requires' }]
 */
export function pathMap(problem: PathProblem, path: Pick<Path, 'order'>): PathMap {
  const { prerequisites = [], mastered = [], pace = 1 } = problem;
  const unitOf = new Map(problem.units.map((unit) => [unit.id, unit]));
  const units = path.order.map((id) => {
    const unit = unitOf.get(id);
    if (!unit) throw new RangeError(`pathMap: the path has "${id}", which is no unit of the problem`);
    return unit;
  });
  const taughtAt = new Map<string, number>();
  for (const [k, unit] of units.entries()) {
    for (const id of taughtBy(unit)) if (!taughtAt.has(id)) taughtAt.set(id, k);
  }
  // of a group, the members that come before: the others were not needed
  const pairs = prerequisites.flatMap((each): (readonly [string, string])[] => {
    if (!('target' in each)) return [each];
    const members = 'anyOf' in each ? each.anyOf : each.kOf;
    const target = taughtAt.get(each.target) ?? Infinity;
    return members.filter((id) => taughtAt.get(id)! < target).map((id) => [id, each.target]);
  });
  const { pre } = precedenceIndex(precedence('pathMap', units, pairs, mastered));
  const rank = new Int32Array(units.length);
  let elapsed: number | null = 0;
  const stops = units.map((unit, k): PathStop => {
    for (const earlier of pre[k]!) rank[k] = Math.max(rank[k]!, rank[earlier]! + 1);
    const from = elapsed;
    elapsed = elapsed === null || unit.minutes === undefined ? null : elapsed + unit.minutes * pace;
    return {
      unitId: unit.id,
      step: k + 1,
      rank: rank[k]!,
      teaches: taughtBy(unit),
      minutes: unit.minutes === undefined ? null : unit.minutes * pace,
      from,
      difficulty: unit.difficulty ?? null,
      modality: unit.modality ?? null,
    };
  });
  const link = (from: number, to: number, kind: PathLink['kind']) => ({
    from: units[from]!.id,
    to: units[to]!.id,
    kind,
  });
  return {
    stops,
    links: [
      ...units.slice(1).map((_, k) => link(k, k + 1, 'next')),
      ...units.flatMap((_, to) => Array.from(pre[to]!, (from) => link(from, to, 'requires'))),
    ],
  };
}
