const TOLERANCE = 2e-14;
const MOST_STEPS = 200;

/**
 * A point where a function that is above 0 at one end and below 0 at the other crosses 0: inverse quadratic steps where they can be
 * trusted, else halving. Chandrupatla, T. R. (1997). Advances in Engineering Software 28, 145-149.
 */
export function crossing(f: (t: number) => number, left: number, right: number): number {
  let [a, b, fa, fb] = [right, left, f(right), f(left)];
  let step = 0.5; // from a towards b
  for (let k = 0; k < MOST_STEPS; k++) {
    const least = (TOLERANCE * Math.max(1, Math.abs(a))) / Math.abs(b - a);
    if (fa === 0 || least > 0.5) break;
    const t = a + Math.min(Math.max(step, least), 1 - least) * (b - a);
    const ft = f(t);
    let [c, fc] = [a, fa];
    if (ft > 0 !== fa > 0) [c, fc, b, fb] = [b, fb, a, fa];
    [a, fa] = [t, ft];
    const along = (a - b) / (c - b);
    const down = (fa - fb) / (fc - fb);
    step =
      down ** 2 < along && (1 - down) ** 2 < 1 - along
        ? (fa / (fb - fa)) * (fc / (fb - fc)) + ((c - a) / (b - a)) * (fa / (fc - fa)) * (fb / (fc - fb))
        : 0.5;
  }
  return a;
}

/** A function of theta and what is known about it. */
export interface Hill {
  slope(theta: number): number;
  value(theta: number): number;
  /** Bends are seen by looking this closely, in logits. */
  readonly spacing: number;
  /** The slope loses at most this per logit of what it has above `slack`, so that stretches without a maximum can be skipped. */
  readonly bend: number;
  readonly slack: number;
}

/**
 * Where a function is highest on [lower, upper]. Every change of its slope from rising to falling is a local maximum, refined to the
 * last digits, and an end from which the function falls is one, too. Values are compared only when there are several. A slope of
 * exactly 0 is underflow and counts as more of the same; a function that is flat all over is highest in the middle.
 *
 * @returns the place, exactly `lower` or `upper` when it is an end
 */
export function highestPoint({ slope, value, spacing, bend, slack }: Hill, lower: number, upper: number): number {
  const peaks: number[] = [];
  let last = lower;
  let before = 0;
  for (let t = lower; ; ) {
    const now = slope(t);
    if (now < 0 && before >= 0) peaks.push(before > 0 ? crossing(slope, last, t) : lower);
    if (now !== 0) {
      last = t;
      before = now;
    }
    if (t >= upper) break;
    const next = t + Math.max(spacing, (Math.abs(now) - slack) / bend);
    t = next > t && next < upper ? next : upper;
  }
  if (before > 0) peaks.push(upper);
  if (peaks.length < 2) return peaks[0] ?? (lower + upper) / 2;
  const heights = peaks.map(value);
  return peaks[heights.indexOf(Math.max(...heights))]!;
}
