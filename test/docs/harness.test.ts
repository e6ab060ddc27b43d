import { describe, expect, it } from 'vitest';
import { docstringExamples, type Example, fenceExamples } from './findExamples.ts';
import { matches } from './matches.ts';
import { programOf } from './program.ts';
import { bundleExamples } from './runExamples.ts';

const complaintsOf = async (name: string, ...codes: string[]) => {
  const examples = codes.map((code): Example => ({ name: 'fixture', code }));
  const runs = await bundleExamples(name, examples);
  return Promise.all(runs.map((run) => run()));
};

describe('the harness of the examples', () => {
  it('accepts a right claim and fails a wrong one, naming both values', async () => {
    expect(await complaintsOf('claims', '1 + 1; // => 2', '1 + 1; // => 3')).toEqual([[], ['says 3, is 2']]);
  });

  it('takes the value at the line of the claim', async () => {
    const code = 'const list = [1];\nlet k = 1;\nk; // => 1\nk = 2;\nlist.map(\n  (x) => x + k,\n)[0]; // => 3';
    expect(await complaintsOf('lines', code)).toEqual([[]]);
  });

  it('checks what is thrown', async () => {
    const throwing = "(() => { throw new RangeError('f: n is 0'); })();";
    const codes = [`${throwing} // throws /n is 0/`, `${throwing} // throws /n is 1/`, '1; // throws /n/'];
    const found = await complaintsOf('throws', ...codes);
    expect(found.map((list) => list.length)).toEqual([0, 1, 1]);
  });

  it('fails an example that claims nothing, or claims where there is no expression', async () => {
    const found = await complaintsOf('nothing', 'const a = 1;', 'const a = 1; // => 1', '1; // => 1\n// => 2');
    expect(found.map((list) => list.length)).toEqual([1, 1, 1]);
  });

  it('reads the examples of docstrings and the checking fences of pages', () => {
    const text =
      '/**\n * Adds.\n *\n * @example\n * add(1, 1); // => 2\n * @example\n * add(2, 1); // => 3\n */\nfunction add() {}';
    expect(docstringExamples('add.ts', text)).toEqual([
      { name: 'add.ts add', code: 'add(1, 1); // => 2' },
      { name: 'add.ts add', code: 'add(2, 1); // => 3' },
    ]);
    const page = '# A\n\n```ts\nadd(1, 1); // => 2\n```\n\n```sh\nls\n```\n\n```ts\nconst shown = 1;\n```\n';
    expect(fenceExamples('a.md', page)).toEqual([{ name: 'a.md fence 1', code: 'add(1, 1); // => 2\n' }]);
  });

  it('compares numbers to the digits printed and everything else exactly', () => {
    const right: [unknown, string][] = [
      [0.4213, '0.42'],
      [-0.4213, '-0.42'],
      [1.23e-5, '1.2e-5'],
      [2_000_000, '2_000_000'],
      [new Float64Array([1, 0.5]), '[1, 0.5]'],
      [{ a: null, 'b-c': [Number.NaN] }, "{ a: null, 'b-c': [NaN] }"],
      [undefined, 'undefined'],
    ];
    const wrong: [unknown, string][] = [
      [0.4251, '0.42'],
      [2.1, '2'],
      ['2', '2'],
      [[1, 2], '[1]'],
      [{ a: 1, b: 2 }, '{ a: 1 }'],
      [{ a: undefined }, '{}'],
      [null, 'undefined'],
      [[], '{}'],
    ];
    expect(right.filter(([actual, literal]) => !matches(actual, literal))).toEqual([]);
    expect(wrong.filter(([actual, literal]) => matches(actual, literal))).toEqual([]);
    expect(() => matches(1, 'Math.round(1)')).toThrow(/no JavaScript literal/);
  });

  it('type-checks examples strictly', () => {
    const code = (score: string) => `
      import { type Evidence, evidenceLog } from 'tutelage/evidence';
      const entry: Evidence = { id: 'e', learnerId: 'l', at: null, competencies: [], score: ${score}, source: 'quiz' };
      evidenceLog([entry]);`;
    const { problems } = programOf([
      { name: 'right', code: code('1') },
      { name: 'wrong', code: code("'1'") },
    ]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^wrong, line 3: .*not assignable to type 'number/);
  });
});
