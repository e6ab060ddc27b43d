import type { CompetencyGraph } from '../competency/competencyGraph.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { evidenceLog } from '../evidence/evidenceLog.ts';
import type { Mastery, MasteryEstimate } from '../mastery/mastery.ts';
import { checkStrategy } from '../math/checkStrategy.ts';
import { type RetentionLimits, retentionStatus } from '../memory/retentionStatus.ts';
import { overrideInForce } from './overrideInForce.ts';
import type {
  CompetencyDecision,
  Decision,
  DecisionStatus,
  Override,
  Progression,
  Reason,
  Rule,
  RuleContext,
} from './progression.ts';

/** Options of {@link decideProgression}. */
export interface ProgressionOptions {
  readonly rule: Rule;
  /** Competencies and prerequisites; decisions follow its order, and say what each competency waits for. */
  readonly graph?: CompetencyGraph;
  /** What time it is, epoch ms, for rules that look at the age of evidence. */
  readonly now?: number;
  /** What was decided before, for rules that are slower to take away than to give. */
  readonly previous?: Progression;
  /** Decisions of people, which stand in place of the rule's while they are in force. */
  readonly overrides?: readonly Override[];
  /** When what is achieved counts as fading, and as in need of review. */
  readonly retention?: RetentionLimits;
}

/**
 * Decides for each competency whether it is achieved, in progress or not started, with the reasons and the evidence.
 *
 * @param mastery one learner's mastery
 * @param log the same learner's evidence
 * @param options the rule and, when there are prerequisites, the graph
 * @returns a decision per competency of the graph, the mastery and the evidence; credit is never withheld because a prerequisite is
 * open (evidence shown is evidence shown), but `ready` and `waitingFor` say so
 * @throws RangeError when mastery and log, or `previous`, are of different learners, or when rules of competencies wait for each other in a circle
 * @remarks What fades is not taken back: `retention` says beside it that it does, and a reason what the last answer started from.
 * @example
 * import { decideProgression, masteryThreshold } from 'tutelage/progression';
 *
 * const estimate = { competencyId: 'fractions', status: 'estimated', value: 0.9, sd: 0.05, interval: [0.81, 0.97],
 *   level: 0.9, n: 8, evidenceIds: ['e1'], lastAt: null } as const;
 * const log = [{ id: 'e1', learnerId: 'ana', at: null, competencies: [{ id: 'fractions' }], score: 1, source: 'quiz' }] as const;
 * const mastery = { learnerId: 'ana', by: 'irt', estimates: [estimate], unused: [] };
 * const [decision] = decideProgression(mastery, log, { rule: masteryThreshold() }).decisions;
 * decision!.status; // => 'achieved'
 * decision!.reasons[0]!.text; // => 'At least 70 % mastered: over 99 % sure, 80 % asked.'
 */
export function decideProgression(
  mastery: Mastery,
  log: readonly Evidence[],
  options: ProgressionOptions,
): Progression {
  const { entries } = evidenceLog(log);
  checkStrategy('decideProgression', 'options.rule', options.rule, 'decide', 'masteryThreshold()');
  const { previous } = options;
  const stranger = [...entries, ...(previous ? [previous] : [])].find(
    ({ learnerId }) => learnerId !== mastery.learnerId,
  );
  if (stranger) {
    throw new RangeError(
      `decideProgression: mastery is of "${mastery.learnerId}" but the log or previous of "${stranger.learnerId}"; pass one learner's`,
    );
  }
  const estimates = new Map(mastery.estimates.map((estimate) => [estimate.competencyId, estimate]));
  const evidence = new Map<string, Evidence[]>();
  for (const entry of entries) {
    for (const { id } of entry.competencies) {
      const own = evidence.get(id);
      if (own) own.push(entry);
      else evidence.set(id, [entry]);
    }
  }
  const { graph, rule, overrides = [], now = null } = options;
  const before = new Map((previous?.decisions ?? []).map((old) => [old.competencyId, old.decided ?? old.status]));
  const inGraph = (graph?.competencies ?? []).map(({ id }) => id);
  const ids = new Set([
    ...inGraph,
    ...estimates.keys(),
    ...evidence.keys(),
    ...overrides.map(({ competencyId }) => competencyId),
  ]);
  const verdicts = new Map<string, Verdict | null>(); // null while it is being found
  const verdictOf = (competencyId: string): Verdict => {
    const known = verdicts.get(competencyId);
    if (known) return known;
    if (known === null) throw new RangeError(`decideProgression: the rule of "${competencyId}" waits for itself`);
    verdicts.set(competencyId, null);
    const old = before.get(competencyId);
    const context: RuleContext = {
      ...{ competencyId, now, estimate: estimates.get(competencyId) ?? withoutEvidence(competencyId) },
      evidence: evidence.get(competencyId) ?? [],
      ...(old && { previous: old }),
      ...(graph && { parts: partsOf(graph, competencyId), prerequisites: prerequisitesOf(graph, competencyId) }),
      statusOf: (id) => verdictOf(id).status,
    };
    const override = overrideInForce(overrides, competencyId, now);
    const decision = rule.decide(context);
    const verdict = override ? { ...decision, status: override.status, override, decided: decision.status } : decision;
    verdicts.set(competencyId, verdict);
    return verdict;
  };
  const decisions = [...ids].map((competencyId): CompetencyDecision => {
    const verdict = verdictOf(competencyId);
    const waitingFor = (graph ? prerequisitesOf(graph, competencyId) : []).filter(
      (id) => verdictOf(id).status !== 'achieved',
    );
    const kept = estimates.get(competencyId)?.retention;
    const reasons = [
      ...verdict.reasons,
      ...(kept?.before ? [fadedReason(kept.before, estimates.get(competencyId)!)] : []),
    ];
    const retention = kept && verdict.status === 'achieved' && retentionStatus(kept.retrievability, options.retention);
    return {
      competencyId,
      ...verdict,
      reasons,
      ready: waitingFor.length === 0,
      waitingFor,
      ...(retention && { retention }),
    };
  });
  return { learnerId: mastery.learnerId, rule: rule.name, decisions };
}

interface Verdict extends Decision {
  readonly override?: Override;
  readonly decided?: DecisionStatus;
}

const prerequisitesOf = ({ prerequisites }: CompetencyGraph, id: string): string[] =>
  prerequisites.filter(([, after]) => after === id).map(([first]) => first);

const partsOf = ({ relations = [] }: CompetencyGraph, id: string): string[] =>
  relations.filter(({ type, to }) => type === 'partOf' && to === id).map(({ from }) => from);

function fadedReason(
  { value, faded }: { readonly value: number; readonly faded: number },
  { evidenceIds }: MasteryEstimate,
): Reason {
  const text = `The last answer counted from ${faded.toFixed(3)}, to which ${value.toFixed(3)} had faded.`;
  return { rule: 'retention', evidenceIds: evidenceIds.slice(-1), text };
}

function withoutEvidence(competencyId: string): MasteryEstimate {
  const nothing = { value: null, sd: null, interval: null, n: 0, evidenceIds: [], lastAt: null };
  return { competencyId, status: 'unknown', level: 0.9, ...nothing };
}
