// Every ability method obeys these. A new method joins by being in `methods`.
import type { AbilityMethod, Answer, Item } from 'tutelage/irt';
import { estimateAbilities, estimateAbility } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { eap } from '../../src/irt/ability/eap.ts';
import { map } from '../../src/irt/ability/map.ts';
import { ml } from '../../src/irt/ability/ml.ts';
import { wle } from '../../src/irt/ability/wle.ts';
import { below, stream, uniform } from '../../src/random/stream.ts';
import { deepFreeze } from '../deepFreeze.ts';
import { categoriesOf, derivatives, drawnAnswers, drawnItems, MODELS } from '../irt/ability/bruteForce.ts';
import { solved, withinSe } from '../tolerance.ts';

const methods: readonly AbilityMethod[] = [
  eap(),
  map(),
  map({ population: { mean: 1, sd: 2 }, information: 'observed' }),
  ml(),
  ml({ bounds: [-3, 4], information: 'observed' }),
  wle(),
];
const named = methods.map((by) => ({ what: `${by.name} ${JSON.stringify(by.options)}`, by }));
const mixed = (count: number, seed: number): Item[] => {
  const from = stream(seed);
  return MODELS.flatMap((model) => drawnItems(model, count, from)).map((item, k) => ({ ...item, id: `q${k}` }));
};

/** An answer drawn as the model says. */
function answerOf(item: Item, theta: number, from: ReturnType<typeof stream>): number {
  let left = uniform(from);
  return derivatives(item, theta).p.findIndex((p) => {
    left -= p;
    return left < 0;
  });
}

describe.each(named)('ability method $what', ({ by }) => {
  const estimate = (items: readonly Item[], answers: readonly Answer[]) => estimateAbility(items, answers, { by });

  it('recovers theta within 5 standard errors from 270 answers of a test of all models', () => {
    const items = mixed(30, 1);
    for (let seed = 1; seed <= 10; seed++) {
      const from = stream(seed);
      for (const theta of [-1.5, 0, 1.5]) {
        const found = estimate(
          items,
          items.map((item) => answerOf(item, theta, from)),
        );
        expect(found.status).toBe('ok');
        withinSe(5)(found.theta, theta, found.se!);
        expect(found.se!).toBeLessThan(0.3);
      }
    }
  });

  it('has errors of the right size: they say how far estimates spread', () => {
    const items = mixed(6, 2);
    const from = stream(3);
    const persons = 500;
    let sum = 0;
    for (let person = 0; person < persons; person++) {
      const theta = 1.2 * (uniform(from) - 0.5);
      const found = estimate(
        items,
        items.map((item) => answerOf(item, theta, from)),
      );
      sum += ((found.theta - theta) / found.se!) ** 2;
    }
    // the mean square of 500 standard normal variables is 1 +- 0.063; priors shrink it, short tests widen it a little
    expect(sum / persons).toBeGreaterThan(0.75);
    expect(sum / persons).toBeLessThan(1.25);
  });

  it('does not depend on the order of the items', () => {
    const from = stream(4);
    for (const model of MODELS) {
      const items = drawnItems(model, 9, from);
      const answers = drawnAnswers(items, from);
      const order = [...items.keys()].sort((j, k) => categoriesOf(items[j]!) - categoriesOf(items[k]!) || k - j);
      const found = estimate(items, answers);
      const other = estimate(
        order.map((k) => items[k]!),
        order.map((k) => answers[k]!),
      );
      solved([found.theta, found.se ?? 0], [other.theta, other.se ?? 0]);
      expect([other.status, other.n]).toEqual([found.status, found.n]);
    }
  });

  it('has a finite answer for every pattern, the lowest and the highest included, however long, short or steep the test', () => {
    const from = stream(5);
    const steep = (a: number): Item[] =>
      [-2, 0.1, 2].map((b, k) => ({ id: `s${k}`, model: k === 1 ? '3pl' : '4pl', a, b, c: 0.2, d: 1 }));
    const tests = [
      ...MODELS.flatMap((model) => [drawnItems(model, 1, from), drawnItems(model, 7, from)]),
      mixed(40, 6),
      steep(50),
      steep(1000),
      [{ id: 'far', model: 'rasch', b: 1000 } as const],
    ];
    for (const items of tests) {
      const tops = items.map((item) => categoriesOf(item) - 1);
      const patterns = [tops, tops.map(() => 0), drawnAnswers(items, from), drawnAnswers(items, from)];
      for (const answers of patterns) {
        const { theta, se, status, n } = estimate(items, answers);
        expect(Number.isFinite(theta)).toBe(true);
        expect(se === null || (Number.isFinite(se) && se > 0)).toBe(true);
        expect(['ok', 'unbounded']).toContain(status);
        if (status === 'unbounded') expect(se).toBeNull();
        expect(n).toBe(items.length);
      }
    }
  });

  it('never falls when an answer rises', () => {
    const from = stream(7);
    for (const model of MODELS.filter((name) => name !== 'nominal')) {
      for (let round = 0; round < 20; round++) {
        const items = drawnItems(model, 6, from);
        const answers = drawnAnswers(items, from);
        const k = below(from, items.length);
        const raised = answers.map((answer, j) =>
          j === k ? Math.min(answer + 1, categoriesOf(items[j]!) - 1) : answer,
        );
        expect(estimate(items, raised).theta).toBeGreaterThanOrEqual(estimate(items, answers).theta - 1e-9);
      }
    }
  });

  it('ignores items that were not administered, and says so when none was', () => {
    const items = mixed(1, 8);
    const answers = items.map((_, k) => (k % 2 === 0 ? 1 : null));
    const kept = items.filter((_, k) => k % 2 === 0);
    expect(estimate(items, answers)).toEqual(
      estimate(
        kept,
        kept.map(() => 1),
      ),
    );
    const none = estimate(
      items,
      items.map(() => null),
    );
    expect([none.status, none.n, Number.isFinite(none.theta)]).toEqual(['empty', 0, true]);
  });

  it('gives a matrix what it gives its rows', () => {
    const from = stream(9);
    const items = mixed(2, 9);
    const rows = Array.from({ length: 12 }, () => drawnAnswers(items, from));
    const matrix = {
      personIds: rows.map((_, k) => `p${k}`),
      itemIds: items.map(({ id }) => id),
      answers: Int8Array.from(rows.flat()),
    };
    const { theta, se } = estimateAbilities(items, matrix, { by });
    for (const [k, row] of rows.entries()) {
      const found = estimate(items, row);
      solved([theta[k]!, se[k]!], [found.theta, found.se ?? Infinity]);
    }
  });

  it('leaves its inputs alone and says its name', () => {
    const items = deepFreeze(mixed(1, 10));
    const answers = deepFreeze(items.map(() => 0));
    expect(estimate(items, answers).method).toBe(by.name);
  });
});
