import { incompleteBeta } from '../math/incompleteBeta.ts';
import type { MasteryEstimate } from './mastery.ts';

/**
 * The probability that a learner masters at least the share `cut` of a competency.
 *
 * The estimate's mean m and standard deviation s are matched by a Beta(m k, (1 - m) k) distribution with
 * k = m (1 - m) / s^2 - 1 (our choice: it needs only what every estimator reports, and stays within [0, 1]).
 *
 * @param estimate a mastery estimate
 * @param cut share of the competency, in [0, 1]
 * @returns a probability; null when the estimate is unknown
 * @throws RangeError for a cut outside [0, 1]
 * @remarks Where s is 0 the answer is 0 or 1; where s is as large as m allows (all or nothing) it is m.
 * @example
 * import { probabilityAbove } from 'tutelage/mastery';
 *
 * const about = { competencyId: 'fractions', status: 'estimated', level: 0.9, n: 8, evidenceIds: [], lastAt: null } as const;
 * probabilityAbove({ ...about, value: 0.8, sd: 0.1, interval: [0.61, 0.94] }, 0.7); // => 0.839
 * probabilityAbove({ ...about, status: 'unknown', value: null, sd: null, interval: null }, 0.7); // => null
 */
export function probabilityAbove(estimate: MasteryEstimate, cut: number): number | null {
  if (!(cut >= 0 && cut <= 1)) throw new RangeError(`probabilityAbove: cut must lie in [0, 1], got ${cut}`);
  const { value, sd } = estimate;
  if (value === null || sd === null) return null;
  const size = (value * (1 - value)) / (sd * sd) - 1;
  if (sd === 0 || !Number.isFinite(size)) return value >= cut ? 1 : 0;
  if (size <= 0) return cut === 0 ? 1 : value;
  return 1 - incompleteBeta(cut, value * size, (1 - value) * size);
}
