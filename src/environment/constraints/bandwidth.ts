import { against, type FeasibilityConstraint } from '../feasibilityConstraint.ts';

/**
 * The connection is fast enough. A download needs no speed of its own: a slow connection only makes it last longer.
 */
export const bandwidth: FeasibilityConstraint = {
  name: 'bandwidth',
  check({ minBandwidthKbps, network }, { context, profile }) {
    const speed = context.bandwidthKbps ?? profile.bandwidthKbps;
    if (minBandwidthKbps === undefined || network === 'download' || speed === undefined) return null;
    if (speed >= minBandwidthKbps) return null;
    const needs = `It needs a connection of ${minBandwidthKbps} kbit/s and yours has ${speed}`;
    return against('bandwidth', `${needs}; keep it for a faster one.`);
  },
};
