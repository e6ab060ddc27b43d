import { type Activity, newActivity } from 'tutelage/content';
import { alternativeActivities, type RankOptions, rankByPreference } from 'tutelage/environment';
import { type Interests, newLearnerProfile, type Preferences } from 'tutelage/profile';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { close } from '../tolerance.ts';

const activity = (id: string, given: Partial<Activity> = {}) => newActivity({ id, competencyIds: [], ...given });
const learner = (preferences: Preferences = {}, interests: Interests = {}) =>
  deepFreeze(newLearnerProfile({ id: 'k4x9', preferences, interests }));

/** Preference and reasons of one activity. */
function liking(
  given: Partial<Activity>,
  preferences: Preferences,
  options: RankOptions = {},
  interests: Interests = {},
) {
  const [only] = rankByPreference(deepFreeze([activity('a', given)]), learner(preferences, interests), options);
  return only!;
}

describe('rankByPreference', () => {
  it('ranks nothing', () => {
    expect(rankByPreference([], learner())).toEqual([]);
  });

  it('keeps the order given when there are no wishes, with a preference of one half', () => {
    const ranked = rankByPreference(
      ['c', 'a', 'b'].map((id) => activity(id)),
      newLearnerProfile({ id: 'k4x9' }),
    );
    expect(ranked.map(({ activity: { id } }) => id)).toEqual(['c', 'a', 'b']);
    for (const { score, fit, preference, reasons } of ranked) {
      close(score, 0.9);
      expect({ fit, preference, reasons }).toEqual({
        fit: 1,
        preference: 0.5,
        reasons: ['None of your wishes speaks for or against it.'],
      });
    }
  });

  it('weighs fit and preference as it says', () => {
    const wish = { modality: [{ value: 'video', weight: 1 }] } as const;
    const all = [activity('film', { modalities: ['video'] }), activity('text', { modalities: ['text'] })];
    const fit = ({ id }: Activity) => (id === 'text' ? 0.9 : 0.7);
    const scores = (weight: number) => rankByPreference(all, learner(wish), { fit, weight }).map(({ score }) => score);
    close(scores(0.2), [0.8 * 0.7 + 0.2, 0.8 * 0.9]);
    close(scores(0), [0.9, 0.7]);
  });

  it('refuses a weight that could beat readiness, and a fit that is no share', () => {
    for (const weight of [0.21, 1, -0.1, Number.NaN]) {
      expect(() => rankByPreference([], learner(), { weight })).toThrow(
        /must lie in \[0, 0.2\].*must not beat readiness/,
      );
    }
    for (const fit of [1.1, -1, Number.NaN]) {
      expect(() => rankByPreference([activity('quiz')], learner(), { fit: () => fit })).toThrow(
        /fit of activity "quiz"/,
      );
    }
    expect(() => rankByPreference([], learner(), { theta: Number.NaN })).toThrow(/options.theta/);
    expect(() => rankByPreference([], learner(), { theta: new Map([['x', Infinity]]) })).toThrow(RangeError);
    expect(() => rankByPreference('none' as never, learner())).toThrow(TypeError);
  });
});

