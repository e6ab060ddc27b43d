import { newCompetencyGraph } from 'tutelage/competency';
import { type Activity, newActivity } from 'tutelage/content';
import {
  allConstraints,
  contentSupports,
  type FeasibleOptions,
  feasibleActivities,
  type LearningContext,
  platformSupports,
} from 'tutelage/environment';
import { type LearnerProfile, newLearnerProfile, type SupportFeature, supportFeatures } from 'tutelage/profile';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

type Given = Omit<LearnerProfile, 'schema' | 'version' | 'id'>;

const activity = (given: Partial<Activity> = {}) => newActivity({ id: 'a', competencyIds: [], ...given });
const learner = (given: Given = {}) => newLearnerProfile({ id: 'k4x9', ...given });
const supports = (...features: SupportFeature[]) => ({
  supports: features.map((feature) => ({ feature, state: 'initial' as const })),
});

/** What is said of one activity: reasons against it, or what could not be checked with a question mark, or nothing. */
function verdict(
  given: Partial<Activity>,
  context: LearningContext = {},
  profile: Given = {},
  options: FeasibleOptions = {},
) {
  const all = deepFreeze([activity(given)]);
  const { ok, rejected, unchecked } = feasibleActivities(
    all,
    deepFreeze(context),
    deepFreeze(learner(profile)),
    options,
  );
  expect(ok.length + rejected.length).toBe(1);
  expect(rejected.every(({ reason, reasons }) => reason === reasons[0]?.reason)).toBe(true);
  for (const { reasons } of [...rejected, ...unchecked]) {
    for (const { text } of reasons) expect(text).toMatch(/^[A-Z].*\.$/);
  }
  return [
    ...rejected.flatMap(({ reasons }) => reasons.map(({ reason }) => reason)),
    ...unchecked.flatMap(({ reasons }) => reasons.map(({ reason }) => `${reason}?`)),
  ].join(' ');
}

/** The sentence of the first reason against it. */
const sentence = (given: Partial<Activity>, context: LearningContext = {}, profile: Given = {}) =>
  feasibleActivities([activity(given)], context, learner(profile)).rejected[0]?.reasons[0]?.text;

