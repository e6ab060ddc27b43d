import { check } from '../../../math/check.ts';
import { chiSquareTail } from '../../../math/chiSquareTail.ts';
import type { ResponseMatrix } from '../../responseMatrix.ts';
import { type ConditionalOptions, conditionalTops } from './calibrateConditional.ts';
import type { ConditionalCalibration } from './conditionalCalibration.ts';
import { type CalibrationOf, type ConditionalModel, fitConditional } from './fitConditional.ts';
import { scoreGroups } from './scoreGroups.ts';

/** Options of {@link andersenTest}. */
export interface AndersenOptions<M extends ConditionalModel = ConditionalModel> extends ConditionalOptions<M> {
  /**
   * A label for each person of the matrix, null for persons to be left out. When absent, persons are split at the median of their sums of points
   * into `low` (median included) and `high`.
   */
  readonly groups?: readonly (string | null)[];
}

/** Whether items are equally difficult in all groups. */
export interface AndersenTest<M extends ConditionalModel = ConditionalModel> {
  /** Chi-square statistic; null unless `reason` is `converged`. */
  readonly statistic: number | null;
  readonly df: number | null;
  /** Probability of a statistic at least as large if difficulties are the same in all groups. */
  readonly p: number | null;
  /** `oneGroup`: nobody to compare with. Otherwise the first reason among the calibrations that is not `converged`. */
  readonly reason: ConditionalCalibration['reason'] | 'oneGroup';
  /** Items that could not be calibrated in a group and were left out of all. */
  readonly excluded: readonly (ConditionalCalibration['excluded'][number] & { readonly group: string })[];
  /** All groups together. */
  readonly together: CalibrationOf<M>;
  /** Each group alone, in the order of their first person. */
  readonly groups: readonly { readonly group: string; readonly calibration: CalibrationOf<M> }[];
}

/**
 * Andersen's likelihood-ratio test: whether item parameters are the same in groups of persons, as models with a sufficient sum of points demand.
 *
 * LR = 2 (sum of the groups' conditional log-likelihoods - that of all together), chi-square with as many degrees of freedom as
 * the groups have parameters more.
 *
 * Andersen, E. B. (1973). Psychometrika 38, 123-140.
 *
 * @param matrix answers as for {@link calibrateConditional}
 * @param options model, groups and stopping
 * @returns statistic, degrees of freedom, p, and the calibrations, whose difficulties may be plotted against each other
 * @throws as {@link calibrateConditional}; RangeError for groups that are not as many as the persons
 * @remarks An item without a finite difficulty in one of the groups is left out of all and reported. With missing answers
 * give groups: sums of points over different items do not compare.
 * @example
 * import { responseMatrix } from 'tutelage/irt';
 * import { andersenTest } from 'tutelage/irt/analysis';
 *
 * const rows = [[1, 0, 0], [1, 0, 0], [0, 1, 0], [0, 0, 1], [1, 1, 0], [1, 1, 0], [1, 0, 1], [0, 1, 1]];
 * const { statistic, df, p } = andersenTest(responseMatrix(rows), { model: 'rasch' });
 * [statistic, df, p]; // => [0.183, 2, 0.912]
 */
export function andersenTest<M extends ConditionalModel>(
  matrix: ResponseMatrix,
  options: AndersenOptions<M>,
): AndersenTest<M> {
  const { model, tolerance, iterations } = options;
  const { personIds, itemIds, answers } = matrix;
  const tops = conditionalTops('andersenTest', matrix, options);
  const labels = options.groups ?? splitAtMedian(matrix);
  check(
    labels.length === personIds.length,
    'andersenTest',
    'groups',
    labels.length,
    `${personIds.length}, one per person`,
  );
  const names = [...new Set(labels)].filter((label) => label !== null);
  const excluded: AndersenTest['excluded'][number][] = [];
  const fitOf = (isIn: (label: string | null) => boolean) => {
    const part = {
      personIds: personIds.filter((_, p) => isIn(labels[p]!)),
      itemIds,
      answers: answers.filter((_, cell) => isIn(labels[Math.floor(cell / itemIds.length)]!)),
    };
    const grouped = scoreGroups(part, tops, model === 'pcm', new Set(excluded.map(({ id }) => id)));
    return fitConditional(grouped, model, tolerance, iterations) as CalibrationOf<M>;
  };
  for (;;) {
    const before = excluded.length;
    const groups = names.map((group) => {
      const calibration = fitOf((label) => label === group);
      for (const item of calibration.excluded) excluded.push({ ...item, group });
      return { group, calibration };
    });
    if (excluded.length > before) continue;
    const together = fitOf((label) => label !== null);
    const reason =
      names.length < 2
        ? 'oneGroup'
        : ([together, ...groups.map(({ calibration }) => calibration)].find(({ converged }) => !converged)?.reason ??
          'converged');
    const excess = (of: (fit: CalibrationOf<M>) => number) =>
      groups.reduce((sum, { calibration }) => sum + of(calibration), -of(together));
    const isFine = reason === 'converged';
    const statistic = isFine ? Math.max(0, 2 * excess((one) => one.logLikelihood)) : null;
    const df = isFine ? excess((one) => one.parameters) : null;
    const p = isFine ? chiSquareTail(statistic!, df!) : null;
    return { statistic, df, p, reason, excluded, together, groups };
  }
}

/** Labels by the sum of points: `low` up to the median, `high` above. */
function splitAtMedian({ personIds, itemIds, answers }: ResponseMatrix): string[] {
  const sums = personIds.map((_, p) =>
    answers
      .subarray(p * itemIds.length, (p + 1) * itemIds.length)
      .reduce((sum, answer) => sum + Math.max(0, answer), 0),
  );
  const median = sums.toSorted((left, right) => left - right)[(sums.length - 1) >> 1]!;
  return sums.map((sum) => (sum > median ? 'high' : 'low'));
}
