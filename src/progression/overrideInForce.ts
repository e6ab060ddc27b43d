import type { Override } from './progression.ts';

/**
 * The override of a competency that is in force: of those made and not yet over the latest made, the later in the list of equals.
 *
 * @param overrides of one learner
 * @param competencyId whose
 * @param now epoch ms; null when unknown
 * @returns the override, or null
 * @throws RangeError for one without a person, a reason or a time, for one that ends before it begins, or when time matters and is unknown
 * @example
 * import { overrideInForce } from 'tutelage/progression';
 *
 * const seen = { competencyId: 'speech', status: 'achieved', by: 'Ms Sousa', at: 1000, reason: 'seen in class' } as const;
 * overrideInForce([seen], 'speech', 2000)!.by; // => 'Ms Sousa'
 * overrideInForce([{ ...seen, until: 1500 }], 'speech', 2000); // => null
 */
export function overrideInForce(
  overrides: readonly Override[],
  competencyId: string,
  now: number | null,
): Override | null {
  let found: Override | null = null;
  for (const override of overrides) {
    if (override.competencyId !== competencyId) continue;
    const { by, at, reason, until = Infinity } = override;
    if (!(by && reason && Number.isFinite(at) && until > at && (now !== null || until === Infinity))) {
      throw new RangeError(
        `overrideInForce: the override of "${competencyId}" needs by, reason and at; until comes after at and needs now`,
      );
    }
    const holds = now === null || (at <= now && now < until);
    if (holds && (found === null || at >= found.at)) found = override;
  }
  return found;
}
