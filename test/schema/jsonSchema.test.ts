import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { jsonSchema } from 'tutelage/schema';
import { describe, expect, it } from 'vitest';
import { documentNames, jsonSchemaFile, jsonSchemaText } from './jsonSchemas.ts';

describe('jsonSchema', () => {
  it.each(documentNames)('docs/schemas/%s.json is what `npm run schemas` writes', (name) => {
    expect(readFileSync(jsonSchemaFile(name), 'utf8')).toBe(jsonSchemaText(name));
  });

  it('docs/schemas holds nothing else', () => {
    const files = readdirSync(dirname(jsonSchemaFile('x'))).sort();
    expect(files).toEqual(documentNames.map((name) => `${name}.json`).sort());
  });

  it('says ranges, whole numbers, patterns and what is closed', () => {
    const { properties, additionalProperties } = jsonSchema('learnerProfile') as {
      properties: Record<string, { items?: unknown; properties?: Record<string, unknown> }>;
      additionalProperties: boolean;
    };
    expect(additionalProperties).toBe(false);
    expect(properties.birthYear).toEqual({ type: 'integer', minimum: 0 });
    expect(properties.pace!.properties!.multiplier).toEqual({ type: 'number', exclusiveMinimum: 0 });
    expect(properties.history!.properties!.lastAt).toEqual({ type: ['number', 'null'] });
    expect(properties.id).toEqual({ type: 'string', minLength: 1 });
    expect(properties.places!.items).toMatchObject({ enum: expect.arrayContaining(['transit']) });
  });

  it('refuses a name it does not know', () => {
    expect(() => jsonSchema('__proto__' as never)).toThrow(/jsonSchema: there is no document "__proto__"; known are/);
  });
});
