import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { root } from '../project.ts';

/** The runnable programs, in order: '01-from-answers-to-plan', ... */
export const exampleNames = (): string[] => {
  const folder = resolve(root, 'examples');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => /^\d\d-.*\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
};

/** Where the recorded output of an example stands. */
export const recordedAt = (name: string): string => resolve(root, 'examples/recorded', `${name}.txt`);

/** What an example prints, with locale and time zone fixed. */
export async function runExample(name: string): Promise<string> {
  const env = { ...process.env, TZ: 'UTC', LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8', NO_COLOR: '1' };
  const options = { cwd: root, env, maxBuffer: 2 ** 26 };
  const { stdout } = await promisify(execFile)(
    resolve(root, 'node_modules/.bin/tsx'),
    [`examples/${name}.ts`],
    options,
  );
  return stdout.replaceAll('\r\n', '\n');
}

/** The first lines that differ, as `- recorded` and `+ printed`; empty when there are none. */
export function differences(recorded: string, printed: string, most = 8): string[] {
  const [left, right] = [recorded.split('\n'), printed.split('\n')];
  const length = Math.max(left.length, right.length);
  const lines = Array.from({ length }, (_, k) => k).filter((k) => left[k] !== right[k]);
  return lines
    .slice(0, most)
    .flatMap((k) => [
      ...(k < left.length ? [`${k + 1} - ${left[k]}`] : []),
      ...(k < right.length ? [`${k + 1} + ${right[k]}`] : []),
    ]);
}
