import type { Evidence } from '../../evidence/evidence.ts';
import { betaInterval } from '../../math/betaInterval.ts';
import { checkAbove } from '../../math/check.ts';
import { checkStrategy } from '../../math/checkStrategy.ts';
import { daysBetween, type ElapsedDaysOptions } from '../../memory/elapsedDays.ts';
import type { ForgettingModel, MemoryState, RecallGrade } from '../../memory/forgettingModel.ts';
import type { BktState } from '../../tracing/models/bkt.ts';
import type { TracingModel } from '../../tracing/tracingModel.ts';
import type { MasteryEstimate, MasteryEstimator } from '../mastery.ts';
import { unusedOf } from '../unusedOf.ts';

/** Options of {@link retained}. */
export interface RetainedOptions<State extends MemoryState = MemoryState> extends ElapsedDaysOptions {
  /** What is known: `bkt({ ... })` without forgetting, which would count twice. */
  readonly model: TracingModel<BktState>;
  /** How it fades: `fsrs()` or another forgetting model. */
  readonly memory: ForgettingModel<State>;
  /** What time it is, epoch ms, not before the evidence; that of `estimateMastery` when absent. */
  readonly now?: number;
  /** What an answer says of memory; `recallGrade` when absent. */
  readonly gradeOf?: (entry: Evidence) => RecallGrade;
}

const LEVEL = 0.9;

/**
 * Mastery on two axes: what is known (Bayesian knowledge tracing) and whether it can still be recalled (a forgetting model).
 *
 * Knowledge L and memory are stored apart. Effective mastery t days after an answer is L R(t), with R the retrievability; the next answer starts from
 * there: it updates L R(t) instead of L, and memory by the grade the answer amounts to. L changes with evidence only, never with time: what was mastered
 * in June is mastered in September, and needs review. The combination is our own proposal.
 *
 * @param options both models, what time it is, and how days are counted
 * @returns an estimator for `estimateMastery`; `value` is L, `retention` what is left of it
 * @throws RangeError for a model that is no bkt or forgets, or evidence after `now`; TypeError without a model or a memory
 * @remarks Limits: the product takes knowing and recalling for independent; memory parameters of flashcards are carried over to competencies; nobody has
 * validated the sum of both. Undated evidence counts as given on the day of the evidence before it. Ungraded evidence is unused.
 * @example
 * import { fsrs } from 'tutelage/memory';
 * import { estimateMastery, retained } from 'tutelage/mastery';
 * import { bkt } from 'tutelage/tracing';
 *
 * const june = Date.UTC(2026, 5, 1, 12);
 * const log = [0, 1, 2].map((day) => ({
 *   id: `e${day}`, learnerId: 'ana', at: june + day * 86_400_000, competencies: [{ id: 'fractions' }], score: 1, source: 'quiz',
 * }) as const);
 * const model = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
 * const by = retained({ model, memory: fsrs(), now: june + 92 * 86_400_000 });
 * const [september] = estimateMastery(log, { by }).estimates;
 * september!.value; // => 0.9818
 * september!.retention!.retrievability; // => 0.7
 */
export function retained<State extends MemoryState>(options: RetainedOptions<State>): MasteryEstimator {
  const { model, memory, gradeOf = recallGrade, ...days } = options;
  checkStrategy('retained', 'model', model, 'update', 'bkt({ ... })');
  checkStrategy('retained', 'memory', memory, 'retrievability', 'fsrs()');
  if (model.name !== 'bkt' || (model.options as { forget?: unknown }).forget !== 0) {
    throw new RangeError('retained: model must be a bkt without forget; forgetting is what the memory is for');
  }
  const between = daysBetween(days);
  const elapsed = (from: number | null, to: number | null): number =>
    from === null || to === null ? 0 : between(from, to);
  const estimateOf = (competencyId: string, scored: readonly Evidence[], now: number): MasteryEstimate => {
    let known = model.init();
    let held: State | null = null;
    let last: number | null = null;
    let before: { value: number; faded: number } | undefined;
    for (const entry of scored) {
      const gap = elapsed(last, entry.at);
      const grade = gradeOf(entry);
      if (held) {
        before = { value: known.known, faded: known.known * memory.retrievability(held, gap) };
        known = { ...known, known: before.faded };
      }
      const weight = entry.competencies.find(({ id }) => id === competencyId)!.weight ?? 1;
      known = model.update(
        known,
        entry.score,
        weight,
        entry.itemId === undefined ? undefined : { itemId: entry.itemId },
      );
      held = held ? memory.update(held, gap, grade) : memory.init(grade);
      last = entry.at ?? last;
    }
    const about = { competencyId, level: LEVEL };
    if (!held) {
      return {
        ...about,
        status: 'unknown',
        value: null,
        sd: null,
        interval: null,
        n: 0,
        evidenceIds: [],
        lastAt: null,
      };
    }
    const { value, sd } = model.estimate(known);
    const since = elapsed(last, now);
    const retrievability = memory.retrievability(held, since);
    return {
      ...{ ...about, status: 'estimated', value, sd, interval: betaInterval(value, sd, LEVEL) },
      ...{ n: scored.length, evidenceIds: scored.map(({ id }) => id), lastAt: last },
      retention: {
        ...{ retrievability, effective: value * retrievability, elapsedDays: since },
        dueInDays: memory.intervalDays(held) - since,
        ...(before && { before }),
      },
    };
  };
  return {
    name: `bkt and ${memory.name}`,
    estimate(log, present = Number.NaN) {
      const { now = present } = options;
      checkAbove('retained', 'now', now, -Infinity);
      const late = log.find(({ at }) => at !== null && at > now);
      if (late) throw new RangeError(`retained: evidence "${late.id}" comes after now (${now}); pass the present time`);
      const ids = new Set(log.flatMap(({ competencies }) => competencies.map(({ id }) => id)));
      return {
        estimates: [...ids].map((id) =>
          estimateOf(
            id,
            log.filter(({ score, competencies }) => score !== null && competencies.some((own) => own.id === id)),
            now,
          ),
        ),
        unused: unusedOf(log),
      };
    },
  };
}

/**
 * What an answer says of memory, as the grade of a recall: 1 for a score below a half, 3 for full marks without a hint, 2 for what lies between.
 *
 * Our choice; 4 (easy) would need response times and is left to you.
 *
 * @param entry graded evidence
 * @returns a grade for forgetting models
 * @example
 * import { recallGrade } from 'tutelage/mastery';
 *
 * const answer = { id: 'e1', learnerId: 'ana', at: null, competencies: [{ id: 'fractions' }], source: 'quiz' } as const;
 * [{ score: 0 }, { score: 0.7 }, { score: 1, hints: 1 }, { score: 1 }].map((more) => recallGrade({ ...answer, ...more })); // => [1, 2, 2, 3]
 */
export function recallGrade({ score, hints = 0 }: Evidence): RecallGrade {
  if (score === null || score < 0.5) return 1;
  return score < 1 || hints > 0 ? 2 : 3;
}
