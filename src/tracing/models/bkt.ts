import { checkShare } from '../../math/check.ts';
import type { TracingModel } from '../tracingModel.ts';

/** Parameters of {@link bkt}: probabilities in [0, 1]. */
export interface BktOptions {
  /** P(known) before the first answer. */
  readonly prior: number;
  /** P(learning it at one opportunity). */
  readonly learn: number;
  /** P(right | not known). */
  readonly guess: number;
  /** P(wrong | known). */
  readonly slip: number;
  /** P(forgetting it between two opportunities); 0 when absent, as in the original model. */
  readonly forget?: number;
}

/** State of {@link bkt}. */
export interface BktState {
  readonly version: 1;
  readonly model: 'bkt';
  /** P(known) at the next opportunity. */
  readonly known: number;
}

/**
 * Bayesian knowledge tracing: a skill is known or not, and may be learnt at each opportunity.
 *
 * With L = P(known): P(right) = L (1 - slip) + (1 - L) guess; after a right answer L' = L (1 - slip) / P(right), after a wrong
 * one L' = L slip / P(wrong), after a missing one L' = L; at the next opportunity L' (1 - forget) + (1 - L') learn (Corbett &
 * Anderson 1995, User Modeling and User-Adapted Interaction 4, 253-278).
 *
 * @param options probabilities
 * @returns a model for `recordEvidence`
 * @throws RangeError for a probability outside [0, 1] or guess + slip of 1 or more, where a right answer would be evidence of not knowing
 * @remarks Our choices: a score s between 0 and 1 counts as right with probability s and wrong otherwise (L' is the mixture); a weight
 * w mixes the new L and the old, w and 1 - w; an answer that the model says cannot happen leaves L as it is. `sd` is that of
 * the hidden 0 or 1. Do not use it with parameters fitted without bounds: several optima and swapped labels are common.
 * @example
 * import { bkt } from 'tutelage/tracing';
 *
 * const model = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
 * model.predict(model.init()); // => 0.48
 * model.estimate(model.update(model.init(), 1)).value; // => 0.775
 * model.estimate(model.update(model.init(), null)).value; // => 0.46
 */
export function bkt(options: BktOptions): TracingModel<BktState> {
  const { prior, learn, guess, slip, forget = 0 } = options;
  for (const [name, value] of Object.entries({ prior, learn, guess, slip, forget })) checkShare('bkt', name, value);
  if (guess + slip >= 1) {
    throw new RangeError(
      `bkt: guess + slip must be below 1, got ${guess} + ${slip}; otherwise a right answer would speak against knowing`,
    );
  }
  const predict = ({ known }: BktState) => known * (1 - slip) + (1 - known) * guess;
  return {
    name: 'bkt',
    options: { prior, learn, guess, slip, forget },
    commutative: false,
    init: () => ({ version: 1, model: 'bkt', known: prior }),
    predict,
    update(state, score, weight = 1) {
      const { known } = state;
      const right = predict(state);
      const ifRight = right > 0 ? (known * (1 - slip)) / right : known;
      const ifWrong = right < 1 ? (known * slip) / (1 - right) : known;
      const seen = score === null ? known : score * ifRight + (1 - score) * ifWrong;
      const next = seen * (1 - forget) + (1 - seen) * learn;
      return { version: 1, model: 'bkt', known: known + weight * (next - known) };
    },
    estimate: ({ known }) => ({ value: known, sd: Math.sqrt(known * (1 - known)) }),
  };
}
