/** Places of the individuals from the least fit to the fittest; equally fit ones in the order given. */
export function ranked(fitness: Float64Array): Int32Array {
  return Int32Array.from(fitness.keys()).sort((left, right) => fitness[left]! - fitness[right]! || left - right);
}
