import type { Item } from '../item.ts';
import type { Priors } from './priors/prior.ts';

/** Options of `calibrate`. */
export interface CalibrateOptions<M extends Item['model'] = Item['model']> {
  /** The model of all items, or one for each item of the matrix. */
  readonly model: M | readonly M[];
  /**
   * Priors by parameter, or `none`. When absent: none for most models; where 3PL or 4PL items are among them, a lognormal(0, 0.5),
   * c beta(5, 17) and d beta(17, 5), for all items that have these parameters.
   */
  readonly priors?: Priors | 'none';
  /** Items with known parameters, which stay as they are and settle the scale; those that are not in the matrix are ignored. */
  readonly anchors?: readonly Item[];
  /** The group of every person of the matrix. The first group settles the scale; mean and sd of the others are estimated. */
  readonly groups?: readonly string[];
  /** `normal` when absent; `empirical` estimates the share of persons at every node. */
  readonly distribution?: 'normal' | 'empirical';
  /** Quadrature nodes, 11 to 1001, equally spaced over +-6 standard deviations; 61 when absent. */
  readonly nodes?: number;
  /** Fewest answers an item needs; items with fewer are excluded and reported. 1 when absent. */
  readonly minAnswers?: number;
  /** Stops when a plain step of expectation and maximisation would move no parameter more than this; 1e-6 when absent. */
  readonly tolerance?: number;
  /** Most iterations; 2,000 when absent. */
  readonly iterations?: number;
  /** Standard errors from the observed information (true, the default), robust ones (`sandwich`), or none (false). */
  readonly standardErrors?: boolean | 'sandwich';
}
