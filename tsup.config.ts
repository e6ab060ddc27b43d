import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

// The list of entries is package.json's `exports`: './irt' is built from src/irt/index.ts, '.' from src/index.ts.
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
const rooms = Object.keys(exports)
  .filter((key) => key !== './package.json')
  .map((room) => (room === '.' ? 'index' : `${room.slice(2)}/index`));

// Schemas are made by calls at the top of their files. A bundler drops such a file whole or not at all, so each stays a file
// of its own: in one piece, the learner profile alone would cost about 1 kB more.
const schemas = readdirSync('src/schema', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => `schema/${file.replace(/\.ts$/, '')}`);

const fromSource = (files: readonly string[]) => Object.fromEntries(files.map((file) => [file, `src/${file}.ts`]));

export default defineConfig({
  entry: fromSource([...rooms, ...schemas]),
  dts: { entry: fromSource(rooms) },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  treeshake: true,
  clean: true,
});
