import fc from 'fast-check';
import { newCompetencyGraph } from 'tutelage/competency';
import type { Evidence } from 'tutelage/evidence';
import { rule } from 'tutelage/expression';
import { estimateMastery } from 'tutelage/mastery';
import {
  allOf,
  anyOf,
  decayingAverage,
  decideProgression,
  enoughEvidence,
  estimateAtLeast,
  kOf,
  latest,
  learningPoints,
  masteryThreshold,
  mOfK,
  movingAverage,
  nInARow,
  type Rule,
  scaleAtLeast,
} from 'tutelage/progression';
import { competencyPoints, confirmedLater, everyPart, not, prerequisitesMet } from 'tutelage/progression/analysis';
import { betaBinomial } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

// Every rule of progression has to obey these laws. A new rule is one more line here.
const rules: readonly Rule[] = [
  masteryThreshold(),
  estimateAtLeast({ enter: 0.7, leave: 0.5 }),
  nInARow(),
  mOfK(),
  movingAverage(),
  learningPoints(),
  scaleAtLeast(decayingAverage, { mastery: 0.7 }),
  scaleAtLeast(latest, { mastery: 3, points: 5 }),
  enoughEvidence({ answers: 3, sources: 2 }),
  allOf(nInARow(), enoughEvidence({ items: 2 })),
  anyOf(nInARow(), mOfK()),
  kOf(2, nInARow({ n: 2 }), mOfK({ m: 1, k: 2 }), movingAverage()),
  not(nInARow({ n: 2 })),
  everyPart(),
  prerequisitesMet(),
  confirmedLater(nInARow({ n: 2 }), { hours: 1 }),
  rule('mastery > 0.6 and streak >= 2 or sources >= 3'),
];
/** Better evidence never takes credit from these. */
const monotone = new Set(['nInARow', 'mOfK', 'movingAverage', 'learningPoints', 'enoughEvidence']);
const ids = ['__proto__', 'b', 'whole'];
const graph = deepFreeze(
  newCompetencyGraph(
    ids.map((id) => ({ id })),
    [['__proto__', 'b']],
    ids.slice(0, 2).map((from) => ({ type: 'partOf', from, to: 'whole' }) as const),
  ),
);
const entry = fc.record({
  hour: fc.nat(200),
  id: fc.constantFrom(...ids),
  score: fc.option(fc.constantFrom(0, 0.5, 1, 1)),
  source: fc.constantFrom<Evidence['source']>('quiz', 'exam', 'project', 'practice'),
  hints: fc.nat(1),
});
const logs = fc.array(entry, { maxLength: 25 }).map((drawn): readonly Evidence[] =>
  deepFreeze(
    drawn.map(({ hour, id, score, source, hints }, k) => ({
      ...{
        id: `e${k}`,
        learnerId: 'ana',
        at: hour * 3_600_000,
        itemId: `q${k % 5}`,
        competencies: [{ id }],
        score,
        source,
        hints,
      },
    })),
  ),
);
const decide = (log: readonly Evidence[], by: Rule) =>
  decideProgression(estimateMastery(log, { by: betaBinomial(), learnerId: 'ana' }), log, {
    rule: by,
    graph,
    now: 300 * 3_600_000,
  });

describe.each(rules.map((one) => [one.name, one] as const))('rule %s', (_, own) => {
  it('same input, same verdict, in any order of the log; nothing is changed', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const first = decide(log, own);
        expect(decide([...log].reverse(), own)).toEqual(first);
        expect(JSON.parse(JSON.stringify(first))).toEqual(first);
      }),
    );
  });

  it('gives reasons, and names only evidence of the competency', () => {
    fc.assert(
      fc.property(logs, (log) => {
        for (const { competencyId, reasons } of decide(log, own).decisions) {
          expect(reasons.length).toBeGreaterThan(0);
          const about = new Set(
            log.filter(({ competencies }) => competencies[0]!.id === competencyId).map(({ id }) => id),
          );
          for (const { evidenceIds, text } of reasons) {
            expect(text.length).toBeGreaterThan(0);
            for (const id of evidenceIds) expect(about.has(id)).toBe(true);
          }
        }
      }),
    );
  });

  it('has options that are plain JSON', () => {
    expect(JSON.parse(JSON.stringify(own.options))).toEqual(own.options);
  });

  it.runIf(monotone.has(own.name))('never takes credit for a better answer', () => {
    fc.assert(
      fc.property(logs, fc.nat(24), (log, k) => {
        fc.pre(k < log.length && log[k]!.score !== null);
        const better = log.map((one, j) => (j === k ? { ...one, score: 1 } : one));
        for (const [place, { status }] of decide(log, own).decisions.entries()) {
          if (status === 'achieved') expect(decide(better, own).decisions[place]!.status).toBe('achieved');
        }
      }),
    );
  });

  it('needs something to begin with', () => {
    for (const { status } of decide([], own).decisions) expect(['notStarted', 'achieved']).toContain(status);
  });
});

it('points of parts obey them, too', () => {
  const points = competencyPoints({ points: 2, competencies: [{ id: 'b', points: 2 }] });
  const only: Rule = {
    ...points,
    decide: (context) => (context.competencyId === 'whole' ? points : nInARow({ n: 1 })).decide(context),
  };
  fc.assert(
    fc.property(logs, (log) => {
      const { decisions } = decide(log, only);
      const statusOf = (id: string) => decisions.find(({ competencyId }) => competencyId === id)!.status;
      expect(statusOf('whole') === 'achieved').toBe(statusOf('b') === 'achieved');
    }),
  );
});
