import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../project.ts';

/** A process of its own with little memory: what grows without bound ends it. */
const run = (...given: string[]): unknown =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        '--max-old-space-size=384',
        '--stack-size=984',
        '--import',
        'tsx',
        resolve(root, 'test/schema/hostile.ts'),
        ...given,
      ],
      { cwd: root, encoding: 'utf8', timeout: 120_000, stdio: ['ignore', 'pipe', 'pipe'] },
    ),
  );

describe('hostile input ends in issues, within 384 MB', () => {
  it.each(run() as string[])('%s', (name) => {
    const { results, polluted } = run(name) as {
      results: { parser: string; ms: number; ok: boolean; issues: number }[];
      polluted: boolean;
    };
    expect(polluted).toBe(false);
    expect(results.filter(({ ok }) => ok)).toEqual([]);
    for (const { parser, issues } of results)
      expect(issues > 0 && issues <= 101, `${parser}: ${issues} issues`).toBe(true);
    const slowest = results.reduce((worst, next) => (next.ms > worst.ms ? next : worst));
    console.log(`${name}: at most ${slowest.ms.toFixed(0)} ms (${slowest.parser})`);
  });
});
