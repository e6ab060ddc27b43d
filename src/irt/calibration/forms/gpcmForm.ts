import type { GpcmItem } from '../../item.ts';
import type { CalibrationForm } from './calibrationForm.ts';
import { intercepts, nothing, points, softmaxForm, steps, sums, units } from './softmaxForm.ts';

/** Slots: the slope, then the intercepts of the categories above the first. */
export const gpcmForm: CalibrationForm<GpcmItem> = /* @__PURE__ */ softmaxForm<GpcmItem>({
  name: 'gpcm',
  hasSlope: true,
  slots: (top) => ['a', ...intercepts(top)],
  design: (top) => ({
    base: 0,
    slopes: [points(top), ...nothing(top, top)],
    constants: [...nothing(1, top), ...units(top)],
  }),
  read: (slopes, of) => [slopes[1]!, ...of.slice(1)],
  toItem: (id, slopes, of) => ({ id, model: 'gpcm', a: slopes[1]!, b: steps(of, slopes[1]) }),
  exponents: ({ a, b }) => [points(b.length).map((k) => a * k), sums(b, a)],
});
