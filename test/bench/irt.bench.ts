import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { Bench } from 'tinybench';
import {
  calibrate,
  eap,
  estimateAbilities,
  expectedCounts,
  type ResponseMatrix,
  startPosterior,
  type TwoPlItem,
  updatePosterior,
} from 'tutelage/irt';
import { simulateAnswers } from 'tutelage/irt/analysis';
import { stream, uniform } from '../../src/random/stream.ts';
import type { BenchRow } from './run.ts';

const PERSONS = 100_000;
const COUNTED = 10_000;
const ITEMS = 50;
const SPEED = new URL('../../../shared/reference/irt/speed/', import.meta.url);

/** Fits timed with R (README of the reference): seconds at 61 nodes; mirt at tolerance 1e-4, no standard errors. */
const FITS = [
  { name: 's2pl_1000x20', model: '2pl', mirt: 0.37, tam: null, logLik: -11152.3298 },
  { name: 's2pl_10000x50', model: '2pl', mirt: 4.8, tam: 2.91, logLik: -270913.106 },
  { name: 's2pl_50000x100', model: '2pl', mirt: 54.5, tam: 32.2, logLik: -2578104.39 },
  { name: 'grm_5000x30k5', model: 'graded', mirt: 3.83, tam: null, logLik: -207355.878 },
] as const;

/** EAP scoring, the steps of calibration, whole calibrations and a running posterior; nearly all patterns are distinct. */
export async function bench(): Promise<BenchRow[]> {
  const from = stream(1);
  const items = Array.from({ length: ITEMS }, (_, k): TwoPlItem => {
    return { id: `item-${k + 1}`, model: '2pl', a: 0.5 + 1.5 * uniform(from), b: -2 + 4 * uniform(from) };
  });
  const thetas = Float64Array.from({ length: PERSONS }, () => 4 * uniform(from) - 2);
  const matrix = simulateAnswers(items, thetas, { seed: 1 });
  const part = simulateAnswers(items, thetas.subarray(0, COUNTED), { seed: 2 });
  const { iterations } = calibrate(part, { model: '2pl', standardErrors: false });
  const start = startPosterior();
  const runs = new Bench({ time: 1000, iterations: 5, warmupTime: 100, warmupIterations: 1 });
  runs.add('score', () => estimateAbilities(items, matrix, { by: eap() }));
  runs.add('count', () => expectedCounts(part, items));
  runs.add('calibrate', () => calibrate(part, { model: '2pl', standardErrors: false }));
  runs.add('update', () => updatePosterior(start, items[0]!, 1));
  await runs.run();
  const ms = (name: string) => {
    const { result } = runs.getTask(name)!;
    if (result?.state !== 'completed') throw new Error(`bench: ${name} did not complete`);
    return result.latency.p50;
  };
  const unit = 'person, 50 items x 61 nodes';
  return [
    { name: 'EAP score', unit, nsPerUnit: (ms('score') * 1e6) / PERSONS, yardstick: 'eapScore' },
    {
      name: 'expectation step, patterns found anew',
      unit,
      nsPerUnit: (ms('count') * 1e6) / COUNTED,
      yardstick: 'eStep',
    },
    {
      name: `2PL calibration, all of an iteration (${iterations} in all)`,
      unit,
      nsPerUnit: (ms('calibrate') * 1e6) / COUNTED / iterations,
      yardstick: 'eStep',
    },
    { name: 'update of a running posterior', unit: 'answer, 61 nodes', nsPerUnit: ms('update') * 1e6 },
    ...FITS.flatMap(wholeFit),
    ...[1000, 10_000, 100_000, 1_000_000].map(inOwnProcess),
  ];
}

/** A whole calibration beside what R took; the ratio is to mirt's time. */
function wholeFit({ name, model, mirt, tam, logLik }: (typeof FITS)[number]): BenchRow[] {
  if (!existsSync(SPEED)) return [];
  const answers = readMatrix(name);
  const truth = gunzipSync(readFileSync(new URL(`${name}_items.csv.gz`, SPEED)))
    .toString()
    .trim()
    .split('\n');
  const a = truth[0]!.split(',').findIndex((column) => column.replaceAll('"', '') === 'a');
  const slopes = truth.slice(1).map((line) => Number(line.split(',')[a]));
  const times = Array.from({ length: 3 }, () => {
    const begin = performance.now();
    calibrate(answers, { model, standardErrors: false });
    return performance.now() - begin;
  });
  const ms = times.sort((x, y) => x - y)[1]!;
  const fit = calibrate(answers, { model, standardErrors: false });
  const rmse = Math.sqrt(fit.items.reduce((sum, item, j) => sum + (item.a - slopes[j]!) ** 2, 0) / fit.items.length);
  const above = (fit.logLikelihood - logLik).toFixed(3);
  const others = `mirt ${mirt} s${tam === null ? '' : `, TAM ${tam} s`}`;
  return [
    {
      name: `calibrate ${name} (${others}; log-likelihood ${above} above mirt; rmse of a ${rmse.toFixed(4)})`,
      unit: 'fit',
      nsPerUnit: ms * 1e6,
      rivalSeconds: mirt,
    },
  ];
}

function readMatrix(name: string): ResponseMatrix {
  const lines = gunzipSync(readFileSync(new URL(`${name}_resp.txt.gz`, SPEED)))
    .toString()
    .trim()
    .split('\n');
  const width = lines[0]!.length;
  const answers = new Int8Array(lines.length * width);
  for (const [i, line] of lines.entries()) {
    for (let j = 0; j < width; j++) answers[i * width + j] = line[j] === '.' ? -1 : Number(line[j]);
  }
  return {
    personIds: lines.map((_, i) => `p${i}`),
    itemIds: Array.from({ length: width }, (_, j) => `i${j}`),
    answers,
  };
}

/** Calibration of so many persons in a process of its own, to show cost and memory by size. */
function inOwnProcess(persons: number): BenchRow {
  const script = fileURLToPath(new URL('./irtScale.ts', import.meta.url));
  const out = execFileSync(process.execPath, ['--import', 'tsx', script, String(persons)], { encoding: 'utf8' });
  const { ms, iterations, peakMB } = JSON.parse(out) as { ms: number; iterations: number; peakMB: number };
  return {
    name: `2PL calibration of ${persons} x 50 (${iterations} iterations, peak ${Math.round(peakMB)} MB)`,
    unit: 'person',
    nsPerUnit: (ms * 1e6) / persons,
  };
}
