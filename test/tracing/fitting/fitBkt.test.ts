import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type AnswerSequence, type BktParameters, bkt, fitBkt } from 'tutelage/tracing';
import { bktCounts, maximiseBkt, mergeBktCounts } from 'tutelage/tracing/analysis';
import { describe, expect, it } from 'vitest';
import { stream, uniform } from '../../../src/random/stream.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { close } from '../../tolerance.ts';

const url = (name: string) => new URL(`../../reference/tracing/${name}`, import.meta.url);
const references = JSON.parse(readFileSync(url('bkt_fits.json'), 'utf8')) as {
  readonly fits: readonly {
    skill: string;
    variant: string;
    n: number;
    users: number;
    loglik: number;
    prior: number;
    learn: number[];
    forget: number[];
    guess: number[];
    slip: number[];
  }[];
  readonly bounded: readonly {
    data: string;
    gmax: number;
    smax: number;
    loglik: number;
    prior: number;
    learn: number[];
    guess: number[];
    slip: number[];
  }[];
};
const rows = readFileSync(url('bkt_synthetic.csv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split(','));
const sequencesOf = (skill: string): AnswerSequence[] => {
  const learners = new Map<string, (0 | 1)[]>();
  for (const [, learner, name, , correct] of rows) {
    if (name !== skill) continue;
    learners.set(learner!, [...(learners.get(learner!) ?? []), Number(correct) as 0 | 1]);
  }
  return [...learners.values()];
};
const near = (actual: number, expected: number, tolerance: number) =>
  expect(Math.abs(actual - expected)).toBeLessThan(tolerance);

describe('fitBkt', () => {
  const plain = references.fits.filter(({ variant }) => variant === 'basic' || variant === 'forgets');

  it.each(plain)('finds the optimum of an independent EM: $skill, $variant', (reference) => {
    const sequences = sequencesOf(reference.skill);
    const fit = fitBkt(sequences, { bounds: 'none', forget: reference.variant === 'forgets', seed: 1 });
    expect([fit.learners, fit.answers]).toEqual([reference.users, reference.n]);
    near(fit.logLikelihood, reference.loglik, 0.01);
    for (const [name, value] of Object.entries({
      prior: reference.prior,
      learn: reference.learn[0]!,
      guess: reference.guess[0]!,
      slip: reference.slip[0]!,
      forget: reference.forget[0]!,
    })) {
      near(fit[name as keyof BktParameters], value, 0.002);
    }
  });

  it.each(references.bounded)(
    'within bounds too: $data, guess to $gmax, slip to $smax',
    ({ data, gmax, smax, ...reference }) => {
      const fit = fitBkt(sequencesOf(data), { bounds: gmax === 0.3 ? 'strict' : 'moderate', seed: 2 });
      near(fit.logLikelihood, reference.loglik, 0.01);
      near(fit.prior, reference.prior, 0.003);
      near(fit.learn, reference.learn[0]!, 0.003);
      near(fit.guess, reference.guess[0]!, 0.003);
      near(fit.slip, reference.slip[0]!, 0.003);
      expect(fit.warnings.includes('atBound')).toBe(data === 'synthB');
    },
  );

  it('with forgetting is never less likely than without', () => {
    for (const skill of ['synthA', 'synthB']) {
      const [without, withIt] = [false, true].map((forget) => fitBkt(sequencesOf(skill), { forget, seed: 3 }));
      expect(withIt!.logLikelihood).toBeGreaterThanOrEqual(without!.logLikelihood - 1e-6);
    }
  });

  it('recovers what answers were drawn from', () => {
    const truth = { prior: 0.3, learn: 0.2, guess: 0.2, slip: 0.1, forget: 0 };
    const from = stream(5);
    const sequences = Array.from({ length: 2000 }, () => {
      let known = uniform(from) < truth.prior;
      return Array.from({ length: 12 }, (): 0 | 1 => {
        const right = uniform(from) < (known ? 1 - truth.slip : truth.guess);
        known ||= uniform(from) < truth.learn;
        return right ? 1 : 0;
      });
    });
    const fit = fitBkt(sequences, { seed: 1 });
    for (const [name, value] of Object.entries(truth)) near(fit[name as keyof BktParameters], value, 0.05);
    expect(fit.warnings).toEqual([]);
  });

  it('warns of what the notes saw: labels that change places without bounds', () => {
    // guess near 1 and slip high: what an unbounded fit of mostly right answers with late errors runs to
    const sequences = Array.from(
      { length: 40 },
      (_, k): AnswerSequence => (k % 8 === 0 ? [1, 1, 0, 0, 1, 0] : [1, 1, 1, 1, 1, 1]),
    );
    const free = fitBkt(sequences, { bounds: 'none', starts: 10, seed: 1 });
    const bounded = fitBkt(sequences, { starts: 10, seed: 1 });
    expect(free.guess).toBeGreaterThan(0.99);
    expect(free.slip).toBeGreaterThan(0.5);
    expect(free.warnings).toEqual(expect.arrayContaining(['degenerate', 'multimodal']));
    expect(bounded.warnings).not.toContain('degenerate');
    expect(() => bkt(free)).toThrow(/guess \+ slip must be below 1/);
    expect(free.logLikelihood).toBeGreaterThanOrEqual(bounded.logLikelihood - 1e-6);
    expect(fitBkt(sequences.slice(0, 5), { seed: 1 }).warnings).toContain('fewLearners');
    expect(fitBkt(sequences, { maxIterations: 1, seed: 1 }).warnings).toContain('notConverged');
  });

  it('finds parameters that bkt takes, whatever was answered', () => {
    const answers = fc.array(fc.constantFrom<0 | 1 | null>(0, 1, null), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 12 }), fc.nat(99), (sequences, seed) => {
        fc.pre(sequences.some((sequence) => sequence.some((answer) => answer !== null)));
        expect(() => bkt(fitBkt(sequences, { seed, starts: 2, maxIterations: 200 }))).not.toThrow();
      }),
      { numRuns: 50 },
    );
  });

  it('knows of every start, the best first, and repeats itself', () => {
    const sequences = sequencesOf('synthB').slice(0, 50);
    const fit = fitBkt(sequences, { starts: 4, seed: 9 });
    expect(fit.starts).toHaveLength(4);
    expect(fit.starts[0]).toMatchObject({ logLikelihood: fit.logLikelihood, prior: fit.prior });
    for (const [k, { logLikelihood }] of fit.starts.entries()) {
      if (k > 0) expect(logLikelihood).toBeLessThanOrEqual(fit.starts[k - 1]!.logLikelihood);
    }
    expect(fitBkt(sequences, { starts: 4, seed: 9 })).toEqual(fit);
  });

  it('copes with all right, all wrong, one answer, and learners without any', () => {
    for (const sequences of [[[1, 1], [1]], [[0, 0], [0]], [[1]], [[], [null], [0, null, 1]]] as AnswerSequence[][]) {
      const fit = fitBkt(sequences, { seed: 1 });
      for (const name of ['prior', 'learn', 'guess', 'slip', 'logLikelihood'] as const)
        expect(fit[name]).toBeTypeOf('number');
      expect(Number.isFinite(fit.logLikelihood)).toBe(true);
    }
    expect(() => fitBkt([])).toThrow(/there is no answer to fit to/);
    expect(() => fitBkt([[null], []])).toThrow(/no answer/);
  });

  it('refuses what it cannot use', () => {
    expect(() => fitBkt([[1, 0.5 as never]])).toThrow(
      /sequences\[0\]\[1\] must be 0, 1 or null; cut fractional scores first, got 0.5/,
    );
    expect(() => fitBkt([[undefined as never]])).toThrow(TypeError);
    expect(() => fitBkt('x' as never)).toThrow(/sequences must be an array/);
    expect(() => fitBkt([[1]], { starts: 0 })).toThrow(/starts/);
    expect(() => fitBkt([[1]], { tolerance: 0 })).toThrow(/tolerance/);
    expect(() => fitBkt([[1]], { bounds: { guess: [0.5, 0.2] } })).toThrow(/bounds of guess/);
    expect(() => fitBkt([[1]], { bounds: 'wide' as never })).toThrow(/bounds must be/);
  });
});

