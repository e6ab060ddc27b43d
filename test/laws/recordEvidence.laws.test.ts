import fc from 'fast-check';
import { appendEvidence, type Evidence, type EvidenceLog, evidenceLog } from 'tutelage/evidence';
import { recordEvidence } from 'tutelage/mastery';
import { type LearnerProfile, newLearnerProfile } from 'tutelage/profile';
import { betaBinomial, bkt, type TracingModel } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { close } from '../tolerance.ts';

const models: readonly TracingModel[] = [
  bkt({ prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1, forget: 0.02 }),
  betaBinomial(),
];
const learner = newLearnerProfile({ id: 'ana' });

const drawn = fc
  .uniqueArray(
    fc.record({
      at: fc.option(fc.integer({ min: 0, max: 300 }), { freq: 8 }),
      score: fc.option(fc.constantFrom(0, 1, 0.3), { freq: 6 }),
      competencies: fc.uniqueArray(
        fc.record({ id: fc.constantFrom('a', 'b', '__proto__'), weight: fc.constantFrom(1, 0.4) }),
        { maxLength: 3, selector: ({ id }) => id },
      ),
      id: fc.integer({ min: 0, max: 10_000 }),
    }),
    { maxLength: 220, selector: ({ id }) => id },
  )
  .map((rows) => rows.map((row): Evidence => ({ ...row, id: `e${row.id}`, learnerId: 'ana', source: 'quiz' })));

/** Numbers apart, which may differ by rounding where sums are taken in another order. */
function compare(model: TracingModel, left: LearnerProfile, right: LearnerProfile) {
  if (!model.commutative) {
    expect(sorted(left)).toEqual(sorted(right));
    return;
  }
  const numbers = ({ competencies = [] }: LearnerProfile) =>
    [...competencies]
      .sort((a, b) => (a.competencyId < b.competencyId ? -1 : 1))
      .flatMap(({ value, sd, n, ungraded = 0, lastAt }) => [value ?? -1, sd ?? -1, n, ungraded, lastAt ?? -1]);
  close(numbers(left), numbers(right));
  expect(left.history).toEqual(right.history);
}
/** Records come in the order in which competencies were first met. */
const sorted = (profile: LearnerProfile) => ({
  ...profile,
  competencies: [...(profile.competencies ?? [])].sort((a, b) => (a.competencyId < b.competencyId ? -1 : 1)),
});

describe.each(models.map((model) => [model.name, model] as const))('%s', (_, by) => {
  it('replaying the whole log equals applying it piece by piece as it arrived', () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (entries, sizes) => {
        let profile: LearnerProfile = deepFreeze(learner);
        let log: EvidenceLog = evidenceLog([]);
        for (let from = 0, k = 0; from < entries.length; k++) {
          const piece = entries.slice(from, from + sizes[k % sizes.length]!);
          profile = deepFreeze(recordEvidence(profile, piece, { by, log }));
          log = appendEvidence(log, piece);
          from += piece.length;
        }
        compare(by, profile, recordEvidence(learner, log.entries, { by }));
        expect(log.entries).toEqual(evidenceLog(entries).entries);
      }),
    );
  });

  it('repeats, whenever they come, change nothing', () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.nat()), (entries, picks) => {
        const whole = recordEvidence(learner, entries, { by });
        const log = evidenceLog(entries);
        const again = entries.length === 0 ? [] : picks.map((pick) => entries[pick % entries.length]!);
        expect(recordEvidence(whole, again, { by, log })).toBe(whole);
      }),
    );
  });

  it('a profile read back from JSON goes on the same', () => {
    fc.assert(
      fc.property(drawn, drawn, (first, second) => {
        const later = second.map((entry) => ({ ...entry, id: `z${entry.id}` }));
        const log = evidenceLog(first);
        const profile = recordEvidence(learner, first, { by });
        const thawed = JSON.parse(JSON.stringify(profile)) as LearnerProfile;
        expect(recordEvidence(thawed, later, { by, log })).toEqual(recordEvidence(profile, later, { by, log }));
      }),
    );
  });
});
