import type { Item } from '../item.ts';
import type { ItemPlace } from './layout.ts';
import type { Priors } from './priors/prior.ts';

/** The log-density of an item's slots under the priors; a function of slots, 0 without priors. */
export function logPrior({ form, id, top }: ItemPlace, priors: Priors, slots: ArrayLike<number>): number {
  const kinds = form.slots(top);
  const item = form.write(id, slots) as Item & Readonly<Record<string, number | readonly number[]>>;
  let sum = 0;
  for (const name of ['a', 'b', 'c', 'd'] as const) {
    const prior = name === 'c' && form.name === 'nominal' ? priors.intercept : priors[name];
    const value = item[name];
    if (!prior || value === undefined) continue;
    // the first category of a nominal item has slope and intercept 0 by definition
    const values = typeof value === 'number' ? [value] : form.name === 'nominal' ? value.slice(1) : value;
    for (const each of values) sum += prior.logDensity(each);
  }
  if (priors.intercept && form.name !== 'nominal') {
    for (const [k, kind] of kinds.entries()) if (kind === 'intercept') sum += priors.intercept.logDensity(slots[k]!);
  }
  return sum;
}

const STEP = 1e-4;

/** Adds the gradient and, row-major, the Hessian of a function at a point to `gradient` and `hessian`, by central differences. */
export function addDerivatives(
  f: (at: Float64Array) => number,
  at: Float64Array,
  gradient: Float64Array,
  hessian: Float64Array,
): void {
  const n = at.length;
  const moved = (i: number, di: number, j = i, dj = 0) => {
    const point = at.slice();
    point[i]! += di * STEP;
    point[j]! += dj * STEP;
    return f(point);
  };
  const middle = f(at);
  for (let i = 0; i < n; i++) {
    const [lower, upper] = [moved(i, -1), moved(i, 1)];
    // fourth order: the error is of the order of STEP^4
    gradient[i]! += (8 * (upper - lower) - moved(i, 2) + moved(i, -2)) / (12 * STEP);
    hessian[i * n + i]! += (upper - 2 * middle + lower) / (STEP * STEP);
    for (let j = 0; j < i; j++) {
      const cross =
        (moved(i, 1, j, 1) - moved(i, 1, j, -1) - moved(i, -1, j, 1) + moved(i, -1, j, -1)) / (4 * STEP * STEP);
      hessian[i * n + j]! += cross;
      hessian[j * n + i]! += cross;
    }
  }
}
