import type { CompetencyGraph } from '../competency/competencyGraph.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { evidenceLog } from '../evidence/evidenceLog.ts';
import { estimateMastery, type MasteryOptions } from '../mastery/estimateMastery.ts';
import { decideProgression } from './decideProgression.ts';
import type { Override, Progression, Reason, Rule } from './progression.ts';

/** Credit for one competency. */
export interface EarnedCredit {
  readonly competencyId: string;
  /** When competency was shown, epoch ms; null when the evidence is not dated. */
  readonly at: number | null;
  readonly evidenceIds: readonly string[];
  readonly reasons: readonly Reason[];
  /** What `grade` makes of the scores so far, when it was asked for. */
  readonly grade?: number | null;
  /** Who decided, when it was a person. */
  readonly by?: string;
}

/** Options of {@link creditTranscript}. */
export interface TranscriptOptions {
  /** How mastery is estimated, as in `estimateMastery`. */
  readonly by: MasteryOptions['by'];
  readonly rule: Rule;
  readonly graph?: CompetencyGraph;
  readonly overrides?: readonly Override[];
  /** What time it is, epoch ms: overrides made until then count; the last evidence's time when absent. */
  readonly now?: number;
  /** From the scores of a competency in time order to a grade, such as `decayingAverage`. */
  readonly grade?: (scores: readonly number[]) => number | null;
}

/** Credits of one learner. */
export interface CreditTranscript {
  readonly learnerId: string;
  readonly rule: string;
  /** In the order in which they were earned. */
  readonly credits: readonly EarnedCredit[];
  /** Where the learner stands now. */
  readonly progression: Progression;
}

/**
 * When a learner earned credit for what: the log is gone through piece by piece, and credit is given where competency is first shown, not when a term ends.
 *
 * @param log one learner's evidence
 * @param options estimator, rule, graph, overrides and grade
 * @returns credits with date, evidence and reasons, and where the learner stands after the last piece
 * @throws RangeError for an empty log, or as `estimateMastery` and `decideProgression`
 * @remarks Credit once given stays on the transcript, also when the rule would no longer give it: `progression` says what it says today. Each piece of evidence
 * costs one estimate and one decision, so O(n) times those. The rule sees as time the time of each piece.
 * @example
 * import { average, nInARow } from 'tutelage/progression';
 * import { creditTranscript } from 'tutelage/progression/analysis';
 *
 * const log = [0, 1, 1].map((score, k) => ({
 *   id: `e${k}`, learnerId: 'ana', at: 1000 * k, competencies: [{ id: 'fractions' }], score, source: 'quiz',
 * }) as const);
 * const { credits } = creditTranscript(log, { by: average, rule: nInARow({ n: 2 }), grade: average });
 * [credits[0]!.at, credits[0]!.grade]; // => [2000, 0.667]
 */
export function creditTranscript(log: readonly Evidence[], options: TranscriptOptions): CreditTranscript {
  const { by, rule, graph, overrides = [], now, grade } = options;
  const { entries } = evidenceLog(log);
  const dates = [
    ...new Set([...entries.flatMap(({ at }) => (at === null ? [] : [at])), ...overrides.map(({ at }) => at)]),
  ];
  const moments = dates.filter((at) => now === undefined || at <= now).sort((one, other) => one - other);
  if (entries.length === 0)
    throw new RangeError('creditTranscript: the log is empty; there is nothing to give credit for');
  const credits = new Map<string, EarnedCredit>();
  let progression: Progression | undefined;
  const decide = (seen: readonly Evidence[], at: number | null) => {
    const mastery = estimateMastery(seen, { by, learnerId: entries[0]!.learnerId });
    progression = decideProgression(mastery, seen, {
      ...{ rule, overrides: at === null ? [] : overrides },
      ...(graph && { graph }),
      ...(at !== null && { now: at }),
      ...(progression && { previous: progression }),
    });
    for (const { competencyId, status, reasons, override } of progression.decisions) {
      if (status !== 'achieved' || credits.has(competencyId)) continue;
      const scores = seen.flatMap(({ score, competencies }) =>
        score !== null && competencies.some(({ id }) => id === competencyId) ? [score] : [],
      );
      credits.set(competencyId, {
        ...{ competencyId, at, reasons, evidenceIds: [...new Set(reasons.flatMap(({ evidenceIds }) => evidenceIds))] },
        ...(grade && { grade: grade(scores) }),
        ...(override && { by: override.by }),
      });
    }
  };
  const undated = entries.filter(({ at }) => at === null);
  for (const k of undated.keys()) decide(undated.slice(0, k + 1), null);
  for (const moment of moments) {
    const seen = entries.filter(({ at }) => at === null || at < moment);
    const fresh = entries.filter(({ at }) => at === moment);
    for (const k of fresh.keys()) decide([...seen, ...fresh.slice(0, k + 1)], moment);
    if (fresh.length === 0) decide(seen, moment);
  }
  if (now !== undefined && (moments.length === 0 || moments.at(-1)! < now)) {
    decide(
      entries.filter(({ at }) => at === null || at <= now),
      now,
    );
  }
  return {
    learnerId: entries[0]!.learnerId,
    rule: rule.name,
    credits: [...credits.values()],
    progression: progression!,
  };
}
