import { check, checkList } from '../../math/check.ts';
import type { Item } from '../item.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import { testCurve } from '../standards/testCurve.ts';

/** What a test does at an ability. */
export interface TestPoint {
  readonly theta: number;
  /** Expected (Fisher) information of all items together. */
  readonly information: number;
  /** Conditional standard error of measurement, 1 / sqrt(information), in logits; null where the information is 0. */
  readonly sem: number | null;
  /** Expected sum of answers. */
  readonly expectedScore: number;
}

/**
 * Information, conditional standard error and expected score of a test.
 *
 * I(theta) is the sum of the information of the items. Lord, F. M. (1980). Applications of item response theory to practical testing
 * problems, ch. 5.
 *
 * @param items calibrated items
 * @param theta abilities in logits
 * @returns one point per ability
 * @throws RangeError for impossible parameters, a repeated item or a theta that is not finite
 * @example
 * import { testInformation } from 'tutelage/irt/analysis';
 *
 * const items = [-1, 0, 1].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * const [middle] = testInformation(items, [0]);
 * [middle!.information, middle!.sem, middle!.expectedScore]; // => [0.6432, 1.2469, 1.5]
 */
export function testInformation(items: readonly Item[], theta: readonly number[]): TestPoint[] {
  const where = 'testInformation';
  const models = modelsOf(where, allModels, items);
  checkList(where, 'theta', theta);
  return theta.map((at, k) => {
    check(Number.isFinite(at), where, `theta[${k}]`, at, 'a finite number of logits');
    const information = items.reduce((sum, item, j) => sum + models[j]!.information(item, at), 0);
    return {
      theta: at,
      information,
      sem: information > 0 ? 1 / Math.sqrt(information) : null,
      expectedScore: testCurve(models, items, at)[0],
    };
  });
}
