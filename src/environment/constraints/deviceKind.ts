import type { DeviceKind } from '../../content/requirements.ts';
import { against, type FeasibilityConstraint } from '../feasibilityConstraint.ts';
import { inWords } from '../inWords.ts';

const named = (kind: DeviceKind) => (kind === 'other' ? 'special device' : kind);

/** The device at hand is of a kind that will do; `devices: []` asks for a device of any kind. */
export const deviceKind: FeasibilityConstraint = {
  name: 'deviceKind',
  check({ devices }, { context: { device } }) {
    if (devices === undefined || device === undefined) return null;
    const wanted = inWords(devices.map(named), 'or') || 'device';
    if (device === null) {
      return against('noDevice', `It needs a ${wanted} and there is none at hand; keep it for later.`);
    }
    if (devices.length === 0 || devices.includes(device.kind)) return null;
    return against(
      'deviceKind',
      `It needs a ${wanted} and not your ${named(device.kind)}; keep it for when you have one.`,
    );
  },
};
