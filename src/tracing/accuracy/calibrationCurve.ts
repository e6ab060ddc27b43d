import { checkWhole } from '../../math/check.ts';
import { checkForecasts } from './checkForecasts.ts';

/** Predictions of about the same size, and what came of them. */
export interface CalibrationBin {
  /** The bin holds probabilities from `from` to below `to`; the last one 1 as well. */
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean prediction and share of right answers; null in an empty bin. */
  readonly predicted: number | null;
  readonly observed: number | null;
}

/** The outcome of {@link calibrationCurve}. */
export interface CalibrationCurve {
  readonly bins: readonly CalibrationBin[];
  /** Mean distance between predicted and observed, bins weighted by their numbers. */
  readonly error: number;
}

/**
 * Whether what is called 70 % happens in 70 of 100 cases: predictions in bins of equal width, with what was predicted and what happened.
 *
 * A reliability diagram (Murphy & Winkler 1977, Applied Statistics 26, 41-47); `error` is the expected calibration error.
 *
 * @param predictions probabilities of a right answer
 * @param outcomes 1 right, 0 wrong, one for each
 * @param options bins: 1 or more; 10 when absent
 * @returns the bins in ascending order, and the mean distance
 * @throws RangeError or TypeError as {@link logLoss}, or for a number of bins that is no whole number of 1 or more
 * @remarks The error depends on the bins, and small bins make it larger than it is.
 * @example
 * import { calibrationCurve } from 'tutelage/tracing/analysis';
 *
 * const { bins, error } = calibrationCurve([0.2, 0.3, 0.9, 0.9], [0, 1, 1, 1], { bins: 2 });
 * bins[1]; // => { from: 0.5, to: 1, n: 2, predicted: 0.9, observed: 1 }
 * error; // => 0.175
 */
export function calibrationCurve(
  predictions: ArrayLike<number>,
  outcomes: ArrayLike<number>,
  { bins: count = 10 }: { readonly bins?: number } = {},
): CalibrationCurve {
  checkForecasts('calibrationCurve', predictions, outcomes);
  checkWhole('calibrationCurve', 'bins', count, 1);
  const n = new Int32Array(count);
  const predicted = new Float64Array(count);
  const observed = new Float64Array(count);
  for (let k = 0; k < predictions.length; k++) {
    const bin = Math.min(count - 1, Math.floor(predictions[k]! * count));
    n[bin]!++;
    predicted[bin]! += predictions[k]!;
    observed[bin]! += outcomes[k]!;
  }
  let distance = 0;
  const bins = Array.from(n, (size, bin): CalibrationBin => {
    distance += Math.abs(predicted[bin]! - observed[bin]!);
    const mean = (sum: number) => (size > 0 ? sum / size : null);
    return {
      from: bin / count,
      to: (bin + 1) / count,
      n: size,
      predicted: mean(predicted[bin]!),
      observed: mean(observed[bin]!),
    };
  });
  return { bins, error: distance / predictions.length };
}
