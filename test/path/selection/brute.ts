// Small selection problems, and the plainest way to solve them: look at every set of units.

import type { PrerequisiteGroup, SelectionRequest } from '../../../src/path/selection/selection.ts';
import { stream, uniform } from '../../../src/random/stream.ts';

const taught = (unit: SelectionRequest['units'][number]) => unit.teaches ?? [unit.id];

/** What is learned by these places, from the definition: again and again until nothing is added. */
export function learnedBy(request: SelectionRequest, places: readonly number[]): Set<string> {
  const { units, prerequisites = [], mastered = [], teachers = 'all', excluded = new Map() } = request;
  const learned = new Set<string>();
  const there = (id: string) => learned.has(id) || mastered.includes(id);
  const isTaught = (id: string) => {
    const all = [...units.keys()].filter((k) => taught(units[k]!).includes(id) && !excluded.has(units[k]!.id));
    const on = all.filter((k) => places.includes(k));
    return teachers === 'all' ? on.length > 0 && on.length === all.length : on.length > 0;
  };
  const ready = (id: string) =>
    prerequisites.every((entry) => {
      if (Array.isArray(entry)) return entry[1] !== id || there(entry[0]);
      const group = entry as PrerequisiteGroup;
      const [members, k] = 'kOf' in group ? [group.kOf, group.k] : [group.anyOf, 1];
      return group.target !== id || [...new Set(members)].filter(there).length >= k;
    });
  for (let before = -1; before < learned.size; ) {
    before = learned.size;
    for (const id of new Set(units.flatMap(taught))) {
      if (!mastered.includes(id) && !learned.has(id) && isTaught(id) && ready(id)) learned.add(id);
    }
  }
  return learned;
}

/** What goals require whichever way groups are settled, goals included. */
export function coreOf({ units, prerequisites = [], mastered = [], goals }: SelectionRequest): Set<string> {
  const core = new Set((goals ?? units.flatMap(taught)).filter((id) => !mastered.includes(id)));
  for (const id of core) {
    for (const entry of prerequisites) {
      if (Array.isArray(entry)) {
        if (entry[1] === id) core.add(entry[0]);
        continue;
      }
      const group = entry as PrerequisiteGroup;
      const [members, k] = 'kOf' in group ? [group.kOf, group.k] : [group.anyOf, 1];
      if (group.target === id && new Set(members).size === k) for (const member of members) core.add(member);
    }
    for (const known of mastered) core.delete(known);
  }
  return core;
}

export interface Best {
  readonly worth: number;
  readonly progress: number;
  readonly minutes: number;
}

/** What a set of units is worth: worth, progress, minutes. */
export function judge(request: SelectionRequest, places: readonly number[]): Best {
  const { units, mastered = [], worth = [], pace = 1 } = request;
  const learned = learnedBy(request, places);
  const worthOf = (id: string) => worth.find(({ competencyId }) => competencyId === id)?.value ?? 1;
  const goals = [...new Set(request.goals ?? units.flatMap(taught))];
  const reached = goals.filter((id) => learned.has(id) || mastered.includes(id));
  const lesser = [...coreOf(request)].filter((id) => !(goals.includes(id) && worthOf(id) > 0));
  return {
    worth: reached.reduce((sum, id) => sum + worthOf(id), 0),
    progress: lesser.filter((id) => learned.has(id)).length,
    minutes: places.reduce((sum, k) => sum + units[k]!.minutes! * pace, 0),
  };
}

export const better = (a: Best, b: Best): boolean => {
  if (Math.abs(a.worth - b.worth) > 1e-9) return a.worth > b.worth;
  if (a.progress !== b.progress) return a.progress > b.progress;
  return a.minutes < b.minutes - 1e-9;
};

/** The best set of units of all. */
export function bruteForce(request: SelectionRequest, must: readonly number[] = []): Best {
  const { units, minutes = Infinity, excluded = new Map(), locked = new Set() } = request;
  let best: Best | undefined;
  for (let set = 0; set < 2 ** units.length; set++) {
    const places = [...units.keys()].filter((k) => set & (1 << k));
    if (must.some((k) => !places.includes(k))) continue;
    if (places.some((k) => excluded.has(units[k]!.id))) continue;
    if (units.some(({ id }, k) => locked.has(id) && !places.includes(k))) continue;
    const found = judge(request, places);
    if (found.minutes > minutes + 1e-9) continue;
    if (!best || better(found, best)) best = found;
  }
  return best!;
}

/** A problem drawn at random; `budget` adds one. */
export function drawnSelection(seed: number, size: number, budget: boolean): SelectionRequest {
  const from = stream(seed);
  const chance = (p: number) => uniform(from) < p;
  const below = (n: number) => Math.floor(uniform(from) * n);
  const ids = Array.from({ length: Math.max(2, Math.ceil(size * (0.5 + uniform(from) * 0.6))) }, (_, k) => `c${k}`);
  const units = Array.from({ length: size }, (_, k) => {
    const teaches = new Set([k < ids.length ? ids[k]! : ids[below(ids.length)]!]);
    while (chance(0.3)) teaches.add(ids[below(ids.length)]!);
    return { id: `u${k}`, teaches: [...teaches], minutes: chance(0.1) ? 0.5 : 5 * (1 + below(9)) };
  });
  const taughtIds = new Set(units.flatMap((unit) => unit.teaches));
  const mastered = ids.filter((id) => !taughtIds.has(id) || chance(0.1));
  const prerequisites: NonNullable<SelectionRequest['prerequisites']>[number][] = [];
  const density = [0, 0.1, 0.3][below(3)]!;
  for (let to = 1; to < ids.length; to++) {
    for (let at = 0; at < to; at++) if (chance(density)) prerequisites.push([ids[at]!, ids[to]!]);
  }
  if (chance(0.6)) {
    for (let tries = 1 + below(3); tries > 0; tries--) {
      const target = 1 + below(ids.length - 1);
      // a member that comes later may close a cycle; one that comes earlier makes sure that there is a way
      const members = [ids[below(target)]!, ...ids.filter((_, k) => k !== target && chance(0.25))];
      const k = Math.min(1 + below(2), ids.filter((id, at) => at < target && members.includes(id)).length);
      prerequisites.push(
        k === 1 ? { target: ids[target]!, anyOf: members } : { target: ids[target]!, kOf: members, k },
      );
    }
  }
  const goals = chance(0.7) ? ids.filter(() => chance(0.35)) : undefined;
  const worthy = (goals ?? [...taughtIds]).filter(() => chance(0.5));
  const total = units.reduce((sum, { minutes }) => sum + minutes, 0);
  const excluded = new Map(units.filter(() => chance(0.08)).map(({ id }) => [id, 'no sound here']));
  const minutes = 1 + Math.ceil(total * uniform(from) * 0.9);
  let left = budget ? minutes : Infinity;
  const locked = units.filter((unit) => {
    if (excluded.has(unit.id) || unit.minutes > left || !chance(0.05)) return false;
    left -= unit.minutes;
    return true;
  });
  return {
    units,
    prerequisites,
    mastered,
    excluded,
    locked: new Set(locked.map(({ id }) => id)),
    teachers: chance(0.5) ? 'one' : 'all',
    worth: worthy.map((competencyId) => ({ competencyId, value: [0, 0.1, 0.2, 0.3, 2, 5][below(6)]! })),
    ...(goals && { goals }),
    ...(budget && { minutes }),
  };
}
