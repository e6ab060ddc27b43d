import { checkAbove } from '../math/check.ts';
import type { Item } from './item.ts';
import { modelOf } from './modelOf.ts';
import { allModels } from './models/all.ts';

/**
 * The probability of each answer category at an ability.
 *
 * @param item a calibrated item
 * @param theta ability in logits, any finite number
 * @returns one probability per category, in order; they sum to 1
 * @throws RangeError for impossible item parameters or a theta that is not finite
 * @example
 * import { probabilities } from 'tutelage/irt';
 *
 * probabilities({ id: 'q1', model: '2pl', a: 1.2, b: 0 }, 1); // => [0.2315, 0.7685]
 */
export function probabilities(item: Item, theta: number): number[] {
  const model = modelOf('probabilities', allModels, item);
  checkTheta('probabilities', theta);
  return Array.from({ length: model.categories(item) }, (_, answer) =>
    Math.exp(model.logProbability(item, theta, answer)),
  );
}

/**
 * The expected (Fisher) information an item gives about ability, at an ability.
 *
 * I(theta) = sum over categories of P'^2 / P; for a logistic item a^2 P (1 - P).
 *
 * @param item a calibrated item
 * @param theta ability in logits, any finite number
 * @returns information in 1 / logits squared, 0 or more
 * @throws RangeError for impossible item parameters or a theta that is not finite
 * @example
 * import { information } from 'tutelage/irt';
 *
 * information({ id: 'q1', model: 'rasch', b: 0 }, 0); // => 0.25
 */
export function information(item: Item, theta: number): number {
  const model = modelOf('information', allModels, item);
  checkTheta('information', theta);
  return model.information(item, theta);
}

function checkTheta(where: string, theta: number): void {
  checkAbove(where, 'theta', theta, -Infinity, ' of logits');
}
