import { describe, expect, it } from 'vitest';
import { filesIn, packageExports, readText } from '../project.ts';
import { floorComplaints } from './floors.ts';
import {
  forbiddenCalls,
  indexComplaints,
  lineFigures,
  nameComplaints,
  siblingComplaints,
  sizeComplaints,
} from './habits.ts';
import { COLLECTIONS, DEFAULTS } from './house.ts';
import { entryComplaints } from './packaging.ts';

const files = new Map(filesIn('src').map((file) => [file, readText(file)]));

describe('the house', () => {
  it('src holds TypeScript and nothing else', () => {
    expect(files.size).toBeGreaterThan(0);
    expect([...files.keys()].filter((file) => !file.endsWith('.ts'))).toEqual([]);
  });

  it('every file reads only lower floors, its own room and, where its floor allows, rooms to the left; there is no cycle', () => {
    expect(floorComplaints(files)).toEqual([]);
  });

  it('no file rolls dice, reads the clock, prints, or declares enums, default exports or classes that are no errors', () => {
    expect(forbiddenCalls(files)).toEqual([]);
  });

  it('every index is a list of names', () => {
    expect(indexComplaints(files)).toEqual([]);
  });

  it('every file is named after what it exports', () => {
    expect(nameComplaints(files)).toEqual([]);
  });

  it('files are short', () => {
    console.log('lines per file of src', lineFigures(files));
    expect(sizeComplaints(files)).toEqual([]);
  });

  it('verbs take strategies as arguments', () => {
    expect(siblingComplaints(files)).toEqual([]);
  });

  it('every exception is of a file that exists', () => {
    expect([...COLLECTIONS.keys(), ...DEFAULTS.keys()].filter((file) => !files.has(file))).toEqual([]);
  });

  it('package.json and the documentation list exactly the rooms with an index, all in one shape', () => {
    const { entryPoints } = JSON.parse(readText('typedoc.json')) as { entryPoints: string[] };
    expect(entryComplaints(files, packageExports(), entryPoints)).toEqual([]);
  });
});
