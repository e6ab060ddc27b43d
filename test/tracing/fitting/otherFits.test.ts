import { existsSync, readFileSync } from 'node:fs';
import { afm, bkt, blim, dina, pfa } from 'tutelage/tracing';
import {
  crossValidate,
  fitAfm,
  fitBlim,
  fitDina,
  fitPfa,
  logLoss,
  predictAnswers,
  replayElo,
} from 'tutelage/tracing/analysis';
import { describe, expect, it } from 'vitest';
import { stream, uniform } from '../../../src/random/stream.ts';
import { versus } from '../../tolerance.ts';

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../reference/tracing/${name}.json`, import.meta.url), 'utf8'));

describe('fitBlim', () => {
  const { states, N_R } = read('doignon_falmagne7') as { states: string[]; N_R: Record<string, number> };
  const reference = read('blim_reference').find(({ method }: { method: string }) => method === 'ML');
  const competencyIds = ['a', 'b', 'c', 'd', 'e'];
  const rows = Object.entries(N_R).flatMap(([bits, count]) =>
    Array.from({ length: count }, () => [...bits].map(Number) as (0 | 1)[]),
  );
  const sets = states.map((bits) => competencyIds.filter((_, k) => bits[k] === '1'));

  it('finds what R pks finds on the data of Doignon & Falmagne', () => {
    const fit = fitBlim(rows, { states: sets, competencyIds, tolerance: 1e-10 });
    expect([fit.learners, fit.converged]).toEqual([1000, true]);
    versus('pks', 1e-4)(fit.logLikelihood, reference.loglik);
    // pks stops after 300 steps, 2e-5 in the log-likelihood below the maximum; parameters move by up to 1e-4 on the way
    versus('pks', 2e-4)(
      competencyIds.map((id) => fit.items[id]!.slip),
      reference.beta,
    );
    versus('pks', 2e-4)(
      competencyIds.map((id) => fit.items[id]!.guess),
      reference.eta,
    );
    versus('pks', 5e-4)(fit.prior, reference.P_K);
    expect(fit.warnings).toEqual(['boundary']);
  });

  it('has the log-likelihood that its model predicts, answer by answer', () => {
    const fit = fitBlim(rows, { states: sets, competencyIds, maxIterations: 5 });
    const model = blim(fit);
    let sum = 0;
    for (const [bits, count] of Object.entries(N_R)) {
      let state = model.init();
      for (const [k, bit] of [...bits].entries()) {
        const asked = { competencyIds: [competencyIds[k]!] };
        const right = model.predict(state, asked);
        sum += count * Math.log(bit === '1' ? right : 1 - right);
        state = model.update(state, Number(bit), 1, asked);
      }
    }
    versus('predictions in turn', 1e-8)(fit.logLikelihood, sum);
    expect(fit.warnings).toContain('notConverged');
  });

  it('refuses what it cannot read', () => {
    const options = { states: sets, competencyIds };
    expect(() => fitBlim([], options)).toThrow(/no learner/);
    expect(() => fitBlim([[1, 0]], options)).toThrow(/2 answers in rows\[0\] for 5 items/);
    expect(() => fitBlim([[1, 0, 2 as 1, 0, 0]], options)).toThrow(/rows\[0\]\[2\]/);
    expect(() => fitBlim(rows, { states: sets, competencyIds: ['a'] })).toThrow(/no column asks/);
  });
});

describe('fitDina', () => {
  const from = stream(11);
  const competencies = ['k1', 'k2', 'k3'];
  const needs = [[0], [1], [2], [0, 1], [1, 2], [0, 2], [0, 1, 2], [0], [1], [2], [0, 1], [2]];
  const items = needs.map((some, j) => ({ itemId: `q${j}`, competencies: some.map((k) => competencies[k]!) }));
  const rows = Array.from({ length: 3000 }, () => {
    const held = competencies.map(() => uniform(from) < 0.6);
    return needs.map((some): 0 | 1 => (uniform(from) < (some.every((k) => held[k]) ? 0.85 : 0.15) ? 1 : 0));
  });

  it('recovers guesses, slips and shares that answers were drawn from', () => {
    const fit = fitDina(rows, { competencies, items });
    for (const { guess, slip } of Object.values(fit.items)) {
      expect(Math.abs(guess - 0.15)).toBeLessThan(0.05); // about 4 standard errors of 3,000 learners
      expect(Math.abs(slip - 0.15)).toBeLessThan(0.08);
    }
    const model = dina(fit);
    for (const id of competencies) expect(Math.abs(model.estimate(model.init(), id).value - 0.6)).toBeLessThan(0.05);
    expect(fit.warnings).toEqual([]);
  });

  it('fits the right rule better than the other', () => {
    const [all, any] = (['all', 'any'] as const).map((rule) => fitDina(rows, { competencies, items, needs: rule }));
    expect(all!.logLikelihood).toBeGreaterThan(any!.logLikelihood + 100);
  });

  it('a structure that contains another never fits worse: free shares of all sets against a prerequisite', () => {
    // BLIM over the states of a prerequisite order is DINA whose other sets have no share
    const single = competencies.map((id) => ({ itemId: id, competencies: [id] }));
    const some = rows.map((row) => row.slice(0, 3));
    const free = fitDina(some, { competencies, items: single });
    const ordered = fitBlim(some, { competencyIds: competencies, states: [[], ['k1'], ['k1', 'k2'], competencies] });
    expect(free.logLikelihood).toBeGreaterThan(ordered.logLikelihood - 1e-6);
  });

  it('takes missing answers for what they are', () => {
    const blanked = rows.slice(0, 500).map((row, i) => row.map((answer, j) => ((i + j) % 3 === 0 ? null : answer)));
    const fit = fitDina(blanked, { competencies, items });
    expect(Number.isFinite(fit.logLikelihood)).toBe(true);
    const empty = fitDina([items.map(() => null)], { competencies, items });
    expect([empty.logLikelihood, empty.items.q0!.guess]).toEqual([0, 0.1]);
  });

  const shared = '../../../../shared/reference/irt/data/fraction_subtraction';
  const local = (ending: string) => new URL(`${shared}${ending}.csv`, import.meta.url);
  it.skipIf(!existsSync(local('')))('finds what R CDM finds on fraction subtraction (local data)', () => {
    const table = (ending: string) =>
      readFileSync(local(ending), 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',').map(Number));
    const reference = read('cdm_reference').fits[2];
    const own = read('dina_reference').fits[2];
    const attributes = Array.from({ length: 8 }, (_, k) => `alpha${k + 1}`);
    const listed = table('_q').map((row, j) => ({
      itemId: `Item${j + 1}`,
      competencies: attributes.filter((_, k) => row[k] === 1),
    }));
    const fit = fitDina(table('') as (0 | 1)[][], {
      competencies: attributes,
      items: listed,
      start: 0.2,
      tolerance: 1e-8,
    });
    versus('CDM', 1e-3)(fit.logLikelihood, reference.loglik);
    const guesses = listed.map(({ itemId }) => fit.items[itemId]!.guess);
    const slips = listed.map(({ itemId }) => fit.items[itemId]!.slip);
    versus('an EM with the same starts', 1e-3)(guesses, own.guess);
    versus('an EM with the same starts', 1e-3)(slips, own.slip);
    versus('CDM', 1e-3)(guesses, reference.guess);
    versus('CDM', 1e-3)(slips, reference.slip);
  });
});

describe('logistic fits', () => {
  const from = stream(5);
  const truth = { a: { easiness: -1, right: 0.3, wrong: 0.1 }, b: { easiness: 0.5, right: 0.1, wrong: -0.05 } };
  const model = pfa({ competencies: truth });
  const learners = Array.from({ length: 400 }, () => {
    let state = model.init();
    return Array.from({ length: 20 }, (_, k) => {
      const question = { competencyIds: k % 5 === 0 ? ['a', 'b'] : [k % 2 === 0 ? 'a' : 'b'] };
      const score = uniform(from) < model.predict(state, question) ? 1 : 0;
      state = model.update(state, score, 1, question);
      return { ...question, score };
    });
  });

  it('recover what answers were drawn from', () => {
    const fit = fitPfa(learners, { l2: 1e-3 });
    for (const [id, own] of Object.entries(truth)) {
      for (const [name, value] of Object.entries(own)) {
        const found = fit.competencies[id]![name as keyof typeof own];
        expect(Math.abs(found - value)).toBeLessThan(0.15); // 8,000 answers; standard errors are up to 0.04
      }
    }
    expect(fit.converged).toBe(true);
  });

  it('are at a maximum: no small step is better, by predictions in turn', () => {
    const l2 = 0.5;
    const { competencies, logLikelihood, answers } = fitPfa(learners, { l2 });
    const penalised = (some: typeof competencies): number => {
      const { predictions, outcomes } = predictAnswers(pfa({ competencies: some }), learners);
      const squares = Object.values(some).flatMap((own) => Object.values(own) as number[]);
      return -answers * logLoss(predictions, outcomes) - (l2 / 2) * squares.reduce((sum, x) => sum + x * x, 0);
    };
    const best = penalised(competencies);
    const squares = Object.values(competencies).flatMap((own) => Object.values(own) as number[]);
    versus('predictions in turn', 1e-6)(best + (l2 / 2) * squares.reduce((sum, x) => sum + x * x, 0), logLikelihood);
    for (const id of Object.keys(competencies)) {
      for (const name of ['easiness', 'right', 'wrong'] as const) {
        for (const off of [-1e-3, 1e-3]) {
          const moved = { ...competencies, [id]: { ...competencies[id]!, [name]: competencies[id]![name] + off } };
          expect(penalised(moved)).toBeLessThan(best);
        }
      }
    }
  });

  it('a model that contains another never fits worse: pfa against afm without abilities', () => {
    const [rich, poor] = [fitPfa(learners, { l2: 1e-6 }), fitAfm(learners, { l2: 1e-6, ownAbility: false })];
    expect(rich.logLikelihood).toBeGreaterThan(poor.logLikelihood - 1e-6);
    const own = fitAfm(learners, { l2: 1e-3 });
    expect(own.logLikelihood).toBeGreaterThan(poor.logLikelihood);
    expect(afm(own).name).toBe('afm');
  });

  it('have no harmful practice in afm, and stay finite when all is right', () => {
    const worse = Array.from({ length: 30 }, () => [1, 1, 0, 0].map((score) => ({ score, competencyIds: ['x'] })));
    expect(fitAfm(worse).competencies.x!.learn).toBe(0);
    const perfect = fitPfa([[{ score: 1, competencyIds: ['x'] }]]);
    expect(perfect.competencies.x!.easiness).toBeGreaterThan(0);
    expect(perfect.competencies.x!.easiness).toBeLessThan(1);
    expect(() => fitPfa([])).toThrow(/no answer to fit to/);
    expect(() => fitPfa([[{ score: 1 }]])).toThrow(/learners\[0\]\[0\]: the question must say/);
  });
});

describe('replayElo', () => {
  it('finds the difficulties that answers were drawn from, as Rasch items on the scale of the learners', () => {
    const from = stream(3);
    const difficulties = Array.from({ length: 25 }, (_, j) => -2 + j / 6);
    const answers = Array.from({ length: 20_000 }, (_, k) => {
      const learner = k % 800;
      const theta = -1.5 + (3 * ((learner * 37) % 800)) / 800;
      const j = Math.floor(uniform(from) * 25);
      return {
        learnerId: `l${learner}`,
        itemId: `q${j}`,
        score: uniform(from) < 1 / (1 + Math.exp(difficulties[j]! - theta)) ? 1 : 0,
      };
    });
    const { items, counts } = replayElo(answers);
    for (const { id, b } of items) expect(Math.abs(b - difficulties[Number(id.slice(1))]!)).toBeLessThan(0.5); // K(800) = 0.024 leaves noise of about 0.1, theta of 25 answers draws b together
    expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(20_000);
  });
});

describe('crossValidate', () => {
  const learners = Array.from({ length: 40 }, (_, k) => [k % 2, 1, k % 3 === 0 ? 0 : 1]);

  it('predicts every learner once, by a model that has not seen them', () => {
    const seen: unknown[][] = [];
    const result = crossValidate(learners, {
      folds: 4,
      fit: (some) => {
        seen.push([...some]);
        return bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
      },
    });
    expect(seen.map((some) => some.length)).toEqual([30, 30, 30, 30]);
    for (const learner of learners) expect(seen.filter((some) => some.includes(learner)).length).toBe(3);
    expect([result.answers, result.folds.length]).toEqual([120, 4]);
    const { predictions, outcomes } = predictAnswers(bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 }), learners);
    versus('all at once', 1e-12)(result.logLoss, logLoss(predictions, outcomes));
  });

  it('refuses more folds than learners', () => {
    expect(() => crossValidate([[1]], { fit: () => bkt({ prior: 0.4, learn: 0, guess: 0, slip: 0 }) })).toThrow(
      /folds/,
    );
  });
});
