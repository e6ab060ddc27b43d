import { checkWhole } from '../../math/check.ts';
import { normalGrid } from '../../math/normalGrid.ts';
import type { Population } from '../ability/abilityMethod.ts';
import { answerTable } from '../ability/answerTable.ts';
import { checkPopulation } from '../ability/checkPopulation.ts';
import type { Item } from '../item.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import { normalOn } from './climb.ts';
import { expectation, groupTables } from './expectation.ts';
import { patternsOf } from './patterns.ts';

/** What an expectation step knows of answers: all that a maximisation step needs, however many persons there were. Plain and mergeable. */
export interface Counts {
  readonly itemIds: readonly string[];
  readonly population: Population;
  /** Abilities of the nodes. */
  readonly theta: Float64Array;
  /** Expected number of persons at each node. */
  readonly persons: Float64Array;
  /** Per item the expected number of answers in each category at each node: categories x nodes. */
  readonly answers: readonly Float64Array[];
  readonly logLikelihood: number;
}

/** Options of {@link expectedCounts}. */
export interface CountOptions {
  /** The population the persons come from; { mean: 0, sd: 1 } when absent. */
  readonly population?: Population;
  /** Quadrature nodes, 11 to 1001, over +-6 standard deviations; 61 when absent. */
  readonly nodes?: number;
}

/**
 * The expectation step of a calibration for one shard of the persons: where they are on the scale and what they answered there, given
 * the items as they are now (Bock & Aitkin 1981, eqs 7-10).
 *
 * Count shards of a large matrix on any machines, add them with {@link mergeCounts}, and improve the items with {@link maximise}; repeat
 * until the items stay. `calibrate` does the same in one place, and faster per step.
 *
 * @param shard answers; every item that anybody answered must be among `items`
 * @param items the items as they are now
 * @param options population and nodes, the same for all shards
 * @throws RangeError for an answered item without parameters, an answer outside its categories or impossible items
 * @remarks O(patterns x items x nodes).
 * @example
 * import { expectedCounts, maximise, mergeCounts, responseMatrix } from 'tutelage/irt';
 *
 * const items = [{ id: 'q1', model: '2pl', a: 1, b: 0 }, { id: 'q2', model: '2pl', a: 1, b: 0 }] as const;
 * const names = { items: ['q1', 'q2'] };
 * const first = expectedCounts(responseMatrix([[1, 0], [1, 1]], names), items);
 * const second = expectedCounts(responseMatrix([[1, 0], [0, 0]], names), items);
 * maximise(mergeCounts(first, second), items).map(({ id }) => id); // => ['q1', 'q2']
 */
export function expectedCounts(shard: ResponseMatrix, items: readonly Item[], options: CountOptions = {}): Counts {
  const where = 'expectedCounts';
  const { population = { mean: 0, sd: 1 }, nodes = 61 } = options;
  checkPopulation(where, population);
  checkWhole(where, 'nodes', nodes, 11, 1001);
  const models = modelsOf(where, allModels, items);
  const table = answerTable(where, items, shard);
  const { z, weight } = normalGrid(nodes, 6);
  const { theta } = normalOn({ theta: z, weight }, population.mean, population.sd);
  const categories = table.items.map((item, k) => table.models[k]!.categories(item));
  const log = table.items.map((item, k) => {
    const own = new Float64Array(categories[k]! * nodes);
    for (let at = 0; at < own.length; at++) {
      own[at] = table.models[k]!.logProbability(item, theta[at % nodes]!, Math.floor(at / nodes));
    }
    return own;
  });
  const width = categories.length;
  const patterns = patternsOf({ answers: table.answers, width, columns: [...categories.keys()], categories });
  const { answers, persons, logLikelihood } = expectation(groupTables(patterns, weight, log), categories);
  const place = new Map(table.items.map(({ id }, k) => [id, k]));
  const all = items.map(
    (item, j) => answers[place.get(item.id) ?? -1] ?? new Float64Array(models[j]!.categories(item) * nodes),
  );
  return { itemIds: items.map(({ id }) => id), population, theta, persons, answers: all, logLikelihood };
}
