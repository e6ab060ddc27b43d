import type { LinkingMethod } from './linkingMethod.ts';
import { momentMethod } from './momentMethod.ts';

/**
 * Linking by means: slope = mean(a_new) / mean(a_old), intercept = mean(b_old) - slope mean(b_new).
 *
 * Every difficulty, threshold and step counts once. The slope rests on discriminations, which are estimated less well than difficulties.
 * Nominal items are refused: they have no difficulty.
 *
 * Loyd, B. H. & Hoover, H. D. (1980). Journal of Educational Measurement 17, 179-193.
 *
 * @returns the method, to be passed as `by`
 * @example
 * import { linkScales, meanMean } from 'tutelage/irt/analysis';
 *
 * const item = { id: 'q1', model: '2pl', a: 1, b: 1 } as const;
 * const { slope, intercept } = linkScales([item], [{ ...item, a: 2, b: 0 }], { by: meanMean() });
 * [slope, intercept]; // => [2, 1]
 */
export function meanMean(): LinkingMethod {
  return momentMethod('meanMean', (before, after) => after.a / before.a);
}
