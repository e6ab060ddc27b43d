import { describe, expect, it } from 'vitest';
import { assembleForm, type FormOptions } from '../../../src/irt/forms/assembleForm.ts';
import type { Item } from '../../../src/irt/item.ts';
import { information } from '../../../src/irt/probabilities.ts';
import { stream, uniform } from '../../../src/random/stream.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { close } from '../../tolerance.ts';

const bankOf = (count: number, seed: number): Item[] => {
  const from = stream(seed);
  return Array.from({ length: count }, (_, k): Item => {
    const a = 0.6 + 1.4 * uniform(from);
    const b = -2.5 + 5 * uniform(from);
    if (k % 7 === 3) return { id: `q${k}`, model: 'gpcm', a: a / 1.5, b: [b - 0.5, b + 0.5] };
    return { id: `q${k}`, model: '3pl', a, b, c: 0.15 };
  });
};
const bank = deepFreeze(bankOf(14, 1));
const every = (step: number, first = 0) => bank.flatMap(({ id }, k) => (k % step === first ? [id] : []));
const subsets = (n: number, size: number): number[][] =>
  size === 0
    ? [[]]
    : Array.from({ length: n }, (_, k) => k).flatMap((k) => subsets(k, size - 1).map((rest) => [...rest, k]));
/** Missed counts, squared shortfall, squared surplus, by the definitions. */
function costOf(
  items: readonly Item[],
  ids: readonly string[],
  { targets, content = [], enemies = [] }: FormOptions,
): number[] {
  const count = (set: readonly string[]) => set.filter((id) => ids.includes(id)).length;
  const missed = [
    ...content.map(({ itemIds, min = 0, max = 99 }) => Math.max(0, min - count(itemIds), count(itemIds) - max)),
    ...enemies.map((set) => Math.max(0, count(set) - 1)),
  ];
  const off = targets.map(
    ({ theta, information: target }) =>
      items.filter(({ id }) => ids.includes(id)).reduce((sum, item) => sum + information(item, theta), 0) / target - 1,
  );
  const squares = (list: readonly number[]) => list.reduce((sum, x) => sum + x * x, 0);
  return [missed.reduce((sum, x) => sum + x, 0), squares(off.filter((x) => x < 0)), squares(off.filter((x) => x >= 0))];
}

