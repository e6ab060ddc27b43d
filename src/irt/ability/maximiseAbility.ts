import { check } from '../../math/check.ts';
import type { AbilityEstimate, AnsweredItems } from './abilityMethod.ts';
import { highestPoint } from './highestPoint.ts';

const MOST_NODES = 20_000;
const FEWEST_NODES = 60;

/** Which information a standard error rests on: that expected at theta, or that of the answers given (minus the curvature). */
export type InformationKind = 'expected' | 'observed';

/** Throws unless `kind` is an InformationKind. */
export function checkInformation(where: string, kind: InformationKind): void {
  check(['expected', 'observed'].includes(kind), where, 'information', kind, "'expected' or 'observed'");
}

/** The information of the answers about theta. */
export const informationOf = (answered: AnsweredItems, theta: number, kind: InformationKind): number =>
  kind === 'observed' ? -sumOf('curvature', answered, theta) : sumOf('information', answered, theta);

/** The sum over the answered items of the log-probability of the answers, its first two derivatives, or the expected information. */
export function sumOf(
  what: 'logProbability' | 'score' | 'curvature' | 'information',
  { items, models, answers }: AnsweredItems,
  theta: number,
): number {
  let sum = 0;
  for (let k = 0; k < items.length; k++) sum += models[k]![what](items[k]!, theta, answers[k]!);
  return sum;
}

/** What is added to the log-likelihood before it is maximised: nothing, a prior, a weight. */
export interface Addition {
  /** The slope of the sum, given that of the log-likelihood. */
  slope(theta: number, score: number): number;
  value(theta: number): number;
  /** As for a {@link Hill}: the change of the slope of a prior per logit, the size of that of a weight. */
  readonly bend: number;
  readonly slack: number;
}

/**
 * The highest point of the log-likelihood plus an addition. Curves of an item of slope a bend over 1 / a logits, so that four looks to
 * every 1 / a see each local maximum; their scores change by no more than a^2 / 2 per logit.
 */
export function maximiseAbility(
  answered: AnsweredItems,
  lower: number,
  upper: number,
  { slope, value, bend, slack }: Addition,
): number {
  const { items, models } = answered;
  const width = upper - lower;
  const closest = Math.min(width / FEWEST_NODES, 0.25 / steepest(answered));
  return highestPoint(
    {
      slope: (t) => slope(t, sumOf('score', answered, t)),
      value: (t) => sumOf('logProbability', answered, t) + value(t),
      spacing: Math.max(width / MOST_NODES, closest),
      bend: models.reduce((sum, model, k) => sum + model.slope(items[k]!) ** 2 / 2, bend),
      slack,
    },
    lower,
    upper,
  );
}

/** The slope of the steepest item. */
export const steepest = ({ items, models }: AnsweredItems): number =>
  models.reduce((most, model, k) => Math.max(most, model.slope(items[k]!)), 0);

/** The estimate within bounds that maximises the likelihood plus an addition; its error from the information. */
export function maximiseWithin(
  method: string,
  answered: AnsweredItems,
  [lower, upper]: readonly [number, number],
  addition: Addition,
  kind: InformationKind,
): AbilityEstimate {
  const n = answered.answers.length;
  if (n === 0) return { theta: (lower + upper) / 2, se: null, status: 'empty', n, method };
  const theta = maximiseAbility(answered, lower, upper, addition);
  const information = informationOf(answered, theta, kind);
  if (theta === lower || theta === upper || !(information > 0))
    return { theta, se: null, status: 'unbounded', n, method };
  return { theta, se: 1 / Math.sqrt(information), status: 'ok', n, method };
}
