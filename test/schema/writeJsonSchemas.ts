// npm run schemas: writes docs/schemas anew.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { documentNames, jsonSchemaFile, jsonSchemaText } from './jsonSchemas.ts';

for (const name of documentNames) {
  mkdirSync(dirname(jsonSchemaFile(name)), { recursive: true });
  writeFileSync(jsonSchemaFile(name), jsonSchemaText(name));
}
