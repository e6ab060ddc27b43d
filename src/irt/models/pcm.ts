import type { PcmItem } from '../item.ts';
import { listComplaint } from '../parameterComplaints.ts';
import type { ResponseModel } from '../responseModel.ts';
import { softmaxModel, stepExponents, stepSlopes } from '../softmaxModel.ts';

/**
 * The partial credit model: log P(k) / P(k - 1) = theta - b[k - 1], categories 0..b.length. With one step it is the Rasch model.
 *
 * The sum of points says all that the answers say about ability. Do not use it when items clearly differ in discrimination.
 *
 * Masters, G. N. (1982). Psychometrika 47, 149-174.
 *
 * @example
 * import { information, pcm } from 'tutelage/irt';
 *
 * pcm.name; // => 'pcm'
 * information({ id: 'q1', model: 'pcm', b: [0, 0] }, 0); // => 0.667
 */
export const pcm: ResponseModel<PcmItem> = /* @__PURE__ */ softmaxModel<PcmItem>({
  name: 'pcm',
  complaint: ({ b }) => listComplaint('b', b),
  slopes: ({ b }) => stepSlopes(1, b.length),
  exponents: ({ b }, theta) => stepExponents(1, b, theta),
});
