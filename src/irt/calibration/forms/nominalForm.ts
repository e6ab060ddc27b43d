import type { NominalItem } from '../../item.ts';
import type { CalibrationForm } from './calibrationForm.ts';
import { intercepts, many, nothing, softmaxForm, units } from './softmaxForm.ts';

/** Slots: slopes, then intercepts, of the categories above the first, which has 0. */
export const nominalForm: CalibrationForm<NominalItem> = /* @__PURE__ */ softmaxForm<NominalItem>({
  name: 'nominal',
  hasSlope: true,
  slots: (top) => [...many(top, () => 'a' as const), ...intercepts(top)],
  design: (top) => ({
    base: 0,
    slopes: [...units(top), ...nothing(top, top)],
    constants: [...nothing(top, top), ...units(top)],
  }),
  read: (slopes, of) => [...slopes.slice(1).map((a) => a - slopes[0]!), ...of.slice(1).map((c) => c - of[0]!)],
  toItem: (id, a, c) => ({ id, model: 'nominal', a, c }),
  exponents: ({ a, c }) => [a, c],
});
