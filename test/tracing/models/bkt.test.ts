import { bkt } from 'tutelage/tracing';
import { describe, expect, it } from 'vitest';
import vectors from '../../reference/tracing/bkt.json' with { type: 'json' };
import { close, versus } from '../../tolerance.ts';

const reference = versus('the research notes', 1e-10);
const sound = vectors.cases.filter(({ params }) => params.guess + params.slip < 1);

describe('bkt', () => {
  it('has reference cases', () => expect(sound.length).toBe(6));

  it.each(sound)('follows the reference: $name', ({ prior, params, trace, logLik }) => {
    const model = bkt({ prior, ...params });
    let state = model.init();
    let logLikelihood = 0;
    for (const { obs, pCorrect, next } of trace) {
      const right = model.predict(state);
      reference(right, pCorrect);
      if (obs !== null) logLikelihood += Math.log(obs === 1 ? right : 1 - right);
      state = model.update(state, obs);
      reference(model.estimate(state).value, next);
    }
    reference(logLikelihood, logLik);
  });

  it.each(vectors.thresholdCases)('needs $allCorrectOpportunities right answers to be $threshold sure', (given) => {
    const model = bkt({ prior: given.prior, ...given.params });
    let state = model.init();
    for (let k = 1; k <= given.allCorrectOpportunities; k++) {
      expect(model.estimate(state).value < given.threshold).toBe(true);
      state = model.update(state, 1);
    }
    expect(model.estimate(state).value >= given.threshold).toBe(true);
  });

  it('refuses parameters under which a right answer would speak against knowing', () => {
    expect(() => bkt({ prior: 0.5, learn: 0.1, guess: 0.7, slip: 0.6 })).toThrow(/guess \+ slip must be below 1/);
    expect(() => bkt({ prior: 1.5, learn: 0.1, guess: 0.2, slip: 0.1 })).toThrow(/prior must be a number in \[0, 1\]/);
    expect(() => bkt({ prior: Number.NaN, learn: 0.1, guess: 0.2, slip: 0.1 })).toThrow(RangeError);
    expect(() => bkt({} as never)).toThrow(TypeError);
  });

  it('stays within [0, 1] when an answer could not happen', () => {
    const certain = bkt({ prior: 1, learn: 0.1, guess: 0.2, slip: 0 });
    expect(certain.estimate(certain.update(certain.init(), 0)).value).toBe(1);
    const never = bkt({ prior: 0, learn: 0.3, guess: 0, slip: 0.2 });
    expect(never.estimate(never.update(never.init(), 1)).value).toBe(0.3);
  });

  it('a score between wrong and right lies between, and half a weight moves half as far', () => {
    const model = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
    const at = (score: number, weight?: number) => model.update(model.init(), score, weight).known;
    close(at(0.25), 0.25 * at(1) + 0.75 * at(0));
    close(at(1, 0.5), (at(1) + 0.4) / 2);
    expect(at(1, 1)).toBe(at(1));
  });
});
