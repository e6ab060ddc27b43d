import type { GpcmItem } from '../item.ts';
import { discriminationComplaint, listComplaint } from '../parameterComplaints.ts';
import type { ResponseModel } from '../responseModel.ts';
import { softmaxModel, stepExponents, stepSlopes } from '../softmaxModel.ts';

/**
 * The generalized partial credit model: log P(k) / P(k - 1) = a (theta - b[k - 1]), D = 1, categories 0..b.length.
 *
 * Steps may come in any order; a reversed pair means that the category between is never the likeliest. Do not read b[k - 1] as the
 * ability at which category k is reached with probability one half: that is the graded model's threshold.
 *
 * Muraki, E. (1992). Applied Psychological Measurement 16, 159-176.
 *
 * @example
 * import { gpcm, probabilities } from 'tutelage/irt';
 *
 * gpcm.name; // => 'gpcm'
 * probabilities({ id: 'q1', model: 'gpcm', a: 2, b: [-0.5, 0.5] }, 0); // => [0.212, 0.576, 0.212]
 */
export const gpcm: ResponseModel<GpcmItem> = /* @__PURE__ */ softmaxModel<GpcmItem>({
  name: 'gpcm',
  complaint: ({ a, b }) => discriminationComplaint(a) ?? listComplaint('b', b),
  slopes: ({ a, b }) => stepSlopes(a, b.length),
  exponents: ({ a, b }, theta) => stepExponents(a, b, theta),
});
