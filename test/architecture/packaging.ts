import { sourceOf } from '../project.ts';
import { type Files, PRIVATE_ROOMS } from './house.ts';

/** The subpaths that should exist: the root, and every folder of src with an index: a room, or a part of one. */
export const expectedEntries = (files: Files): string[] => [
  '.',
  ...[...files.keys()]
    .flatMap((file) => /^src\/(\w+(?:\/\w+)?)\/index\.ts$/.exec(file)?.[1] ?? [])
    .map((room) => `./${room}`),
];

/** One shape for all entries: types first, ESM and CommonJS. */
export function entryShape(entry: string): unknown {
  const file = entry === '.' ? './dist/index' : `./dist/${entry.slice(2)}/index`;
  return {
    import: { types: `${file}.d.ts`, default: `${file}.js` },
    require: { types: `${file}.d.cts`, default: `${file}.cjs` },
  };
}

/** What package.json's exports or the entry points of the documentation lack or have too much. */
export function entryComplaints(
  files: Files,
  exported: Record<string, unknown>,
  documented: readonly string[],
): string[] {
  const expected = expectedEntries(files);
  const entries = Object.keys(exported).filter((key) => key !== './package.json');
  const sources = expected.map(sourceOf);
  // compared as text: the order of conditions matters, the first that fits wins
  const odd = entries.filter((entry) => JSON.stringify(exported[entry]) !== JSON.stringify(entryShape(entry)));
  const less = (list: readonly string[], than: readonly string[]) => list.filter((one) => !than.includes(one));
  return [
    ...less(expected, entries).map((entry) => `package.json: exports lack ${entry}`),
    ...less(entries, expected).map((entry) => `package.json: exports name ${entry}, but src has no index for it`),
    ...odd.map((entry) => `package.json: ${entry} is not shaped like the other entries`),
    ...less(sources, documented).map((file) => `typedoc.json: entryPoints lack ${file}`),
    ...less(documented, sources).map((file) => `typedoc.json: ${file} is no entry`),
    ...PRIVATE_ROOMS.filter((room) => files.has(`src/${room}/index.ts`)).map((room) => `src/${room} is private ground`),
  ];
}
