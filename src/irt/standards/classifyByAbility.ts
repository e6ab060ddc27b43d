import { check } from '../../math/check.ts';
import { normalCdf } from '../../math/normalCdf.ts';
import { type Classification, categoryAt, checkCuts, classificationOf, type SortedOne } from './classification.ts';

/** A {@link Classification} from ability estimates. */
export interface AbilityClassification extends Classification {
  /** Persons with a finite theta and a standard error above 0, and persons without, who are left out. */
  readonly persons: { readonly used: number; readonly unused: number };
}

/**
 * How accurately and consistently ability estimates sort learners at cuts on theta, by Rudner's normal method.
 *
 * The true ability of a person is taken as normal around the estimate with its standard error; p_k is the probability that it lies in category
 * k. Accuracy is the mean p of the category that holds the estimate; consistency is the mean of sum_k p_k^2, two measurements being
 * independent and spread alike. Rudner, L. M. (2005). Practical Assessment, Research & Evaluation 10(13); Wyse, A. E. & Hao, S. (2012).
 * Applied Psychological Measurement 36, 602-624, for consistency.
 *
 * @param abilities theta and standard error of each person, such as the result of `estimateAbilities`
 * @param cuts abilities in ascending order; at or above a cut is in the category above
 * @returns accuracy, consistency and the table of true and assigned categories; null figures without usable persons
 * @throws TypeError for cuts that do not ascend, RangeError for lists of unequal length
 * @example
 * import { classifyByAbility } from 'tutelage/irt/analysis';
 *
 * const { accuracy, consistency } = classifyByAbility({ theta: [-1, 0.5, 2], se: [0.5, 0.5, 0.5] }, [0]);
 * [accuracy, consistency]; // => [0.9395, 0.8962]
 */
export function classifyByAbility(
  abilities: { readonly theta: ArrayLike<number>; readonly se: ArrayLike<number | null> },
  cuts: readonly number[],
): AbilityClassification {
  const where = 'classifyByAbility';
  const { theta, se } = abilities;
  checkCuts(where, cuts);
  check(theta.length === se.length, where, 'se.length', se.length, `${theta.length}, one per theta`);
  const sorted: SortedOne[] = [];
  for (let person = 0; person < theta.length; person++) {
    const [at, error] = [theta[person]!, se[person]!];
    if (!(Number.isFinite(at) && error > 0)) continue;
    const edges = [-Infinity, ...cuts, Infinity].map((cut) => (cut - at) / error);
    // in the tail that keeps its digits
    const p = edges.slice(1).map((high, k) => {
      const low = edges[k]!;
      return low > 0 ? normalCdf(-low) - normalCdf(-high) : normalCdf(high) - normalCdf(low);
    });
    sorted.push({ sure: categoryAt(cuts, at), p, weight: 1 });
  }
  const persons = { used: sorted.length, unused: theta.length - sorted.length };
  return { ...classificationOf(cuts.length + 1, sorted, false), persons };
}
