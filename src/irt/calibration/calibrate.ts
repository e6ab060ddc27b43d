import { check, checkAbove, checkOneEach, checkWhole } from '../../math/check.ts';
import type { Population } from '../ability/abilityMethod.ts';
import type { Item } from '../item.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import { checkMatrix, type ResponseMatrix } from '../responseMatrix.ts';
import type { CalibrateOptions } from './calibrateOptions.ts';
import type { Calibration } from './calibration.ts';
import { calibrationErrors } from './calibrationErrors.ts';
import { climb, expect, type Fitting, moments, pointAt, type Summit } from './climb.ts';
import { fittingOf, startOf } from './fittingOf.ts';
import { allForms } from './forms/all.ts';
import type { CalibrationForm } from './forms/calibrationForm.ts';
import { type Layout, slotsOf } from './layout.ts';
import { usableItems } from './usableItems.ts';

const SUSPECT_SD = 0.25;
const NO_SD = 1e-4;
const NO_GAIN = 1e-3; // of log-likelihood
const LEAST_SLOPE = 1e-3;
const STEEPEST = 3; // slope times the spacing of nodes: quadrature errs by exp(-2 pi^2 / 3) = 0.1 % there

/**
 * Calibrates items from answers by marginal maximum likelihood, or with priors by marginal maximum a posteriori.
 *
 * Ability is integrated out under a normal distribution (or a histogram); expectation and maximisation alternate, with the scale
 * moved along at every step and steps extrapolated by Anderson's method where that does not lower the likelihood. Answers that
 * are missing by design are left out of the likelihood; that is right when what was asked does not depend on ability beyond what
 * the answers show.
 *
 * The scale: the first group has mean 0, and sd 1 when every item has a free slope; with a Rasch, partial credit or rating scale item
 * among them, whose slope is 1, the sd is estimated. With anchors, mean and sd of every group are estimated.
 *
 * Bock, R. D. & Aitkin, M. (1981), Psychometrika 46, 443-459; Mislevy, R. J. (1986), Psychometrika 51, 177-195.
 *
 * @param matrix answers, -1 where not administered
 * @param options model, priors, anchors, groups, quadrature, stopping
 * @returns items in the order of the matrix, populations, standard errors, fit and what was excluded; `converged` is
 * false with a `reason` when the fit stopped early, there was nothing to fit (`empty`), sd fell to 0 (`flat`) or a slope grew without
 * bound (`steep`)
 * @throws RangeError for options out of range, an answer above 1 under a model for 0 and 1, or impossible anchors
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
export function calibrate<M extends Item['model']>(
  matrix: ResponseMatrix,
  options: CalibrateOptions<M>,
): Calibration<Extract<Item, { model: M }>> {
  checkMatrix('calibrate', matrix);
  checkWhole('calibrate', 'nodes', options.nodes ?? 61, 11, 1001);
  checkWhole('calibrate', 'minAnswers', options.minAnswers ?? 1, 1);
  checkWhole('calibrate', 'iterations', options.iterations ?? 1, 1);
  const { tolerance = 1, distribution = 'normal', priors } = options;
  checkAbove('calibrate', 'tolerance', tolerance, 0);
  const isKnown = distribution === 'normal' || distribution === 'empirical';
  check(isKnown, 'calibrate', 'distribution', distribution, "'normal' or 'empirical'");
  for (const [name, prior] of Object.entries(priors && priors !== 'none' ? priors : {})) {
    const isFine = /^([a-d]|intercept)$/.test(name) && typeof prior?.logDensity === 'function';
    check(
      isFine,
      'calibrate',
      `priors.${name}`,
      prior,
      'a prior of a, b, c, d or intercept, such as normalPrior(0, 2)',
    );
  }
  return calibration(matrix, options, new Set()) as Calibration<Extract<Item, { model: M }>>;
}

/** Calibrates all items but those already found to discriminate the wrong way. */
function calibration(matrix: ResponseMatrix, options: CalibrateOptions, wrong: ReadonlySet<string>): Calibration {
  const { minAnswers = 1, standardErrors = true } = options;
  const { itemIds } = matrix;
  const anchors = new Map(
    modelsOf('calibrate', allModels, options.anchors ?? []).map((model, k) => {
      const item = options.anchors![k]!;
      return [item.id, { item, categories: model.categories(item) }];
    }),
  );
  const found = usableItems(matrix, formsOf(itemIds, options.model, anchors), anchors, minAnswers);
  const usable = found.usable.filter(({ id }) => !wrong.has(id));
  const excluded = [
    ...found.excluded,
    ...found.usable.flatMap(({ id, counts }) =>
      wrong.has(id) ? [{ id, reason: 'negativeDiscrimination' as const, answers: sum(counts) }] : [],
    ),
  ];
  const groups = groupsOf(matrix, options.groups, usable);
  const fitting = fittingOf(matrix, usable, options.groups ? [...groups.values()] : null, options);
  const used = sum(fitting.groups.map(({ patterns }) => patterns.persons));
  const about = {
    groups: [...groups.keys()],
    excluded,
    persons: { used, unused: matrix.personIds.length - used },
  };
  if (used === 0) return { ...NOTHING, ...about };
  const summit = climb(fitting, startOf(fitting, usable));
  const { places } = fitting.layout;
  const items = places.map((place, j) => usable[j]!.anchor ?? place.form.write(place.id, slotsOf(place, summit.all)));
  const turned = items.filter((item) => 'a' in item && typeof item.a === 'number' && item.a < LEAST_SLOPE);
  if (turned.length > 0) return calibration(matrix, options, new Set([...wrong, ...turned.map(({ id }) => id)]));
  const population = populationsOf(fitting, summit);
  const reason = reasonOf(fitting, summit, items, population);
  const parameters = freeParameters(fitting.layout) + sum(fitting.groups.map((g) => +g.isMeanFree + +g.isSdFree));
  return {
    items,
    population,
    histograms: fitting.isEmpirical
      ? summit.grids.map(({ theta, weight }) => ({ theta: [...theta], weight: [...weight] }))
      : null,
    se:
      standardErrors && reason !== 'flat'
        ? calibrationErrors(fitting, summit, items, standardErrors === 'sandwich')
        : null,
    logLikelihood: summit.logLikelihood,
    logPrior: summit.logPrior,
    parameters,
    aic: 2 * parameters - 2 * summit.logLikelihood,
    bic: Math.log(used) * parameters - 2 * summit.logLikelihood,
    iterations: summit.iterations,
    converged: reason === 'converged',
    reason,
    change: summit.change,
    ...about,
  };
}

