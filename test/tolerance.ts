// Tolerance is a word, not a number. docs/numerics.md says what each word means.
import { expect } from 'vitest';

type Numbers = number | readonly number[] | Float64Array;

const list = (value: Numbers): number[] => (typeof value === 'number' ? [value] : Array.from(value));

function compare(actual: Numbers, expected: Numbers, word: string, allowed: (expected: number) => number): void {
  const left = list(actual);
  const right = list(expected);
  expect(left.length, `${word}: lengths differ`).toBe(right.length);
  for (const [k, value] of right.entries()) {
    const off = Math.abs(left[k]! - value);
    if (Object.is(left[k], value) || left[k] === value || off <= allowed(value)) continue;
    expect.fail(`${word}: [${k}] is ${left[k]}, expected ${value}, off by ${off}, allowed ${allowed(value)}`);
  }
}

/** Within n units in the last place: closed forms. */
export const ulps = (n: number) => (actual: Numbers, expected: Numbers) =>
  compare(actual, expected, `ulps(${n})`, (value) => n * Number.EPSILON * Math.max(Math.abs(value), Number.MIN_VALUE));

/** 1e-12 relative (absolute below 1): the same quantity by another floating-point route. */
export const close = (actual: Numbers, expected: Numbers) =>
  compare(actual, expected, 'close', (value) => 1e-12 * Math.max(1, Math.abs(value)));

/** 1e-8 relative (absolute below 1): an iterative method against its own optimum or another solver's. */
export const solved = (actual: Numbers, expected: Numbers) =>
  compare(actual, expected, 'solved', (value) => 1e-8 * Math.max(1, Math.abs(value)));

/** Half a unit of the last digit a paper prints. */
export const asPrinted = (digits: number) => (actual: Numbers, expected: Numbers) =>
  compare(actual, expected, `asPrinted(${digits})`, () => 0.5 * 10 ** -digits * (1 + 1e-9));

/** Other software at its stated tolerance, absolute. */
export const versus = (software: string, tolerance: number) => (actual: Numbers, expected: Numbers) =>
  compare(actual, expected, `versus ${software}`, () => tolerance);

/** Within n standard errors: simulation. */
export const withinSe = (n: number) => (actual: number, expected: number, se: number) =>
  compare(actual, expected, `withinSe(${n})`, () => n * se);
