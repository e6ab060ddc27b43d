import { describe, expect, it } from 'vitest';
import { expectedCounts, patternPosterior } from '../../../src/irt/calibration/expectedCounts.ts';
import { patternsOf } from '../../../src/irt/calibration/patterns.ts';
import { raschCurves } from '../../../src/irt/calibration/raschCurves.ts';
import { normalGrid } from '../../../src/math/normalGrid.ts';
import { stream, uniform } from '../../../src/random/stream.ts';
import { close } from '../../tolerance.ts';

const grid = normalGrid(61, 6);

/** The expectation step by its definition, item by item and in logarithms. */
function plain(patterns: ReturnType<typeof patternsOf>, curves: ReturnType<typeof raschCurves>) {
  const { answers, count, items } = patterns;
  const nodes = grid.z.length;
  const tried = new Float64Array(items * nodes);
  const right = new Float64Array(items * nodes);
  const logWeight = grid.weight.map(Math.log);
  const post = new Float64Array(nodes);
  let logLikelihood = 0;
  for (const [i, times] of count.entries()) {
    logLikelihood += times * patternPosterior(patterns, i, curves, logWeight, post);
    for (let j = 0; j < items; j++) {
      const answer = answers[i * items + j]!;
      for (let q = 0; q < nodes; q++) {
        if (answer >= 0) tried[j * nodes + q]! += times * post[q]!;
        if (answer === 1) right[j * nodes + q]! += times * post[q]!;
      }
    }
  }
  return { tried, right, logLikelihood };
}

describe('expectedCounts', () => {
  it.each([
    [1, 20, 0, 1],
    [4, 50, 0, 1],
    [5, 50, 0.4, 1],
    [6, 50, 0, 2],
    [23, 80, 0.2, 0.5],
    [50, 60, 0, 1],
    [60, 30, 0.9, 3],
    [3000, 4, 0, 30], // products of likelihoods below what a number can hold
  ])('of %i items and %i persons, %f missing, sd %f, are those of the definition', (items, persons, missing, sd) => {
    const from = stream(items);
    const answers = Int8Array.from({ length: items * persons }, () =>
      uniform(from) < missing ? -1 : uniform(from) < 0.6 ? 1 : 0,
    );
    const columns = Array.from({ length: items }, (_, j) => j);
    const patterns = patternsOf(answers, items, columns);
    const curves = raschCurves({ b: Float64Array.from(columns, () => 4 * uniform(from) - 2), sd }, grid.z);
    const [fast, slow] = [expectedCounts(patterns, curves, grid), plain(patterns, curves)];
    close([fast.logLikelihood / persons], [slow.logLikelihood / persons]);
    close(fast.tried, slow.tried);
    close(fast.right, slow.right);
    expect(fast.tried.every(Number.isFinite)).toBe(true);
  });

  it('of nobody are nothing', () => {
    const curves = raschCurves({ b: Float64Array.of(0, 1), sd: 1 }, grid.z);
    const { tried, logLikelihood } = expectedCounts(patternsOf(new Int8Array(0), 2, [0, 1]), curves, grid);
    expect([tried.every((value) => value === 0), logLikelihood]).toEqual([true, 0]);
  });
});
