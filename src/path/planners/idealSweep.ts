import { stream } from '../../random/stream.ts';
import type { OrderProblem } from '../planner.ts';
import type { CompletionBound } from './completionBound.ts';

/** Where a sweep ended: at the cheapest order below the limit (null: there is none), or too early. */
export interface Swept {
  readonly order: Int32Array | null;
  /** No order costs less, the limit at most. */
  readonly bound: number;
  readonly states: number;
  /** Whether it ended before it was through. */
  readonly capped: boolean;
}

const MOST_WORDS = 1 << 26; // of the sets of a layer: 256 MB

/**
 * The cheapest order below a limit, by dynamic programming over the sets of units that can stand in front, one layer of sets of
 * the same size after the other, with the cheapest way to each unit that a set can end in.
 *
 * A way (set, last) comes from one set only, the one without its last unit, so each is settled when that is expanded: all
 * last units against all next units, without a look-up; only the new set is looked up in a hash table.
 */
export function idealSweep(
  { size, cost, placement, minutes, latest }: OrderProblem,
  pre: readonly Int32Array[],
  { rest, price }: CompletionBound,
  limit: number,
  cap: number,
): Swept {
  const words = (size + 31) >> 5;
  const from = stream(1);
  const salt = Int32Array.from({ length: size }, () => from.next());
  const history: { readonly unit: Uint16Array; readonly parent: Int32Array }[] = [];
  const lasts = new Int32Array(size);
  const paid = new Float64Array(size);
  let layer = empty(words);
  let ahead = empty(words);
  let table = new Int32Array(64);
  let states = 0;
  let bound = -Infinity;
  layer.sets = 1;
  layer.owed[0] = price.reduce((sum, each) => sum + each, 0);
  layer.head[0] = -1;

  /** The place of the set of `i` and `unit` in the next layer. */
  const reach = (i: number, unit: number): number => {
    const hash = layer.hash[i]! ^ salt[unit]!;
    const word = unit >> 5;
    const bit = 1 << (unit & 31);
    let mask = table.length - 1;
    let slot = hash & mask;
    for (; table[slot] !== 0; slot = (slot + 1) & mask) {
      const j = table[slot]! - 1;
      if (ahead.hash[j] !== hash) continue;
      let w = 0;
      while (
        w < words &&
        ahead.key[j * words + w] === (w === word ? layer.key[i * words + w]! | bit : layer.key[i * words + w])
      )
        w++;
      if (w === words) return j;
    }
    const j = ahead.sets++;
    if (j === ahead.hash.length) growSets(ahead);
    table[slot] = j + 1;
    if (2 * j > mask) {
      table = new Int32Array(2 * table.length);
      mask = table.length - 1;
      for (let each = 0; each < j; each++) {
        for (slot = ahead.hash[each]! & mask; table[slot] !== 0; slot = (slot + 1) & mask);
        table[slot] = each + 1;
      }
      for (slot = hash & mask; table[slot] !== 0; slot = (slot + 1) & mask);
      table[slot] = j + 1;
    }
    for (let w = 0; w < words; w++) ahead.key[j * words + w] = layer.key[i * words + w]!;
    ahead.key[j * words + word]! |= bit;
    ahead.hash[j] = hash;
    ahead.owed[j] = layer.owed[i]! - price[unit]!;
    ahead.spent[j] = layer.spent[i]! + (minutes ? minutes[unit]! : 0);
    ahead.head[j] = -1;
    return j;
  };

  for (let k = 0; k < size; k++) {
    table.fill(0);
    ahead.sets = 0;
    ahead.ways = 0;
    let least = Infinity;
    for (let i = 0; i < layer.sets; i++) {
      let ends = 0;
      for (let way = layer.head[i]!; way >= 0; way = layer.link[way]!) {
        lasts[ends] = way;
        paid[ends++] = layer.cost[way]!;
      }
      if (k > 0 && ends === 0) continue;
      for (let unit = 0; unit < size; unit++) {
        if (has(layer.key, i * words, unit)) continue;
        const needs = pre[unit]!;
        let met = 0;
        while (met < needs.length && has(layer.key, i * words, needs[met]!)) met++;
        if (met < needs.length) continue;
        if (latest && layer.spent[i]! + minutes![unit]! > latest[unit]!) continue;
        let total = k > 0 ? Infinity : 0;
        let parent = -1;
        for (let end = 0; end < ends; end++) {
          const sum = paid[end]! + cost[layer.unit[lasts[end]!]! * size + unit]!;
          if (sum < total) {
            total = sum;
            parent = lasts[end]!;
          }
        }
        if (placement) total += placement[unit * size + k]!;
        const whole = total + rest[k * size + unit]! - layer.owed[i]! + price[unit]!;
        if (!(whole < limit)) continue;
        if (++states > cap || ahead.sets * words > MOST_WORDS) return { order: null, bound, states, capped: true };
        if (whole < least) least = whole;
        const way = ahead.ways++;
        if (way === ahead.unit.length) growWays(ahead);
        ahead.cost[way] = total;
        ahead.unit[way] = unit;
        ahead.parent[way] = parent;
        ahead.link[way] = reach(i, unit);
      }
    }
    if (ahead.ways === 0) return { order: null, bound: limit, states, capped: false };
    bound = Math.max(bound, least);
    for (let way = 0; way < ahead.ways; way++) {
      const set = ahead.link[way]!;
      ahead.link[way] = ahead.head[set]!;
      ahead.head[set] = way;
    }
    history.push({ unit: ahead.unit.slice(0, ahead.ways), parent: ahead.parent.slice(0, ahead.ways) });
    [layer, ahead] = [ahead, layer];
  }
  const order = new Int32Array(size);
  let way = 0;
  for (let k = 0; k < layer.ways; k++) if (layer.cost[k]! < layer.cost[way]!) way = k;
  bound = layer.cost[way]!;
  for (let k = size - 1; k >= 0; k--) {
    order[k] = history[k]!.unit[way]!;
    way = history[k]!.parent[way]!;
  }
  return { order, bound, states, capped: false };
}

const has = (key: Int32Array, start: number, unit: number): boolean =>
  ((key[start + (unit >> 5)]! >>> (unit & 31)) & 1) === 1;

type Layer = ReturnType<typeof empty>;

const empty = (words: number) => ({
  sets: 0,
  key: new Int32Array(words * 16),
  hash: new Int32Array(16),
  owed: new Float64Array(16), // the prices of all units not in the set
  spent: new Float64Array(16), // minutes
  head: new Int32Array(16), // the first way to the set
  ways: 0,
  cost: new Float64Array(16),
  unit: new Uint16Array(16),
  parent: new Int32Array(16),
  link: new Int32Array(16), // the next way to the same set
});

function growSets(layer: Layer): void {
  layer.key = doubled(layer.key);
  layer.hash = doubled(layer.hash);
  layer.owed = doubled(layer.owed);
  layer.spent = doubled(layer.spent);
  layer.head = doubled(layer.head);
}

function growWays(layer: Layer): void {
  layer.cost = doubled(layer.cost);
  layer.unit = doubled(layer.unit);
  layer.parent = doubled(layer.parent);
  layer.link = doubled(layer.link);
}

function doubled<T extends Int32Array | Uint16Array | Float64Array>(array: T): T {
  const grown = new (array.constructor as new (length: number) => T)(2 * array.length);
  grown.set(array);
  return grown;
}
