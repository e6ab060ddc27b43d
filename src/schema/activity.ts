import type { Activity } from '../content/activity.ts';
import { type DocumentKind, parseEntries, type SchemaOf } from './parseDocument.ts';
import { count, id, ids, list, number, object, oneOf, optional, positive, share, text, texts } from './parts.ts';
import type { Result } from './result.ts';
import { atLeast } from './rule.ts';
import { device, hazard, input, modality, mode, place } from './words.ts';

const people = count.check(atLeast(1));

/** Schema of one `Activity`. */
export const activity = object({
  id,
  title: optional(text),
  competencyIds: ids,
  minutes: optional(positive),
  timeLimitMinutes: optional(positive),
  difficulty: optional(number),
  modalities: optional(list(modality)),
  tags: optional(list(object({ id, weight: share }))),
  language: optional(text),
  text: optional(text),
  itemIds: optional(ids),
  accessMode: optional(list(mode)),
  accessModeSufficient: optional(list(list(mode))),
  accessibilityFeature: optional(texts),
  accessibilityHazard: optional(list(hazard)),
  devices: optional(list(device)),
  minScreenWidth: optional(positive),
  input: optional(list(input)),
  network: optional(oneOf(['online', 'download'])),
  minBandwidthKbps: optional(positive),
  places: optional(list(place)),
  groupSize: optional(object({ min: people, max: optional(people) })),
  ages: optional(object({ min: optional(count), max: optional(count) })),
});

/** How lists of activities are stored. */
export const activityKind: DocumentKind = { schema: 'tutelage/activities', version: 1 };

/**
 * Checks a list of activities from outside.
 *
 * @param input a list, or a document made by `toDocument('activity', list)`
 * @param schema an extension of `activity` for fields of your own
 * @returns the activities, or the first 100 issues with their paths
 * @remarks Never throws. What a catalogue lacks as a whole is found by `lintContent`.
 * @example
 * import { parseActivities } from 'tutelage/schema';
 *
 * parseActivities([{ id: 'pizza', competencyIds: ['fractions'], minutes: 20 }]).ok; // => true
 * const result = parseActivities([{ id: 'pizza', competencyIds: [], minutes: 0 }]);
 * result.ok || result.issues; // => [{ path: [0, 'minutes'], code: 'too_small', message: 'must be above 0' }]
 */
export function parseActivities<E extends Activity = Activity>(input: unknown, schema?: SchemaOf<E>): Result<E[]> {
  return parseEntries(activityKind, schema ?? activity, input);
}
