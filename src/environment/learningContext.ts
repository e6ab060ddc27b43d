import type { Place } from '../content/requirements.ts';
import type { Device } from '../profile/device.ts';
import type { SupportFeature } from '../profile/supports.ts';

/** Where the learner is now and what is at hand. What is left out is not known and constrains nothing. */
export interface LearningContext {
  /** The device at hand; null for none. */
  readonly device?: Device | null;
  readonly place?: Place;
  readonly online?: boolean;
  /** Kilobits per second, 0 or more; the profile's when absent. */
  readonly bandwidthKbps?: number;
  /** Free time in minutes, 0 or more. */
  readonly minutes?: number;
  /** People who could work together now, the learner included, 1 or more. */
  readonly people?: number;
  /** Epoch ms, for the learner's age. */
  readonly now?: number;
  /** Ids of the activities kept on the device. */
  readonly downloaded?: readonly string[];
  /** Supports that this platform delivers whatever the content brings. */
  readonly supports?: readonly SupportFeature[];
}
