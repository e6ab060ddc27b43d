import type { ClassNeeds } from './classNeeds.ts';
import { findCompany, form, type Groups, type Sharing } from './findCompany.ts';

/** Groups of at most `size` with the same need, by the rule told at `groupLearners`. */
export function sameNeedGroups({ cells, learnerIds }: ClassNeeds, size: number): Sharing[] {
  const value = (row: number, k: number) => cells[row]![k]!.value!;
  const byValue = (row: number) => (left: number, right: number) =>
    value(row, left) - value(row, right) || left - right;
  const needing = cells.map((row, place) =>
    row.flatMap(({ status }, k) => (status === 'need' ? [k] : [])).sort(byValue(place)),
  );
  const needs: number[][] = learnerIds.map(() => []);
  for (const [row, learners] of needing.entries()) for (const k of learners) needs[k]!.push(row);
  for (const [k, rows] of needs.entries()) rows.sort((one, other) => value(one, k) - value(other, k));
  const groups: Groups = { size, needs, needing, formed: [], of: new Map() };

  const waiting = needing.map((learners) => new Set(learners));
  for (let row = largest(waiting); size > 1 && (waiting[row]?.size ?? 0) > 1; row = largest(waiting)) {
    const members = [...waiting[row]!];
    for (const part of equalParts(members, size)) if (part.length > 1) form(groups, row, part);
    for (const k of members) for (const others of waiting) others.delete(k);
  }
  const lowest = (k: number) => value(needs[k]![0]!, k);
  let left = [...needs.keys()].filter((k) => needs[k]!.length > 0 && !groups.of.has(k));
  left.sort((one, other) => lowest(one) - lowest(other));
  for (let before = Infinity; left.length < before; ) {
    before = left.length;
    left = left.filter((k) => !groups.of.has(k) && !findCompany(groups, k));
  }
  for (const k of left) form(groups, needs[k]![0]!, [k]);
  for (const { row, members } of groups.formed) members.sort(byValue(row));
  return groups.formed.filter(({ members }) => members.length > 0);
}

/** The place of the largest set, the first of equals. */
function largest(sets: readonly ReadonlySet<number>[]): number {
  return sets.reduce((most, { size }, place) => (size > sets[most]!.size ? place : most), 0);
}

/** A list cut into as few parts of at most `size` as will do, as equal as can be, the larger first. */
function equalParts(members: readonly number[], size: number): number[][] {
  const count = Math.ceil(members.length / size);
  const [least, extra] = [Math.floor(members.length / count), members.length % count];
  return Array.from({ length: count }, (_, part) => {
    const from = part * least + Math.min(part, extra);
    return members.slice(from, from + least + (part < extra ? 1 : 0));
  });
}
