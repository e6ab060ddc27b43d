import { against, type FeasibilityConstraint, unsure } from '../feasibilityConstraint.ts';
import { inWords } from '../inWords.ts';

/** The device at hand takes one of the ways of input that will do. */
export const input: FeasibilityConstraint = {
  name: 'input',
  check({ input: wanted = [] }, { context: { device } }) {
    if (wanted.length === 0 || device === undefined) return null;
    const needs = `It needs input by ${inWords(wanted, 'or')}`;
    if (device === null) return against('input', `${needs} and there is no device at hand; keep it for later.`);
    if (device.input === undefined)
      return unsure('inputUnknown', `${needs}, and it is not known what your device takes; try it.`);
    if (device.input.some((kind) => wanted.includes(kind))) return null;
    return against('input', `${needs}, which your device does not take; connect one or use another device.`);
  },
};
