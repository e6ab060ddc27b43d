import type { Arranged } from './arrange.ts';
import { lowerBound } from './lowerBound.ts';
import type { Path } from './path.ts';

/** The path with the lower bound of its problem; a path that reaches it is optimal. */
export function withBound({ path, problem }: Arranged): Path & { readonly lowerBound: number } {
  const links = Math.max(1, problem.size - 1);
  const bound = Math.max(0, lowerBound(problem) / links);
  const reached = problem.size < 2 || path.cost <= bound + 1e-12;
  return { ...path, proof: reached ? 'optimal' : path.proof, lowerBound: Math.min(bound, path.cost) };
}
