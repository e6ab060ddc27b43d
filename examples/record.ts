// npm run record: runs every example and writes what it prints to examples/recorded. Read the changes before committing them.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exampleNames, recordedAt, runExample } from '../test/examples/runExample.ts';

for (const name of exampleNames()) {
  mkdirSync(dirname(recordedAt(name)), { recursive: true });
  writeFileSync(recordedAt(name), await runExample(name));
  console.log(`recorded ${name} with Node ${process.version}`);
}
