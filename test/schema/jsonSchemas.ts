import { resolve } from 'node:path';
import { type Documents, jsonSchema } from 'tutelage/schema';
import { root } from '../project.ts';

/** Every name that has a JSON Schema. */
export const documentNames: readonly (keyof Documents)[] = [
  'learnerProfile',
  'competencyGraph',
  'activity',
  'qMatrix',
  'evidence',
  'item',
  'mastery',
  'progression',
  'feasibility',
  'path',
  'schedule',
  'report',
  'learnerExport',
];

export const jsonSchemaFile = (name: string): string => resolve(root, 'docs/schemas', `${name}.json`);

export const jsonSchemaText = (name: keyof Documents): string => `${JSON.stringify(jsonSchema(name), null, 2)}\n`;
