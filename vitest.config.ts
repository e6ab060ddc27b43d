import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const src = fileURLToPath(new URL('./src/', import.meta.url));
const alias = [
  { find: /^tutelage$/, replacement: `${src}index.ts` },
  { find: /^tutelage\/(.+)$/, replacement: `${src}$1/index.ts` },
];
const special = ['laws', 'docs', 'architecture', 'examples', 'package', 'browser', 'slow', 'types', 'sizes', 'bench'];
const project = (name: string, include: string[], more: object = {}) => ({
  resolve: { alias },
  test: { name, include, exclude: ['**/*.slow.test.ts'], environment: 'node' as const, ...more },
});
const long = { testTimeout: 600_000, hookTimeout: 600_000 };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      project('unit', ['test/**/*.test.ts'], {
        exclude: ['**/*.slow.test.ts', ...special.map((folder) => `test/${folder}/**`)],
      }),
      project('laws', ['test/laws/**/*.test.ts']),
      project('docs', ['test/docs/**/*.test.ts'], long),
      project('architecture', ['test/architecture/**/*.test.ts', 'test/sizes/**/*.test.ts'], long),
      project('examples', ['test/examples/**/*.test.ts'], long),
      project('package', ['test/package/**/*.test.ts'], { ...long, fileParallelism: false }),
      project('browser', ['test/browser/**/*.test.ts'], long),
      project('slow', ['test/**/*.slow.test.ts'], { ...long, exclude: [] }),
      project('types', [], {
        typecheck: { enabled: true, only: true, include: ['test/types/**/*.test-d.ts'], tsconfig: './tsconfig.json' },
      }),
    ],
  },
});
