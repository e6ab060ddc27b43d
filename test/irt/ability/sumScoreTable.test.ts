import { eap, estimateAbility, type Item } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { sumScoreTable } from '../../../src/irt/ability/sumScoreTable.ts';
import { stream } from '../../../src/random/stream.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { close, solved, versus } from '../../tolerance.ts';
import { bruteForce, categoriesOf, drawnItems, MODELS } from './bruteForce.ts';

/** Every pattern of answers. */
const patternsOf = (items: readonly Item[]): number[][] =>
  items.reduce<number[][]>(
    (rows, item) => rows.flatMap((row) => Array.from({ length: categoriesOf(item) }, (_, k) => [...row, k])),
    [[]],
  );

describe('sumScoreTable', () => {
  it.each(MODELS)('of %s items is what all answer patterns with that sum say together', (model) => {
    const items = deepFreeze(drawnItems(model, 4, stream(5)));
    const population = { mean: -0.4, sd: 1.3 };
    const { grid, likelihood } = bruteForce(items, -10, 10);
    const sums: { total: number; first: number; second: number }[] = [];
    let whole = 0;
    const prior = grid.map((t) => Math.exp(-0.5 * ((t + 0.4) / 1.3) ** 2));
    for (const answers of patternsOf(items)) {
      const score = answers.reduce((x, y) => x + y);
      sums[score] ??= { total: 0, first: 0, second: 0 };
      const sum = sums[score];
      for (const [q, log] of likelihood(answers).entries()) {
        const weight = prior[q]! * Math.exp(log);
        whole += weight;
        sum.total += weight;
        sum.first += weight * grid[q]!;
        sum.second += weight * grid[q]! ** 2;
      }
    }
    const table = sumScoreTable(items, { population });
    expect(table.map(({ score }) => score)).toEqual(sums.map((_, score) => score));
    for (const [score, { total, first, second }] of sums.entries()) {
      const { theta, se, probability } = table[score]!;
      versus('all patterns over a wider range', 2e-6)(
        [theta!, se!],
        [first / total, Math.sqrt(second / total - (first / total) ** 2)],
      );
      solved(probability, total / whole);
    }
  });

  it('gives what eap gives where the sum says everything: Rasch items', () => {
    const items = [-1, 0, 0.5, 2].map((b, k): Item => ({ id: `q${k}`, model: 'rasch', b }));
    const table = sumScoreTable(items);
    for (const answers of patternsOf(items)) {
      const { theta, se } = estimateAbility(items, answers, { by: eap() });
      const row = table[answers.reduce((x, y) => x + y)]!;
      solved([row.theta!, row.se!], [theta, se!]);
    }
  });

  it('has probabilities that sum to 1 and average to the population', () => {
    const items = drawnItems('gpcm', 12, stream(1));
    const table = sumScoreTable(items, { population: { mean: 0.7, sd: 0.9 } });
    close(
      table.reduce((sum, { probability }) => sum + probability, 0),
      1,
    );
    solved(
      table.reduce((sum, { probability, theta }) => sum + probability * theta!, 0),
      0.7,
    );
  });

  it('lays nodes closely enough for a long test, whose posteriors are narrow', () => {
    const items = Array.from({ length: 400 }, (_, k): Item => ({ id: `q${k}`, model: 'rasch', b: (k % 41) / 10 - 2 }));
    const table = sumScoreTable(items);
    const answers = items.map((_, k) => (k % 3 === 0 ? 1 : 0));
    const { theta, se } = estimateAbility(items, answers, { by: eap({ nodes: 1001 }) });
    const row = table[answers.filter((answer) => answer === 1).length]!;
    solved([row.theta!, row.se!], [theta, se!]);
  });

  it('is the population alone without items', () => {
    const [row, ...more] = sumScoreTable([], { population: { mean: 1, sd: 2 } });
    expect(more).toEqual([]);
    versus('population', 1e-6)([row!.theta!, row!.se!, row!.probability], [1, 2, 1]);
  });

  it('says null, never NaN, for scores too improbable for doubles', () => {
    const items = Array.from({ length: 320 }, (_, k): Item => ({ id: `q${k}`, model: '3pl', a: 1, b: 0, c: 0.9 }));
    const table = sumScoreTable(items);
    expect(table[0]).toEqual({ score: 0, theta: null, se: null, probability: 0 });
    expect(table.every(({ theta, se }) => theta === null || (Number.isFinite(theta) && se! > 0))).toBe(true);
  });

  it('refuses what no test is', () => {
    const item: Item = { id: 'q', model: 'rasch', b: 0 };
    expect(() => sumScoreTable([item, item])).toThrow(/sumScoreTable: item "q" is listed twice/);
    expect(() => sumScoreTable([item], { population: { mean: 0, sd: -1 } })).toThrow(/sumScoreTable: population/);
    expect(() => sumScoreTable(null as never)).toThrow(TypeError);
  });
});
