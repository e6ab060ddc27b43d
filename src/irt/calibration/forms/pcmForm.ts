import type { PcmItem } from '../../item.ts';
import type { CalibrationForm } from './calibrationForm.ts';
import { intercepts, nothing, points, softmaxForm, steps, sums, units } from './softmaxForm.ts';

/** Slots: the intercepts of the categories above the first. */
export const pcmForm: CalibrationForm<PcmItem> = /* @__PURE__ */ softmaxForm<PcmItem>({
  name: 'pcm',
  hasSlope: false,
  slots: intercepts,
  design: (top) => ({ base: 1, slopes: nothing(top, top), constants: units(top) }),
  read: (_, of) => of.slice(1),
  toItem: (id, _, of) => ({ id, model: 'pcm', b: steps(of) }),
  exponents: ({ b }) => [points(b.length), sums(b)],
});
