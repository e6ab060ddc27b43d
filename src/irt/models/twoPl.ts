import { log1pExp } from '../../math/log1pExp.ts';
import { logistic } from '../../math/logistic.ts';
import type { TwoPlItem } from '../item.ts';
import { difficultyComplaint, discriminationComplaint } from '../parameterComplaints.ts';
import type { ResponseModel } from '../responseModel.ts';

/**
 * The two-parameter logistic model: P(right) = logistic(a (theta - b)), D = 1.
 *
 * Do not use it when right answers can be guessed (the lower asymptote is 0), or to calibrate from a few dozen learners:
 * discriminations need hundreds.
 *
 * Birnbaum, A. (1968), in Lord & Novick, Statistical theories of mental test scores, ch. 17.
 *
 * @example
 * import { information, twoPl } from 'tutelage/irt';
 *
 * twoPl.name; // => '2pl'
 * information({ id: 'q1', model: '2pl', a: 2, b: 0.5 }, 0.5); // => 1
 */
export const twoPl: ResponseModel<TwoPlItem> = {
  name: '2pl',
  categories: () => 2,
  complaint({ a, b }) {
    return discriminationComplaint(a) ?? difficultyComplaint(b);
  },
  logProbability({ a, b }, theta, answer) {
    const z = a * (theta - b);
    return answer === 1 ? -log1pExp(-z) : -log1pExp(z);
  },
  score({ a, b }, theta, answer) {
    const z = a * (theta - b);
    return a * (answer === 1 ? logistic(-z) : -logistic(z));
  },
  curvature: (item, theta) => -twoPl.information(item, theta),
  slope: ({ a }) => a,
  information({ a, b }, theta) {
    const z = a * (theta - b);
    return a * a * logistic(z) * logistic(-z);
  },
};
