import type { DeviceKind, InputKind } from '../content/requirements.ts';
import type { Stated } from './provenance.ts';

/** A device a learner can use. */
export interface Device extends Stated {
  readonly kind: DeviceKind;
  /** Width of the screen in CSS pixels. */
  readonly screenWidth?: number;
  /** Whether content can be kept on it without a network. */
  readonly offline?: boolean;
  readonly input?: readonly InputKind[];
}
