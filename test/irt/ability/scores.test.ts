import { existsSync, readFileSync } from 'node:fs';
import type { AbilityEstimate, AbilityMethod, Answer, Item } from 'tutelage/irt';
import { estimateAbility, probabilities } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { eap } from '../../../src/irt/ability/eap.ts';
import { map } from '../../../src/irt/ability/map.ts';
import { type MlOptions, ml } from '../../../src/irt/ability/ml.ts';
import { sumScoreTable } from '../../../src/irt/ability/sumScoreTable.ts';
import { wle } from '../../../src/irt/ability/wle.ts';
import { solved, versus } from '../../tolerance.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const SHARED = '../../../../shared/reference/irt/';
const isThere = existsSync(new URL(SHARED, import.meta.url));

interface Scores {
  readonly theta: readonly number[];
  readonly se: readonly (number | null)[];
}
interface MirtScores {
  readonly patterns: readonly (string | readonly number[])[];
  readonly EAP: Scores;
  readonly MAP: Scores;
  readonly ML: Scores;
  readonly WLE: Scores;
}

const digits = (pattern: string | readonly number[]): number[] => [...pattern].map(Number);
const isInside = (theta: number) => Math.abs(theta) < 1e8; // mirt's infinity is 1e9

/** Items from rows of a, b, c, d (logistic) or a, b1, b2, ... (polytomous). */
function itemsOf(rows: readonly (readonly number[])[], model: Item['model']): Item[] {
  return rows.map((row, k): Item => {
    const [a, b, c = 0, d = 1] = row as [number, number, number?, number?];
    const id = `q${k}`;
    if (model === 'graded' || model === 'gpcm') return { id, model, a, b: row.slice(1) };
    if (model === 'nominal') return { id, model, a: row.slice(0, row.length / 2), c: row.slice(row.length / 2) };
    return c === 0 && d === 1 ? { id, model: '2pl', a, b } : { id, model: '4pl', a, b, c, d };
  });
}

/** The theta at which mirt stopped, where it is a local maximum and ours, a higher one, is elsewhere. */
function likelihoodOf(items: readonly Item[], answers: readonly number[], theta: number): number {
  return items.reduce((sum, item, k) => {
    if (item.model !== '2pl' && item.model !== '4pl') return sum;
    const { c = 0, d = 1 } = item as { c?: number; d?: number };
    const p = c + (d - c) / (1 + Math.exp(-item.a * (theta - item.b)));
    return sum + Math.log(answers[k] === 1 ? p : 1 - p);
  }, 0);
}

/** Holds our scores against mirt's: theta to 1e-5, errors (by numeric derivatives there) to 1e-3 of themselves. */
function compareWithMirt(items: readonly Item[], scores: MirtScores, population: { mean: number; sd: number }): void {
  const patterns = scores.patterns.map(digits);
  const estimates = (by: AbilityMethod) => patterns.map((answers) => estimateAbility(items, answers, { by }));
  const information = 'observed' as const;
  for (const [k, { theta, se }] of estimates(map({ population, information })).entries()) {
    versus('mirt', 1e-5)(theta, scores.MAP.theta[k]!);
    versus('mirt', 1e-3 * se!)(se!, scores.MAP.se[k]!);
  }
  for (const [k, { theta, se, status }] of estimates(ml({ bounds: [-20, 20], information })).entries()) {
    const theirs = scores.ML.theta[k]!;
    if (Math.abs(theta - theirs) < 1e-5) versus('mirt', 2e-3 * se!)(se!, scores.ML.se[k]!);
    else if (!isInside(theirs)) expect([status, Math.sign(theta)]).toEqual(['unbounded', Math.sign(theirs)]);
    else
      expect(likelihoodOf(items, patterns[k]!, theta)).toBeGreaterThan(
        likelihoodOf(items, patterns[k]!, theirs) + 1e-6,
      );
  }
  // mirt weights by sqrt(I), which is Warm's weight only without guessing
  if (items.some(({ model }) => model === '4pl')) return;
  for (const [k, { theta }] of estimates(wle()).entries()) versus('mirt', 1e-5)(theta, scores.WLE.theta[k]!);
}

