import fc from 'fast-check';
import { newCompetencyGraph } from 'tutelage/competency';
import { type Activity, newActivity } from 'tutelage/content';
import {
  allConstraints,
  alternativeActivities,
  feasibleActivities,
  type LearningContext,
  rankByPreference,
} from 'tutelage/environment';
import { type LearnerProfile, newLearnerProfile, supportFeatures } from 'tutelage/profile';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

// Every constraint has to obey these laws; a new one is tested by being in allConstraints.
const some = <const T>(...values: readonly T[]) => fc.subarray([...values]);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const competencies = ['count', 'halves', 'fractions', '__proto__'];
const kinds = ['phone', 'tablet', 'laptop', 'desktop', 'other'] as const;
const inputs = ['touch', 'keyboard', 'mouse', 'switch', 'voice'] as const;
const places = ['home', 'school', 'library', 'work', 'transit', 'other'] as const;
const modes = some('auditory', 'tactile', 'textual', 'visual');
const hazards = some('flashing', 'motionSimulation', 'sound');
const modalities = ['text', 'audio', 'video', 'interactive', 'handsOn'] as const;
const ids = ['film', '__proto__', 'constructor', 'toString', 'quiz', 'text', 'lab', 'game'];
const tags = fc.uniqueArray(fc.record({ id: fc.constantFrom('music', 'football', '__proto__'), weight: share }), {
  selector: ({ id }) => id,
});

const features = [
  ...[
    'captions',
    'closedCaptions',
    'openCaptions',
    'transcript',
    'signLanguage',
    'alternativeText',
    'audioDescription',
  ],
  ...['displayTransformability', 'braille', 'tactileGraphic', 'none', 'unknown', ...supportFeatures],
];
const optional = { requiredKeys: [] as [] };
const span = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }));

const rest: fc.Arbitrary<Partial<Activity>> = fc.record(
  {
    minutes: fc.double({ min: 1, max: 60, noNaN: true }),
    timeLimitMinutes: fc.integer({ min: 1, max: 60 }),
    difficulty: fc.double({ min: -4, max: 4, noNaN: true }),
    modalities: some(...modalities),
    tags,
    language: fc.constantFrom('pt-PT', 'EN', 'fi', 'zxx', 'mul', 'und', ''),
    accessMode: modes,
    accessModeSufficient: fc.array(modes, { maxLength: 3 }),
    accessibilityFeature: fc.subarray(features, { maxLength: 5 }),
    accessibilityHazard: hazards,
    devices: some(...kinds),
    minScreenWidth: fc.integer({ min: 300, max: 2000 }),
    input: some(...inputs),
    network: fc.constantFrom('online', 'download'),
    minBandwidthKbps: fc.integer({ min: 1, max: 1000 }),
    places: some(...places),
    groupSize: span.map(([min, more]) => ({ min, max: min + more })),
    ages: span.map(([min, more]) => ({ min, max: min + more })),
  },
  optional,
);
const activities = fc
  .tuple(
    fc.shuffledSubarray(ids),
    fc.array(fc.tuple(some(...competencies, 'unheard-of'), rest), { minLength: 8, maxLength: 8 }),
  )
  .map(([names, given]) => names.map((id, k) => newActivity({ ...given[k]![1], id, competencyIds: given[k]![0] })));

const device = fc.record(
  {
    kind: fc.constantFrom(...kinds),
    screenWidth: fc.integer({ min: 300, max: 2000 }),
    offline: fc.boolean(),
    input: some(...inputs),
  },
  { requiredKeys: ['kind'] },
);
const context: fc.Arbitrary<LearningContext> = fc.record(
  {
    device: fc.option(device),
    place: fc.constantFrom(...places),
    online: fc.boolean(),
    bandwidthKbps: fc.nat(1000),
    minutes: fc.nat(120),
    people: fc.integer({ min: 1, max: 30 }),
    now: fc.integer({ min: Date.UTC(2020), max: Date.UTC(2030) }),
    downloaded: some(...ids),
    supports: some(...supportFeatures),
  },
  optional,
);
const wishes = <T>(values: readonly T[]) =>
  fc.array(fc.record({ value: fc.constantFrom(...values), weight: share }), { maxLength: 3 });
