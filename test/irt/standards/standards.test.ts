import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/irt/item.ts';
import { probabilities } from '../../../src/irt/probabilities.ts';
import { angoffCut } from '../../../src/irt/standards/angoffCut.ts';
import { bookmarkCut } from '../../../src/irt/standards/bookmarkCut.ts';
import { classifyByAbility } from '../../../src/irt/standards/classifyByAbility.ts';
import { classifyByScore } from '../../../src/irt/standards/classifyByScore.ts';
import { normalCdf } from '../../../src/math/normalCdf.ts';
import { stream, uniform } from '../../../src/random/stream.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { close, solved, versus, withinSe } from '../../tolerance.ts';

const rasch = (...b: number[]): Item[] => b.map((value, k) => ({ id: `q${k}`, model: 'rasch', b: value }));
const mixed: Item[] = deepFreeze([
  { id: '3pl', model: '3pl', a: 1.2, b: 0.3, c: 0.2 },
  { id: 'graded', model: 'graded', a: 1.5, b: [-1, 0.8] },
  { id: 'gpcm', model: 'gpcm', a: 0.8, b: [0.5, -0.5] },
  { id: 'rasch', model: 'rasch', b: -0.4 },
]);
const nominal: Item = { id: 'n', model: 'nominal', a: [0, 1], c: [0, 0] };
const expectedScore = (items: readonly Item[], theta: number) =>
  items.reduce((sum, item) => sum + probabilities(item, theta).reduce((some, p, k) => some + k * p, 0), 0);

describe('angoffCut', () => {
  it('finds the ability whose expected score is the judges’ mean', () => {
    const ratings = deepFreeze([
      [0.6, 1.2, 1, 0.7],
      [0.5, 1.1, 1.3, 0.6],
      [0.7, 1, 0.9, 0.5],
    ]);
    const { theta, se, score, judges, status } = angoffCut(mixed, ratings);
    expect(status).toBe('ok');
    close(score.mean, (3.5 + 3.5 + 3.1) / 3);
    close(expectedScore(mixed, theta!), score.mean);
    const h = 1e-5;
    const slope = (expectedScore(mixed, theta! + h) - expectedScore(mixed, theta! - h)) / (2 * h);
    solved(se!, score.sd! / Math.sqrt(3) / slope);
    close(score.sd!, Math.sqrt((2 * (3.5 - 10.1 / 3) ** 2 + (3.1 - 10.1 / 3) ** 2) / 2));
    for (const judge of judges) close(expectedScore(mixed, judge.theta!), judge.score);
  });

  it('of equal Rasch items is the logit of the mean rating', () => {
    const { theta } = angoffCut(rasch(0.5, 0.5), [[0.8, 0.6]]);
    close(theta!, 0.5 + Math.log(0.7 / 0.3));
  });

  it('has no standard error from one judge, and no ability beyond the expected scores', () => {
    expect(angoffCut(rasch(0), [[0.5]])).toMatchObject({ se: null, score: { sd: null, se: null } });
    const guessing: Item[] = [{ id: 'q', model: '3pl', a: 1, b: 0, c: 0.25 }];
    expect(angoffCut(guessing, [[0.2], [0.1]])).toMatchObject({ theta: null, se: null, status: 'beyond' });
    expect(angoffCut(rasch(0), [[1], [1]])).toMatchObject({ theta: null, status: 'beyond' });
    expect(angoffCut(rasch(0), [[1], [0.5]]).judges).toEqual([
      { score: 1, theta: null },
      { score: 0.5, theta: expect.closeTo(0, 12) },
    ]);
  });

  it('refuses ratings that are no scores', () => {
    expect(() => angoffCut(mixed, [[1, 1, 1, 1.1]])).toThrow(/ratings\[0\]\[3\] must be a score from 0 to 1, got 1.1/);
    expect(() => angoffCut(mixed, [[1, 1, 1]])).toThrow(/ratings\[0\].length must be 4/);
    expect(() => angoffCut(mixed, [[1, 1, Number.NaN, 1]])).toThrow(RangeError);
    expect(() => angoffCut(mixed, [])).toThrow(/ratings.length must be/);
    expect(() => angoffCut([nominal], [[1]])).toThrow(/"n" is nominal/);
  });
});