describe('scores of mirt', () => {
  const reference = read('../../reference/irt/lsatScores.json');
  const standard = { mean: 0, sd: 1 };

  it.each(['lsat6 2PL', 'lsat6 3PL_logitnorm', 'lsat7 2PL', 'lsat7 3PL_logitnorm'])('of %s are reproduced', (name) => {
    const { items: rows, scores } = reference[name];
    const items = itemsOf(rows, '4pl');
    compareWithMirt(items, scores, standard);
    const estimates = scores.patterns.map((p: string) => estimateAbility(items, digits(p), { by: eap() }));
    versus('mirt', 1e-5)(
      estimates.map(({ theta }: AbilityEstimate) => theta),
      scores.EAP.theta,
    );
    const table = sumScoreTable(items);
    versus('mirt', 1e-5)(
      table.map(({ theta }) => theta!),
      scores.EAPsum.theta,
    );
    versus('mirt', 1e-5)(
      table.map(({ se }) => se!),
      scores.EAPsum.se,
    );
    versus('mirt, frequencies of 1,000 persons', 1e-3)(
      table.map(({ probability }) => 1000 * probability),
      scores.EAPsum.expected,
    );
  });

  const sets = (file: string, models: Readonly<Record<string, Item['model']>>) =>
    Object.entries(models).map(([fit, model]) => ({ file, fit, model }));
  const binary = { Rasch: '4pl', '2PL': '4pl' } as const;
  const steps = { PCM: 'gpcm', gpcm: 'gpcm', graded: 'graded' } as const;
  const all = [
    ...sets('sat12', { ...binary, '3PL_logitnorm': '4pl' }),
    ...sets('deayala', { ...binary, '3PL_beta5_17': '4pl' }),
    ...sets('mathexam14w', binary),
    ...sets('sim3pl', { '2PL': '4pl', '3PL_none': '4pl' }),
    ...sets('verbal_dichotomous', binary),
    ...sets('erm_raschdat1', { Rasch: '4pl' }),
    ...sets('ltm_wirs', binary),
    ...sets('science4', { ...steps, nominal: 'nominal' }),
    ...sets('verbal_polytomous', steps),
    ...sets('erm_pcmdat2', steps),
    ...sets('ltm_environment', steps),
    ...sets('bfi_C', { gpcm: 'gpcm', graded: 'graded' }),
  ];
  describe.skipIf(!isThere)('on other data (local)', () => {
    it.each(all)('$fit of $file: ML, MAP and WLE', ({ file, fit, model }) => {
      const { IRTpars, scores, mean, var: variance } = read(`${SHARED}mirt/${file}.json`)[fit];
      const rows = IRTpars.items.map((row: (number | null)[]) => row.filter((value) => value !== null));
      compareWithMirt(itemsOf(rows, model), scores, { mean: mean ?? 0, sd: Math.sqrt(variance) });
    });
  });
});

describe('scores of catR', () => {
  interface CatrScores {
    readonly items: readonly (readonly number[])[];
    readonly patterns: readonly (string | readonly number[])[];
    readonly est: Readonly<Record<'ML' | 'BM' | 'WL', Scores>>;
  }
  const within: MlOptions = { bounds: [-4, 4] };
  const compare = (name: string, { items: rows, patterns, est }: CatrScores) => {
    const items = itemsOf(rows, name.startsWith('grm') ? 'graded' : name.startsWith('gpcm') ? 'gpcm' : '4pl');
    for (const [by, of] of [
      [ml(within), 'ML'],
      [map(), 'BM'],
      [wle(within), 'WL'],
    ] as const) {
      for (const [k, pattern] of patterns.entries()) {
        const { theta, se, status } = estimateAbility(items, digits(pattern) as Answer[], { by });
        versus('catR', 1e-4)(theta, est[of].theta[k]!);
        if (status === 'ok') versus('catR', 1e-4)(se!, est[of].se[k]!);
        else expect([se, Math.abs(theta)]).toEqual([null, 4]); // catR prints the error at the bound
      }
    }
  };

  it.each(['pl3_80', 'grm_30', 'gpcm_30'])('on bank %s are reproduced by ML, MAP and WLE', (name) => {
    const { items, patterns, ML, BM, WL } = read('../../reference/irt/catrAbilities.json')[name];
    compare(name, { items, patterns, est: { ML, BM, WL } });
  });

  it.skipIf(!isThere)('on the 4PL bank of catR (local) are reproduced by ML, MAP and WLE', () => {
    const { nItems, X, est } = read(`${SHARED}catr/fixed_test_abilities.json`).tcals_4pl_85;
    compare('tcals', { items: read(`${SHARED}catr/banks.json`).tcals_4pl_85.items.slice(0, nItems), patterns: X, est });
  });
});

describe.skipIf(!isThere)('person parameters of eRm and TAM (local)', () => {
  it('eRm: ML of every raw score under its Rasch difficulties, with errors', () => {
    const { betapar, score_theta, personTable, pp_se } = read(`${SHARED}other/erm.json`).erm_raschdat1;
    const items = (betapar as number[]).map((easiness, k): Item => ({ id: `q${k}`, model: 'rasch', b: -easiness }));
    const { raw, theta } = score_theta['1'];
    const errors = new Map<number, number>(
      (personTable['Person Parameter'] as number[]).map((value, k) => [value, pp_se.NAgroup1[k]]),
    );
    for (const [k, score] of (raw as number[]).entries()) {
      const found = estimateAbility(
        items,
        items.map((_, j) => (j < score ? 1 : 0)),
        { by: ml() },
      );
      versus('eRm, whose Newton steps stop early', 1e-4)(found.theta, theta[k]);
      solved(
        items.reduce((sum, item) => sum + probabilities(item, found.theta)[1]!, 0),
        score,
      ); // the score that is expected at theta is the score
      const se = errors.get(theta[k]);
      if (se !== undefined && se !== null) versus('eRm', 1e-4)(found.se!, se);
    }
  });

  it('TAM: WLE and its error 1 / sqrt(I) under its own 2PL of LSAT6', () => {
    const { item_irt, WLE_first40, seWLE_first40 } = read(`${SHARED}other/tam.json`).lsat6_2PL;
    const items = (item_irt.alpha as number[]).map(
      (a, k): Item => ({ id: `q${k}`, model: '2pl', a, b: item_irt.beta[k] }),
    );
    // the first persons of the published patterns: three with 00000, then six with 00001
    for (const [person, answers] of [
      [0, [0, 0, 0, 0, 0]],
      [3, [0, 0, 0, 0, 1]],
    ] as const) {
      const { theta, se } = estimateAbility(items, answers, { by: wle() });
      versus('TAM', 1e-4)([theta, se!], [WLE_first40[person], seWLE_first40[person]]);
    }
  });
});
