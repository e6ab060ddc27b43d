import type { RatingItem } from '../../item.ts';
import type { CalibrationForm } from './calibrationForm.ts';
import { many, nothing, points, softmaxForm, steps, sums } from './softmaxForm.ts';

/** Slots: minus the location, then minus each threshold but the last, which makes the sum 0. */
export const ratingForm: CalibrationForm<RatingItem> = /* @__PURE__ */ softmaxForm<RatingItem>({
  name: 'rating',
  hasSlope: false,
  slots: (top) => ['intercept', ...many(top - 1, () => 'shared' as const)],
  design: (top) => ({
    base: 1,
    slopes: nothing(top, top),
    constants: [points(top), ...many(top - 1, (m) => many(top + 1, (k) => (k > m && k < top ? 1 : 0)))],
  }),
  read(_, of) {
    const mean = of[of.length - 1]! / (of.length - 1);
    return [
      mean,
      ...steps(of)
        .slice(0, -1)
        .map((step) => -step - mean),
    ];
  },
  toItem(id, _, of) {
    const b = -of[of.length - 1]! / (of.length - 1);
    return { id, model: 'rating', b, thresholds: steps(of).map((step) => step - b) };
  },
  exponents: ({ b, thresholds }) => [points(thresholds.length), sums(thresholds.map((threshold) => b + threshold))],
});
