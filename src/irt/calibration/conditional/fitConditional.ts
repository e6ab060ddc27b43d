import type { Item } from '../../item.ts';
import type { ConditionalCalibration } from './conditionalCalibration.ts';
import { conditionalSlope } from './conditionalSlope.ts';
import { newtonClimb } from './newtonClimb.ts';
import type { GroupedAnswers } from './scoreGroups.ts';

/** Models whose sum of points says all about ability. */
export type ConditionalModel = 'rasch' | 'pcm' | 'rating';

/** Fits a model to grouped answers; the parameters are the steps of the items or, for a rating scale, locations and thresholds. */
export function fitConditional(
  grouped: GroupedAnswers,
  model: ConditionalModel,
  tolerance = 1e-8,
  most = 100,
): ConditionalCalibration {
  const { ids, tops, excluded, persons } = grouped;
  const about = { excluded, persons };
  if (ids.length === 0) return { ...EMPTY, ...about };
  const isRating = model === 'rating';
  const sizes = isRating ? [...ids.map(() => 1), tops[0]!] : tops;
  const owner = sizes.flatMap((size, j) => Array<number>(size).fill(j));
  const width = owner.length;
  const placesOf = (j: number): number[] => [...owner.keys()].filter((p) => owner[p] === j);
  const thresholds = placesOf(ids.length);
  // parameters that make up each step: its own, or the location of the item and a threshold
  const parts = isRating ? ids.flatMap((_, j) => thresholds.map((t) => [j, t])) : owner.map((_, p) => [p]);
  const free = isRating
    ? [true, false].map((isLocation) => owner.map((j) => +(j < ids.length === isLocation)))
    : [owner.map(() => 1)];
  const { at, covariance, ...fit } = newtonClimb(
    (place) => {
      const steps = Float64Array.from(parts, (own) => own.reduce((sum, p) => sum + place[p]!, 0));
      const slope = conditionalSlope(grouped, steps);
      const gradient = new Float64Array(width);
      const information = new Float64Array(width * width);
      for (const [s, own] of parts.entries()) {
        for (const p of own) {
          gradient[p]! += slope.gradient[s]!;
          for (const [t, other] of parts.entries()) {
            for (const q of other) information[p * width + q]! += slope.information[s * parts.length + t]!;
          }
        }
      }
      return { logLikelihood: slope.logLikelihood, gradient, information };
    },
    free,
    tolerance,
    most,
  );
  const written = (of: (p: number) => number, more: object): never[] =>
    ids.map((id, j) => {
      const b = placesOf(j).map(of);
      return { id, ...more, b: model === 'pcm' ? b : b[0]!, ...(isRating && { thresholds: thresholds.map(of) }) };
    }) as never[];
  return {
    ...fit,
    items: covariance ? written((p) => at[p]!, { model }) : [],
    se: covariance && { items: written((p) => Math.sqrt(Math.max(0, covariance[p * (width + 1)]!)), {}) },
    parameters: width - free.length,
    converged: fit.reason === 'converged',
    ...about,
  };
}

/** What comes of no usable item. */
export const EMPTY = {
  items: [],
  se: null,
  logLikelihood: 0,
  parameters: 0,
  iterations: 0,
  converged: false,
  reason: 'empty',
} as const;

/** The calibration of items of one model. */
export type CalibrationOf<M extends ConditionalModel> = ConditionalCalibration<Extract<Item, { model: M }>>;
