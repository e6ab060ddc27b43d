import { checkAbove, checkList, checkWhole } from '../../math/check.ts';
import { checkSeed } from '../../random/checkSeed.ts';
import { below } from '../../random/stream.ts';
import { warmStream } from '../../random/warmStream.ts';

/** What a goal asks for and how the learner has worked so far. */
export interface GoalWork {
  /** Competencies still to achieve, 0 or more. */
  readonly remaining: number;
  /** Competencies achieved in each past week, 0 or more; weeks without work are 0 and belong here. */
  readonly weekly: readonly number[];
  /** Epoch ms. */
  readonly now: number;
  /** Epoch ms, after `now`; the goal has no date when absent. */
  readonly due?: number;
  /** Random futures, 1 or more; 2,000 when absent. */
  readonly futures?: number;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/** When a goal will be reached, at the learner's own pace. */
export interface GoalForecast {
  /** 'reached' with nothing left; 'unknown' with fewer than three weeks to go by; 'never' when nothing was achieved in any of them. */
  readonly status: 'forecast' | 'reached' | 'unknown' | 'never';
  /** Epoch ms by which the goal is reached with probability 0.5 and 0.8; null when that is unknown or more than ten years away. */
  readonly p50: number | null;
  readonly p80: number | null;
  /** Probability of reaching it by `due`; null without a date or a forecast. */
  readonly probability: number | null;
  /** Competencies a week that it takes; null without a date. */
  readonly requiredPace: number | null;
  /** Mean of the past weeks; null without any. */
  readonly ownPace: number | null;
  /** Whether the goal is unlikely (below 0.2) or asks for more than the best week so far, every week. */
  readonly unrealistic: boolean;
}

const WEEK = 7 * 86_400_000;
const FEWEST = 3;
const LONGEST = 520; // weeks

/**
 * When a learner will reach a goal, and how likely by its date, from the learner's own weeks.
 *
 * Draws future weeks at random from the past ones (bootstrap; Efron 1979) until what remains is achieved, many times; p50 and p80 are quantiles of the weeks
 * it took. A week counts whole (our choice).
 *
 * @param work what remains, past weeks, dates
 * @returns dates, probability, required and own pace
 * @throws RangeError for counts below 0, a date that is not after now, or options out of range
 * @remarks It takes the past for the future: holidays, harder topics and new habits it does not know. With few weeks the spread is too small.
 * @example
 * import { forecastGoal } from 'tutelage/progression/analysis';
 *
 * const now = Date.UTC(2026, 8, 7);
 * const week = 7 * 86_400_000;
 * const goal = forecastGoal({ remaining: 6, weekly: [1, 2, 0, 1], now, due: now + 3 * week });
 * [goal.requiredPace, goal.ownPace, goal.unrealistic]; // => [2, 1, true]
 * (goal.p50! - now) / week; // => 6
 */
export function forecastGoal(work: GoalWork): GoalForecast {
  const where = 'forecastGoal';
  const { remaining, weekly, now, due, futures = 2000, seed = 0 } = work;
  checkWhole(where, 'remaining', remaining, 0);
  checkList(where, 'weekly', weekly);
  for (const [k, count] of weekly.entries()) checkAbove(where, `weekly[${k}]`, count, -Number.MIN_VALUE);
  checkAbove(where, 'now', now, -Infinity);
  if (due !== undefined) checkAbove(where, 'due', due, now);
  checkWhole(where, 'futures', futures, 1);
  checkSeed(where, seed);
  const ownPace = weekly.length === 0 ? null : weekly.reduce((sum, count) => sum + count, 0) / weekly.length;
  const requiredPace = due === undefined ? null : remaining / ((due - now) / WEEK);
  const about = { ownPace, requiredPace };
  const nothing = { p50: null, p80: null, probability: null, unrealistic: false };
  if (remaining === 0)
    return { ...about, ...nothing, status: 'reached', p50: now, p80: now, probability: due === undefined ? null : 1 };
  if (weekly.length < FEWEST) return { ...about, ...nothing, status: 'unknown' };
  if (ownPace === 0)
    return {
      ...about,
      ...nothing,
      status: 'never',
      probability: due === undefined ? null : 0,
      unrealistic: due !== undefined,
    };
  const from = warmStream(seed);
  const weeks = Array.from({ length: futures }, () => {
    let left = remaining;
    let count = 0;
    while (left > 1e-9 && count <= LONGEST) {
      left -= weekly[below(from, weekly.length)]!;
      count++;
    }
    return count;
  }).sort((one, other) => one - other);
  const after = (share: number): number | null => {
    const count = weeks[Math.ceil(share * futures) - 1]!;
    return count > LONGEST ? null : now + count * WEEK;
  };
  const probability = due === undefined ? null : weeks.filter((count) => now + count * WEEK <= due).length / futures;
  const unrealistic = probability !== null && (probability < 0.2 || requiredPace! > Math.max(...weekly));
  return { ...about, status: 'forecast', p50: after(0.5), p80: after(0.8), probability, unrealistic };
}
