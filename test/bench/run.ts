// npm run bench [-- room]: runs test/bench/<room>.bench.ts (all without a room), prints a table and writes
// test/bench/results/<room>.json. Where there is a C compiler and ../shared/bench/yardstick.c, plain C's figures stand beside.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** One line of a benchmark. A `*.bench.ts` module exports `bench: () => Promise<BenchRow[]>`. */
export interface BenchRow {
  readonly name: string;
  /** Time of one unit of work, in nanoseconds. */
  readonly nsPerUnit: number;
  /** What one unit is: 'pattern of 50 items', 'order of 34 units'. */
  readonly unit: string;
  /** The kernel of the yardstick that does the same work, when there is one. */
  readonly yardstick?: string;
  /** The row of the same run that this one is measured against. */
  readonly rival?: string;
  /** Seconds a rival took elsewhere, on a machine whose `eapScore` took 1,350 ns; carried over to this one by that kernel. */
  readonly rivalSeconds?: number;
}

/** Nanoseconds per unit of the C kernels by name; empty where they cannot be built. */
function yardsticks(): Map<string, number> {
  const source = resolve(import.meta.dirname, '../../../shared/bench/yardstick.c');
  if (!existsSync(source)) return new Map();
  const folder = mkdtempSync(join(tmpdir(), 'yardstick-'));
  try {
    const program = join(folder, 'yardstick');
    execFileSync('cc', ['-O3', '-march=native', '-o', program, source, '-lm'], { stdio: 'ignore' });
    const lines = execFileSync(program, { encoding: 'utf8' }).trim().split('\n');
    return new Map(lines.map((line) => JSON.parse(line)).map(({ kernel, nsPerUnit }) => [kernel, nsPerUnit]));
  } catch {
    return new Map();
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const folder = import.meta.dirname;
const wanted = process.argv[2];
const rooms = readdirSync(folder)
  .flatMap((file) => /^(\w+)\.bench\.ts$/.exec(file)?.[1] ?? [])
  .filter((room) => wanted === undefined || room === wanted);
if (rooms.length === 0) throw new Error(`bench: there is no test/bench/${wanted ?? '*'}.bench.ts`);

const plainC = yardsticks();
mkdirSync(join(folder, 'results'), { recursive: true });
for (const room of rooms) {
  const { bench } = (await import(`./${room}.bench.ts`)) as { bench: () => Promise<BenchRow[]> };
  const measured = await bench();
  const rows = measured.map((row) => {
    const rival = measured.find(({ name }) => name === row.rival);
    const ns = plainC.get(row.yardstick ?? '');
    const here = plainC.get('eapScore');
    if (row.rivalSeconds !== undefined && here !== undefined) {
      return { ...row, ratio: row.nsPerUnit / ((row.rivalSeconds * 1e9 * here) / 1350) };
    }
    if (rival) return { ...row, ratio: row.nsPerUnit / rival.nsPerUnit };
    return ns === undefined ? row : { ...row, plainC: ns, ratio: row.nsPerUnit / ns };
  });
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? 'unknown' };
  writeFileSync(join(folder, 'results', `${room}.json`), `${JSON.stringify({ room, ...machine, rows }, null, 2)}\n`);
  console.log(room);
  console.table(rows);
}
