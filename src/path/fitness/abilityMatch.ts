import { check } from '../../math/check.ts';
import type { PositionTerm } from './difficultyTerm.ts';

/**
 * Difficulty should match the learner's ability, which grows by `step` with every unit: 1 - |b - (theta + k step)| / range in
 * position k, at least 0. Our choice.
 *
 * @param options theta: ability in logits; step: logits per unit, 0 when absent
 * @throws RangeError for a theta or a step that is not finite
 * @example
 * import { abilityMatch } from 'tutelage/path';
 *
 * abilityMatch({ theta: -1, step: 0.5 }).at(0, 1, 2); // => 0.75
 */
export function abilityMatch({ theta, step = 0 }: { readonly theta: number; readonly step?: number }): PositionTerm {
  for (const [name, value] of Object.entries({ theta, step })) {
    check(Number.isFinite(value), 'abilityMatch', name, value, 'a finite number of logits');
  }
  return {
    name: 'abilityMatch',
    options: { theta, step },
    at: (difficulty, k, range) => Math.max(0, 1 - Math.abs(difficulty - theta - k * step) / range),
  };
}
