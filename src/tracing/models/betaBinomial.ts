import { checkAbove } from '../../math/check.ts';
import type { TracingModel } from '../tracingModel.ts';

/** Options of {@link betaBinomial}. */
export interface BetaBinomialOptions {
  /** Right answers that the prior is worth, above 0; 1 when absent. */
  readonly right?: number;
  /** Wrong answers that the prior is worth, above 0; 1 when absent. */
  readonly wrong?: number;
}

/** State of {@link betaBinomial}: the parameters of the Beta distribution. */
export interface BetaBinomialState {
  readonly version: 1;
  readonly model: 'betaBinomial';
  readonly right: number;
  readonly wrong: number;
}

/**
 * The share of right answers with its uncertainty: Beta(right, wrong), to which every answer adds its score and what is
 * missing to 1.
 *
 * Mean a / (a + b), variance a b / ((a + b)^2 (a + b + 1)): the conjugate posterior of a Bernoulli probability (Gelman et al.,
 * Bayesian Data Analysis, section 2.4); with both at 1 the prior is uniform.
 *
 * @param options what the prior is worth
 * @returns a model for `recordEvidence`; the order of answers makes no difference
 * @throws RangeError for a prior that is not above 0
 * @remarks It knows neither learning nor the difficulty of questions: use it where answers are of like difficulty and recent.
 * @example
 * import { betaBinomial } from 'tutelage/tracing';
 *
 * const model = betaBinomial();
 * const after = [1, 1, 0.5].reduce((state, score) => model.update(state, score), model.init());
 * after; // => { version: 1, model: 'betaBinomial', right: 3.5, wrong: 1.5 }
 * model.estimate(after); // => { value: 0.7, sd: 0.187 }
 */
export function betaBinomial(options: BetaBinomialOptions = {}): TracingModel<BetaBinomialState> {
  const { right = 1, wrong = 1 } = options;
  for (const [name, value] of Object.entries({ right, wrong })) checkAbove('betaBinomial', name, value, 0);
  const mean = (state: BetaBinomialState) => state.right / (state.right + state.wrong);
  return {
    name: 'betaBinomial',
    options: { right, wrong },
    commutative: true,
    scope: 'competency',
    init: () => ({ version: 1, model: 'betaBinomial', right, wrong }),
    predict: mean,
    update(state, score, weight = 1) {
      if (score === null) return state;
      return { ...state, right: state.right + weight * score, wrong: state.wrong + weight * (1 - score) };
    },
    estimate(state) {
      const value = mean(state);
      return { value, sd: Math.sqrt((value * (1 - value)) / (state.right + state.wrong + 1)) };
    },
  };
}
