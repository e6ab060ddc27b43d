import { below, stream } from '../../random/stream.ts';

/** How many of the marked items may be in a form. */
interface Count {
  readonly min: number;
  readonly max: number;
  readonly isMember: readonly boolean[];
}

const ROUNDING = 1e-12;
const RESTARTS = 20;
const MOST_PASSES = 100;

/**
 * The places of `length` items that meet the counts and reach information 1 at every target (`table` is items x targets, in parts of the
 * target), as well as a greedy start, exchanges one for one and shaken copies of the best form find. Ascending.
 */
export function searchForm(
  table: readonly (readonly number[])[],
  length: number,
  targets: number,
  counts: readonly Count[],
  seed: number,
): number[] {
  const inForm = table.map(() => false);
  const reached = new Float64Array(targets).fill(-1);
  const held = counts.map(() => 0);

  const put = (item: number, sign: 1 | -1): void => {
    inForm[item] = sign > 0;
    for (let t = 0; t < targets; t++) reached[t]! += sign * table[item]![t]!;
    for (let g = 0; g < counts.length; g++) if (counts[g]!.isMember[item]) held[g]! += sign;
  };
  /** Items by which counts are missed, squared shortfall, squared surplus: the first counts first. */
  const cost = (): number[] => {
    let [missed, short, surplus] = [0, 0, 0];
    for (let g = 0; g < counts.length; g++) missed += Math.max(0, counts[g]!.min - held[g]!, held[g]! - counts[g]!.max);
    for (const off of reached) {
      if (off < 0) short += off * off;
      else surplus += off * off;
    }
    return [missed, short, surplus];
  };
  /** Puts in the item that brings the cost furthest below `least`; returns that cost, or `least` when there is none. */
  const putBest = (least: number[]): number[] => {
    let best = -1;
    for (let item = 0; item < table.length; item++) {
      if (inForm[item]) continue;
      put(item, 1);
      const now = cost();
      put(item, -1);
      if (isLess(now, least)) [best, least] = [item, now];
    }
    if (best >= 0) put(best, 1);
    return least;
  };
  const improve = (): number[] => {
    let now = cost();
    for (let pass = 0, before = null as number[] | null; pass < MOST_PASSES && now !== before; pass++) {
      before = now;
      for (const item of chosen(true)) {
        put(item, -1);
        const next = putBest(now);
        if (next === now) put(item, 1);
        now = next;
      }
    }
    return now;
  };
  const chosen = (side: boolean): number[] => [...inForm.keys()].filter((item) => inForm[item] === side);

  for (let k = 0; k < length; k++) putBest([Infinity]);
  let least = improve();
  let best = chosen(true);
  const from = stream(seed);
  for (let restart = 0; restart < RESTARTS && length < table.length; restart++) {
    for (let k = 0; k < length; k += 4) {
      for (const side of [true, false])
        put(chosen(side)[below(from, side ? length : table.length - length + 1)]!, side ? -1 : 1);
    }
    const now = improve();
    if (isLess(now, least)) [least, best] = [now, chosen(true)];
    for (const item of chosen(true)) put(item, -1);
    for (const item of best) put(item, 1);
  }
  return best;
}

function isLess(left: readonly number[], right: readonly number[]): boolean {
  const k = left.findIndex((value, index) => !(Math.abs(value - right[index]!) <= ROUNDING));
  return k >= 0 && left[k]! < right[k]!;
}
