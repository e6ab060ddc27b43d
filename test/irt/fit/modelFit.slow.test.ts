import { calibrate, type Item } from 'tutelage/irt';
import { itemFit, limitedInformationFit, simulateAnswers } from 'tutelage/irt/analysis';
import { describe, expect, it } from 'vitest';
import { stream, uniform } from '../../../src/random/stream.ts';
import { withinSe } from '../../tolerance.ts';

const REPLICATES = 200; // seeds 1 to 200, fixed and never chosen

describe.each(['2pl', 'graded', 'pcm', 'gpcm'] as const)('tests of fit when a %s model holds', (model) => {
  const truth = Array.from({ length: 7 }, (_, k) => {
    const [a, b] = [0.7 + 0.2 * k, [-1 + 0.2 * k, 0.5 + 0.1 * k]];
    return (model === '2pl' ? { id: `q${k}`, model, a, b: b[0] } : { id: `q${k}`, model, a, b }) as Item;
  });
  const runs = Array.from({ length: REPLICATES }, (_, k) => {
    const from = stream(k + 1);
    const normal = () => Math.sqrt(-2 * Math.log(1 - uniform(from))) * Math.cos(2 * Math.PI * uniform(from));
    const matrix = simulateAnswers(truth, Array.from({ length: 800 }, normal), { seed: k + 1 });
    const { items, population } = calibrate(matrix, { model, standardErrors: false });
    const options = { population: population[0]! };
    return { m2: limitedInformationFit(items, matrix, options), items: itemFit(items, matrix, options) };
  });

  it('M2 is on average its degrees of freedom, and rejects about as often as it says', () => {
    const mean = runs.reduce((sum, { m2 }) => sum + m2.m2!, 0) / REPLICATES;
    const { df } = runs[0]!.m2;
    withinSe(5)(mean, df, Math.sqrt((2 * df) / REPLICATES));
    const rejected = runs.filter(({ m2 }) => m2.p! < 0.05).length / REPLICATES;
    withinSe(5)(rejected, 0.05, Math.sqrt((0.05 * 0.95) / REPLICATES));
  });

  it('S-X2 rejects about as often as it says', () => {
    const all = runs.flatMap(({ items }) => items.filter(({ p }) => p !== null));
    const rejected = all.filter(({ p }) => p! < 0.05).length / all.length;
    expect(rejected).toBeGreaterThan(0.03);
    expect(rejected).toBeLessThan(0.08); // sparse cells make it reject a little too often
  });
});
