import { fill, priceOf } from './fill.ts';
import { inevitable, mostWithin } from './mostWithin.ts';
import { type Choice, FREE, IN, OUT, type Status, waysOf } from './ways.ts';

/** The best choice found, and what no choice can exceed. */
export interface Chosen {
  readonly status: Status;
  readonly value: number;
  readonly bound: number;
  readonly proof: 'optimal' | 'heuristic';
}

const ROUNDING = 1e-12;
const MOST_LINKED = 2000; // competencies up to which the bound knows what they cannot do without

/**
 * Chooses units of greatest value within the budget, of those the cheapest: greedy, improved by taking out one unit at a time
 * and filling up again, then branch and bound, depth first, one unit in or out at a time.
 */
export function choose(choice: Choice, start: Status, states: number): Chosen {
  const { clauses, value, budget } = choice;
  const size = clauses.length;
  const gainOf = (cost: Float64Array) => value.reduce((sum, worth, node) => (cost[node] === 0 ? sum + worth : sum), 0);
  let best = start.slice();
  let most = -1;
  let cheapest = Infinity;
  const offer = (status: Status, cost: Float64Array) => {
    const worth = gainOf(cost);
    const price = priceOf(choice, status);
    if (worth < most || (worth === most && price >= cheapest * (1 - ROUNDING))) return false;
    [best, most, cheapest] = [status.slice(), worth, price];
    return true;
  };
  const greedy = (status: Status) => {
    fill(choice, status, budget < Infinity);
    return offer(status, waysOf(choice, status, Infinity).cost);
  };
  greedy(start.slice());
  const must = inevitable(choice, start, budget < Infinity ? MOST_LINKED : 0);
  const weight = 1 + must.reduce((sum, list) => sum + list.length, 0) / 1024;
  let used = 0;
  const room = (status: Status) => {
    const paid = priceOf(choice, status);
    const ways = waysOf(choice, status, budget - paid);
    const bound = mostWithin(choice, must, ways);
    const held = gainOf(ways.cost);
    const within = (minutes: number) => Math.floor((held + bound.most(minutes - paid)) * (1 + ROUNDING) + 1e-6);
    const better = () => within(budget) > most || within(cheapest * (1 - ROUNDING)) >= most;
    return { ways, bound, within, better };
  };
  const root = room(start);
  const bound = root.within(budget);

  for (let again = root.better(); again; ) {
    again = false;
    for (let unit = 0; unit < start.length && used < states / 2; unit++) {
      if (best[unit] !== IN || start[unit] === IN) continue;
      used += weight;
      const status = best.map((is, at) => (start[at] === IN ? IN : is === IN ? FREE : OUT)) as Status;
      status[unit] = OUT;
      fill(choice, status, false);
      for (let at = 0; at < status.length; at++) if (at !== unit && status[at] !== IN) status[at] = start[at]!;
      if (greedy(status)) again = true;
    }
  }

  const status = start.slice();
  const trail: number[] = [];
  let node = root;
  for (;;) {
    offer(status, node.ways.cost);
    const unit = node.better() && node.bound.first !== undefined ? next(node.ways.trace(node.bound.first), size) : -1;
    if (unit >= 0) {
      trail.push(unit);
      status[unit] = IN;
    } else {
      while (trail.length > 0 && status[trail.at(-1)!] === OUT) status[trail.pop()!] = FREE;
      if (trail.length === 0) return { status: best, value: most, bound: most, proof: 'optimal' };
      status[trail.at(-1)!] = OUT;
    }
    used += weight;
    if (used > states) return { status: best, value: most, bound: Math.max(bound, most), proof: 'heuristic' };
    node = room(status);
  }
}

/** The first unit on a trace. */
function next(trace: readonly number[], size: number): number {
  const unit = trace.find((node) => node >= size);
  return unit === undefined ? -1 : unit - size;
}
