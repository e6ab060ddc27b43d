// The project's own files, for tests that read them.
import { readdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';

/** The top folder. */
export const root = resolve(import.meta.dirname, '..');

/** The text of a file, by its path from the top folder. */
export const readText = (file: string): string => readFileSync(resolve(root, file), 'utf8');

/** Files under a folder whose names have an ending, as paths from the top folder. */
export function filesIn(folder: string, ending = ''): string[] {
  return readdirSync(resolve(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(root, resolve(entry.parentPath, entry.name)))
    .sort();
}

/** The `exports` of package.json. */
export const packageExports = (): Record<string, unknown> => JSON.parse(readText('package.json')).exports;

/** The subpaths of package.json's `exports` that hold code: '.', './irt', ... */
export const entries = (): string[] => Object.keys(packageExports()).filter((key) => key !== './package.json');

/** How a consumer names an entry: './irt' is 'tutelage/irt'. */
export const specifierOf = (entry: string): string => entry.replace(/^\./, 'tutelage');

/** The source file of an entry, from the top folder: './irt' is src/irt/index.ts. */
export const sourceOf = (entry: string): string => (entry === '.' ? 'src/index.ts' : `src/${entry.slice(2)}/index.ts`);
