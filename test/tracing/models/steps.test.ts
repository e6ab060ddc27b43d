import { readFileSync } from 'node:fs';
import { afm, bkt, blim, dina, dino, elo, ema, manySkills, pfa } from 'tutelage/tracing';
import { replayElo } from 'tutelage/tracing/analysis';
import { describe, expect, it } from 'vitest';
import { close, versus } from '../../tolerance.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../reference/tracing/${name}.json`, import.meta.url), 'utf8'));
const near = versus('the published equations', 1e-10);

describe('elo', () => {
  interface Case {
    readonly K?: number;
    readonly a?: number;
    readonly b?: number;
    readonly guess?: number;
    readonly d0: Readonly<Record<string, number>>;
    readonly trace: readonly { item: string; obs: number; p: number; theta: number; d: number }[];
  }
  const cases = Object.entries(read('vectors_elo').elo as Record<string, Case>);

  it.each(cases)('replays the vectors: %s', (_, { K, a = K!, b = 0, guess = 0, d0, trace }) => {
    for (let k = 1; k <= trace.length; k++) {
      const start = Object.entries(d0);
      // a replay starts items at 0, so difficulties that start elsewhere come in as the difference: only the first case has them
      if (start.some(([, d]) => d !== 0)) continue;
      const answers = trace.slice(0, k).map(({ item, obs }) => ({ learnerId: 'ana', itemId: item, score: obs }));
      const { difficulties, thetas, predictions } = replayElo(answers, { a, b, guess });
      const { item, p, theta, d } = trace[k - 1]!;
      near([predictions[k - 1]!, thetas.ana!, difficulties[item]!], [p, theta, d]);
    }
  });

  it.each(cases)(
    'follows the learner of the vectors through items as difficult as they were then: %s',
    (_, { K, a = K!, b = 0, guess = 0, d0, trace }) => {
      let state = elo().init();
      const now = new Map(Object.entries(d0));
      for (const { item, obs, p, theta, d } of trace) {
        const model = elo({ a, b, guess, difficulties: Object.fromEntries(now) });
        near(model.predict(state, { itemId: item }), p);
        state = model.update(state, obs, 1, { itemId: item });
        near(state.theta, theta);
        now.set(item, d);
      }
    },
  );

  it('is the same online with frozen difficulties as in a replay', () => {
    const frozen = { q1: -1, q2: 0.5, q3: 1.2 };
    const asked = Array.from({ length: 40 }, (_, k) => ({
      itemId: `q${1 + (k % 3)}`,
      competencyIds: k % 4 === 0 ? ['add', 'carry'] : ['add'],
      score: (k * 7) % 5 > 1 ? 1 : 0,
    }));
    const replay = replayElo(
      asked.map((one) => ({ ...one, learnerId: 'ana' })),
      { frozen, guess: 0.1 },
    );
    const model = elo({ difficulties: frozen, guess: 0.1 });
    let state = model.init();
    const predictions = asked.map((one) => {
      const p = model.predict(state, one);
      state = model.update(state, one.score, 1, one);
      return p;
    });
    close(predictions, replay.predictions);
    close(state.theta, replay.thetas.ana!);
    expect(replay.difficulties).toEqual(frozen);
  });

  it('passes over missing answers and refuses scores that are none', () => {
    const { predictions, counts } = replayElo([{ learnerId: 'ana', itemId: 'q1', score: null }]);
    expect([predictions[0], counts]).toEqual([Number.NaN, {}]);
    expect(() => replayElo([{ learnerId: 'ana', score: 1.5 }])).toThrow(
      /answers\[0\].score must be a number in \[0, 1\]/,
    );
    expect(() => elo({ guess: 1 })).toThrow(/guess/);
    expect(() => elo({ difficulties: { q: Number.NaN } })).toThrow(/difficulty of "q"/);
  });
});

describe('logistic models', () => {
  const { pfa: P, afm: A } = read('vectors_logistic').logistic;

  it('pfa predicts as the vectors', () => {
    const competencies = Object.fromEntries(
      Object.keys(P.beta).map((id) => [id, { easiness: P.beta[id], right: P.gamma[id], wrong: P.rho[id] }]),
    );
    const model = pfa({ competencies });
    let state = model.init();
    for (const [k, [competencyIds, score]] of P.seq.entries()) {
      near(model.predict(state, { competencyIds }), P.p[k]);
      state = model.update(state, score, 1, { competencyIds });
    }
  });

  it('afm predicts as the vectors', () => {
    const competencies = Object.fromEntries(
      Object.keys(A.beta).map((id) => [id, { easiness: A.beta[id], learn: A.gamma[id] }]),
    );
    const model = afm({ theta: A.theta, competencies });
    let state = model.init();
    for (const [k, [competencyIds, score]] of A.seq.entries()) {
      near(model.predict(state, { competencyIds }), A.p[k]);
      state = model.update(state, score, 1, { competencyIds });
    }
  });

  it('teach what is missing', () => {
    const model = pfa({ competencies: {} });
    expect(() => model.predict(model.init(), { competencyIds: ['add'] })).toThrow(/"add" has no parameters/);
    expect(() => model.predict(model.init())).toThrow(/must say what it is about/);
  });
});

