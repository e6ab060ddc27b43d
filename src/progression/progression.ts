import type { Evidence } from '../evidence/evidence.ts';
import type { MasteryEstimate } from '../mastery/mastery.ts';

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
}

/** A rule of progression: a value such as `masteryThreshold({ cut: 0.7 })`. */
export interface Rule {
  readonly name: string;
  readonly options: Readonly<Record<string, number | string | boolean>>;
  /** The verdict on one competency, with its reasons. */
  decide(context: RuleContext): Decision;
}

/** A verdict with its competency and what the prerequisites say. */
export interface CompetencyDecision extends Decision {
  readonly competencyId: string;
  /** Whether every prerequisite is achieved; true when there is none. */
  readonly ready: boolean;
  /** Prerequisites that are not achieved yet. */
  readonly waitingFor: readonly string[];
}

/** Where a learner stands, competency by competency. */
export interface Progression {
  readonly learnerId: string;
  readonly rule: string;
  readonly decisions: readonly CompetencyDecision[];
}
