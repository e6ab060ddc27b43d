import type { CompetencyGraph } from '../competency/competencyGraph.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { evidenceLog } from '../evidence/evidenceLog.ts';
import type { Mastery, MasteryEstimate } from '../mastery/mastery.ts';
import { checkStrategy } from '../math/checkStrategy.ts';
import type { CompetencyDecision, Progression, Rule } from './progression.ts';

/** Options of {@link decideProgression}. */
export interface ProgressionOptions {
  readonly rule: Rule;
  /** Competencies and prerequisites; decisions follow its order, and say what each competency waits for. */
  readonly graph?: CompetencyGraph;
  /** What time it is, epoch ms, for rules that look at the age of evidence. */
  readonly now?: number;
}

/**
 * Decides for each competency whether it is achieved, in progress or not started, with the reasons and the evidence.
 *
 * @param mastery one learner's mastery
 * @param log the same learner's evidence
 * @param options the rule and, when there are prerequisites, the graph
 * @returns a decision per competency of the graph, the mastery and the evidence; credit is never withheld because a prerequisite is
 * open (evidence shown is evidence shown), but `ready` and `waitingFor` say so
 * @throws RangeError when mastery and log are of different learners
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
  const stranger = entries.find(({ learnerId }) => learnerId !== mastery.learnerId);
  if (stranger) {
    throw new RangeError(
      `decideProgression: mastery is of "${mastery.learnerId}" but the log has evidence of "${stranger.learnerId}"; pass one learner's log`,
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
  const inGraph = (options.graph?.competencies ?? []).map(({ id }) => id);
  const ids = new Set([...inGraph, ...estimates.keys(), ...evidence.keys()]);
  const verdicts = new Map(
    [...ids].map((competencyId) => [
      competencyId,
      options.rule.decide({
        competencyId,
        estimate: estimates.get(competencyId) ?? withoutEvidence(competencyId),
        evidence: evidence.get(competencyId) ?? [],
        now: options.now ?? null,
      }),
    ]),
  );
  const decisions = [...verdicts].map(([competencyId, verdict]): CompetencyDecision => {
    const waitingFor = (options.graph?.prerequisites ?? [])
      .filter(([before, after]) => after === competencyId && verdicts.get(before)!.status !== 'achieved')
      .map(([before]) => before);
    return { competencyId, ...verdict, ready: waitingFor.length === 0, waitingFor };
  });
  return { learnerId: mastery.learnerId, rule: options.rule.name, decisions };
}

function withoutEvidence(competencyId: string): MasteryEstimate {
  const nothing = { value: null, sd: null, interval: null, n: 0, evidenceIds: [], lastAt: null };
  return { competencyId, status: 'unknown', level: 0.9, ...nothing };
}
