import { describe, expect, it } from 'vitest';
import { calibrateConditional } from '../../../../src/irt/calibration/conditional/calibrateConditional.ts';
import { conditionalSlope } from '../../../../src/irt/calibration/conditional/conditionalSlope.ts';
import { newtonClimb } from '../../../../src/irt/calibration/conditional/newtonClimb.ts';
import { scoreGroups } from '../../../../src/irt/calibration/conditional/scoreGroups.ts';
import type { RaschItem } from '../../../../src/irt/item.ts';
import { type ResponseMatrix, responseMatrix } from '../../../../src/irt/responseMatrix.ts';
import { deepFreeze } from '../../../deepFreeze.ts';
import { close, solved, versus } from '../../../tolerance.ts';
import { dataMatrix, ermFit, isHere } from './reference.ts';

const difficulties = (items: readonly unknown[]) => (items as RaschItem[]).map(({ b }) => b);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe.skipIf(!isHere)('calibrateConditional against eRm', () => {
  it.each([
    ['erm_raschdat1', () => dataMatrix('erm_raschdat1')],
    ['erm_raschdat2', () => dataMatrix('erm_raschdat2')], // answers missing by design
    ['verbal_dichotomous', () => dataMatrix('difr_verbal', 24)],
    ['mathexam14w', () => dataMatrix('mathexam14w', 13)],
  ])('Rasch, %s', (name, matrix) => {
    const fit = calibrateConditional(matrix(), { model: 'rasch' });
    const erm = ermFit(name);
    // eRm's optimiser stops earlier: its likelihood is never higher, and its parameters are up to 6e-5 from the maximum (the next tests
    // show that ours are at it)
    versus('eRm', 1e-6)(fit.logLikelihood, erm.condLogLik);
    expect(fit.logLikelihood).toBeGreaterThan(erm.condLogLik - 1e-11 * Math.abs(erm.condLogLik));
    versus('eRm', 1e-4)(
      difficulties(fit.items),
      erm.betapar.map((easiness) => -easiness),
    );
    versus('eRm', 1e-4)(
      fit.se!.items.map(({ b }) => b),
      erm.se_beta,
    );
    expect(fit).toMatchObject({ parameters: erm.npar, reason: 'converged', excluded: [] });
  });

  it.each([
    ['erm_pcmdat2_PCM', 'erm_pcmdat2'],
    ['erm_pcmdat_PCM', 'erm_pcmdat'], // items with different numbers of categories
  ])('partial credit, %s', (name, set) => {
    const matrix = dataMatrix(set);
    const erm = ermFit(name);
    const fit = calibrateConditional(matrix, { model: 'pcm' });
    versus('eRm', 1e-6)(fit.logLikelihood, erm.condLogLik);
    expect(fit.parameters).toBe(erm.npar);
    close(total(fit.items.flatMap(({ b }) => b)), 0);
    // eRm's normalisation instead: all cumulated easinesses sum to 0
    const steps = fit.items.map(({ b }) => b);
    const grouped = scoreGroups(
      matrix,
      steps.map((own) => own.length),
      true,
    );
    const weights = steps.flatMap((own) => own.map((_, l) => own.length - l));
    const n = weights.length;
    const climb = newtonClimb((b) => conditionalSlope(grouped, b), [weights.map(() => 1)], 1e-8, 100);
    solved(conditionalSlope(grouped, climb.at).gradient, new Float64Array(n));
    const shift = total(weights.map((weight, s) => weight * climb.at[s]!)) / total(weights);
    const at = climb.at.map((value) => value - shift);
    const sweep = (s: number, t: number) => (s === t ? 1 : 0) - weights[t]! / total(weights);
    const moved = Array.from({ length: n * n }, (_, k) =>
      total(
        Array.from(
          climb.covariance!,
          (value, c) => sweep(Math.floor(k / n), Math.floor(c / n)) * value * sweep(k % n, c % n),
        ),
      ),
    );
    const cumulated = steps.flatMap((b, j) => {
      const start = steps.slice(0, j).flat().length;
      return b.map((_, k) => Array.from({ length: k + 1 }, (_, l) => start + l));
    });
    versus('eRm', 1e-4)(
      cumulated.map((own) => -total(own.map((s) => at[s]!))),
      erm.betapar,
    );
    versus('eRm', 1e-4)(
      cumulated.map((own) => Math.sqrt(total(own.flatMap((s) => own.map((t) => moved[s * n + t]!))))),
      erm.se_beta,
    );
  });

  it.each([
    ['erm_rsmdat_RSM', 'erm_rsmdat', 3],
    ['erm_pcmdat2_RSM', 'erm_pcmdat2', 2],
  ] as const)('rating scale, %s', (name, set, steps) => {
    const erm = ermFit(name);
    const fit = calibrateConditional(dataMatrix(set), { model: 'rating' });
    const { items } = fit;
    versus('eRm', 1e-6)(fit.logLikelihood, erm.condLogLik);
    expect(fit.parameters).toBe(erm.npar);
    close([total(difficulties(items)), total(items[0]!.thresholds)], [0, 0]);
    // eRm lets the first threshold be 0
    const { thresholds } = items[0]!;
    versus('eRm', 1e-4)(
      items.flatMap(({ b }) =>
        thresholds.map((_, k) => -(k + 1) * (b - thresholds[0]!) - total(thresholds.slice(0, k + 1))),
      ),
      erm.betapar.map((beta) => beta),
    );
    versus('eRm', 1e-4)(
      fit.se!.items.map(({ b }) => b),
      erm.se_beta.filter((_, k) => k % steps === 0),
    );
  });
});