describe('bookmarkCut', () => {
  it('orders score points by the ability that reaches them with the response probability', () => {
    const { booklet, unplaced } = bookmarkCut(mixed, []);
    expect(booklet).toHaveLength(6);
    expect(unplaced).toEqual([]);
    for (const [k, { id, score, theta }] of booklet.entries()) {
      const p = probabilities(mixed.find((item) => item.id === id)!, theta);
      close(
        p.slice(score).reduce((sum, x) => sum + x, 0),
        0.67,
      );
      expect(theta).toBeGreaterThanOrEqual(booklet[k - 1]?.theta ?? -Infinity);
    }
  });

  it('cuts at the last page before the bookmark; the panel’s cut is the median', () => {
    const items = rasch(-1, 0, 1, 2);
    const at = (b: number) => b + Math.log(0.67 / 0.33);
    const { theta, judges, spread } = bookmarkCut(items, [1, 2, 4]);
    close(judges as number[], [at(-1), at(0), at(2)]);
    close(theta!, at(0));
    close(spread!.mean, at(1 / 3));
    close(bookmarkCut(items, [2], { rp: 0.5 }).theta!, 0);
    expect(bookmarkCut(items, [0, 2]).judges[0]).toBe(null);
    expect(bookmarkCut(items, [0])).toMatchObject({ theta: null, spread: null });
  });

  it('leaves out pages that no ability masters, and says so', () => {
    const items: Item[] = [
      { id: 'slippery', model: '4pl', a: 1, b: 0, c: 0, d: 0.6 },
      { id: 'guessable', model: '3pl', a: 1, b: 0, c: 0.7 },
      ...rasch(0),
    ];
    const { unplaced, booklet } = bookmarkCut(items, [1]);
    expect(unplaced.map(({ id }) => id)).toEqual(['slippery', 'guessable']);
    expect(booklet.map(({ id }) => id)).toEqual(['q0']);
  });

  it('refuses bookmarks outside the booklet', () => {
    expect(() => bookmarkCut(rasch(0, 1), [3])).toThrow(/bookmarks\[0\] must be a whole number from 0 to 2, got 3/);
    expect(() => bookmarkCut(rasch(0, 1), [1], { rp: 1 })).toThrow(/rp must be/);
  });
});

describe('classifyByAbility', () => {
  it('has nothing to say without usable persons', () => {
    expect(classifyByAbility({ theta: [Number.NaN, 0], se: [1, null] }, [0])).toMatchObject({
      accuracy: null,
      consistency: null,
      kappa: null,
      persons: { used: 0, unused: 2 },
    });
  });

  it('is the normal area of the category that holds the estimate', () => {
    const { accuracy, consistency, kappa, tooHigh, tooLow, table } = classifyByAbility(
      { theta: Float64Array.of(-1, 0.4), se: Float64Array.of(0.5, 0.8) },
      [0],
    );
    const p = [normalCdf(2), normalCdf(0.5)];
    close(accuracy!, (p[0]! + p[1]!) / 2);
    close(consistency!, (p[0]! ** 2 + (1 - p[0]!) ** 2 + p[1]! ** 2 + (1 - p[1]!) ** 2) / 2);
    close([tooLow, tooHigh], [(1 - p[0]!) / 2, (1 - p[1]!) / 2]);
    const above = (1 - p[0]! + p[1]!) / 2;
    const chance = above ** 2 + (1 - above) ** 2;
    close(kappa!, (consistency! - chance) / (1 - chance));
    close(table.flat(), [p[0]! / 2, (1 - p[1]!) / 2, (1 - p[0]!) / 2, p[1]! / 2]);
  });

  it('keeps several categories apart, and probabilities far out in a tail', () => {
    const { table, accuracy } = classifyByAbility({ theta: [5], se: [0.5] }, [-1, 0, 1]);
    expect(table.map((row) => row[3]! > 0)).toEqual([true, true, true, true]);
    close(
      table.flat().reduce((sum, x) => sum + x, 0),
      1,
    );
    close(table[0]![3]! / normalCdf(-12), 1);
    expect(accuracy).toBeGreaterThan(0.999);
    expect(() => classifyByAbility({ theta: [0], se: [1] }, [1, 1])).toThrow(/ascending/);
    expect(() => classifyByAbility({ theta: [0], se: [] }, [1])).toThrow(/one per theta/);
  });
});

