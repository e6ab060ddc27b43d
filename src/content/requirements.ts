/** A kind of device. */
export type DeviceKind = 'phone' | 'tablet' | 'laptop' | 'desktop' | 'other';

/** A way of giving input. */
export type InputKind = 'touch' | 'keyboard' | 'mouse' | 'switch' | 'voice';

/** Where a learner can work. */
export type Place = 'home' | 'school' | 'library' | 'work' | 'transit' | 'other';

/** What has to be at hand to do an activity. What is left out is not needed. */
export interface Requirements {
  /** Kinds of devices of which one is needed; `[]` for a device of any kind, absent for none at all. */
  readonly devices?: readonly DeviceKind[];
  /** CSS pixels, above 0. */
  readonly minScreenWidth?: number;
  /** Ways of input of which one is needed. */
  readonly input?: readonly InputKind[];
  /** 'online': a connection all along; 'download': one beforehand. */
  readonly network?: 'online' | 'download';
  /** Kilobits per second while online, above 0. */
  readonly minBandwidthKbps?: number;
  /** Places of which one is needed, such as ['school'] for a laboratory. */
  readonly places?: readonly Place[];
  /** People who work together, the learner included. */
  readonly groupSize?: { readonly min: number; readonly max?: number };
  /** Ages it is meant for, in years, both ends included. */
  readonly ages?: { readonly min?: number; readonly max?: number };
}
