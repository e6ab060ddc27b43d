import type { AccessHazard, AccessMode } from '../content/accessibility.ts';
import type { Stated } from './provenance.ts';

/** How a learner can perceive content. A hard constraint, said in terms of content and never of diagnoses. */
export interface AccessNeeds extends Stated {
  /** Modes the learner can use; all when absent. */
  readonly modes?: readonly AccessMode[];
  /** Hazards to avoid. */
  readonly avoid?: readonly AccessHazard[];
}
