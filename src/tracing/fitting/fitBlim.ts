import { checkOnce } from '../../math/check.ts';
import { type BlimOptions, checkStates } from '../models/blim.ts';
import type { GuessSlip } from '../models/overStates.ts';
import { type AnswerRows, fitIdealResponses, type StateFit, type StateFitOptions } from './fitIdealResponses.ts';

/** Options of {@link fitBlim}. */
export interface FitBlimOptions extends StateFitOptions {
  /** Every state of knowledge, such as `knowledgeStates` makes them. */
  readonly states: readonly (readonly string[])[];
  /** The competency each column asks about. */
  readonly competencyIds: readonly string[];
}

/** The outcome of {@link fitBlim}: options for `blim`. */
export interface BlimFit extends BlimOptions, StateFit {
  readonly prior: readonly number[];
}

/**
 * Fits the basic local independence model to a test: expectation maximisation.
 *
 * Stefanutti & Robusto (2009), Psychometrika 74, 83-96; what method 'ML' of R's pks does.
 *
 * @param rows one row per learner, one answer per competency; null is missing
 * @param options states, competencies, start and when to stop
 * @returns guess and slip at each competency and the share of each state, for `blim(fit)`
 * @throws TypeError or RangeError for answers that are not 0, 1 or null, rows of the wrong length, no learner, or a competency without a column
 * @remarks Maximum likelihood pays for a wrong structure with large guesses and slips: look at them before you trust the states (Heller & Wickelmaier
 * 2013, Electronic Notes in Discrete Mathematics 42, 49-56). The end may depend on the start.
 * @example
 * import { fitBlim } from 'tutelage/tracing/analysis';
 *
 * const rows = Array.from({ length: 60 }, (_, k) => [k % 3 === 0 ? 0 : 1, k % 3 === 2 ? 1 : 0] as (0 | 1)[]);
 * const fit = fitBlim(rows, { competencyIds: ['add', 'carry'], states: [[], ['add'], ['add', 'carry']] });
 * fit.logLikelihood; // => -65.9167
 */
export function fitBlim(rows: AnswerRows, options: FitBlimOptions): BlimFit {
  const { states, competencyIds, ...rest } = options;
  checkStates('fitBlim', states);
  checkOnce('fitBlim', 'competency', competencyIds);
  const columns = new Set(competencyIds);
  const stray = states.flat().find((id) => !columns.has(id));
  if (stray !== undefined)
    throw new RangeError(`fitBlim: a state holds "${stray}", of which no column asks; list it in competencyIds`);
  if (competencyIds.length === 0) throw new RangeError('fitBlim: no competency; give one or more');
  const ideal = competencyIds.map((id) => Uint8Array.from(states, (state) => (state.includes(id) ? 1 : 0)));
  const { noise, ...fit } = fitIdealResponses('fitBlim', rows, ideal, rest);
  const items = competencyIds.map((id, j): [string, GuessSlip] => [id, noise[j]!]);
  return { states, items: Object.fromEntries(items), ...fit };
}
