import { checkWhole } from '../../math/check.ts';
import { choleskyInverse } from '../../math/choleskyInverse.ts';
import { normalGrid } from '../../math/normalGrid.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import type { Calibration, CalibrationErrors } from './calibration.ts';
import { expectedCounts } from './expectedCounts.ts';
import { maximiseRasch } from './maximiseRasch.ts';
import { type Patterns, patternsOf } from './patterns.ts';
import { type RaschParameters, raschCurves } from './raschCurves.ts';
import { raschInformation } from './raschInformation.ts';
import { type ItemCounts, usableItems } from './usableItems.ts';

/** Options of {@link calibrate}. */
export interface CalibrateOptions {
  readonly model: 'rasch';
  /** Quadrature nodes, 11 to 1001, equally spaced over +-6 standard deviations; 61 when absent. */
  readonly nodes?: number;
  /** Fewest answers an item needs; items with fewer are excluded and reported. 1 when absent. */
  readonly minAnswers?: number;
  /** Stops when no parameter moved more than this, in logits; 1e-8 when absent. */
  readonly tolerance?: number;
  /** Most EM iterations; 2,000 when absent. */
  readonly iterations?: number;
  /** Whether to compute standard errors; true when absent. */
  readonly standardErrors?: boolean;
}

const REACH = 6;
const FLAT = 1e-3;

/**
 * Calibrates items from answers by marginal maximum likelihood.
 *
 * Rasch: P(right) = logistic(theta - b) with theta ~ N(0, sd^2); difficulties and sd maximise the likelihood of the answers
 * with ability integrated out (EM, Newton maximisation step). Answers that are missing by design are left out of the
 * likelihood; that is right when what was asked does not depend on ability beyond what the answers show.
 *
 * Bock, R. D. & Aitkin, M. (1981), Psychometrika 46, 443-459; Thissen, D. (1982), Psychometrika 47, 175-186.
 *
 * @param matrix answers 0 and 1, -1 where not administered
 * @param options model, quadrature, stopping
 * @returns items in the order of the matrix, population, standard errors, fit and what was excluded; `converged` is
 * false with a `reason` when the fit stopped early, there was nothing to fit (`empty`) or sd fell to 0 (`flat`)
 * @throws RangeError for options out of range or an answer above 1
 * @remarks O(patterns x items x nodes) per iteration, patterns being distinct rows. Deterministic; same answers in
 * another order of persons give the same result up to rounding.
 * @example
 * import { calibrate, responseMatrix } from 'tutelage/irt';
 *
 * const matrix = responseMatrix([[1, 1], [1, 0], [1, 1], [0, 0], [1, 0], [0, 0], [0, 1]], { items: ['easy', 'hard'] });
 * const { items, reason } = calibrate(matrix, { model: 'rasch' });
 * items.map(({ id }) => id); // => ['easy', 'hard']
 * items[0]!.b < items[1]!.b; // => true
 * reason; // => 'converged'
 */
export function calibrate(matrix: ResponseMatrix, options: CalibrateOptions): Calibration {
  const { nodes = 61, minAnswers = 1, tolerance = 1e-8, iterations = 2000, standardErrors = true } = options;
  if (!(matrix?.answers instanceof Int8Array)) {
    throw new TypeError('calibrate: matrix must be a response matrix; make one with responseMatrix(rows)');
  }
  checkOptions(options.model, nodes, minAnswers, tolerance, iterations);
  const { usable, excluded } = usableItems(matrix, minAnswers);
  const patterns = patternsOf(
    matrix.answers,
    matrix.itemIds.length,
    usable.map(({ column }) => column),
  );
  const used = patterns.count.reduce((sum, times) => sum + times, 0);
  const persons = { used, unused: matrix.personIds.length - used };
  if (usable.length === 0) {
    const nothing = { items: [], population: [], se: null, logLikelihood: 0, parameters: 0, aic: 0, bic: 0 };
    return { ...nothing, iterations: 0, converged: false, reason: 'empty', excluded, persons };
  }
  const grid = normalGrid(nodes, REACH);
  const fit = climb(patterns, startOf(usable), grid, tolerance, iterations);
  const items = usable.map(({ id }, j) => ({ id, model: 'rasch' as const, b: fit.at.b[j]! }));
  const parameters = items.length + 1;
  const reason = !fit.settled ? 'iterations' : fit.at.sd < FLAT ? 'flat' : 'converged';
  return {
    items,
    population: [{ mean: 0, sd: fit.at.sd }],
    se: standardErrors && reason !== 'flat' ? errorsOf(patterns, fit.at, grid, items) : null,
    logLikelihood: fit.logLikelihood,
    parameters,
    aic: 2 * parameters - 2 * fit.logLikelihood,
    bic: Math.log(used) * parameters - 2 * fit.logLikelihood,
    iterations: fit.iterations,
    converged: reason === 'converged',
    reason,
    excluded,
    persons,
  };
}

/** Expectation and maximisation in turn until no parameter moves. */
function climb(
  patterns: Patterns,
  start: RaschParameters,
  grid: ReturnType<typeof normalGrid>,
  tolerance: number,
  most: number,
): { at: RaschParameters; logLikelihood: number; iterations: number; settled: boolean } {
  let at = start;
  let settled = false;
  let done = 0;
  while (!settled && done < most) {
    const next = maximiseRasch(expectedCounts(patterns, raschCurves(at, grid.z), grid), grid.z, at);
    let moved = Math.abs(next.sd - at.sd);
    for (let j = 0; j < at.b.length; j++) moved = Math.max(moved, Math.abs(next.b[j]! - at.b[j]!));
    settled = moved <= tolerance;
    at = next;
    done++;
  }
  const { logLikelihood } = expectedCounts(patterns, raschCurves(at, grid.z), grid);
  return { at, logLikelihood, iterations: done, settled };
}

/** Difficulties from the shares of right answers, stretched for a population with sd 1 (logit approximation). */
function startOf(usable: readonly ItemCounts[]): RaschParameters {
  return { b: Float64Array.from(usable, ({ right, answers }) => 1.2 * Math.log((answers - right) / right)), sd: 1 };
}

function errorsOf(
  patterns: Patterns,
  at: RaschParameters,
  grid: ReturnType<typeof normalGrid>,
  items: readonly { readonly id: string }[],
): CalibrationErrors | null {
  const n = items.length + 1;
  const covariance = choleskyInverse(raschInformation(patterns, at, grid), n);
  if (!covariance) return null;
  const se = (k: number) => Math.sqrt(covariance[k * n + k]!);
  return { items: items.map(({ id }, j) => ({ id, b: se(j) })), population: [{ sd: se(items.length) }] };
}

function checkOptions(model: string, nodes: number, minAnswers: number, tolerance: number, iterations: number): void {
  if (model !== 'rasch') throw new RangeError(`calibrate: model must be 'rasch', got '${model}'`);
  checkWhole('calibrate', 'nodes', nodes, 11, 1001);
  checkWhole('calibrate', 'minAnswers', minAnswers, 1);
  checkWhole('calibrate', 'iterations', iterations, 1);
  if (!(tolerance > 0)) throw new RangeError(`calibrate: tolerance must be above 0, got ${tolerance}`);
}
