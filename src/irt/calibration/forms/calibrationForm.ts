import type { Item } from '../../item.ts';

/** How a response model is calibrated: its parameters as free numbers ("slots") in slope-intercept form. */
export interface CalibrationForm<I extends Item = Item> {
  readonly name: I['model'];
  /** Whether the slope is free, so that the answers cannot tell the sd of ability. */
  readonly hasSlope: boolean;
  /** What each slot is, for items with categories 0..top. Slots named `shared` are the same numbers for all items of as many categories. */
  slots(top: number): readonly Slot[];
  /** Slots from the number of answers in each category, for ability with sd 1. */
  start(counts: readonly number[]): number[];
  read(item: I): number[];
  write(id: string, slots: ArrayLike<number>): I;
  /** Turns the slots of an ability theta into those of (theta - mean) / sd; sd is 1 where the slope is not free. */
  rescale(slots: Float64Array, mean: number, sd: number): void;
  /** Log-probabilities (categories x nodes), and unless null their derivatives (slots x categories x nodes); NaN where impossible. */
  fill(slots: Float64Array, theta: Float64Array, log: Float64Array, slope: Float64Array | null): void;
}

/** The kinds of slot: slope, intercept, logits of the asymptotes, and what a rating scale shares. */
export type Slot = 'a' | 'intercept' | 'logitC' | 'logitD' | 'shared';

/** Log-odds of answering beyond each category, stretched for a population with sd 1 (the usual logit approximation). */
export function cumulativeLogits(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let below = 0;
  return counts.slice(0, -1).map((count) => {
    below += count;
    return 1.2 * Math.log((total - below) / below);
  });
}
