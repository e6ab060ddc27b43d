import fc from 'fast-check';
import { rule } from 'tutelage/expression';
import { expect } from 'vitest';

const words = fc.constantFrom(
  ...[
    'mastery',
    'evidence',
    'achieved',
    'x',
    '__proto__',
    'constructor',
    'prototype',
    'import',
    'evaluate',
    'parse',
    'eval',
    'this',
    'end',
  ],
  ...[
    'and',
    'or',
    'not',
    'xor',
    'in',
    'to',
    'mod',
    '>=',
    '<',
    '==',
    '=',
    '?',
    ':',
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ';',
    '.',
    '..',
    '"',
    "'",
  ],
  ...[
    '1',
    '0.5',
    '1e308',
    '1e-400',
    '0x10',
    '1i',
    'NaN',
    'Infinity',
    'null',
    'true',
    'false',
    '#',
    '\n',
    '\\',
    '^',
    '.^',
    '!',
    '%',
    '|',
    '&',
    '~',
    '->',
  ],
  ...['sqrt', 'max', 'f(x)=', 'function', 'while(true){}', '=>', '`', '$' + '{1}', '\u0000', '∞', '🙂'],
);
const texts = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(words, { maxLength: 30 }).map((some) => some.join(' ')),
  fc.array(words, { maxLength: 30 }).map((some) => some.join('')),
  fc.tuple(words, fc.nat(600)).map(([word, count]) => word.repeat(Math.ceil(count / word.length))),
);
const estimate = {
  competencyId: 'c',
  status: 'unknown',
  value: null,
  sd: null,
  interval: null,
  level: 0.9,
  n: 0,
  evidenceIds: [],
  lastAt: null,
} as const;

/** Every text is a rule that decides, or a SyntaxError that names its place in the library; no global is touched and nothing takes long. */
export function hostileTexts(count: number, seed: number): void {
  const before =
    Reflect.ownKeys(globalThis).length +
    Reflect.ownKeys(Object.prototype).length +
    Reflect.ownKeys(Function.prototype).length;
  fc.assert(
    fc.property(texts, (text) => {
      try {
        const { status } = rule(text).decide({ competencyId: 'c', estimate, evidence: [], now: null });
        expect(status).toBe('notStarted');
      } catch (error) {
        expect(error, text).toBeInstanceOf(SyntaxError);
        expect((error as Error).message).toMatch(/^rule: /);
      }
    }),
    { numRuns: count, seed, interruptAfterTimeLimit: 120_000, markInterruptAsFailure: true },
  );
  const after =
    Reflect.ownKeys(globalThis).length +
    Reflect.ownKeys(Object.prototype).length +
    Reflect.ownKeys(Function.prototype).length;
  expect(after).toBe(before);
}
