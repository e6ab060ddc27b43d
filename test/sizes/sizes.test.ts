import { describe, expect, it } from 'vitest';
import { readText } from '../project.ts';
import { measureRows, packagesIn, readTable, SINGLE_IMPORTS, sizeOf, WHOLE_ENTRIES, withTable } from './sizes.ts';

// What an entry may bring along besides itself. Everything else brings nothing.
const PACKAGES: Readonly<Record<string, string[]>> = {
  'tutelage/memory': ['ts-fsrs'],
  'tutelage/schema': ['zod'],
  // mathjs and what its parser is made of
  'tutelage/expression': [
    ...[
      'mathjs',
      'typed-function',
      'decimal.js',
      'escape-latex',
      'seedrandom',
      'javascript-natural-sort',
      'tiny-emitter',
    ],
    '@babel/runtime',
  ],
};

describe('what an import costs', () => {
  it.each([...SINGLE_IMPORTS])('only $name is at most $budget kB', async ({ code, budget }) => {
    expect((await sizeOf(code)).kB).toBeLessThanOrEqual(budget);
  });

  it.each([...WHOLE_ENTRIES])('$name is at most $budget kB and brings no package it should not', async (entry) => {
    const { kB, inputs } = await sizeOf(entry.code);
    const allowed = PACKAGES[entry.name] ?? [];
    expect(packagesIn(inputs).filter((name) => !allowed.includes(name))).toEqual([]);
    expect(kB).toBeLessThanOrEqual(entry.budget);
  });

  it('a package that is reached is seen, even where nothing of it is used', async () => {
    const { inputs } = await sizeOf("import 'tutelage/evidence'; import { string } from 'zod/mini';");
    expect(packagesIn(inputs)).toEqual(['zod']);
  });

  it('the table in README.md is what `npm run sizes` writes', async () => {
    const rows = await measureRows();
    const printed = readTable(readText('README.md'));
    expect(printed.map(([name]) => name)).toEqual(rows.map(([name]) => name));
    const off = rows.filter(([, kB], k) => Math.abs(kB - printed[k]![1]) > 0.1);
    expect(off, 'measured; run `npm run sizes`').toEqual([]);
  });

  it('the table is read as it is written', () => {
    const readme = 'before <!-- sizes -->old<!-- /sizes --> after';
    const written = withTable(readme, [['`tutelage/irt`', 4.86]]);
    expect(readTable(written)).toEqual([['`tutelage/irt`', 4.9]]);
    expect(withTable(written, [['`tutelage/irt`', 4.86]])).toBe(written);
    expect(written).toMatch(/^before <!-- sizes -->\n.*\n<!-- \/sizes --> after$/s);
  });
});
