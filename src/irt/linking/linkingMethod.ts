import type { Item } from '../item.ts';
import type { ResponseModel } from '../responseModel.ts';

/** An item calibrated on both scales, each time with its model. */
export interface CommonItem {
  readonly oldItem: Item;
  readonly newItem: Item;
  readonly oldModel: ResponseModel;
  readonly newModel: ResponseModel;
}

/** What a linking method finds: theta_old = slope x theta_new + intercept. */
export interface FoundLink {
  readonly slope: number;
  readonly intercept: number;
  /** `noSpread`: difficulties do not differ, so the slope is left at 1. */
  readonly status: 'ok' | 'noSpread' | 'notConverged';
}

/** A way to link two scales through common items: a value such as `stockingLord()`. */
export interface LinkingMethod {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  /** The link from at least one common item; `shiftOnly` holds the slope at 1. */
  link(common: readonly CommonItem[], shiftOnly: boolean): FoundLink;
}
