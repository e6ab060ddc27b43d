import { check } from '../../math/check.ts';
import { checkDays, checkGrade, checkRetention } from '../checkRecall.ts';
import type { ForgettingModel, MemoryState } from '../forgettingModel.ts';

/** A card in a box. */
export interface LeitnerState extends MemoryState {
  readonly model: 'leitner';
  /** From 0. */
  readonly box: number;
}

/** Options of {@link leitner}. */
export interface LeitnerOptions {
  /** Days until a card of each box is due, each above 0 and more than the one before; 1, 2, 4, 8, 16 when absent. */
  readonly boxes?: readonly number[];
}

const TARGET = 0.9; // what a due card is taken to be remembered with

/**
 * Leitner's boxes: a card that is known moves one box on and is due later, one that is not goes back to the first.
 *
 * Leitner (1972), So lernt man lernen. A hard recall (grade 2) leaves the card where it is. The boxes hold no model of memory: that a due card is
 * remembered with probability 0.9 and that memory fades exponentially, R(t) = 0.9^(t / days of the box), is our choice.
 *
 * @param options days of each box
 * @returns the model
 * @throws RangeError for no box, or days that do not rise; its functions throw as those of `fsrs`
 * @remarks Easy to explain and to do with paper. A recall moves the card whenever it comes, early or late.
 * @example
 * import { leitner } from 'tutelage/memory';
 *
 * const memory = leitner();
 * const learnt = memory.init(3);
 * learnt; // => { version: 1, model: 'leitner', box: 0 }
 * memory.intervalDays(memory.update(learnt, 1, 3)); // => 2
 * memory.update(memory.update(learnt, 1, 3), 2, 1).box; // => 0
 */
export function leitner(options: LeitnerOptions = {}): ForgettingModel<LeitnerState> {
  const { boxes = [1, 2, 4, 8, 16] } = options;
  if (boxes.length === 0) throw new RangeError('leitner: no box; give the days of one or more');
  for (const [k, days] of boxes.entries()) {
    const before = k > 0 ? boxes[k - 1]! : 0;
    check(days > before && days < Infinity, 'leitner', `boxes[${k}]`, days, `a finite number of days above ${before}`);
  }
  const inBox = (box: number): LeitnerState => ({ version: 1, model: 'leitner', box });
  const daysOf = (state: LeitnerState): number => {
    const days = state?.model === 'leitner' && state.version === 1 ? boxes[state.box] : undefined;
    if (days !== undefined) return days;
    throw new TypeError(
      `leitner: state must be made by leitner with these boxes, got ${JSON.stringify(state)}; start with init`,
    );
  };
  return {
    name: 'leitner',
    options: { boxes },
    init(grade) {
      checkGrade('leitner', grade);
      return inBox(0);
    },
    update(state, elapsedDays, grade) {
      daysOf(state);
      checkDays('leitner', elapsedDays);
      checkGrade('leitner', grade);
      if (grade === 1) return inBox(0);
      return grade === 2 ? state : inBox(Math.min(boxes.length - 1, state.box + 1));
    },
    retrievability(state, elapsedDays) {
      checkDays('leitner', elapsedDays);
      return TARGET ** (elapsedDays / daysOf(state));
    },
    intervalDays(state, retention = TARGET) {
      checkRetention('leitner', retention);
      return retention === TARGET ? daysOf(state) : daysOf(state) * (Math.log(retention) / Math.log(TARGET));
    },
  };
}
