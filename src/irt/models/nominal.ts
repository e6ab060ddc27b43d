import type { NominalItem } from '../item.ts';
import { listComplaint } from '../parameterComplaints.ts';
import type { ResponseModel } from '../responseModel.ts';
import { softmaxModel } from '../softmaxModel.ts';

/**
 * The nominal response model: P(k) is proportional to exp(a[k] theta + c[k]), for answers without an order, such as the
 * options of a multiple-choice question.
 *
 * Adding a number to all slopes, or to all intercepts, changes nothing; calibration makes the first of each 0. Do not use it with
 * few learners: every option has two parameters.
 *
 * Bock, R. D. (1972). Psychometrika 37, 29-51.
 *
 * @example
 * import { nominal, probabilities } from 'tutelage/irt';
 *
 * nominal.name; // => 'nominal'
 * probabilities({ id: 'q1', model: 'nominal', a: [0, 1, -1], c: [0, 0, 1] }, 0); // => [0.212, 0.212, 0.576]
 */
export const nominal: ResponseModel<NominalItem> = /* @__PURE__ */ softmaxModel<NominalItem>({
  name: 'nominal',
  complaint({ a, c }) {
    const complaint = listComplaint('a', a, 2) ?? listComplaint('c', c, 2);
    return (
      complaint ?? (a.length === c.length ? null : `a and c must be equally long, got ${a.length} and ${c.length}`)
    );
  },
  slopes: ({ a }) => a,
  exponents: ({ a, c }, theta) => a.map((slope, k) => slope * theta + c[k]!),
});
