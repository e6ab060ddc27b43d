import { check, checkWhole } from '../../math/check.ts';
import { checkSeed } from '../../random/checkSeed.ts';
import { shuffle } from '../../random/shuffle.ts';
import { below, stream } from '../../random/stream.ts';

/** What {@link flipDescent} needs. */
export interface FlipDescentOptions {
  /** Bits, 0 or more. */
  readonly size: number;
  /** What a choice costs, lower is better; finite. It must not keep or change the array it is given. */
  readonly cost: (bits: Int32Array) => number;
  /** Most calls of `cost`, 1 or more; 100 per bit when absent, and at least 1,000. */
  readonly evaluations?: number;
  /** Bits flipped at random to leave a local optimum, 1 or more; 4 when absent. */
  readonly kick?: number;
  /** Ones and zeros to begin with; all zero when absent. */
  readonly start?: ArrayLike<number>;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/** The outcome of {@link flipDescent}. */
export interface FlipDescent {
  readonly best: Int32Array;
  readonly cost: number;
  readonly evaluations: number;
  /** Local optima that were reached: no flip and no swap improves them. */
  readonly descents: number;
  readonly seed: number;
}

/**
 * Iterated local search over ones and zeros: flips one bit, or swaps a one with a zero, as long as that costs less, tried in random
 * order; then flips a few bits at random and descends again, from the better of the last two optima.
 *
 * Lourenco, Martin & Stuetzle (2003), Iterated local search, Handbook of Metaheuristics, 321-353; neighbourhood and settings are our choice.
 *
 * @param options number of bits, cost, budget and start
 * @returns the best bits found, their cost and what it took
 * @throws RangeError or TypeError for options out of range, a start that is no list of `size` ones and zeros, or a cost that is not finite
 * @remarks Same seed, same result. For choices that are easy to price and hard to combine: which materials cover a learner's goals
 * within a time, for example.
 * @example
 * import { flipDescent } from 'tutelage/genetic';
 *
 * // which of these weigh 10 together?
 * const weights = [7, 5, 4, 3, 1];
 * const { best, cost } = flipDescent({
 *   size: 5, cost: (bits) => Math.abs(10 - weights.reduce((sum, weight, k) => sum + weight * bits[k]!, 0)), seed: 1,
 * });
 * cost; // => 0
 * weights.reduce((sum, weight, k) => sum + weight * best[k]!, 0); // => 10
 */
export function flipDescent(options: FlipDescentOptions): FlipDescent {
  const { size, cost, kick = 4, start, seed = 0 } = options;
  checkWhole('flipDescent', 'size', size, 0);
  const { evaluations = Math.max(1000, 100 * size) } = options;
  checkWhole('flipDescent', 'evaluations', evaluations, 1);
  checkWhole('flipDescent', 'kick', kick, 1);
  checkSeed('flipDescent', seed);
  if (start) checkStart(size, start);
  const from = stream(seed);
  const bits = Int32Array.from({ length: size }, (_, k) => start?.[k] ?? 0);
  const home = bits.slice(); // the optimum that kicks start from
  const best = bits.slice();
  let used = 0;
  const price = (): number => {
    used++;
    const value = cost(bits);
    check(Number.isFinite(value), 'flipDescent', 'cost', value, 'finite');
    return value;
  };
  let now = price();
  let [homeCost, bestCost] = [now, now];
  let descents = 0;
  const better = (): boolean => {
    const value = price();
    if (value >= now) return false;
    now = value;
    return true;
  };
  const flip = (k: number): void => {
    bits[k] = 1 - bits[k]!;
  };
  const order = Int32Array.from(bits.keys());
  /** Tries every flip, taking each that gains, until a whole round brings nothing. */
  const flips = (): void => {
    for (let without = 0, at = 0; without < size && used < evaluations; at = (at + 1) % size, without++) {
      flip(order[at]!);
      if (better()) without = -1;
      else flip(order[at]!);
    }
  };
  /** The first swap of a one with a zero that gains. */
  const swap = (): boolean => {
    for (const one of order) {
      if (bits[one] === 0) continue;
      flip(one);
      for (const zero of order) {
        if (bits[zero] === 1 || zero === one) continue;
        if (used >= evaluations) {
          flip(one);
          return false;
        }
        flip(zero);
        if (better()) return true;
        flip(zero);
      }
      flip(one);
    }
    return false;
  };
  while (size > 0 && used < evaluations) {
    shuffle(order, from);
    do flips();
    while (used < evaluations && swap());
    descents++;
    if (now <= homeCost) {
      homeCost = now;
      home.set(bits);
    } else {
      bits.set(home);
    }
    if (homeCost < bestCost) {
      bestCost = homeCost;
      best.set(home);
    }
    if (used >= evaluations) break;
    for (let k = 0; k < kick; k++) flip(below(from, size));
    now = price();
  }
  return { best, cost: bestCost, evaluations: used, descents, seed };
}

function checkStart(size: number, start: ArrayLike<number>): void {
  if (start.length !== size) throw new RangeError(`flipDescent: start has ${start.length} bits, size is ${size}`);
  for (let k = 0; k < size; k++)
    check(start[k] === 0 || start[k] === 1, 'flipDescent', `start[${k}]`, start[k], '0 or 1');
}