describe('wishes', () => {
  it('each modality counts with its own weight', () => {
    const wish = {
      modality: [
        { value: 'video', weight: 0.6 },
        { value: 'handsOn', weight: 0.2 },
      ],
    } as const;
    close(liking({ modalities: ['video'] }, wish).preference, 0.75);
    close(liking({ modalities: ['video', 'handsOn'] }, wish).preference, 1);
    close(liking({ modalities: ['text'] }, wish).preference, 0);
    expect(liking({ modalities: ['handsOn'] }, wish).reasons).toEqual([
      'It offers no video.',
      'It offers hands-on work, as you like.',
    ]);
    expect(liking({}, wish).preference).toBe(0.5);
    expect(liking({ modalities: [] }, wish).preference).toBe(0.5);
  });

  it('a grouping is met when a group of that size can do it', () => {
    const met = (value: 'alone' | 'pair' | 'group' | 'class', groupSize: { min: number; max?: number }) =>
      liking({ groupSize }, { grouping: [{ value, weight: 1 }] }).preference;
    expect(met('alone', { min: 1, max: 1 })).toBe(1);
    expect(met('alone', { min: 2 })).toBe(0);
    expect(met('pair', { min: 1, max: 2 })).toBe(1);
    expect(met('group', { min: 2 })).toBe(1);
    expect(met('group', { min: 2, max: 2 })).toBe(0);
    expect(met('class', { min: 3, max: 9 })).toBe(0);
    expect(met('class', { min: 3 })).toBe(1);
  });

  it('what is longer than one go is met by the share that fits', () => {
    const wish = { sessionMinutes: { value: 20, weight: 1 } };
    expect(liking({ minutes: 5 }, wish).preference).toBe(1);
    expect(liking({ minutes: 20 }, wish).preference).toBe(1);
    close(liking({ minutes: 30 }, wish).preference, 2 / 3);
    const slow = newLearnerProfile({ id: 'k4x9', preferences: wish, pace: { multiplier: 2, n: 3 } });
    close(rankByPreference([activity('a', { minutes: 30 })], slow)[0]!.preference, 1 / 3);
  });

  it('challenge compares the expected with the wished share of right answers', () => {
    const wish = { challenge: { value: 0.8, weight: 1 } };
    // theta - difficulty = ln 4, so that the expected share is 4 / 5.
    close(liking({ difficulty: 0 }, wish, { theta: Math.log(4) }).preference, 1);
    close(liking({ difficulty: 0 }, wish, { theta: 0 }).preference, 0.7);
    const byCompetency = new Map([['__proto__', Math.log(4)]]);
    const known = { difficulty: 0, competencyIds: ['__proto__', 'unheard-of'] };
    close(liking(known, wish, { theta: byCompetency }).preference, 1);
    expect(liking({ difficulty: 0, competencyIds: ['constructor'] }, wish, { theta: byCompetency }).preference).toBe(
      0.5,
    );
    expect(liking({ difficulty: 0 }, wish).preference).toBe(0.5);
    expect(liking({}, wish, { theta: 0 }).preference).toBe(0.5);
    expect(liking({ difficulty: 0 }, wish, { theta: 0 }).reasons).toEqual([
      'You would get about 50 % right; you like 80 %.',
    ]);
  });

  it('the best shared interest counts', () => {
    const interests = {
      tags: [
        { id: 'football', weight: 0.8 },
        { id: 'music', weight: 0.4 },
        { id: '__proto__', weight: 0.2 },
      ],
    };
    const met = (...tags: { id: string; weight: number }[]) => liking({ tags }, {}, {}, interests);
    close(met({ id: 'football', weight: 1 }).preference, 1);
    close(met({ id: 'music', weight: 1 }).preference, 0.5);
    close(met({ id: 'music', weight: 1 }, { id: 'football', weight: 0.75 }).preference, 0.75);
    close(met({ id: '__proto__', weight: 1 }).preference, 0.25);
    expect(met({ id: 'constructor', weight: 1 })).toMatchObject({
      preference: 0,
      reasons: ['It is about none of your interests.'],
    });
    expect(met().preference).toBe(0.5);
  });

  it('different wishes are averaged by their weights', () => {
    const wish = { modality: [{ value: 'text', weight: 0.3 }], sessionMinutes: { value: 10, weight: 0.1 } } as const;
    close(liking({ modalities: ['text'], minutes: 20 }, wish).preference, (0.3 * 1 + 0.1 * 0.5) / 0.4);
  });

  it('a wish of weight 0 says nothing', () => {
    expect(liking({ modalities: ['text'] }, { modality: [{ value: 'video', weight: 0 }] }).preference).toBe(0.5);
  });

  it('the time of day does not tell one activity from another', () => {
    expect(liking({ minutes: 10 }, { timeOfDay: [{ value: 'morning', weight: 1 }] }).preference).toBe(0.5);
  });
});

describe('alternativeActivities', () => {
  const rank = (...given: (readonly [id: string, fit: number, modalities?: Activity['modalities']])[]) => {
    const fits = new Map(given.map(([id, fit]) => [id, fit]));
    const all = given.map(([id, , modalities]) => activity(id, modalities ? { modalities } : {}));
    return deepFreeze(rankByPreference(all, learner(), { fit: ({ id }) => fits.get(id)! }));
  };
  const ids = (chosen: ReturnType<typeof alternativeActivities>) => chosen.map((choice) => choice.activity.id);

  it('offers nothing from nothing and one from one', () => {
    expect(alternativeActivities([])).toEqual([]);
    expect(ids(alternativeActivities(rank(['a', 0])))).toEqual(['a']);
  });

  it('each choice brings a modality that none before has', () => {
    const ranked = rank(
      ['text', 1, ['text']],
      ['text-2', 1, ['text']],
      ['film', 1, ['video', 'text']],
      ['silent', 1],
      ['audio', 1, ['audio']],
      ['game', 1, ['interactive']],
    );
    expect(ids(alternativeActivities(ranked))).toEqual(['text', 'film', 'audio']);
    expect(ids(alternativeActivities(ranked, { count: 2 }))).toEqual(['text', 'film']);
    expect(ids(alternativeActivities(ranked, { count: 9 }))).toEqual(['text', 'film', 'audio', 'game']);
  });

  it('offers none whose fit is much worse', () => {
    const ranked = rank(['text', 0.8, ['text']], ['film', 0.77, ['video']], ['audio', 0.75, ['audio']]);
    expect(ids(alternativeActivities(ranked))).toEqual(['text', 'film']);
    expect(ids(alternativeActivities(ranked, { within: 0 }))).toEqual(['text']);
    expect(ids(alternativeActivities(ranked, { within: 1 }))).toEqual(['text', 'film', 'audio']);
  });

  it('refuses counts and shares out of range', () => {
    expect(() => alternativeActivities([], { count: 0 })).toThrow(/options.count/);
    expect(() => alternativeActivities([], { within: 2 })).toThrow(/options.within/);
    expect(() => alternativeActivities({} as never)).toThrow(TypeError);
  });
});
