import type { Item } from '../item.ts';
import type { ResponseModel } from '../responseModel.ts';

/** Mean and standard deviation of ability in a population, in logits. */
export interface Population {
  readonly mean: number;
  readonly sd: number;
}

/** Answered items side by side with their models and answers: what an ability method sees. */
export interface AnsweredItems {
  readonly items: readonly Item[];
  readonly models: readonly ResponseModel[];
  readonly answers: readonly number[];
}

/** An estimate of ability. Never NaN. */
export interface AbilityEstimate {
  /** Ability in logits. */
  readonly theta: number;
  /** Its standard error (for Bayesian methods the posterior standard deviation); null when there is none. */
  readonly se: number | null;
  /**
   * `empty`: nothing was answered, so theta is what the method says without data (the population mean, or the middle of the bounds).
   * `unbounded`: the answers fit the better the farther out theta is, as when all are right (theta is the bound), or fit all thetas of a
   * range alike (theta is one of them); the estimate has no error.
   */
  readonly status: 'ok' | 'empty' | 'unbounded';
  /** Number of answers it rests on. */
  readonly n: number;
  /** The method's name. */
  readonly method: string;
}

/** A way to estimate ability: a value such as `eap()`. */
export interface AbilityMethod {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** Ability from answered items; what the answers cannot give is a status, never NaN. */
  estimate(answered: AnsweredItems): AbilityEstimate;
  /** The same for many persons at once, where that is faster: theta and standard error, NaN for persons to be estimated alone. */
  estimateMany?(many: AnswerTable): { readonly theta: Float64Array; readonly se: Float64Array };
}

/** Answers of many persons to the same items. */
export interface AnswerTable {
  readonly items: readonly Item[];
  readonly models: readonly ResponseModel[];
  readonly persons: number;
  /** Row-major persons x items: the category answered, or negative when not administered. */
  readonly answers: Int8Array;
}
