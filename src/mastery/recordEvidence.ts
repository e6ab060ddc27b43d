import { checkEvidence } from '../evidence/checkEvidence.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { type EvidenceLog, evidenceLog } from '../evidence/evidenceLog.ts';
import { checkStrategy } from '../math/checkStrategy.ts';
import type { CompetencyRecord } from '../profile/competencyRecord.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import type { TracingModel } from '../tracing/tracingModel.ts';
import { isAfter, isKnown } from './logPlaces.ts';
import { type Share, traceAnswers } from './traceAnswers.ts';

/** Options of {@link recordEvidence}. */
export interface RecordOptions {
  /** The model, such as `bkt({ ... })` of `tutelage/tracing`: always the same one with the same parameters. */
  readonly by: TracingModel;
  /** What was recorded before this call. Needed when evidence comes late or may come twice. */
  readonly log?: EvidenceLog;
}

/**
 * Carries evidence into a learner's profile: a fold, one competency at a time.
 *
 * The profile keeps counts, the model's state and some earlier states for each competency; the evidence itself stays in your
 * log. Recording it piece by piece, in any order, gives what recording the whole log at once gives.
 *
 * @param profile the learner's profile; fields of your own stay
 * @param evidence one piece or many, in any order, of this learner
 * @param options the model, and the log so far
 * @returns a fresh profile with new records of the competencies concerned and a new `history`
 * @throws TypeError or RangeError for evidence of the wrong shape or of another learner; RangeError for evidence that lies before the last
 * recorded when there is no log (only the log can tell late from repeated), for a log that lacks evidence which was counted, and
 * for a competency that another model estimated; TypeError for a model of the whole learner
 * @remarks In time order: O(competencies of the evidence) model updates, and one shallow copy of the profile's list of competencies.
 * Late: a search in the log; a model that is not commutative then goes back to the last of its checkpoints before it and replays at
 * most the larger of d + 64 and 3 d answers, d being the graded answers to the competency that come after it. There are at most
 * about 2 log2(n / 64) checkpoints. A repeated piece changes nothing, but without a log only the last of undated evidence is
 * known again. Ungraded evidence is counted and says nothing about mastery. A late answer is added at once to a commutative model, so
 * that its sums may differ from those in time order by rounding.
 * @example
 * import { recordEvidence } from 'tutelage/mastery';
 * import { newLearnerProfile } from 'tutelage/profile';
 * import { bkt } from 'tutelage/tracing';
 *
 * const by = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
 * const answer = { learnerId: 'ana', competencies: [{ id: 'fractions' }], source: 'quiz' } as const;
 * const once = recordEvidence(newLearnerProfile({ id: 'ana' }), { ...answer, id: 'e1', at: 1000, score: 1 }, { by });
 * once.competencies![0]!.value; // => 0.775
 * const twice = recordEvidence(once, { ...answer, id: 'e2', at: 2000, score: null }, { by });
 * [twice.competencies![0]!.value, twice.competencies![0]!.n, twice.history!.n]; // => [0.775, 1, 2]
 */
export function recordEvidence<P extends LearnerProfile>(
  profile: P,
  evidence: Evidence | readonly Evidence[],
  options: RecordOptions,
): P {
  const { by, log } = options;
  checkStrategy('recordEvidence', 'options.by', by, 'update', 'bkt({ ... })');
  if (by.scope !== 'competency') {
    throw new TypeError(
      `recordEvidence: "${by.name}" keeps one state for the whole learner, and a profile one for each competency; keep the state beside the profile with by.update, or use a model with scope 'competency'`,
    );
  }
  const fresh = unrecorded(profile, inOrder(profile, evidence), log);
  if (fresh.length === 0) return profile;
  const shares = new Map<string, Share[]>();
  for (const entry of fresh) {
    for (const { id, weight = 1 } of entry.competencies) {
      const own = shares.get(id);
      if (own) own.push({ entry, weight });
      else shares.set(id, [{ entry, weight }]);
    }
  }
  const competencies = (profile.competencies ?? []).map((record) => {
    const own = shares.get(record.competencyId);
    shares.delete(record.competencyId);
    return own ? updated(record, own, by, log) : record;
  });
  for (const [competencyId, own] of shares) {
    const empty = { competencyId, value: null, sd: null, n: 0, lastAt: null, by: by.name };
    competencies.push(updated(empty, own, by, log));
  }
  return { ...profile, competencies, history: historyWith(profile.history, fresh) };
}

