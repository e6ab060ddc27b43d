import { check, checkList } from '../math/check.ts';
import { arrange } from './arrange.ts';
import { checkUnits } from './checkUnits.ts';
import type { ObjectiveOptions } from './objective.ts';
import type { LeftOutUnit, Path, Unit } from './path.ts';
import { type GeneticOptions, geneticOrder } from './planners/geneticOrder.ts';

/** One answer of a pre-test. */
export interface PretestAnswer {
  readonly itemId: string;
  readonly correct: boolean;
}

/** What {@link chen2008} needs. */
export interface ChenRequest extends ObjectiveOptions {
  /** All courseware; each unit belongs to the items in `items`, or to the item with its own id. */
  readonly units: readonly Unit[];
  /** Answers in any order; an item answered wrong at least once selects its units. */
  readonly pretest: readonly PretestAnswer[];
  /** Sizes and rates of the genetic algorithm; the defaults are our choice. */
  readonly genetic?: GeneticOptions;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/**
 * A learning path in the manner of Chen (2008): the wrong answers of a pre-test select courseware, and a genetic algorithm
 * orders it by concept continuity and difficulty at once.
 *
 * It minimises the mean over neighbours of 1 - [(1 - w) r + w d], with r the concept relation ({@link conceptRelation}) and d
 * the difficulty term ({@link ascending}).
 *
 * Chen, C.-M. (2008). Intelligent web-based learning system with personalized learning path guidance. Computers & Education
 * 51, 787-814. Only its abstract was available to us: docs/chen-2008.md says what is stated there, what is our reading and
 * what our choice.
 *
 * @param request units, pre-test answers and settings
 * @returns the path; units whose items were all answered right, or not asked, are in `leftOut`. No wrong answer gives an
 * empty path
 * @throws TypeError or RangeError for units, answers or settings that make no sense, or answers to an item of no unit
 * @remarks Same seed, same path. The order is a good one, not the best one; compare with `planPath` and `memetic`.
 * The scheme knows no prerequisites: to keep them, plan the same units by `planPath` with `by: genetic()`.
 * @example
 * import { chen2008 } from 'tutelage/path';
 *
 * const units = [
 *   { id: 'eigenvalues', text: 'determinant, characteristic polynomial', difficulty: 1.4 },
 *   { id: 'determinants', text: 'determinant, cofactor', difficulty: 0.2 },
 *   { id: 'systems', text: 'elimination, pivot', difficulty: -0.9 },
 * ];
 * const pretest = units.map(({ id }) => ({ itemId: id, correct: id === 'systems' }));
 * const path = chen2008({ units, pretest, weight: 0.5, seed: 1 });
 * path.order; // => ['determinants', 'eigenvalues']
 * path.leftOut; // => [{ unitId: 'systems', reason: 'answeredRight' }]
 * path.explain[1]; // => "eigenvalues after determinants: shares 'determinant', relation 0.09, 1.20 logits harder."
 */
export function chen2008(request: ChenRequest): Path {
  const { units, pretest, seed = 0 } = request;
  checkUnits('chen2008', units);
  const wrong = wrongItems(pretest, units);
  const selected: number[] = [];
  const leftOut: LeftOutUnit[] = [];
  for (const [k, unit] of units.entries()) {
    const results = itemsOf(unit).map((id) => wrong.get(id));
    if (results.includes(true)) selected.push(k);
    else leftOut.push({ unitId: unit.id, reason: results.includes(false) ? 'answeredRight' : 'notAsked' });
  }
  const before = selected.map(() => []);
  return arrange('chen2008', { ...request, selected, before, leftOut }, 'chen2008', seed, (problem) =>
    geneticOrder(problem, request.genetic, seed, (genes) => genes),
  ).path;
}

/** The items answered, and whether each was wrong at least once. */
function wrongItems(pretest: readonly PretestAnswer[], units: readonly Unit[]): Map<string, boolean> {
  checkList('chen2008', 'pretest', pretest);
  const owned = new Set(units.flatMap(itemsOf));
  const wrong = new Map<string, boolean>();
  for (const [k, { itemId, correct }] of pretest.entries()) {
    if (!owned.has(itemId)) {
      throw new RangeError(`chen2008: pretest[${k}] answers item "${itemId}" of no unit`);
    }
    check(typeof correct === 'boolean', 'chen2008', `pretest[${k}].correct`, correct, 'true or false');
    wrong.set(itemId, !correct || wrong.get(itemId) === true);
  }
  return wrong;
}

function itemsOf(unit: Unit): readonly string[] {
  return unit.items ?? [unit.id];
}
