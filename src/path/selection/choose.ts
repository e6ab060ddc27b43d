import { fill, priceOf } from './fill.ts';
import { fairShares, mostWithin } from './mostWithin.ts';
import { reach } from './reach.ts';
import { type Choice, FREE, IN, OUT, type Status, waysOf } from './ways.ts';

/** The best choice found, and what no choice can exceed. */
export interface Chosen {
  readonly status: Status;
  readonly bound: number;
  readonly proof: 'optimal' | 'heuristic';
}

const SAME = 1e-11; // relative: sums that differ by less are equal
const MOST_LINKED = 2000; // competencies up to which the bound looks at what they require
const PER_STATE = 128; // of all that is looked at, as much as counts for one state

/**
 * Chooses units of greatest value within the budget, of those the cheapest: greedily, then by taking out one unit at a time
 * and filling up again, then by branch and bound, one unit in or out at a time, depth first.
 */
export function choose(choice: Choice, start: Status, states: number): Chosen {
  const { clauses, value, budget } = choice;
  const size = clauses.length;
  let best = start;
  let most = -1;
  let cheapest = Infinity;
  const offer = (status: Status, { cost } = waysOf(choice, status, Infinity)) => {
    const sum = value.reduce((all, worth, node) => (cost[node] === 0 ? all + worth : all), 0);
    const price = priceOf(choice, status);
    const gain = sum > most || (sum === most && price < cheapest * (1 - SAME));
    if (gain) [best, most, cheapest] = [status.slice(), sum, price];
    return { sum, price, gain };
  };
  const greedy = (status: Status) => {
    fill(choice, status, budget < Infinity);
    return offer(status).gain;
  };

  const linked = budget < Infinity && size <= MOST_LINKED;
  const must = clauses.map((_, node) => {
    const firm = (at: number) =>
      linked ? clauses[at]!.slice(1).flatMap(({ k, of }) => (k === of.length ? of : [])) : [];
    return [...reach([node], firm).keys()];
  });
  const looked = must.flat().length + clauses.flat().flatMap(({ of }) => of).length;
  const first = waysOf(choice, start, budget);
  const shares = linked ? fairShares(choice, must, first, budget - priceOf(choice, start)) : value;
  let used = 0;
  const look = (status: Status) => {
    used += 1 + looked / PER_STATE;
    const ways = waysOf(choice, status, budget - priceOf(choice, status));
    const { sum, price } = offer(status, ways);
    const bound = mostWithin(choice, must, ways, shares);
    const within = (minutes: number) => (sum + bound.most(minutes - price)) * (1 + SAME / 10);
    const top = Math.floor(within(budget) + 1e-6);
    const open = top > most || within(cheapest * (1 - SAME)) >= most;
    return { top, unit: open && bound.open.length > 0 ? unitOf(ways.trace(bound.open[0]!), size) : -1 };
  };

  const status = start.slice();
  greedy(start.slice());
  const trail: number[] = [];
  let { top: bound, unit } = look(status);
  if (unit >= 0) improve();
  for (;;) {
    if (unit >= 0) {
      trail.push(unit);
      status[unit] = IN;
    } else {
      while (trail.length > 0 && status[trail.at(-1)!] === OUT) status[trail.pop()!] = FREE;
      if (trail.length === 0) return { status: best, bound: most, proof: 'optimal' };
      status[trail.at(-1)!] = OUT;
    }
    if (used > states) {
      greedy(best.map((is, at) => (is === IN ? IN : start[at]!)));
      return { status: best, bound: Math.max(bound, most), proof: 'heuristic' };
    }
    unit = look(status).unit;
  }

  /** Takes one unit out at a time, keeps what of the rest is still of use and fills up without it. */
  function improve(): void {
    for (let again = true; again; ) {
      again = false;
      for (const [out, is] of best.entries()) {
        if (is !== IN || start[out] === IN || used > states / 2) continue;
        used += 1 + looked / PER_STATE;
        const trial = best.map((now, at) => (start[at] === IN ? IN : now === IN && at !== out ? FREE : OUT));
        fill(choice, trial, false);
        again = greedy(trial.map((now, at) => (now === IN || at === out ? now : start[at]!))) || again;
      }
    }
  }
}

/** The first unit on a trace. */
function unitOf(trace: readonly number[], size: number): number {
  return trace.find((node) => node >= size)! - size;
}
