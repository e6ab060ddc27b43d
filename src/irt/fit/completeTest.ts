import { normalGrid } from '../../math/normalGrid.ts';
import type { Population } from '../ability/abilityMethod.ts';
import { answerTable } from '../ability/answerTable.ts';
import { checkPopulation } from '../ability/checkPopulation.ts';
import { categoryCurves } from '../categoryCurves.ts';
import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';

/** Options of the tests of fit that compare a whole calibrated test with the persons who answered all of it. */
export interface ModelFitOptions {
  /** The population the persons come from; { mean: 0, sd: 1 } when absent. */
  readonly population?: Population;
  /**
   * Whether the parameters were estimated from these same answers, which costs degrees of freedom; true when absent. The sd of the
   * population counts as estimated, too, as soon as an item has a fixed slope (rasch, pcm, rating).
   */
  readonly isCalibrated?: boolean;
}

/** The answers of persons without missing answers, and what the model says of everybody. */
export interface CompleteTest {
  readonly items: readonly Item[];
  readonly rows: readonly Int8Array[];
  readonly theta: Float64Array;
  /** Share of the population at each theta. */
  readonly weight: Float64Array;
  /** P of each category at each theta, by item. */
  readonly curves: readonly (readonly Float64Array[])[];
}

const REACH = 6;
const NODES = 61;

/** Leaves out persons with missing answers; 61 nodes over the mean +- 6 sd. */
export function completeTest(
  where: string,
  given: readonly Item[],
  matrix: ResponseMatrix,
  { population = { mean: 0, sd: 1 } }: ModelFitOptions,
): CompleteTest {
  const { items, models, answers, persons } = answerTable(where, given, matrix);
  checkPopulation(where, population);
  const { z, weight } = normalGrid(NODES, REACH);
  const theta = z.map((value) => population.mean + population.sd * value);
  const width = items.length;
  const rows = Array.from({ length: width > 0 ? persons : 0 }, (_, i) =>
    answers.subarray(i * width, (i + 1) * width),
  ).filter((row) => !row.includes(-1));
  return { items, rows, theta, weight, curves: items.map((item, j) => categoryCurves(models[j]!, item, theta)) };
}