describe('models over states', () => {
  it('dina has the posteriors of the vectors', () => {
    const { Q, guess, slip, prior, cases } = read('vectors_dina');
    const competencies = ['first', 'second'];
    const items = Object.fromEntries(
      (Q as number[][]).map((row, j) => [
        `q${j}`,
        { competencies: competencies.filter((_, k) => row[k] === 1), guess: guess[j], slip: slip[j] },
      ]),
    );
    const model = dina({ competencies, items, prior });
    for (const { x, posterior, marginal, logLik } of cases) {
      let state = model.init();
      let sum = 0;
      for (const [j, score] of (x as number[]).entries()) {
        const right = model.predict(state, { itemId: `q${j}` });
        sum += Math.log(score === 1 ? right : 1 - right);
        state = model.update(state, score, 1, { itemId: `q${j}` });
      }
      near(state.posterior, posterior);
      near(
        competencies.map((id) => model.estimate(state, id).value),
        marginal,
      );
      near(sum, logLik);
    }
  });

  it('dino is dina with "or" in place of "and": by complement, guesses as slips and right as wrong', () => {
    const competencies = ['first', 'second', 'third'];
    const needs = [['first'], ['first', 'second'], ['second', 'third'], competencies];
    const noise = [
      [0.2, 0.1],
      [0.05, 0.3],
      [0.25, 0.25],
      [0, 0.4],
    ] as const;
    const prior = [1, 2, 3, 4, 5, 6, 7, 8];
    const or = dino({
      competencies,
      items: Object.fromEntries(
        needs.map((some, j) => [`q${j}`, { competencies: some, guess: noise[j]![0], slip: noise[j]![1] }]),
      ),
      prior,
    });
    const and = dina({
      competencies,
      items: Object.fromEntries(
        needs.map((some, j) => [`q${j}`, { competencies: some, guess: noise[j]![1], slip: noise[j]![0] }]),
      ),
      prior: [...prior].reverse(), // who holds a set lacks its complement
    });
    let [there, mirrored] = [or.init(), and.init()];
    for (const [j, score] of [1, 0, 1, 1].entries()) {
      there = or.update(there, score, 1, { itemId: `q${j}` });
      mirrored = and.update(mirrored, 1 - score, 1, { itemId: `q${j}` });
      close(there.posterior, [...mirrored.posterior].reverse());
    }
  });

  it('blim has the posteriors of the vectors', () => {
    const { states, blimSequentialUpdate } = read('vectors_kst');
    const letters = ['a', 'b', 'c', 'd', 'e'];
    const noise = { guess: blimSequentialUpdate.eta, slip: blimSequentialUpdate.beta };
    const model = blim({
      states: (states as string[]).map((bits) => letters.filter((_, k) => bits[k] === '1')),
      items: Object.fromEntries(letters.map((id) => [id, noise])),
    });
    let state = model.init();
    for (const { item, correct, posterior, itemProb } of blimSequentialUpdate.trace) {
      state = model.update(state, correct, 1, { competencyIds: [item] });
      near(state.posterior, posterior);
      near(
        letters.map((id) => model.estimate(state, id).value),
        itemProb,
      );
    }
  });

  it('an answer that cannot happen leaves the state as it is', () => {
    const model = dina({
      competencies: ['a'],
      items: { q: { competencies: ['a'], guess: 0, slip: 0 } },
      prior: [1, 0],
    });
    expect(model.update(model.init(), 1, 1, { itemId: 'q' })).toEqual(model.init());
  });

  it('teach what is wrong', () => {
    const q = { competencies: ['a'], guess: 0.6, slip: 0.4 };
    expect(() => dina({ competencies: ['a'], items: { q } })).toThrow(/guess \+ slip of "q" must be below 1/);
    expect(() => dina({ competencies: Array.from({ length: 13 }, (_, k) => `c${k}`), items: {} })).toThrow(
      /at most 12/,
    );
    expect(() => dina({ competencies: ['a'], items: { q: { ...q, competencies: ['b'] } } })).toThrow(RangeError);
    const fine = { guess: 0.1, slip: 0.1 };
    expect(() => blim({ states: [['a']], items: {} })).toThrow(/"a" has no guess and slip/);
    const model = blim({ states: [[], ['a']], items: { a: fine } });
    expect(() => model.predict(model.init(), { competencyIds: ['a', 'b'] })).toThrow(/must name one competency/);
    expect(() => model.estimate(model.init())).toThrow(RangeError);
  });
});

