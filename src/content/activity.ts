import { checkAbove, checkList, checkShare, checkWhole } from '../math/check.ts';
import type { Accessibility } from './accessibility.ts';
import type { Requirements } from './requirements.ts';

/** How an activity is worked on. */
export type Modality = 'text' | 'audio' | 'video' | 'interactive' | 'handsOn';

/** Something a learner can do: a text to read, a set of questions, a project. */
export interface Activity extends Accessibility, Requirements {
  readonly id: string;
  /** The name people read; the id when absent. */
  readonly title?: string;
  /** The competencies it teaches or asks for. */
  readonly competencyIds: readonly string[];
  /** Time it takes a typical learner, in minutes, above 0. */
  readonly minutes?: number;
  /** The time limit of a test, in minutes, above 0. */
  readonly timeLimitMinutes?: number;
  /** Difficulty on the logit scale of the items (theta metric). */
  readonly difficulty?: number;
  /** Ways it can be worked on; any one will do. */
  readonly modalities?: readonly Modality[];
  /** Topics with weights in [0, 1], to be met by a learner's interests. */
  readonly tags?: readonly { readonly id: string; readonly weight: number }[];
  /** BCP-47, such as 'pt-PT'. */
  readonly language?: string;
  /** What it is about, as text: the source of concept relations. */
  readonly text?: string;
  /** Items that belong to it. */
  readonly itemIds?: readonly string[];
}

/**
 * Checks an activity and hands on a copy.
 *
 * @throws TypeError for a missing id or lists that are none, RangeError for minutes that are not above 0, a difficulty that
 * is not finite, a tag's weight outside [0, 1], ages or group sizes in the wrong order
 * @example
 * import { newActivity } from 'tutelage/content';
 *
 * newActivity({ id: 'pizza', competencyIds: ['fractions'], minutes: 20 }).minutes; // => 20
 */
export function newActivity(given: Activity): Activity {
  const { id } = given;
  if (typeof id !== 'string' || id === '') {
    throw new TypeError(`newActivity: id must be a non-empty string, got ${String(id)}`);
  }
  const where = `newActivity "${id}"`;
  checkList(where, 'competencyIds', given.competencyIds);
  for (const name of LISTS) if (given[name] !== undefined) checkList(where, name, given[name]);
  for (const name of ['minutes', 'timeLimitMinutes', 'minScreenWidth', 'minBandwidthKbps'] as const) {
    if (given[name] !== undefined) checkAbove(where, name, given[name], 0);
  }
  if (given.difficulty !== undefined) checkAbove(where, 'difficulty', given.difficulty, -Infinity, ' of logits');
  for (const tag of given.tags ?? []) checkShare(where, `weight of tag "${tag.id}"`, tag.weight);
  checkSpan(where, 'groupSize', 1, given.groupSize);
  checkSpan(where, 'ages', 0, given.ages);
  return { ...given };
}

const LISTS = [
  'modalities',
  'tags',
  'itemIds',
  'accessMode',
  'accessModeSufficient',
  'accessibilityFeature',
  'accessibilityHazard',
  'devices',
  'input',
  'places',
] as const;

function checkSpan(where: string, name: string, least: number, span?: { min?: number; max?: number }): void {
  const { min = least, max = min } = span ?? {};
  checkWhole(where, `${name}.min`, min, least);
  checkWhole(where, `${name}.max`, max, min);
}
