import { describe, expect, it } from 'vitest';
import { crossing, type Hill, highestPoint } from '../../../src/irt/ability/highestPoint.ts';
import { close } from '../../tolerance.ts';

describe('crossing', () => {
  it('finds roots of rising and falling functions, straight ones and ones that are flat at the root', () => {
    close(
      crossing((t) => t - 0.3, -5, 7),
      0.3,
    );
    close(
      crossing((t) => Math.exp(1) - Math.exp(t), -30, 30),
      1,
    );
    close(
      crossing((t) => Math.atan(50 * (t - 1.234567)), -100, 100),
      1.234567,
    );
    expect(Math.abs(crossing((t) => t ** 5, -1, 3))).toBeLessThan(1e-3); // |t^5| < 1e-15
  });

  it('ends at a jump', () => {
    close(
      crossing((t) => (t < Math.SQRT2 ? 1 : -1e-9), 0, 2),
      Math.SQRT2,
    );
  });

  it('needs a dozen steps for a smooth function', () => {
    let calls = 0;
    crossing(
      (t) => {
        calls++;
        return Math.tanh(t - 0.7);
      },
      -3,
      4,
    );
    expect(calls).toBeLessThan(20);
  });
});

describe('highestPoint', () => {
  /** Looked at every 0.2, nothing skipped. */
  const highest = (slope: Hill['slope'], value: Hill['value'], lower: number, upper: number) =>
    highestPoint({ slope, value, spacing: 0.2, bend: Infinity, slack: 0 }, lower, upper);
  const none = () => Number.NaN;
  const twoPeaks = (height: number) => ({
    value: (t: number) => Math.exp(-((t + 2) ** 2)) + height * Math.exp(-((t - 2) ** 2)),
    slope: (t: number) => -2 * (t + 2) * Math.exp(-((t + 2) ** 2)) - 2 * height * (t - 2) * Math.exp(-((t - 2) ** 2)),
  });

  it('takes the higher of two peaks, whichever comes first', () => {
    for (const [height, place] of [
      [0.9, -2],
      [1.1, 2],
    ] as const) {
      const { value, slope } = twoPeaks(height);
      const theta = highest(slope, value, -6, 6);
      expect(Math.abs(theta - place)).toBeLessThan(1e-5);
    }
  });

  it('takes an end when the function falls from there, and says so', () => {
    expect(highest(() => 1, none, -6, 6)).toBe(6);
    expect(highest(() => -1, none, -6, 6)).toBe(-6);
    // a peak of 1 inside, but 3 at the upper end
    const higher = highest(
      (t) => 3 * t ** 2 - 3,
      (t) => t ** 3 - 3 * t,
      -2.1,
      3,
    );
    expect(higher).toBe(3);
    // the same peak of 2 is higher than 1.9 at the end
    const inside = highest(
      (t) => 3 * t ** 2 - 3,
      (t) => t ** 3 - 3 * t,
      -2,
      1.98,
    );
    close(inside, -1);
  });

  it('sees through stretches where the slope underflows to 0', () => {
    // rises to -4, is flat to 4, falls: anywhere between is highest
    const plateau = highest((t) => (t < -4 ? 1 : t > 4 ? -1 : 0), none, -6, 6);
    expect(Math.abs(plateau)).toBeLessThanOrEqual(4.01);
    // rises, then flat to the end: the end
    expect(highest((t) => (t < 0 ? 1 : 0), none, -6, 6)).toBe(6);
    // flat all over: the middle
    expect(highest(() => 0, none, -6, 4)).toBe(-1);
  });

  it('skips what cannot hold a maximum, and misses none', () => {
    const looked: number[] = [];
    const slope = (t: number) => {
      looked.push(t);
      return 3 * Math.sin(t) - 0.1 * t;
    };
    const value = (t: number) => -3 * Math.cos(t) - 0.05 * t * t;
    const theta = highestPoint({ slope, value, spacing: 0.01, bend: 3.1, slack: 0 }, -20, 20.5);
    const plain = highest(slope, value, -20, 20.5);
    close(Math.abs(theta), Math.abs(plain)); // the function is even
    expect(Math.abs(theta)).toBeGreaterThan(3);
    expect(looked.length).toBeLessThan(1500); // of 4,050
  });

  it('has an interval of length 0', () => {
    expect(highest(() => 0, none, 2, 2)).toBe(2);
  });
});
