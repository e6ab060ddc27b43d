import { check, checkAbove, checkOnce } from '../../math/check.ts';
import type { GoalWorth } from './selection.ts';

const EXACT = 2 ** 50; // sums stay below it, where whole numbers are exact

/** What each goal is worth, 1 where nothing is said. */
export function worthOf(
  where: string,
  goals: readonly string[],
  worth: readonly GoalWorth[] = [],
): Map<string, number> {
  const values = new Map(goals.map((id) => [id, 1]));
  checkOnce(
    where,
    'competencyId of worth',
    worth.map(({ competencyId }) => competencyId),
  );
  for (const { competencyId, value } of worth) {
    check(values.has(competencyId), where, 'competencyId of worth', competencyId, 'one of the goals');
    checkAbove(where, `worth of "${competencyId}"`, value, -Number.MIN_VALUE);
    values.set(competencyId, value);
  }
  return values;
}

/** The least power of ten that turns worths into whole numbers, as far as their sum stays exact when multiplied by `factor`. */
export function scaleOf(worths: readonly number[], factor: number): number {
  const total = worths.reduce((sum, worth) => sum + worth, 0) * factor;
  const largest = total > 0 ? 10 ** Math.floor(Math.log10(EXACT / total)) : 1;
  let scale = Math.min(1, largest);
  const whole = (worth: number) => Math.abs(worth * scale - Math.round(worth * scale)) < 1e-9;
  while (scale < largest && !worths.every(whole)) scale *= 10;
  return scale;
}
