import type { Prerequisite } from '../../competency/competencyGraph.ts';
import { foundedOrder } from './foundedOrder.ts';
import type { Needs } from './needs.ts';
import type { Ways } from './ways.ts';

/**
 * The pairs given and, for each group of a competency that is learned, pairs with the members learned first.
 *
 * Pairs into a mastered competency only say what order was meant; where they contradict what was settled they are dropped.
 */
export function settledPairs(
  { ids, node, known, plain, groups }: Needs,
  { cost, since }: Pick<Ways, 'cost' | 'since'>,
): readonly Prerequisite[] {
  const settled = groups.flatMap(({ target, k, of }) => {
    if (cost[target]! > 0) return [];
    const when = (member: number) => (known.has(ids[member]!) ? 0 : since[member]!);
    const learned = of.filter((member) => cost[member] === 0).sort((a, b) => when(a) - when(b));
    return learned.slice(0, k).flatMap((member) => (when(member) > 0 ? [[ids[member]!, ids[target]!] as const] : []));
  });
  const pairs = [...plain, ...settled];
  const clauses = ids.map((): { k: number; of: number[] }[] => []);
  for (const [before, after] of pairs) clauses[node.get(after)!]!.push({ k: 1, of: [node.get(before)!] });
  const fine = foundedOrder(clauses).length === ids.length;
  return fine ? pairs : pairs.filter(([, after]) => !known.has(after));
}
