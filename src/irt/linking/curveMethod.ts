import { normalGrid } from '../../math/normalGrid.ts';
import type { Population } from '../ability/abilityMethod.ts';
import { checkPopulation } from '../ability/checkPopulation.ts';
import type { Item } from '../item.ts';
import type { ResponseModel } from '../responseModel.ts';
import type { FoundLink, LinkingMethod } from './linkingMethod.ts';

/** Options of {@link haebara} and {@link stockingLord}. */
export interface CurveLinkOptions {
  /** Where curves are compared, the same on both scales, at 61 points over 6 sd to both sides; { mean: 0, sd: 1 } when absent. */
  readonly population?: Population;
  /** Compare on both scales, so that linking the other way round gives the inverse; true when absent. False: on the old scale only. */
  readonly symmetric?: boolean;
}

/** Curves at theta, as value, derivative, value, derivative, ... */
type Curves = (theta: number) => readonly number[];

const MOST = 200;
const SETTLED = 1e-12;

/** The linking method that matches curves of the common items: of `curvesFor` on each scale. */
export function curveMethod(
  name: string,
  options: CurveLinkOptions,
  curvesFor: (items: readonly Item[], models: readonly ResponseModel[]) => Curves,
): LinkingMethod {
  const { population = { mean: 0, sd: 1 }, symmetric = true } = options;
  checkPopulation(name, population);
  return {
    name,
    options: { population, symmetric },
    link(common, shiftOnly) {
      const before = curvesFor(
        common.map(({ oldItem }) => oldItem),
        common.map(({ oldModel }) => oldModel),
      );
      const after = curvesFor(
        common.map(({ newItem }) => newItem),
        common.map(({ newModel }) => newModel),
      );
      return matchCurves(before, after, population, symmetric, shiftOnly);
    },
  };
}

/**
 * Slope and intercept for which weighted squared differences of old(theta) and new((theta - intercept) / slope) are least:
 * Levenberg and Marquardt's damped Gauss-Newton steps in (log slope, intercept).
 */
function matchCurves(
  before: Curves,
  after: Curves,
  population: Population,
  symmetric: boolean,
  shiftOnly: boolean,
): FoundLink {
  const { z, weight } = normalGrid(61, 6);
  const theta = z.map((node) => population.mean + population.sd * node);
  const fixedBefore = Array.from(theta, before);
  const fixedAfter = Array.from(theta, after);

  /** Sum of squares, its half gradient and Gauss-Newton matrix. */
  const at = (log: number, intercept: number): Float64Array => {
    const sums = new Float64Array(6);
    const slope = Math.exp(log);
    const add = (
      w: number,
      still: readonly number[],
      moving: readonly number[],
      byLog: number,
      byIntercept: number,
    ) => {
      for (let k = 0; k < still.length; k += 2) {
        const off = still[k]! - moving[k]!;
        const dLog = shiftOnly ? 0 : moving[k + 1]! * byLog;
        const dIntercept = moving[k + 1]! * byIntercept;
        sums[0]! += w * off * off;
        sums[1]! += w * off * dLog;
        sums[2]! += w * off * dIntercept;
        sums[3]! += w * dLog * dLog;
        sums[4]! += w * dLog * dIntercept;
        sums[5]! += w * dIntercept * dIntercept;
      }
    };
    for (const [q, t] of theta.entries()) {
      const back = (t - intercept) / slope;
      add(weight[q]!, fixedBefore[q]!, after(back), -back, -1 / slope);
      if (symmetric) add(weight[q]!, fixedAfter[q]!, before(slope * t + intercept), slope * t, 1);
    }
    if (shiftOnly) sums[3] = 1;
    return sums;
  };

  // on one scale alone the loss is flat far out; the loss on both leads near
  const start = symmetric ? null : matchCurves(before, after, population, true, shiftOnly);
  let [log, intercept, damping] = [Math.log(start?.slope ?? 1), start?.intercept ?? 0, 1e-3];
  let sums = at(log, intercept);
  for (let iteration = 0; iteration < MOST; iteration++) {
    const [least, gLog, gIntercept, hLog, hBoth, hIntercept] = sums as unknown as readonly number[];
    const first = hLog! * (1 + damping);
    const second = hIntercept! * (1 + damping);
    const determinant = first * second - hBoth! * hBoth!;
    if (!(determinant > 0)) break;
    const stepLog = (second * gLog! - hBoth! * gIntercept!) / determinant;
    const stepIntercept = (first * gIntercept! - hBoth! * gLog!) / determinant;
    const isSettled = Math.abs(stepLog) < SETTLED && Math.abs(stepIntercept) < SETTLED * (1 + Math.abs(intercept));
    if (isSettled) return { slope: Math.exp(log), intercept, status: 'ok' };
    const next = at(log + stepLog, intercept + stepIntercept);
    // rounding may hide the last descents, hence the margin
    if (next[0]! <= least! * (1 + 1e-12)) {
      log += stepLog;
      intercept += stepIntercept;
      sums = next;
      damping /= 10;
    } else damping *= 10;
  }
  return { slope: Math.exp(log), intercept, status: 'notConverged' };
}
