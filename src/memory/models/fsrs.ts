import { CLAMP_PARAMETERS, default_w, FSRSAlgorithm, S_MAX, S_MIN, W17_W18_Ceiling } from 'ts-fsrs';
import { checkDays, checkGrade, checkRetention } from '../checkRecall.ts';
import type { ForgettingModel, MemoryState, RecallGrade } from '../forgettingModel.ts';

/** Memory of one thing as FSRS sees it. */
export interface FsrsState extends MemoryState {
  readonly model: 'fsrs';
  /** Days until retrievability has fallen to 0.9, in [0.001, 36500]. */
  readonly stability: number;
  /** From 1 (easy) to 10. */
  readonly difficulty: number;
}

/** Options of {@link fsrs}. */
export interface FsrsOptions {
  /** The 21 weights of FSRS-6; the published defaults when absent. */
  readonly weights?: readonly number[];
  /** Retention that intervals aim at, in (0, 1]; 0.9 when absent. */
  readonly requestedRetention?: number;
  /** Whether a recall on the same day (`elapsedDays` exactly 0) follows the short-term formula; true when absent. */
  readonly shortTerm?: boolean;
  /** Longest interval in days; 36,500 when absent. */
  readonly maximumDays?: number;
}

/**
 * FSRS-6, the free spaced repetition scheduler: stability and difficulty of a memory, and its power-law forgetting.
 *
 * R(t, S) = (1 + f t / S)^(-w20) with f = 0.9^(-1 / w20) - 1, so that R(S, S) = 0.9. The interval for a retention r is
 * S (r^(-1 / w20) - 1) / f, in whole days, at least 1. A recall raises S the more, the lower R had fallen; a lapse
 * cuts S.
 *
 * https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm; computed by ts-fsrs 5.4, which rounds
 * stability, difficulty and retrievability to 8 decimals. No fuzz: the same input gives the same interval.
 *
 * Not for cards that support one another: FSRS takes every memory for itself. The default weights come from flashcards;
 * for whole competencies they are a starting point, not a finding.
 *
 * @param options weights, retention, same-day formula and longest interval
 * @returns the model; its states are plain JSON and its functions pure
 * @throws RangeError for weights outside the bounds of FSRS-6, a retention outside (0, 1] or a longest interval below 1
 * @remarks Importing ts-fsrs adds four deprecated methods (`scheduler`, `diff`, `format`, `dueFormat`) to
 * `Date.prototype`, until its next major version; only the `memory` entry does this. The model's functions throw a
 * TypeError for a state of another model, and a RangeError for grades other than 1, 2, 3, 4 and for days below 0.
 * @example
 * import { fsrs } from 'tutelage/memory';
 *
 * const memory = fsrs();
 * const learnt = memory.init(3);
 * learnt; // => { version: 1, model: 'fsrs', stability: 2.3065, difficulty: 2.11810397 }
 * memory.intervalDays(learnt); // => 2
 * memory.retrievability(learnt, 7); // => 0.8083
 * memory.update(learnt, 7, 3).stability; // => 21.4
 */
export function fsrs(options: FsrsOptions = {}): ForgettingModel<FsrsState> {
  const { weights = default_w, requestedRetention = 0.9, shortTerm = true, maximumDays = S_MAX } = options;
  checkWeights(weights, shortTerm);
  if (!Number.isInteger(maximumDays) || maximumDays < 1) {
    throw new RangeError(`fsrs: maximumDays must be a whole number of at least 1, got ${maximumDays}`);
  }
  const aimingAt = (retention: number): FSRSAlgorithm => {
    checkRetention('fsrs', retention);
    return new FSRSAlgorithm({
      w: weights,
      request_retention: retention,
      maximum_interval: maximumDays,
      enable_short_term: shortTerm,
      enable_fuzz: false,
      relearning_steps: [],
    });
  };
  const algorithm = aimingAt(requestedRetention);
  const next = (before: FsrsState | null, elapsedDays: number, grade: RecallGrade): FsrsState => {
    checkGrade('fsrs', grade);
    const { stability, difficulty } = algorithm.next_state(before, elapsedDays, grade);
    return { version: 1, model: 'fsrs', stability, difficulty };
  };
  return {
    name: 'fsrs',
    options: { weights: [...weights], requestedRetention, shortTerm, maximumDays },
    init: (grade) => next(null, 0, grade),
    update(state, elapsedDays, grade) {
      checkState(state);
      checkDays('fsrs', elapsedDays);
      return next(state, elapsedDays, grade);
    },
    retrievability(state, elapsedDays) {
      checkState(state);
      checkDays('fsrs', elapsedDays);
      return algorithm.forgetting_curve(elapsedDays, state.stability);
    },
    intervalDays(state, retention = requestedRetention) {
      checkState(state);
      const aimed = retention === requestedRetention ? algorithm : aimingAt(retention);
      return aimed.next_interval(state.stability, 0);
    },
  };
}

/** ts-fsrs would clip weights to its bounds and replace a list of the wrong length without a word. */
function checkWeights(weights: readonly number[], shortTerm: boolean): void {
  if (!Array.isArray(weights)) throw new TypeError(`fsrs: weights must be an array of 21 numbers, got ${weights}`);
  if (weights.length !== 21) {
    throw new RangeError(
      `fsrs: FSRS-6 has 21 weights, got ${weights.length}; weights of older versions need refitting`,
    );
  }
  for (const [index, [lowest, highest]] of CLAMP_PARAMETERS(W17_W18_Ceiling, shortTerm).entries()) {
    const weight = weights[index]!;
    if (!(weight >= lowest! && weight <= highest!)) {
      throw new RangeError(`fsrs: weights[${index}] must lie in [${lowest}, ${highest}], got ${weight}`);
    }
  }
}

function checkState(state: FsrsState): void {
  if (state?.model !== 'fsrs' || state.version !== 1) {
    throw new TypeError(`fsrs: state must be made by fsrs (version 1), got ${JSON.stringify(state)}; start with init`);
  }
  const { stability, difficulty } = state;
  if (!(stability >= S_MIN && stability <= S_MAX && difficulty >= 1 && difficulty <= 10)) {
    throw new RangeError(
      `fsrs: state needs a stability in [${S_MIN}, ${S_MAX}] and a difficulty in [1, 10], got ${stability} and ${difficulty}`,
    );
  }
}
