import { createHmac, webcrypto } from 'node:crypto';
import type { Evidence } from 'tutelage/evidence';
import { type LearnerData, pseudonymise, shiftDates } from 'tutelage/privacy';
import { newLearnerProfile } from 'tutelage/profile';
import { reportClass } from 'tutelage/report';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { fullProfile } from './fullProfile.ts';

const key = Uint8Array.from({ length: 32 }, (_, k) => k);
const entry = (learnerId: string, at: number | null = 5): Evidence => ({
  id: `e-${at}`,
  learnerId,
  at,
  competencies: [],
  score: 1,
  source: 'quiz',
});
const idOf = async (id: string, more: object = {}) =>
  (await pseudonymise({ evidence: [entry(id)] }, { key, ...more })).evidence![0]!.learnerId;

describe('pseudonymise', () => {
  it('of nothing is nothing', async () => {
    expect(await pseudonymise({}, { key })).toEqual({});
    expect(await pseudonymise({ profiles: [], evidence: [] }, { key })).toEqual({ profiles: [], evidence: [] });
  });

  it('is HMAC-SHA-256: test case 2 of RFC 4231, whose key is too short for us, padded with the zeros that HMAC pads with', async () => {
    const jefe = new Uint8Array(16);
    jefe.set(new TextEncoder().encode('Jefe'));
    const expected = '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843';
    const made = await pseudonymise({ evidence: [entry('what do ya want for nothing?')] }, { key: jefe });
    expect(Buffer.from(made.evidence![0]!.learnerId, 'base64url').toString('hex')).toBe(expected);
  });

  it('agrees with another implementation for ids of all kinds', async () => {
    for (const id of ['__proto__', 'ana', 'João 🙂', '\u0000', 'x'.repeat(10_000)]) {
      expect(await idOf(id)).toBe(createHmac('sha256', key).update(id).digest('base64url'));
    }
  });

  it('takes a CryptoKey, and gives another pseudonym in another context', async () => {
    const made = await webcrypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    const withKey = await pseudonymise({ evidence: [entry('ana')] }, { key: made });
    expect(withKey.evidence![0]!.learnerId).toBe(await idOf('ana'));
    const contexts = await Promise.all(
      [undefined, '', 'study 1', 'study 2'].map((context) => idOf('ana', context === undefined ? {} : { context })),
    );
    expect(new Set(contexts).size).toBe(4);
  });

  it('renames the learner everywhere alike, and touches nothing else', async () => {
    const data: LearnerData = deepFreeze({
      profiles: [fullProfile, newLearnerProfile({ id: 'bo' })],
      evidence: [entry(fullProfile.id)],
      masteries: [{ learnerId: 'bo', by: 'irt', estimates: [], unused: [] }],
      progressions: [{ learnerId: 'bo', rule: 'r', decisions: [] }],
    });
    const made = await pseudonymise(data, { key });
    const [ana, bo] = made.profiles!.map(({ id }) => id);
    expect(ana).not.toBe(bo);
    expect(made).toEqual({
      profiles: [
        { ...fullProfile, id: ana },
        { ...newLearnerProfile({ id: 'bo' }), id: bo },
      ],
      evidence: [{ ...entry('x'), learnerId: ana }],
      masteries: [{ learnerId: bo, by: 'irt', estimates: [], unused: [] }],
      progressions: [{ learnerId: bo, rule: 'r', decisions: [] }],
    });
    expect(JSON.stringify(made)).not.toContain(fullProfile.id);
  });

  it('refuses keys that are none or short, reports and half characters, and says why', async () => {
    for (const bad of [undefined, null, 'secret', {}, [1, 2]]) {
      await expect(pseudonymise({}, { key: bad as never })).rejects.toThrow(
        /without a secret key anybody could try out ids/,
      );
    }
    await expect(pseudonymise({}, undefined as never)).rejects.toThrow(TypeError);
    await expect(pseudonymise({}, { key: new Uint8Array(15) })).rejects.toThrow(/at least 16 bytes, got 15/);
    await expect(pseudonymise({ reports: [reportClass({ learners: [] })] }, { key })).rejects.toThrow(
      /1 reports are text/,
    );
    await expect(idOf('\ud800')).rejects.toThrow(/half a character/);
  });
});

