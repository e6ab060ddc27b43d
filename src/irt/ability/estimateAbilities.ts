import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import { answerTable } from './answerTable.ts';
import { eap } from './eap.ts';
import type { AbilityOptions } from './estimateAbility.ts';

/**
 * Estimates the ability of every person of a response matrix.
 *
 * @param items calibrated items; those that are not in the matrix are ignored
 * @param matrix answers; every item that anybody answered must be among `items`
 * @param options the method; {@link eap} with a standard normal population when absent
 * @returns theta, standard error (NaN-free; the population's for persons without answers) and number of answers, one
 * entry per person in the order of the matrix
 * @remarks EAP handles answers in blocks of items with a table of every pattern of a block; the node count follows the steepest item of
 * the matrix, so that a person who did not meet that item may differ from `estimateAbility` by the error of quadrature (1e-7).
 * @throws RangeError for an answered item that is not among `items`, an answer outside its item's categories, impossible
 * parameters or a repeated item
 * @example
 * import { estimateAbilities, responseMatrix } from 'tutelage/irt';
 *
 * const items = [{ id: 'q1', model: 'rasch', b: 0 }, { id: 'q2', model: 'rasch', b: 1 }] as const;
 * const matrix = responseMatrix([[1, 1], [0, null]], { items: ['q1', 'q2'] });
 * Array.from(estimateAbilities(items, matrix).theta); // => [0.85, -0.41]
 */
export function estimateAbilities(
  items: readonly Item[],
  matrix: ResponseMatrix,
  options: AbilityOptions = {},
): { theta: Float64Array; se: Float64Array; n: Int32Array } {
  const where = 'estimateAbilities';
  const table = answerTable(where, items, matrix);
  const by = options.by ?? eap();
  const { persons, answers } = table;
  const width = table.items.length;
  const { theta, se } = by.estimateMany?.(table) ?? {
    theta: new Float64Array(persons).fill(Number.NaN),
    se: new Float64Array(persons),
  };
  const n = new Int32Array(persons);
  for (let person = 0; person < persons; person++) {
    const row = answers.subarray(person * width, (person + 1) * width);
    for (let j = 0; j < width; j++) if (row[j]! >= 0) n[person]!++;
    if (n[person]! > 0 && !Number.isNaN(theta[person]!)) continue;
    const own = [...row.keys()].filter((j) => row[j]! >= 0);
    const estimate = by.estimate({
      items: own.map((j) => table.items[j]!),
      models: own.map((j) => table.models[j]!),
      answers: own.map((j) => row[j]!),
    });
    theta[person] = estimate.theta;
    se[person] = estimate.se ?? Infinity;
  }
  return { theta, se, n };
}
