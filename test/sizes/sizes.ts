import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'esbuild';
import { entries, root, sourceOf, specifierOf } from '../project.ts';

/** What is measured: the code a consumer writes, and the most it may weigh, in kB (1,000 bytes, minified and gzipped). */
export interface Measured {
  readonly name: string;
  readonly code: string;
  readonly budget: number;
}

/** Whole entries, dependencies and peers included: measured, plus a tenth. Raise one only with a reason in the commit. */
const BUDGETS: Readonly<Record<string, number>> = {
  tutelage: 140,
  'tutelage/competency': 2.9,
  'tutelage/content': 3.8,
  'tutelage/evidence': 1.5,
  'tutelage/profile': 2.6,
  'tutelage/irt': 18, // the limit of issue 4
  'tutelage/irt/analysis': 38.7, // it shares models and calibration with tutelage/irt
  'tutelage/tracing': 7, // the limit of issue 6
  'tutelage/tracing/analysis': 8.6,
  'tutelage/memory': 6, // the limit of issue 6
  'tutelage/memory/analysis': 2.8,
  'tutelage/genetic': 8.4,
  'tutelage/mastery': 13.3,
  'tutelage/progression': 6, // the limit of issue 6
  'tutelage/progression/analysis': 10.3,
  'tutelage/environment': 6.6,
  'tutelage/path': 28.2, // above the 9 of issue 5: docs/architecture.md says why
  'tutelage/schedule': 4.6,
  'tutelage/report': 6.9,
  'tutelage/schema': 14, // the limit of issue 3
  'tutelage/expression': 45, // the limit of issue 6
  'tutelage/privacy': 5.1,
};

/** The promises of issue 2: what one function costs. */
export const SINGLE_IMPORTS: readonly Measured[] = [
  {
    name: 'ability of two-parameter items',
    code: `import { eap, estimateAbilityWith, twoPl } from 'tutelage/irt';
export const ability = (items, answers) => estimateAbilityWith([twoPl], items, answers, { by: eap() });`,
    budget: 3,
  },
  { name: 'ability of items of any model', code: "export { estimateAbility } from 'tutelage/irt';", budget: 7 },
  { name: 'chen2008', code: "export { chen2008 } from 'tutelage/path';", budget: 4 },
  { name: 'learner profile schema', code: "export { parseLearnerProfile } from 'tutelage/schema';", budget: 9 },
];

/** Every entry as a whole. An entry without a budget is over it. */
export const WHOLE_ENTRIES: readonly Measured[] = entries().map((entry) => {
  const name = specifierOf(entry);
  return { name, code: `export * from '${name}';`, budget: BUDGETS[name] ?? 0 };
});

/** `tutelage/irt` as the source in src. */
export const fromSource: Plugin = {
  name: 'from source',
  setup({ onResolve }) {
    onResolve({ filter: /^tutelage(\/|$)/ }, ({ path }) => ({
      path: resolve(root, sourceOf(path.replace('tutelage', '.'))),
      sideEffects: false,
    }));
  },
};

/** Bundles code for browsers; the size after `gzip -9` in kB and every file that was reached. */
export async function sizeOf(code: string, plugins: Plugin[] = [fromSource], resolveDir = root) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir, loader: 'js' },
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    logLevel: 'silent',
    plugins,
  });
  return { kB: gzipSync(outputFiles[0]!.contents, { level: 9 }).length / 1000, inputs: Object.keys(metafile.inputs) };
}

/** The packages among the files of a bundle, by name. */
export const packagesIn = (inputs: readonly string[]): string[] => [
  ...new Set(inputs.flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? [])),
];

export const START = '<!-- sizes -->';
export const END = '<!-- /sizes -->';

/** The rows of README's table: name and size as printed. */
export const readTable = (readme: string): [name: string, kB: number][] => {
  const table = readme.slice(readme.indexOf(START), readme.indexOf(END));
  return [...table.matchAll(/^\| (.+?) \| ([\d.]+) kB \|$/gm)].map(([, name, kB]) => [name!, Number(kB)]);
};

/** README's rows as they should be. */
export async function measureRows(): Promise<[name: string, kB: number][]> {
  const rows: [string, number][] = [];
  for (const { name, code } of WHOLE_ENTRIES) rows.push([`\`${name}\``, (await sizeOf(code)).kB]);
  for (const { name, code } of SINGLE_IMPORTS) rows.push([`only ${name}`, (await sizeOf(code)).kB]);
  return rows;
}

/** README with its table written anew. */
export function withTable(readme: string, rows: readonly (readonly [string, number])[]): string {
  const lines = rows.map(([name, kB]) => `| ${name} | ${kB.toFixed(1)} kB |`);
  const table = [START, '| import | gzip |', '|---|--:|', ...lines, ''].join('\n');
  return readme.slice(0, readme.indexOf(START)) + table + readme.slice(readme.indexOf(END));
}
