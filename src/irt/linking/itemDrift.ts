import type { NormalGrid } from '../../math/normalGrid.ts';
import { categoryCurves } from '../categoryCurves.ts';
import { flatItem, type OrderedItem } from '../metric/flatItem.ts';
import type { CommonItem } from './linkingMethod.ts';
import type { LinearScale } from './transformItems.ts';

/** How far a common item, brought to the old scale, is from what it was there. */
export interface ItemDrift {
  readonly id: string;
  /** Whether it stands out by more than the limits. */
  readonly drifts: boolean;
  /** Mean difficulty on the old scale minus the transformed one, in logits; null for nominal items. */
  readonly difference: number | null;
  /** Robust z of that difference among the common items; null where three in four of them do not differ, and for nominal items. */
  readonly difficultyZ: number | null;
  /** Robust z of log(a_old / a_transformed), likewise. */
  readonly slopeZ: number | null;
  /** Mean area between the category curves, 0 to 1: half the absolute differences, averaged over a standard normal population. */
  readonly area: number;
  /** Mean squared difference of the category curves, halved: for two categories that of the curve of right answers. */
  readonly d2: number;
}

const NO_SPREAD = 1e-9;

/** The drift of every common item under a link. Curves are compared at the nodes of `grid`, on the old scale. */
export function itemDrift(
  common: readonly CommonItem[],
  { slope, intercept }: LinearScale,
  { z, weight }: NormalGrid,
): Omit<ItemDrift, 'drifts'>[] {
  const back = z.map((theta) => (theta - intercept) / slope);
  const offs = common.map(({ oldItem, newItem }) => {
    if (oldItem.model === 'nominal') return null;
    const [before, after] = [flatItem(oldItem), flatItem(newItem as OrderedItem)];
    const steps = before.b.map((b, k) => b - slope * after.b[k]! - intercept);
    return [steps.reduce((sum, b) => sum + b, 0) / steps.length, Math.log((before.a * slope) / after.a)];
  });
  const [difficultyZ, slopeZ] = [0, 1].map((k) => robustZ(offs.map((off) => off?.[k] ?? null)));
  return common.map(({ oldItem, oldModel, newItem, newModel }, j) => {
    const after = categoryCurves(newModel, newItem, back);
    let [area, d2] = [0, 0];
    for (const [k, curve] of categoryCurves(oldModel, oldItem, z).entries()) {
      for (const [q, w] of weight.entries()) {
        const off = curve[q]! - after[k]![q]!;
        area += (w * Math.abs(off)) / 2;
        d2 += (w * off * off) / 2;
      }
    }
    return {
      id: oldItem.id,
      difference: offs[j]?.[0] ?? null,
      difficultyZ: difficultyZ![j]!,
      slopeZ: slopeZ![j]!,
      area,
      d2,
    };
  });
}

/** (x - median) / (0.74 interquartile range); null where x is, and where there is no such range. */
function robustZ(values: readonly (number | null)[]): (number | null)[] {
  const sorted = values.filter((x) => x !== null).sort((left, right) => left - right);
  const quantile = (p: number): number => {
    const at = p * (sorted.length - 1);
    const low = Math.floor(at);
    return sorted[low]! + (at - low) * (sorted[Math.ceil(at)]! - sorted[low]!);
  };
  const spread = 0.74 * (quantile(0.75) - quantile(0.25));
  return values.map((x) => (x !== null && spread > NO_SPREAD ? (x - quantile(0.5)) / spread : null));
}