describe('assembleForm', () => {
  it.each([
    ['information alone', { length: 5, targets: [-1, 0, 1].map((theta) => ({ theta, information: 1.6 })) }],
    ['information within reach', { length: 5, targets: [-1, 0, 1].map((theta) => ({ theta, information: 0.8 })) }],
    [
      'counts and enemies',
      {
        length: 6,
        targets: [0, 1.5].map((theta) => ({ theta, information: 3 })),
        content: [
          { name: 'every third', itemIds: every(3), min: 2, max: 3 },
          { name: 'every fourth', itemIds: every(4, 1), min: 2 },
        ],
        enemies: [
          ['q0', 'q1', 'q4'],
          ['q9', 'q5'],
        ],
      },
    ],
    [
      'anchors that must be there',
      {
        length: 4,
        targets: [{ theta: 0, information: 4 }],
        content: [{ name: 'anchors', itemIds: ['q0', 'q7'], min: 2 }],
      },
    ],
  ] as [string, FormOptions][])('finds the best of all forms of a small bank: %s', (_, options) => {
    const form = assembleForm(bank, deepFreeze(options));
    const own = costOf(bank, form.itemIds, options);
    let best = [Infinity, Infinity, Infinity];
    for (const places of subsets(bank.length, options.length)) {
      const cost = costOf(
        bank,
        places.map((place) => bank[place]!.id),
        options,
      );
      const k = cost.findIndex((x, index) => Math.abs(x - best[index]!) > 1e-12);
      if (k >= 0 && cost[k]! < best[k]!) best = cost;
    }
    close(own, best);
    expect(form.itemIds).toHaveLength(options.length);
    expect(form.status).toBe(own[1]! > 0 ? 'short' : 'ok');
    for (const { theta, target, information: got, shortfall } of form.information) {
      close(
        got,
        bank.filter(({ id }) => form.itemIds.includes(id)).reduce((sum, item) => sum + information(item, theta), 0),
      );
      close(shortfall, Math.max(0, target - got));
    }
  });

  it('meets counts and targets from a bank of 300 items, and leaves out what is excluded', () => {
    const large = bankOf(300, 2);
    const area = (k: number) => large.flatMap(({ id }, place) => (place % 4 === k ? [id] : []));
    const exclude = large.slice(0, 100).map(({ id }) => id);
    const options: FormOptions = {
      length: 40,
      targets: [-2, -1, 0, 1, 2].map((theta) => ({ theta, information: 8 })),
      content: [0, 1, 2, 3].map((k) => ({ name: `area ${k}`, itemIds: area(k), min: 8, max: 12 })),
      enemies: Array.from({ length: 30 }, (_, k) => [`q${100 + 2 * k}`, `q${101 + 2 * k}`]),
      exclude,
    };
    const form = assembleForm(large, options);
    expect(form.status).toBe('ok');
    expect(form.reason).toBe(null);
    expect(form.itemIds.filter((id) => exclude.includes(id))).toEqual([]);
    expect(costOf(large, form.itemIds, options).slice(0, 2)).toEqual([0, 0]);
    expect(assembleForm(large, options)).toEqual(form);
    expect(new Set(form.itemIds).size).toBe(40);
  });

  it('says what a form lacks', () => {
    const form = assembleForm(bank, { length: 2, targets: [{ theta: 0, information: 50 }] });
    expect(form.status).toBe('short');
    expect(form.reason).toMatch(/^information at 0 is 4\d\.\d short$/);
    expect(form.information[0]!.shortfall).toBeGreaterThan(40);
  });

  it('says that no form can exist, and why, instead of throwing', () => {
    const targets = [{ theta: 0, information: 1 }];
    const why = (options: Partial<FormOptions>) => {
      const { status, reason } = assembleForm(bank, { length: 3, targets, ...options });
      return [status, reason];
    };
    expect(why({ length: 15 })).toEqual(['infeasible', 'length: 14 items, not 15 to 15']);
    expect(why({ content: [{ name: 'few', itemIds: ['q1', 'q2'], min: 3 }] })).toEqual([
      'infeasible',
      expect.stringMatching(/^few: 2 items, not 3 to 3/),
    ]);
    expect(why({ content: [{ name: 'all', itemIds: bank.map(({ id }) => id), max: 2 }] })).toEqual([
      'infeasible',
      'all: 3 items, not 0 to 2',
    ]);
    // provable only together: the search does not claim more than it knows
    const halves = [0, 1].map((k) => ({ name: `half ${k}`, itemIds: every(2, k), max: 1 }));
    expect(why({ content: halves })).toEqual(['notFound', expect.stringMatching(/^half [01]: 2 items, not 0 to 1/)]);
    expect(assembleForm([], { length: 1, targets })).toMatchObject({ itemIds: [], status: 'infeasible' });
  });

  it('works without targets, and takes ids named like parts of objects', () => {
    const odd: Item[] = ['__proto__', 'constructor', 'q'].map((id) => ({ id, model: 'rasch', b: 0 }));
    const form = assembleForm(odd, { length: 2, targets: [], exclude: ['constructor'] });
    expect(form).toMatchObject({ itemIds: ['__proto__', 'q'], status: 'ok' });
  });

  it('refuses what makes no sense', () => {
    const targets = [{ theta: 0, information: 1 }];
    expect(() => assembleForm(bank, { length: 0, targets })).toThrow(/length must be/);
    expect(() => assembleForm(bank, { length: 2, targets: [{ theta: 0, information: 0 }] })).toThrow(
      /information must be/,
    );
    expect(() => assembleForm(bank, { length: 2, targets, exclude: ['nope'] })).toThrow(
      /excluded must be items of the bank, got "nope"/,
    );
    expect(() =>
      assembleForm(bank, { length: 2, targets, content: [{ name: 'x', itemIds: [], min: 2, max: 1 }] }),
    ).toThrow(/min of x must be at most 1, got 2/);
  });
});