describe('feasibleActivities', () => {
  it('has nothing to say of no activities', () => {
    expect(feasibleActivities([], {}, learner())).toEqual({ ok: [], rejected: [], unchecked: [] });
  });

  it('lets everything pass when nothing is known of learner and context, and says which age limits are unchecked', () => {
    const demanding = activity({
      accessMode: ['auditory', 'visual'],
      accessibilityHazard: ['flashing'],
      devices: ['desktop'],
      minScreenWidth: 1200,
      input: ['keyboard'],
      network: 'online',
      minBandwidthKbps: 8000,
      places: ['school'],
      groupSize: { min: 20 },
      language: 'fi',
      minutes: 300,
    });
    expect(feasibleActivities([demanding], {}, learner())).toEqual({ ok: [demanding], rejected: [], unchecked: [] });
    expect(verdict({ ages: { min: 18 } })).toBe('agesUnchecked?');
  });

  it('keeps the order given and lists every reason, the first of them apart', () => {
    const all = [
      activity({ id: 'c' }),
      activity({ id: '__proto__', network: 'online', minutes: 90, places: ['school'] }),
      activity({ id: 'a' }),
      activity({ id: 'constructor', groupSize: { min: 2 } }),
    ];
    const context = { online: false, minutes: 20, place: 'transit', people: 1 } as const;
    const { ok, rejected, unchecked } = feasibleActivities(all, context, learner());
    expect(ok.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(ok[0]).toBe(all[0]);
    expect(rejected.map(({ id, reason }) => [id, reason])).toEqual([
      ['__proto__', 'offline'],
      ['constructor', 'groupSize'],
    ]);
    expect(rejected[0]!.reasons).toEqual([
      { reason: 'offline', text: 'It needs a connection all along; keep it for when you are online.' },
      { reason: 'place', text: 'It is done at school; keep it for when you are there.' },
      { reason: 'minutes', text: 'It takes you up to 90 minutes and you have 20; keep it for when you have longer.' },
    ]);
    expect(unchecked.map(({ id }) => id)).toEqual(['c', 'a']);
  });

  it('takes other constraints than its own', () => {
    const noFridays = {
      name: 'noFridays',
      check: ({ id }: Activity) =>
        id === 'quiz' ? { blocks: true, reason: 'friday', text: 'No quiz on Fridays.' } : null,
    };
    const all = [activity({ id: 'quiz', network: 'online' }), activity({ id: 'film', network: 'online' })];
    const context = { online: false };
    expect(feasibleActivities(all, context, learner(), { constraints: [noFridays] })).toMatchObject({
      ok: [{ id: 'film' }],
      rejected: [{ id: 'quiz', reason: 'friday' }],
    });
    const both = feasibleActivities(all, context, learner(), { constraints: [...allConstraints, noFridays] });
    expect(both.rejected.map(({ reasons }) => reasons.map(({ reason }) => reason))).toEqual([
      ['offline', 'friday'],
      ['offline'],
    ]);
    expect(feasibleActivities(all, context, learner(), { constraints: [] }).ok).toHaveLength(2);
  });

  it('refuses a context that would let everything pass by accident', () => {
    const ask = (context: unknown) => () => feasibleActivities([], context as LearningContext, learner());
    expect(ask(null)).toThrow(/feasibleActivities: context must be an object/);
    expect(ask({ minutes: Number.NaN })).toThrow(/context.minutes must be a finite number of 0 or more, got NaN/);
    expect(ask({ minutes: -1 })).toThrow(RangeError);
    expect(ask({ bandwidthKbps: '100' })).toThrow(TypeError);
    expect(ask({ people: 0 })).toThrow(/context.people/);
    expect(ask({ now: Number.NaN })).toThrow(/context.now must be epoch milliseconds/);
    expect(ask({ downloaded: 'film' })).toThrow(TypeError);
    expect(() => feasibleActivities({} as never, {}, learner())).toThrow(/activities must be an array/);
    expect(() => feasibleActivities([], {}, learner(), { constraints: [{}] as never })).toThrow(
      /options.constraints\[0\]/,
    );
  });
});

describe('access modes', () => {
  const reader = { access: { modes: ['textual', 'auditory'] } } as const;

  it('one sufficient set within the usable modes is enough', () => {
    expect(verdict({ accessModeSufficient: [['visual'], ['textual']] }, {}, reader)).toBe('');
    expect(verdict({ accessModeSufficient: [['visual', 'textual']] }, {}, reader)).toBe('accessModes');
    expect(
      verdict(
        {
          accessModeSufficient: [
            ['auditory', 'visual'],
            ['textual', 'auditory'],
          ],
        },
        {},
        reader,
      ),
    ).toBe('');
  });

  it('without sufficient sets, all access modes together are needed', () => {
    expect(verdict({ accessMode: ['textual'] }, {}, reader)).toBe('');
    expect(verdict({ accessMode: ['textual', 'visual'] }, {}, reader)).toBe('accessModes');
    expect(verdict({ accessMode: ['textual', 'visual'], accessModeSufficient: [] }, {}, reader)).toBe('accessModes');
  });

  it('content that says nothing passes and is reported', () => {
    expect(verdict({}, {}, reader)).toBe('accessModesUnknown?');
    expect(verdict({ accessMode: [] }, {}, reader)).toBe('accessModesUnknown?');
  });

  it('says what would help', () => {
    expect(sentence({ accessMode: ['auditory', 'visual'] }, {}, { access: { modes: ['textual', 'visual'] } })).toBe(
      'It takes hearing and sight to follow; a version for reading or sight would help.',
    );
    expect(sentence({ accessModeSufficient: [['auditory'], ['visual']] }, {}, { access: { modes: [] } })).toBe(
      'It takes hearing or sight to follow; ask for another way.',
    );
  });
});

describe('hazards', () => {
  const avoid = { access: { avoid: ['flashing', 'sound'] } } as const;

  it('rules out what has to be avoided, passes what has none of it, and reports what says nothing', () => {
    expect(verdict({ accessibilityHazard: ['motionSimulation', 'sound'] }, {}, avoid)).toBe('hazard');
    expect(verdict({ accessibilityHazard: ['motionSimulation'] }, {}, avoid)).toBe('');
    expect(verdict({ accessibilityHazard: [] }, {}, avoid)).toBe('');
    expect(verdict({}, {}, avoid)).toBe('hazardsUnknown?');
    expect(sentence({ accessibilityHazard: ['flashing'] }, {}, avoid)).toBe(
      'It has flashing, which you avoid; a version without would help.',
    );
  });
});

describe('supports', () => {
  const film = { accessMode: ['auditory', 'visual'] } as const;

  it('every feature is either brought by content or delivered by the platform', () => {
    const byContent = new Set(contentSupports.map(({ feature }) => feature));
    expect([...byContent, ...platformSupports].sort()).toEqual([...supportFeatures].sort());
    expect(supportFeatures).toHaveLength(38);
    for (const { by, always = [] } of contentSupports) expect(by).toEqual(expect.arrayContaining([...always]));
  });

  it('every value that answers a support is one of the vocabulary', () => {
    // accessibilityFeature values of the W3C community group report, adaptation, rendering, clarity and tactile terms;
    // the last one is the slash form of its own example.
    const vocabulary = [
      ...['alternativeText', 'audioDescription', 'captions', 'closedCaptions', 'describedMath', 'longDescription'],
      ...['openCaptions', 'rubyAnnotations', 'signLanguage', 'transcript', 'displayTransformability'],
      ...['synchronizedAudioText', 'timingControl', 'unlocked', 'highContrastAudio', 'highContrastDisplay'],
      ...['largePrint', 'braille', 'tactileGraphic', 'tactileObject', 'displayTransformability/resizeText'],
    ];
    expect(vocabulary).toEqual(expect.arrayContaining(contentSupports.flatMap(({ by }) => by)));
  });

  it.each(contentSupports)('$feature is asked of content in $adapts, and each of $by answers it', (row) => {
    for (const accessMode of row.adapts) {
      const profile = supports(row.feature);
      expect(verdict({ accessMode, accessibilityFeature: [] }, {}, profile)).toBe('supports');
      expect(verdict({ accessMode }, {}, profile)).toBe('supportsUnknown?');
      expect(verdict({ accessMode, accessibilityFeature: [] }, { supports: [row.feature] }, profile)).toBe('');
      expect(verdict({ accessMode, accessibilityFeature: [row.feature.toUpperCase()] }, {}, profile)).toBe('');
      for (const value of row.by) expect(verdict({ accessMode, accessibilityFeature: [value] }, {}, profile)).toBe('');
    }
  });

  it('a film needs captions, a podcast captions or a transcript', () => {
    expect(verdict({ ...film, accessibilityFeature: ['transcript'] }, {}, supports('captions'))).toBe('supports');
    expect(verdict({ ...film, accessibilityFeature: ['openCaptions'] }, {}, supports('captions'))).toBe('');
    const podcast = { accessMode: ['auditory'], accessibilityFeature: ['transcript'] } as const;
    expect(verdict(podcast, {}, supports('captions'))).toBe('');
    expect(verdict(podcast, {}, supports('sign-language'))).toBe('supports');
  });

  it('asks nothing of content that does not come in the mode a support adapts, or has a way around it', () => {
    const plain = { accessibilityFeature: ['none'] };
    expect(verdict({ ...plain, accessMode: ['textual'] }, {}, supports('captions', 'audio-description'))).toBe('');
    const ways = {
      ...plain,
      accessMode: ['textual', 'visual'],
      accessModeSufficient: [['textual', 'visual'], ['textual']],
    };
    expect(verdict(ways as Partial<Activity>, {}, supports('alternative-text'))).toBe('');
    const seeing = { access: { modes: ['visual', 'auditory', 'tactile'] }, ...supports('alternative-text') } as const;
    expect(verdict(ways as Partial<Activity>, {}, seeing)).toBe('accessModes supports');
  });

  it('reports what content does not say', () => {
    expect(verdict({ ...film, accessibilityFeature: ['unknown'] }, {}, supports('captions'))).toBe('supportsUnknown?');
    expect(verdict({ accessibilityFeature: ['none'] }, {}, supports('captions'))).toBe('supportsUnknown?');
    expect(verdict({ accessibilityFeature: ['closedCaptions'] }, {}, supports('captions'))).toBe('');
  });

  it('offered supports are no condition', () => {
    const offered = { supports: [{ feature: 'captions', state: 'option' }] } as const;
    expect(verdict({ ...film, accessibilityFeature: [] }, {}, offered)).toBe('');
  });

  it('names what is missing once, and what would help', () => {
    const both = supports('captions', 'sign-language', 'captions');
    expect(sentence({ ...film, accessibilityFeature: [] }, {}, both)).toBe(
      'It comes without captions and sign language, which you need; a version or a platform with it would help.',
    );
  });

  it.each(platformSupports)('%s is asked of a platform that says what it delivers', (feature) => {
    const test = { timeLimitMinutes: 10 };
    expect(verdict(test, {}, supports(feature))).toBe('');
    expect(verdict(test, { supports: [] }, supports(feature))).toBe('tools');
    expect(verdict(test, { supports: [feature] }, supports(feature))).toBe('');
    expect(verdict({ ...test, accessibilityFeature: [feature] }, { supports: [] }, supports(feature))).toBe('');
  });

  it('extra time is no matter where time is not limited', () => {
    expect(verdict({ minutes: 10 }, { supports: [] }, supports('additional-testing-time'))).toBe('');
  });

  it('open captions are ruled out for whom captions are prohibited', () => {
    const profile = { supports: [{ feature: 'captions', state: 'prohibit' }] } as const;
    expect(verdict({ ...film, accessibilityFeature: ['openCaptions'] }, {}, profile)).toBe('prohibited');
    expect(verdict({ ...film, accessibilityFeature: ['closedCaptions'] }, {}, profile)).toBe('');
    expect(verdict(film, {}, profile)).toBe('prohibitedUnknown?');
    const spelling = { supports: [{ feature: 'spell-checker-on-screen', state: 'prohibit' }] } as const;
    expect(verdict(film, {}, spelling)).toBe('');
  });
});

describe('device', () => {
  const phone = { kind: 'phone', screenWidth: 390, input: ['touch', 'voice'] } as const;

  it('one of the kinds is enough, any kind when none is named, and none at hand is not enough', () => {
    expect(verdict({ devices: ['laptop', 'phone'] }, { device: phone })).toBe('');
    expect(verdict({ devices: ['laptop', 'desktop'] }, { device: phone })).toBe('deviceKind');
    expect(verdict({ devices: [] }, { device: phone })).toBe('');
    expect(verdict({ devices: [] }, { device: null })).toBe('noDevice');
    expect(verdict({}, { device: null })).toBe('');
    expect(verdict({ devices: ['laptop'] })).toBe('');
    expect(sentence({ devices: ['laptop', 'desktop'] }, { device: phone })).toBe(
      'It needs a laptop or desktop and not your phone; keep it for when you have one.',
    );
  });

  it('the screen has to be wide enough', () => {
    expect(verdict({ minScreenWidth: 390 }, { device: phone })).toBe('');
    expect(verdict({ minScreenWidth: 391 }, { device: phone })).toBe('screenWidth');
    expect(verdict({ minScreenWidth: 391 }, { device: { kind: 'phone' } })).toBe('screenWidthUnknown?');
    expect(verdict({ minScreenWidth: 391 }, { device: null })).toBe('screenWidth');
  });

  it('one way of input is enough', () => {
    expect(verdict({ input: ['keyboard', 'voice'] }, { device: phone })).toBe('');
    expect(verdict({ input: ['keyboard'] }, { device: phone })).toBe('input');
    expect(verdict({ input: ['keyboard'] }, { device: { kind: 'phone' } })).toBe('inputUnknown?');
    expect(verdict({ input: ['keyboard'] }, { device: null })).toBe('input');
    expect(verdict({ input: [] }, { device: null })).toBe('');
  });
});

describe('network', () => {
  it('what needs a connection all along cannot be done offline', () => {
    expect(verdict({ network: 'online' }, { online: true })).toBe('');
    expect(verdict({ network: 'online' }, { online: false, downloaded: ['a'] })).toBe('offline');
  });

  it('what needs a download passes online or when it is kept on the device', () => {
    const given = { network: 'download' } as const;
    expect(verdict(given, { online: true })).toBe('');
    expect(verdict(given, { online: false, downloaded: ['a'] })).toBe('');
    expect(verdict(given, { online: false, downloaded: ['b'] })).toBe('notDownloaded');
  });

  it('without a list of downloads, a device that can keep content may have it, which is reported', () => {
    const given = { network: 'download' } as const;
    expect(verdict(given, { online: false, device: { kind: 'phone', offline: true } })).toBe('downloadUnknown?');
    expect(verdict(given, { online: false, device: { kind: 'phone' } })).toBe('notDownloaded');
    expect(verdict(given, { online: false, device: null })).toBe('notDownloaded');
    expect(verdict(given, { online: false })).toBe('downloadUnknown?');
  });

  it('the connection has to be fast enough, that of the context before that of the profile', () => {
    const given = { network: 'online', minBandwidthKbps: 500 } as const;
    expect(verdict(given, { bandwidthKbps: 500 })).toBe('');
    expect(verdict(given, { bandwidthKbps: 499 })).toBe('bandwidth');
    expect(verdict(given, {}, { bandwidthKbps: 0 })).toBe('bandwidth');
    expect(verdict(given, { bandwidthKbps: 900 }, { bandwidthKbps: 0 })).toBe('');
    expect(verdict({ ...given, network: 'download' }, { bandwidthKbps: 1 })).toBe('');
  });
});

describe('place and people', () => {
  it('one of the places is enough', () => {
    expect(verdict({ places: ['home', 'library'] }, { place: 'library' })).toBe('');
    expect(verdict({ places: ['home', 'library'] }, { place: 'transit' })).toBe('place');
    expect(verdict({ places: [] }, { place: 'transit' })).toBe('');
    expect(sentence({ places: ['home', 'library'] }, { place: 'transit' })).toBe(
      'It is done at home or in a library; keep it for when you are there.',
    );
  });

  it('enough people are needed; more than enough can split up', () => {
    expect(verdict({ groupSize: { min: 3, max: 4 } }, { people: 2 })).toBe('groupSize');
    expect(verdict({ groupSize: { min: 3, max: 4 } }, { people: 3 })).toBe('');
    expect(verdict({ groupSize: { min: 3, max: 4 } }, { people: 30 })).toBe('');
    expect(sentence({ groupSize: { min: 3 } }, { people: 1 })).toBe(
      'It is for 3 people or more; find 2 more to work with.',
    );
  });
});

describe('ages', () => {
  const now = Date.UTC(2025, 5, 1);

  it('counts a learner as the youngest they may be for a least age', () => {
    // Born in 2011: 13 or 14 years old in 2025.
    expect(verdict({ ages: { min: 13 } }, { now }, { birthYear: 2011 })).toBe('');
    expect(verdict({ ages: { min: 14 } }, { now }, { birthYear: 2011 })).toBe('tooYoung');
  });

  it('counts a learner as the oldest they may be for a highest age', () => {
    expect(verdict({ ages: { max: 14 } }, { now }, { birthYear: 2011 })).toBe('');
    expect(verdict({ ages: { max: 13 } }, { now }, { birthYear: 2011 })).toBe('tooOld');
  });

  it('the year turns at midnight UTC', () => {
    const turn = Date.UTC(2026, 0, 1);
    expect(verdict({ ages: { min: 14 } }, { now: turn - 1 }, { birthYear: 2011 })).toBe('tooYoung');
    expect(verdict({ ages: { min: 14 } }, { now: turn }, { birthYear: 2011 })).toBe('');
  });

  it('an unknown year of birth does not pass a limit, and passes where there is none', () => {
    expect(verdict({ ages: { max: 12 } }, { now })).toBe('ageUnknown');
    expect(verdict({ ages: { min: 0 } }, { now })).toBe('');
    expect(verdict({ ages: {} }, { now })).toBe('');
    expect(sentence({ ages: { min: 13, max: 15 } }, { now })).toBe(
      'It is for ages 13 to 15 and your year of birth is not known; add it, or ask your teacher.',
    );
  });
});

describe('language', () => {
  it('compares primary subtags, whatever the region, the case and the level', () => {
    const profile = { locale: 'pt-PT', languages: [{ tag: 'EN-gb', level: 'A1' }] } as const;
    expect(verdict({ language: 'pt-BR' }, {}, profile)).toBe('');
    expect(verdict({ language: 'en' }, {}, profile)).toBe('');
    expect(verdict({ language: 'fi' }, {}, profile)).toBe('language');
    expect(verdict({}, {}, profile)).toBe('languageUnknown?');
    expect(sentence({ language: 'fi' }, {}, profile)).toBe(
      'It is in another language (fi); a version in yours (en or pt) would help.',
    );
  });

  it('content without words suits everybody, and several or undetermined languages are reported', () => {
    expect(verdict({ language: 'zxx' }, {}, { locale: 'pt' })).toBe('');
    expect(verdict({ language: 'mul' }, {}, { locale: 'pt' })).toBe('languageUnknown?');
    expect(verdict({ language: 'und' }, {}, { locale: 'pt' })).toBe('languageUnknown?');
  });
});

describe('prerequisites', () => {
  const graph = newCompetencyGraph(
    [{ id: 'count' }, { id: 'halves', title: 'Halves' }, { id: 'fractions' }, { id: '__proto__' }],
    [
      ['count', 'halves'],
      ['halves', 'fractions'],
      ['__proto__', 'fractions'],
    ],
  );
  const ask = (competencyIds: string[], achieved: string[]) =>
    verdict({ competencyIds }, {}, {}, { ready: { graph, achieved } });

  it('needs every direct prerequisite, and only the direct ones', () => {
    expect(ask(['fractions'], [])).toBe('prerequisites');
    expect(ask(['fractions'], ['halves'])).toBe('prerequisites');
    expect(ask(['fractions'], ['halves', '__proto__'])).toBe('');
    expect(ask(['count'], [])).toBe('');
    expect(ask([], [])).toBe('');
  });

  it('names them by their titles', () => {
    const given = [activity({ competencyIds: ['fractions'] })];
    expect(
      feasibleActivities(given, {}, learner(), { ready: { graph, achieved: [] } }).rejected[0]!.reasons[0]!.text,
    ).toBe('It builds on "Halves" and "__proto__"; work on that first.');
  });

  it('an activity may teach a competency and what comes before it', () => {
    expect(ask(['count', 'halves'], [])).toBe('');
    expect(ask(['halves', 'fractions'], ['__proto__'])).toBe('prerequisites');
  });

  it('competencies that the graph does not know are reported', () => {
    expect(ask(['ratios', 'constructor'], [])).toBe('prerequisitesUnknown?');
    expect(ask(['ratios', 'fractions'], [])).toBe('prerequisites');
  });
});

describe('minutes', () => {
  const extra = (more: object) => ({
    supports: [{ feature: 'additional-testing-time' as const, state: 'option' as const, ...more }],
  });

  it("counts minutes at the learner's own pace", () => {
    const slow = { pace: { multiplier: 1.5, n: 4 } };
    expect(verdict({ minutes: 20 }, { minutes: 20 })).toBe('');
    expect(verdict({ minutes: 20 }, { minutes: 29 }, slow)).toBe('minutes');
    expect(verdict({ minutes: 20 }, { minutes: 30 }, slow)).toBe('');
    expect(verdict({ minutes: 20 }, { minutes: 10 }, { pace: { multiplier: 0.5, n: 4 } })).toBe('');
    expect(verdict({}, { minutes: 0 })).toBe('minutesUnknown?');
  });

  it('the whole time limit has to fit, however fast the learner is', () => {
    const fast = { pace: { multiplier: 0.5, n: 4 } };
    const test = { minutes: 30, timeLimitMinutes: 40 };
    expect(verdict(test, { minutes: 39 }, fast)).toBe('minutes');
    expect(verdict(test, { minutes: 40 }, fast)).toBe('');
  });

  it('extra time multiplies the limit and adds to it', () => {
    const test = { timeLimitMinutes: 40 };
    const entitled = extra({ timeMultiplier: 1.5, extraMinutes: 5 });
    expect(verdict(test, { minutes: 64 }, entitled)).toBe('minutes');
    expect(verdict(test, { minutes: 65 }, entitled)).toBe('');
    const twice = { supports: [...entitled.supports, ...extra({ timeMultiplier: 2 }).supports] };
    expect(verdict(test, { minutes: 84 }, twice)).toBe('minutes');
    expect(verdict(test, { minutes: 85 }, twice)).toBe('');
  });

  it('a multiplier below 1 shortens no limit, and prohibited or other supports lengthen none', () => {
    const test = { timeLimitMinutes: 40 };
    expect(verdict(test, { minutes: 39 }, extra({ timeMultiplier: 0.5 }))).toBe('minutes');
    expect(verdict(test, { minutes: 40 }, extra({ timeMultiplier: 2, state: 'prohibit' }))).toBe('');
    expect(verdict(test, { minutes: 40 }, extra({ timeMultiplier: 2, feature: 'spoken' }))).toBe('');
  });

  it('without a limit, the minutes at the own pace count', () => {
    const profile = { ...extra({ unlimitedTime: true }), pace: { multiplier: 2, n: 4 } };
    expect(verdict({ minutes: 30, timeLimitMinutes: 40 }, { minutes: 59 }, profile)).toBe('minutes');
    expect(verdict({ minutes: 30, timeLimitMinutes: 40 }, { minutes: 60 }, profile)).toBe('');
    expect(verdict({ timeLimitMinutes: 40 }, { minutes: 60 }, profile)).toBe('minutesUnknown?');
  });
});

describe('three learners and one catalogue', () => {
  const catalogue = deepFreeze([
    activity({
      id: 'worksheet',
      minutes: 15,
      accessMode: ['textual'],
      accessibilityFeature: ['displayTransformability'],
      accessibilityHazard: [],
    }),
    activity({
      id: 'comic',
      minutes: 10,
      devices: [],
      network: 'download',
      accessMode: ['textual', 'visual'],
      accessModeSufficient: [['textual', 'visual'], ['textual']],
      accessibilityFeature: ['alternativeText'],
    }),
    activity({
      id: 'film',
      minutes: 12,
      devices: [],
      network: 'online',
      minBandwidthKbps: 2000,
      accessMode: ['auditory', 'visual'],
      accessModeSufficient: [
        ['auditory', 'visual'],
        ['textual', 'visual'],
      ],
      accessibilityFeature: ['closedCaptions'],
    }),
    activity({ id: 'podcast', minutes: 20, devices: [], network: 'download', accessMode: ['auditory'] }),
    activity({
      id: 'simulation',
      minutes: 30,
      devices: ['laptop', 'desktop'],
      minScreenWidth: 1000,
      network: 'online',
      accessMode: ['visual'],
      accessibilityFeature: [],
    }),
    activity({
      id: 'experiment',
      minutes: 40,
      places: ['school'],
      groupSize: { min: 2, max: 4 },
      accessMode: ['visual'],
    }),
  ]);
  const sorted = (context: LearningContext, profile: Given) => {
    const { ok, rejected, unchecked } = feasibleActivities(catalogue, context, learner(profile));
    return {
      ok: ok.map(({ id }) => id),
      rejected: rejected.map(({ id, reasons }) => `${id}: ${reasons.map(({ reason }) => reason).join(' ')}`),
      unchecked: unchecked.map(({ id, reasons }) => `${id}: ${reasons.map(({ reason }) => reason).join(' ')}`),
    };
  };
  const phone = { kind: 'phone', screenWidth: 390, offline: true, input: ['touch'] } as const;
  const desktop = { kind: 'desktop', screenWidth: 1920, input: ['keyboard', 'mouse'] } as const;

  it('on a bus with a phone and no network', () => {
    const bus = {
      device: phone,
      place: 'transit',
      online: false,
      minutes: 18,
      people: 1,
      downloaded: ['comic'],
    } as const;
    expect(sorted(bus, {})).toEqual({
      ok: ['worksheet', 'comic'],
      rejected: [
        'film: offline',
        'podcast: notDownloaded minutes',
        'simulation: deviceKind screenWidth offline minutes',
        'experiment: place groupSize minutes',
      ],
      unchecked: [],
    });
  });

  it('in the laboratory of a school', () => {
    const lab = {
      device: desktop,
      place: 'school',
      online: true,
      bandwidthKbps: 9000,
      minutes: 45,
      people: 24,
    } as const;
    expect(sorted(lab, {})).toEqual({ ok: catalogue.map(({ id }) => id), rejected: [], unchecked: [] });
  });

  it('with a screen reader', () => {
    const profile = {
      access: { modes: ['textual', 'auditory', 'tactile'] },
      ...supports('alternative-text', 'spoken'),
    } as const;
    expect(sorted({ supports: ['spoken'] }, profile)).toEqual({
      ok: ['worksheet', 'comic', 'podcast'],
      rejected: ['film: accessModes supports', 'simulation: accessModes supports', 'experiment: accessModes'],
      unchecked: [],
    });
  });

  it('without hearing', () => {
    const profile = { access: { modes: ['textual', 'visual'] }, ...supports('captions') } as const;
    expect(sorted({}, profile)).toEqual({
      ok: ['worksheet', 'comic', 'film', 'simulation', 'experiment'],
      rejected: ['podcast: accessModes'],
      unchecked: [],
    });
  });
});
