import { readFileSync } from 'node:fs';
import type { Evidence } from 'tutelage/evidence';
import { mOfK, movingAverage, nInARow, type Rule } from 'tutelage/progression';
import { describe, expect, it } from 'vitest';
import { stream, uniform } from '../../../src/random/stream.ts';

interface Row {
  readonly scenario: string;
  readonly params: { readonly L0: number; readonly T: number; readonly G: number; readonly S: number };
  readonly criterion: string;
  readonly effort_mean: number;
  readonly false_mastery: number;
}
const LEARNERS = 20_000;
const MOST = 60;
const criteria: Readonly<Record<string, Rule>> = {
  '3-CCR': nInARow(),
  '5-CCR': nInARow({ n: 5 }),
  '4 of last 5': mOfK(),
  'EMA a=.8 th=.7': movingAverage(),
};
const file = new URL('../../reference/progression/mastery_criteria_sim.json', import.meta.url);
const rows = (JSON.parse(readFileSync(file, 'utf8')).rows as Row[]).filter(({ criterion }) => criterion in criteria);
const estimate = {
  competencyId: 'c',
  status: 'unknown',
  value: null,
  sd: null,
  interval: null,
  level: 0.9,
  n: 0,
  evidenceIds: [],
  lastAt: null,
} as const;

describe('criteria on simulated learners, as the research notes measured them', () => {
  it('has rows to compare with', () => expect(rows.length).toBeGreaterThan(12));

  it.each(rows)('$criterion, $scenario: $effort_mean answers, $false_mastery credited without knowing', (row) => {
    const { L0, T, G, S } = row.params;
    const from = stream(7);
    let [effort, squares, credited, wrongly] = [0, 0, 0, 0];
    for (let learner = 0; learner < LEARNERS; learner++) {
      let known = uniform(from) < L0;
      const knew: boolean[] = [];
      const evidence = Array.from({ length: MOST }, (_, k): Evidence => {
        knew.push(known);
        const score = uniform(from) < (known ? 1 - S : G) ? 1 : 0;
        known ||= uniform(from) < T;
        return {
          id: `${k}`,
          learnerId: 'a',
          at: k,
          itemId: 'q',
          competencies: [{ id: 'c' }],
          score,
          source: 'practice',
        };
      });
      const { status, reasons } = criteria[row.criterion]!.decide({ competencyId: 'c', estimate, evidence, now: null });
      const reached = status === 'achieved' ? reasons[0]!.evidenceIds.length : MOST;
      effort += reached;
      squares += reached * reached;
      if (status !== 'achieved') continue;
      credited++;
      if (!knew[reached - 1]) wrongly++;
    }
    // both are Monte Carlo with 20,000 learners: four standard errors of the difference
    const mean = effort / LEARNERS;
    const sd = Math.sqrt(squares / LEARNERS - mean ** 2);
    expect(Math.abs(mean - row.effort_mean)).toBeLessThan(4 * sd * Math.sqrt(2 / LEARNERS));
    const share = Math.max(row.false_mastery, 1 / LEARNERS);
    expect(Math.abs(wrongly / credited - share)).toBeLessThan(4 * Math.sqrt((2 * share) / LEARNERS));
  });
});
