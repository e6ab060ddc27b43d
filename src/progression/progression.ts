import type { Evidence } from '../evidence/evidence.ts';
import type { MasteryEstimate } from '../mastery/mastery.ts';
import type { RetentionStatus } from '../memory/retentionStatus.ts';

/** Where a learner stands with a competency. */
export type DecisionStatus = 'achieved' | 'inProgress' | 'notStarted';

/** Why a rule decided as it did, with the evidence that decided. */
export interface Reason {
  /** The rule's name. */
  readonly rule: string;
  readonly evidenceIds: readonly string[];
  /** One sentence for people. */
  readonly text: string;
}

/** A verdict on one competency. */
export interface Decision {
  readonly status: DecisionStatus;
  readonly reasons: readonly Reason[];
}

/** What a rule may look at. */
export interface RuleContext {
  readonly competencyId: string;
  readonly estimate: MasteryEstimate;
  /** This competency's evidence in time order. */
  readonly evidence: readonly Evidence[];
  /** Epoch ms, when the caller said what time it is. */
  readonly now: number | null;
  /** What was decided before, when the caller said so: for rules that are slower to take away than to give. */
  readonly previous?: DecisionStatus;
  /** Its parts, by the graph; absent without a graph. */
  readonly parts?: readonly string[];
  /** Its prerequisites, by the graph; absent without a graph. */
  readonly prerequisites?: readonly string[];
  /** The verdict on another competency; absent outside `decideProgression`. */
  readonly statusOf?: (competencyId: string) => DecisionStatus;
}

/** A rule of progression: a value such as `masteryThreshold({ cut: 0.7 })`. */
export interface Rule {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The verdict on one competency, with its reasons. */
  decide(context: RuleContext): Decision;
}

/** A person's decision in place of the rule's: who, when, why, and until when. Keep it with the log; it is data, not a change of the past. */
export interface Override {
  readonly competencyId: string;
  readonly status: DecisionStatus;
  /** Who decided. */
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
  readonly reason: string;
  /** Epoch ms from which it no longer holds; for good when absent. */
  readonly until?: number;
}

/** A verdict with its competency and what the prerequisites say. */
export interface CompetencyDecision extends Decision {
  readonly competencyId: string;
  /** Whether every prerequisite is achieved; true when there is none. */
  readonly ready: boolean;
  /** Prerequisites that are not achieved yet. */
  readonly waitingFor: readonly string[];
  /** Of what is achieved, how well it is still there; only with an estimator that looks at time, such as `retained`. */
  readonly retention?: RetentionStatus;
  /** The human decision that stands in place of the rule's, and what the rule says. */
  readonly override?: Override;
  readonly decided?: DecisionStatus;
}

/** Where a learner stands, competency by competency. */
export interface Progression {
  readonly learnerId: string;
  readonly rule: string;
  readonly decisions: readonly CompetencyDecision[];
}
