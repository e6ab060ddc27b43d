import type { Activity } from '../content/activity.ts';
import { logistic } from '../math/logistic.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import { inWords } from './inWords.ts';
import { minutesNeeded } from './minutesNeeded.ts';

/** Ability on the logit scale: one for everything, or one per competency. */
export type Theta = number | ReadonlyMap<string, number>;

/** How far an activity meets one wish, in [0, 1], and how much the wish weighs. */
interface Met {
  readonly met: number;
  readonly weight: number;
  readonly text: string;
}

/** What the wishes of one kind say of an activity; nothing when they do not apply. */
type WishKind = (activity: Activity, profile: LearnerProfile, theta: Theta | undefined) => readonly Met[];

/** Each wished way of working: met or not. */
const modality: WishKind = ({ modalities = [] }, { preferences }) =>
  (modalities.length > 0 ? (preferences?.modality ?? []) : []).map(({ value, weight }) => {
    const met = modalities.includes(value);
    const name = value === 'handsOn' ? 'hands-on work' : value === 'interactive' ? 'interaction' : value;
    return { met: Number(met), weight, text: met ? `It offers ${name}, as you like.` : `It offers no ${name}.` };
  });

/** Least and most people in each kind of group; where a group ends and a class begins is our choice. */
const SIZES = { alone: [1, 1], pair: [2, 2], group: [3, 9], class: [10, Infinity] } as const;
const PHRASES = { alone: 'alone', pair: 'in pairs', group: 'in a group', class: 'with the class' } as const;

/** Each wished grouping: met when a group of that size can do it. */
const grouping: WishKind = ({ groupSize }, { preferences }) =>
  (groupSize ? (preferences?.grouping ?? []) : []).map(({ value, weight }) => {
    const { min, max = Infinity } = groupSize!;
    const [least, most] = SIZES[value];
    const met = min <= most && max >= least;
    const can = met ? 'can be done' : 'is not done';
    return { met: Number(met), weight, text: `It ${can} ${PHRASES[value]}${met ? ', as you like' : ''}.` };
  });

/** Met by what fits into one go; beyond, by the share of it that does. */
const sessionMinutes: WishKind = (activity, profile) => {
  const wish = profile.preferences?.sessionMinutes;
  const needed = minutesNeeded(activity, profile);
  if (!wish || needed === null) return [];
  const text = `It takes you up to ${Math.ceil(needed)} minutes; you like ${wish.value} in one go.`;
  return [{ met: Math.min(1, wish.value / needed), weight: wish.weight, text }];
};

/** One less the distance between the expected and the wished share of right answers. */
const challenge: WishKind = ({ difficulty, competencyIds }, { preferences }, theta) => {
  const wish = preferences?.challenge;
  const known = typeof theta === 'number' ? [theta] : competencyIds.flatMap((id) => theta?.get(id) ?? []);
  if (!wish || difficulty === undefined || known.length === 0) return [];
  const ability = known.reduce((sum, value) => sum + value, 0) / known.length;
  const expected = logistic(ability - difficulty);
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  const text = `You would get about ${percent(expected)} right; you like ${percent(wish.value)}.`;
  return [{ met: 1 - Math.abs(expected - wish.value), weight: wish.weight, text }];
};

/** The best shared topic, compared with the learner's strongest interest, which also gives the weight. */
const interests: WishKind = ({ tags = [] }, profile) => {
  const own = profile.interests?.tags ?? [];
  const weight = Math.max(0, ...own.map((tag) => tag.weight));
  if (tags.length === 0 || weight === 0) return [];
  const given = new Map(tags.map((tag) => [tag.id, tag.weight]));
  const shared = own.map((tag) => ({ id: tag.id, met: (tag.weight * (given.get(tag.id) ?? 0)) / weight }));
  const met = Math.max(...shared.map((topic) => topic.met));
  const topics = shared.filter((topic) => topic.met > 0).map(({ id }) => id);
  const text = topics.length > 0 ? `It is about ${inWords(topics, 'and')}.` : 'It is about none of your interests.';
  return [{ met, weight, text }];
};

const WISHES: readonly WishKind[] = [modality, grouping, sessionMinutes, challenge, interests];

/** The weighted mean of how far the wishes that apply are met; one half when none does, neither for nor against. */
export function wishes(
  activity: Activity,
  profile: LearnerProfile,
  theta: Theta | undefined,
): { readonly preference: number; readonly reasons: readonly string[] } {
  const all = WISHES.flatMap((kind) => kind(activity, profile, theta)).filter(({ weight }) => weight > 0);
  const total = all.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return { preference: 0.5, reasons: ['None of your wishes speaks for or against it.'] };
  const met = all.reduce((sum, wish) => sum + wish.weight * wish.met, 0);
  return { preference: Math.min(1, met / total), reasons: all.map(({ text }) => text) };
}
