import { curvatureAt, informationAt, logRight, logWrong, scoreAt } from '../asymptotes.ts';
import type { ThreePlItem } from '../item.ts';
import { asymptoteComplaint, difficultyComplaint, discriminationComplaint } from '../parameterComplaints.ts';
import type { ResponseModel } from '../responseModel.ts';

/**
 * The three-parameter logistic model: P(right) = c + (1 - c) logistic(a (theta - b)), D = 1; c is what guessing gives.
 *
 * Do not use it to calibrate from fewer than about a thousand learners, or without a prior on c: the data hardly tell c from b.
 *
 * Birnbaum, A. (1968), in Lord & Novick, Statistical theories of mental test scores, ch. 17.
 *
 * @example
 * import { information, probabilities, threePl } from 'tutelage/irt';
 *
 * threePl.name; // => '3pl'
 * probabilities({ id: 'q1', model: '3pl', a: 1, b: 0, c: 0.2 }, 0); // => [0.4, 0.6]
 * information({ id: 'q1', model: '3pl', a: 1, b: 0, c: 0.2 }, 0); // => 0.167
 */
export const threePl: ResponseModel<ThreePlItem> = {
  name: '3pl',
  categories: () => 2,
  complaint({ a, b, c }) {
    return discriminationComplaint(a) ?? difficultyComplaint(b) ?? asymptoteComplaint('c', c, 0, 1);
  },
  logProbability({ a, b, c }, theta, answer) {
    return (answer === 1 ? logRight : logWrong)(a * (theta - b), c, 1);
  },
  score({ a, b, c }, theta, answer) {
    return a * scoreAt(a * (theta - b), c, 1, answer);
  },
  curvature({ a, b, c }, theta, answer) {
    return a * a * curvatureAt(a * (theta - b), c, 1, answer);
  },
  slope: ({ a }) => a,
  information({ a, b, c }, theta) {
    return a * a * informationAt(a * (theta - b), c, 1);
  },
};