const profile: fc.Arbitrary<LearnerProfile> = fc
  .record(
    {
      locale: fc.constantFrom('pt', 'en-GB'),
      birthYear: fc.integer({ min: 1990, max: 2020 }),
      interests: fc.record({ tags }),
      preferences: fc.record(
        {
          modality: wishes(modalities),
          grouping: wishes(['alone', 'pair', 'group', 'class'] as const),
          sessionMinutes: fc.record({ value: fc.integer({ min: 5, max: 60 }), weight: share }),
          challenge: fc.record({ value: fc.double({ min: 0.1, max: 0.9, noNaN: true }), weight: share }),
        },
        optional,
      ),
      pace: fc.record({ multiplier: fc.double({ min: 0.2, max: 4, noNaN: true }), n: fc.constant(5) }),
      access: fc.record({ modes, avoid: hazards }, optional),
      supports: fc.array(
        fc.record(
          {
            feature: fc.oneof(fc.constantFrom(...supportFeatures), fc.constant('captions' as const)),
            state: fc.constantFrom('initial', 'option', 'prohibit'),
            timeMultiplier: fc.double({ min: 1, max: 3, noNaN: true }),
            unlimitedTime: fc.boolean(),
          },
          { requiredKeys: ['feature', 'state'] },
        ),
        { maxLength: 4 },
      ),
    },
    optional,
  )
  .map((given) => newLearnerProfile({ id: 'k4x9', ...given }));
const graph = newCompetencyGraph(
  competencies.map((id) => ({ id })),
  competencies.slice(1).map((id, k) => [competencies[k]!, id] as const),
);
const ready = fc.option(
  some(...competencies).map((achieved) => ({ graph, achieved })),
  { nil: undefined },
);

const asked = fc.record({ activities, context, profile, ready }).map((given) => deepFreeze(given));
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;
const sort = ({ activities, context, profile, ready }: Asked, constraints = allConstraints) =>
  feasibleActivities(activities, context, profile, { ...(ready && { ready }), constraints });
const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const assert = (law: (given: Asked) => void) => fc.assert(fc.property(asked, law), { numRuns: 300 });

