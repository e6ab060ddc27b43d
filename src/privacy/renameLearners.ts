import type { LearnerData } from './learnerData.ts';

/** Every learner id of the data, each once. */
export function learnerIds({ profiles = [], evidence = [], masteries = [], progressions = [] }: LearnerData): string[] {
  return [
    ...new Set([
      ...profiles.map(({ id }) => id),
      ...[...evidence, ...masteries, ...progressions].map(({ learnerId }) => learnerId),
    ]),
  ];
}

/** The data with every learner under another id; reports are left out. */
export function renameLearners(
  { profiles, evidence, masteries, progressions }: LearnerData,
  rename: (id: string) => string,
): LearnerData {
  const renamed = <T extends { readonly learnerId: string }>(entry: T): T => ({
    ...entry,
    learnerId: rename(entry.learnerId),
  });
  return {
    ...(profiles && { profiles: profiles.map((profile) => ({ ...profile, id: rename(profile.id) })) }),
    ...(evidence && { evidence: evidence.map(renamed) }),
    ...(masteries && { masteries: masteries.map(renamed) }),
    ...(progressions && { progressions: progressions.map(renamed) }),
  };
}
