import { against, type FeasibilityConstraint, unsure } from '../feasibilityConstraint.ts';

/** There is a connection where one is needed, or the activity is kept on the device. */
export const network: FeasibilityConstraint = {
  name: 'network',
  check(activity, { context: { online, device, downloaded } }) {
    if (activity.network === undefined || online !== false) return null;
    if (activity.network === 'online')
      return against('offline', 'It needs a connection all along; keep it for when you are online.');
    if (downloaded?.includes(activity.id)) return null;
    const canKeep = device === undefined || device?.offline === true;
    if (downloaded === undefined && canKeep) {
      return unsure(
        'downloadUnknown',
        'It has to be on your device already, and it is not known whether it is; look first.',
      );
    }
    return against('notDownloaded', 'It is not on your device; download it the next time you are online.');
  },
};
