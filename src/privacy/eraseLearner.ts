import type { Report, Section } from '../report/report.ts';
import type { LearnerData } from './learnerData.ts';

/** What {@link eraseLearner} leaves, and what it removed. */
export interface Erasure {
  readonly data: LearnerData;
  /** How many of each are gone; `rows` of class pages that stay. */
  readonly removed: {
    readonly profiles: number;
    readonly evidence: number;
    readonly masteries: number;
    readonly progressions: number;
    readonly reports: number;
    readonly rows: number;
  };
  /** Places, in `data.reports`, of class pages that lost a row: their counts still have the learner in them. Make them again. */
  readonly rebuild: readonly number[];
}

/**
 * Removes everything of a learner: profile, evidence, results, pages, and rows of class pages.
 *
 * @param data what is kept of learners
 * @param learnerId whose data has to go
 * @returns the data without the learner, what was removed, and which class pages to make again; an unknown id removes nothing
 * @throws TypeError for an id that is no non-empty string
 * @remarks A page that still names the learner elsewhere, alone or within a sentence, is removed as a whole; where ids are numbers, a
 * count that happens to be the same is taken for the id. Class pages may count a learner whom they do not name. Backups, logs of
 * requests and pseudonymised copies are yours to think of; so are ids that you built from the learner's id.
 * @example
 * import { eraseLearner } from 'tutelage/privacy';
 * import { newLearnerProfile } from 'tutelage/profile';
 *
 * const profiles = ['ana', 'anabel'].map((id) => newLearnerProfile({ id }));
 * const { data, removed } = eraseLearner({ profiles }, 'ana');
 * data.profiles!.map(({ id }) => id); // => ['anabel']
 * removed.profiles; // => 1
 */
export function eraseLearner(data: LearnerData, learnerId: string): Erasure {
  if (typeof learnerId !== 'string' || learnerId === '') {
    throw new TypeError(`eraseLearner: learnerId must be a non-empty string, got ${typeof learnerId}`);
  }
  const { profiles, evidence, masteries, progressions, reports } = data;
  const isOther = (entry: { readonly learnerId: string }) => entry.learnerId !== learnerId;
  const names = mentions(learnerId);
  const pages = (reports ?? []).map((report) => withoutRows(report, learnerId));
  const kept = pages.filter(({ report }) => !names(report));
  const left: LearnerData = {
    ...(profiles && { profiles: profiles.filter(({ id }) => id !== learnerId) }),
    ...(evidence && { evidence: evidence.filter(isOther) }),
    ...(masteries && { masteries: masteries.filter(isOther) }),
    ...(progressions && { progressions: progressions.filter(isOther) }),
    ...(reports && { reports: kept.map(({ report }) => report) }),
  };
  const gone = (key: keyof LearnerData) => (data[key]?.length ?? 0) - (left[key]?.length ?? 0);
  return {
    data: left,
    removed: {
      profiles: gone('profiles'),
      evidence: gone('evidence'),
      masteries: gone('masteries'),
      progressions: gone('progressions'),
      reports: gone('reports'),
      rows: kept.reduce((sum, { rows }) => sum + rows, 0),
    },
    rebuild: kept.flatMap(({ rows }, k) => (rows > 0 ? [k] : [])),
  };
}

/** A page without the rows that begin with the id. */
function withoutRows(report: Report, learnerId: string): { report: Report; rows: number } {
  let rows = 0;
  const sections = report.sections.map((section): Section => {
    const tables = section.tables.map((table) => {
      const kept = table.rows.filter(([first]) => first?.text !== learnerId);
      rows += table.rows.length - kept.length;
      return kept.length < table.rows.length ? { ...table, rows: kept } : table;
    });
    return { ...section, tables };
  });
  return rows > 0 ? { report: { ...report, sections }, rows } : { report, rows: 0 };
}

/** Whether a page says the id, on its own and not as a part of a longer word. */
function mentions(learnerId: string): (report: Report) => boolean {
  const escaped = learnerId.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const word = '[\\p{L}\\p{N}_-]';
  const alone = new RegExp(`(?<!${word})${escaped}(?!${word})`, 'u');
  const inside = (value: unknown): boolean => {
    if (typeof value === 'string') return alone.test(value);
    return value !== null && typeof value === 'object' && Object.values(value).some(inside);
  };
  return ({ title, subtitle, sections }) => inside([title, subtitle, sections]);
}
