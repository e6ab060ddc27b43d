import { mkdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { inspect } from 'node:util';
import { build } from 'esbuild';
import ts from 'typescript';
import { root } from '../project.ts';
import type { Example } from './findExamples.ts';
import { matches } from './matches.ts';

/** What an example claims on one line. */
export interface Claim {
  readonly line: string;
  /** Gives the value claimed about, or throws. */
  readonly value: () => unknown;
}

/**
 * The example with every claim (`expression; // => literal`, `expression; // throws /pattern/`) turned into an entry of its
 * export `claims`. A mark that belongs to no expression statement is a mistake of the example, never skipped.
 */
export function instrument(code: string): string {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest, true);
  const marks = code.match(/\/\/ (=>|throws )/g)?.length ?? 0;
  let out = code;
  let claims = 0;
  for (const statement of [...file.statements].reverse()) {
    const mark = /^[ \t]*\/\/ (=>|throws) (.*)$/m.exec(code.slice(statement.end).split('\n', 1)[0]!);
    if (!mark) continue;
    if (!ts.isExpressionStatement(statement)) throw new SyntaxError(`no expression before \`${mark[0].trim()}\``);
    const expression = statement.expression.getText();
    const [kind, line] = [mark[1], JSON.stringify(mark[0].trim().slice(3))];
    const entry =
      kind === 'throws'
        ? `claims.push({ line: ${line}, value: () => (${expression}) });`
        : `{ const value = (${expression}); claims.push({ line: ${line}, value: () => value }); }`;
    out = out.slice(0, statement.getStart()) + entry + out.slice(statement.end);
    claims++;
  }
  if (claims !== marks) throw new SyntaxError(`${marks - claims} claim(s) do not follow an expression statement`);
  if (claims === 0) throw new SyntaxError('claims nothing; end a line in `// => value`');
  return `export const claims = [];\n${out}`;
}

/** What is wrong with the claims of an example; nothing is right. */
export function complaints(claims: readonly Claim[]): string[] {
  return claims.flatMap(({ line, value }) => {
    const said = line.replace(/^(=>|throws) /, '');
    if (line.startsWith('=>')) {
      return matches(value(), said)
        ? []
        : [`says ${said}, is ${inspect(value(), { breakLength: Infinity, depth: 9 })}`];
    }
    const [, source, flags] = /^\/(.*)\/(\w*)$/.exec(said) ?? [];
    if (source === undefined) return [`\`throws ${said}\` needs a /pattern/`];
    try {
      value();
      return [`says it throws ${said}, but it does not`];
    } catch (error) {
      const text = String(error);
      return new RegExp(source, flags).test(text) ? [] : [`says it throws ${said}, but it throws ${text}`];
    }
  });
}

/** Bundles examples into one module and hands out, for each, a function that runs it and returns its complaints. */
export async function bundleExamples(name: string, examples: readonly Example[]): Promise<(() => Promise<string[]>)[]> {
  const folder = resolve(root, 'node_modules/.cache/tutelage');
  mkdirSync(folder, { recursive: true });
  const outfile = resolve(folder, `${name}-${process.pid}.mjs`);
  const broken = new Map<number, string>();
  const contents = (k: number): string => {
    try {
      return instrument(examples[k]!.code);
    } catch (error) {
      broken.set(k, String(error));
      return 'export const claims = [];';
    }
  };
  await build({
    stdin: {
      contents: `export const run = [${examples.map((_, k) => `() => import('example:${k}')`)}];`,
      resolveDir: root,
    },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
    outfile,
    plugins: [
      {
        name: 'examples',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^example:/ }, ({ path }) => ({ path: path.slice(8), namespace: 'example' }));
          onResolve({ filter: /^tutelage(\/|$)/ }, ({ path }) => ({
            path: resolve(root, 'src', path.slice(9), 'index.ts'),
          }));
          onLoad({ filter: /.*/, namespace: 'example' }, ({ path }) => ({
            contents: contents(Number(path)),
            loader: 'ts',
            resolveDir: root,
          }));
        },
      },
    ],
  });
  const { run } = (await import(/* @vite-ignore */ outfile)) as { run: (() => Promise<{ claims: Claim[] }>)[] };
  rmSync(outfile);
  return run.map((load, k) => async () => {
    const reason = broken.get(k);
    return reason === undefined ? complaints((await load()).claims) : [reason];
  });
}
