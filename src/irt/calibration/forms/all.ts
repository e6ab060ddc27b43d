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
  logisticForm<RaschItem>('rasch'),
  logisticForm<TwoPlItem>('2pl'),
  logisticForm<ThreePlItem>('3pl'),
  logisticForm<FourPlItem>('4pl'),
  gradedForm,
  pcmForm,
  gpcmForm,
  ratingForm,
  nominalForm,
];