describe.each(allConstraints.map((constraint) => [constraint.name, constraint] as const))('%s', (_, constraint) => {
  it('rules nothing out when nothing is known of learner and context', () => {
    assert(({ activities }) => {
      const { ok } = feasibleActivities(activities, {}, newLearnerProfile({ id: 'k4x9' }), {
        constraints: [constraint],
      });
      expect(ok).toEqual(activities);
    });
  });

  it('says the same each time, in a word and a sentence', () => {
    assert((given) => {
      const { rejected, unchecked } = sort(given, [constraint]);
      expect(sort(given, [constraint])).toEqual({ ok: expect.anything(), rejected, unchecked });
      for (const { reasons } of [...rejected, ...unchecked]) {
        expect(reasons).toHaveLength(1);
        expect(reasons[0]!.reason).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
        expect(reasons[0]!.text).toMatch(/^[A-Z].*[;,] .*\.$/);
        expect(reasons[0]!.text).not.toMatch(/undefined|null|NaN|Infinity|\[object| {2}/);
      }
    });
  });

  it('has its reasons among those of all constraints, whatever the others say', () => {
    assert((given) => {
      const all = new Map(sort(given).rejected.map(({ id, reasons }) => [id, reasons]));
      for (const { id, reasons } of sort(given, [constraint]).rejected) {
        expect(all.get(id)).toEqual(expect.arrayContaining([...reasons]));
      }
    });
  });
});

describe('feasibleActivities', () => {
  it('puts every activity into exactly one of ok and rejected, in the order given', () => {
    assert((given) => {
      const { ok, rejected, unchecked } = sort(given);
      const no = new Set(idsOf(rejected));
      expect(ok).toEqual(given.activities.filter(({ id }) => !no.has(id)));
      expect(idsOf(rejected)).toEqual(idsOf(given.activities).filter((id) => no.has(id)));
      for (const { id } of unchecked) expect(idsOf(ok)).toContain(id);
      for (const { reason, reasons } of rejected) expect(reason).toBe(reasons[0]!.reason);
    });
  });

  it('judges each activity by itself, whatever stands around it', () => {
    assert((given) => {
      const { ok, rejected, unchecked } = sort(given);
      for (const activity of given.activities) {
        const alone = sort({ ...given, activities: [activity] });
        expect(alone.ok).toEqual(ok.filter(({ id }) => id === activity.id));
        expect(alone.rejected).toEqual(rejected.filter(({ id }) => id === activity.id));
        expect(alone.unchecked).toEqual(unchecked.filter(({ id }) => id === activity.id));
      }
      const turned = sort({ ...given, activities: [...given.activities].reverse() });
      expect(turned.rejected).toEqual([...rejected].reverse());
    });
  });

  // What is at hand (downloads and supports) can only be taken away here, since to add it is no constraint.
  // For the same reason the profile's bandwidth, which the context's replaces, is left out.
  it('makes no rejected activity feasible by learning more of the context, or by less time, speed, people and help', () => {
    const tightened = fc
      .tuple(asked, context, fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([given, more, factor]) => {
        const { downloaded: _, supports: __, ...further } = more;
        const { minutes, bandwidthKbps, people, downloaded, supports } = given.context;
        const tight: LearningContext = {
          ...further,
          ...given.context,
          ...(minutes !== undefined && { minutes: minutes * factor }),
          ...(bandwidthKbps !== undefined && { bandwidthKbps: bandwidthKbps * factor }),
          ...(people !== undefined && { people: Math.ceil(people * factor) || 1 }),
          ...(downloaded && { downloaded: downloaded.slice(1) }),
          ...(supports && { supports: supports.slice(1) }),
        };
        return { given, tight };
      });
    fc.assert(
      fc.property(tightened, ({ given, tight }) => {
        const before = idsOf(sort(given).rejected);
        expect(idsOf(sort({ ...given, context: tight }).rejected)).toEqual(expect.arrayContaining(before));
      }),
      { numRuns: 1000 },
    );
  });

  it('makes no feasible activity infeasible by achieving more', () => {
    assert((given) => {
      if (!given.ready) return;
      const all = { ...given, ready: { graph, achieved: competencies } };
      expect(idsOf(sort(all).ok)).toEqual(expect.arrayContaining(idsOf(sort(given).ok)));
    });
  });
});

describe('rankByPreference', () => {
  const theta = fc.double({ min: -4, max: 4, noNaN: true });
  const ranking = fc
    .record({
      activities,
      profile,
      theta,
      weight: fc.double({ min: 0, max: 0.2, noNaN: true }),
      fits: fc.array(share, { minLength: 8, maxLength: 8 }),
    })
    .map(({ activities, profile, theta, weight, fits }) => {
      const fit = new Map(activities.map(({ id }, k) => [id, fits[k]!]));
      const options = { theta, weight, fit: ({ id }: Activity) => fit.get(id)! };
      const given = deepFreeze(activities);
      return {
        activities: given,
        profile: deepFreeze(profile),
        options,
        weight,
        ranked: rankByPreference(given, deepFreeze(profile), options),
      };
    });
  const hold = (law: (given: typeof ranking extends fc.Arbitrary<infer T> ? T : never) => void) =>
    fc.assert(fc.property(ranking, law), { numRuns: 500 });

  it('ranks each activity once, by scores in [0, 1]; equal scores keep the order given', () => {
    hold(({ activities, ranked }) => {
      expect(idsOf(ranked.map(({ activity }) => activity)).sort()).toEqual(idsOf(activities).sort());
      for (const [k, { activity, score, fit, preference, reasons }] of ranked.entries()) {
        for (const value of [score, fit, preference]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        expect(reasons.length).toBeGreaterThan(0);
        for (const text of reasons) expect(text).toMatch(/^[A-Z].*\.$/);
        const next = ranked[k + 1];
        if (!next) continue;
        expect(score).toBeGreaterThanOrEqual(next.score);
        if (score === next.score) {
          expect(activities.indexOf(activity)).toBeLessThan(activities.indexOf(next.activity));
        }
      }
    });
  });

  it('no preference overturns a fit that is better by more than w / (1 - w)', () => {
    hold(({ ranked, weight }) => {
      for (const [k, left] of ranked.entries()) {
        for (const right of ranked.slice(k + 1)) {
          // Rounding of the scores is far below 1e-12.
          expect(right.fit - left.fit).toBeLessThanOrEqual(weight / (1 - weight) + 1e-12);
        }
      }
    });
  });

  it('with no weight, fit alone decides', () => {
    hold(({ activities, profile, options }) => {
      const fits = rankByPreference(activities, profile, { ...options, weight: 0 }).map(({ fit }) => fit);
      expect(fits).toEqual([...fits].sort((left, right) => right - left));
    });
  });

  it('alternativeActivities are few, near in fit, in order, and each brings a modality of its own', () => {
    hold(({ ranked }) => {
      const chosen = alternativeActivities(ranked);
      expect(chosen).toEqual(ranked.filter((entry) => chosen.includes(entry)));
      expect(chosen.length).toBeLessThanOrEqual(3);
      expect(chosen[0]).toBe(ranked[0]);
      for (const [k, { fit, activity }] of chosen.entries()) {
        expect(fit).toBeGreaterThanOrEqual(0.95 * ranked[0]!.fit);
        const before = new Set(chosen.slice(0, k).flatMap((choice) => choice.activity.modalities ?? []));
        if (k > 0) expect(activity.modalities!.some((modality) => !before.has(modality))).toBe(true);
      }
    });
  });
});
