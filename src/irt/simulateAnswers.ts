import { check, checkList, checkShare } from '../math/check.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { below, uniform } from '../random/stream.ts';
import { scrambled, warmStream } from '../random/warmStream.ts';
import type { Item } from './item.ts';
import { modelsOf } from './modelOf.ts';
import { allModels } from './models/all.ts';
import type { ResponseMatrix } from './responseMatrix.ts';

/** Who is asked what: answers outside the design are missing. */
export interface AnswerDesign {
  /** Ids of the items of each booklet; a person answers one booklet. All items when absent. */
  readonly booklets?: readonly (readonly string[])[];
  /** Whether booklets are handed out in turn (`rotation`, when absent) or drawn (`random`). */
  readonly assign?: 'rotation' | 'random';
  /** Share of answers that go missing completely at random, from 0 to 1; 0 when absent. */
  readonly missing?: number;
}

/** Options of {@link simulateAnswers}. */
export interface SimulateAnswersOptions {
  /** An unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
  readonly design?: AnswerDesign;
}

/**
 * Simulates answers of persons of known ability to items of any model.
 *
 * @param items calibrated items, each id once
 * @param thetas abilities in logits, one per person
 * @param options seed and design
 * @returns a response matrix with the items in their order and persons `person-1`, `person-2`, ...
 * @throws RangeError for impossible item parameters, an ability that is not finite, or booklets that name unknown items; TypeError for
 * lists that are none
 * @remarks Randomness: every person has a stream of random numbers that depends on the seed and the person's place alone, and of it every
 * item takes one number in turn. So neither persons nor items added at the end, nor the design, change any other answer, and on one engine the same
 * seed gives the same bits. O(persons x items x categories).
 * @example
 * import { simulateAnswers } from 'tutelage/irt/analysis';
 *
 * const items = ['q1', 'q2', 'q3'].map((id, k) => ({ id, model: 'rasch', b: k - 1 }) as const);
 * const booklets = [['q1', 'q2'], ['q2', 'q3']];
 * const { answers } = simulateAnswers(items, [-1, 0, 1], { seed: 7, design: { booklets } });
 * Array.from(answers, (answer) => answer >= 0); // => [true, true, false, false, true, true, true, true, false]
 */
export function simulateAnswers(
  items: readonly Item[],
  thetas: ArrayLike<number>,
  options: SimulateAnswersOptions = {},
): ResponseMatrix {
  const where = 'simulateAnswers';
  const { seed = 0, design = {} } = options;
  const { booklets, assign = 'rotation', missing = 0 } = design;
  const models = modelsOf(where, allModels, items);
  checkSeed(where, seed);
  checkShare(where, 'missing', missing);
  check(/^(rotation|random)$/.test(assign), where, 'assign', assign, "'rotation' or 'random'");
  const asked = booklets && askedBy(where, items, booklets);
  const width = items.length;
  const lasts = items.map((item, j) => models[j]!.categories(item) - 1);
  const personIds: string[] = [];
  const answers = new Int8Array(thetas.length * width);
  for (let person = 0, cell = 0; person < thetas.length; person++) {
    const theta = thetas[person]!;
    check(Number.isFinite(theta), where, `thetas[${person}]`, theta, 'a finite number of logits');
    personIds.push(`person-${person + 1}`);
    const from = warmStream(seed ^ scrambled(person + 1));
    for (let j = 0; j < width; j++) {
      let left = uniform(from);
      let answer = -1;
      while (left >= 0 && ++answer < lasts[j]!) left -= Math.exp(models[j]!.logProbability(items[j]!, theta, answer));
      answers[cell + j] = answer;
    }
    const own = asked?.[assign === 'random' ? below(from, asked.length) : person % asked.length];
    for (const { id } of items) {
      if ((own && !own.has(id)) || (missing > 0 && uniform(from) < missing)) answers[cell] = -1;
      cell++;
    }
  }
  return { personIds, itemIds: items.map(({ id }) => id), answers };
}

function askedBy(where: string, items: readonly Item[], booklets: readonly (readonly string[])[]): Set<string>[] {
  const known = new Set(items.map(({ id }) => id));
  checkList(where, 'booklets', booklets);
  check(booklets.length > 0, where, 'booklets', booklets.length, 'at least 1, or absent');
  return booklets.map((ids, k) => {
    checkList(where, `booklets[${k}]`, ids);
    for (const id of ids) check(known.has(id), where, `booklets[${k}]`, id, 'ids of items');
    return new Set(ids);
  });
}
