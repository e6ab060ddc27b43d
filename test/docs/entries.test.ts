import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { entries } from '../project.ts';
import { findExamples } from './findExamples.ts';
import { exportsOf, programOf } from './program.ts';

const { program, problems } = programOf(findExamples());
const checker = program.getTypeChecker();
const rooms = entries().filter((entry) => entry !== '.');
const named = (entry: string) => [...exportsOf(program, entry)].map(([name, symbol]) => ({ name, symbol }));

describe('what the entries promise', () => {
  it('every example is strict TypeScript', () => {
    expect(problems).toEqual([]);
  });

  it.each(rooms)('every name of %s has a docstring, and every function an example', (entry) => {
    expect(named(entry).length, 'names').toBeGreaterThan(0);
    const without = named(entry).flatMap(({ name, symbol }) => {
      const sentence = ts.displayPartsToString(symbol.getDocumentationComment(checker));
      const isValue = (symbol.flags & ts.SymbolFlags.Value) !== 0;
      const isFunction = isValue && checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;
      const hasExample = symbol.getJsDocTags(checker).some((tag) => tag.name === 'example');
      return [
        ...(sentence.trim() === '' ? [`${name} has no docstring`] : []),
        ...(isFunction && !hasExample ? [`${name} has no @example`] : []),
      ];
    });
    expect(without).toEqual([]);
  });

  it('one exported name has one meaning in the whole package', () => {
    const meanings = new Map<string, Set<ts.Symbol>>();
    for (const { name, symbol } of entries().flatMap(named)) {
      meanings.set(name, (meanings.get(name) ?? new Set()).add(symbol));
    }
    expect([...meanings].filter(([, symbols]) => symbols.size > 1).map(([name]) => name)).toEqual([]);
  });

  it('the root entry holds every name of every entry but memory, schema and expression', () => {
    const expected = rooms.filter((entry) => !/^\.\/(memory|schema|expression)/.test(entry)).flatMap(named);
    expect([...exportsOf(program, '.').keys()].sort()).toEqual(expected.map(({ name }) => name).sort());
  });
});
