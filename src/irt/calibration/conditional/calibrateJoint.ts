import type { RaschItem } from '../../item.ts';
import type { ResponseMatrix } from '../../responseMatrix.ts';
import { conditionalTops } from './calibrateConditional.ts';
import type { ConditionalCalibration } from './conditionalCalibration.ts';
import { EMPTY } from './fitConditional.ts';
import { jointSlope } from './jointSlope.ts';
import { newtonClimb } from './newtonClimb.ts';
import { scoreGroups } from './scoreGroups.ts';

/** Options of {@link calibrateJoint}. */
export interface JointOptions {
  /** Whether difficulties are multiplied by (L - 1) / L; true when absent. */
  readonly correct?: boolean;
  /** Stops when no difficulty would move more than this, in logits; 1e-8 when absent. */
  readonly tolerance?: number;
  /** Most Newton iterations; 100 when absent. */
  readonly iterations?: number;
}

/**
 * Calibrates Rasch items by joint maximum likelihood: difficulties and everybody's ability at once, as Winsteps and its kin do.
 *
 * Such difficulties are spread too far, however many persons there are: by about L / (L - 1) for tests of L items. The correction takes that
 * back roughly (L is the mean number of items a person answered); {@link calibrateConditional} has no such bias and costs little more.
 *
 * Wright, B. D. & Panchapakesan, N. (1969), Educational and Psychological Measurement 29, 23-48; Andersen, E. B. (1980), Discrete
 * statistical models with social science applications, 6.1 (the bias).
 *
 * @param matrix answers 0 and 1, -1 where not administered
 * @param options correction and stopping
 * @returns as {@link calibrateConditional}, difficulties summing to 0; `logLikelihood` is the joint one at the uncorrected estimates, `parameters`
 * counts an ability for every person used
 * @throws as {@link calibrateConditional}
 * @remarks Persons with extreme scores are left out, as their abilities are infinite. Standard errors are those of the joint likelihood and
 * too small for short tests. Estimate abilities afterwards with `estimateAbilities`.
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { calibrateJoint } from 'tutelage/irt/analysis';
 *
 * const matrix = responseMatrix([[1, 0], [1, 0], [1, 0], [0, 1], [1, 1]], { items: ['easy', 'hard'] });
 * calibrateJoint(matrix, { correct: false }).items.map(({ b }) => b); // => [-1.1, 1.1]
 * calibrateJoint(matrix).items.map(({ b }) => b); // => [-0.549, 0.549]
 */
export function calibrateJoint(matrix: ResponseMatrix, options: JointOptions = {}): ConditionalCalibration<RaschItem> {
  const { correct = true, tolerance = 1e-8, iterations = 100 } = options;
  const tops = conditionalTops('calibrateJoint', matrix, { ...options, model: 'rasch' });
  const grouped = scoreGroups(matrix, tops, false);
  const { ids, groups, excluded, persons } = grouped;
  const n = ids.length;
  if (n === 0) return { ...EMPTY, excluded, persons };
  const free = [ids.map(() => 1)];
  const { at, covariance, ...fit } = newtonClimb((b) => jointSlope(grouped, b), free, tolerance, iterations);
  const answers = groups.reduce(
    (sum, { items, persons: own }) => own.reduce((all, k) => all + k * items.length, sum),
    0,
  );
  const share = correct ? 1 - persons.used / answers : 1;
  return {
    ...fit,
    items: covariance ? ids.map((id, j) => ({ id, model: 'rasch', b: share * at[j]! })) : [],
    se: covariance && { items: ids.map((id, j) => ({ id, b: share * Math.sqrt(covariance[j * (n + 1)]!) })) },
    parameters: n - 1 + persons.used,
    converged: fit.reason === 'converged',
    excluded,
    persons,
  };
}
