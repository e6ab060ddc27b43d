import type { CompetencyGraph } from '../competency/competencyGraph.ts';
import type { Activity } from './activity.ts';
import type { QMatrix } from './qMatrix.ts';

/** What may be wrong with a catalogue. */
export type ContentFindingCode =
  | 'activityWithoutCompetency'
  | 'competencyWithoutActivity'
  | 'duplicateActivity'
  | 'duplicateItem'
  | 'emptyAccessModes'
  | 'fewModes'
  | 'impossibleAges'
  | 'impossibleGroupSize'
  | 'itemWithoutActivity'
  | 'itemWithoutCompetency'
  | 'sameContent'
  | 'shortTimeLimit'
  | 'unknownCompetency'
  | 'unknownItem'
  | 'unreachableCompetency';

/** Something wrong with a catalogue, and what to do about it. */
export interface ContentFinding {
  readonly code: ContentFindingCode;
  /** `error`: it cannot be meant like this; `warning`: it may be. */
  readonly severity: 'error' | 'warning';
  /** The activities, items or competencies it is about, as the code says; what is missing for an unreachable competency comes second. */
  readonly ids: readonly string[];
  /** One sentence for people. */
  readonly text: string;
}

/** A catalogue, and what it is to fit to. */
export interface ContentBank {
  readonly activities: readonly Activity[];
  /** The competencies that are to be taught, and what comes before what. */
  readonly graph?: CompetencyGraph;
  readonly qMatrix?: QMatrix;
}

/** Options of `lintContent`. */
export interface LintOptions {
  /** Fewest ways to learn a competency that are enough (see `udlCoverage`); 2 when absent. */
  readonly least?: number;
  /** Competencies that learners bring along, so that nothing has to teach them. */
  readonly mastered?: readonly string[];
}

/** One kind of check. */
export type ContentCheck = (bank: ContentBank, options: Required<LintOptions>) => ContentFinding[];

const MOST_NAMES = 3;

/** Ids as part of a sentence: '"a", "b", "c" and 2 more'. */
export function quoted(ids: readonly string[]): string {
  const names = ids.slice(0, MOST_NAMES).map((id) => `"${id}"`);
  if (ids.length > MOST_NAMES) return `${names.join(', ')} and ${ids.length - MOST_NAMES} more`;
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
