import { describe, expect, it } from 'vitest';
import { abilityInterval } from '../../../src/irt/ability/abilityInterval.ts';
import { asPrinted, close } from '../../tolerance.ts';

describe('abilityInterval', () => {
  it('reaches as many standard errors as the table of the normal distribution says', () => {
    for (const [level, z] of [
      [0.5, 0.6744898],
      [0.8, 1.2815516],
      [0.9, 1.6448536],
      [0.95, 1.959964],
      [0.99, 2.5758293],
      [0.999999, 4.8916385],
    ] as const) {
      const { lower, upper } = abilityInterval({ theta: 0, se: 1 }, level)!;
      asPrinted(7)([upper, -lower], [z, z]);
    }
  });

  it('is 95 % around the estimate when no level is given', () => {
    const { lower, upper } = abilityInterval({ theta: -1.5, se: 0.4 })!;
    close((lower + upper) / 2, -1.5);
    asPrinted(6)(upper - lower, 1.567971);
  });

  it('is null without a standard error', () => {
    expect(abilityInterval({ theta: 6, se: null })).toBeNull();
  });

  it('refuses levels outside (0, 1)', () => {
    for (const level of [0, 1, 95, Number.NaN])
      expect(() => abilityInterval({ theta: 0, se: 1 }, level)).toThrow(
        /abilityInterval: level must be a number in \(0, 1\)/,
      );
  });
});
