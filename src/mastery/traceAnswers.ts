import type { Evidence } from '../evidence/evidence.ts';
import type { EvidenceLog } from '../evidence/evidenceLog.ts';
import { logOrder } from '../evidence/logOrder.ts';
import type { Mark, Trace } from '../profile/competencyRecord.ts';
import type { TracingModel } from '../tracing/tracingModel.ts';
import { entriesAfter, isAfter } from './logPlaces.ts';

/** A piece of evidence and how much of it is about the competency. */
export interface Share {
  readonly entry: Evidence;
  readonly weight: number;
}

const SPACING = 64; // answers between checkpoints

/** Carries graded answers to one competency, in order, into a model's trace. */
export function traceAnswers(
  competencyId: string,
  trace: Trace | undefined,
  answers: readonly Share[],
  by: TracingModel,
  log: EvidenceLog | undefined,
): Trace {
  if (!trace) return fold(null, [], answers, by);
  const first = answers[0]!.entry;
  if (by.commutative || isAfter(first, trace)) return fold(trace, trace.checkpoints ?? [], answers, by);
  const before = (trace.checkpoints ?? []).filter((mark) => isAfter(first, mark));
  const start = before[before.length - 1] ?? null;
  const known = answersAfter(competencyId, start, log);
  if ((start?.n ?? 0) + known.length !== trace.n) {
    throw new RangeError(
      `recordEvidence: evidence "${first.id}" of competency "${competencyId}" is late, and to replay it options.log must hold the ${trace.n - (start?.n ?? 0)} graded answers recorded ${start ? `after "${start.id}"` : 'so far'}, got ${known.length}`,
    );
  }
  // sorting is stable: among undated answers the known ones stay first
  const merged = [...known, ...answers].sort((left, right) => logOrder(left.entry, right.entry));
  return fold(start, before, merged, by);
}

/** The graded answers to a competency that the log holds after a mark. */
function answersAfter(competencyId: string, mark: Mark | null, log: EvidenceLog | undefined): Share[] {
  const entries = log?.entries ?? [];
  return (mark ? entriesAfter(entries, mark) : entries).flatMap((entry) => {
    const own = entry.score === null ? undefined : entry.competencies.find(({ id }) => id === competencyId);
    return own ? [{ entry, weight: own.weight ?? 1 }] : [];
  });
}

function fold(start: Mark | null, earlier: readonly Mark[], answers: readonly Share[], by: TracingModel): Trace {
  let last: Mark = start ?? { state: by.init(), n: 0, at: null, id: '' };
  let marks = earlier;
  for (const { entry, weight } of answers) {
    const place = by.commutative && last.n > 0 && !isAfter(entry, last) ? last : entry;
    last = {
      state: by.update(
        last.state,
        entry.score,
        weight,
        entry.itemId === undefined ? undefined : { itemId: entry.itemId },
      ),
      n: last.n + 1,
      at: place.at,
      id: place.id,
    };
    if (!by.commutative && last.n % SPACING === 0) marks = [...marks, last].filter((mark) => isKept(mark, last.n));
  }
  const { state, n, at, id } = last;
  return { state, n, at, id, ...(marks.length > 0 && { checkpoints: marks }) };
}

/**
 * Checkpoints grow sparser into the past: one after c answers stays while n - c is at most twice the largest power of two that
 * divides c, so that there are about 2 log2(n / 64) and one lies near enough before any answer (see `recordEvidence`).
 */
const isKept = (mark: Mark, n: number): boolean => n - mark.n <= 2 * (mark.n & -mark.n);
