// Every rule of the house fed with a file that breaks it: tests that can fail.
import { describe, expect, it } from 'vitest';
import { floorComplaints } from './floors.ts';
import { forbiddenCalls, indexComplaints, nameComplaints, siblingComplaints, sizeComplaints } from './habits.ts';
import type { Files } from './house.ts';
import { entryComplaints, entryShape } from './packaging.ts';

const files = (record: Record<string, string>): Files => new Map(Object.entries(record));

/** A house of one file with the given import, and the file it imports. */
const importing = (file: string, specifier: string, target?: string) =>
  floorComplaints(
    files({ ...(target === undefined ? {} : { [target]: '' }), [file]: `import type { x } from '${specifier}';` }),
  );

describe('the rules can fail', () => {
  it.each([
    ['a room to its right', 'src/mastery/mastery.ts', '../path/path.ts', 'src/path/path.ts'],
    ['a floor above', 'src/evidence/evidence.ts', '../irt/item.ts', 'src/irt/item.ts'],
    ['a noun from an engine', 'src/irt/item.ts', '../evidence/evidence.ts', 'src/evidence/evidence.ts'],
    ['another engine', 'src/memory/x.ts', '../irt/item.ts', 'src/irt/item.ts'],
    ['the index of another room', 'src/mastery/mastery.ts', '../irt/index.ts', 'src/irt/index.ts'],
    ['the index of its own room', 'src/irt/item.ts', './index.ts', 'src/irt/index.ts'],
    ['a folder', 'src/mastery/mastery.ts', '../irt', 'src/irt/index.ts'],
    ['zod from an engine', 'src/irt/item.ts', 'zod/mini', undefined],
    ['zod whole', 'src/schema/item.ts', 'zod', undefined],
    ['ts-fsrs from another memory model', 'src/memory/models/halfLife.ts', 'ts-fsrs', undefined],
    ['mathjs from a rule', 'src/progression/rules/x.ts', 'mathjs/number', undefined],
    ['a package of which nothing is said', 'src/random/stream.ts', 'pure-rand/generator/xoroshiro128plus', undefined],
    ['the package by its own name', 'src/path/path.ts', 'tutelage/irt', undefined],
    ['Node', 'src/path/path.ts', 'node:fs', undefined],
  ])('importing %s is refused', (_, file, specifier, target) => {
    expect(importing(file, specifier, target)).toHaveLength(1);
  });

  it.each([
    ['a lower floor', 'src/path/path.ts', '../irt/item.ts', 'src/irt/item.ts'],
    ['a room to its left', 'src/path/path.ts', '../mastery/mastery.ts', 'src/mastery/mastery.ts'],
    ['its own room', 'src/irt/models/rasch.ts', '../item.ts', 'src/irt/item.ts'],
    ['zod/mini from schema', 'src/schema/item.ts', 'zod/mini', undefined],
    ['ts-fsrs from fsrs', 'src/memory/models/fsrs.ts', 'ts-fsrs', undefined],
    ['an index from the root', 'src/index.ts', './irt/index.ts', 'src/irt/index.ts'],
  ])('importing %s is allowed', (_, file, specifier, target) => {
    expect(importing(file, specifier, target)).toEqual([]);
  });

  it('a dynamic import, a re-export and a type import count as well', () => {
    const path = { 'src/path/path.ts': '' };
    for (const text of [
      "await import('../path/path.ts')",
      "export * from '../path/path.ts'",
      "let x: import('../path/path.ts').P",
    ]) {
      expect(floorComplaints(files({ ...path, 'src/mastery/mastery.ts': text }))).toHaveLength(1);
    }
  });

  it('an unknown room is refused', () => {
    expect(floorComplaints(files({ 'src/kitchen/sink.ts': '' }))[0]).toMatch(/kitchen is no room/);
  });

  it('a cycle between files of one room is named', () => {
    const cycle = {
      'src/irt/a.ts': "import './b.ts';",
      'src/irt/b.ts': "import './c.ts';",
      'src/irt/c.ts': "import './a.ts';",
    };
    expect(floorComplaints(files(cycle))).toEqual([
      'cycle: src/irt/a.ts -> src/irt/b.ts -> src/irt/c.ts -> src/irt/a.ts',
    ]);
  });

  it.each([
    'const x = Math.random();',
    "const x = Math['random']();",
    'const roll = Math.random;',
    'const x = Date.now();',
    'const x = performance.now();',
    'const x = new Date();',
    'const x = new Date;',
    'enum Colour { red }',
    'export default 1;',
    'export default function f() {}',
    'class Bank {}',
    'class Bank extends Map {}',
    "console.log('x');",
  ])('%s is refused', (code) => {
    expect(forbiddenCalls(files({ 'src/irt/x.ts': code }))).toHaveLength(1);
  });

  it('a date of a given time, an error class and words in strings are allowed', () => {
    const code = "new Date(0); class OddError extends RangeError {} const s = 'Math.random() console'; // Date.now()";
    expect(forbiddenCalls(files({ 'src/irt/x.ts': code }))).toEqual([]);
  });

  it.each([
    "export * from './item.ts';",
    "export * as irt from './item.ts';",
    'export const x = 1;',
    "import './item.ts';",
  ])('an index with `%s` is refused', (code) => {
    expect(indexComplaints(files({ 'src/irt/index.ts': code }))).toHaveLength(1);
  });

  it('a file named otherwise than its exports, or with a name that says nothing, is refused', () => {
    expect(nameComplaints(files({ 'src/irt/item.ts': 'export interface Item {}' }))).toEqual([]);
    expect(nameComplaints(files({ 'src/irt/models/all.ts': 'export const allModels = [];' }))).toEqual([]);
    expect(nameComplaints(files({ 'src/irt/item.ts': 'export const other = 1;' }))).toHaveLength(1);
    expect(nameComplaints(files({ 'src/irt/item.ts': 'const item = 1;' }))).toHaveLength(1);
    expect(nameComplaints(files({ 'src/irt/utils.ts': 'export const utils = 1;' }))).toHaveLength(1);
    expect(nameComplaints(files({ 'src/irt/helpers/x.ts': 'export const x = 1;' }))).toHaveLength(1);
    expect(nameComplaints(files({ 'src/irt/someModels/x.ts': 'export const x = 1;' }))).toHaveLength(1);
  });

  it('a long file, and a house of long files, are refused', () => {
    const text = (lines: number) => 'x\n'.repeat(lines);
    expect(sizeComplaints(files({ 'src/irt/x.ts': text(150) }))).toEqual([]);
    expect(sizeComplaints(files({ 'src/irt/x.ts': text(151) }))).toHaveLength(1);
    const short = Object.fromEntries(Array.from({ length: 20 }, (_, k) => [`src/irt/x${k}.ts`, text(40)]));
    expect(sizeComplaints(files({ ...short, 'src/irt/y.ts': text(250) }))).toEqual([]);
    expect(sizeComplaints(files({ ...short, 'src/irt/y.ts': text(251) }))[0]).toMatch(/y.ts: 251 lines/);
  });

  it('a verb that takes two siblings is refused; one default, types and lists of all are allowed', () => {
    const verb = (code: string) => siblingComplaints(files({ 'src/mastery/estimateMastery.ts': code }));
    expect(verb("import { irt } from './by/irt.ts'; import { bkt } from './by/bkt.ts';")).toHaveLength(1);
    expect(verb("import { irt } from './by/irt.ts'; import type { Bkt } from './by/bkt.ts';")).toEqual([]);
    expect(verb("import { irt } from './by/irt.ts'; import { type Bkt } from './by/bkt.ts';")).toEqual([]);
    expect(verb("import { irt } from './by/irt.ts'; import { allBy } from './by/all.ts';")).toEqual([]);
  });

  it('entries that differ from the rooms, or from each other, are refused', () => {
    const house = files({ 'src/index.ts': '', 'src/irt/index.ts': '', 'src/math/logistic.ts': '' });
    const right = { '.': entryShape('.'), './irt': entryShape('./irt'), './package.json': './package.json' };
    const pages = ['src/index.ts', 'src/irt/index.ts'];
    const typesLast = { ...right, './irt': { require: {}, import: { default: '', types: '' } } };
    expect(entryComplaints(house, right, pages)).toEqual([]);
    expect(entryComplaints(house, { '.': entryShape('.') }, pages)).toHaveLength(1);
    expect(entryComplaints(house, { ...right, './math': entryShape('./math') }, pages)).toHaveLength(1);
    expect(entryComplaints(house, typesLast, pages)).toHaveLength(1);
    expect(entryComplaints(house, right, ['src/index.ts'])).toHaveLength(1);
    expect(entryComplaints(house, right, [...pages, 'src/path/index.ts'])).toHaveLength(1);
  });
});
