import { describe, expect, it } from 'vitest';
import { findExamples } from './findExamples.ts';
import { bundleExamples } from './runExamples.ts';

const examples = findExamples();
const runs = await bundleExamples('examples', examples);

describe('every example in the documentation does what it says', () => {
  it('there are examples in docstrings and in README.md', () => {
    expect(examples.some(({ name }) => name.startsWith('src/'))).toBe(true);
    expect(examples.some(({ name }) => name.startsWith('README.md'))).toBe(true);
  });

  for (const [k, { name }] of examples.entries()) {
    it(name, async () => {
      expect(await runs[k]!()).toEqual([]);
    });
  }
});
