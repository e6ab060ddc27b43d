import { Bench } from 'tinybench';
import { calibrate, estimateAbilities, responseMatrix, type TwoPlItem } from 'tutelage/irt';
import { stream, uniform } from '../../src/random/stream.ts';
import type { BenchRow } from './run.ts';

const PERSONS = 100_000;
const CALIBRATED = 4000;
const ITEMS = 50;

/** EAP scoring and Rasch calibration on simulated answers, nearly all patterns distinct. */
export async function bench(): Promise<BenchRow[]> {
  const from = stream(1);
  const items = Array.from({ length: ITEMS }, (_, k): TwoPlItem => {
    return { id: `item-${k + 1}`, model: '2pl', a: 0.5 + 1.5 * uniform(from), b: -2 + 4 * uniform(from) };
  });
  const rows = Array.from({ length: PERSONS }, () => {
    const theta = 4 * uniform(from) - 2;
    return items.map(({ b }) => (uniform(from) < 1 / (1 + Math.exp(b - theta)) ? 1 : 0));
  });
  const matrix = responseMatrix(rows);
  const part = responseMatrix(rows.slice(0, CALIBRATED));
  const { iterations } = calibrate(part, { model: 'rasch', standardErrors: false });
  const runs = new Bench({ time: 1000, iterations: 5, warmupTime: 100, warmupIterations: 1 });
  runs.add('score', () => estimateAbilities(items, matrix));
  runs.add('calibrate', () => calibrate(part, { model: 'rasch', standardErrors: false }));
  await runs.run();
  const ms = (name: string) => {
    const { result } = runs.getTask(name)!;
    if (result?.state !== 'completed') throw new Error(`bench: ${name} did not complete`);
    return result.latency.p50;
  };
  return [
    {
      name: 'EAP score',
      unit: 'person, 50 items x 61 nodes',
      nsPerUnit: (ms('score') * 1e6) / PERSONS,
      yardstick: 'eapScore',
    },
    {
      name: `Rasch EM, all of an iteration (${iterations} in all)`,
      unit: 'person, 50 items x 61 nodes',
      nsPerUnit: (ms('calibrate') * 1e6) / CALIBRATED / iterations,
      yardstick: 'eStep',
    },
  ];
}
