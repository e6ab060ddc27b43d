import fc from 'fast-check';
import type { Evidence } from 'tutelage/evidence';
import { estimateMastery, recordEvidence, retained } from 'tutelage/mastery';
import { leitner } from 'tutelage/memory';
import { newLearnerProfile } from 'tutelage/profile';
import { decayingAverage, powerLaw } from 'tutelage/progression';
import { parseMastery } from 'tutelage/schema';
import { bkt, elo, ema, manySkills } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import { betaInterval } from '../../src/math/betaInterval.ts';
import { incompleteBeta } from '../../src/math/incompleteBeta.ts';
import { solved } from '../tolerance.ts';

const entry = (k: number, score: number | null, ...ids: string[]): Evidence => ({
  id: `e${k}`,
  learnerId: 'ana',
  at: 1000 * k,
  itemId: `q${k % 3}`,
  competencies: ids.map((id) => ({ id })),
  score,
  source: 'quiz',
});
const log = [
  entry(1, 1, 'add'),
  entry(2, 0, 'add', 'carry'),
  entry(3, null, 'add'),
  entry(4, 1, 'add'),
  entry(5, null, 'borrow'),
];
const model = bkt({
  prior: 0.4,
  learn: 0.1,
  guess: 0.2,
  slip: 0.1,
  classes: { choice: { guess: 0.5 } },
  items: { q1: 'choice' },
});

describe('estimateMastery by a tracing model or a scale', () => {
  it('folds the scored evidence of each competency, and says what it rests on', () => {
    const { estimates, unused, by } = estimateMastery(log, { by: model });
    const scores = [
      [1, 'q1'],
      [0, 'q2'],
      [1, 'q1'],
    ] as const;
    const state = scores.reduce((s, [score, itemId]) => model.update(s, score, 1, { itemId }), model.init());
    const [add, carry, borrow] = estimates;
    expect(by).toBe('bkt');
    expect(add).toMatchObject({ competencyId: 'add', status: 'estimated', ...model.estimate(state), n: 3 });
    expect([add!.evidenceIds, add!.lastAt]).toEqual([['e1', 'e2', 'e4'], 4000]);
    expect([carry!.n, borrow!.status, borrow!.value]).toEqual([1, 'unknown', null]);
    expect(unused).toEqual([
      { evidenceId: 'e3', reason: 'ungraded' },
      { evidenceId: 'e5', reason: 'ungraded' },
    ]);
  });

  it('is what recordEvidence records, for any log', () => {
    const scores = fc.array(
      fc.tuple(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), fc.constantFrom('add', 'carry')),
    );
    fc.assert(
      fc.property(scores, (drawn) => {
        fc.pre(drawn.length > 0);
        const entries = drawn.map(([score, id], k) => entry(k, score, id));
        const { estimates } = estimateMastery(entries, { by: model });
        const profile = recordEvidence(newLearnerProfile({ id: 'ana' }), entries, { by: model });
        for (const { competencyId, value, sd, n } of estimates) {
          expect(profile.competencies!.find((record) => record.competencyId === competencyId)).toMatchObject({
            value,
            sd,
            n,
          });
        }
      }),
    );
  });

  it('loses nothing: every entry is in an estimate or told of', () => {
    const mixed = [...log, entry(6, 1), entry(7, null)];
    for (const by of [model, decayingAverage, retained({ model, memory: leitner(), now: 1e9 })]) {
      const { estimates, unused } = estimateMastery(mixed, { by });
      const told = [
        ...estimates.flatMap(({ evidenceIds }) => evidenceIds),
        ...unused.map(({ evidenceId }) => evidenceId),
      ];
      expect([...new Set(told)].sort()).toEqual(mixed.map(({ id }) => id));
      expect(unused).toContainEqual({ evidenceId: 'e6', reason: 'noCompetency' });
      expect(parseMastery(JSON.parse(JSON.stringify(estimateMastery(mixed, { by }))))).toMatchObject({
        ok: true,
        value: estimateMastery(mixed, { by }),
      });
    }
  });

  it('takes models of the whole learner', () => {
    for (const by of [elo({ difficulties: { q1: 1 } }), manySkills(model)]) {
      const state = log.reduce<unknown>(
        (s, { score, itemId, competencies }) =>
          score === null
            ? s
            : by.update(s as never, score, 1, { itemId: itemId!, competencyIds: competencies.map(({ id }) => id) }),
        by.init(),
      );
      const { estimates } = estimateMastery(log, { by });
      expect(estimates[0]).toMatchObject(by.estimate(state as never, 'add'));
      expect(() => recordEvidence(newLearnerProfile({ id: 'ana' }), log, { by })).toThrow(
        /one state for the whole learner/,
      );
    }
  });

  it('takes scales, whose uncertainty is that of as many answers', () => {
    const [add] = estimateMastery(log, { by: decayingAverage }).estimates;
    expect(add).toMatchObject({ value: decayingAverage([1, 0, 1]), n: 3 });
    expect(add!.sd!).toBeGreaterThan(0);
    const rising = [0.2, 0.6, 1, 1].map((score, k) => entry(k, score, 'add'));
    expect(() => estimateMastery(rising, { by: powerLaw })).toThrow(/in \[0, 1\] for scores in \[0, 1\]/);
    const [capped] = estimateMastery(rising, { by: (scores) => powerLaw(scores, { top: 1 }) }).estimates;
    expect(capped!.value).toBe(1);
    expect(estimateMastery(log, { by: powerLaw }).estimates[1]!.status).toBe('unknown');
  });

  it('an average that no answer has touched is not mastery: all right is never certain', () => {
    const [add] = estimateMastery([entry(1, 1, 'add')], { by: ema({ start: 1 }) }).estimates;
    expect([add!.value, add!.sd! > 0.2]).toEqual([1, true]);
  });
});

describe('betaInterval', () => {
  it('holds the level between its ends', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0.02, max: 0.9, noNaN: true }),
        (mean, share) => {
          const sd = share * Math.sqrt(mean * (1 - mean));
          const size = (mean * (1 - mean)) / (sd * sd) - 1;
          const [low, high] = betaInterval(mean, sd, 0.9);
          fc.pre(low > 1e-9 && high < 1 - 1e-9);
          solved(
            [low, high].map((x) => incompleteBeta(x, mean * size, (1 - mean) * size)),
            [0.05, 0.95],
          );
        },
      ),
    );
  });

  it('is 0 or 1 where the share is all or nothing, and a point where it is certain', () => {
    expect(betaInterval(0.5, 0.5, 0.9)).toEqual([0, 1]);
    expect(betaInterval(0.97, Math.sqrt(0.97 * 0.03), 0.9)).toEqual([1, 1]);
    expect(betaInterval(0.02, Math.sqrt(0.02 * 0.98), 0.9)).toEqual([0, 0]);
    expect(betaInterval(0.3, 0, 0.9)).toEqual([0.3, 0.3]);
    expect(betaInterval(1, 0, 0.9)).toEqual([1, 1]);
  });
});
