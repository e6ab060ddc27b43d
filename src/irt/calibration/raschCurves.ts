import { log1pExp } from '../../math/log1pExp.ts';
import { logistic } from '../../math/logistic.ts';

/** Parameters of a Rasch calibration: difficulties and the standard deviation of ability (its mean is 0). */
export interface RaschParameters {
  readonly b: Float64Array;
  readonly sd: number;
}

/** Probability of a right answer, and the logarithms of right and wrong, items x nodes. */
export interface Curves {
  readonly right: Float64Array;
  readonly logRight: Float64Array;
  readonly logWrong: Float64Array;
}

/** P = logistic(sd z - b) at standard normal nodes z. Scaling the nodes by sd keeps the grid wide enough for any sd. */
export function raschCurves({ b, sd }: RaschParameters, z: Float64Array): Curves {
  const size = b.length * z.length;
  const curves = { right: new Float64Array(size), logRight: new Float64Array(size), logWrong: new Float64Array(size) };
  for (let j = 0, k = 0; j < b.length; j++) {
    for (let q = 0; q < z.length; q++, k++) {
      const logit = sd * z[q]! - b[j]!;
      curves.right[k] = logistic(logit);
      curves.logRight[k] = -log1pExp(-logit);
      curves.logWrong[k] = -log1pExp(logit);
    }
  }
  return curves;
}
