import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { entries, root, specifierOf } from '../project.ts';
import { fromSource } from '../sizes/sizes.ts';

const folder = resolve(root, 'node_modules/.cache/tutelage');

/** Imports code in a process of its own, packages as installed: the names it added to, changed in or took from any global. */
async function changedGlobals(name: string, code: string): Promise<string[]> {
  const file = resolve(folder, `${name}.mjs`);
  const stdin = { contents: code, resolveDir: folder };
  await build({
    stdin,
    bundle: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
    outfile: file,
    plugins: [fromSource],
  });
  const script = `
    const snapshot = () => {
      const values = new Map();
      const note = (prefix, owner) => {
        for (const key of Reflect.ownKeys(owner)) values.set(prefix + String(key), Object.getOwnPropertyDescriptor(owner, key).value);
      };
      note('', globalThis);
      for (const [name, value] of [...values]) {
        if (value === globalThis || value === null || !/^(object|function)$/.test(typeof value)) continue;
        note(name + '.', value);
        if (value.prototype) note(name + '#', value.prototype);
      }
      return values;
    };
    const before = snapshot();
    await import(${JSON.stringify(file)});
    const after = snapshot();
    const names = [...new Set([...before.keys(), ...after.keys()])];
    const same = (name) => before.has(name) === after.has(name) && Object.is(before.get(name), after.get(name));
    process.stdout.write(JSON.stringify(names.filter((name) => !same(name))));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  return JSON.parse(stdout) as string[];
}

// Not ours: ts-fsrs adds deprecated methods to Date.prototype (gone in its next major), zod keeps two records of its own.
const OF_PACKAGES: Readonly<Record<string, string[]>> = {
  './memory': ['Date#scheduler', 'Date#diff', 'Date#format', 'Date#dueFormat'],
  './schema': ['__zod_globalConfig', '__zod_globalRegistry'],
};
const withoutMembers = (names: readonly string[]) => names.filter((name) => !/^__zod_\w+[.#]/.test(name));

describe('importing an entry changes no global, but for what ts-fsrs and zod do themselves', () => {
  mkdirSync(folder, { recursive: true });

  it.each(entries())('%s', async (entry) => {
    const name = specifierOf(entry);
    const changed = await changedGlobals(`globals-${name.replace('/', '-')}`, `export * from '${name}';`);
    expect(withoutMembers(changed)).toEqual(OF_PACKAGES[entry] ?? []);
  });

  it('a change is seen', async () => {
    const code =
      'globalThis.tutor = 1; Array.prototype.pick = 1; delete Math.hypot; JSON.more = 1; Date.now = () => 0;';
    const seen = ['tutor', 'JSON.more', 'Array#pick', 'Math.hypot', 'Date.now'];
    expect((await changedGlobals('globals-fixture', code)).sort()).toEqual(seen.sort());
  });
});
