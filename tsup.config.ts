import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';

// The list of entries is package.json's `exports`: './irt' is built from src/irt/index.ts, '.' from src/index.ts.
const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: Record<string, unknown> };
const rooms = Object.keys(exports).filter((key) => key !== './package.json');

export default defineConfig({
  entry: Object.fromEntries(
    rooms.map((room) => {
      const file = room === '.' ? 'index' : `${room.slice(2)}/index`;
      return [file, `src/${file}.ts`];
    }),
  ),
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  treeshake: true,
  dts: true,
  clean: true,
});
