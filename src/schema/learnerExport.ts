import type { Evidence } from '../evidence/evidence.ts';
import type { Mastery } from '../mastery/mastery.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import type { Progression } from '../progression/progression.ts';
import type { Report } from '../report/report.ts';

/** Everything that is kept of one learner, for the learner to take along: plain JSON, made by `exportProfile`. */
export interface LearnerExport {
  readonly schema: 'tutelage/learner-export';
  readonly version: 1;
  readonly learnerId: string;
  /** Epoch ms. */
  readonly exportedAt: number;
  /** What people said: fields of the profile, those of your own included. */
  readonly stated: Readonly<Record<string, unknown>>;
  /** What was measured or computed: the other fields of the profile, and results. */
  readonly inferred: Pick<LearnerProfile, 'competencies' | 'standing' | 'confidence' | 'pace' | 'history'> & {
    readonly masteries: readonly Mastery[];
    readonly progressions: readonly Progression[];
    readonly reports: readonly Report[];
  };
  readonly evidence: readonly Evidence[];
}
