import { checkAbove, checkList } from '../math/check.ts';
import type { LearnerProfile } from './learnerProfile.ts';
import type { Provenance } from './provenance.ts';

/** A field of a profile that can be missing. */
export type ProfileField = Exclude<keyof LearnerProfile, 'schema' | 'version' | 'id' | 'provenance'>;

/** A fact that is out of date; `id` where the field is a list. */
export interface DatedFact {
  readonly field: ProfileField;
  readonly id?: string;
  /** Epoch ms: when it was last known, or when it expired. */
  readonly at: number;
}

/** What a profile lacks. */
export interface ProfileCompleteness {
  /** Share of the fields asked for that are there and have nothing expired, in [0, 1]. */
  readonly share: number;
  /** Never asked. An empty list is an answer: asked, and there is none. */
  readonly missing: readonly ProfileField[];
  /** Known, but not heard of for longer than `staleDays`. */
  readonly stale: readonly DatedFact[];
  /** Said to hold until a time that has come: statements, consent, the review of a plan, open goals past their date. */
  readonly expired: readonly DatedFact[];
}

/** What personalising needs to know of a learner in any case (our choice). */
const NEEDED: readonly ProfileField[] = [
  'languages',
  'competencies',
  'interests',
  'goals',
  'preferences',
  'pace',
  'availability',
  'devices',
  'places',
  'supports',
];

const DAY = 86_400_000;

/**
 * What a profile lacks, what may no longer be true, and what has expired.
 *
 * @param profile the learner's profile
 * @param now epoch ms
 * @param options `fields`: those asked for; ten that personalising needs when absent. `staleDays`: age in days above which a fact
 * is stale, 180 when absent (our choice); statements with an expiry of their own go by that
 * @returns fields and facts in the order of `fields`
 * @throws RangeError when `now` is no finite number or `staleDays` not above 0
 * @example
 * import { newLearnerProfile, profileCompleteness } from 'tutelage/profile';
 *
 * const stated = { source: 'self', at: 1000, expires: 2000 } as const;
 * const ana = newLearnerProfile({ id: 'ana', interests: { tags: [], stated }, places: ['home'] });
 * const { share, missing, expired } = profileCompleteness(ana, 3000, { fields: ['interests', 'places', 'goals'] });
 * [share, missing, expired]; // => [0.333, ['goals'], [{ field: 'interests', at: 2000 }]]
 */
export function profileCompleteness(
  profile: LearnerProfile,
  now: number,
  options: { readonly fields?: readonly ProfileField[]; readonly staleDays?: number } = {},
): ProfileCompleteness {
  const { fields = NEEDED, staleDays = 180 } = options;
  checkAbove('profileCompleteness', 'now', now, -Infinity, ' of epoch milliseconds');
  checkAbove('profileCompleteness', 'staleDays', staleDays, 0);
  checkList('profileCompleteness', 'fields', fields);
  const missing = fields.filter((field) => profile[field] === undefined);
  const facts = fields.flatMap((field) => factsOf(profile, field));
  const expired = facts.flatMap(({ expires, ...fact }) =>
    expires !== undefined && expires <= now ? [{ ...fact, at: expires }] : [],
  );
  const stale = facts.flatMap(({ expires, ...fact }) =>
    expires === undefined && fact.at !== undefined && now - fact.at > staleDays * DAY ? [{ ...fact, at: fact.at }] : [],
  );
  const lacking = new Set([...missing, ...expired.map(({ field }) => field)]);
  return { share: fields.length === 0 ? 1 : 1 - lacking.size / new Set(fields).size, missing, stale, expired };
}

interface Fact {
  readonly field: ProfileField;
  readonly id?: string;
  readonly at?: number | undefined;
  readonly expires?: number | undefined;
}

/** The facts of a field with the time they were known and the time they hold until. */
function factsOf(profile: LearnerProfile, field: ProfileField): Fact[] {
  const by = (stated: Provenance | undefined): Pick<Fact, 'at' | 'expires'> => ({
    at: stated?.at,
    expires: stated?.expires,
  });
  switch (field) {
    case 'competencies':
      return (profile.competencies ?? []).map(({ competencyId, lastAt }) => ({
        field,
        id: competencyId,
        at: lastAt ?? undefined,
      }));
    case 'scales':
      return (profile.scales ?? []).map(({ scale, at, stated }) => ({ field, id: scale, ...by(stated), at }));
    case 'goals':
      return (profile.goals ?? [])
        .filter(({ status }) => status === 'open')
        .map(({ id, due, stated }) => ({ field, id, at: stated?.at, expires: due ?? stated?.expires }));
    case 'consent':
      return (profile.consent ?? []).map(({ purpose, at, expires }) => ({ field, id: purpose, at, expires }));
    case 'languages':
      return (profile.languages ?? []).map(({ tag, stated }) => ({ field, id: tag, ...by(stated) }));
    case 'supports':
      return (profile.supports ?? []).map(({ feature, stated }) => ({ field, id: feature, ...by(stated) }));
    case 'devices':
      return (profile.devices ?? []).map(({ kind, stated }) => ({ field, id: kind, ...by(stated) }));
    case 'plan':
      return profile.plan
        ? [
            {
              field,
              ...by(profile.plan.stated),
              ...(profile.plan.review !== undefined && { expires: profile.plan.review }),
            },
          ]
        : [];
    case 'interests':
    case 'preferences':
    case 'availability':
    case 'access':
      return profile[field] ? [{ field, ...by(profile[field].stated) }] : [];
    case 'history':
      return profile.history ? [{ field, at: profile.history.lastAt ?? undefined }] : [];
    default:
      return [{ field, ...by(profile.provenance?.find((entry) => entry.field === field)) }];
  }
}
