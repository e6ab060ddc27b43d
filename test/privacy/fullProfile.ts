import type { LearnerProfile } from 'tutelage/profile';

const T = 1_790_000_000_000;
const stated = { source: 'self', at: T, confidence: 0.9, expires: T + 5, visibility: 'teacher' } as const;

/** A profile in which every field is filled and every time is above 1e12: a field that is new is missing here, and does not compile. */
export const fullProfile: Required<LearnerProfile> = {
  schema: 'tutelage/learner-profile',
  version: 2,
  id: 'ana-7f3k',
  locale: 'pt-PT',
  languages: [{ tag: 'pt', level: 'native', stated }],
  gradeBand: 'grade 7',
  birthYear: 2012,
  competencies: [
    {
      competencyId: 'fractions',
      value: 0.5,
      sd: 0.1,
      n: 65,
      ungraded: 1,
      lastAt: T + 1,
      by: 'bkt',
      trace: {
        state: { known: 0.5 },
        n: 65,
        at: T + 1,
        id: 'e65',
        checkpoints: [{ state: {}, n: 64, at: T + 2, id: 'e64' }],
      },
    },
    { competencyId: 'decimals', value: null, sd: null, n: 0, lastAt: null, by: 'bkt' },
  ],
  standing: { scale: 'share', strengths: [], needs: [], unknown: [{ competencyId: 'decimals', reason: 'noEvidence' }] },
  interests: { tags: [{ id: 'music', weight: 1 }], stated },
  goals: [{ id: 'g', competencyIds: ['fractions'], target: 0.8, due: T + 3, owner: 'learner', status: 'open', stated }],
  scales: [{ scale: 'grit', score: 50, se: 5, at: T + 4, stated }],
  confidence: { bias: 0.1, n: 12 },
  preferences: { challenge: { value: 0.8, weight: 1 }, stated },
  pace: { multiplier: 1.1, sd: 0.2, n: 9 },
  availability: { timeZone: 'UTC', windows: [], exceptions: [{ date: '2026-12-31', windows: [] }], stated },
  devices: [{ kind: 'phone', stated }],
  places: ['home'],
  bandwidthKbps: 500,
  access: { modes: ['textual'], avoid: ['flashing'], stated },
  supports: [{ feature: 'captions', state: 'initial', stated }],
  plan: { kind: 'iep', accommodations: ['extra time'], review: T + 6, stated },
  consent: [{ purpose: 'planning', given: true, by: 'parent', at: T + 7, expires: T + 8 }],
  history: { n: 66, firstAt: T - 9, lastAt: T + 1, lastId: 'e65', evidenceIds: ['essay'] },
  provenance: [{ field: 'locale', ...stated }],
};
