import type { LinkingMethod } from './linkingMethod.ts';
import { momentMethod } from './momentMethod.ts';

/**
 * Linking by mean and spread of difficulty: slope = sd(b_old) / sd(b_new), intercept = mean(b_old) - slope mean(b_new).
 *
 * Every difficulty, threshold and step counts once; one that is far off moves the slope a good deal. Nominal items are refused. When
 * difficulties do not differ the slope is left at 1, with status `noSpread`.
 *
 * Marco, G. L. (1977). Journal of Educational Measurement 14, 139-160.
 *
 * @returns the method, to be passed as `by`
 * @example
 * import { linkScales, meanSigma } from 'tutelage/irt/analysis';
 *
 * const items = (...b: number[]) => b.map((value, k) => ({ id: `q${k}`, model: '2pl', a: 1, b: value }) as const);
 * const { slope, intercept } = linkScales(items(-1, 3), items(-1, 1), { by: meanSigma() });
 * [slope, intercept]; // => [2, 1]
 */
export function meanSigma(): LinkingMethod {
  return momentMethod('meanSigma', (before, after) => before.sd / after.sd);
}
