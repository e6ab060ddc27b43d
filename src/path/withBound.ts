import type { Arranged } from './arrange.ts';
import { lowerBound } from './lowerBound.ts';
import type { Path } from './path.ts';

/** The path with a lower bound: its own cost when it is proved optimal, which it also is when it reaches that of its problem. */
export function withBound({ path, problem }: Arranged): Path & { readonly lowerBound: number } {
  if (path.proof === 'optimal' || problem.size < 2) return { ...path, proof: 'optimal', lowerBound: path.cost };
  const bound = Math.max(0, lowerBound(problem) / (problem.size - 1));
  if (path.cost <= bound + 1e-12) return { ...path, proof: 'optimal', lowerBound: path.cost };
  return { ...path, lowerBound: bound };
}
