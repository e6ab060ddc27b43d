import type { Population } from '../ability/abilityMethod.ts';
import type { Item } from '../item.ts';

/** An item that could not be calibrated, and why. */
export interface ExcludedItem {
  readonly id: string;
  /** `constant`: all answers equal, so the difficulty is at plus or minus infinity. */
  readonly reason: 'constant' | 'tooFewAnswers';
  /** Number of answers it has. */
  readonly answers: number;
}

/** Standard errors from the observed information; null when that is not positive definite at the solution. */
export interface CalibrationErrors {
  readonly items: readonly { readonly id: string; readonly b: number }[];
  readonly population: readonly { readonly sd: number }[];
}

/** Items, population and how the fit went. */
export interface Calibration {
  readonly items: readonly Item[];
  /** One population; its mean is fixed at 0, which settles where the scale begins. */
  readonly population: readonly Population[];
  readonly se: CalibrationErrors | null;
  readonly logLikelihood: number;
  /** Number of parameters estimated. */
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** `empty`: no item could be calibrated. `flat`: no variance of ability can be seen in the answers. */
  readonly reason: 'converged' | 'iterations' | 'flat' | 'empty';
  readonly excluded: readonly ExcludedItem[];
  /** Persons with an answer to a calibrated item, and persons without. */
  readonly persons: { readonly used: number; readonly unused: number };
}
