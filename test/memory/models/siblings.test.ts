import { halfLife, leitner } from 'tutelage/memory';
import { describe, expect, it } from 'vitest';
import { close } from '../../tolerance.ts';

describe('halfLife', () => {
  const model = halfLife({ bias: 0.5, right: 1, wrong: -1, leastDays: 0.1, mostDays: 20 });

  it('halves after the half-life of the formula, within bounds', () => {
    let state = model.init(3);
    state = model.update(state, 2, 1);
    state = model.update(state, 2, 2);
    const days = 2 ** (0.5 + Math.sqrt(3) - Math.sqrt(2));
    close([model.retrievability(state, days), model.intervalDays(state, 0.5)], [0.5, days]);
    for (let k = 0; k < 50; k++) state = model.update(state, 1, 4);
    close(model.intervalDays(state, 0.5), 20);
    for (let k = 0; k < 200; k++) state = model.update(state, 1, 1);
    close(model.intervalDays(state, 0.5), 0.1);
  });

  it('refuses weights, states, days and grades that are none', () => {
    expect(() => halfLife({ bias: Number.NaN, right: 1, wrong: 0 })).toThrow(/bias/);
    expect(() => halfLife({ bias: 0, right: 1, wrong: 0, leastDays: 2, mostDays: 1 })).toThrow(/mostDays/);
    expect(() => model.update(leitner().init(3) as never, 1, 3)).toThrow(/made by halfLife/);
    expect(() => model.retrievability(model.init(3), -1)).toThrow(RangeError);
    expect(() => model.init(5 as never)).toThrow(/grade must be 1/);
    expect(() => model.intervalDays(model.init(3), 0)).toThrow(/requestedRetention/);
  });
});

describe('leitner', () => {
  const model = leitner({ boxes: [1, 3, 7] });

  it('moves cards on, back and nowhere', () => {
    const boxes = [0];
    for (const grade of [3, 4, 2, 3, 1, 3] as const) {
      boxes.push(model.update({ version: 1, model: 'leitner', box: boxes.at(-1)! }, 1, grade).box);
    }
    expect(boxes).toEqual([0, 1, 2, 2, 2, 0, 1]);
  });

  it('has a retrievability of 0.9 when a card is due', () => {
    const state = model.update(model.init(3), 1, 3);
    close([model.retrievability(state, 3), model.intervalDays(state, 0.81)], [0.9, 6]);
  });

  it('refuses boxes and states that are none', () => {
    expect(() => leitner({ boxes: [] })).toThrow(/no box/);
    expect(() => leitner({ boxes: [2, 2] })).toThrow(/boxes\[1\]/);
    expect(() => model.intervalDays({ version: 1, model: 'leitner', box: 9 })).toThrow(/with these boxes/);
  });
});
