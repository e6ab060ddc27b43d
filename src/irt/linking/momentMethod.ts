import { checkOrdered, flatItem } from '../metric/flatItem.ts';
import type { CommonItem, LinkingMethod } from './linkingMethod.ts';

/** Moments of the common items on one scale. */
interface Moments {
  /** Mean slope of the items. */
  readonly a: number;
  /** Mean and standard deviation of all difficulties, thresholds and steps. */
  readonly mean: number;
  readonly sd: number;
}

/** The linking method that matches mean difficulty, with a slope of its own kind. */
export function momentMethod(name: string, slopeOf: (before: Moments, after: Moments) => number): LinkingMethod {
  return {
    name,
    options: {},
    link(common, shiftOnly) {
      const [before, after] = [momentsOf(name, common, 'oldItem'), momentsOf(name, common, 'newItem')];
      const found = shiftOnly ? 1 : slopeOf(before, after);
      const isFound = found > 0 && found < Infinity;
      const slope = isFound ? found : 1;
      return { slope, intercept: before.mean - slope * after.mean, status: isFound ? 'ok' : 'noSpread' };
    },
  };
}

function momentsOf(where: string, common: readonly CommonItem[], scale: 'oldItem' | 'newItem'): Moments {
  let a = 0;
  const steps = common.flatMap(({ [scale]: item }) => {
    checkOrdered(where, item);
    const flat = flatItem(item);
    a += flat.a / common.length;
    return flat.b;
  });
  const mean = steps.reduce((sum, b) => sum + b, 0) / steps.length;
  return { a, mean, sd: Math.sqrt(steps.reduce((sum, b) => sum + (b - mean) ** 2, 0) / steps.length) };
}
