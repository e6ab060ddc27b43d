import type { Competency } from '../competency/competency.ts';
import type { Mastery } from '../mastery/mastery.ts';
import { checkList } from '../math/check.ts';
import type { CompetencyDecision, Progression } from '../progression/progression.ts';
import { limitsSection } from './limitsSection.ts';
import type { Cell, Report, Table } from './report.ts';
import { counted, points, STATUS, titles } from './wording.ts';

/** One learner of a class. */
export interface ClassMember {
  readonly mastery: Mastery;
  readonly progression: Progression;
}

/** What a class page is made from. */
export interface ClassReportRequest {
  readonly learners: readonly ClassMember[];
  /** Names of competencies, and their order; ids are shown where there is none. */
  readonly competencies?: readonly Competency[];
  /** Sentences about what the data cannot tell. */
  readonly notes?: readonly string[];
  /** Most learners in the table, those with most evidence first; 20 when absent. The rest is counted in a sentence. */
  readonly maxRows?: number;
}

/**
 * A page for a class: each competency over all learners, and each learner over all competencies.
 *
 * @param request the learners' mastery and progression
 * @returns the page as plain data, for `toText` and `toHtml`; a class of nobody says so
 * @remarks The spread is that of the estimates, so it understates how much learners differ where answers are few.
 * @example
 * import { reportClass } from 'tutelage/report';
 *
 * reportClass({ learners: [] }).subtitle; // => '0 learners'
 */
export function reportClass({ learners, competencies = [], notes = [], maxRows = 20 }: ClassReportRequest): Report {
  checkList('reportClass', 'learners', learners);
  const name = titles(competencies);
  const ids = [
    ...new Set([
      ...competencies.map(({ id }) => id),
      ...learners.flatMap(({ progression }) => progression.decisions.map(({ competencyId }) => competencyId)),
    ]),
  ];
  const ranked = [...learners].sort((left, right) => evidenceOf(right) - evidenceOf(left));
  const shown = ranked.slice(0, maxRows);
  const rest = ranked.length - shown.length;
  const none = learners.length === 0;
  return {
    schema: 'tutelage/report',
    version: 1,
    kind: 'class',
    title: 'Class',
    subtitle: counted(learners.length, 'learner'),
    sections: [
      {
        id: 'competencies',
        heading: 'Competencies',
        paragraphs: none ? ['There are no learners.'] : [],
        lists: [],
        tables: none ? [] : [competencyTable(ids, learners, name)],
      },
      {
        id: 'learners',
        heading: 'Learners',
        paragraphs:
          rest > 0
            ? [
                `The ${shown.length} learners with most evidence; ${counted(rest, 'more learner')} ${rest === 1 ? 'is' : 'are'} not listed.`,
              ]
            : [],
        lists: [],
        tables: none ? [] : [learnerTable(ids, shown, name)],
      },
      limitsSection([
        'Counts are of decisions; a learner in progress may master more than the evidence shows so far.',
        'The spread is that of the estimates between learners; where answers are few it understates how much learners differ.',
        ...notes,
      ]),
    ],
  };
}

function competencyTable(
  ids: readonly string[],
  learners: readonly ClassMember[],
  name: (id: string) => string,
): Table {
  const rows = ids.map((id): Cell[] => {
    const decisions = learners.flatMap(({ progression }) =>
      progression.decisions.filter((of) => of.competencyId === id),
    );
    const values = learners.flatMap(
      ({ mastery }) => mastery.estimates.find((of) => of.competencyId === id)?.value ?? [],
    );
    const count = (status: CompetencyDecision['status']) => decisions.filter((of) => of.status === status).length;
    return [
      { text: name(id) },
      { text: String(count('achieved')) },
      { text: String(count('inProgress')) },
      { text: String(count('notStarted')) },
      { text: String(learners.length - values.length) },
      middle(values),
    ];
  });
  const headings = ['Achieved', 'In progress', 'Not started', 'Not known'];
  return {
    caption: 'How many learners stand where, and the mastery of those who are known',
    columns: [
      { heading: 'Competency', align: 'left' },
      ...headings.map((heading) => ({ heading, align: 'right' as const })),
      { heading: 'Mastery of the known', align: 'left' },
    ],
    rows,
  };
}

/** Median and middle half of the estimates. */
function middle(values: readonly number[]): Cell {
  if (values.length === 0) return { text: 'nobody is known' };
  const sorted = [...values].sort((left, right) => left - right);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    return sorted[below]! + (place - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
  };
  const [value, lower, upper] = [at(0.5), at(0.25), at(0.75)];
  const text = `median about ${points(value)} in 100; middle half ${points(lower)} to ${points(upper)}; ${counted(values.length, 'learner')}`;
  return { text, meter: { value, lower, upper } };
}

function learnerTable(ids: readonly string[], learners: readonly ClassMember[], name: (id: string) => string): Table {
  return {
    caption: 'Each learner: status, and mastery with its uncertainty',
    columns: [
      { heading: 'Learner', align: 'left' },
      { heading: 'Evidence', align: 'right' },
      ...ids.map((id) => ({ heading: name(id), align: 'left' as const })),
    ],
    rows: learners.map((member): Cell[] => [
      { text: member.mastery.learnerId },
      { text: String(evidenceOf(member)) },
      ...ids.map((id): Cell => {
        const estimate = member.mastery.estimates.find((of) => of.competencyId === id);
        const decision = member.progression.decisions.find((of) => of.competencyId === id);
        if (!estimate || estimate.interval === null || estimate.value === null) return { text: 'not known' };
        const [lower, upper] = estimate.interval;
        return {
          text: `${STATUS[decision?.status ?? 'inProgress']}, ${points(estimate.value)} (${points(lower)}-${points(upper)})`,
          meter: { value: estimate.value, lower, upper },
        };
      }),
    ]),
  };
}

function evidenceOf({ mastery }: ClassMember): number {
  return new Set(mastery.estimates.flatMap(({ evidenceIds }) => evidenceIds)).size;
}
