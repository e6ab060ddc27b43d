import type { Fields, Migration } from '../parseDocument.ts';

/** Moves a field, if it is there, under another name and in another form. */
function move(fields: Fields, from: string, to: string, form: (value: never) => unknown = (value) => value): void {
  if (!(from in fields)) return;
  const { [from]: value } = fields;
  delete fields[from];
  fields[to] = form(value as never);
}

/** Version 0, a prototype, had a map of skills to shares, and did not say how they were estimated. */
const from0: Migration = (fields) => {
  move(fields, 'learnerId', 'id');
  move(fields, 'lang', 'locale');
  move(fields, 'skills', 'competencies', (skills: object) =>
    Object.entries(skills).map(([competencyId, value]) => ({
      competencyId,
      value,
      sd: null,
      n: 0,
      lastAt: null,
      by: 'unknown',
    })),
  );
};

/** Version 1 had wishes without weight, a bandwidth without unit and the ids of all evidence. */
const from1: Migration = (fields) => {
  move(fields, 'bandwidth', 'bandwidthKbps');
  move(fields, 'history', 'history', (evidenceIds: readonly string[]) => ({
    n: evidenceIds.length,
    firstAt: null,
    lastAt: null,
    evidenceIds,
  }));
  move(fields, 'preferences', 'preferences', (given: Fields) => {
    const preferences = { ...given };
    for (const name of ['sessionMinutes', 'challenge'])
      move(preferences, name, name, (value) => ({ value, weight: 1 }));
    return preferences;
  });
};

/** From each version to the next, the oldest first. */
export const learnerProfileMigrations: readonly Migration[] = [from0, from1];
