import { log1pExp } from '../../math/log1pExp.ts';
import { logistic } from '../../math/logistic.ts';
import type { GradedItem } from '../item.ts';
import { discriminationComplaint, listComplaint } from '../parameterComplaints.ts';
import type { ResponseModel } from '../responseModel.ts';

/**
 * The graded response model: P(answer >= k) = logistic(a (theta - b[k - 1])), D = 1, for ordered categories 0..b.length.
 *
 * P(k) is the difference of two such curves, taken in logarithms so that it keeps its digits in both tails. Do not use it for steps
 * that need not come in order, such as parts of a task that earn points independently: that is partial credit.
 *
 * Samejima, F. (1969). Estimation of latent ability using a response pattern of graded scores. Psychometrika Monograph 17.
 *
 * @example
 * import { graded, probabilities } from 'tutelage/irt';
 *
 * graded.name; // => 'graded'
 * probabilities({ id: 'q1', model: 'graded', a: 1, b: [-1, 1] }, 0); // => [0.269, 0.462, 0.269]
 */
export const graded: ResponseModel<GradedItem> = {
  name: 'graded',
  categories: ({ b }) => b.length + 1,
  complaint({ a, b }) {
    const complaint = discriminationComplaint(a) ?? listComplaint('b', b);
    return (
      complaint ??
      (b.every((value, k) => k === 0 || value > b[k - 1]!)
        ? null
        : `b must be thresholds in ascending order, got [${b.join(', ')}]`)
    );
  },
  logProbability(item, theta, answer) {
    const { a, b } = item;
    const reached = a * (theta - (b[answer - 1] ?? -Infinity));
    const missed = a * (theta - (b[answer] ?? Infinity));
    const gap = answer > 0 && answer < b.length ? Math.log(-Math.expm1(-a * (b[answer]! - b[answer - 1]!))) : 0;
    return gap - log1pExp(-reached) - log1pExp(missed);
  },
  score({ a, b }, theta, answer) {
    return a * (logistic(a * ((b[answer - 1] ?? -Infinity) - theta)) - logistic(a * (theta - (b[answer] ?? Infinity))));
  },
  curvature({ a, b }, theta, answer) {
    return (
      -a * a * (spread(a * (theta - (b[answer - 1] ?? -Infinity))) + spread(a * (theta - (b[answer] ?? Infinity))))
    );
  },
  slope: ({ a }) => a,
  information(item, theta) {
    let information = 0;
    for (let k = 0; k <= item.b.length; k++) {
      information -= Math.exp(graded.logProbability(item, theta, k)) * graded.curvature(item, theta, k);
    }
    return information;
  },
};

const spread = (z: number): number => logistic(z) * logistic(-z);
