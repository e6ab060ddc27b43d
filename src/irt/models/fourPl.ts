import { curvatureAt, informationAt, logRight, logWrong, scoreAt } from '../asymptotes.ts';
import type { FourPlItem } from '../item.ts';
import { asymptoteComplaint, difficultyComplaint, discriminationComplaint } from '../parameterComplaints.ts';
import type { ResponseModel } from '../responseModel.ts';

/**
 * The four-parameter logistic model: P(right) = c + (d - c) logistic(a (theta - b)), D = 1; able learners slip with 1 - d.
 *
 * Information is a^2 (d - c)^2 L^2 (1 - L)^2 / (P (1 - P)), which vanishes on both sides; the formula of the three-parameter model does
 * not hold here. Do not use it to calibrate without priors on c and d.
 *
 * Barton, M. A. & Lord, F. M. (1981). An upper asymptote for the three-parameter logistic item-response model. ETS RR-81-20.
 *
 * @example
 * import { fourPl, information, probabilities } from 'tutelage/irt';
 *
 * fourPl.name; // => '4pl'
 * probabilities({ id: 'q1', model: '4pl', a: 1.5, b: 0, c: 0.2, d: 0.9 }, 0); // => [0.45, 0.55]
 * information({ id: 'q1', model: '4pl', a: 1.5, b: 0, c: 0.2, d: 0.9 }, 2); // => 0.0195
 */
export const fourPl: ResponseModel<FourPlItem> = {
  name: '4pl',
  categories: () => 2,
  complaint({ a, b, c, d }) {
    return (
      discriminationComplaint(a) ??
      difficultyComplaint(b) ??
      asymptoteComplaint('c', c, 0, 1) ??
      asymptoteComplaint('d', d, c, 1)
    );
  },
  logProbability({ a, b, c, d }, theta, answer) {
    return (answer === 1 ? logRight : logWrong)(a * (theta - b), c, d);
  },
  score({ a, b, c, d }, theta, answer) {
    return a * scoreAt(a * (theta - b), c, d, answer);
  },
  curvature({ a, b, c, d }, theta, answer) {
    return a * a * curvatureAt(a * (theta - b), c, d, answer);
  },
  slope: ({ a }) => a,
  information({ a, b, c, d }, theta) {
    return a * a * informationAt(a * (theta - b), c, d);
  },
};
