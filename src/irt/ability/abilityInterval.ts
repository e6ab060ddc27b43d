import { check } from '../../math/check.ts';
import { normalCdf } from '../../math/normalCdf.ts';
import type { AbilityEstimate } from './abilityMethod.ts';
import { crossing } from './highestPoint.ts';

const FARTHEST = 40; // standard deviations; nothing is left beyond in doubles

/**
 * The interval around an estimate that holds the ability with a given probability: theta +- z se, z the normal quantile.
 *
 * A confidence interval after ml and wle, a credible interval (the posterior taken as normal) after eap and map. For a few answers
 * look at the posterior itself, for example by `plausibleValues`.
 *
 * @param estimate an estimate of ability
 * @param level in (0, 1); 0.95 when absent
 * @returns lower and upper end in logits; null when the estimate has no standard error
 * @throws RangeError for a level outside (0, 1)
 * @example
 * import { estimateAbility } from 'tutelage/irt';
 * import { abilityInterval } from 'tutelage/irt/analysis';
 *
 * const items = [-1, 0, 1].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * abilityInterval(estimateAbility(items, [1, 1, 0])); // => { lower: -1.24, upper: 1.87 }
 */
export function abilityInterval(
  { theta, se }: Pick<AbilityEstimate, 'theta' | 'se'>,
  level = 0.95,
): { lower: number; upper: number } | null {
  check(level > 0 && level < 1, 'abilityInterval', 'level', level, 'a number in (0, 1)');
  if (se === null) return null;
  const reach = se * crossing((z) => 2 * normalCdf(-z) - (1 - level), 0, FARTHEST);
  return { lower: theta - reach, upper: theta + reach };
}
