import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import { expectedAnswer, visitAnswers } from './visitAnswers.ts';

/** Mean squares of an item or a person; null where the answers used have no variance to compare with. */
export interface MeanSquares {
  readonly id: string;
  /** Number of answers used. */
  readonly n: number;
  /** Weighted by variance, so that answers near the own ability count most: 1 is expected, below 1 too orderly, above 1 too noisy. */
  readonly infit: number | null;
  /** Unweighted, so that unexpected answers far from the own ability count most. */
  readonly outfit: number | null;
  /** The same, standardised (ZSTD): about standard normal when the model holds and theta is known. */
  readonly infitZ: number | null;
  readonly outfitZ: number | null;
}

/** Infit and outfit of items and persons. */
export interface InfitOutfit {
  readonly items: readonly MeanSquares[];
  readonly persons: readonly MeanSquares[];
}

/** What is added up over answers: squared residuals, variances, their ratio, fourth moment / variance^2, fourth moment - variance^2. */
interface Sums {
  n: number;
  squared: number;
  variance: number;
  ratio: number;
  kurtosis: number;
  excess: number;
}

const CERTAIN = 1e-100; // the variance of an answer that is foregone
const NO_SPREAD = 1e-12;

/**
 * Infit and outfit mean squares of items and persons, with their standardised values.
 *
 * With residual y = answer - expected answer and its variance W: outfit = mean of y^2 / W, infit = sum of y^2 / sum of W. Standardised by
 * Wilson and Hilferty's cube root, (MS^(1/3) - 1) 3 / q + q / 3, q^2 the variance of the mean square, q at most sqrt(2). Wright, B. D. &
 * Masters, G. N. (1982). Rating scale analysis, ch. 5.
 *
 * @param items calibrated items
 * @param matrix answers
 * @param theta ability of each person; somebody whose theta is no number within +-1000 is left out (n = 0)
 * @returns statistics of the items that have a column, and of all persons
 * @throws RangeError for an answered item without parameters, impossible answers or parameters, or a theta too many or too few
 * @remarks They depend on how theta was estimated: EAP shrinks, which makes mean squares smaller than with ML or WLE. State it. Nominal
 * categories count by their number. Answers whose variance is below 1e-100 are not used.
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { infitOutfit } from 'tutelage/irt/analysis';
 *
 * const items = [-2, 0, 2].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * const matrix = responseMatrix([[1, 1, 0], [0, 0, 1]], { items: items.map(({ id }) => id) });
 * const { persons } = infitOutfit(items, matrix, [0, 0]);
 * persons.map(({ outfit }) => outfit); // => [0.424, 5.259]
 */
export function infitOutfit(items: readonly Item[], matrix: ResponseMatrix, theta: ArrayLike<number>): InfitOutfit {
  const nothing = (): Sums => ({ n: 0, squared: 0, variance: 0, ratio: 0, kurtosis: 0, excess: 0 });
  const byItem = items.map(nothing);
  const byPerson = matrix.personIds.map(nothing);
  const used = visitAnswers('infitOutfit', items, matrix, theta, (person, column, answer, logs) => {
    const expected = expectedAnswer(logs);
    let [variance, fourth] = [0, 0];
    for (let k = 0; k < logs.length; k++) {
      const square = (k - expected) ** 2;
      const share = Math.exp(logs[k]!) * square;
      variance += share;
      fourth += share * square;
    }
    if (variance < CERTAIN) return;
    const squared = (answer - expected) ** 2;
    for (const sums of [byItem[column]!, byPerson[person]!]) {
      sums.n++;
      sums.squared += squared;
      sums.variance += variance;
      sums.ratio += squared / variance;
      sums.kurtosis += fourth / variance ** 2;
      sums.excess += fourth - variance ** 2;
    }
  });
  return {
    items: used.map(({ id }, j) => meanSquares(id, byItem[j]!)),
    persons: matrix.personIds.map((id, i) => meanSquares(id, byPerson[i]!)),
  };
}

function meanSquares(id: string, { n, squared, variance, ratio, kurtosis, excess }: Sums): MeanSquares {
  if (n === 0) return { id, n, infit: null, outfit: null, infitZ: null, outfitZ: null };
  const [infit, outfit] = [squared / variance, ratio / n];
  return {
    id,
    n,
    infit,
    outfit,
    infitZ: standardised(infit, n, (n * excess) / variance ** 2),
    outfitZ: standardised(outfit, n, kurtosis / n - 1),
  };
}

/** A mean square whose variance is spread / n. */
function standardised(meanSquare: number, n: number, spread: number): number | null {
  if (spread < NO_SPREAD) return null;
  const q = Math.min(Math.sqrt(spread / n), Math.SQRT2);
  return (3 * (Math.cbrt(meanSquare) - 1)) / q + q / 3;
}
