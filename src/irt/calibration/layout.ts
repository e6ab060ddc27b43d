import type { CalibrationForm } from './forms/calibrationForm.ts';

/** An item to be calibrated: its form, its highest category and where its slots are among all parameters. */
export interface ItemPlace {
  readonly id: string;
  readonly form: CalibrationForm;
  readonly top: number;
  readonly at: Int32Array;
  /** Anchored: its parameters stay as they are. */
  readonly isFixed: boolean;
}

/** Where everything is in the vector of parameters. */
export interface Layout {
  readonly places: readonly ItemPlace[];
  /** Number of slots of items. */
  readonly size: number;
  /** Items that share slots, together; all others alone. Fixed items are in none. */
  readonly clusters: readonly (readonly number[])[];
}

/** Gives every item its places; `shared` slots are common to items of one form with as many categories. */
export function layoutOf(
  items: readonly {
    readonly id: string;
    readonly form: CalibrationForm;
    readonly top: number;
    readonly isFixed: boolean;
  }[],
): Layout {
  const shared = new Map<string, number>();
  const scales = new Map<string, number[]>();
  const clusters: number[][] = [];
  let size = 0;
  const places = items.map((item, j) => {
    const { form, top, isFixed } = item;
    const slots = form.slots(top);
    const scale = `${form.name} ${top}`;
    if (!isFixed) {
      const cluster = slots.includes('shared') ? (scales.get(scale) ?? []) : [];
      if (cluster.length === 0) clusters.push(cluster);
      cluster.push(j);
      if (slots.includes('shared')) scales.set(scale, cluster);
    }
    const at = slots.map((slot, k) => {
      if (slot !== 'shared' || isFixed) return size++;
      const key = `${scale} ${k}`;
      const place = shared.get(key) ?? size++;
      shared.set(key, place);
      return place;
    });
    return { ...item, at: Int32Array.from(at) };
  });
  return { places, size, clusters };
}

/** The slots of an item out of all parameters. */
export function slotsOf({ at }: ItemPlace, all: Float64Array): Float64Array {
  const own = new Float64Array(at.length);
  for (let k = 0; k < at.length; k++) own[k] = all[at[k]!]!;
  return own;
}
