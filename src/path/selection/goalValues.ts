import { check, checkAbove, checkOnce } from '../../math/check.ts';
import type { GoalWorth } from './selection.ts';

const EXACT = 2 ** 50; // sums stay below it, where whole numbers are exact

/** What each goal is worth, 1 where nothing is said. */
export function worthOf(where: string, goals: ReadonlySet<string>, worth: readonly GoalWorth[]): Map<string, number> {
  const values = new Map([...goals].map((id) => [id, 1]));
  checkOnce(
    where,
    'worth of competency',
    worth.map(({ competencyId }) => competencyId),
  );
  for (const { competencyId: id, value } of worth) {
    check(goals.has(id), where, 'competencyId of worth', id, 'one of the goals');
    checkAbove(where, `worth of "${id}"`, value, -Number.MIN_VALUE);
    values.set(id, value);
  }
  return values;
}

/**
 * The factor that turns worths into whole numbers: the least power of ten that does, as far as sums stay exact beside
 * `lesser` things that together count less than the smallest difference.
 */
export function scaleOf(worths: readonly number[], lesser: number): number {
  const total = worths.reduce((sum, worth) => sum + worth, 0) * (lesser + 1);
  const largest = total > 0 ? 10 ** Math.floor(Math.log10(EXACT / total)) : 1;
  let scale = Math.min(1, largest);
  const whole = (worth: number) => Math.abs(worth * scale - Math.round(worth * scale)) < 1e-9;
  while (scale < largest && !worths.every(whole)) scale *= 10;
  return scale;
}
