import { chiSquareTail } from '../../math/chiSquareTail.ts';
import { calibrate } from '../calibration/calibrate.ts';
import type { CalibrateOptions } from '../calibration/calibrateOptions.ts';
import type { ExcludedItem } from '../calibration/calibration.ts';
import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';

/** The likelihood-ratio test of an item. */
export interface LikelihoodRatioDifItem {
  readonly id: string;
  /** Twice the gain in log-likelihood when each group has its own parameters; null when they cannot be estimated in a group. */
  readonly statistic: number | null;
  readonly df: number | null;
  readonly p: number | null;
  readonly isFlagged: boolean;
  /** The item in every group, in the order of `groups`; empty when it cannot be estimated in one. */
  readonly items: readonly Item[];
  /** Why the item has no statistic. */
  readonly status: 'ok' | ExcludedItem['reason'] | 'iterations';
}

/** Differential item functioning of every item by likelihood-ratio tests. */
export interface LikelihoodRatioDif {
  readonly groups: readonly string[];
  readonly items: readonly LikelihoodRatioDifItem[];
  /** Items that could not be calibrated at all. */
  readonly excluded: readonly ExcludedItem[];
  /** Log-likelihood with all items alike in all groups. */
  readonly logLikelihood: number;
}

/**
 * Differential item functioning by likelihood-ratio tests: does the fit gain when an item gets parameters of its own in every group, all
 * other items being alike and means and sds of the groups free?
 *
 * Thissen, Steinberg & Wainer (1993), in Holland & Wainer (eds.), Differential item functioning, 67-113.
 *
 * @param matrix answers to items of any model
 * @param groups the group of every person, two or more
 * @param options as of {@link calibrate}, with a level of significance `alpha`, 0.05 when absent; items to be tested, all when absent
 * @throws RangeError for fewer than two groups, and whatever `calibrate` throws for
 * @remarks One calibration per item. All other items serve as anchors, so that several items that favour the same group hide one another
 * (our choice): test again with the flagged ones left out of the matrix.
 * @example
 * import { simulateAnswers, likelihoodRatioDif } from 'tutelage/irt/analysis';
 *
 * const items = [-1, 0, 1].map((b, k) => ({ id: `q${k}`, model: 'rasch', b }) as const);
 * const matrix = simulateAnswers(items, Array.from({ length: 200 }, (_, k) => (k % 20) / 5 - 2), { seed: 1 });
 * const groups = matrix.personIds.map((_, k) => (k % 2 === 0 ? 'a' : 'b'));
 * likelihoodRatioDif(matrix, groups, { model: 'rasch' }).items[0]!.df; // => 1
 */
export function likelihoodRatioDif(
  matrix: ResponseMatrix,
  groups: readonly string[],
  options: CalibrateOptions & { readonly alpha?: number; readonly items?: readonly string[] },
): LikelihoodRatioDif {
  const { alpha = 0.05, items: wanted = matrix.itemIds, ...rest } = options;
  const settings = { ...rest, groups, standardErrors: false };
  const alike = calibrate(matrix, settings);
  if (alike.groups.length < 2) throw new RangeError('likelihoodRatioDif: groups must have two labels or more, got one');
  const models = matrix.itemIds.map((_, j) => (typeof rest.model === 'string' ? rest.model : rest.model[j]!));
  const usable = new Set(alike.items.map(({ id }) => id));
  const items = wanted
    .filter((id) => usable.has(id))
    .map((id): LikelihoodRatioDifItem => {
      const column = matrix.itemIds.indexOf(id);
      const { split, own } = splitColumn(matrix, column, groups, alike.groups);
      const model = [...models, ...own.slice(1).map(() => models[column]!)];
      const fit = calibrate(split, { ...settings, model });
      const failed = fit.excluded.find((item) => own.includes(item.id));
      const nothing = { id, statistic: null, df: null, p: null, isFlagged: false, items: [] };
      if (failed) return { ...nothing, status: failed.reason };
      if (!fit.converged) return { ...nothing, status: 'iterations' };
      const statistic = Math.max(0, 2 * (fit.logLikelihood - alike.logLikelihood));
      const df = fit.parameters - alike.parameters;
      const p = chiSquareTail(statistic, df);
      const found = own.map((name) => ({ ...fit.items.find((item) => item.id === name)!, id }));
      return { id, statistic, df, p, isFlagged: p < alpha, items: found, status: 'ok' };
    });
  return { groups: alike.groups, items, excluded: alike.excluded, logLikelihood: alike.logLikelihood };
}

/** The matrix with a column answered by one group alone, and further columns for the other groups. */
function splitColumn(
  { personIds, itemIds, answers }: ResponseMatrix,
  column: number,
  groups: readonly string[],
  labels: readonly string[],
): { split: ResponseMatrix; own: string[] } {
  const width = itemIds.length;
  const wide = width + labels.length - 1;
  let extra = itemIds[column]!;
  const names = labels.slice(1).map(() => {
    do extra += "'";
    while (itemIds.includes(extra));
    return extra;
  });
  const all = new Int8Array(personIds.length * wide).fill(-1);
  for (let person = 0; person < personIds.length; person++) {
    all.set(answers.subarray(person * width, (person + 1) * width), person * wide);
    const group = labels.indexOf(groups[person]!);
    if (group === 0) continue;
    all[person * wide + width + group - 1] = all[person * wide + column]!;
    all[person * wide + column] = -1;
  }
  return { split: { personIds, itemIds: [...itemIds, ...names], answers: all }, own: [itemIds[column]!, ...names] };
}
