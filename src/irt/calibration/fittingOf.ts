import { normalGrid } from '../../math/normalGrid.ts';
import type { Item } from '../item.ts';
import type { ResponseMatrix } from '../responseMatrix.ts';
import type { CalibrateOptions } from './calibrateOptions.ts';
import type { Fitting, Point } from './climb.ts';
import { pointAt } from './climb.ts';
import { layoutOf } from './layout.ts';
import { patternsOf } from './patterns.ts';
import { betaPrior } from './priors/betaPrior.ts';
import { lognormalPrior } from './priors/lognormalPrior.ts';
import type { Priors } from './priors/prior.ts';
import type { UsableItem } from './usableItems.ts';

const REACH = 6;

/** Everything the climb needs. */
export function fittingOf(
  matrix: ResponseMatrix,
  usable: readonly UsableItem[],
  people: readonly (readonly number[])[] | null,
  options: CalibrateOptions,
): Fitting {
  const { nodes = 61, tolerance = 1e-6, iterations = 2000, distribution = 'normal' } = options;
  const isAnchored = usable.some(({ anchor }) => anchor);
  const free = usable.filter(({ anchor }) => !anchor);
  const hasUnitSlope = free.some(({ form }) => !form.hasSlope);
  const source = {
    answers: matrix.answers,
    width: matrix.itemIds.length,
    columns: usable.map(({ column }) => column),
    categories: usable.map(({ counts }) => counts.length),
  };
  const priors = priorsOf(options.priors, free);
  const isMoving = !priors || (!priors.a && !priors.b && !priors.intercept);
  const { z, weight } = normalGrid(nodes, REACH);
  return {
    layout: layoutOf(
      usable.map(({ id, form, counts, anchor }) => ({
        id,
        form,
        top: counts.length - 1,
        isFixed: anchor !== undefined,
      })),
    ),
    groups: (people ?? [undefined]).map((own, g) => ({
      patterns: patternsOf(own ? { ...source, people: own } : source),
      isMeanFree: isAnchored || g > 0,
      isSdFree: isAnchored || g > 0 || hasUnitSlope,
    })),
    priors,
    standard: { theta: z, weight },
    isEmpirical: distribution === 'empirical',
    isScaledToFirst: !isAnchored && isMoving,
    tolerance,
    iterations,
  };
}

/** Slots from the shares of answers, known ones where there are anchors. */
export function startOf(fitting: Fitting, usable: readonly UsableItem[]): Point {
  const { layout, groups } = fitting;
  const all = new Float64Array(layout.size + 2 * groups.length);
  for (const [j, { at }] of layout.places.entries()) {
    const { form, counts, anchor } = usable[j]!;
    const slots = anchor ? form.read(anchor as Item) : form.start(counts);
    for (const [k, place] of at.entries()) all[place] = slots[k]!;
  }
  return pointAt(fitting, all);
}

function priorsOf(given: CalibrateOptions['priors'], free: readonly UsableItem[]): Priors | null {
  if (given === 'none') return null;
  if (given) return given;
  return free.some(({ form }) => form.name === '3pl' || form.name === '4pl')
    ? { a: lognormalPrior(0, 0.5), c: betaPrior(5, 17), d: betaPrior(17, 5) }
    : null;
}
