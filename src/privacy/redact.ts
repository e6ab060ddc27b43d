import type { CompetencyRecord } from '../profile/competencyRecord.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import type { Stated, Visibility } from '../profile/provenance.ts';
import { defaultVisibility, LADDER } from './defaultVisibility.ts';

/** Who looks at a profile. */
export type Audience = 'learner' | Exclude<Visibility, 'private'>;

/** Options of {@link redact}. */
export interface RedactOptions {
  /** Other defaults than {@link defaultVisibility}, and those of your own fields, which nobody but the learner sees otherwise. */
  readonly fields?: Readonly<Record<string, Visibility>>;
}

const KEPT = ['schema', 'version', 'id'];

/**
 * The part of a profile that an audience may see.
 *
 * What was said about a fact goes first: `stated.visibility`, entry by entry in lists, or the `provenance` of a plain field. Otherwise the
 * field's default holds. The words are a ladder: what peers may see, teachers and parents may too (our choice).
 *
 * @param profile the learner's profile
 * @param audience who looks at it; 'learner' sees everything
 * @param options other defaults
 * @returns a fresh profile with schema, version and id, without the fields and entries that are withheld
 * @throws RangeError for an unknown audience or visibility
 * @remarks A list of which nothing is left is left out. Models' states are shown to teachers only. The id is opaque and stays: give
 * peers a pseudonymised profile where it says who somebody is.
 * @example
 * import { redact } from 'tutelage/privacy';
 * import { newLearnerProfile } from 'tutelage/profile';
 *
 * const stated = { source: 'self', at: 0, visibility: 'peer' } as const;
 * const ana = newLearnerProfile({ id: 'ana', interests: { tags: [], stated }, bandwidthKbps: 500 });
 * Object.keys(redact(ana, 'peer')); // => ['schema', 'version', 'id', 'interests']
 */
export function redact(profile: LearnerProfile, audience: Audience, options: RedactOptions = {}): LearnerProfile {
  if (audience === 'learner') return { ...profile };
  const rung = rungOf(audience);
  for (const visibility of Object.values(options.fields ?? {})) rungOf(visibility);
  const fields = new Map<string, Visibility>(Object.entries({ ...defaultVisibility, ...options.fields }));
  const said = new Map((profile.provenance ?? []).map(({ field, visibility }) => [field as string, visibility]));
  const isSeen = (field: string, visibility: Visibility | undefined) =>
    rungOf(visibility ?? fields.get(field) ?? 'private') >= rung;
  const seen = new Map<string, unknown>();
  for (const [field, value] of Object.entries(profile) as [string, unknown][]) {
    if (KEPT.includes(field) || field === 'provenance') continue;
    if (Array.isArray(value) && value.some((entry) => typeof entry === 'object')) {
      const entries = value.filter((entry: Stated | null) => isSeen(field, entry?.stated?.visibility));
      if (entries.length > 0) seen.set(field, entries);
    } else if (isSeen(field, said.get(field) ?? (value as Stated | null)?.stated?.visibility)) seen.set(field, value);
  }
  const records = seen.get('competencies');
  if (records && audience !== 'teacher') seen.set('competencies', (records as CompetencyRecord[]).map(withoutTrace));
  const provenance = (profile.provenance ?? []).filter(({ field }) => seen.has(field));
  const { schema, version, id } = profile;
  return { schema, version, id, ...Object.fromEntries(seen), ...(provenance.length > 0 && { provenance }) };
}

function rungOf(visibility: string): number {
  const rung = (LADDER as readonly string[]).indexOf(visibility);
  if (rung >= 0) return rung;
  throw new RangeError(`redact: there is no audience "${visibility}"; use learner, ${LADDER.slice(1).join(', ')}`);
}

const withoutTrace = ({ trace: _, ...record }: CompetencyRecord): CompetencyRecord => record;
