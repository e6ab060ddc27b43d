import type { Evidence } from 'tutelage/evidence';
import { evidenceLog } from 'tutelage/evidence';
import { recordEvidence } from 'tutelage/mastery';
import { newLearnerProfile } from 'tutelage/profile';
import { bkt } from 'tutelage/tracing';
import type { BenchRow } from './run.ts';

const COMPETENCIES = 24;
const by = bkt({ prior: 0.3, learn: 0.1, guess: 0.2, slip: 0.1 });
const event = (k: number): Evidence => ({
  id: `e${k}`,
  learnerId: 'ana',
  at: 1000 * k,
  competencies: [{ id: `c${k % COMPETENCIES}` }],
  score: k % 3 === 0 ? 0 : 1,
  source: 'practice',
});

/** What the next event costs after 10^3 to 10^6 events: in time order one by one, and late by 100 events. */
export async function bench(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  let profile = recordEvidence(newLearnerProfile({ id: 'ana' }), [], { by });
  let recorded = 0;
  for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
    const timed = size / 2; // the second half of the way from the size before
    let started = 0n;
    for (; recorded < size; recorded++) {
      if (recorded === size - timed) started = process.hrtime.bigint();
      profile = recordEvidence(profile, event(recorded), { by });
    }
    const nsPerUnit = Number(process.hrtime.bigint() - started) / timed;
    rows.push({ name: `recordEvidence, one by one, up to ${size} events`, unit: 'event in time order', nsPerUnit });
    const log = evidenceLog(Array.from({ length: size }, (_, k) => event(k)));
    const late = Array.from({ length: 200 }, (_, k) => ({
      ...event(size - 100),
      id: `late${k}`,
      at: 1000 * (size - 100) + 1,
    }));
    const begun = process.hrtime.bigint();
    for (const entry of late) recordEvidence(profile, entry, { by, log });
    rows.push({
      name: `recordEvidence, 100 events late, after ${size} events`,
      unit: 'late event',
      nsPerUnit: Number(process.hrtime.bigint() - begun) / late.length,
    });
  }
  return rows;
}
