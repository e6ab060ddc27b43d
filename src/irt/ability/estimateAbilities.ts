import type { Item } from '../item.ts';
import { checkAnswer, modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
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
  const found = modelsOf(where, allModels, items);
  const place = new Map(items.map((item, k) => [item.id, k]));
  const columns = matrix.itemIds.map((id) => place.get(id));
  const width = columns.length;
  const persons = matrix.personIds.length;
  const by = options.by ?? eap();
  const result = { theta: new Float64Array(persons), se: new Float64Array(persons), n: new Int32Array(persons) };
  for (let person = 0; person < persons; person++) {
    const answered = { items: [] as Item[], models: [] as (typeof found)[number][], answers: [] as number[] };
    for (let j = 0; j < width; j++) {
      const answer = matrix.answers[person * width + j]!;
      if (answer < 0) continue;
      const k = columns[j];
      if (k === undefined) {
        throw new RangeError(
          `${where}: item "${matrix.itemIds[j]}" was answered but has no parameters; add it to items or leave its column out`,
        );
      }
      checkAnswer(where, found[k]!, items[k]!, answer);
      answered.items.push(items[k]!);
      answered.models.push(found[k]!);
      answered.answers.push(answer);
    }
    const { theta, se, n } = by.estimate(answered);
    result.theta[person] = theta;
    result.se[person] = se ?? Infinity;
    result.n[person] = n;
  }
  return result;
}