describe('shiftDates', () => {
  const WEEK = 7 * 86_400_000;
  const times = (value: unknown): number[] =>
    typeof value === 'number'
      ? value > 1e11
        ? [value]
        : []
      : value !== null && typeof value === 'object'
        ? Object.values(value).flatMap(times)
        : [];

  it('moves every time of a full profile by the same whole weeks, and no other number', async () => {
    const { profiles } = await shiftDates(deepFreeze({ profiles: [fullProfile] }), { key });
    const [before, after] = [times(fullProfile), times(profiles![0])];
    const shift = after[0]! - before[0]!;
    expect(Math.abs(shift % WEEK)).toBe(0);
    expect(shift).not.toBe(0);
    expect(after).toEqual(before.map((at) => at + shift));
    const others = (value: unknown) =>
      JSON.stringify(value, (_, inner) => (typeof inner === 'number' && inner > 1e11 ? 'time' : inner));
    const withDate = { ...fullProfile, availability: profiles![0]!.availability };
    expect(others(profiles![0])).toBe(others(withDate));
    const day = Date.parse(`${profiles![0]!.availability!.exceptions![0]!.date}T00:00Z`);
    expect(day - Date.parse('2026-12-31T00:00Z')).toBe(shift);
  });

  it('keeps intervals, weekdays and what is not dated; learners move apart', async () => {
    const learners = Array.from({ length: 60 }, (_, k) => `learner-${k}`);
    const at = Date.UTC(2026, 5, 3, 9);
    const evidence = learners.flatMap((id) => [entry(id, at), entry(id, at + 12_345), entry(id, null)]);
    const data: LearnerData = {
      evidence,
      masteries: [
        {
          learnerId: 'learner-3',
          by: 'irt',
          unused: [],
          estimates: [
            {
              competencyId: 'a',
              status: 'unknown',
              value: null,
              sd: null,
              interval: null,
              level: 0.9,
              n: 0,
              evidenceIds: [],
              lastAt: at,
            },
          ],
        },
      ],
    };
    const made = await shiftDates(data, { key, maxWeeks: 4 });
    const shifts = learners.map((_, k) => {
      const [first, second, undated] = made.evidence!.slice(3 * k, 3 * k + 3).map((of) => of.at);
      expect(second! - first!).toBe(12_345);
      expect(undated).toBeNull();
      expect(new Date(first!).getUTCDay()).toBe(new Date(at).getUTCDay());
      return (first! - at) / WEEK;
    });
    expect([...new Set(shifts)].sort((a, b) => a - b)).toEqual([-4, -3, -2, -1, 1, 2, 3, 4]);
    expect(made.masteries![0]!.estimates[0]!.lastAt! - at).toBe(shifts[3]! * WEEK);
    expect(await shiftDates(data, { key, maxWeeks: 4 })).toEqual(made);
    expect(await shiftDates(data, { key: key.map((byte) => byte ^ 1), maxWeeks: 4 })).not.toEqual(made);
  });

  it('refuses what pseudonymise refuses, and less than a week', async () => {
    await expect(shiftDates({}, { key: 'x' as never })).rejects.toThrow(TypeError);
    await expect(shiftDates({}, { key, maxWeeks: 0 })).rejects.toThrow(/maxWeeks must be a whole number of at least 1/);
    await expect(shiftDates({ reports: [reportClass({ learners: [] })] }, { key })).rejects.toThrow(
      /dates in their text/,
    );
  });
});

describe('shiftDates of decisions by people', () => {
  it('moves when they were made and when they end like everything else of the learner', async () => {
    const override = {
      competencyId: 'c',
      status: 'achieved',
      by: 'Ms Sousa',
      at: 1000,
      reason: 'seen',
      until: 5000,
    } as const;
    const decision = { competencyId: 'c', status: 'achieved', reasons: [], ready: true, waitingFor: [] } as const;
    const progressions = [{ learnerId: 'bo', rule: 'r', decisions: [{ ...decision, override }, decision] }];
    const evidence = [{ id: 'e', learnerId: 'bo', at: 1000, competencies: [], score: 1, source: 'quiz' }] as const;
    const shifted = await shiftDates({ progressions, evidence }, { key: new Uint8Array(32).fill(3) });
    const [first, second] = shifted.progressions![0]!.decisions;
    expect(first!.override!.at).toBe(shifted.evidence![0]!.at);
    expect(first!.override!.until! - first!.override!.at).toBe(4000);
    expect(second).toEqual(decision);
  });
});
