// A calibration in a process of its own: node --import tsx irtScale.ts <persons>. Prints milliseconds, iterations and peak memory as JSON.
import { simulateAnswers } from '../../src/irt/analysis/index.ts';
import { calibrate, type TwoPlItem } from '../../src/irt/index.ts';
import { stream, uniform } from '../../src/random/stream.ts';

const persons = Number(process.argv[2]);
const from = stream(1);
const items = Array.from({ length: 50 }, (_, k): TwoPlItem => {
  return { id: `item-${k + 1}`, model: '2pl', a: 0.5 + 1.5 * uniform(from), b: -2 + 4 * uniform(from) };
});
const normal = () => Math.sqrt(-2 * Math.log(1 - uniform(from))) * Math.cos(2 * Math.PI * uniform(from));
const matrix = simulateAnswers(
  items,
  Float64Array.from({ length: persons }, () => normal()),
  { seed: 1 },
);
const begin = performance.now();
const { iterations } = calibrate(matrix, { model: '2pl', standardErrors: false });
const ms = performance.now() - begin;
console.log(JSON.stringify({ ms, iterations, peakMB: process.resourceUsage().maxRSS / 1024 }));
