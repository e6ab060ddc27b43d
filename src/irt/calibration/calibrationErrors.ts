import { choleskyInverse } from '../../math/choleskyInverse.ts';
import type { Item } from '../item.ts';
import type { CalibrationErrors, ItemParameters } from './calibration.ts';
import type { Fitting, Summit } from './climb.ts';
import { slotsOf } from './layout.ts';
import { observedInformation } from './observedInformation.ts';

const STEP = 1e-6;

/**
 * Standard errors of items as written and of populations, by the delta method from the slots' covariance: the inverse of the observed
 * information H, or with `isRobust` the sandwich H^-1 C H^-1 with C the cross-products of the persons' scores (White 1982). Null when H
 * is not positive definite: then the answers do not determine every parameter.
 */
export function calibrationErrors(
  fitting: Fitting,
  summit: Summit,
  items: readonly Item[],
  isRobust: boolean,
): CalibrationErrors | null {
  const { free, observed, crossed } = observedInformation(fitting, summit);
  const n = free.length;
  let covariance = choleskyInverse(observed, n);
  if (!covariance) return null;
  if (isRobust) covariance = product(product(covariance, crossed, n), covariance, n);
  const order = new Map(free.map((place, k) => [place, k]));
  const at = (place: number, other: number) => covariance[order.get(place)! * n + order.get(other)!]!;
  const seOf = (place: number) => (order.has(place) ? Math.sqrt(at(place, place)) : 0);
  return {
    items: items.map((item, j) => {
      const place = fitting.layout.places[j]!;
      const zero = numbersOf(item).map(() => 0);
      if (place.isFixed) return shaped(item, zero);
      const slots = slotsOf(place, summit.all);
      const slopes = Array.from(slots, (_, k) => {
        const [lower, upper] = [-STEP, STEP].map((step) => {
          const moved = slots.slice();
          moved[k]! += step;
          return numbersOf(place.form.write(item.id, moved));
        }) as [number[], number[]];
        return upper.map((value, m) => (value - lower[m]!) / (2 * STEP));
      });
      return shaped(
        item,
        zero.map((_, m) => {
          let variance = 0;
          for (const [k, a] of place.at.entries()) {
            for (const [l, b] of place.at.entries()) variance += slopes[k]![m]! * slopes[l]![m]! * at(a, b);
          }
          return Math.sqrt(Math.max(0, variance)); // rounding of a variance that is 0
        }),
      );
    }),
    population: fitting.groups.map((_, g) => {
      const place = fitting.layout.size + 2 * g;
      return { mean: seOf(place), sd: seOf(place + 1) };
    }),
  };
}

/** The parameters of an item in a row. */
function numbersOf({ id: _, model: __, ...parameters }: Item): number[] {
  return (Object.values(parameters) as (number | number[])[]).flat();
}

/** Numbers in the shape of the parameters of an item. */
function shaped({ id, model: _, ...parameters }: Item, numbers: readonly number[]): ItemParameters {
  let next = 0;
  const take = (value: number | readonly number[]) =>
    typeof value === 'number' ? numbers[next++]! : value.map(() => numbers[next++]!);
  const taken = Object.entries(parameters).map(([name, value]) => [name, take(value)]);
  return { id, ...Object.fromEntries(taken) };
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const c = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const value = a[i * n + k]!;
      for (let j = 0; j < n; j++) c[i * n + j]! += value * b[k * n + j]!;
    }
  }
  return c;
}
