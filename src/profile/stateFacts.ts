import type { FieldProvenance, LearnerProfile } from './learnerProfile.ts';
import type { Provenance, Stated } from './provenance.ts';

/** Facts that people state about a learner; what is measured or computed is not among them. */
export type StatedFacts = Partial<
  Pick<
    LearnerProfile,
    | 'locale'
    | 'languages'
    | 'gradeBand'
    | 'birthYear'
    | 'interests'
    | 'goals'
    | 'scales'
    | 'preferences'
    | 'availability'
    | 'devices'
    | 'places'
    | 'bandwidthKbps'
    | 'access'
    | 'supports'
    | 'plan'
  >
>;

/** What tells the entries of a list apart; lists not named here are replaced as a whole. */
const KEYS = {
  languages: ({ tag }: { tag: string }) => tag,
  goals: ({ id }: { id: string }) => id,
  scales: ({ scale, at }: { scale: string; at: number }) => `${at} ${scale}`,
  supports: ({ feature }: { feature: string }) => feature,
} as const;

/**
 * A profile with facts that somebody states, each with where it comes from.
 *
 * Languages, goals, scale scores and supports are added one by one, in place of an entry with the same tag, id, scale and time, or
 * feature; every other field is replaced. What is stated later holds: state facts in the order in which they were said.
 *
 * @param profile the learner's profile; fields of your own stay
 * @param facts the fields stated; a fact with `stated` of its own keeps it
 * @param stated who says so and when
 * @returns a fresh profile
 * @throws TypeError for `stated` without source or time, RangeError for a field that is measured or unknown
 * @example
 * import { newLearnerProfile, stateFacts } from 'tutelage/profile';
 *
 * const said = { source: 'self', at: 1000 } as const;
 * const ana = stateFacts(newLearnerProfile({ id: 'ana' }), { gradeBand: 'grade 7', interests: { tags: [] } }, said);
 * ana.interests; // => { tags: [], stated: { source: 'self', at: 1000 } }
 * ana.provenance; // => [{ field: 'gradeBand', source: 'self', at: 1000 }]
 */
export function stateFacts<P extends LearnerProfile>(profile: P, facts: StatedFacts, stated: Provenance): P {
  if (typeof stated?.source !== 'string' || !Number.isFinite(stated.at)) {
    throw new TypeError('stateFacts: stated must be { source, at, ... }, such as { source: "self", at: now }');
  }
  const next = { ...profile } as Record<string, unknown>;
  let provenance: readonly FieldProvenance[] = profile.provenance ?? [];
  for (const [field, fact] of Object.entries(facts)) {
    if (fact === undefined) continue;
    switch (field) {
      case 'locale':
      case 'gradeBand':
      case 'birthYear':
      case 'places':
      case 'bandwidthKbps':
        next[field] = fact;
        provenance = [...provenance.filter((entry) => entry.field !== field), { field, ...stated }];
        break;
      case 'languages':
      case 'goals':
      case 'scales':
      case 'supports':
        next[field] = merged(
          profile[field] as readonly Stated[],
          signed(fact as readonly Stated[], stated),
          KEYS[field],
        );
        break;
      case 'devices':
        next[field] = signed(fact as readonly Stated[], stated);
        break;
      case 'interests':
      case 'preferences':
      case 'availability':
      case 'access':
      case 'plan':
        next[field] = { stated, ...(fact as Stated) };
        break;
      default:
        throw new RangeError(`stateFacts: "${field}" is not a fact that people state; measure it or set it yourself`);
    }
  }
  return { ...next, ...(provenance.length > 0 && { provenance }) } as unknown as P;
}

const signed = (facts: readonly Stated[], stated: Provenance): readonly Stated[] =>
  facts.map((fact) => ({ stated, ...fact }));

function merged(old: readonly Stated[] = [], facts: readonly Stated[], key: (fact: never) => string): Stated[] {
  const byKey = new Map([...old, ...facts].map((fact) => [key(fact as never), fact]));
  return [...byKey.values()];
}
