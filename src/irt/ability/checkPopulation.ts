import type { Population } from './abilityMethod.ts';

const WIDEST = 1000; // logits; wider than any scale in use, narrow enough that no sum of logarithms overflows

/** Throws unless mean and standard deviation are numbers that a scale of ability can have. */
export function checkPopulation(where: string, { mean, sd }: Population): void {
  if (Math.abs(mean) <= WIDEST && sd >= 1e-9 && sd <= WIDEST && typeof mean === 'number' && typeof sd === 'number')
    return;
  throw new RangeError(
    `${where}: population needs a finite mean and an sd above 0, neither beyond ${WIDEST} logits, got mean ${mean} and sd ${sd}`,
  );
}
