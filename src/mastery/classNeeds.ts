import { check, checkList, checkShare } from '../math/check.ts';
import type { Mastery, MasteryEstimate } from './mastery.ts';
import { probabilityAbove } from './probabilityAbove.ts';

/** What is known of one competency of one learner, for a whole class to be looked at. */
export interface ClassCell {
  /** Share mastered, in [0, 1]; null when unknown. */
  readonly value: number | null;
  readonly sd: number | null;
  /** Number of answers or ratings behind it. */
  readonly n: number;
  /** `met`: surely at the cut or above; `need`: surely below; `between`: estimated and neither sure; `unknown`: no estimate. */
  readonly status: 'need' | 'met' | 'between' | 'unknown';
}

/** Competencies by learners: a heat map as plain data. */
export interface ClassNeeds {
  /** Order of the rows. */
  readonly competencyIds: readonly string[];
  /** Order within each row. */
  readonly learnerIds: readonly string[];
  /** A row per competency with a cell per learner. */
  readonly cells: readonly (readonly ClassCell[])[];
  /** For each competency, the number of learners by status. */
  readonly counts: readonly Readonly<Record<ClassCell['status'], number>>[];
}

/** Options of {@link classNeeds}. */
export interface ClassNeedsOptions {
  /** Share of a competency that is asked for, in [0, 1]; 0.7 when absent. */
  readonly cut?: number;
  /** How probable a need, or its absence, has to be, above 0.5 and at most 1; 0.8 when absent. */
  readonly sure?: number;
  /** The competencies to look at, in this order; all, in order of first appearance, when absent. */
  readonly competencyIds?: readonly string[];
}

/**
 * Who in a class needs what.
 *
 * A cell is `met` when P(share >= cut) is at least `sure` (see `probabilityAbove`), a `need` when P(share < cut) is.
 *
 * @param masteries one per learner, from `estimateMastery`
 * @param options cut, sureness, competencies
 * @returns a row per competency and a column per learner; where there is no estimate the cell is `unknown`, never a need
 * @throws RangeError for a learner listed twice, cut outside [0, 1], sure outside (0.5, 1]
 * @remarks O(learners x competencies).
 * @example
 * import { classNeeds } from 'tutelage/mastery';
 *
 * const about = { status: 'estimated', interval: [0, 1], level: 0.9, sd: 0.1, n: 8, evidenceIds: [], lastAt: null } as const;
 * const masteries = Object.entries({ ana: 0.9, bo: 0.3 }).map(([learnerId, value]) => (
 *   { learnerId, by: 'irt', estimates: [{ ...about, competencyId: 'fractions', value }], unused: [] }
 * ));
 * const { counts, cells } = classNeeds(masteries);
 * counts; // => [{ need: 1, met: 1, between: 0, unknown: 0 }]
 * cells[0]![1]!.status; // => 'need'
 */
export function classNeeds(masteries: readonly Mastery[], options: ClassNeedsOptions = {}): ClassNeeds {
  const { cut = 0.7, sure = 0.8 } = options;
  checkList('classNeeds', 'masteries', masteries);
  checkShare('classNeeds', 'cut', cut);
  check(sure > 0.5 && sure <= 1, 'classNeeds', 'sure', sure, 'a number above 0.5 and at most 1');
  const columns = new Map<string, ReadonlyMap<string, MasteryEstimate>>();
  for (const { learnerId, estimates } of masteries) {
    if (columns.has(learnerId)) {
      throw new RangeError(`classNeeds: learner "${learnerId}" is listed twice; pass one mastery per learner`);
    }
    columns.set(learnerId, new Map(estimates.map((estimate) => [estimate.competencyId, estimate])));
  }
  const given = options.competencyIds ?? [...columns.values()].flatMap((estimates) => [...estimates.keys()]);
  const competencyIds = [...new Set(given)];
  const cells = competencyIds.map((id) =>
    [...columns.values()].map((estimates) => cellOf(estimates.get(id), cut, sure)),
  );
  return { competencyIds, learnerIds: [...columns.keys()], cells, counts: cells.map(countsOf) };
}

function cellOf(estimate: MasteryEstimate | undefined, cut: number, sure: number): ClassCell {
  const above = estimate ? probabilityAbove(estimate, cut) : null;
  if (!estimate || above === null) return { value: null, sd: null, n: estimate?.n ?? 0, status: 'unknown' };
  const { value, sd, n } = estimate;
  return { value, sd, n, status: above >= sure ? 'met' : 1 - above >= sure ? 'need' : 'between' };
}

function countsOf(row: readonly ClassCell[]): Record<ClassCell['status'], number> {
  const counts = { need: 0, met: 0, between: 0, unknown: 0 };
  for (const { status } of row) counts[status]++;
  return counts;
}