/** Log-likelihood by listing all answers a person could have given with the same sum. */
function listed({ answers, itemIds }: ResponseMatrix, steps: readonly (readonly number[])[]): number {
  const width = itemIds.length;
  let sum = 0;
  for (let row = 0; row < answers.length; row += width) {
    const own = [...answers.subarray(row, row + width)];
    const score = total(own.map((answer) => Math.max(0, answer)));
    const weight = (given: readonly number[]) =>
      Math.exp(-total(given.map((answer, j) => total(steps[j]!.slice(0, Math.max(0, answer))))));
    let patterns: number[][] = [[]];
    for (const [j, answer] of own.entries()) {
      const options = answer < 0 ? [-1] : Array.from({ length: steps[j]!.length + 1 }, (_, k) => k);
      patterns = patterns.flatMap((pattern) => options.map((option) => [...pattern, option]));
    }
    const same = patterns.filter((pattern) => total(pattern.map((answer) => Math.max(0, answer))) === score);
    sum += Math.log(weight(own) / total(same.map(weight)));
  }
  return sum;
}

describe('conditional likelihood', () => {
  const matrix = responseMatrix([
    [1, 2, 0, 3],
    [0, 1, 1, 2],
    [1, 0, null, 1],
    [0, 2, null, 0],
    [1, null, 1, 2],
    [1, 1, 0, 0],
    [null, 0, 1, 3],
  ]);
  const tops = [1, 2, 1, 3];
  const grouped = scoreGroups(matrix, tops, true);
  const b = Float64Array.of(0.3, -0.5, 0.8, 1.1, -1, 0.2, 0.4);
  const nested = (flat: Float64Array) =>
    tops.map((top, j) =>
      Array.from(flat.subarray(total(tops.slice(0, j)), total(tops.slice(0, j + 1))), Number).slice(0, top),
    );
  const nudged = (s: number, by: number) => b.map((value, k) => value + (k === s ? by : 0));

  it('is the sum over persons of the share of their pattern among all with the same sum', () => {
    close(conditionalSlope(grouped, b).logLikelihood, listed(matrix, nested(b)));
  });

  it('has the gradient and the information that differences give', () => {
    const { gradient, information } = conditionalSlope(grouped, b);
    const h = 1e-5;
    for (const s of b.keys()) {
      const [up, down] = [nudged(s, h), nudged(s, -h)];
      // 1e-8: central differences with h = 1e-5
      solved(gradient[s]!, (listed(matrix, nested(up)) - listed(matrix, nested(down))) / (2 * h));
      const [above, below] = [conditionalSlope(grouped, up).gradient, conditionalSlope(grouped, down).gradient];
      for (const t of b.keys()) solved(information[s * 7 + t]!, (below[t]! - above[t]!) / (2 * h));
    }
  });

  it('keeps its digits where sums are too improbable for one ability', () => {
    const difficulty = Array.from({ length: 60 }, (_, j) => (j < 30 ? -35 : 35));
    const rows = [5, 28, 31, 55].map((right) => difficulty.map((_, j) => (j < right ? 1 : 0)));
    const persons = new Float64Array(61);
    for (const row of rows) persons[total(row)]!++;
    const slope = conditionalSlope(
      {
        ...scoreGroups(responseMatrix([]), [], false),
        tops: difficulty.map(() => 1),
        groups: [{ items: [...difficulty.keys()], persons }],
        reached: Float64Array.from(difficulty, (_, j) => total(rows.map((row) => row[j]!))),
      },
      Float64Array.from(difficulty),
    );
    // log of the elementary symmetric functions, summed in logarithms
    let gamma = [0];
    const add = (x: number, y: number) =>
      x === -Infinity ? y : Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));
    for (const beta of difficulty) {
      gamma = [...gamma, -Infinity].map((value, r) => (r > 0 ? add(value, gamma[r - 1]! - beta) : value));
    }
    const expected = total(rows.map((row) => -total(row.map((x, j) => x * difficulty[j]!)) - gamma[total(row)]!));
    versus('logarithms', 1e-9)(slope.logLikelihood, expected); // terms are around 1,000
    expect(slope.information.every(Number.isFinite)).toBe(true);
    versus('as many right as given', 1e-9)(total([...slope.gradient]), 0);
  });
});

