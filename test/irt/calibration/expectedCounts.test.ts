import { type Counts, calibrate, expectedCounts, type Item, maximise, mergeCounts, responseMatrix } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { allModels } from '../../../src/irt/models/all.ts';
import { normalGrid } from '../../../src/math/normalGrid.ts';
import { stream, uniform } from '../../../src/random/stream.ts';
import { lsatMatrix } from '../../reference/irt/lsat.ts';
import { close, versus } from '../../tolerance.ts';

const grid = normalGrid(61, 6);

/** The expectation step by its definition, item by item and in logarithms. */
function plain(rows: readonly (readonly (number | null)[])[], items: readonly Item[], sd: number) {
  const theta = grid.z.map((z) => sd * z);
  const model = (item: Item) => allModels.find(({ name }) => name === item.model)!;
  const answers = items.map((item) => new Float64Array(61 * model(item).categories(item)));
  const persons = new Float64Array(61);
  let logLikelihood = 0;
  for (const row of rows) {
    if (row.every((answer) => answer === null)) continue;
    const log = theta.map(
      (t, q) =>
        Math.log(grid.weight[q]!) +
        row.reduce<number>((sum, answer, j) => {
          return answer === null ? sum : sum + model(items[j]!).logProbability(items[j]!, t, answer);
        }, 0),
    );
    const top = Math.max(...log);
    const total = log.reduce((sum, value) => sum + Math.exp(value - top), 0);
    logLikelihood += top + Math.log(total);
    for (let q = 0; q < 61; q++) {
      const post = Math.exp(log[q]! - top) / total;
      persons[q]! += post;
      for (const [j, answer] of row.entries()) if (answer !== null) answers[j]![answer * 61 + q]! += post;
    }
  }
  return { answers, persons, logLikelihood };
}

const drawn = (seed: number, count: number): Item[] => {
  const from = stream(seed);
  const b = () => 4 * uniform(from) - 2;
  return Array.from({ length: count }, (_, j): Item => {
    const id = `q${j}`;
    const kinds: Item[] = [
      { id, model: 'rasch', b: b() },
      { id, model: '2pl', a: 0.5 + 2 * uniform(from), b: b() },
      { id, model: '4pl', a: 1.5, b: b(), c: 0.2, d: 0.95 },
      { id, model: 'graded', a: 1.2, b: [-1, 0.2, 1.4] },
      { id, model: 'gpcm', a: 0.8, b: [b(), b()] },
      { id, model: 'nominal', a: [0, 1, -0.5], c: [0, b(), b()] },
    ];
    return kinds[j % kinds.length]!;
  });
};
const top = (item: Item) => allModels.find(({ name }) => name === item.model)!.categories(item) - 1;
const answered = (seed: number, persons: number, items: readonly Item[], missing: number) => {
  const from = stream(seed);
  return Array.from({ length: persons }, () =>
    items.map((item) => (uniform(from) < missing ? null : Math.floor(uniform(from) * (top(item) + 1)))),
  );
};

describe('expectedCounts', () => {
  it.each([
    [1, 20, 0, 1],
    [4, 50, 0, 1],
    [6, 50, 0.4, 1],
    [7, 50, 0, 2],
    [23, 80, 0.2, 0.5],
    [60, 30, 0.9, 3],
    [1500, 4, 0, 30], // products of likelihoods below what a number can hold
  ])('of %i items and %i persons, %f missing, sd %f, are those of the definition', (count, persons, missing, sd) => {
    const items = drawn(count, count);
    const rows = answered(count + 1, persons, items, missing);
    const matrix = responseMatrix(rows, { items: items.map(({ id }) => id) });
    const fast = expectedCounts(matrix, items, { population: { mean: 0, sd } });
    const slow = plain(rows, items, sd);
    close(fast.logLikelihood / persons, slow.logLikelihood / persons);
    close(fast.persons, slow.persons);
    for (const [j, own] of fast.answers.entries()) close(own, slow.answers[j]!);
  });

  it('of nobody are nothing', () => {
    const { persons, answers, logLikelihood } = expectedCounts(responseMatrix([], { items: ['q0'] }), drawn(1, 1));
    expect([...persons, ...answers[0]!].every((value) => value === 0)).toBe(true);
    expect(logLikelihood).toBe(0);
  });

  it('refuse answers without parameters', () => {
    expect(() => expectedCounts(responseMatrix([[1]], { items: ['other'] }), drawn(1, 1))).toThrow(
      /"other" was answered but has no parameters/,
    );
    expect(() => expectedCounts(responseMatrix([[2]], { items: ['q0'] }), drawn(1, 1))).toThrow(/from 0 to 1/);
  });
});

describe('mergeCounts', () => {
  it('makes seven shards what one matrix is', () => {
    const items = drawn(3, 14);
    const rows = answered(8, 700, items, 0.1);
    const names = { items: items.map(({ id }) => id) };
    const whole = expectedCounts(responseMatrix(rows, names), items);
    const merged = Array.from(
      { length: 7 },
      (_, s): Counts =>
        expectedCounts(
          responseMatrix(
            rows.filter((_, i) => i % 7 === s),
            names,
          ),
          items,
        ),
    ).reduce(mergeCounts);
    versus('one matrix', 1e-10)(merged.persons, whole.persons);
    for (const [j, own] of merged.answers.entries()) versus('one matrix', 1e-10)(own, whole.answers[j]!);
    versus('one matrix', 1e-10 * Math.abs(whole.logLikelihood))(merged.logLikelihood, whole.logLikelihood);
    const [one, other] = [maximise(merged, items), maximise(whole, items)];
    for (const [j, item] of one.entries()) {
      const numbers = (of: Item) =>
        Object.values(of)
          .flat()
          .filter((x) => typeof x === 'number');
      versus('one matrix', 1e-10)(numbers(item), numbers(other[j]!));
    }
  });

  it('refuses counts that do not belong together', () => {
    const count = (id: string, sd = 1) =>
      expectedCounts(responseMatrix([[1]], { items: [id] }), [{ id, model: 'rasch', b: 0 }], {
        population: { mean: 0, sd },
      });
    expect(() => mergeCounts(count('a'), count('b'))).toThrow(/different items, populations or nodes/);
    expect(() => mergeCounts(count('a'), count('a', 2))).toThrow(/different items, populations or nodes/);
  });
});

describe('maximise', () => {
  it('in turn with expectedCounts comes to what calibrate finds', () => {
    const matrix = lsatMatrix('lsat7');
    const fit = calibrate(matrix, { model: '2pl', tolerance: 1e-9 });
    let items: Item[] = matrix.itemIds.map((id) => ({ id, model: '2pl', a: 1, b: 0 }));
    for (let k = 0; k < 400; k++) items = maximise(expectedCounts(matrix, items), items);
    const numbers = (of: readonly Item[]) => of.flatMap((item) => (item.model === '2pl' ? [item.a, item.b] : []));
    versus('calibrate', 1e-6)(numbers(items), numbers(fit.items));
  });

  it('leaves fixed items and items without answers alone', () => {
    const items = drawn(1, 3);
    const counts = expectedCounts(
      responseMatrix(
        [
          [1, 0, null],
          [0, 1, null],
        ],
        { items: ['q0', 'q1', 'q2'] },
      ),
      items,
    );
    const next = maximise(counts, items, { fixed: ['q0'] });
    expect(next[0]).toBe(items[0]);
    expect(next[2]).toBe(items[2]);
    expect(() => maximise(counts, items.slice(1))).toThrow(/must be those of the counts/);
  });
});
