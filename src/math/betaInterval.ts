import { incompleteBeta } from './incompleteBeta.ts';

/**
 * The central interval of a share with the given mean and standard deviation, as of the Beta distribution that has them.
 *
 * Where the deviation is as large as the mean allows the share is 0 or 1, and so are the ends.
 */
export function betaInterval(mean: number, sd: number, level: number): [lower: number, upper: number] {
  const tail = (1 - level) / 2;
  const size = (mean * (1 - mean)) / (sd * sd) - 1;
  if (sd === 0 || !Number.isFinite(size)) return [mean, mean];
  if (size <= 1e-9) return [1 - mean >= tail ? 0 : 1, mean >= tail ? 1 : 0];
  return [quantile(tail, mean * size, (1 - mean) * size), quantile(1 - tail, mean * size, (1 - mean) * size)];
}

/** By bisection: the distribution function is monotone, and 60 halvings exhaust a double. */
function quantile(probability: number, a: number, b: number): number {
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
