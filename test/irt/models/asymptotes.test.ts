import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  eap,
  estimateAbility,
  type FourPlItem,
  type Item,
  information,
  probabilities,
  type ThreePlItem,
} from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { root } from '../../project.ts';
import catr from '../../reference/irt/catr3pl.json' with { type: 'json' };
import { asPrinted, close, versus } from '../../tolerance.ts';

const three = (a: number, b: number, c: number): ThreePlItem => ({ id: 'q', model: '3pl', a, b, c });
const four = (a: number, b: number, c: number, d: number): FourPlItem => ({ id: 'q', model: '4pl', a, b, c, d });
const by = eap({ nodes: 321, bounds: [-8, 8] });
const catR = versus('catR', 1e-8);

describe('three- and four-parameter items', () => {
  it('are two-parameter items where nobody guesses or slips', () => {
    for (const theta of [-40, -2, 0, 0.3, 5, 40]) {
      const plain = { id: 'q', model: '2pl', a: 1.7, b: 0.4 } as const;
      for (const item of [three(1.7, 0.4, 0), four(1.7, 0.4, 0, 1)]) {
        close(probabilities(item, theta), probabilities(plain, theta));
        close(information(item, theta), information(plain, theta));
      }
    }
  });

  it('stay within their asymptotes, and information vanishes at both ends', () => {
    const item = four(1.5, 0, 0.2, 0.9);
    close(probabilities(item, -300), [0.8, 0.2]);
    close(probabilities(item, 300), [0.1, 0.9]);
    for (const theta of [-300, 300]) expect(information(item, theta)).toBeLessThan(1e-100);
    expect(information(three(50, 0, 0.25), 300)).toBe(0);
  });

  it('have the information that a three-parameter formula misses by a factor of up to 150', () => {
    const item = four(1.5, 0, 0.2, 0.9);
    asPrinted(3)(information(item, 1), 0.139);
    asPrinted(4)(information(item, 2), 0.0195);
    asPrinted(5)(information(item, 3), 0.00135);
  });

  it('score as catR scores', () => {
    const items = catr.items.map(([a, b, c], k): Item => ({ ...three(a!, b!, c!), id: `q${k}` }));
    const estimates = catr.answers.map((answers) => estimateAbility(items, answers, { by }));
    catR(
      estimates.map(({ theta }) => theta),
      catr.theta,
    );
    catR(
      estimates.map(({ se }) => se!),
      catr.se,
    );
  });

  const local = resolve(root, '../shared/reference/irt/catr');
  it.skipIf(!existsSync(local))('score four-parameter items as catR does (bank TCALS, read from ../shared)', () => {
    const read = (file: string) => JSON.parse(readFileSync(resolve(local, file), 'utf8')).tcals_4pl_85;
    const { X, est } = read('fixed_test_abilities.json') as {
      X: number[][];
      est: { EAP_fine: { theta: number[]; se: number[] } };
    };
    const items = (read('banks.json') as { items: number[][] }).items
      .slice(0, X[0]!.length)
      .map(([a, b, c, d], k): Item => ({ ...four(a!, b!, c!, d!), id: `q${k}` }));
    const estimates = X.map((answers) => estimateAbility(items, answers, { by }));
    catR(
      estimates.map(({ theta }) => theta),
      est.EAP_fine.theta,
    );
    catR(
      estimates.map(({ se }) => se!),
      est.EAP_fine.se,
    );
  });

  it('refuse asymptotes that leave no room', () => {
    expect(() => probabilities(three(1, 0, 1), 0)).toThrow(/c must be a number in \[0, 1\), got 1/);
    expect(() => probabilities(three(1, 0, -0.1), 0)).toThrow(RangeError);
    expect(() => probabilities(four(1, 0, 0.5, 0.5), 0)).toThrow(
      /d must be a number above c = 0.5 and at most 1, got 0.5/,
    );
    expect(() => probabilities(four(1, 0, 0.2, 1.1), 0)).toThrow(RangeError);
    expect(() => probabilities({ ...three(1, 0, 0), c: undefined as never }, 0)).toThrow(/c must be/);
  });
});
