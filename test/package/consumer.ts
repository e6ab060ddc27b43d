import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { transform } from 'esbuild';
import ts from 'typescript';
import type { Example } from '../docs/findExamples.ts';
import { instrument } from '../docs/runExamples.ts';
import { root } from '../project.ts';

/** Runs a program without a shell; its output, or an error that holds the output. */
export async function run(cwd: string, program: string, ...args: string[]): Promise<string> {
  const options = { cwd, maxBuffer: 2 ** 26 };
  const result = await promisify(execFile)(program, args, options).catch(
    (error: { stdout: string; stderr: string }) => {
      throw new Error(`${program} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`);
    },
  );
  return result.stdout;
}

/** A command of a development dependency. */
export const tool = (name: string): string => resolve(root, 'node_modules/.bin', name);

/** What `npm pack` made. */
export interface Tarball {
  readonly path: string;
  readonly files: readonly string[];
}

/** Builds and packs the library. */
export async function pack(): Promise<Tarball> {
  await run(root, 'npm', 'run', 'build');
  const folder = mkdtempSync(join(tmpdir(), 'tutelage-pack-'));
  const output = await run(root, 'npm', 'pack', '--json', '--pack-destination', folder);
  const [packed] = JSON.parse(output) as { filename: string; files: { path: string }[] }[];
  return { path: join(folder, packed!.filename), files: packed!.files.map(({ path }) => path) };
}

/** An empty folder with the packed library and zod and mathjs, its peers, installed. */
export async function installed({ path }: Tarball): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tutelage-consumer-'));
  const versionOf = (name: string) =>
    (createRequire(import.meta.url)(`${name}/package.json`) as { version: string }).version;
  const peers = ['zod', 'mathjs'].map((name) => `${name}@${versionOf(name)}`);
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }\n');
  // CommonJS, so that neither tsx nor vitest have a say in what its import() finds
  writeFileSync(join(folder, 'load.cjs'), 'module.exports = { load: (name) => import(name), need: require };\n');
  const quiet = ['--no-audit', '--no-fund', '--prefer-offline'];
  await run(folder, 'npm', 'install', ...quiet, path, ...peers);
  return folder;
}

/** Node's own `import` and `require`, as a file of the consumer sees them. */
export const loaders = (folder: string) =>
  createRequire(import.meta.url)(join(folder, 'load.cjs')) as {
    load: (name: string) => Promise<Record<string, unknown>>;
    need: NodeJS.Require;
  };

/** CommonJS has no top-level await: what awaits goes into a function, and its promise is exported. */
function forCommonJs(code: string): string {
  if (!/\bawait\b/.test(code)) return code;
  const { statements } = ts.createSourceFile('example.ts', code, ts.ScriptTarget.Latest);
  const stays = (statement: ts.Statement) =>
    ts.isImportDeclaration(statement) || code.slice(statement.pos, statement.end).trim().startsWith('export ');
  const text = (keep: boolean) =>
    statements.flatMap((each) => (stays(each) === keep ? [code.slice(each.pos, each.end)] : [])).join('');
  return `${text(true)}\nexport const done = (async () => {${text(false)}\n})();\n`;
}

/** Writes examples into the consumer's folder: as TypeScript (.mts, .cts), and, claims included, as JavaScript. */
export async function writeExamples(folder: string, examples: readonly Example[]): Promise<void> {
  mkdirSync(join(folder, 'typed'));
  mkdirSync(join(folder, 'run'));
  for (const [k, { code }] of examples.entries()) {
    writeFileSync(join(folder, 'typed', `${k}.mts`), `${code}\nexport {};\n`);
    writeFileSync(join(folder, 'typed', `${k}.cts`), `${forCommonJs(code)}\nexport {};\n`);
    for (const [format, ending] of [
      ['esm', 'mjs'],
      ['cjs', 'cjs'],
    ] as const) {
      const { code: javascript } = await transform(
        format === 'cjs' ? forCommonJs(instrument(code)) : instrument(code),
        {
          loader: 'ts',
          format,
        },
      );
      writeFileSync(join(folder, 'run', `${k}.${ending}`), javascript);
    }
  }
}
