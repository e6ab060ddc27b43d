import { checkWhole } from '../../math/check.ts';
import { checkSeed } from '../../random/checkSeed.ts';
import { type Stream, stream, uniform } from '../../random/stream.ts';
import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import type { Population } from './abilityMethod.ts';
import { answerTable } from './answerTable.ts';
import { checkPopulation } from './checkPopulation.ts';
import { type AbilityDistribution, posterior } from './posterior.ts';

/** Options of {@link plausibleValues}. */
export interface PlausibleValuesOptions {
  /** Values per person, 1 to 1000; 5 when absent. */
  readonly draws?: number;
  /** The population the persons come from; { mean: 0, sd: 1 } when absent. */
  readonly population?: Population;
  /** An unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

const NODES = 61;
const FINE = 121;
const REACH = 7; // posterior standard deviations
const WARM_UP = 20;

/**
 * Plausible values: abilities drawn at random from each person's posterior, so that statistics of a group (its variance, its share
 * above a cut) come out unbiased, which those of single best estimates do not. Analyse each set as if it were data and combine the
 * results by Rubin's rules. They are no scores for persons.
 *
 * Mislevy, R. J. (1991). Psychometrika 56, 177-196. Drawn by the inverse distribution function on a grid of 0.12 posterior standard
 * deviations or closer, uniform within a cell.
 *
 * @param items calibrated items; those that are not in the matrix are ignored
 * @param matrix answers; every item that anybody answered must be among `items`
 * @param options number of draws, population, seed
 * @returns one array per draw, each with one ability per person in the order of the matrix
 * @throws RangeError for impossible items or answers, a population without positive sd, or a seed that is none
 * @remarks O(persons x answers x nodes). Each person has a random stream of their own, of seed and person id: their values depend
 * on nobody else. Somebody without answers gets draws from the population.
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { plausibleValues } from 'tutelage/irt/analysis';
 *
 * const items = [{ id: 'q1', model: 'rasch', b: 0 }, { id: 'q2', model: 'rasch', b: 1 }] as const;
 * const matrix = responseMatrix([[1, 1], [0, null]], { items: ['q1', 'q2'] });
 * plausibleValues(items, matrix, { draws: 3 }).length; // => 3
 */
export function plausibleValues(
  items: readonly Item[],
  matrix: ResponseMatrix,
  options: PlausibleValuesOptions = {},
): Float64Array[] {
  const where = 'plausibleValues';
  const { draws = 5, population = { mean: 0, sd: 1 }, seed = 0 } = options;
  checkWhole(where, 'draws', draws, 1, 1000);
  checkPopulation(where, population);
  checkSeed(where, seed);
  const table = answerTable(where, items, matrix);
  const width = table.items.length;
  const values = Array.from({ length: draws }, () => new Float64Array(table.persons));
  for (const [person, id] of matrix.personIds.entries()) {
    const row = table.answers.subarray(person * width, (person + 1) * width);
    const own = [...row.keys()].filter((j) => row[j]! >= 0);
    const answered = {
      items: own.map((j) => table.items[j]!),
      models: own.map((j) => table.models[j]!),
      answers: own.map((j) => row[j]!),
    };
    const { mean, sd } = posterior(answered, population, NODES);
    const fine = posterior(answered, population, FINE, [mean - REACH * sd, mean + REACH * sd]);
    const from = personStream(seed, id);
    for (const set of values) set[person] = drawFrom(fine, from);
  }
  return values;
}

/** A draw from a distribution on equally spaced nodes, each standing for a cell as wide as the spacing. */
function drawFrom({ theta, weight }: AbilityDistribution, from: Stream): number {
  let left = uniform(from);
  let q = 0;
  while (q < weight.length - 1 && left >= weight[q]!) left -= weight[q++]!;
  return theta[q]! + (Math.min(1, left / weight[q]!) - 0.5) * (theta[1]! - theta[0]!);
}

/** A stream of seed and id: FNV-1a, then the finalizer of MurmurHash3, then some draws thrown away. */
function personStream(seed: number, id: string): Stream {
  let hash = seed ^ 2166136261;
  for (let k = 0; k < id.length; k++) hash = Math.imul(hash ^ id.charCodeAt(k), 16777619);
  hash = Math.imul(hash ^ (hash >>> 16), 2246822507);
  hash = Math.imul(hash ^ (hash >>> 13), 3266489909);
  const from = stream((hash ^ (hash >>> 16)) >>> 0);
  for (let k = 0; k < WARM_UP; k++) from.next();
  return from;
}
