import type { Item } from '../item.ts';
import { flatItem, isCurve } from './flatItem.ts';

const FREE = { rasch: '2pl', pcm: 'gpcm', rating: 'gpcm' };

/**
 * The item with its slope times `factor` and its difficulties put through slope x b + intercept; of a model with a slope where its own
 * holds that at 1. Kernel: no checks.
 */
export function moveItem(item: Item, factor: number, slope: number, intercept: number): Item {
  if (item.model === 'nominal') {
    const a = item.a.map((value) => value * factor);
    return { ...item, a, c: item.c.map((value, k) => value - a[k]! * intercept) };
  }
  if (item.model === 'rating' && factor === 1) return { ...item, b: item.b + intercept };
  const { a, b } = flatItem(item);
  const steps = b.map((value) => slope * value + intercept);
  const { thresholds: _, ...moved } = { thresholds: 0, ...item, b: isCurve(item) ? steps[0]! : steps };
  const model = FREE[item.model as 'pcm'] ?? item.model;
  return (factor === 1 ? moved : { ...moved, model, a: a * factor }) as Item;
}
