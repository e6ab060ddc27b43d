import type { Item } from '../item.ts';
import type { ResponseModel } from '../responseModel.ts';

/** Means and covariances of several abilities in a population, in logits. */
export interface MultivariatePopulation {
  readonly mean: readonly number[];
  /** Symmetric and positive definite. */
  readonly covariance: readonly (readonly number[])[];
}

/** Several abilities of a person. Never NaN. */
export interface AbilityVector {
  /** One ability per dimension, in logits. */
  readonly theta: readonly number[];
  /** Their standard errors (for `vectorEap` posterior standard deviations). */
  readonly se: readonly number[];
  /** Covariances of the errors; the squares of `se` on the diagonal. */
  readonly covariance: readonly (readonly number[])[];
  /** `empty`: nothing was answered, so that the population is handed back. */
  readonly status: 'ok' | 'empty';
  /** Number of answers it rests on. */
  readonly n: number;
  /** The method's name. */
  readonly method: string;
}

/** A way to estimate several abilities: a value such as `vectorMap()`. */
export interface AbilityVectorMethod {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Standardised abilities and the row-major covariance of their errors. */
  estimate(answered: readonly AnsweredDimensions[], dimensions: number): { y: Float64Array; covariance: Float64Array };
}

/** An answer that depends on z = offset + loadings . y, where the abilities y are independent and standard normal in the population. */
export interface AnsweredDimensions {
  /** The item as a function of z alone. */
  readonly item: Item;
  readonly model: ResponseModel;
  readonly answer: number;
  readonly offset: number;
  readonly loadings: Float64Array;
}
