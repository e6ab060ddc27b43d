import fc from 'fast-check';
import { type MasteryEstimate, strengthsAndNeeds } from 'tutelage/mastery';
import { describe, expect, it } from 'vitest';
import { stream, uniform } from '../../src/random/stream.ts';
import { deepFreeze } from '../deepFreeze.ts';
import { asPrinted, close, withinSe } from '../tolerance.ts';

const estimate = (
  competencyId: string,
  value: number | null,
  more: Partial<MasteryEstimate> = {},
): MasteryEstimate => ({
  competencyId,
  status: value === null ? 'unknown' : 'estimated',
  value,
  sd: value === null ? null : 0.1,
  interval: null,
  level: 0.9,
  n: value === null ? 0 : 5,
  evidenceIds: [`about ${competencyId}`],
  lastAt: null,
  ...more,
});
const ids = (standings: readonly { readonly competencyId: string }[]) =>
  standings.map(({ competencyId }) => competencyId);
const reasons = (estimates: readonly MasteryEstimate[], options = {}) =>
  strengthsAndNeeds(deepFreeze(estimates), options).unknown.map(({ competencyId, reason }) => [competencyId, reason]);

describe('strengthsAndNeeds', () => {
  it('knows nothing of nobody', () => {
    expect(strengthsAndNeeds([])).toEqual({ scale: 'share', strengths: [], needs: [], unknown: [] });
  });

  it('little evidence is no weakness, and one competency has nothing to stand out from', () => {
    const few = estimate('few', 0.01, { n: 2 });
    expect(reasons([estimate('none', null), few, estimate('a', 0.9)])).toEqual([
      ['none', 'noEvidence'],
      ['few', 'fewAnswers'],
      ['a', 'onlyOne'],
    ]);
    expect(reasons([few, estimate('a', 0.9)], { minN: 2 })).toEqual([]);
  });

  it('the same everywhere, for sure, is unclear: neither strength nor need', () => {
    // 0.1 + 0.1 + 0.1 is not 0.3 in binary; nor is the mean of 0.1, 0.2 and 0.3 quite 0.2
    const sure = (values: readonly number[]) => values.map((value, k) => estimate(`c${k}`, value, { sd: 0 }));
    expect(reasons(sure([0.1, 0.1, 0.1])).map(([, reason]) => reason)).toEqual(['unclear', 'unclear', 'unclear']);
    const { strengths, needs, unknown } = strengthsAndNeeds(sure([0.1, 0.2, 0.3]), { p: 1 });
    expect([ids(strengths), ids(needs), ids(unknown)]).toEqual([['c2'], ['c0'], ['c1']]);
    expect([strengths[0]!.probabilityAbove, needs[0]!.probabilityAbove]).toEqual([1, 0]);
  });

  it('gives the probability worked out by hand, and the evidence behind it', () => {
    // mean 2/3, difference 7/30, variance 0.01 (2/3)^2 + 2 x 0.01 / 9 = 1/150; mpmath 1.3.0: ncdf(7 / 30 * sqrt(150))
    const three = deepFreeze([estimate('__proto__', 0.9), estimate('b', 0.7), estimate('constructor', 0.4)]);
    const { scale, strengths, needs, unknown } = strengthsAndNeeds(three);
    expect([scale, ids(strengths), ids(needs), ids(unknown)]).toEqual(['share', ['__proto__'], ['constructor'], ['b']]);
    close(strengths[0]!.difference, 7 / 30);
    asPrinted(10)(strengths[0]!.probabilityAbove, 0.9978666376);
    expect(strengths[0]!.evidenceIds).toEqual(['about __proto__']);
  });

  it('puts the clearest first', () => {
    const { strengths, needs } = strengthsAndNeeds(
      [0.5, 0.1, 0.8, 0.9, 0.2].map((value, k) => estimate(`c${k}`, value)),
    );
    expect([ids(strengths), ids(needs)]).toEqual([
      ['c3', 'c2'],
      ['c1', 'c4'],
    ]);
  });

  it('compares abilities where all have one, shares otherwise, and whatever is asked for', () => {
    const ability = (theta: number) => ({ ability: { theta, se: 0.3 } });
    const both = [estimate('a', 0.9, ability(-1)), estimate('b', 0.3, ability(1))];
    expect(strengthsAndNeeds(both)).toMatchObject({
      scale: 'ability',
      strengths: [{ competencyId: 'b', difference: 1 }],
    });
    expect(strengthsAndNeeds(both, { scale: 'share' }).strengths[0]!.competencyId).toBe('a');
    const mixed = [...both, estimate('c', 0.5)];
    expect(strengthsAndNeeds(mixed).scale).toBe('share');
    expect(reasons(mixed, { scale: 'ability' })).toEqual([['c', 'noEvidence']]);
    const shortOfOne = [...both, estimate('c', 0.5, { n: 1 }), estimate('d', null)];
    expect(strengthsAndNeeds(shortOfOne).scale).toBe('ability');
    expect(reasons(shortOfOne)).toEqual([
      ['c', 'noEvidence'],
      ['d', 'noEvidence'],
    ]);
  });

  it('refuses options that make no sense', () => {
    for (const p of [0.5, 1.1, Number.NaN])
      expect(() => strengthsAndNeeds([], { p })).toThrow(/p must be a number above 0.5/);
    expect(() => strengthsAndNeeds([], { minN: 0 })).toThrow(RangeError);
    expect(() => strengthsAndNeeds([], { scale: 'logits' as never })).toThrow(/scale must be 'ability' or 'share'/);
    expect(() => strengthsAndNeeds({} as never)).toThrow(TypeError);
  });

  it('agrees with simulated competencies', () => {
    const from = stream(11);
    const normal = () => Math.sqrt(-2 * Math.log(1 - uniform(from))) * Math.cos(2 * Math.PI * uniform(from));
    const given = [
      { theta: 0.2, se: 0.3 },
      { theta: -0.4, se: 0.6 },
      { theta: 0.5, se: 0.2 },
      { theta: 0, se: 0.9 },
    ];
    const runs = 40_000;
    const above = [0, 0, 0, 0];
    for (let run = 0; run < runs; run++) {
      const drawn = given.map(({ theta, se }) => theta + se * normal());
      const mean = drawn.reduce((sum, x) => sum + x, 0) / 4;
      for (const [k, x] of drawn.entries()) if (x > mean) above[k]!++;
    }
    const told = strengthsAndNeeds(
      given.map((ability, k) => estimate(`c${k}`, 0.5, { ability })),
      { p: 0.5 + 1e-9 },
    );
    const all = [...told.strengths, ...told.needs];
    expect(all).toHaveLength(4);
    for (const { competencyId, probabilityAbove: p } of all) {
      withinSe(5)(above[Number(competencyId[1])]! / runs, p, Math.sqrt((p * (1 - p)) / runs));
    }
  });

  const grid = (max: number) => fc.integer({ min: 0, max }).map((k) => k / 1024);
  const abilities = fc.array(fc.record({ theta: grid(4096), se: grid(1024), n: fc.nat(6) }), { maxLength: 8 });
  type Given = readonly { readonly theta: number; readonly se: number; readonly n: number }[];
  const standingsOf = (given: Given, change: (theta: number) => number = (theta) => theta) => {
    const told = strengthsAndNeeds(
      given.map(({ theta, se, n }, k) => estimate(`c${k}`, 0.5, { n, ability: { theta: change(theta), se } })),
      { scale: 'ability' },
    );
    const all = [...told.strengths, ...told.needs];
    expect(ids([...all, ...told.unknown]).sort()).toEqual(given.map((_, k) => `c${k}`));
    return {
      ...told,
      probability: new Map(all.map(({ competencyId, probabilityAbove }) => [competencyId, probabilityAbove])),
    };
  };

  it('negating everything swaps strengths and needs; adding a constant changes nothing', () => {
    fc.assert(
      fc.property(abilities, (given) => {
        const told = standingsOf(given);
        const turned = standingsOf(given, (theta) => -theta);
        expect(ids(turned.needs).sort()).toEqual(ids(told.strengths).sort());
        expect(ids(turned.strengths).sort()).toEqual(ids(told.needs).sort());
        const moved = standingsOf(given, (theta) => theta + 8);
        expect(ids(moved.strengths).sort()).toEqual(ids(told.strengths).sort());
        for (const [id, p] of told.probability) {
          expect(p).toBeGreaterThanOrEqual(0);
          expect(p).toBeLessThanOrEqual(1);
          close(turned.probability.get(id)!, 1 - p);
          close(moved.probability.get(id)!, p);
        }
      }),
    );
  });

  it('the order of the estimates does not matter', () => {
    fc.assert(
      fc.property(abilities, (given) => {
        const told = standingsOf(given);
        const back = standingsOf([...given].reverse());
        for (const [id, p] of told.probability)
          close(back.probability.get(`c${given.length - 1 - Number(id.slice(1))}`)!, p);
        expect(back.unknown).toHaveLength(told.unknown.length);
      }),
    );
  });
});
