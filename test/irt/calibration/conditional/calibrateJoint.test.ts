import { describe, expect, it } from 'vitest';
import { calibrateConditional } from '../../../../src/irt/calibration/conditional/calibrateConditional.ts';
import { calibrateJoint } from '../../../../src/irt/calibration/conditional/calibrateJoint.ts';
import { responseMatrix } from '../../../../src/irt/responseMatrix.ts';
import { simulateAnswers } from '../../../../src/irt/simulateAnswers.ts';
import { logistic } from '../../../../src/math/logistic.ts';
import { deepFreeze } from '../../../deepFreeze.ts';
import { lsatMatrix } from '../../../reference/irt/lsat.ts';
import { close, solved, versus, withinSe } from '../../../tolerance.ts';
import { dataMatrix, isHere, tamJoint } from './reference.ts';

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('calibrateJoint', () => {
  // TAM keeps persons with extreme scores, moving the scores by 0.3; without such persons (raschdat1) the estimates are the same.
  it.skipIf(!isHere)('gives the corrected difficulties of TAM', () => {
    const { xsi } = tamJoint('raschdat1_JML');
    const mean = sum(xsi) / xsi.length;
    versus('TAM', 1e-5)(
      calibrateJoint(dataMatrix('erm_raschdat1')).items.map(({ b }) => b),
      xsi.map((value) => value - mean),
    );
  });

  it('doubles the true difference of two items, and the correction halves it', () => {
    const matrix = deepFreeze(responseMatrix([...Array(3).fill([1, 0]), [0, 1], [1, 1]]));
    close(
      calibrateJoint(matrix, { correct: false }).items.map(({ b }) => b),
      [-Math.log(3), Math.log(3)],
    );
    close(
      calibrateJoint(matrix).items.map(({ b }) => b),
      [-Math.log(3) / 2, Math.log(3) / 2],
    );
  });

  it('expects as many right answers to each item as were given', () => {
    const matrix = lsatMatrix('lsat7');
    const fit = calibrateJoint(matrix, { correct: false });
    const b = fit.items.map((item) => item.b);
    const expected = b.map(() => 0);
    const given = b.map(() => 0);
    for (let row = 0; row < matrix.answers.length; row += 5) {
      const answers = matrix.answers.subarray(row, row + 5);
      const score = sum([...answers]);
      if (score === 0 || score === 5) continue;
      let [low, high] = [-20, 20];
      while (high - low > 1e-13) {
        const theta = (low + high) / 2;
        if (sum(b.map((value) => logistic(theta - value))) > score) high = theta;
        else low = theta;
      }
      for (const [j, value] of b.entries()) {
        expected[j]! += logistic(low - value);
        given[j]! += answers[j]!;
      }
    }
    solved(expected, given);
    close(sum(b), 0);
    expect(fit).toMatchObject({ reason: 'converged', parameters: 4 + fit.persons.used });
  });

  it('is spread further than conditional estimates, and about right when corrected', () => {
    const matrix = lsatMatrix('lsat7');
    const exact = calibrateConditional(matrix, { model: 'rasch' }).items;
    const spread = (items: readonly { b: number }[]) => Math.sqrt(sum(items.map(({ b }) => b * b)));
    const plain = spread(calibrateJoint(matrix, { correct: false }).items) / spread(exact);
    const corrected = spread(calibrateJoint(matrix).items) / spread(exact);
    expect(plain).toBeGreaterThan(1.2);
    expect(Math.abs(corrected - 1)).toBeLessThan(0.05); // the correction is approximate
  });

  it('finds a hundred difficulties in a few steps', () => {
    const items = Array.from({ length: 100 }, (_, j) => ({ id: `q${j}`, model: 'rasch', b: (j - 49.5) / 25 }) as const);
    const thetas = Array.from({ length: 500 }, (_, p) => 2 * Math.sin(p));
    const matrix = simulateAnswers(items, thetas, { seed: 1 });
    for (const fit of [calibrateJoint(matrix), calibrateConditional(matrix, { model: 'rasch' })]) {
      expect(fit.reason).toBe('converged');
      expect(fit.iterations).toBeLessThan(8);
      for (const [j, { b }] of fit.items.entries()) withinSe(5)(b, items[j]!.b, fit.se!.items[j]!.b);
    }
  });

  it('reports what it cannot calibrate', () => {
    expect(
      calibrateJoint(
        responseMatrix([
          [1, 1],
          [0, 0],
        ]),
      ),
    ).toMatchObject({ items: [], se: null, reason: 'empty' });
    const apart = responseMatrix([
      [1, 0, null, null],
      [0, 1, null, null],
      [null, null, 1, 0],
      [null, null, 0, 1],
    ]);
    expect(calibrateJoint(apart)).toMatchObject({ items: [], se: null, reason: 'disconnected' });
    expect(() => calibrateJoint(responseMatrix([[2, 1]]))).toThrow('calibrateJoint: the highest answer must be 1');
  });
});
