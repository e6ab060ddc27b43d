import { describe, expect, it } from 'vitest';
import { eap } from '../../../src/irt/ability/eap.ts';
import { estimateAbility } from '../../../src/irt/ability/estimateAbility.ts';
import { map } from '../../../src/irt/ability/map.ts';
import type { Item } from '../../../src/irt/item.ts';
import { estimateAbilityVector } from '../../../src/irt/multidimensional/estimateAbilityVector.ts';
import type { MultidimensionalItem } from '../../../src/irt/multidimensional/multidimensionalItem.ts';
import { vectorEap } from '../../../src/irt/multidimensional/vectorEap.ts';
import { vectorMap } from '../../../src/irt/multidimensional/vectorMap.ts';
import { logistic } from '../../../src/math/logistic.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { close, solved, versus } from '../../tolerance.ts';

/** Probability of an answer as the definitions have it. */
function probability(item: MultidimensionalItem, theta: readonly number[], answer: number): number {
  const z = item.a.reduce((sum, slope, i) => sum + slope * theta[i]!, 0);
  if (item.model === 'logistic') {
    const { c = 0, upper = 1 } = item;
    const right = c + (upper - c) * logistic(z + item.d);
    return answer === 1 ? right : 1 - right;
  }
  const { d } = item;
  if (item.model === 'graded') {
    const reached = [1, ...d.map((value) => logistic(z + value)), 0];
    return reached[answer]! - reached[answer + 1]!;
  }
  const weights = [0, ...d].map((value, k) => Math.exp(k * z + value));
  return weights[answer]! / weights.reduce((sum, weight) => sum + weight, 0);
}

/** Posterior mean and covariance by brute force on a square grid. */
function brute(
  items: readonly MultidimensionalItem[],
  answers: readonly (number | null)[],
  logDensity: (theta: readonly number[]) => number,
  n: number,
  size: number,
  reach = 8,
) {
  const axis = Array.from({ length: size }, (_, q) => reach * ((2 * q) / (size - 1) - 1));
  let total = 0;
  const mean = Array<number>(n).fill(0);
  const square = mean.map(() => Array<number>(n).fill(0));
  for (let point = 0; point < size ** n; point++) {
    const theta = mean.map((_, i) => axis[Math.floor(point / size ** i) % size]!);
    let weight = Math.exp(logDensity(theta));
    for (const [k, item] of items.entries()) {
      const answer = answers[k]!;
      if (answer !== null) weight *= probability(item, theta, answer);
    }
    total += weight;
    for (const [i, one] of theta.entries()) {
      mean[i]! += weight * one;
      for (const [j, two] of theta.entries()) square[i]![j]! += weight * one * two;
    }
  }
  return {
    theta: mean.map((value) => value / total),
    covariance: square.map((row, i) => row.map((value, j) => value / total - (mean[i]! * mean[j]!) / total ** 2)),
  };
}

const independent = (theta: readonly number[]) => -0.5 * theta.reduce((sum, value) => sum + value * value, 0);
const between = (theta: readonly number[], r: number) =>
  -0.5 * ((theta[0]! ** 2 - 2 * r * theta[0]! * theta[1]! + theta[1]! ** 2) / (1 - r * r));

const mixed = deepFreeze<MultidimensionalItem[]>([
  { id: 'a', model: 'logistic', a: [1.3, 0], d: 0.4 },
  { id: 'b', model: 'logistic', a: [0, 1.7], d: -1, c: 0.2, upper: 0.95 },
  { id: 'c', model: 'graded', a: [0.8, 0.5], d: [1.5, 0.2, -1] },
  { id: 'd', model: 'gpcm', a: [0, 0.9], d: [0.4, -0.3] },
  { id: '__proto__', model: 'logistic', a: [2, -0.5], d: 0 },
]);
const population = deepFreeze({
  mean: [0, 0],
  covariance: [
    [1, 0.6],
    [0.6, 1],
  ],
});
const patterns = [
  [1, 1, 3, 2, 1],
  [0, 0, 0, 0, 0],
  [1, 0, 2, null, 0],
  [null, 1, 1, 2, null],
];