function inOrder(profile: LearnerProfile, evidence: Evidence | readonly Evidence[]): readonly Evidence[] {
  let entries: readonly Evidence[];
  if (Array.isArray(evidence)) entries = evidenceLog(evidence).entries;
  else {
    checkEvidence('recordEvidence: evidence', evidence as Evidence);
    entries = [evidence as Evidence];
  }
  const stranger = entries.find(({ learnerId }) => learnerId !== profile.id);
  if (stranger) {
    throw new RangeError(
      `recordEvidence: the profile is of "${profile.id}" but evidence "${stranger.id}" of "${stranger.learnerId}"; split a log with byLearner`,
    );
  }
  return entries;
}

/** The entries that the profile does not hold yet. */
function unrecorded(profile: LearnerProfile, entries: readonly Evidence[], log?: EvidenceLog): readonly Evidence[] {
  const { history } = profile;
  if (!history || history.n === 0) return entries;
  const last = { at: history.lastAt, id: history.lastId ?? '' };
  if (log && log.entries.length > history.n) {
    throw new RangeError(
      `recordEvidence: options.log holds ${log.entries.length} entries but the profile has recorded ${history.n}; pass this learner's log as it was before this call`,
    );
  }
  return entries.filter((entry) => {
    if (entry.id === last.id && entry.at === last.at) return false;
    const late = !isAfter(entry, last);
    if (late && !log) {
      throw new RangeError(
        `recordEvidence: evidence "${entry.id}" lies before the last recorded; pass options.log, the evidence recorded so far, to tell whether it is late or repeated`,
      );
    }
    return !(log && (late || entry.at === null) && isKnown(log.entries, entry));
  });
}

function updated(
  record: CompetencyRecord,
  shares: readonly Share[],
  by: TracingModel,
  log: EvidenceLog | undefined,
): CompetencyRecord {
  const { competencyId } = record;
  if (record.by !== by.name || (record.n > 0 && !record.trace)) {
    throw new RangeError(
      `recordEvidence: competency "${competencyId}" was estimated by "${record.by}"; go on with that model, or record the whole log into a profile without this record by "${by.name}"`,
    );
  }
  const graded = shares.filter(({ entry }) => entry.score !== null);
  const ungraded = (record.ungraded ?? 0) + shares.length - graded.length;
  const lastAt = latest(record.lastAt, shares);
  const counted = { ...record, lastAt, ...(ungraded > 0 && { ungraded }) };
  if (graded.length === 0) return counted;
  const trace = traceAnswers(competencyId, record.trace, graded, by, log);
  return { ...counted, ...by.estimate(trace.state), n: trace.n, trace };
}

const latest = (at: number | null, shares: readonly Share[]): number | null =>
  shares.reduce<number | null>((last, { entry }) => (last === null ? entry.at : Math.max(last, entry.at ?? last)), at);

function historyWith(history: LearnerProfile['history'], fresh: readonly Evidence[]): LearnerProfile['history'] {
  const dated = fresh.filter(({ at }) => at !== null);
  const first = dated[0]?.at ?? null;
  const newest = fresh[fresh.length - 1]!;
  const before = { at: history?.lastAt ?? null, id: history?.lastId ?? '' };
  const last = !history || history.n === 0 || isAfter(newest, before) ? newest : before;
  const firstAt = history?.firstAt ?? null;
  return {
    ...history,
    n: (history?.n ?? 0) + fresh.length,
    firstAt: firstAt === null || (first !== null && first < firstAt) ? first : firstAt,
    lastAt: last.at,
    lastId: last.id,
  };
}
