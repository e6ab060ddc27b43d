import { check, checkWhole } from '../../math/check.ts';
import type { Answer, Item } from '../item.ts';
import { checkAnswer, modelOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import type { ResponseModel } from '../responseModel.ts';
import type { AbilityEstimate, Population } from './abilityMethod.ts';
import { checkBounds } from './checkBounds.ts';
import { checkPopulation } from './checkPopulation.ts';
import type { EapOptions } from './eap.ts';
import { posterior } from './posterior.ts';

/** What is known about an ability so far: plain JSON, as many numbers as nodes whatever the number of answers. */
export interface RunningPosterior {
  readonly version: 1;
  readonly population: Population;
  /** Lowest and highest node, in logits. */
  readonly bounds: readonly [lower: number, upper: number];
  /** Number of answers so far. */
  readonly n: number;
  /** Log-likelihood of the answers at each of the equally spaced nodes. */
  readonly logLikelihood: readonly number[];
}

/**
 * A posterior before the first answer, to be kept with a learner and updated answer by answer instead of scoring a growing log.
 *
 * @param options population, nodes and bounds as for `eap`. The nodes stay where they are: for items steeper than
 * (nodes - 1) / (upper - lower), 5 by default, ask for more
 * @returns the state, plain JSON
 * @throws RangeError for a population without positive sd, too few nodes, or bounds in the wrong order
 * @example
 * import { readPosterior, startPosterior, updatePosterior } from 'tutelage/irt';
 *
 * let state = startPosterior();
 * state = updatePosterior(state, { id: 'q1', model: '2pl', a: 1, b: 0 }, 1);
 * readPosterior(state).theta; // => 0.41
 */
export function startPosterior(options: EapOptions = {}): RunningPosterior {
  const { population = { mean: 0, sd: 1 }, nodes = 61 } = options;
  checkPopulation('startPosterior', population);
  checkWhole('startPosterior', 'nodes', nodes, 11, 1001);
  const { mean, sd } = population;
  const { bounds = [mean - 6 * sd, mean + 6 * sd] } = options;
  if (options.bounds) checkBounds('startPosterior', bounds);
  return {
    version: 1,
    population: { mean, sd },
    bounds: [bounds[0], bounds[1]],
    n: 0,
    logLikelihood: Array.from({ length: nodes }, () => 0),
  };
}

/**
 * The posterior after one more answer.
 *
 * @param state from {@link startPosterior} or an earlier update, perhaps stored as JSON in between; stays as it is
 * @param item the item answered
 * @param answer its category; null (not administered) changes nothing
 * @returns the new state
 * @throws RangeError for impossible item parameters or an answer outside the item's categories
 * @remarks O(nodes), 1.4 microseconds at 61 nodes. Sums of logarithms: no number of answers underflows. The same answers
 * in another order give the same up to rounding. It cannot know whether an item was answered before.
 * @example
 * import { startPosterior, updatePosterior } from 'tutelage/irt';
 *
 * updatePosterior(startPosterior(), { id: 'q1', model: 'rasch', b: 0 }, 0).n; // => 1
 */
export function updatePosterior(state: RunningPosterior, item: Item, answer: Answer): RunningPosterior {
  return updatePosteriorWith(allModels, state, item, answer);
}

/**
 * The same as {@link updatePosterior} for items of the given models only, so that a bundle holds no other.
 *
 * @param models the models items may have
 * @example
 * import { startPosterior, twoPl, updatePosteriorWith } from 'tutelage/irt';
 *
 * updatePosteriorWith([twoPl], startPosterior(), { id: 'q1', model: '2pl', a: 1, b: 0 }, 1).n; // => 1
 */
export function updatePosteriorWith(
  models: readonly ResponseModel[],
  state: RunningPosterior,
  item: Item,
  answer: Answer,
): RunningPosterior {
  const where = 'updatePosterior';
  checkState(where, state);
  const model = modelOf(where, models, item);
  checkAnswer(where, model, item, answer);
  const { bounds, logLikelihood } = state;
  if (answer === null) return state;
  const nodes = logLikelihood.length;
  const spacing = (bounds[1] - bounds[0]) / (nodes - 1);
  const sum = logLikelihood.slice();
  for (let q = 0; q < nodes; q++) sum[q]! += model.logProbability(item, bounds[0] + q * spacing, answer);
  return { ...state, n: state.n + 1, logLikelihood: sum };
}

/**
 * The ability a running posterior speaks for: expectation and standard deviation, as `eap` would say from all the answers.
 *
 * When many answers have made the posterior narrower than the nodes, the log-likelihood is interpolated between them (a polynomial
 * through the ten nearest).
 *
 * @param state from {@link startPosterior} or an update
 * @returns theta and its standard error, method `eap`; status `empty` before the first answer
 * @throws TypeError for something that is no such state
 * @example
 * import { readPosterior, startPosterior } from 'tutelage/irt';
 *
 * readPosterior(startPosterior()); // => { theta: 0, se: 1, status: 'empty', n: 0, method: 'eap' }
 */
export function readPosterior(state: RunningPosterior): AbilityEstimate {
  checkState('readPosterior', state);
  const { population, bounds, n, logLikelihood } = state;
  const nodes = logLikelihood.length;
  const spacing = (bounds[1] - bounds[0]) / (nodes - 1);
  // the sum of the answers as if it were one item with one answer
  const item = {} as Item;
  const model = {
    slope: () => 0,
    logProbability: (_: Item, theta: number) => interpolate(logLikelihood, (theta - bounds[0]) / spacing),
  } as unknown as ResponseModel;
  const { mean, sd } =
    n === 0 ? population : posterior({ items: [item], models: [model], answers: [0] }, population, nodes, bounds);
  return { theta: mean, se: sd, status: n === 0 ? 'empty' : 'ok', n, method: 'eap' };
}

const POINTS = 10;

/** The value at a place between entries of a list, by the polynomial through the nearest ten; an entry itself at whole places. */
function interpolate(values: readonly number[], place: number): number {
  const whole = Math.round(place);
  if (Math.abs(place - whole) < 1e-9) return values[whole]!;
  const first = Math.min(Math.max(0, Math.floor(place) - POINTS / 2 + 1), values.length - POINTS);
  let sum = 0;
  for (let i = first; i < first + POINTS; i++) {
    let share = values[i]!;
    for (let j = first; j < first + POINTS; j++) if (j !== i) share *= (place - j) / (i - j);
    sum += share;
  }
  return sum;
}

function checkState(where: string, state: RunningPosterior): void {
  const isState = state?.version === 1 && Array.isArray(state.logLikelihood) && state.logLikelihood.length >= POINTS;
  check(isState, where, 'state', state && typeof state, 'what startPosterior returned');
}
