import type { Prerequisite } from '../../competency/competencyGraph.ts';
import { check, checkWhole } from '../../math/check.ts';
import { taughtBy } from '../checkUnits.ts';
import { checkPairs, precedence } from '../precedence.ts';
import { type Clause, foundedOrder } from './foundedOrder.ts';
import type { PrerequisiteGroup, SelectionRequest } from './selection.ts';

/** Competencies as nodes, and what each of them requires of others. */
export interface Needs {
  readonly ids: readonly string[];
  readonly node: ReadonlyMap<string, number>;
  readonly known: ReadonlySet<string>;
  /** The pairs given. */
  readonly plain: readonly Prerequisite[];
  /** The groups given, without those that are met. */
  readonly groups: readonly (Clause & { readonly target: number })[];
  /** Per competency what it requires by pairs and groups; nothing for a mastered one. */
  readonly clauses: readonly (readonly Clause[])[];
  /** An order in which all of them can be learned. */
  readonly order: readonly number[];
}

/** Checks competencies, pairs and groups, and hands them on as a graph that can be learned. */
export function needsOf(
  where: string,
  { units, prerequisites = [], mastered = [], goals = [] }: SelectionRequest,
): Needs {
  const isGroup = (entry: unknown): entry is PrerequisiteGroup => Object(entry).target !== undefined;
  const plain = prerequisites.filter((entry): entry is Prerequisite => !isGroup(entry));
  checkPairs(
    where,
    prerequisites.map((entry) => (isGroup(entry) ? ['', ''] : entry)),
  );
  const groups = prerequisites.flatMap((entry, at) => (isGroup(entry) ? [settle(where, entry, at)] : []));
  const known = new Set(mastered);
  const taught = new Set(units.flatMap(taughtBy));
  const wanted = new Set(goals);
  const ids = [...new Set([...taught, ...plain.flat(), ...groups.flatMap((g) => [g.target, ...g.members]), ...goals])];
  for (const id of ids) {
    if (taught.has(id) || known.has(id)) continue;
    throw new RangeError(
      `${where}: ${wanted.has(id) ? 'goal' : 'prerequisite'} "${id}" is taught by no unit and not mastered; add a unit, list it as mastered or correct the id`,
    );
  }
  const idle = units.find((unit) => taughtBy(unit).length === 0);
  if (idle) throw new RangeError(`${where}: unit "${idle.id}" teaches nothing; name a competency or leave teaches out`);
  precedence(where, [], plain); // names a cycle of pairs
  const node = new Map(ids.map((id, k) => [id, k]));
  const before = ids.map(() => new Set<number>());
  for (const [from, to] of plain) before[node.get(to)!]!.add(node.get(from)!);
  const clauses: Clause[][] = before.map((set) => (set.size > 0 ? [{ k: set.size, of: [...set] }] : []));
  for (const [at, id] of ids.entries()) if (known.has(id)) clauses[at] = [];
  const open = groups.flatMap(({ target, members, k }) => {
    if (known.has(target) || members.filter((id) => known.has(id)).length >= k) return [];
    const group = { target: node.get(target)!, k, of: members.map((id) => node.get(id)!) };
    clauses[group.target]!.push(group);
    return [group];
  });
  const order = foundedOrder(clauses);
  if (order.length < ids.length) throw new RangeError(`${where}: ${cycleOf(ids, clauses, new Set(order))}`);
  return { ids, node, known, plain, groups: open, clauses, order };
}

function settle(where: string, group: PrerequisiteGroup, at: number) {
  const [name, listed, k] = 'kOf' in group ? ['kOf', group.kOf, group.k] : ['anyOf', group.anyOf, 1];
  const fine =
    Array.isArray(listed) && listed.length > 0 && [group.target, ...listed].every((id) => typeof id === 'string');
  check(fine, where, `prerequisites[${at}].${name}`, listed, 'a list of at least one competency id');
  const members = [...new Set(listed)];
  checkWhole(where, `prerequisites[${at}].k`, k, 1, members.length);
  return { target: group.target, members, k };
}

/** Follows what cannot be met until it comes round. */
function cycleOf(ids: readonly string[], clauses: Needs['clauses'], done: ReadonlySet<number>): string {
  const trail: number[] = [];
  let node = ids.findIndex((_, k) => !done.has(k));
  while (!trail.includes(node)) {
    trail.unshift(node);
    const unmet = clauses[node]!.filter(({ k, of }) => of.filter((member) => done.has(member)).length < k);
    node = unmet[0]!.of.find((member) => !done.has(member))!;
  }
  const names = [node, ...trail.slice(0, trail.indexOf(node) + 1)].map((k) => ids[k]!);
  return `competency "${names[0]}" is its own prerequisite (${names.join(' -> ')}), however its groups are settled; remove one of these prerequisites`;
}
