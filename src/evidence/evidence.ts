/** Where a piece of evidence comes from. `prior` is what was known before the course, `self` a learner's own claim. */
export type EvidenceSource =
  | 'practice'
  | 'quiz'
  | 'exam'
  | 'project'
  | 'presentation'
  | 'observation'
  | 'prior'
  | 'self';

/** One competency that a piece of evidence speaks of, and how much of the evidence is about it. */
export interface EvidenceCompetency {
  readonly id: string;
  /** Share of the evidence, in (0, 1]; 1 when absent. */
  readonly weight?: number;
}

/** One observation of one learner: an answer, a graded project, an observation in class. */
export interface Evidence {
  readonly id: string;
  readonly learnerId: string;
  /** When it happened, in epoch milliseconds; null when nobody recorded it. */
  readonly at: number | null;
  /** The question answered or the activity done; absent for an observation that belongs to neither. */
  readonly itemId?: string;
  readonly activityId?: string;
  readonly competencies: readonly EvidenceCompetency[];
  /** What was achieved, in [0, 1]; null when it was not graded, which is not the same as wrong. */
  readonly score: number | null;
  /** The category of a polytomous answer, from 0, for models that use categories; what it is worth is said by `score`. */
  readonly category?: number;
  readonly source: EvidenceSource;
  /** The attempt at the same item, counted from 1, when known. */
  readonly attempt?: number;
  /** Hints used. */
  readonly hints?: number;
  readonly durationMs?: number;
  /** The learner's own confidence before feedback, in [0, 1]. */
  readonly confidence?: number;
}
