import { type HmacKey, keyedHash } from './keyedHash.ts';
import type { LearnerData } from './learnerData.ts';
import { learnerIds, renameLearners } from './renameLearners.ts';

/** Options of {@link pseudonymise}. */
export interface PseudonymOptions {
  /** A secret of at least 16 bytes, kept apart from the data. */
  readonly key: Uint8Array | HmacKey;
  /** Such as the name of a study: the same learner has another pseudonym in every context. */
  readonly context?: string;
}

/**
 * Replaces every learner id by a pseudonym: HMAC-SHA-256 of the id under a secret key (RFC 2104), in base64url.
 *
 * @param data what is kept of learners
 * @param options the key, and a context
 * @returns fresh data; the same id has the same pseudonym under the same key and context, 43 characters long
 * @throws TypeError for a key that is none, RangeError for one of fewer than 16 bytes, for ids with half a character, and for data with
 * reports, which are text and have to be made again from the pseudonymised data
 * @remarks Pseudonymous is not anonymous: whoever has the key can find a learner again, and so may whoever knows what a learner answered
 * when; see `shiftDates` and `suppressSmallCells`. Ids of evidence, items and goals stay as they are: keep names out of them. So do
 * the persons and the reasons of overrides in progressions.
 * @example
 * import { pseudonymise } from 'tutelage/privacy';
 * import { newLearnerProfile } from 'tutelage/profile';
 *
 * const key = new Uint8Array(32).fill(7); // draw yours with crypto.getRandomValues
 * const { profiles } = await pseudonymise({ profiles: [newLearnerProfile({ id: 'ana' })] }, { key });
 * profiles![0]!.id.length; // => 43
 */
export async function pseudonymise(data: LearnerData, options: PseudonymOptions): Promise<LearnerData> {
  const { key, context } = options ?? {};
  const hash = await keyedHash('pseudonymise', key, context);
  if (data.reports && data.reports.length > 0) {
    throw new RangeError(
      `pseudonymise: ${data.reports.length} reports are text that names learners; leave them out and make them again from the result`,
    );
  }
  const ids = learnerIds(data);
  const pseudonyms = new Map(await Promise.all(ids.map(async (id) => [id, base64Url(await hash(id))] as const)));
  return renameLearners(data, (id) => pseudonyms.get(id)!);
}

const base64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
