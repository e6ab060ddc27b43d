/**
 * How unsure a share is that was seen in `n` answers: the standard deviation of Beta(1 + n share, 1 + n (1 - share)), the posterior from a
 * flat prior. It is not 0 when all answers are right.
 */
export function shareSd(share: number, n: number): number {
  const mean = (1 + n * share) / (n + 2);
  return Math.sqrt((mean * (1 - mean)) / (n + 3));
}
