import { readFileSync } from 'node:fs';
import type { Evidence } from 'tutelage/evidence';
import { estimateMastery, recallGrade, retained } from 'tutelage/mastery';
import { fsrs, leitner } from 'tutelage/memory';
import { bkt } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import { close, solved, versus } from '../tolerance.ts';

const DAY = 86_400_000;
const start = Date.UTC(2026, 5, 1, 12);
const entry = (day: number, score: number | null, more: Partial<Evidence> = {}): Evidence => ({
  id: `e${day}`,
  learnerId: 'ana',
  at: start + day * DAY,
  competencies: [{ id: 'fractions' }],
  score,
  source: 'quiz',
  ...more,
});
const parameters = { prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 };
const model = bkt(parameters);
const memory = fsrs();
const at = (now: number, log: readonly Evidence[]) =>
  estimateMastery(log, { by: retained({ model, memory, now: start + now * DAY }) }).estimates[0]!;

describe('the vectors of retention', () => {
  const { cases, guess, slip, reviewDueAt } = JSON.parse(
    readFileSync(new URL('../reference/memory/vectors_retention.json', import.meta.url), 'utf8'),
  );

  it('effective mastery is L R(t, S), and an answer is expected from there', () => {
    for (const { L, stability, elapsedDays, retrievability, effectiveMastery, pCorrect } of cases) {
      const R = memory.retrievability({ version: 1, model: 'fsrs', stability, difficulty: 5 }, elapsedDays);
      versus('the vectors', 1e-8)([R, L * R], [retrievability, effectiveMastery]);
      const faded = bkt({ prior: L * R, learn: 0, guess, slip });
      versus('the vectors', 1e-8)(faded.predict(faded.init()), pCorrect);
    }
  });

  it('retrievability falls to a level after the printed multiple of the stability', () => {
    const state = { version: 1, model: 'fsrs', stability: 10, difficulty: 5 } as const;
    for (const { retrievability, elapsedOverStability } of reviewDueAt) {
      versus('the vectors', 1e-8)(memory.retrievability(state, 10 * elapsedOverStability), retrievability);
    }
  });
});

describe('retained', () => {
  const log = [entry(0, 1), entry(1, 1), entry(9, 0), entry(30, 1)];

  it('updates from what is left, step by step as by hand', () => {
    let known = model.init().known;
    let held = memory.init(3);
    known = model.update({ ...model.init(), known }, 1).known;
    let before = { value: 0, faded: 0 };
    for (const [gap, score] of [
      [1, 1],
      [8, 0],
      [21, 1],
    ] as const) {
      const faded = known * memory.retrievability(held, gap);
      before = { value: known, faded };
      known = model.update({ ...model.init(), known: faded }, score).known;
      held = memory.update(held, gap, score === 1 ? 3 : 1);
    }
    const found = at(40, log);
    const R = memory.retrievability(held, 10);
    close([found.value!, found.retention!.retrievability, found.retention!.effective], [known, R, known * R]);
    expect(found.retention!.before).toEqual(before);
    expect(found.retention!.dueInDays).toBe(memory.intervalDays(held) - 10);
    expect([found.n, found.retention!.elapsedDays]).toEqual([4, 10]);
  });

  it('time changes retention and never what is known', () => {
    const [soon, late] = [at(30, log), at(300, log)];
    expect(late.value).toBe(soon.value);
    expect(late.retention!.retrievability).toBeLessThan(soon.retention!.retrievability);
  });

  it('answers on one day fade nothing: it is then knowledge tracing alone', () => {
    const sameDay = [0, 0.01, 0.02].map((day) => entry(day, 1));
    const alone = estimateMastery(sameDay, { by: model }).estimates[0]!;
    solved(at(0.03, sameDay).value!, alone.value!);
  });

  it('counts days as the learner lives them', () => {
    const late = [entry(0, 1), entry(0.5, 1)]; // noon and midnight in UTC; 4 in the afternoon and 4 in the morning in Samara
    const by = (timeZone: string) => retained({ model, memory, now: start + DAY, timeZone });
    const [utc, samara] = ['UTC', 'Europe/Samara'].map((zone) => estimateMastery(late, { by: by(zone) }).estimates[0]!);
    expect([utc!.retention!.before!.faded === utc!.retention!.before!.value, utc!.retention!.elapsedDays]).toEqual([
      true,
      1,
    ]);
    expect(samara!.retention!.before!.faded).toBeLessThan(samara!.retention!.before!.value);
  });

  it('works with other memories, undated and ungraded evidence', () => {
    const by = retained({ model, memory: leitner(), now: start + DAY });
    const mixed = [entry(0, 1, { at: null }), entry(0, 1, { id: 'x' }), entry(1, null)];
    const { estimates, unused } = estimateMastery(mixed, { by });
    expect([estimates[0]!.n, estimates[0]!.lastAt, unused.length]).toEqual([2, start, 1]);
    const none = estimateMastery([entry(0, null)], { by }).estimates[0]!;
    expect([none.status, none.retention]).toEqual(['unknown', undefined]);
  });

  it('takes the time from estimateMastery, too, and asks for it', () => {
    const by = retained({ model, memory });
    expect(estimateMastery(log, { by, now: start + 40 * DAY }).estimates[0]).toEqual(at(40, log));
    expect(() => estimateMastery(log, { by })).toThrow(/now must be a finite number/);
  });

  it('teaches what is wrong', () => {
    expect(() => retained({ model: bkt({ ...parameters, forget: 0.1 }), memory, now: 0 })).toThrow(/without forget/);
    expect(() => at(20, log)).toThrow(/"e30" comes after now/);
    expect(() => retained({ model, memory: undefined as never, now: 0 })).toThrow(
      /memory must be a strategy such as fsrs/,
    );
    expect(recallGrade(entry(0, null))).toBe(1);
  });
});
