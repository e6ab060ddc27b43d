import { log1pExp } from '../../../math/log1pExp.ts';
import { logistic } from '../../../math/logistic.ts';
import type { GradedItem } from '../../item.ts';
import { type CalibrationForm, cumulativeLogits } from './calibrationForm.ts';

/** P(answer >= k) = logistic(a theta + intercept[k]); slots a, intercept 1, intercept 2, ..., which fall. */
export const gradedForm: CalibrationForm<GradedItem> = {
  name: 'graded',
  hasSlope: true,
  slots: (top) => ['a', ...Array.from({ length: top }, () => 'intercept' as const)],
  start: (counts) => [1, ...cumulativeLogits(counts)],
  read: ({ a, b }) => [a, ...b.map((value) => -a * value)],
  write: (id, [a, ...rest]: number[]) => ({ id, model: 'graded', a: a!, b: rest.map((value) => -value / a!) }),
  rescale(p, mean, sd) {
    for (let k = 1; k < p.length; k++) p[k]! += p[0]! * mean;
    p[0]! *= sd;
  },
  fill(p, theta, log, slope) {
    const nodes = theta.length;
    const top = p.length - 1;
    const step = (top + 1) * nodes;
    slope?.fill(0);
    for (let k = 0; k <= top; k++) {
      // P(k) = L(x) L(-y) (1 - e), x and y being the logits of reaching k and k + 1, e = exp(y - x)
      const e = k > 0 && k < top ? Math.exp(p[k + 1]! - p[k]!) : 0;
      const gap = Math.log1p(-e);
      const share = e / (1 - e);
      for (let q = 0, at = k * nodes; q < nodes; q++, at++) {
        const x = k > 0 ? p[0]! * theta[q]! + p[k]! : Infinity;
        const y = k < top ? p[0]! * theta[q]! + p[k + 1]! : -Infinity;
        log[at] = gap - log1pExp(-x) - log1pExp(y);
        if (!slope) continue;
        const byX = logistic(-x);
        const byY = -logistic(y);
        slope[at] = theta[q]! * (byX + byY);
        if (k > 0) slope[k * step + at] = byX + share;
        if (k < top) slope[(k + 1) * step + at] = byY - share;
      }
    }
  },
};
