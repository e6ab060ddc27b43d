import { log1pExp } from '../../math/log1pExp.ts';
import { logistic } from '../../math/logistic.ts';
import type { RaschItem } from '../item.ts';
import { difficultyComplaint } from '../parameterComplaints.ts';
import type { ResponseModel } from '../responseModel.ts';

/**
 * The Rasch model: P(right) = logistic(theta - b).
 *
 * Every item discriminates alike, so the number of right answers says all that the answers say about ability, and few
 * answers per item suffice to calibrate. Do not use it when items clearly differ in discrimination or can be guessed.
 *
 * Rasch, G. (1960). Probabilistic models for some intelligence and attainment tests.
 *
 * @example
 * import { probabilities, rasch } from 'tutelage/irt';
 *
 * rasch.name; // => 'rasch'
 * probabilities({ id: 'q1', model: 'rasch', b: 1 }, 1); // => [0.5, 0.5]
 */
export const rasch: ResponseModel<RaschItem> = {
  name: 'rasch',
  categories: () => 2,
  complaint: ({ b }) => difficultyComplaint(b),
  logProbability: ({ b }, theta, answer) => (answer === 1 ? -log1pExp(b - theta) : -log1pExp(theta - b)),
  score: ({ b }, theta, answer) => (answer === 1 ? logistic(b - theta) : -logistic(theta - b)),
  curvature: (item, theta) => -rasch.information(item, theta),
  slope: () => 1,
  information({ b }, theta) {
    return logistic(theta - b) * logistic(b - theta);
  },
};