describe('vectorEap', () => {
  it.each(patterns.map((answers) => [answers]))(
    'agrees with a fine grid over two correlated dimensions: %j',
    (answers) => {
      const found = estimateAbilityVector(mixed, answers, { by: vectorEap(), population });
      const exact = brute(mixed, answers, (theta) => between(theta, 0.6), 2, 301);
      versus('brute force', 1e-8)(found.theta, exact.theta);
      versus('brute force', 1e-8)(found.covariance.flat(), exact.covariance.flat());
      close(
        found.se,
        found.covariance.map((row, i) => Math.sqrt(row[i]!)),
      );
    },
  );

  it('agrees with a fine grid over three dimensions that items share', () => {
    const items: MultidimensionalItem[] = [
      { id: 'a', model: 'logistic', a: [1, 0.5, 0.8], d: 0.4 },
      { id: 'b', model: 'graded', a: [0, 1.2, 0.7], d: [1, -1] },
      { id: 'c', model: 'logistic', a: [1.5, 0, 1], d: -0.5, c: 0.25 },
    ];
    const found = estimateAbilityVector(items, [1, 0, 1], { by: vectorEap() });
    const exact = brute(items, [1, 0, 1], independent, 3, 61);
    versus('brute force', 1e-8)(found.theta, exact.theta);
    versus('brute force', 1e-8)(found.covariance.flat(), exact.covariance.flat());
  });

  const bifactor: MultidimensionalItem[] = Array.from({ length: 9 }, (_, k) => ({
    id: `q${k}`,
    model: 'logistic',
    a: [1 + k / 10, k < 3 ? 1.1 : 0, k >= 3 && k < 6 ? 0.7 : 0],
    d: (k - 4) / 3,
    c: k % 2 === 0 ? 0.2 : 0,
  }));

  it('reduces a bifactor model without error: the same as the full grid', () => {
    const answers = [1, 1, 0, 0, 1, 0, 1, null, 1];
    const found = estimateAbilityVector(bifactor, answers, { by: vectorEap() });
    const exact = brute(bifactor, answers, independent, 3, 61);
    versus('brute force', 1e-8)(found.theta, exact.theta);
    versus('brute force', 1e-8)(found.covariance.flat(), exact.covariance.flat());
  });

  it('takes a bifactor model with many specific dimensions, and leaves those of which nothing was asked alone', () => {
    const widened = bifactor.map((item) => ({ ...item, a: [...item.a, ...Array(20).fill(0)] }));
    const answers = bifactor.map((_, k) => k % 2);
    const wide = estimateAbilityVector(widened, answers, { by: vectorEap() });
    const narrow = estimateAbilityVector(bifactor, answers, { by: vectorEap() });
    close(wide.theta.slice(0, 3), narrow.theta);
    versus('the population', 1e-7)(wide.theta.slice(3), Array(20).fill(0)); // quadrature ends at 7 sd
    versus('the population', 1e-7)(wide.se.slice(3), Array(20).fill(1));
  });

  it('factorises over uncorrelated dimensions with items of their own', () => {
    const own = (dimension: number): Item[] =>
      [-1, 0.5, 1].map((b, k) => ({ id: `${dimension}${k}`, model: '2pl', a: 1 + k / 2 + dimension / 5, b }));
    const unidimensional = [0, 1, 2, 3].map(own);
    const items = unidimensional.flatMap((list, dimension) =>
      list.map((item): MultidimensionalItem => {
        const { id, a, b } = item as { id: string; a: number; b: number };
        return { id, model: 'logistic', a: [0, 1, 2, 3].map((i) => (i === dimension ? a : 0)), d: -a * b };
      }),
    );
    const answers = items.map((_, k) => Number(k % 3 > 0));
    const found = estimateAbilityVector(items, answers, { by: vectorEap() });
    const alone = unidimensional.map((list, i) =>
      estimateAbility(list, answers.slice(3 * i, 3 * i + 3), { by: eap({ bounds: [-7, 7] }) }),
    );
    versus('one by one', 1e-8)(
      found.theta,
      alone.map(({ theta }) => theta),
    );
    versus('one by one', 1e-8)(
      found.se,
      alone.map(({ se }) => se!),
    );
  });

  it('sees a posterior far narrower than the population, and steep items', () => {
    const items = Array.from(
      { length: 400 },
      (_, k): MultidimensionalItem => ({ id: `q${k}`, model: 'logistic', a: [2.5, 0], d: (k - 200) / 40 }),
    );
    const list = items.map(({ id, d }): Item => ({ id, model: '2pl', a: 2.5, b: -(d as number) / 2.5 }));
    const answers = items.map((_, k) => Number(k > 150));
    const found = estimateAbilityVector(items, answers, { by: vectorEap() });
    const alone = estimateAbility(list, answers, { by: eap({ nodes: 1001, bounds: [-7, 7] }) });
    versus('one dimension', 1e-8)([found.theta[0]!, found.se[0]!], [alone.theta, alone.se!]);
    const steep = estimateAbilityVector([{ id: 'a', model: 'logistic', a: [50], d: 0 }], [1], { by: vectorEap() });
    const fine = estimateAbility([{ id: 'a', model: '2pl', a: 50, b: 0 }], [1], {
      by: eap({ nodes: 1001, bounds: [-7, 7] }),
    });
    versus('one dimension', 1e-7)([steep.theta[0]!, steep.se[0]!], [fine.theta, fine.se!]);
  });

  it('refuses what would take sums over four dimensions, and nodes out of range', () => {
    const items: MultidimensionalItem[] = [{ id: 'a', model: 'logistic', a: [1, 1, 1, 1], d: 0 }];
    expect(() => estimateAbilityVector(items, [1], { by: vectorEap() })).toThrow(/^vectorEap: .* take vectorMap\(\)$/);
    expect(() => vectorEap({ nodes: 3 })).toThrow(RangeError);
  });
});

