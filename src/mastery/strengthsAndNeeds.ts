import { check, checkList, checkWhole } from '../math/check.ts';
import { normalCdf } from '../math/normalCdf.ts';
import type { LearnerStanding, Standing, UnknownStanding } from '../profile/learnerStanding.ts';
import type { MasteryEstimate } from './mastery.ts';

/** Options of {@link strengthsAndNeeds}. */
export interface StrengthsOptions {
  /** How probable a strength or a need has to be, above 0.5 and at most 1; 0.8 when absent. */
  readonly p?: number;
  /** Fewest answers an estimate has to rest on, a whole number of at least 1; 3 when absent. */
  readonly minN?: number;
  /** `ability` (logits) or `share`; ability when absent and every estimate with enough answers has one, or else share. */
  readonly scale?: 'ability' | 'share';
}

const ROUNDING = 1e-12; // differences below this part of the largest value are rounding

/**
 * A learner's strengths and needs: what lies above or below the learner's own mean, never other people's.
 *
 * The mean is that of the K estimates with at least `minN` answers. With independent estimates x_k of standard deviation s_k the
 * difference d_k = x_k - mean = (1 - 1/K) x_k - (sum over the others of x_j) / K has the variance
 * (1 - 1/K)^2 s_k^2 + (sum over the others of s_j^2) / K^2, and P(above own mean) = Phi(d_k / sd(d_k)). A strength is at least `p`
 * probable, and so is a need the other way round. The plain mean, the normal distribution, and that the mean is uncertain too and x_k
 * a part of it, are our choice.
 *
 * @param estimates one learner's, such as `estimateMastery(...).estimates`, each competency once
 * @param options how sure, how many answers, which scale
 * @returns strengths and needs, the clearest first, and what is unknown, with the reason, in the order given
 * @throws RangeError for p outside (0.5, 1], minN below 1, an unheard-of scale
 * @remarks Abilities can be compared across competencies when all items were calibrated together; shares also depend on how hard the
 * questions of each competency are. On the ability scale, an estimate without an ability counts as no evidence. Of two
 * competencies one is as probably above the mean as the other is below. O(K).
 * @example
 * import { strengthsAndNeeds } from 'tutelage/mastery';
 *
 * const about = { status: 'estimated', interval: [0, 1], level: 0.9, sd: 0.1, n: 8, evidenceIds: [], lastAt: null } as const;
 * const values = { halves: 0.9, fractions: 0.7, angles: 0.4 };
 * const { strengths, needs, unknown } = strengthsAndNeeds(
 *   Object.entries(values).map(([competencyId, value]) => ({ ...about, competencyId, value })),
 * );
 * [strengths[0]!.competencyId, strengths[0]!.difference, strengths[0]!.probabilityAbove]; // => ['halves', 0.2333, 0.9979]
 * needs.map(({ competencyId }) => competencyId); // => ['angles']
 * unknown; // => [{ competencyId: 'fractions', reason: 'unclear' }]
 */
export function strengthsAndNeeds(
  estimates: readonly MasteryEstimate[],
  options: StrengthsOptions = {},
): LearnerStanding {
  const { p = 0.8, minN = 3 } = options;
  const where = 'strengthsAndNeeds';
  checkList(where, 'estimates', estimates);
  check(p > 0.5 && p <= 1, where, 'p', p, 'a number above 0.5 and at most 1');
  checkWhole(where, 'minN', minN, 1);
  const { scale = commonScale(estimates, minN) } = options;
  check(scale === 'ability' || scale === 'share', where, 'scale', scale, "'ability' or 'share'");
  const all = estimates.map((estimate) => ({ estimate, on: measureOn(scale, estimate) }));
  const usable = all.flatMap(({ estimate, on }) => (on && estimate.n >= minN ? [on] : []));
  const count = usable.length;
  const mean = usable.reduce((sum, { x }) => sum + x, 0) / count;
  const variance = usable.reduce((sum, { s }) => sum + s * s, 0) / (count * count);
  const negligible = ROUNDING * usable.reduce((most, { x }) => Math.max(most, Math.abs(x)), 0);

  const strengths: Standing[] = [];
  const needs: Standing[] = [];
  const unknown: UnknownStanding[] = [];
  for (const { estimate, on } of all) {
    const { competencyId, n, evidenceIds } = estimate;
    if (!on || n < minN || count < 2) {
      unknown.push({ competencyId, reason: on ? (n < minN ? 'fewAnswers' : 'onlyOne') : 'noEvidence' });
      continue;
    }
    const difference = Math.abs(on.x - mean) <= negligible ? 0 : on.x - mean;
    const z = difference === 0 ? 0 : difference / Math.sqrt(on.s * on.s * (1 - 2 / count) + variance);
    const standing = { competencyId, probabilityAbove: normalCdf(z), difference, evidenceIds };
    if (normalCdf(z) >= p) strengths.push(standing);
    else if (normalCdf(-z) >= p) needs.push(standing);
    else unknown.push({ competencyId, reason: 'unclear' });
  }
  strengths.sort((left, right) => right.probabilityAbove - left.probabilityAbove);
  needs.sort((left, right) => left.probabilityAbove - right.probabilityAbove);
  return { scale, strengths, needs, unknown };
}

/** Ability when every estimate that rests on enough answers has one. */
function commonScale(estimates: readonly MasteryEstimate[], minN: number): 'ability' | 'share' {
  const enough = estimates.filter(({ value, n }) => value !== null && n >= minN);
  return enough.length > 0 && enough.every(({ ability }) => ability !== undefined) ? 'ability' : 'share';
}

/** An estimate and its standard deviation on a scale; null when it is not on that scale. */
function measureOn(scale: 'ability' | 'share', estimate: MasteryEstimate): { x: number; s: number } | null {
  const { ability, value, sd } = estimate;
  if (scale === 'ability') return ability ? { x: ability.theta, s: ability.se } : null;
  return value === null || sd === null ? null : { x: value, s: sd };
}
