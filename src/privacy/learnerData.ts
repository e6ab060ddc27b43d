import type { Evidence } from '../evidence/evidence.ts';
import type { Mastery } from '../mastery/mastery.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import type { Progression } from '../progression/progression.ts';
import type { Report } from '../report/report.ts';

/** What is kept of learners, of one or of many. */
export interface LearnerData {
  readonly profiles?: readonly LearnerProfile[];
  readonly evidence?: readonly Evidence[];
  readonly masteries?: readonly Mastery[];
  readonly progressions?: readonly Progression[];
  readonly reports?: readonly Report[];
}
