/** At least `k` of these nodes. */
export interface Clause {
  readonly k: number;
  readonly of: readonly number[];
}

/**
 * The nodes whose every clause can be met by nodes before them, in such an order; nodes that only wait for each other are
 * left out. O(size of all clauses), without recursion.
 */
export function foundedOrder(clauses: readonly (readonly Clause[])[]): number[] {
  const open = clauses.map(({ length }) => length);
  const users = clauses.map((): { owner: number; left: number }[] => []);
  for (const [owner, list] of clauses.entries()) {
    for (const { k, of } of list) {
      const use = { owner, left: k };
      for (const node of of) users[node]!.push(use);
    }
  }
  const order = [...open.keys()].filter((node) => open[node] === 0);
  for (const node of order) {
    for (const use of users[node]!) if (--use.left === 0 && --open[use.owner]! === 0) order.push(use.owner);
  }
  return order;
}
