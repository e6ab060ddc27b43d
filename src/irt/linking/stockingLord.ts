import { checkOrdered } from '../metric/flatItem.ts';
import { testCurve } from '../standards/testCurve.ts';
import { type CurveLinkOptions, curveMethod } from './curveMethod.ts';
import type { LinkingMethod } from './linkingMethod.ts';

/**
 * Linking by test curves: the slope and intercept for which the squared differences of the expected score on all common items are least,
 * averaged over a normal population.
 *
 * Small differences between items may cancel, as they do in scores. Nominal items are refused: their categories are no scores.
 *
 * Stocking, M. L. & Lord, F. M. (1983). Applied Psychological Measurement 7, 201-210.
 *
 * @param options where curves are compared
 * @returns the method, to be passed as `by`
 * @throws RangeError for a population without positive sd
 * @example
 * import { linkScales, stockingLord } from 'tutelage/irt/analysis';
 *
 * const item = { id: 'q1', model: 'graded', a: 1, b: [0, 1] } as const;
 * const { slope, intercept } = linkScales([item], [{ ...item, a: 2, b: [0.5, 1] }], { by: stockingLord() });
 * [slope, intercept]; // => [2.0, -1.0]
 */
export function stockingLord(options: CurveLinkOptions = {}): LinkingMethod {
  return curveMethod('stockingLord', options, (items, models) => {
    for (const item of items) checkOrdered('stockingLord', item);
    return (theta) => testCurve(models, items, theta);
  });
}
