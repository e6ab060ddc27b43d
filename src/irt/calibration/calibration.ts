import type { Population } from '../ability/abilityMethod.ts';
import type { Item } from '../item.ts';

/** An item that could not be calibrated, and why. */
export interface ExcludedItem {
  readonly id: string;
  /**
   * `constant`: all answers equal, so the difficulty is at plus or minus infinity. `emptyCategory`: nobody gave an answer below the
   * highest given, so a step has no finite value. `negativeDiscrimination`: abler persons do worse on it, so the model does not hold.
   */
  readonly reason: 'constant' | 'tooFewAnswers' | 'emptyCategory' | 'negativeDiscrimination';
  /** Number of answers it has. */
  readonly answers: number;
}

/** An item's parameters without its model; of each kind of item on its own. */
export type ItemParameters<I extends Item = Item> = I extends Item ? Omit<I, 'model'> : never;

/** Standard errors in the shape of what they belong to; 0 for what was not estimated. */
export interface CalibrationErrors<I extends Item = Item> {
  /** Under every parameter of an item its standard error. */
  readonly items: readonly ItemParameters<I>[];
  readonly population: readonly Population[];
}

/** Items, populations and how the fit went. */
export interface Calibration<I extends Item = Item> {
  readonly items: readonly I[];
  /** One per group, in the order of `groups`. */
  readonly population: readonly Population[];
  /** Names of the groups with an answer, in the order of their first person; one nameless group when none were given. */
  readonly groups: readonly string[];
  /** Distributions of ability of every group at the nodes, with `distribution: 'empirical'`. */
  readonly histograms: readonly { readonly theta: readonly number[]; readonly weight: readonly number[] }[] | null;
  readonly se: CalibrationErrors<I> | null;
  readonly logLikelihood: number;
  /** Log-density of the items under the priors; 0 without any. */
  readonly logPrior: number;
  /** Number of parameters estimated. */
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly iterations: number;
  readonly converged: boolean;
  /**
   * `empty`: no item could be calibrated. `flat`: no variance of ability can be seen in the answers. `steep`: an item is so steep that the
   * nodes cannot follow it; the answers may have no best slope (take a prior on `a`), or the test needs more nodes.
   */
  readonly reason: 'converged' | 'iterations' | 'flat' | 'steep' | 'empty';
  /** How far a further step of expectation and maximisation would move the parameter it moves most. */
  readonly change: number;
  readonly excluded: readonly ExcludedItem[];
  /** Persons with an answer to a calibrated item, and persons without. */
  readonly persons: { readonly used: number; readonly unused: number };
}