describe('classifyByScore', () => {
  it('agrees with all answer patterns of a short mixed test, one by one', () => {
    const cuts = [2, 4.5];
    const found = classifyByScore(mixed, cuts, { nodes: 61, population: { mean: 0.2, sd: 1.1 } });
    let [accuracy, consistency, total] = [0, 0, 0];
    for (let q = 0; q < 61; q++) {
      const z = -6 + q / 5;
      const theta = 0.2 + 1.1 * z;
      const weight = Math.exp(-0.5 * z * z);
      const p = [0, 0, 0];
      const walk = (j: number, score: number, product: number): void => {
        if (j === mixed.length) p[cuts.filter((cut) => score >= cut).length]! += product;
        else for (const [k, x] of probabilities(mixed[j]!, theta).entries()) walk(j + 1, score + k, product * x);
      };
      walk(0, 0, 1);
      accuracy += weight * p[cuts.filter((cut) => expectedScore(mixed, theta) >= cut).length]!;
      consistency += weight * p.reduce((sum, x) => sum + x * x, 0);
      total += weight;
    }
    close([found.accuracy!, found.consistency!], [accuracy / total, consistency / total]);
    close(
      found.table.flat().reduce((sum, x) => sum + x, 0),
      1,
    );
    close(found.accuracy! + found.tooHigh + found.tooLow, 1);
  });

  it('agrees with 40,000 simulated learners', () => {
    const items = rasch(...Array.from({ length: 15 }, (_, k) => -1.5 + k / 5));
    const { accuracy, consistency } = classifyByScore(items, [9]);
    const from = stream(1);
    let [right, same] = [0, 0];
    const n = 40_000;
    for (let person = 0; person < n; person++) {
      const theta = Math.sqrt(-2 * Math.log(1 - uniform(from))) * Math.cos(2 * Math.PI * uniform(from));
      const expected = expectedScore(items, theta);
      const draw = () =>
        items.reduce((sum, item) => sum + (uniform(from) < probabilities(item, theta)[1]! ? 1 : 0), 0) >= 9;
      const [first, second] = [draw(), draw()];
      if (first === expected >= 9) right++;
      if (first === second) same++;
    }
    withinSe(4)(right / n, accuracy!, Math.sqrt(0.25 / n));
    withinSe(4)(same / n, consistency!, Math.sqrt(0.25 / n));
  });

  it('does not depend on the number of nodes beyond 1e-3', () => {
    const items = rasch(...Array.from({ length: 20 }, (_, k) => -1 + k / 10));
    const at = (nodes: number) => classifyByScore(items, [8, 14], { nodes });
    versus('5001 nodes', 1e-3)([at(401).accuracy!, at(401).consistency!], [at(5001).accuracy!, at(5001).consistency!]);
  });

  it('says nothing of a test without items', () => {
    expect(classifyByScore([], [1])).toMatchObject({ accuracy: null, consistency: null, kappa: null });
    expect(() => classifyByScore([nominal], [1])).toThrow(/nominal/);
  });
});