describe('vectorMap', () => {
  const height = (
    items: readonly MultidimensionalItem[],
    answers: readonly (number | null)[],
    theta: readonly number[],
  ) =>
    between(theta, 0.6) +
    items.reduce(
      (sum, item, k) => sum + (answers[k] === null ? 0 : Math.log(probability(item, theta, answers[k]!))),
      0,
    );

  it.each(patterns.map((answers) => [answers]))('stands where the posterior is highest: %j', (answers) => {
    const { theta, covariance, status } = estimateAbilityVector(mixed, answers, { by: vectorMap(), population });
    expect(status).toBe('ok');
    const top = height(mixed, answers, theta);
    for (let k = 0; k < 16; k++) {
      const nudged = [theta[0]! + 1e-3 * Math.cos(k), theta[1]! + 1e-3 * Math.sin(k)];
      expect(height(mixed, answers, nudged)).toBeLessThan(top);
    }
    // the covariance is the inverse of minus the second derivatives; differences with h = 1e-4 give them to about 1e-7
    const h = 1e-4;
    const at = (x: number, y: number) => height(mixed, answers, [theta[0]! + x * h, theta[1]! + y * h]);
    const xx = (2 * top - at(1, 0) - at(-1, 0)) / h ** 2;
    const yy = (2 * top - at(0, 1) - at(0, -1)) / h ** 2;
    const xy = (at(1, -1) + at(-1, 1) - at(1, 1) - at(-1, -1)) / (4 * h ** 2);
    const determinant = xx * yy - xy * xy;
    versus('differences', 1e-6)(covariance.flat(), [
      yy / determinant,
      -xy / determinant,
      -xy / determinant,
      xx / determinant,
    ]);
  });

  it('is the unidimensional mode in one dimension', () => {
    const items: MultidimensionalItem[] = [
      { id: 'a', model: 'logistic', a: [1.3], d: 0.4 },
      { id: 'b', model: 'graded', a: [0.8], d: [1.6, -0.8] },
      { id: 'c', model: 'gpcm', a: [0.5], d: [0.2, -0.3] },
    ];
    const list: Item[] = [
      { id: 'a', model: '2pl', a: 1.3, b: -0.4 / 1.3 },
      { id: 'b', model: 'graded', a: 0.8, b: [-2, 1] },
      { id: 'c', model: 'gpcm', a: 0.5, b: [-0.4, 1] },
    ];
    const found = estimateAbilityVector(items, [1, 2, 0], { population: { mean: [0.5], covariance: [[2.25]] } });
    const alone = estimateAbility(list, [1, 2, 0], {
      by: map({ population: { mean: 0.5, sd: 1.5 }, information: 'observed' }),
    });
    solved([found.theta[0]!, found.se[0]!], [alone.theta, alone.se!]);
    const mean = estimateAbilityVector(items, [1, 2, 0], {
      by: vectorEap(),
      population: { mean: [0.5], covariance: [[2.25]] },
    });
    const expected = estimateAbility(list, [1, 2, 0], {
      by: eap({ population: { mean: 0.5, sd: 1.5 }, bounds: [-10, 11] }),
    });
    solved([mean.theta[0]!, mean.se[0]!], [expected.theta, expected.se!]);
  });

  it('climbs where guessing bends the posterior, and takes ten dimensions', () => {
    const items = Array.from(
      { length: 40 },
      (_, k): MultidimensionalItem => ({
        id: `q${k}`,
        model: 'logistic',
        a: Array.from({ length: 10 }, (_, i) => (i === k % 10 ? 3 : 0)),
        d: -6,
        c: 0.3,
      }),
    );
    const { theta, se } = estimateAbilityVector(
      items,
      items.map((_, k) => Number(k % 4 > 0)),
    );
    expect([...theta, ...se].every(Number.isFinite)).toBe(true);
    expect(Math.max(...se)).toBeLessThanOrEqual(2);
  });
});