describe('bktCounts', () => {
  const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
  const parameters = fc.record({ prior: share, learn: share, guess: share, slip: share, forget: share });
  const sequence = fc.array(fc.constantFrom<0 | 1 | null>(0, 1, null), { minLength: 1, maxLength: 7 });

  /** The same by looking at every way to know and not to know. */
  function enumerated(answers: AnswerSequence, { prior, learn, guess, slip, forget }: BktParameters) {
    const size = answers.length;
    const counts = {
      knewBefore: 0,
      unknown: 0,
      learned: 0,
      known: 0,
      forgotten: 0,
      answeredUnknown: 0,
      guessed: 0,
      answeredKnown: 0,
      slipped: 0,
    };
    let total = 0;
    for (let code = 0; code < 2 ** size; code++) {
      const knows = (t: number) => (code >> t) & 1;
      let p = knows(0) ? prior : 1 - prior;
      for (let t = 0; t < size; t++) {
        if (answers[t] !== null) p *= knows(t) ? (answers[t] ? 1 - slip : slip) : answers[t] ? guess : 1 - guess;
        if (t + 1 < size) p *= knows(t) ? (knows(t + 1) ? 1 - forget : forget) : knows(t + 1) ? learn : 1 - learn;
      }
      total += p;
      counts.knewBefore += p * knows(0);
      for (let t = 0; t < size; t++) {
        if (t + 1 < size) {
          counts.unknown += p * (1 - knows(t));
          counts.learned += p * (1 - knows(t)) * knows(t + 1);
          counts.known += p * knows(t);
          counts.forgotten += p * knows(t) * (1 - knows(t + 1));
        }
        if (answers[t] === null) continue;
        counts.answeredUnknown += p * (1 - knows(t));
        counts.guessed += p * (1 - knows(t)) * answers[t]!;
        counts.answeredKnown += p * knows(t);
        counts.slipped += p * knows(t) * (1 - answers[t]!);
      }
    }
    return {
      ...Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, value / total])),
      logLikelihood: Math.log(total),
      learners: 1,
    };
  }

  it('is what looking at every hidden path gives', () => {
    fc.assert(
      fc.property(sequence, parameters, (answers, given) => {
        const counts = bktCounts(deepFreeze([answers]), given);
        for (const [name, value] of Object.entries(enumerated(answers, given))) {
          expect(Math.abs(counts[name as keyof typeof counts] - value)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('has the log-likelihood that bkt predicts step by step', () => {
    fc.assert(
      fc.property(sequence, parameters, (answers, given) => {
        fc.pre(given.guess + given.slip < 1);
        const model = bkt(given);
        let state = model.init();
        let sum = 0;
        for (const answer of answers) {
          if (answer !== null) sum += Math.log(answer ? model.predict(state) : 1 - model.predict(state));
          state = model.update(state, answer);
        }
        close(bktCounts([answers], given).logLikelihood, sum);
      }),
    );
  });

  it('adds up over shards, and an iteration never makes answers less likely', () => {
    fc.assert(
      fc.property(fc.array(sequence, { minLength: 2, maxLength: 6 }), parameters, (sequences, given) => {
        const whole = bktCounts(sequences, given);
        const merged = mergeBktCounts(bktCounts(sequences.slice(0, 1), given), bktCounts(sequences.slice(1), given));
        for (const [name, value] of Object.entries(whole))
          expect(Math.abs(merged[name as keyof typeof merged] - value)).toBeLessThan(1e-9);
        const next = maximiseBkt(merged, given);
        expect(bktCounts(sequences, next).logLikelihood).toBeGreaterThanOrEqual(whole.logLikelihood - 1e-9);
      }),
    );
  });

  it('does not underflow on ten thousand answers, and calls impossible what is', () => {
    const given = { prior: 0.5, learn: 0.1, guess: 0.2, slip: 0.1, forget: 0.01 };
    const long = Array.from({ length: 10_000 }, (_, k) => (k % 3 === 0 ? 0 : 1) as 0 | 1);
    expect(Number.isFinite(bktCounts([long], given).logLikelihood)).toBe(true);
    expect(bktCounts([[0]], { ...given, prior: 1, slip: 0 }).logLikelihood).toBe(-Infinity);
    expect(() => bktCounts([[1]], { ...given, guess: 2 })).toThrow(/guess/);
  });
});

describe('fitBkt with classes, groups and forgetting', () => {
  const templates = (skill: string): string[][] => {
    const learners = new Map<string, string[]>();
    for (const [, learner, name, template] of rows) {
      if (name === skill) learners.set(learner!, [...(learners.get(learner!) ?? []), template!]);
    }
    return [...learners.values()];
  };
  const classed = references.fits.filter(({ variant }) => variant === 'multigs' || variant === 'multilearn');

  it.each(classed)('finds the optimum of an independent EM: $skill, $variant', (reference) => {
    const byClass = reference.variant === 'multigs' ? (['guess', 'slip'] as const) : (['learn'] as const);
    const classes = templates(reference.skill);
    const fit = fitBkt(sequencesOf(reference.skill), { bounds: 'none', classes, byClass, seed: 1 });
    near(fit.logLikelihood, reference.loglik, 0.01);
    near(fit.prior, reference.prior, 0.002);
    for (const [k, name] of ['t1', 't2', 't3'].entries()) {
      for (const own of byClass) near(fit.classes![name]![own]!, reference[own][k]!, 0.003); // the notes' EM stops at 1e-9 a step
    }
  });

  const { fits } = JSON.parse(readFileSync(url('pybkt_fits.json'), 'utf8')) as {
    fits: { skill: string; variant: string; best_loglik: number }[];
  };
  it.each(fits.filter(({ variant }) => variant !== 'multipair'))(
    'is never below pyBKT: $skill, $variant',
    (reference) => {
      const sequences = sequencesOf(reference.skill);
      const { variant, skill } = reference;
      const byClass = [
        ...(variant.includes('multigs') ? (['guess', 'slip'] as const) : []),
        ...(variant.includes('multilearn')
          ? (['learn', ...(variant.includes('forgets') ? ['forget' as const] : [])] as const)
          : []),
      ];
      const fit = fitBkt(sequences, {
        bounds: 'none',
        forget: variant.includes('forgets'),
        ...(byClass.length > 0 && { classes: templates(skill), byClass }),
        ...(variant === 'multiprior' && { groups: sequences.map(([first]) => `first ${first}`) }),
        seed: 1,
      });
      expect(fit.logLikelihood).toBeGreaterThan(reference.best_loglik - 0.01);
    },
  );

  it('richer models never fit worse than those they contain, in few steps or many', () => {
    const classes = templates('synthB');
    for (const maxIterations of [1, 5, 2000]) {
      for (const seed of [1, 2, 3]) {
        const [some, all] = [sequencesOf('synthB').slice(0, 40), { seed, maxIterations, starts: 1 }];
        const simple = fitBkt(some, all).logLikelihood;
        const own = { classes: classes.slice(0, 40), groups: some.map((_, k) => `g${k % 2}`) };
        for (const richer of [{ forget: true }, { classes: own.classes }, own, { ...own, forget: true }]) {
          expect(fitBkt(some, { ...all, ...richer }).logLikelihood).toBeGreaterThanOrEqual(simple - 1e-9);
        }
      }
    }
  });

  it('gives what bkt takes, and groups priors of their own', () => {
    const sequences = sequencesOf('synthB');
    const groups = sequences.map(([first]) => (first === 1 ? 'right first' : 'wrong first'));
    const fit = fitBkt(sequences, { groups, classes: templates('synthB'), seed: 1 });
    const model = bkt({ ...fit, prior: fit.priors!['right first']!, items: { q1: 't1' } });
    expect(fit.priors!['right first']!).toBeGreaterThan(fit.priors!['wrong first']!);
    expect(model.predict(model.init(), { itemId: 'q1' })).toBeGreaterThan(0);
  });

  it('refuses classes and groups that do not fit', () => {
    expect(() => fitBkt([[1, 0]], { classes: [['a']] })).toThrow(/1 classes of sequence 0 for 2 answers/);
    expect(() => fitBkt([[1, 0]], { groups: [] })).toThrow(/0 groups for 1 sequences/);
    expect(() => fitBkt([[1, 0]], { byClass: ['prior' as 'guess'] })).toThrow(/byClass must be names of learn/);
    const bound = fitBkt(
      [
        [1, 0],
        [1, 1],
      ],
      { forget: true, bounds: { forget: [0.2, 0.5] } },
    );
    expect(bound.forget).toBeGreaterThanOrEqual(0.2);
  });
});
