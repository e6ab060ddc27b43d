const TAIL = 3; // from here on the continued fraction; 90 levels settle it to the last bits
const LEVELS = 90;
const ROOT = Math.sqrt(2 * Math.PI);

/**
 * The probability that a standard normal variable is at most `z`.
 *
 * Near the mean the series 1/2 + phi(z) (z + z^3 / 3 + z^5 / (3 x 5) + ...), in the tails Laplace's continued fraction
 * phi(z) / (z + 1 / (z + 2 / (z + ...))): 26.2.11 and 26.2.14 of Abramowitz & Stegun (1964), Handbook of Mathematical
 * Functions. The lower tail keeps its relative accuracy as far as doubles go; for the upper one ask for `normalCdf(-z)`.
 */
export function normalCdf(z: number): number {
  const distance = Math.abs(z);
  const density = Math.exp(-0.5 * z * z) / ROOT;
  if (distance < TAIL) return 0.5 + density * series(z);
  let fraction = distance;
  for (let level = LEVELS; level > 0; level--) fraction = distance + level / fraction;
  const tail = density / fraction;
  return z < 0 ? tail : 1 - tail;
}

function series(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return sum;
}
