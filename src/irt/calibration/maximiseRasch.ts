import type { ExpectedCounts } from './expectedCounts.ts';
import { type RaschParameters, raschCurves } from './raschCurves.ts';

const LONGEST_STEP = 2;

/**
 * The maximisation step: one Newton step for all difficulties and the standard deviation of ability together, on the
 * expected complete-data log-likelihood. That function is concave in (b, sd) and its Hessian is an arrow (difficulties
 * meet only sd), so the step costs O(items x nodes).
 */
export function maximiseRasch(
  { tried, right }: ExpectedCounts,
  z: Float64Array,
  { b, sd }: RaschParameters,
): RaschParameters {
  const nodes = z.length;
  const items = b.length;
  const curves = raschCurves({ b, sd }, z);
  const slope = new Float64Array(items); // gradient in b
  const bend = new Float64Array(items); // -d2/db2
  const cross = new Float64Array(items); // -d2/db dsd, with its sign turned
  let slopeSd = 0;
  let bendSd = 0;
  for (let j = 0, k = 0; j < items; j++) {
    for (let q = 0; q < nodes; q++, k++) {
      const p = curves.right[k]!;
      const surplus = right[k]! - tried[k]! * p;
      const variance = tried[k]! * p * (1 - p);
      slope[j]! -= surplus;
      slopeSd += z[q]! * surplus;
      bend[j]! += variance;
      cross[j]! += z[q]! * variance;
      bendSd += z[q]! * z[q]! * variance;
    }
  }
  let left = bendSd;
  let rightSide = slopeSd;
  for (let j = 0; j < items; j++) {
    left -= (cross[j]! * cross[j]!) / bend[j]!;
    rightSide += (cross[j]! / bend[j]!) * slope[j]!;
  }
  const stepSd = left > 0 ? rightSide / left : 0;
  const next = b.map((value, j) => value + clamp((slope[j]! + cross[j]! * stepSd) / bend[j]!));
  return { b: next, sd: Math.abs(sd + clamp(stepSd)) };
}

/** Keeps a Newton step from overshooting far from the optimum; near it steps are small and untouched. */
function clamp(step: number): number {
  return Math.min(LONGEST_STEP, Math.max(-LONGEST_STEP, step));
}
