import type { LearnerReportRequest, LearnerSection } from './learnerSection.ts';
import type { Report, Section } from './report.ts';
import { calendar } from './sections/calendar.ts';
import { limits } from './sections/limits.ts';
import { nextSteps } from './sections/nextSteps.ts';
import { standing } from './sections/standing.ts';
import { counted } from './wording.ts';

/** The parts of a learner's page in their usual order. */
export const learnerSections: readonly LearnerSection[] = [standing, nextSteps, calendar, limits];

/**
 * A learner's page: what is shown, not there yet and not known; what is next and why; when; and what it cannot tell.
 *
 * @param request the values of the line for one learner, names, and notes
 * @param sections the parts of the page; {@link learnerSections} when absent
 * @returns the page as plain data, for `toText` and `toHtml`
 * @throws RangeError when profile, mastery and progression are of different learners, or two sections have the same id
 * @remarks Words are English; dates follow `locale`. Unknown is said to be unknown and never shown as a number.
 * @example
 * import { reportProgress } from 'tutelage/report';
 *
 * const report = reportProgress({
 *   profile: { id: 'ana' },
 *   mastery: { learnerId: 'ana', by: 'irt', estimates: [], unused: [] },
 *   progression: { learnerId: 'ana', rule: 'masteryThreshold', decisions: [] },
 * });
 * report.sections.map(({ heading }) => heading); // => ['Where you stand', 'What this page cannot tell']
 */
export function reportProgress(
  request: LearnerReportRequest,
  sections: readonly LearnerSection[] = learnerSections,
): Report {
  const { profile, mastery, progression } = request;
  for (const [what, { learnerId }] of Object.entries({ mastery, progression })) {
    if (learnerId !== profile.id) {
      throw new RangeError(
        `reportProgress: profile is of "${profile.id}" but ${what} of "${learnerId}"; pass one learner's`,
      );
    }
  }
  const used = new Set(mastery.estimates.flatMap(({ evidenceIds }) => evidenceIds)).size;
  const made = sections.map((section) => section(request)).filter((section) => section !== null);
  distinct('reportProgress', made);
  return {
    schema: 'tutelage/report',
    version: 1,
    kind: 'learner',
    title: `Learner ${profile.id}`,
    subtitle: `From ${counted(used, 'piece')} of evidence`,
    sections: made,
  };
}

function distinct(where: string, sections: readonly Section[]): void {
  const seen = new Set<string>();
  for (const { id } of sections) {
    if (seen.has(id)) throw new RangeError(`${where}: two sections have the id "${id}"; give each its own`);
    seen.add(id);
  }
}
