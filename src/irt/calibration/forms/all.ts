import type { FourPlItem, RaschItem, ThreePlItem, TwoPlItem } from '../../item.ts';
import type { CalibrationForm } from './calibrationForm.ts';
import { gpcmForm } from './gpcmForm.ts';
import { gradedForm } from './gradedForm.ts';
import { logisticForm } from './logisticForm.ts';
import { nominalForm } from './nominalForm.ts';
import { pcmForm } from './pcmForm.ts';
import { ratingForm } from './ratingForm.ts';

/** How each model is calibrated. */
export const allForms: readonly CalibrationForm[] = [
  /* @__PURE__ */ logisticForm<RaschItem>('rasch'),
  /* @__PURE__ */ logisticForm<TwoPlItem>('2pl'),
  /* @__PURE__ */ logisticForm<ThreePlItem>('3pl'),
  /* @__PURE__ */ logisticForm<FourPlItem>('4pl'),
  gradedForm,
  pcmForm,
  gpcmForm,
  ratingForm,
  nominalForm,
];
