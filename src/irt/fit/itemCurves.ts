import { check, checkWhole } from '../../math/check.ts';
import { wilsonInterval } from '../../math/wilsonInterval.ts';
import { checkBounds } from '../ability/checkBounds.ts';
import { categoryCurves } from '../categoryCurves.ts';
import type { Item } from '../item.ts';
import { modelOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import { testCurve } from '../standards/testCurve.ts';
import { visitAnswers } from './visitAnswers.ts';

/** Options of {@link itemCurves}. */
export interface ItemCurveOptions {
  /** Lowest and highest ability of the curves; [-4, 4] when absent. */
  readonly bounds?: readonly [lower: number, upper: number];
  /** Number of abilities, 2 to 10,000; 81 when absent. */
  readonly points?: number;
  /** Answers, and the ability of each person, to be set beside the curves. */
  readonly observed?: { readonly matrix: ResponseMatrix; readonly theta: ArrayLike<number> };
  /** Number of ability groups, 1 to 1000; 10 when absent. */
  readonly groups?: number;
}

/** How many of a group of like ability answered in a category. */
export interface ObservedShare {
  readonly count: number;
  readonly share: number;
  /** Wilson's 95 % interval of the share. */
  readonly lower: number;
  readonly upper: number;
  /** The mean of the model's probability over the abilities of the group. */
  readonly expected: number;
}

/** Persons of like ability. */
export interface ObservedGroup {
  /** Their mean ability, in logits. */
  readonly theta: number;
  readonly n: number;
  /** One entry per category. */
  readonly categories: readonly ObservedShare[];
}

/** An item's curves. */
export interface ItemCurves {
  /** The abilities, ascending. */
  readonly theta: readonly number[];
  /** The probability of each category at each of them: one list per category. */
  readonly categories: readonly (readonly number[])[];
  /** The expected answer at each of them. */
  readonly expectedScore: readonly number[];
  /** The information at each of them. */
  readonly information: readonly number[];
  /** What was observed, in groups of ascending ability; empty without answers. */
  readonly observed: readonly ObservedGroup[];
}

/**
 * The curves of an item as data for a plot: category probabilities, expected score, information and, where answers are given, what groups
 * of like ability answered.
 *
 * Groups are of nearly equal size; persons of equal ability are never parted, so that there may be fewer groups than asked for.
 *
 * @param item a calibrated item
 * @param options grid, answers with abilities, number of groups
 * @returns curves on the grid and observed shares with their intervals
 * @throws RangeError for impossible parameters or bounds, an item that is not in the matrix, or a theta too many or too few
 * @remarks Shares by estimated ability fit the curve too well in a short test, because the answer is part of the estimate.
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { itemCurves } from 'tutelage/irt/analysis';
 *
 * const matrix = responseMatrix([[0], [1], [0], [1]], { items: ['q1'] });
 * const observed = { matrix, theta: [-1, -1, 1, 1] };
 * const curves = itemCurves({ id: 'q1', model: 'rasch', b: 0 }, { points: 3, observed, groups: 2 });
 * curves.expectedScore; // => [0.018, 0.5, 0.982]
 * const { share, lower, upper, expected } = curves.observed[1]!.categories[1]!;
 * [share, lower, upper, expected]; // => [0.5, 0.0945, 0.9055, 0.7311]
 */
export function itemCurves(item: Item, options: ItemCurveOptions = {}): ItemCurves {
  const where = 'itemCurves';
  const { bounds = [-4, 4], points = 81, observed, groups = 10 } = options;
  const model = modelOf(where, allModels, item);
  checkBounds(where, bounds);
  checkWhole(where, 'options.points', points, 2, 10_000);
  checkWhole(where, 'options.groups', groups, 1, 1000);
  const [lower, upper] = bounds;
  const theta = Float64Array.from({ length: points }, (_, k) => lower + ((upper - lower) * k) / (points - 1));
  return {
    theta: [...theta],
    categories: categoryCurves(model, item, theta).map((curve) => [...curve]),
    expectedScore: Array.from(theta, (at) => testCurve([model], [item], at)[0]),
    information: Array.from(theta, (at) => model.information(item, at)),
    observed: observed ? groupsOf(where, item, observed.matrix, observed.theta, groups) : [],
  };
}

function groupsOf(where: string, item: Item, matrix: ResponseMatrix, theta: ArrayLike<number>, groups: number) {
  const { personIds, itemIds, answers } = matrix;
  const column = itemIds.indexOf(item.id);
  check(column >= 0, where, 'item', item.id, 'one of the items of the matrix');
  const own = Int8Array.from(personIds, (_, person) => answers[person * itemIds.length + column]!);
  const persons: { at: number; answer: number; p: number[] }[] = [];
  visitAnswers(where, [item], { personIds, itemIds: [item.id], answers: own }, theta, (person, _, answer, logs) => {
    persons.push({ at: theta[person]!, answer, p: logs.map(Math.exp) });
  });
  persons.sort((one, other) => one.at - other.at);
  const parts = new Map<number, typeof persons>();
  let first = 0; // the first person of the same ability decides
  for (const [rank, person] of persons.entries()) {
    if (person.at !== persons[first]!.at) first = rank;
    const group = Math.floor((groups * first) / persons.length);
    const part = parts.get(group);
    if (part) part.push(person);
    else parts.set(group, [person]);
  }
  return [...parts.values()].map((part): ObservedGroup => {
    const n = part.length;
    const mean = (value: (person: (typeof part)[number]) => number) =>
      part.reduce((sum, one) => sum + value(one), 0) / n;
    return {
      theta: mean(({ at }) => at),
      n,
      categories: part[0]!.p.map((_, k) => {
        const count = part.filter(({ answer }) => answer === k).length;
        const [low, high] = wilsonInterval(count, n);
        return { count, share: count / n, lower: low, upper: high, expected: mean(({ p }) => p[k]!) };
      }),
    };
  });
}
