import { check } from '../../math/check.ts';
import type { Genes, Genome } from '../evolution.ts';

/**
 * A genome whose first individuals are given: a warm start. The rest of the population is drawn as usual.
 *
 * @param individuals what to begin with, the first of them first; those beyond the population are not used
 * @param genome what to draw the others from
 * @throws RangeError or TypeError for an individual with another number of genes, or genes that are no finite numbers
 * @remarks It cannot tell whether an individual means anything to the fitness: an order has to name each number once.
 * @example
 * import { permutation, startingWith } from 'tutelage/genetic';
 *
 * startingWith([[2, 0, 1]], permutation(3)).size; // => 3
 */
export function startingWith<G extends Genes = Int32Array>(
  individuals: readonly ArrayLike<number>[],
  genome: Genome<G>,
): Genome<G> {
  const { name, size } = genome;
  const whole = genome.empty() instanceof Int32Array;
  for (const [k, individual] of individuals.entries()) {
    if (individual?.length !== size) {
      throw new RangeError(`startingWith: individual ${k} has ${individual?.length} genes, the genome ${size}`);
    }
    for (let gene = 0; gene < size; gene++) {
      const value = individual[gene]!;
      const fine = whole ? Number.isInteger(value) && value === (value | 0) : Number.isFinite(value);
      check(fine, 'startingWith', `gene ${gene} of individual ${k}`, value, whole ? 'a whole number' : 'finite');
    }
  }
  const given = individuals.map((individual) => {
    const own = genome.empty();
    own.set(individual);
    return own;
  });
  return {
    name,
    size,
    empty: genome.empty,
    create(into, from, k) {
      if (k < given.length) into.set(given[k]!);
      else genome.create(into, from, k);
    },
  };
}
