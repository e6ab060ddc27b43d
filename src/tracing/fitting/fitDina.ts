import { check } from '../../math/check.ts';
import {
  type AttributeItem,
  type AttributeOptions,
  attributeBits,
  idealOver,
  neededBits,
} from '../models/overAttributes.ts';
import { type AnswerRows, fitIdealResponses, type StateFit, type StateFitOptions } from './fitIdealResponses.ts';

/** What {@link fitDina} has to know of the items. */
export interface FitDinaOptions extends StateFitOptions {
  /** At most 12. */
  readonly competencies: readonly string[];
  /** The items, one per column, and the competencies of each. */
  readonly items: readonly { readonly itemId: string; readonly competencies: readonly string[] }[];
  /** 'all' of them are needed (DINA) or 'any' one is enough (DINO); all when absent. */
  readonly needs?: 'all' | 'any';
}

/** The outcome of {@link fitDina}: options for `dina` or `dino`. */
export interface DinaFit extends AttributeOptions, StateFit {
  readonly prior: readonly number[];
}

/**
 * Fits DINA or DINO to a test: expectation maximisation with a free share for each of the 2^K sets of competencies.
 *
 * de la Torre (2009), Journal of Educational and Behavioral Statistics 34, 115-130; the parameters are those of R's CDM.
 *
 * @param rows one row per learner, one answer per item; null is missing
 * @param options competencies, items, rule, start and when to stop
 * @returns guess and slip of each item and shares of the sets, for `dina(fit)`
 * @throws TypeError or RangeError for answers that are not 0, 1 or null, rows of the wrong length, no learner, or more than 12 competencies
 * @remarks With many competencies the shares are not identified (several give the same likelihood); guess and slip mostly are. Read the warnings:
 * `dina` refuses items whose guess and slip together are 1 or more. O(patterns x items x 2^K) per iteration.
 * @example
 * import { fitDina } from 'tutelage/tracing/analysis';
 *
 * const rows = Array.from({ length: 40 }, (_, k) => [1, k % 2, k % 2, k % 4 === 0 ? 1 : k % 2] as (0 | 1)[]);
 * const items = ['q1', 'q2', 'q3', 'q4'].map((itemId, k) => ({ itemId, competencies: [k === 0 ? 'add' : 'carry'] }));
 * const fit = fitDina(rows, { competencies: ['add', 'carry'], items });
 * fit.items['q4']!.guess; // => 0.5
 * fit.warnings; // => ['degenerate', 'boundary']
 */
export function fitDina(rows: AnswerRows, options: FitDinaOptions): DinaFit {
  const { competencies, items, needs = 'all', ...rest } = options;
  check(needs === 'all' || needs === 'any', 'fitDina', 'needs', needs, "'all' or 'any'");
  if (items.length === 0) throw new RangeError('fitDina: no item; give one or more');
  const bits = attributeBits('fitDina', competencies);
  const ideal = items.map(({ itemId, competencies: needed }) =>
    idealOver(2 ** competencies.length, neededBits('fitDina', bits, itemId, needed), (held, wanted) =>
      needs === 'all' ? (held & wanted) === wanted : (held & wanted) !== 0,
    ),
  );
  const { noise, ...fit } = fitIdealResponses('fitDina', rows, ideal, rest);
  const fitted = items.map(({ itemId, competencies: needed }, j): [string, AttributeItem] => [
    itemId,
    { competencies: needed, ...noise[j]! },
  ]);
  return { competencies, items: Object.fromEntries(fitted), ...fit };
}
