import { checkAbove, checkList } from '../math/check.ts';
import type { Rule } from './progression.ts';
import {
  type CriterionCosts,
  type CriterionOutcome,
  type SimulatedLearners,
  simulateCriterion,
} from './simulateCriterion.ts';

/** One threshold and what it costs. */
export interface ThresholdChoice extends CriterionOutcome {
  readonly threshold: number;
  /** Expected cost per learner. */
  readonly cost: number;
}

/**
 * Which threshold of a rule costs least: simulates each on the same learners.
 *
 * Cost per learner = answers x cost of one + credits without competency x their cost + learners without credit x theirs.
 *
 * @param ruleOf makes the rule of a threshold, such as `(enter) => estimateAtLeast({ enter })`
 * @param thresholds one or more
 * @param costs of an answer, of false mastery, of giving up (0 when absent)
 * @param learners as in `simulateCriterion`
 * @returns every threshold with its outcome, the cheapest first, the earlier of equals
 * @throws RangeError for no threshold or costs below 0, or as `simulateCriterion`
 * @remarks What false mastery costs is a question for teachers, not for software; look at how the choice moves with it.
 * @example
 * import { nInARow } from 'tutelage/progression';
 * import { chooseThreshold } from 'tutelage/progression/analysis';
 *
 * const learners = { prior: 0.3, learn: 0.15, guess: 0.4, slip: 0.1, learners: 500 };
 * const [cheap] = chooseThreshold((n) => nInARow({ n }), [2, 3, 5], { answer: 1, falseMastery: 5 }, learners);
 * const [strict] = chooseThreshold((n) => nInARow({ n }), [2, 3, 5], { answer: 1, falseMastery: 100 }, learners);
 * [cheap!.threshold, strict!.threshold]; // => [2, 5]
 */
export function chooseThreshold(
  ruleOf: (threshold: number) => Rule,
  thresholds: readonly number[],
  costs: CriterionCosts,
  learners: SimulatedLearners,
): ThresholdChoice[] {
  checkList('chooseThreshold', 'thresholds', thresholds);
  if (thresholds.length === 0) throw new RangeError('chooseThreshold: no threshold; give one or more');
  const { answer, falseMastery, gaveUp = 0 } = costs;
  for (const [name, cost] of Object.entries({ answer, falseMastery, gaveUp }))
    checkAbove('chooseThreshold', name, cost, -Number.MIN_VALUE);
  const choices = thresholds.map((threshold): ThresholdChoice => {
    const outcome = simulateCriterion(ruleOf(threshold), learners);
    const wrongly = outcome.falseMastery * (1 - outcome.gaveUp);
    const cost = answer * outcome.effort + falseMastery * wrongly + gaveUp * outcome.gaveUp;
    return { threshold, cost, ...outcome };
  });
  return choices.sort((one, other) => one.cost - other.cost);
}