describe('ema', () => {
  it('is the weighted mean of the scores, its sd that of as many answers as the weights are worth', () => {
    const [memory, start, scores] = [0.7, 0.2, [1, 0, 0.5, 1, 1]];
    const model = ema({ memory, start });
    const state = scores.reduce((before, score) => model.update(before, score), model.init());
    const weights = scores.map((_, k) => (1 - memory) * memory ** (scores.length - 1 - k));
    const value = scores.reduce((sum, score, k) => sum + weights[k]! * score, memory ** scores.length * start);
    const total = weights.reduce((sum, w) => sum + w, 0);
    const n = total ** 2 / weights.reduce((sum, w) => sum + w * w, 0);
    const mean = (n * value + 1) / (n + 2);
    const { value: v, sd } = model.estimate(state);
    close([v, sd], [value, Math.sqrt((mean * (1 - mean)) / (n + 3))]);
    expect(model.update(state, null)).toBe(state);
  });
});

describe('manySkills', () => {
  const skill = { prior: 0.5, learn: 0, guess: 0, slip: 0 };

  it('"likely" is Bayes over all ways in which the parts can have gone, for skills without noise', () => {
    const model = manySkills(bkt(skill));
    const asked = { competencyIds: ['a', 'b'] };
    const state = model.update(model.init(), 0, 1, asked);
    // known or not, four ways alike; the answer was wrong, so three are left and a is known in one of them
    close(model.estimate(state, 'a').value, 1 / 3);
    close(model.predict(model.init(), asked), 1 / 4);
    const right = model.update(model.init(), 1, 1, asked);
    close(model.estimate(right, 'b').value, 1);
  });

  it('with one competency every rule is the model', () => {
    const alone = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
    const scores = [1, 0, 0.5, null, 1];
    const expected = alone.estimate(scores.reduce((state, score) => alone.update(state, score), alone.init())).value;
    for (const credit of ['likely', 'each', 'shared'] as const) {
      const model = manySkills(alone, { credit });
      const state = scores.reduce((s, score) => model.update(s, score, 1, { competencyIds: ['a'] }), model.init());
      close(model.estimate(state, 'a').value, expected);
    }
  });

  it('"weakest" blames the weakest only', () => {
    const alone = bkt({ prior: 0.4, learn: 0, guess: 0.2, slip: 0.1 });
    const model = manySkills(alone, { credit: 'weakest' });
    const trained = model.update(model.init(), 1, 1, { competencyIds: ['a'] });
    const after = model.update(trained, 0, 1, { competencyIds: ['a', 'b'] });
    expect(model.estimate(after, 'a')).toEqual(model.estimate(trained, 'a'));
    close(model.estimate(after, 'b').value, alone.estimate(alone.update(alone.init(), 0)).value);
  });

  it('takes a model for each competency', () => {
    const models = { a: bkt(skill), b: bkt({ ...skill, prior: 0.9 }) };
    const model = manySkills(models);
    expect(model.estimate(model.init(), 'b').value).toBe(0.9);
    close(model.predict(model.init(), { competencyIds: ['a', 'b'] }), 0.45);
    expect(() => model.estimate(model.init(), 'constructor')).toThrow(/"constructor" has no model/);
  });

  it('teaches what is wrong', () => {
    expect(() => manySkills(bkt(skill), { credit: 'none' as 'each' })).toThrow(/credit must be 'likely'/);
    expect(() => manySkills(elo())).toThrow(/scope 'competency'/);
  });
});

describe('bkt with classes of items', () => {
  const options = {
    ...{ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 },
    ...{ classes: { choice: { guess: 0.5, learn: 0.3 } }, items: { q1: 'choice' } },
  };

  it('takes the parameters of the class of the item, and the general ones for all others', () => {
    const model = bkt(options);
    const own = bkt({ prior: 0.4, learn: 0.3, guess: 0.5, slip: 0.1 });
    expect(model.predict(model.init(), { itemId: 'q1' })).toBe(own.predict(own.init()));
    expect(model.update(model.init(), 1, 1, { itemId: 'q1' })).toEqual(own.update(own.init(), 1));
    const general = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
    expect(model.update(model.init(), 1, 1, { itemId: 'q2' })).toEqual(general.update(general.init(), 1));
  });

  it('refuses items of classes that are not there, and classes with too much noise', () => {
    expect(() => bkt({ ...options, items: { q1: 'constructor' } })).toThrow(
      /"constructor", which classes does not have/,
    );
    expect(() => bkt({ ...options, classes: { choice: { guess: 0.9 } } })).toThrow(/guess \+ slip of class "choice"/);
  });
});

describe('priors over states', () => {
  it('are weights of at least 0, not all 0, one for each state', () => {
    const options = { competencies: ['a'], items: { q: { competencies: ['a'], guess: 0.1, slip: 0.1 } } };
    expect(dina({ ...options, prior: [1, 3] }).init().posterior).toEqual([0.25, 0.75]);
    for (const prior of [[1], [1, -1], [0, 0], [1, Number.NaN], [1, Number.POSITIVE_INFINITY]]) {
      expect(() => dina({ ...options, prior }), String(prior)).toThrow(/2 numbers of at least 0, not all 0/);
    }
  });
});
