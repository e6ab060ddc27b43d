import { type Answer, eap, estimateAbility, type Item, twoPl } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import {
  type RunningPosterior,
  readPosterior,
  startPosterior,
  updatePosterior,
  updatePosteriorWith,
} from '../../../src/irt/ability/runningPosterior.ts';
import { below, stream } from '../../../src/random/stream.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { close, solved, versus } from '../../tolerance.ts';
import { drawnAnswers, drawnItems, MODELS } from './bruteForce.ts';

const fold = (start: RunningPosterior, items: readonly Item[], answers: readonly Answer[]): RunningPosterior =>
  items.reduce((state, item, k) => updatePosterior(state, item, answers[k]!), start);

describe('a running posterior', () => {
  it.each(MODELS)('of %s items is eap on the same nodes after every answer', (model) => {
    const from = stream(11);
    const items = drawnItems(model, 25, from);
    const answers = drawnAnswers(items, from);
    const options = { population: { mean: 0.3, sd: 0.9 }, nodes: 101 };
    let state = startPosterior(options);
    for (const [k, item] of items.entries()) {
      state = updatePosterior(deepFreeze(state), deepFreeze(item), answers[k]!);
      const { theta, se } = readPosterior(state);
      const whole = estimateAbility(items.slice(0, k + 1), answers.slice(0, k + 1), { by: eap(options) });
      close([theta, se!], [whole.theta, whole.se!]);
    }
  });

  it('is plain JSON that comes back as it went, at any moment', () => {
    const from = stream(4);
    const items = drawnItems('4pl', 40, from);
    const answers = drawnAnswers(items, from);
    let stored = JSON.stringify(startPosterior({ bounds: [-4, 5] }));
    for (const [k, item] of items.entries())
      stored = JSON.stringify(updatePosterior(JSON.parse(stored), item, answers[k]!));
    expect(JSON.parse(stored)).toEqual(fold(startPosterior({ bounds: [-4, 5] }), items, answers));
  });

  it('is the population before the first answer, and null changes nothing', () => {
    const start = startPosterior({ population: { mean: 0.4, sd: 0.7 } });
    const population = { theta: 0.4, se: 0.7, status: 'empty', n: 0, method: 'eap' };
    expect(readPosterior(start)).toEqual(population);
    expect(readPosterior(updatePosterior(start, { id: 'q', model: 'rasch', b: 0 }, null))).toEqual(population);
  });

  it('stays exact over 10,000 answers, which underflow and are far narrower than the nodes', () => {
    const from = stream(2);
    const items = Array.from(
      { length: 10_000 },
      (_, k): Item => ({ id: `q${k}`, model: '2pl', a: 1.4, b: (k % 50) / 10 - 2 }),
    );
    const answers = items.map(() => below(from, 2));
    const { theta, se, n } = readPosterior(fold(startPosterior(), items, answers));
    const whole = estimateAbility(items, answers);
    expect(n).toBe(10_000);
    // interpolation between nodes 0.2 apart; the posterior sd is 0.016
    versus('eap', 1e-7)(theta, whole.theta);
    versus('eap', 1e-6)(se!, whole.se!);
  });

  it('stays finite over 10,000 right answers', () => {
    const item: Item = { id: 'q', model: '2pl', a: 2, b: 1 };
    let state = startPosterior();
    for (let k = 0; k < 10_000; k++) state = updatePosterior(state, item, 1);
    const { theta, se } = readPosterior(state);
    expect([Number.isFinite(theta), Number.isFinite(se)]).toEqual([true, true]);
    expect(theta).toBeGreaterThan(3);
    expect(se).toBeGreaterThan(0);
  });

  it('does not depend on the order of answers', () => {
    const from = stream(8);
    const items = drawnItems('graded', 60, from);
    const answers = drawnAnswers(items, from);
    const forth = readPosterior(fold(startPosterior(), items, answers));
    const back = readPosterior(fold(startPosterior(), items.toReversed(), answers.toReversed()));
    solved([forth.theta, forth.se!], [back.theta, back.se!]);
  });

  it('takes only the given models when asked to', () => {
    const item: Item = { id: 'q', model: '2pl', a: 1, b: 0 };
    expect(updatePosteriorWith([twoPl], startPosterior(), item, 1)).toEqual(updatePosterior(startPosterior(), item, 1));
    expect(() => updatePosteriorWith([twoPl], startPosterior(), { id: 'q', model: 'rasch', b: 0 }, 1)).toThrow(
      /updatePosterior: item "q" has model 'rasch'; the models given are '2pl'/,
    );
  });

  it('refuses what is no state, no population and no answer', () => {
    const item: Item = { id: 'q', model: 'rasch', b: 0 };
    expect(() => updatePosterior(startPosterior(), item, 2)).toThrow(/updatePosterior: answer to item "q" .* got 2/);
    expect(() => updatePosterior({} as never, item, 1)).toThrow(/updatePosterior: state must be what startPosterior/);
    expect(() => readPosterior(null as never)).toThrow(TypeError);
    expect(() => startPosterior({ nodes: 5 })).toThrow(/startPosterior: nodes/);
    expect(() => startPosterior({ bounds: [1, 1] })).toThrow(/startPosterior: bounds/);
    expect(() => startPosterior({ population: { mean: 0, sd: 0 } })).toThrow(/startPosterior: population/);
  });

  it('treats __proto__ and constructor as ordinary item ids', () => {
    for (const id of ['__proto__', 'constructor'])
      expect(updatePosterior(startPosterior(), { id, model: 'rasch', b: 0 }, 1).n).toBe(1);
  });
});
