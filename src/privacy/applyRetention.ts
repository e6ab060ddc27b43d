import type { Evidence, EvidenceSource } from '../evidence/evidence.ts';
import { checkAbove, checkList } from '../math/check.ts';

/** How long evidence is kept as it is. */
export interface RetentionPolicy {
  /** Days, above 0. */
  readonly maxAgeDays: number;
  /** Other limits for some sources, in days, above 0. */
  readonly bySource?: Partial<Readonly<Record<EvidenceSource, number>>>;
  /** What becomes of evidence without a date, whose age nobody knows. */
  readonly undated: 'keep' | 'remove';
}

/** What is left of evidence that was too old: sums, of one learner, competency and source. */
export interface EvidenceSummary {
  readonly learnerId: string;
  /** null for evidence of no competency. */
  readonly competencyId: string | null;
  readonly source: EvidenceSource;
  /** Graded and ungraded pieces. */
  readonly n: number;
  readonly ungraded: number;
  /** Sums over the graded pieces of weight, and of weight times score. */
  readonly weight: number;
  readonly score: number;
  /** Epoch ms of the first and the last dated piece; null when none is dated. */
  readonly firstAt: number | null;
  readonly lastAt: number | null;
}

const DAY = 86_400_000;

/**
 * Keeps evidence for as long as a policy says, and of older evidence only sums.
 *
 * @param log evidence of any number of learners
 * @param policy how long
 * @param now epoch ms
 * @returns what is kept, in the order given; what is removed, as sums by learner, competency and source; and how many pieces were removed
 * @throws TypeError for a log that is none, RangeError for limits that are not above 0
 * @remarks Evidence of exactly the greatest age is kept. A piece that speaks of two competencies is counted in both. Profiles keep their records,
 * whose evidence can then no longer be replayed: late evidence from before the limit will be refused by `recordEvidence`.
 * @example
 * import { applyRetention } from 'tutelage/privacy';
 *
 * const answer = { learnerId: 'ana', competencies: [{ id: 'fractions' }], score: 1, source: 'quiz' } as const;
 * const log = [{ ...answer, id: 'e1', at: 0 }, { ...answer, id: 'e2', at: 86_400_000 }];
 * const { kept, summaries } = applyRetention(log, { maxAgeDays: 30, undated: 'keep' }, 31 * 86_400_000);
 * [kept.length, summaries.length, summaries[0]!.n]; // => [1, 1, 1]
 */
export function applyRetention(
  log: readonly Evidence[],
  policy: RetentionPolicy,
  now: number,
): { readonly kept: readonly Evidence[]; readonly summaries: readonly EvidenceSummary[]; readonly removed: number } {
  checkList('applyRetention', 'log', log);
  checkAbove('applyRetention', 'now', now, -Infinity, ' of epoch milliseconds');
  const { maxAgeDays, bySource = {}, undated } = policy;
  const limits = new Map(Object.entries(bySource));
  checkAbove('applyRetention', 'maxAgeDays', maxAgeDays, 0);
  for (const [source, days] of limits) checkAbove('applyRetention', `bySource.${source}`, days, 0);
  if (undated !== 'keep' && undated !== 'remove') {
    throw new RangeError(`applyRetention: undated must be 'keep' or 'remove', got ${String(undated)}; decide which`);
  }
  const isKept = ({ at, source }: Evidence) =>
    at === null ? undated === 'keep' : now - at <= (limits.get(source) ?? maxAgeDays) * DAY;
  const kept = log.filter(isKept);
  return { kept, summaries: summarise(log.filter((entry) => !isKept(entry))), removed: log.length - kept.length };
}

function summarise(entries: readonly Evidence[]): EvidenceSummary[] {
  const summaries = new Map<string, EvidenceSummary>();
  for (const { learnerId, competencies, source, score, at } of entries) {
    for (const { id, weight = 1 } of competencies.length > 0 ? competencies : [{ id: null }]) {
      const key = JSON.stringify([learnerId, id, source]);
      const none = { n: 0, ungraded: 0, weight: 0, score: 0, firstAt: null, lastAt: null };
      const before = summaries.get(key) ?? { learnerId, competencyId: id, source, ...none };
      summaries.set(key, {
        ...before,
        n: before.n + Number(score !== null),
        ungraded: before.ungraded + Number(score === null),
        weight: before.weight + (score === null ? 0 : weight),
        score: before.score + (score === null ? 0 : weight * score),
        firstAt: before.firstAt === null || at === null ? (before.firstAt ?? at) : Math.min(before.firstAt, at),
        lastAt: before.lastAt === null || at === null ? (before.lastAt ?? at) : Math.max(before.lastAt, at),
      });
    }
  }
  return [...summaries.values()];
}
