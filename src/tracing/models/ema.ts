import { check, checkShare } from '../../math/check.ts';
import { shareSd } from '../../math/shareSd.ts';
import type { TracingModel } from '../tracingModel.ts';

/** Options of {@link ema}. */
export interface EmaOptions {
  /** What the past counts, above 0 and below 1; 0.8 when absent. */
  readonly memory?: number;
  /** The average before any answer, in [0, 1]; 0.5 when absent. */
  readonly start?: number;
}

/** State of {@link ema}. */
export interface EmaState {
  readonly version: 1;
  readonly model: 'ema';
  readonly average: number;
  /** What the answers weigh together, the rest being the start, and the sum of their squared weights. */
  readonly weight: number;
  readonly squares: number;
}

/**
 * An exponential moving average of scores: v' = a v + (1 - a) score.
 *
 * Pelanek & Rihak (2018), New Review of Hypermedia and Multimedia 24, 133-159, who found it an adequate base for decisions on mastery.
 *
 * @param options memory and start
 * @returns a model for `recordEvidence`
 * @throws RangeError for a memory outside (0, 1) or a start outside [0, 1]
 * @remarks It knows nothing of guessing: with multiple choice it starts well above 0. A weight w counts the answer with (1 - a) w. `sd` (our
 * choice) is that of a share seen in as many answers as the weights are worth: their squared sum over the sum of their squares (Kish).
 * @example
 * import { ema } from 'tutelage/tracing';
 *
 * const model = ema({ start: 0 });
 * const after = [1, 1, 0, 1].reduce((state, score) => model.update(state, score), model.init());
 * model.estimate(after); // => { value: 0.4304, sd: 0.1914 }
 */
export function ema(options: EmaOptions = {}): TracingModel<EmaState> {
  const { memory = 0.8, start = 0.5 } = options;
  check(memory > 0 && memory < 1, 'ema', 'memory', memory, 'a number above 0 and below 1');
  checkShare('ema', 'start', start);
  return {
    name: 'ema',
    options: { memory, start },
    commutative: false,
    scope: 'competency',
    init: () => ({ version: 1, model: 'ema', average: start, weight: 0, squares: 0 }),
    predict: ({ average }) => average,
    update(state, score, weight = 1) {
      if (score === null) return state;
      const fresh = (1 - memory) * weight;
      const average = state.average + fresh * (score - state.average);
      return {
        ...{ version: 1, model: 'ema' },
        average: Math.min(1, Math.max(0, average)), // rounding may step outside
        weight: (1 - fresh) * state.weight + fresh,
        squares: (1 - fresh) * (1 - fresh) * state.squares + fresh * fresh,
      };
    },
    estimate({ average, weight, squares }) {
      return { value: average, sd: shareSd(average, squares > 0 ? (weight * weight) / squares : 0) };
    },
  };
}
