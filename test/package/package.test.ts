// The package as a stranger gets it: packed, installed into an empty folder, and used from there.
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Example, findExamples } from '../docs/findExamples.ts';
import { type Claim, complaints } from '../docs/runExamples.ts';
import { entries, root, specifierOf } from '../project.ts';
import { SINGLE_IMPORTS, sizeOf, WHOLE_ENTRIES } from '../sizes/sizes.ts';
import { installed, loaders, pack, run, type Tarball, tool, writeExamples } from './consumer.ts';

const names = entries().map(specifierOf);
const examples: Example[] = findExamples();
const seen = (name: string) => examples.some(({ code }) => code.includes(`from '${name}'`));
let tarball: Tarball;
let folder: string;

beforeAll(async () => {
  tarball = await pack();
  folder = await installed(tarball);
  await writeExamples(folder, examples);
});

afterAll(() => {
  for (const made of [dirname(tarball.path), folder]) rmSync(made, { recursive: true, force: true });
});

describe('the tarball', () => {
  it('holds dist, README, LICENSE, CHANGELOG and package.json, and nothing else', () => {
    const texts = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
    expect(tarball.files.filter((file) => !file.startsWith('dist/')).sort()).toEqual(texts);
    expect(tarball.files.filter((file) => !/\.(c?js|d\.c?ts)$/.test(file)).sort()).toEqual(texts);
  });

  it('publint finds nothing', async () => {
    expect(await run(root, tool('publint'), tarball.path, '--strict')).toMatch(/All good/);
  });

  it('are the types wrong? finds nothing from Node 16 resolution on', async () => {
    expect(await run(root, tool('attw'), tarball.path, '--profile', 'node16')).toMatch(/🟢 \(ESM\)/);
  });
});

describe('installed into an empty folder', () => {
  it.each(names)('%s is the same by import and by require', async (name) => {
    const { load, need } = loaders(folder);
    const imported = await load(name);
    expect(need.resolve(name)).toMatch(/\.cjs$/);
    expect(Object.keys(need(name) as object).sort()).toEqual(Object.keys(imported).sort());
  });

  it.each(['tutelage/math', 'tutelage/dist/irt/index.js'])('%s is private', async (name) => {
    await expect(loaders(folder).load(name)).rejects.toThrow(/not (defined|exported)/);
  });

  it('every entry with something to call is called by an example', async () => {
    const { load } = loaders(folder);
    for (const name of names.filter((one) => one !== 'tutelage' && !seen(one))) {
      expect(Object.keys(await load(name)), name).toEqual([]);
    }
  });

  it.each(['mjs', 'cjs'])('every example of the documentation runs as %s', async (ending) => {
    const { load, need } = loaders(folder);
    const found: Record<string, string[]> = {};
    for (const [k, { name }] of examples.entries()) {
      const file = join(folder, 'run', `${k}.${ending}`);
      const made = (await (ending === 'cjs' ? need(file) : load(file))) as { claims: Claim[]; done?: Promise<void> };
      await made.done;
      const { claims } = made;
      if (complaints(claims).length > 0) found[name] = complaints(claims);
    }
    expect(found).toEqual({});
  });

  it.each([
    ['node16', 'node16', ['typed/*.mts', 'typed/*.cts', 'all.mts', 'all.cts']],
    ['bundler', 'esnext', ['typed/*.mts', 'all.mts']],
  ])(
    'strict TypeScript with %s resolution accepts every entry, its declarations and every example',
    async (moduleResolution, module, include) => {
      const all = names.map((name, k) => `export * as entry${k} from '${name}';`).join('\n');
      for (const kind of ['mts', 'cts']) writeFileSync(join(folder, `all.${kind}`), all);
      const compilerOptions = {
        ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false, noEmit: true },
        ...{ target: 'es2022', lib: ['es2022', 'dom'], types: [], moduleResolution, module }, // zod names the DOM's URL
      };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include }));
      expect(await run(folder, tool('tsc'), '--project', 'tsconfig.json')).toBe('');
    },
  );

  it.each([...SINGLE_IMPORTS, ...WHOLE_ENTRIES])(
    '$name costs a browser bundle at most $budget kB',
    async ({ code, budget }) => {
      expect((await sizeOf(code, [], folder)).kB).toBeLessThanOrEqual(budget);
    },
  );
});
