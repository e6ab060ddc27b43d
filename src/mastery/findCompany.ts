/** Learners who share a need, by their places in a table of `classNeeds`: a row, and columns. */
export interface Sharing {
  readonly row: number;
  members: number[];
}

/** Groups in the making. */
export interface Groups {
  /** Most learners in a group. */
  readonly size: number;
  /** The rows each learner needs, the lowest value first. */
  readonly needs: readonly (readonly number[])[];
  /** The learners who need each row, the lowest value first. */
  readonly needing: readonly (readonly number[])[];
  readonly formed: Sharing[];
  /** The group of each learner who has one. */
  readonly of: Map<number, Sharing>;
}

const LONGEST = 100; // pairs that are broken for the sake of one learner

/** Adds a group. */
export function form(groups: Groups, row: number, members: number[]): void {
  const group = { row, members };
  groups.formed.push(group);
  for (const k of members) groups.of.set(k, group);
}

/**
 * Finds a group for a learner who has none: one with room; or a partner who has none either or is one of three or more; or one of a
 * pair, if the other one of it finds company in the same way (an augmenting path, as in matching). False, and nothing has
 * changed, when there is none.
 */
export function findCompany(groups: Groups, k: number, seen: Set<number> = new Set(), broken = 0): boolean {
  const { size, needs, needing, formed, of } = groups;
  if (size === 1) return false;
  seen.add(k);
  for (const row of needs[k]!) {
    const open = formed.find((group) => group.row === row && group.members.length > 0 && group.members.length < size);
    if (!open) continue;
    open.members.push(k);
    of.set(k, open);
    return true;
  }
  for (const breaking of broken < LONGEST ? [false, true] : [false]) {
    for (const row of needs[k]!) {
      for (const partner of needing[row]!) {
        const from = of.get(partner);
        const rest = from?.members.filter((member) => member !== partner) ?? [];
        if (seen.has(partner) || breaking !== (rest.length === 1)) continue;
        seen.add(partner);
        if (from) from.members = breaking ? [] : rest;
        form(groups, row, [k, partner]);
        if (!breaking || findCompany(groups, rest[0]!, seen, broken + 1)) return true;
        formed.pop();
        from!.members = [partner, ...rest];
        for (const member of from!.members) of.set(member, from!);
      }
    }
  }
  of.delete(k);
  return false;
}
