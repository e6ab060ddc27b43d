import { against, type FeasibilityConstraint, unsure } from '../feasibilityConstraint.ts';

/** The screen at hand is wide enough. */
export const screenWidth: FeasibilityConstraint = {
  name: 'screenWidth',
  check({ minScreenWidth }, { context: { device } }) {
    if (minScreenWidth === undefined || device === undefined) return null;
    const needs = `It needs a screen ${minScreenWidth} pixels wide`;
    if (device === null) return against('screenWidth', `${needs} and there is none at hand; keep it for later.`);
    if (device.screenWidth === undefined) {
      return unsure('screenWidthUnknown', `${needs}, and it is not known how wide yours is; try it.`);
    }
    if (device.screenWidth >= minScreenWidth) return null;
    return against('screenWidth', `${needs} and yours has ${device.screenWidth}; use a larger one.`);
  },
};
