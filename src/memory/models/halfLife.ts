import { check, checkAbove } from '../../math/check.ts';
import { checkDays, checkGrade, checkRetention } from '../checkRecall.ts';
import type { ForgettingModel, MemoryState } from '../forgettingModel.ts';

/** Memory of one thing as half-life regression sees it. */
export interface HalfLifeState extends MemoryState {
  readonly model: 'halfLife';
  /** Recalls that went well (grade 2 to 4), and those that failed. */
  readonly right: number;
  readonly wrong: number;
}

/** Options of {@link halfLife}: weights such as `fitHalfLife` finds, in powers of two. */
export interface HalfLifeOptions {
  /** log2 of the half-life in days before any recall. */
  readonly bias: number;
  /** What right recalls add: times the square root of 1 + their number. */
  readonly right: number;
  /** What failed recalls add, mostly below 0. */
  readonly wrong: number;
  /** Shortest half-life in days, above 0; 15 minutes when absent. */
  readonly leastDays?: number;
  /** Longest half-life in days; 274 (nine months) when absent. */
  readonly mostDays?: number;
}

/**
 * Half-life regression: memory halves every h days, and h depends on how often it was recalled and missed.
 *
 * R(t) = 2^(-t / h), h = 2^(bias + right sqrt(1 + recalls) + wrong sqrt(1 + lapses)), kept between `leastDays` and `mostDays` (Settles & Meeder
 * 2016, ACL, 1848-1858, with the bounds and the square roots of their published program).
 *
 * @param options weights and bounds
 * @returns the model
 * @throws RangeError for weights that are not finite or bounds out of order; its functions throw as those of `fsrs`
 * @remarks It does not look at when recalls happened, so ten in one hour count like ten in a month; on 10,000 users of a flashcard program it predicted
 * worse than a constant (log-loss 0.415 against 0.363; FSRS-6 0.321: srs-benchmark). Prefer `fsrs` unless you have weights of your own.
 * @example
 * import { halfLife } from 'tutelage/memory';
 *
 * const memory = halfLife({ bias: 0, right: 1, wrong: -0.5 });
 * const learnt = memory.init(3);
 * memory.retrievability(learnt, 3); // => 0.3317
 * memory.intervalDays(memory.update(learnt, 3, 3), 0.5); // => 2.349
 */
export function halfLife(options: HalfLifeOptions): ForgettingModel<HalfLifeState> {
  const { bias, right, wrong, leastDays = 1 / 96, mostDays = 274 } = options;
  for (const [name, value] of Object.entries({ bias, right, wrong })) checkAbove('halfLife', name, value, -Infinity);
  checkAbove('halfLife', 'leastDays', leastDays, 0);
  check(mostDays >= leastDays && mostDays < Infinity, 'halfLife', 'mostDays', mostDays, 'at least leastDays');
  const daysOf = (state: HalfLifeState): number => {
    checkState(state);
    const power = bias + right * Math.sqrt(1 + state.right) + wrong * Math.sqrt(1 + state.wrong);
    return Math.min(mostDays, Math.max(leastDays, 2 ** power));
  };
  const counted = (before: { readonly right: number; readonly wrong: number }, grade: number): HalfLifeState => {
    checkGrade('halfLife', grade);
    const isRight = grade > 1;
    return {
      version: 1,
      model: 'halfLife',
      right: before.right + (isRight ? 1 : 0),
      wrong: before.wrong + (isRight ? 0 : 1),
    };
  };
  return {
    name: 'halfLife',
    options: { bias, right, wrong, leastDays, mostDays },
    init: (grade) => counted({ right: 0, wrong: 0 }, grade),
    update(state, elapsedDays, grade) {
      checkState(state);
      checkDays('halfLife', elapsedDays);
      return counted(state, grade);
    },
    retrievability(state, elapsedDays) {
      checkDays('halfLife', elapsedDays);
      return 2 ** (-elapsedDays / daysOf(state));
    },
    intervalDays(state, retention = 0.9) {
      checkRetention('halfLife', retention);
      return -daysOf(state) * Math.log2(retention);
    },
  };
}

function checkState(state: HalfLifeState): void {
  if (state?.model === 'halfLife' && state.version === 1 && state.right >= 0 && state.wrong >= 0) return;
  throw new TypeError(
    `halfLife: state must be made by halfLife (version 1), got ${JSON.stringify(state)}; start with init`,
  );
}
