import type { RatingItem } from '../item.ts';
import { difficultyComplaint, listComplaint } from '../parameterComplaints.ts';
import type { ResponseModel } from '../responseModel.ts';
import { softmaxModel, stepExponents, stepSlopes } from '../softmaxModel.ts';

/**
 * The rating scale model: log P(k) / P(k - 1) = theta - b - thresholds[k - 1], categories 0..thresholds.length.
 *
 * One set of thresholds for all items, as for a questionnaire with the same answers under every statement. Do not use it when the answers
 * differ from item to item: that is partial credit.
 *
 * Andrich, D. (1978). Psychometrika 43, 561-573.
 *
 * @example
 * import { probabilities, rating } from 'tutelage/irt';
 *
 * rating.name; // => 'rating'
 * probabilities({ id: 'q1', model: 'rating', b: 1, thresholds: [-1, 1] }, 1); // => [0.212, 0.576, 0.212]
 */
export const rating: ResponseModel<RatingItem> = /* @__PURE__ */ softmaxModel<RatingItem>({
  name: 'rating',
  complaint: ({ b, thresholds }) => difficultyComplaint(b) ?? listComplaint('thresholds', thresholds),
  slopes: ({ thresholds }) => stepSlopes(1, thresholds.length),
  exponents: ({ b, thresholds }, theta) => stepExponents(1, thresholds, theta, b),
});