/** Whether the climb ended where it should, and if not, why. */
function reasonOf(
  fitting: Fitting,
  summit: Summit,
  items: readonly Item[],
  population: readonly Population[],
): Calibration['reason'] {
  const { layout, groups, standard } = fitting;
  const isFlat = groups.some(({ isSdFree }, g) => {
    if (!isSdFree || population[g]!.sd > SUSPECT_SD) return false;
    const all = summit.all.slice();
    all[layout.size + 2 * g + 1] = Math.log(NO_SD);
    return expect(fitting, pointAt(fitting, all)).value >= summit.logLikelihood + summit.logPrior - NO_GAIN;
  });
  if (isFlat) return 'flat';
  const spacing = Math.max(...population.map(({ sd }) => sd)) * (standard.theta[1]! - standard.theta[0]!);
  const models = modelsOf('calibrate', allModels, items);
  if (items.some((item, j) => models[j]!.slope(item) * spacing > STEEPEST)) return 'steep';
  return summit.settled ? 'converged' : 'iterations';
}

const NOTHING = {
  items: [],
  population: [],
  histograms: null,
  se: null,
  logLikelihood: 0,
  logPrior: 0,
  parameters: 0,
  aic: 0,
  bic: 0,
  iterations: 0,
  converged: false,
  reason: 'empty',
  change: 0,
} as const;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function populationsOf({ layout: { size }, groups, isEmpirical }: Fitting, { all, grids }: Summit): Population[] {
  return groups.map((_, g) =>
    isEmpirical
      ? moments(grids[g]!.theta, grids[g]!.weight)
      : { mean: all[size + 2 * g]!, sd: Math.exp(all[size + 2 * g + 1]!) },
  );
}

/** Number of different slots of items that are not anchored. */
const freeParameters = ({ places }: Layout): number =>
  new Set(places.flatMap(({ at, isFixed }) => (isFixed ? [] : [...at]))).size;

/** The form of every column: that of the anchor, or of the model asked for. */
function formsOf(
  itemIds: readonly string[],
  model: CalibrateOptions['model'],
  anchors: ReadonlyMap<string, { readonly item: Item }>,
): CalibrationForm[] {
  if (typeof model !== 'string') checkOneEach('calibrate', 'models', model?.length, 'items', itemIds.length);
  return itemIds.map((id, j) => {
    const wanted = anchors.get(id)?.item.model ?? (typeof model === 'string' ? model : model[j]!);
    const form = allForms.find(({ name }) => name === wanted);
    if (form) return form;
    const names = allForms.map(({ name }) => `'${name}'`).join(', ');
    throw new RangeError(`calibrate: model must be one of ${names}, got '${wanted}'`);
  });
}

/**
 * Row numbers of the persons of every group, in the order of their first person; persons without an answer to a usable item are in none, so
 * that every group has somebody.
 */
function groupsOf(
  { personIds, itemIds, answers }: ResponseMatrix,
  labels: readonly string[] | undefined,
  usable: readonly { readonly column: number }[],
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  if (!labels) return groups.set('', []);
  checkOneEach('calibrate', 'groups', labels.length, 'persons', personIds.length);
  for (const [person, label] of labels.entries()) {
    if (!usable.some(({ column }) => answers[person * itemIds.length + column]! >= 0)) continue;
    const own = groups.get(label);
    if (own) own.push(person);
    else groups.set(label, [person]);
  }
  return groups;
}
