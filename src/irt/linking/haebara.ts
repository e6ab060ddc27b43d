import { type CurveLinkOptions, curveMethod } from './curveMethod.ts';
import type { LinkingMethod } from './linkingMethod.ts';

/**
 * Linking by item curves: the slope and intercept for which the squared differences of category probabilities are least, summed over
 * categories and common items and averaged over a normal population.
 *
 * Takes every model, nominal included. All categories of an item are compared, so that items of two categories count twice as much as when
 * right answers alone are compared; without polytomous items that changes nothing.
 *
 * Haebara, T. (1980). Japanese Psychological Research 22, 144-149; Kim, S. & Lee, W.-C. (2006). Journal of Educational Measurement 43,
 * 53-76, for mixed formats.
 *
 * @param options where curves are compared
 * @returns the method, to be passed as `by`
 * @throws RangeError for a population without positive sd
 * @example
 * import { haebara, linkScales } from 'tutelage/irt/analysis';
 *
 * const item = { id: 'q1', model: '3pl', a: 1, b: 1, c: 0.2 } as const;
 * const { slope, intercept } = linkScales([item], [{ ...item, a: 2, b: 0 }], { by: haebara() });
 * [slope, intercept]; // => [2.0, 1.0]
 */
export function haebara(options: CurveLinkOptions = {}): LinkingMethod {
  return curveMethod('haebara', options, (items, models) => (theta) => {
    const curves: number[] = [];
    for (const [j, item] of items.entries()) {
      const model = models[j]!;
      for (let k = model.categories(item); k-- > 0; ) {
        const p = Math.exp(model.logProbability(item, theta, k));
        curves.push(p, p * model.score(item, theta, k));
      }
    }
    return curves;
  });
}
