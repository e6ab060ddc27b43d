import type { AbilityMethod, AnsweredItems } from './abilityMethod.ts';
import { checkBounds } from './checkBounds.ts';
import { maximiseWithin, steepest } from './maximiseAbility.ts';

/** Options of {@link wle}. */
export interface WleOptions {
  /** Lowest and highest ability considered; [-10, 10] when absent. */
  readonly bounds?: readonly [lower: number, upper: number];
}

/**
 * Weighted likelihood ability (Warm): maximum likelihood with its bias of order 1 / n removed, finite for every answer pattern.
 *
 * The highest point of log L + W, where W' = J / (2 I), I = sum of P'^2 / P and J = sum of P' P'' / P over items and categories;
 * the standard error is 1 / sqrt(I), as in catR and TAM. Without guessing or slipping the weight exp(W) is sqrt(I), Jeffreys' prior;
 * mirt takes that for three- and four-parameter items, too, where it is something else. In the rare case that the estimate lies beyond
 * the bounds (very easy or hard items), theta is the bound, the error null and the status `unbounded`.
 *
 * Warm, T. A. (1989). Psychometrika 54, 427-450; for more than two categories Penfield, R. D. & Bergeron, J. M. (2005).
 * Applied Psychological Measurement 29, 218-233.
 *
 * @param options bounds in logits
 * @returns the method, to be passed as `by`
 * @throws RangeError for bounds in the wrong order or beyond 1000 logits
 * @remarks O(answers x looks), a few dozen looks for usual tests. Without answers theta is the middle of the bounds, status `empty`.
 * @example
 * import { estimateAbility, wle } from 'tutelage/irt';
 *
 * const items = [-1, 0, 1].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * const { theta, se } = estimateAbility(items, [1, 1, 1], { by: wle() });
 * [theta, se]; // => [2.295, 1.868]
 */
export function wle({ bounds = [-10, 10] }: WleOptions = {}): AbilityMethod {
  checkBounds('wle', bounds);
  return {
    name: 'wle',
    options: { bounds },
    estimate(answered) {
      // |J / I| is no larger than the steepest slope, so that it cannot turn the sign of a larger score
      const slack = steepest(answered);
      const weight = (t: number) => weightSlope(answered, t);
      return maximiseWithin(
        'wle',
        answered,
        bounds,
        {
          slope: (t, score) => (Math.abs(score) > slack ? score : score + weight(t)),
          value: (t) => simpson(weight, bounds[0], t, Math.min(20_000, 60 + 4 * slack * (t - bounds[0]))),
          bend: 0,
          slack,
        },
        'expected',
      );
    },
  };
}

/**
 * J / (2 I). With score s and curvature h of an answer, P'^2 / P = P s^2 and P' P'' / P = P s (h + s^2), so this is half the mean of
 * h / s + s weighted by P s^2; weights relative to the largest, because all of them underflow far from steep items.
 */
function weightSlope({ items, models }: AnsweredItems, theta: number): number {
  let top = -Infinity;
  let information = 0;
  let bend = 0;
  for (let k = 0; k < items.length; k++) {
    const model = models[k]!;
    const item = items[k]!;
    for (let answer = model.categories(item) - 1; answer >= 0; answer--) {
      const s = model.score(item, theta, answer);
      if (s === 0) continue;
      const log = model.logProbability(item, theta, answer) + 2 * Math.log(Math.abs(s));
      if (log > top) {
        const shrink = Math.exp(top - log);
        information *= shrink;
        bend *= shrink;
        top = log;
      }
      const weight = Math.exp(log - top);
      information += weight;
      bend += weight * (s + model.curvature(item, theta, answer) / s);
    }
  }
  return information > 0 ? bend / information / 2 : 0;
}

/** The integral of f from `from` to `to` by Simpson's rule; only differences between local maxima rest on it. */
function simpson(f: (t: number) => number, from: number, to: number, atLeast: number): number {
  const panels = Math.ceil(atLeast);
  const h = (to - from) / panels;
  let sum = f(from) - f(to);
  for (let k = 1; k <= panels; k++) sum += 4 * f(from + (k - 0.5) * h) + 2 * f(from + k * h);
  return (sum * h) / 6;
}
