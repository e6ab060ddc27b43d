import { estimateAbilities, estimateAbility, type Item, responseMatrix } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { map } from '../../../src/irt/ability/map.ts';
import { ml } from '../../../src/irt/ability/ml.ts';
import { wle } from '../../../src/irt/ability/wle.ts';
import { close, solved, versus } from '../../tolerance.ts';

const raschItems = (...b: number[]): Item[] => b.map((value, k) => ({ id: `q${k}`, model: 'rasch', b: value }));

/** Two easy steep items failed, many hard guessable ones solved: two maxima far apart. */
const twoMaxima = (hard: number): { items: Item[]; answers: number[] } => ({
  items: [
    ...Array.from({ length: 6 }, (_, k): Item => ({ id: `easy${k}`, model: '4pl', a: 2, b: -2, c: 0, d: 0.9 })),
    ...Array.from({ length: hard }, (_, k): Item => ({ id: `hard${k}`, model: '3pl', a: 2, b: 2, c: 0.25 })),
  ],
  answers: [0, 0, 0, 0, 1, 1, ...Array.from({ length: hard }, () => 1)],
});

describe('ml', () => {
  it('of equal Rasch items is the log-odds of the share right, with error 1 / sqrt(n p q)', () => {
    const items = raschItems(0.5, 0.5, 0.5, 0.5, 0.5);
    const { theta, se, status, n, method } = estimateAbility(items, [1, 1, 0, 0, 0], { by: ml() });
    close(theta, 0.5 + Math.log(2 / 3));
    close(se!, 1 / Math.sqrt((5 * 2 * 3) / 25));
    expect([status, n, method]).toEqual(['ok', 5, 'ml']);
  });

  it('is unbounded when all answers are right or all wrong: theta at the bound, no error', () => {
    const items = raschItems(-1, 0, 1);
    expect(estimateAbility(items, [1, 1, 1], { by: ml() })).toMatchObject({ theta: 6, se: null, status: 'unbounded' });
    expect(estimateAbility(items, [0, 0, 0], { by: ml({ bounds: [-4, 5] }) })).toMatchObject({ theta: -4, se: null });
  });

  it('is unbounded when three-parameter answers look guessed, although there is a local maximum', () => {
    const items: Item[] = [-1, 0, 1, 2].map((b, k) => ({ id: `q${k}`, model: '3pl', a: 2, b, c: 0.25 }));
    expect(estimateAbility(items, [0, 0, 0, 1], { by: ml() })).toMatchObject({ theta: -6, status: 'unbounded' });
  });

  it('takes the highest of several maxima, to either side', () => {
    const few = twoMaxima(3);
    const many = twoMaxima(12);
    expect(estimateAbility(few.items, few.answers, { by: ml() }).theta).toBeLessThan(-1.5);
    expect(estimateAbility(many.items, many.answers, { by: ml() }).theta).toBeGreaterThan(1.5);
  });

  it('has errors from expected or observed information, which differ for three parameters', () => {
    const items: Item[] = [-1, 0, 1].map((b, k) => ({ id: `q${k}`, model: '3pl', a: 1, b, c: 0.2 }));
    const expected = estimateAbility(items, [1, 1, 0], { by: ml() });
    const observed = estimateAbility(items, [1, 1, 0], { by: ml({ information: 'observed' }) });
    expect(observed.theta).toBe(expected.theta);
    expect(Math.abs(observed.se! - expected.se!)).toBeGreaterThan(0.01);
  });

  it('survives items so steep that every slope between them underflows', () => {
    const items: Item[] = [-3, 3].map((b, k) => ({ id: `q${k}`, model: '2pl', a: 1000, b }));
    const between = estimateAbility(items, [1, 0], { by: ml() });
    expect(between).toMatchObject({ status: 'unbounded', se: null }); // anywhere between is as likely
    expect(Math.abs(between.theta)).toBeLessThan(3);
    const far: Item[] = [{ id: 'far', model: '2pl', a: 1000, b: -500 }];
    expect(estimateAbility(far, [1], { by: ml() })).toMatchObject({ theta: 0, se: null, status: 'unbounded' });
  });
});

describe('map', () => {
  it('solves score = (theta - mean) / sd^2, with error 1 / sqrt(information + 1 / sd^2)', () => {
    const items = raschItems(0, 0, 0);
    const population = { mean: 0.5, sd: 2 };
    const { theta, se, status, method } = estimateAbility(items, [1, 1, 1], { by: map({ population }) });
    solved(3 / (1 + Math.exp(theta)), (theta - 0.5) / 4);
    const p = 1 / (1 + Math.exp(-theta));
    close(se!, 1 / Math.sqrt(3 * p * (1 - p) + 0.25));
    expect([status, method]).toEqual(['ok', 'map']);
  });

  it('goes wherever the answers go, however far from the population', () => {
    const items = raschItems(...Array.from({ length: 2000 }, () => 3));
    const { theta } = estimateAbility(
      items,
      items.map(() => 1),
      { by: map({ population: { mean: 0, sd: 0.5 } }) },
    );
    solved(2000 / (1 + Math.exp(theta - 3)), 4 * theta);
    expect(theta).toBeGreaterThan(6 * 0.5);
  });

  it('takes the highest of several modes, to either side', () => {
    const population = { mean: 0, sd: 3 };
    const few = twoMaxima(3);
    const many = twoMaxima(12);
    expect(estimateAbility(few.items, few.answers, { by: map({ population }) }).theta).toBeLessThan(-1);
    expect(estimateAbility(many.items, many.answers, { by: map({ population }) }).theta).toBeGreaterThan(1);
  });

  it('approaches ml as the population widens', () => {
    const items = raschItems(-1, 0, 2);
    versus('ml', 1e-5)(
      estimateAbility(items, [1, 1, 0], { by: map({ population: { mean: 0, sd: 1000 } }) }).theta,
      estimateAbility(items, [1, 1, 0], { by: ml() }).theta,
    );
  });

  it('stays at a population without spread', () => {
    const by = map({ population: { mean: 1, sd: 1e-9 } });
    close(estimateAbility(raschItems(0, 0), [0, 0], { by }).theta, 1);
  });

  it('is the population when nothing was answered', () => {
    const by = map({ population: { mean: 0.3, sd: 0.8 } });
    expect(estimateAbility(raschItems(0), [null], { by })).toEqual({
      theta: 0.3,
      se: 0.8,
      status: 'empty',
      n: 0,
      method: 'map',
    });
  });
});