describe('calibrateConditional', () => {
  const rows = [
    [1, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
    [1, 1, 0],
    [0, 1, 1],
    [1, 0, 1],
  ];

  it('gives two items the log-odds of one right answer against the other', () => {
    const matrix = deepFreeze(responseMatrix([...Array(6).fill([1, 0]), ...Array(2).fill([0, 1]), [1, 1], [0, 0]]));
    const fit = calibrateConditional(matrix, { model: 'rasch' });
    close(difficulties(fit.items), [-Math.log(3) / 2, Math.log(3) / 2]);
    // the variance of a log-odds is 1 / 6 + 1 / 2, of half of it a quarter of that
    close(
      fit.se!.items.map(({ b }) => b),
      [Math.sqrt(1 / 6), Math.sqrt(1 / 6)],
    );
    close(fit.logLikelihood, 6 * Math.log(0.75) + 2 * Math.log(0.25));
    expect(fit).toMatchObject({ parameters: 1, persons: { used: 8, unused: 2 } });
  });

  it('does not mind the order of persons', () => {
    const one = calibrateConditional(responseMatrix(rows), { model: 'rasch' });
    const two = calibrateConditional(responseMatrix(rows.toReversed()), { model: 'rasch' });
    solved(difficulties(two.items), difficulties(one.items));
  });

  it('takes a rating scale of one step for Rasch items, and partial credit of one step, too', () => {
    const [rasch, pcm, rating] = (['rasch', 'pcm', 'rating'] as const).map((model) =>
      calibrateConditional(responseMatrix(rows), { model }),
    );
    solved(difficulties(rating!.items), difficulties(rasch!.items));
    solved(difficulties(pcm!.items).flat(), difficulties(rasch!.items));
    expect(rating!.parameters).toBe(2);
    expect(rating!.items[0]).toHaveProperty('thresholds');
  });

  it('leaves out persons with extreme scores and items that all others answer alike, and says so', () => {
    const matrix = responseMatrix(
      [...rows.map((row) => [...row, 1, 0, null]), [1, 1, 1, 1, 1, null], [0, 0, 0, 0, 0, null]],
      {
        items: ['a', 'b', 'c', 'almost', '__proto__', 'nobody'],
      },
    );
    const fit = calibrateConditional(matrix, { model: 'rasch' });
    expect(fit.items.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(fit.excluded).toEqual([
      { id: 'almost', reason: 'constant', answers: 7 },
      { id: '__proto__', reason: 'constant', answers: 7 },
      { id: 'nobody', reason: 'tooFewAnswers', answers: 0 },
    ]);
    expect(fit.persons).toEqual({ used: 7, unused: 2 });
    solved(difficulties(fit.items), difficulties(calibrateConditional(responseMatrix(rows), { model: 'rasch' }).items));
  });

  it('leaves out partial credit items with a category nobody used', () => {
    const matrix = responseMatrix(rows.map((row, k) => [...row, k % 2 === 0 ? 0 : 2]));
    const { excluded } = calibrateConditional(matrix, { model: 'pcm' });
    expect(excluded).toEqual([{ id: 'item-4', reason: 'emptyCategory', answers: 7 }]);
  });

  it('compares persons with those who answered the same items', () => {
    const matrix = responseMatrix([
      [1, 0, null],
      [0, 1, null],
      [0, 1, null],
      [null, 1, 0],
      [null, 1, 0],
      [null, 0, 1],
      [1, null, null],
    ]);
    const fit = calibrateConditional(matrix, { model: 'rasch' });
    const half = Math.log(2); // item 2 is right twice as often as either of the others
    solved(difficulties(fit.items), [half / 3, (-2 * half) / 3, half / 3]);
    expect(fit.persons).toEqual({ used: 6, unused: 1 });
  });

  it('says that sets of items without a person in common are not on one scale', () => {
    const matrix = responseMatrix([
      [1, 0, null, null],
      [0, 1, null, null],
      [null, null, 1, 0],
      [null, null, 0, 1],
    ]);
    expect(calibrateConditional(matrix, { model: 'rasch' })).toMatchObject({
      items: [],
      se: null,
      reason: 'disconnected',
    });
  });

  it('says that a difference is infinite where one set of items is always answered better', () => {
    const matrix = responseMatrix([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [1, 1, 1, 0],
      [1, 1, 0, 1],
    ]);
    expect(calibrateConditional(matrix, { model: 'rasch' })).toMatchObject({
      items: [],
      se: null,
      reason: 'unbounded',
    });
  });

  it.each([
    ['nobody', [], ['a']],
    ['no items', [[], []], []],
    ['one person', [[1, 0]], undefined],
    ['one item', [[1], [0]], undefined],
    [
      'everything right',
      [
        [1, 1],
        [1, 1],
      ],
      undefined,
    ],
    ['nothing answered', [[null, null]], undefined],
  ] as [string, (number | null)[][], string[] | undefined][])('%s is empty', (_, given, items) => {
    const fit = calibrateConditional(responseMatrix(given, items ? { items } : {}), { model: 'rasch' });
    expect(fit).toMatchObject({ items: [], se: null, reason: 'empty', logLikelihood: 0, converged: false });
    expect(fit.persons.used + fit.persons.unused).toBe(given.length);
  });

  it('hands over what it has when iterations run out', () => {
    const fit = calibrateConditional(responseMatrix(rows), { model: 'rasch', iterations: 1 });
    expect(fit).toMatchObject({ reason: 'iterations', converged: false, iterations: 1 });
    expect(fit.items).toHaveLength(3);
  });

  it('refuses other models, answers that are no points, and options out of range', () => {
    const matrix = responseMatrix([[0, 2]]);
    const run =
      (options: object, given = matrix) =>
      () =>
        calibrateConditional(given, options as never);
    expect(run({ model: '2pl' })).toThrow(`calibrateConditional: model must be 'rasch', 'pcm' or 'rating', got "2pl"`);
    expect(run({ model: 'rasch' })).toThrow(
      "calibrateConditional: the highest answer must be 1 for 'rasch'; take 'pcm', got 2",
    );
    expect(run({ model: 'pcm', tolerance: 0 })).toThrow(RangeError);
    expect(run({ model: 'pcm', iterations: 0.5 })).toThrow(RangeError);
    expect(run({ model: 'pcm' }, [[0, 1]] as never)).toThrow(TypeError);
  });
});
