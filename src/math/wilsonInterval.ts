/**
 * Wilson's interval for a share: all p whose distance from the observed one is at most z standard errors at p.
 *
 * (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n); it stays in [0, 1]. Wilson, E. B. (1927). Journal of the American
 * Statistical Association 22, 209-212. `n` is 1 or more; z = 1.96 gives 95 %.
 */
export function wilsonInterval(count: number, n: number, z = 1.959963984540054): [lower: number, upper: number] {
  const share = count / n;
  const add = (z * z) / n;
  const half = z * Math.sqrt((share * (1 - share)) / n + add / 4 / n);
  const end = (sign: number) => (share + add / 2 + sign * half) / (1 + add);
  return [count === 0 ? 0 : end(-1), count === n ? 1 : end(1)];
}
