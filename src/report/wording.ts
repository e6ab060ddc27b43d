import type { MasteryEstimate, UnusedEvidence } from '../mastery/mastery.ts';
import type { DecisionStatus } from '../progression/progression.ts';
import type { Cell, Meter } from './report.ts';

/** Whole points of 100. */
export function points(share: number): number {
  return Math.round(100 * share);
}

/** '1 answer', '2 answers'. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`;
}

/** Names by id; the id itself where there is no name. */
export function titles(
  named: readonly { readonly id: string; readonly title?: string }[] = [],
): (id: string) => string {
  const known = new Map(named.map(({ id, title }) => [id, title ?? id]));
  return (id) => known.get(id) ?? id;
}

export const STATUS: Readonly<Record<DecisionStatus, string>> = {
  achieved: 'achieved',
  inProgress: 'in progress',
  notStarted: 'not started',
};

export const UNUSED: Readonly<Record<UnusedEvidence['reason'], string>> = {
  noItem: 'belongs to no question',
  itemUnknown: 'to a question that is assigned to no competency',
  itemNotCalibrated: 'to a question whose difficulty is not known',
  ungraded: 'not graded',
  notDichotomous: 'neither right nor wrong, which the model cannot use',
  otherAttempt: 'another attempt at the same question counts',
  noCompetency: 'about no competency',
};

/** What is known of a competency in words, with the uncertainty; 'not enough evidence' when nothing is. */
function masteryText({ value, interval, level, n }: MasteryEstimate): string {
  if (value === null || interval === null) return 'not enough evidence';
  const [lower, upper] = interval;
  return `about ${points(value)} in 100; ${points(level)} % sure it is ${points(lower)} to ${points(upper)}; ${counted(n, 'answer')}`;
}

export function masteryCell(estimate: MasteryEstimate): Cell {
  const meter = meterOf(estimate);
  return { text: masteryText(estimate), ...(meter && { meter }) };
}

function meterOf({ value, interval }: MasteryEstimate): Meter | null {
  return value === null || interval === null ? null : { value, lower: interval[0], upper: interval[1] };
}