describe('wle', () => {
  it('of n equal Rasch items is the log-odds of (right + 1/2) / (wrong + 1/2)', () => {
    const items = raschItems(0.5, 0.5, 0.5, 0.5);
    for (let right = 0; right <= 4; right++) {
      const { theta, se } = estimateAbility(
        items,
        items.map((_, k) => (k < right ? 1 : 0)),
        { by: wle() },
      );
      close(theta, 0.5 + Math.log((right + 0.5) / (4.5 - right)));
      const p = (right + 0.5) / 5;
      close(se!, 1 / Math.sqrt(4 * p * (1 - p)));
    }
  });

  it('is less biased than ml: over all patterns, weighted by their probability', () => {
    const items: Item[] = [-1.5, -0.5, 0, 0.5, 1.5].map((b, k) => ({ id: `q${k}`, model: '3pl', a: 1.5, b, c: 0.1 }));
    const bias = (by: ReturnType<typeof ml>, theta: number) => {
      let sum = 0;
      for (let pattern = 0; pattern < 32; pattern++) {
        const answers = items.map((_, k) => (pattern >> k) & 1);
        const probability = items.reduce((product, item, k) => {
          const { a, b, c } = item as { a: number; b: number; c: number };
          const p = c + (1 - c) / (1 + Math.exp(-a * (theta - b)));
          return product * (answers[k] === 1 ? p : 1 - p);
        }, 1);
        sum += probability * (estimateAbility(items, answers, { by }).theta - theta);
      }
      return sum;
    };
    expect(Math.abs(bias(wle({ bounds: [-4, 4] }), 1))).toBeLessThan(Math.abs(bias(ml({ bounds: [-4, 4] }), 1)) / 2);
  });

  it('takes the highest of several maxima of the weighted likelihood', () => {
    const few = twoMaxima(3);
    const many = twoMaxima(12);
    expect(estimateAbility(few.items, few.answers, { by: wle() }).theta).toBeLessThan(-1.5);
    expect(estimateAbility(many.items, many.answers, { by: wle() }).theta).toBeGreaterThan(1.5);
  });

  it('is at the bound, and says so, when it lies beyond', () => {
    const items = raschItems(20, 20);
    expect(estimateAbility(items, [0, 1], { by: wle() })).toMatchObject({ theta: 10, se: null, status: 'unbounded' });
    close(estimateAbility(items, [0, 1], { by: wle({ bounds: [0, 40] }) }).theta, 20);
  });

  it('is right for items so steep that their information underflows almost everywhere', () => {
    const items: Item[] = [-3, -3, 3].map((b, k) => ({ id: `q${k}`, model: '2pl', a: 900, b }));
    // all right: (right + 1/2) / (wrong + 1/2) at the hardest item
    solved(estimateAbility(items, [1, 1, 1], { by: wle() }).theta, 3 + Math.log(1.5 / 0.5) / 900);
    solved(estimateAbility(items, [0, 0, 0], { by: wle() }).theta, -3 - Math.log(2.5 / 0.5) / 900);
  });
});

describe('ml, map and wle', () => {
  it('refuse bounds, populations and information that make no sense', () => {
    expect(() => ml({ bounds: [2, 1] })).toThrow(/ml: bounds must be \[lower, upper\] .* got \[2,1\]/);
    expect(() => ml({ bounds: [-Infinity, 1] })).toThrow(RangeError);
    expect(() => wle({ bounds: [0] as never })).toThrow(/wle: bounds/);
    expect(() => wle({ bounds: '12' as never })).toThrow(/wle: bounds/);
    expect(() => map({ population: { mean: 0, sd: 0 } })).toThrow(/map: population/);
    expect(() => ml({ information: 'fisher' as never })).toThrow(/'expected' or 'observed', got "fisher"/);
    expect(() => map({ information: 1 as never })).toThrow(/map: information/);
  });

  it('answer without data: the middle of the bounds, no error', () => {
    expect(estimateAbility([], [], { by: ml({ bounds: [0, 4] }) })).toMatchObject({
      theta: 2,
      se: null,
      status: 'empty',
    });
    expect(estimateAbility([], [], { by: wle() })).toMatchObject({ theta: 0, se: null, status: 'empty', n: 0 });
  });

  it('score a matrix person by person; no error is Infinity there', () => {
    const items = raschItems(-1, 1);
    const matrix = responseMatrix(
      [
        [1, 0],
        [1, 1],
        [null, null],
      ],
      { items: ['q0', 'q1'] },
    );
    const { theta, se } = estimateAbilities(items, matrix, { by: ml() });
    close(theta[0]!, 0);
    expect(Array.from(theta.subarray(1))).toEqual([6, 0]);
    expect(Array.from(se.subarray(1))).toEqual([Infinity, Infinity]);
  });
});
