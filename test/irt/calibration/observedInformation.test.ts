import { betaPrior, type Item, lognormalPrior, normalPrior, responseMatrix } from 'tutelage/irt';
import { describe, it } from 'vitest';
import { expect as expectation, pointAt, type Summit } from '../../../src/irt/calibration/climb.ts';
import { fittingOf, startOf } from '../../../src/irt/calibration/fittingOf.ts';
import { allForms } from '../../../src/irt/calibration/forms/all.ts';
import { observedInformation } from '../../../src/irt/calibration/observedInformation.ts';
import { usableItems } from '../../../src/irt/calibration/usableItems.ts';
import { stream, uniform } from '../../../src/random/stream.ts';
import { versus } from '../../tolerance.ts';

type Model = Item['model'];
const MIXES: readonly (readonly [name: string, models: readonly Model[], tops: readonly number[]])[] = [
  ['rasch with missing answers', ['rasch', 'rasch', 'rasch'], [1, 1, 1]],
  ['two to four parameters', ['2pl', '3pl', '4pl'], [1, 1, 1]],
  ['ordered and unordered categories', ['graded', 'gpcm', 'nominal', 'pcm'], [3, 2, 2, 2]],
  ['a rating scale over several blocks', ['rating', 'rating', 'rating', '2pl', 'rating'], [2, 2, 2, 1, 3]],
  ['many blocks', Array.from({ length: 13 }, () => '2pl' as const), Array.from({ length: 13 }, () => 1)],
];

describe('observedInformation', () => {
  it.each(MIXES)(
    'of %s, in two groups, is minus the numeric second derivatives of the log-likelihood',
    (_, models, tops) => {
      const from = stream(5);
      const rows = Array.from({ length: 40 }, () =>
        tops.map((top) => (uniform(from) < 0.15 ? null : Math.floor(uniform(from) * (top + 1)))),
      );
      const matrix = responseMatrix(rows);
      const forms = models.map((model) => allForms.find(({ name }) => name === model)!);
      const { usable } = usableItems(matrix, forms, new Map(), 1);
      const people = [0, 1].map((g) => rows.flatMap((_, i) => (i % 2 === g ? [i] : [])));
      const priors = { a: lognormalPrior(0, 0.5), b: normalPrior(0, 2), c: betaPrior(5, 17), d: betaPrior(17, 5) };
      const fitting = fittingOf(matrix, usable, people, { model: '2pl', priors });
      const { all } = startOf(fitting, usable);
      for (let k = 0; k < all.length; k++) all[k]! += 0.1 * Math.sin(3 * k); // anywhere, not at the maximum
      const point = pointAt(fitting, all);
      const found = expectation(fitting, point);
      const summit = { ...point, expectations: found.expectations } as unknown as Summit;
      const { free, observed } = observedInformation(fitting, summit);
      const { size } = fitting.layout;
      const isLogSd = (place: number) => place >= size && (place - size) % 2 === 1;
      const value = (moves: readonly (readonly [place: number, by: number])[]) => {
        const moved = all.slice();
        for (const [place, by] of moves) {
          moved[place] = isLogSd(place) ? Math.log(Math.exp(moved[place]!) + by) : moved[place]! + by;
        }
        return expectation(fitting, pointAt(fitting, moved)).value;
      };
      const h = 1e-3;
      const numeric = free.flatMap((i) =>
        free.map(
          (j) =>
            -(
              value([
                [i, h],
                [j, h],
              ]) -
              value([
                [i, h],
                [j, -h],
              ]) -
              value([
                [i, -h],
                [j, h],
              ]) +
              value([
                [i, -h],
                [j, -h],
              ])
            ) /
            (4 * h * h),
        ),
      );
      // central differences with h = 1e-3 are good to the fourth derivative times h^2: no closer comparison is possible this way
      versus('central differences', 2e-4)(observed, numeric);
    },
  );
});
