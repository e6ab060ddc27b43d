// Every difficulty term obeys these. A new one is one more line in `terms`.
import fc from 'fast-check';
import { ascending, type FollowingTerm, smooth } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { close } from '../../tolerance.ts';

const terms: FollowingTerm[] = [ascending(), smooth()];
const logits = fc.double({ min: -6, max: 6, noNaN: true });
const drawn = fc
  .tuple(logits, logits, fc.double({ min: 0, max: 6, noNaN: true }))
  .map(([before, after, more]) => ({ before, after, range: Math.abs(after - before) + more }))
  .filter(({ range }) => range > 0);

describe.each(terms)('$name', (term) => {
  it('lies in [0, 1] and is 1 for equal difficulty', () => {
    fc.assert(
      fc.property(drawn, ({ before, after, range }) => {
        expect(term.fit(before, after, range)).toBeGreaterThanOrEqual(0);
        expect(term.fit(before, after, range)).toBeLessThanOrEqual(1);
        expect(term.fit(before, before, range)).toBe(1);
      }),
    );
  });

  it('does not depend on where the scale has its zero, nor on its unit', () => {
    fc.assert(
      fc.property(drawn, fc.constantFrom(-2, 1, 8), ({ before, after, range }, shift) => {
        close(term.fit(4 * before, 4 * after, 4 * range), term.fit(before, after, range));
        fc.pre(range > 1e-3); // a shift rounds differences this small away
        expect(term.fit(before + shift, after + shift, range)).toBeCloseTo(term.fit(before, after, range), 9);
      }),
    );
  });

  it('is 0 for the largest fall there is, and falls with the fall', () => {
    expect(term.fit(2, -1, 3)).toBe(0);
    expect(term.fit(2, 1, 3)).toBeGreaterThan(term.fit(2, 0, 3));
  });
});

it('ascending does not mind a rise, smooth minds it like a fall', () => {
  expect(ascending().fit(-1, 2, 3)).toBe(1);
  expect(smooth().fit(-1, 2, 3)).toBe(smooth().fit(2, -1, 3));
});
