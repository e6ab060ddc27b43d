import { choleskyInverse } from '../../math/choleskyInverse.ts';
import { choleskySolve } from '../../math/choleskySolve.ts';
import type { AbilityVectorMethod, AnsweredDimensions } from './abilityVector.ts';

const MOST_STEPS = 200;
const STILL = 1e-10;

/**
 * Maximum a posteriori abilities: the mode of the posterior under a multivariate normal population, for any number of dimensions.
 *
 * Newton's method from the population mean; where the posterior is not concave (guessing) the expected information takes the place of
 * the observed, and steps are halved until they climb. Standard errors from the observed information and the population.
 *
 * Segall, D. O. (1996). Psychometrika 61, 331-354.
 *
 * @returns the method, to be passed as `by`
 * @remarks With guessing a posterior can have several modes; the one found is uphill from the population mean.
 * O(answers x dimensions^2 + dimensions^3) per step, at most 200.
 * @example
 * import { estimateAbilityVector, vectorMap } from 'tutelage/irt/analysis';
 *
 * const items = [{ id: 'q1', model: 'logistic', a: [1, 0.5], d: 0 }] as const;
 * estimateAbilityVector(items, [1], { by: vectorMap() }).theta; // => [0.383, 0.191]
 */
export function vectorMap(): AbilityVectorMethod {
  return {
    name: 'vectorMap',
    options: {},
    estimate(answered, n) {
      let y: Float64Array = new Float64Array(n);
      let here = slopeAt(answered, y);
      for (let round = 0; ; round++) {
        const step = choleskySolve(here.observed, n, here.gradient) ?? choleskySolve(here.expected, n, here.gradient)!;
        if (round === MOST_STEPS || step.every((value) => Math.abs(value) <= STILL)) {
          return { y, covariance: choleskyInverse(here.observed, n) ?? choleskyInverse(here.expected, n)! };
        }
        for (let share = 1; ; share /= 2) {
          const next = y.map((value, i) => value + share * step[i]!);
          const found = slopeAt(answered, next);
          if (found.height < here.height - STILL && share > STILL) continue;
          y = next;
          here = found;
          break;
        }
      }
    },
  };
}

/** The log posterior up to a constant, its gradient, and minus its second derivatives as observed and as expected. */
function slopeAt(answered: readonly AnsweredDimensions[], y: Float64Array) {
  const n = y.length;
  const gradient = y.map((value) => -value);
  const observed = Float64Array.from({ length: n * n }, (_, k) => (k % (n + 1) === 0 ? 1 : 0));
  const expected = observed.slice();
  let height = -0.5 * y.reduce((sum, value) => sum + value * value, 0);
  for (const { item, model, answer, offset, loadings } of answered) {
    const z = loadings.reduce((sum, loading, i) => sum + loading * y[i]!, offset);
    const curvature = model.curvature(item, z, answer);
    const information = model.information(item, z);
    const score = model.score(item, z, answer);
    height += model.logProbability(item, z, answer);
    for (let i = 0; i < n; i++) {
      gradient[i]! += score * loadings[i]!;
      for (let j = 0; j < n; j++) {
        const both = loadings[i]! * loadings[j]!;
        observed[i * n + j]! -= curvature * both;
        expected[i * n + j]! += information * both;
      }
    }
  }
  return { height, gradient, observed, expected };
}
