import { type AnswerSequence, bkt, fitBkt } from 'tutelage/tracing';
import { bktCounts, replayElo } from 'tutelage/tracing/analysis';
import { uniform } from '../../src/random/stream.ts';
import { warmStream } from '../../src/random/warmStream.ts';
import type { BenchRow } from './run.ts';
import { printAccuracies } from './tracingAccuracy.ts';

const parameters = { prior: 0.3, learn: 0.15, guess: 0.2, slip: 0.1, forget: 0 };

/** Answers drawn from the model. */
function simulated(learners: number, length: number, seed: number): AnswerSequence[] {
  const from = warmStream(seed);
  return Array.from({ length: learners }, () => {
    let known = uniform(from) < parameters.prior;
    return Array.from({ length }, (): 0 | 1 => {
      const right = uniform(from) < (known ? 1 - parameters.slip : parameters.guess);
      known ||= uniform(from) < parameters.learn;
      return right ? 1 : 0;
    });
  });
}

function timed(name: string, unit: string, units: number, act: () => void, more: Partial<BenchRow> = {}): BenchRow {
  act(); // warm
  const started = process.hrtime.bigint();
  act();
  return { name, unit, nsPerUnit: Number(process.hrtime.bigint() - started) / units, ...more };
}

/** Updates, fits and replays; then how well every model predicts learners it has not seen. */
export async function bench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  const model = bkt(parameters);
  let state = model.init();
  const updates = 20_000_000;
  rows.push(
    timed('bkt update', 'answer', updates, () => {
      state = model.init();
      for (let k = 0; k < updates; k++) state = model.update(state, (k * 7) % 10 < 6 ? 1 : 0);
    }),
  );
  const sequences = simulated(20_000, 20, 1);
  rows.push(
    timed(
      'fitBkt, one pass of an EM, packing included',
      'learner of 20 answers',
      20_000 * 20,
      () => {
        for (let pass = 0; pass < 20; pass++) bktCounts(sequences, parameters);
      },
      { yardstick: 'bktForwardBackward' },
    ),
  );
  const from = warmStream(5);
  const answers = Array.from({ length: 280_000 }, (_, k) => ({
    learnerId: `learner ${k % 3000}`,
    itemId: `item ${Math.floor(uniform(from) * 17_000)}`,
    competencyIds: [`skill ${Math.floor(uniform(from) * 120)}`],
    score: uniform(from) < 0.66 ? 1 : 0,
  }));
  rows.push(
    timed(
      'replayElo of 280,000 answers, 3,000 learners, 17,000 items, 120 competencies',
      'answer',
      answers.length,
      () => replayElo(answers),
    ),
  );
  const many = simulated(50_000, 20, 9);
  const before = process.memoryUsage().rss;
  rows.push(timed('fitBkt of 1,000,000 answers, five starts', 'answer', 1_000_000, () => fitBkt(many, { seed: 1 })));
  console.log(
    `memory: ${Math.round(process.memoryUsage().rss / 1e6)} MB in all, ${Math.round((process.memoryUsage().rss - before) / 1e6)} MB more than before the fit of 10^6 answers`,
  );
  printAccuracies();
  return rows;
}
