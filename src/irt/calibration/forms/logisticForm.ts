import { logistic } from '../../../math/logistic.ts';
import type { FourPlItem, Item, RaschItem, ThreePlItem, TwoPlItem } from '../../item.ts';
import { type CalibrationForm, cumulativeLogits, type Slot } from './calibrationForm.ts';

const SLOTS: readonly Slot[] = ['a', 'intercept', 'logitC', 'logitD'];
const START = 1.5; // logits of the asymptotes: c = 0.18, d = 0.82 at first

/** P = c + (d - c) logistic(a theta + intercept) with as many free slots as the model has; Rasch has the intercept alone. */
export function logisticForm<I extends RaschItem | TwoPlItem | ThreePlItem | FourPlItem>(
  name: I['model'],
): CalibrationForm<I> {
  const free = ['2pl', '3pl', '4pl'].indexOf(name) + 2;
  const isRasch = free === 1;
  const slots = isRasch ? SLOTS.slice(1, 2) : SLOTS.slice(0, free);
  return {
    name,
    hasSlope: !isRasch,
    slots: () => slots,
    start(counts) {
      const [intercept] = cumulativeLogits(counts) as [number];
      return isRasch ? [intercept] : [1, intercept, -START, START].slice(0, free);
    },
    read(item: Item) {
      const { a = 1, b, c = 0, d = 1 } = item as Partial<FourPlItem> & RaschItem;
      return isRasch ? [-b] : [a, -a * b, Math.log(c / (1 - c)), Math.log(d / (1 - d))].slice(0, free);
    },
    write(id, p) {
      if (isRasch) return { id, model: name, b: -p[0]! } as I;
      const item = { id, model: name, a: p[0]!, b: -p[1]! / p[0]! };
      const c = free > 2 && { c: logistic(p[2]!) };
      return { ...item, ...c, ...(free > 3 && { d: logistic(p[3]!) }) } as unknown as I;
    },
    rescale(p, mean, sd) {
      if (isRasch) p[0]! += mean;
      else {
        p[1]! += p[0]! * mean;
        p[0]! *= sd;
      }
    },
    fill(p, theta, log, slope) {
      const nodes = theta.length;
      const a = isRasch ? 1 : p[0]!;
      const intercept = isRasch ? p[0]! : p[1]!;
      const c = free > 2 ? logistic(p[2]!) : 0;
      const d = free > 3 ? logistic(p[3]!) : 1;
      const impossible = d > c ? 0 : Number.NaN;
      for (let q = 0; q < nodes; q++) {
        const z = a * theta[q]! + intercept;
        const small = Math.exp(-Math.abs(z));
        const up = z > 0 ? 1 / (1 + small) : small / (1 + small);
        const down = z > 0 ? small / (1 + small) : 1 / (1 + small);
        const rest = Math.log1p(small);
        const right = c + (d - c) * up;
        const wrong = 1 - d + (d - c) * down;
        log[q] = (free < 4 ? -rest - Math.max(z, 0) + Math.log1p(-c) : Math.log(wrong)) + impossible;
        log[nodes + q] = (free < 3 ? -rest + Math.min(z, 0) : Math.log(right)) + impossible;
        if (!slope) continue;
        const ofRight = free < 3 ? down : ((d - c) * up * down) / right;
        const ofWrong = free < 4 ? -up : (-(d - c) * up * down) / wrong;
        let at = q;
        if (!isRasch) {
          slope[at] = theta[q]! * ofWrong;
          slope[at + nodes] = theta[q]! * ofRight;
          at += 2 * nodes;
        }
        slope[at] = ofWrong;
        slope[at + nodes] = ofRight;
        if (free > 2) {
          at += 2 * nodes;
          slope[at] = free < 4 ? -c : (-c * (1 - c) * down) / wrong;
          slope[at + nodes] = (c * (1 - c) * down) / right;
        }
        if (free > 3) {
          at += 2 * nodes;
          slope[at] = (-d * (1 - d) * up) / wrong;
          slope[at + nodes] = (d * (1 - d) * up) / right;
        }
      }
    },
  };
}
