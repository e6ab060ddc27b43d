import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { differences, exampleNames, recordedAt, runExample } from './runExample.ts';

describe('every example prints what was recorded', () => {
  it('there are examples', () => {
    expect(exampleNames().length).toBeGreaterThan(0);
  });

  it.each(exampleNames())('%s', async (name) => {
    expect(existsSync(recordedAt(name)), 'recorded; run `npm run record` and read what it wrote').toBe(true);
    const recorded = readFileSync(recordedAt(name), 'utf8').replaceAll('\r\n', '\n');
    expect(differences(recorded, await runExample(name))).toEqual([]);
  });

  it('a changed, a missing and an added line are seen', () => {
    expect(differences('a\nb\n', 'a\nc\n')).toEqual(['2 - b', '2 + c']);
    expect(differences('a\nb\n', 'a\n')).toEqual(['2 - b', '2 + ', '3 - ']);
    expect(differences('a\n', 'a\nb\n')).toEqual(['2 - ', '2 + b', '3 + ']);
    expect(differences('a\n', 'a\n')).toEqual([]);
  });
});
