import type { Item } from '../../item.ts';
import type { ExcludedItem, ItemParameters } from '../calibration.ts';

/** Item parameters by conditional or joint maximum likelihood and how the fit went. */
export interface ConditionalCalibration<I extends Item = Item> {
  /** Items in the order of the matrix; none unless `reason` is `converged` or `iterations`. */
  readonly items: readonly I[];
  /** Under every parameter of an item its standard error, under the same normalisation; null when there are no items. */
  readonly se: { readonly items: readonly ItemParameters<I>[] } | null;
  /** Of the answers given the sums of points (`calibrateJoint`: given abilities and difficulties). */
  readonly logLikelihood: number;
  /** Number of parameters estimated; what the normalisation settles is not counted. */
  readonly parameters: number;
  readonly iterations: number;
  readonly converged: boolean;
  /**
   * `empty`: no item could be calibrated. `disconnected`: the answers do not hold all parameters on one scale (sets of items without a
   * person in common, or too few different sums of points). `unbounded`: some items are always answered better than others, or a
   * category of the rating scale was never used, so that a difference lies at infinity.
   */
  readonly reason: 'converged' | 'iterations' | 'empty' | 'disconnected' | 'unbounded';
  /**
   * Items left out: `constant` (all lowest or all highest), `tooFewAnswers` (none), `emptyCategory` (a category without an answer), each
   * among the persons used, whose `answers` to the item are counted.
   */
  readonly excluded: readonly ExcludedItem[];
  /** Unused are persons with the lowest or highest possible sum of points or fewer than two answers: they say nothing about items. */
  readonly persons: { readonly used: number; readonly unused: number };
}
