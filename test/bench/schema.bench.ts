import { Bench } from 'tinybench';
import type { Evidence } from 'tutelage/evidence';
import { parseEvidence } from 'tutelage/schema';
import type { BenchRow } from './run.ts';

const EVENTS = 50_000;

/** Evidence as a school's export would have it. */
const events = Array.from(
  { length: EVENTS },
  (_, k): Evidence => ({
    id: `2f1b6c1e-${k}`,
    learnerId: `learner-${k % 500}`,
    at: 1_790_000_000_000 + 1000 * k,
    itemId: `item-${k % 833}`,
    competencies: [{ id: `competency-${k % 24}` }, { id: `competency-${k % 7}`, weight: 0.5 }],
    score: k % 3 === 0 ? 0 : 1,
    source: 'quiz',
    attempt: 1 + (k % 2),
    durationMs: 20_000 + k,
    confidence: (k % 10) / 10,
  }),
);

/** `parseEvidence` of 50,000 events against `JSON.parse` of the same text. */
export async function bench(): Promise<BenchRow[]> {
  const text = JSON.stringify(events);
  const parsed: unknown = JSON.parse(text);
  const work = {
    'JSON.parse': () => void JSON.parse(text),
    parseEvidence: () => void parseEvidence(parsed),
    'JSON.parse, then parseEvidence': () => void parseEvidence(JSON.parse(text)),
  };
  const runs = new Bench({ time: 2000, iterations: 10, warmupTime: 500, warmupIterations: 2 });
  for (const [name, run] of Object.entries(work)) runs.add(name, run);
  await runs.run();
  return Object.keys(work).map((name) => {
    const { result } = runs.getTask(name)!;
    if (result?.state !== 'completed') throw new Error(`bench: ${name} did not complete`);
    const row = { name, unit: 'event of about 250 characters', nsPerUnit: (result.latency.p50 * 1e6) / EVENTS };
    return name === 'JSON.parse' ? row : { ...row, rival: 'JSON.parse' };
  });
}
