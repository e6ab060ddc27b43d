/** Something a learner can do: a text to read, a set of questions, a project. */
export interface Activity {
  readonly id: string;
  /** The name people read; the id when absent. */
  readonly title?: string;
  /** The competencies it teaches or asks for. */
  readonly competencyIds: readonly string[];
  /** Time it takes a typical learner, in minutes, above 0. */
  readonly minutes?: number;
  /** Difficulty on the logit scale of the items (theta metric). */
  readonly difficulty?: number;
  /** What it is about, as text: the source of concept relations. */
  readonly text?: string;
  /** Items that belong to it. */
  readonly itemIds?: readonly string[];
}

/**
 * Checks an activity and hands on a copy.
 *
 * @throws TypeError for a missing id or competencies that are no list, RangeError for minutes that are not above 0 or a
 * difficulty that is not finite
 * @example
 * import { newActivity } from 'tutelage/content';
 *
 * newActivity({ id: 'pizza', competencyIds: ['fractions'], minutes: 20 }).minutes; // => 20
 */
export function newActivity(given: Activity): Activity {
  const { id, competencyIds, minutes, difficulty } = given;
  if (typeof id !== 'string' || id === '') {
    throw new TypeError(`newActivity: id must be a non-empty string, got ${String(id)}`);
  }
  if (!Array.isArray(competencyIds)) throw new TypeError(`newActivity "${id}": competencyIds must be an array of ids`);
  if (minutes !== undefined && !(minutes > 0 && Number.isFinite(minutes))) {
    throw new RangeError(`newActivity "${id}": minutes must be above 0, got ${minutes}; leave it out when unknown`);
  }
  if (difficulty !== undefined && !Number.isFinite(difficulty)) {
    throw new RangeError(`newActivity "${id}": difficulty must be a finite number in logits, got ${difficulty}`);
  }
  return { ...given };
}
