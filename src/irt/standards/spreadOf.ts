/** How judges agree: mean, median, standard deviation (n - 1) and the standard error of the mean; null from one judge alone. */
export interface JudgeSpread {
  readonly mean: number;
  readonly median: number;
  readonly sd: number | null;
  readonly se: number | null;
}

/** Mean, median and spread of at least one value. */
export function spreadOf(values: readonly number[]): JudgeSpread {
  const n = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / n;
  const sorted = values.toSorted((left, right) => left - right);
  const median = (sorted[(n - 1) >> 1]! + sorted[n >> 1]!) / 2;
  const sd = n > 1 ? Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1)) : null;
  return { mean, median, sd, se: sd === null ? null : sd / Math.sqrt(n) };
}
