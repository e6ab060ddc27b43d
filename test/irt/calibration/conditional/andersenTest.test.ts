import { describe, expect, it } from 'vitest';
import { andersenTest } from '../../../../src/irt/calibration/conditional/andersenTest.ts';
import { responseMatrix } from '../../../../src/irt/responseMatrix.ts';
import { deepFreeze } from '../../../deepFreeze.ts';
import { lsatMatrix } from '../../../reference/irt/lsat.ts';
import { close, versus } from '../../../tolerance.ts';
import { dataMatrix, ermFit, isHere } from './reference.ts';

describe.skipIf(!isHere)('andersenTest against eRm', () => {
  it.each([
    ['erm_raschdat1', () => dataMatrix('erm_raschdat1'), 'rasch'],
    ['erm_raschdat2', () => dataMatrix('erm_raschdat2'), 'rasch'], // two items drop out
    ['verbal_dichotomous', () => dataMatrix('difr_verbal', 24), 'rasch'],
    ['mathexam14w', () => dataMatrix('mathexam14w', 13), 'rasch'],
    ['erm_pcmdat2_PCM', () => dataMatrix('erm_pcmdat2'), 'pcm'],
    ['erm_pcmdat_PCM', () => dataMatrix('erm_pcmdat'), 'pcm'], // four items drop out
    ['erm_pcmdat2_RSM', () => dataMatrix('erm_pcmdat2'), 'rating'],
    // not erm_rsmdat_RSM: eRm drops items with an empty category even where thresholds are shared
  ] as const)('split at the median, %s', (name, matrix, model) => {
    const { LR, df, p } = ermFit(name).LR_median;
    const test = andersenTest(matrix(), { model });
    versus('eRm', 1e-6)([test.statistic!, test.p!], [LR, p]);
    expect(test.df).toBe(df);
  });

  it('split by given groups: the mean of the sums of lsat6', () => {
    const matrix = lsatMatrix('lsat6');
    const sums = Array.from({ length: 1000 }, (_, p) =>
      matrix.answers.subarray(5 * p, 5 * p + 5).reduce((sum, answer) => sum + answer, 0),
    );
    const mean = sums.reduce((sum, value) => sum + value, 0) / 1000;
    const groups = sums.map((sum) => (sum > mean ? 'above' : 'below'));
    const { LR, df, p } = ermFit('lsat6').LR_mean;
    const test = andersenTest(matrix, { model: 'rasch', groups });
    versus('eRm', 1e-5)([test.statistic!, test.p!], [LR, p]);
    expect(test.df).toBe(df);
    expect(test.groups.map(({ group }) => group)).toEqual(['below', 'above']);
  });
});

describe('andersenTest', () => {
  it('finds two groups with opposite difficulties', () => {
    const matrix = deepFreeze(
      responseMatrix([...Array(30).fill([1, 0]), ...Array(10).fill([0, 1]), ...Array(40).fill([0, 1])]),
    );
    const groups = [...Array(30).fill('x'), ...Array(10).fill('x'), ...Array(39).fill('y'), null];
    const noisy = responseMatrix([
      ...Array(30).fill([1, 0]),
      ...Array(10).fill([0, 1]),
      [1, 0],
      ...Array(39).fill([0, 1]),
    ]);
    const test = andersenTest(noisy, { model: 'rasch', groups });
    const logLikelihood = (x: number, y: number) => x * Math.log(x / (x + y)) + y * Math.log(y / (x + y));
    close(test.statistic!, 2 * (logLikelihood(30, 10) + logLikelihood(1, 38) - logLikelihood(31, 48)));
    expect(test).toMatchObject({ df: 1, reason: 'converged', together: { persons: { used: 79, unused: 0 } } });
    expect(test.p).toBeLessThan(1e-10);
    // where one group is unanimous, nothing remains to compare
    expect(andersenTest(matrix, { model: 'rasch', groups })).toMatchObject({
      statistic: null,
      df: null,
      p: null,
      reason: 'empty',
      excluded: [
        { id: 'item-1', reason: 'constant', group: 'y' },
        { id: 'item-2', reason: 'constant', group: 'y' },
      ],
    });
  });

  it('needs two groups', () => {
    const matrix = responseMatrix([
      [1, 0],
      [0, 1],
    ]);
    expect(andersenTest(matrix, { model: 'rasch' })).toMatchObject({ statistic: null, reason: 'oneGroup' });
    expect(andersenTest(responseMatrix([]), { model: 'rasch' })).toMatchObject({ statistic: null, reason: 'oneGroup' });
  });

  it('refuses groups that are not one per person', () => {
    const run = () => andersenTest(responseMatrix([[1, 0]]), { model: 'rasch', groups: ['a', 'b'] });
    expect(run).toThrow(RangeError);
  });
});
