// npm run sizes: measures every entry and rewrites the table in README.md.
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readText, root } from '../project.ts';
import { measureRows, withTable } from './sizes.ts';

const rows = await measureRows();
writeFileSync(resolve(root, 'README.md'), withTable(readText('README.md'), rows));
for (const [name, kB] of rows) console.log(name.padEnd(36), kB.toFixed(1).padStart(6), 'kB');