describe('estimateAbilityVector', () => {
  it.each([vectorMap(), vectorEap()])('hands back the population when nothing was answered: $name', (by) => {
    const empty = {
      theta: [0.3, -1],
      covariance: [
        [4, 1],
        [1, 1],
      ],
      status: 'empty',
      n: 0,
      method: by.name,
    };
    const given = {
      mean: [0.3, -1],
      covariance: [
        [4, 1],
        [1, 1],
      ],
    };
    const found = estimateAbilityVector(
      mixed,
      mixed.map(() => null),
      { by, population: given },
    );
    expect(found).toMatchObject({ theta: empty.theta, status: 'empty', n: 0, method: by.name });
    close(found.covariance.flat(), given.covariance.flat());
    close(found.se, [2, 1]);
    expect(estimateAbilityVector([], [], { by, population: given })).toMatchObject({ status: 'empty' });
  });

  it('refuses what it cannot read', () => {
    const item: MultidimensionalItem = { id: 'a', model: 'logistic', a: [1, 0], d: 0 };
    const run =
      (change: object, answer: number | null = 1, options = {}) =>
      () =>
        estimateAbilityVector([{ ...item, ...change } as MultidimensionalItem], [answer], options);
    expect(run({ a: [1, Number.NaN] })).toThrow(
      'estimateAbilityVector: a of item "a" must be 2 numbers from -1000 to 1000',
    );
    expect(run({ a: undefined })).toThrow('estimateAbilityVector: dimensions must be at least 1');
    expect(run({ d: [1] })).toThrow(TypeError);
    expect(run({ d: Number.NaN })).toThrow(RangeError);
    expect(run({ c: 0.9, upper: 0.8 })).toThrow(RangeError);
    expect(run({ model: 'graded', d: [0, 1] })).toThrow('item "a"');
    expect(run({ model: 'graded', d: 0 })).toThrow('d of item "a" must be a list');
    expect(run({ model: '2pl', d: [0] })).toThrow("model of item \"a\" must be 'logistic', 'graded' or 'gpcm'");
    expect(run({}, 2)).toThrow('answer to item "a" must be a category from 0 to 1');
    expect(run({}, 1, { by: eap })).toThrow(TypeError);
    expect(run({}, 1, { population: { mean: [0], covariance: [[1]] } })).toThrow('1 numbers');
    for (const covariance of [
      [
        [1, 2],
        [2, 1],
      ],
      [
        [1, 0.5],
        [0, 1],
      ],
      [[1, 0]],
      [
        [1, Number.NaN],
        [Number.NaN, 1],
      ],
    ]) {
      expect(run({}, 1, { population: { mean: [0, 0], covariance } })).toThrow('positive definite covariance');
    }
    expect(() => estimateAbilityVector([item, item], [1, 0])).toThrow('listed twice');
    expect(() => estimateAbilityVector([item], [])).toThrow(RangeError);
    expect(() => estimateAbilityVector([], [])).toThrow(RangeError);
  });
});
