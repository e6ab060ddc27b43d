import { check } from '../math/check.ts';

/** Throws unless `grade` is 1, 2, 3 or 4. */
export function checkGrade(where: string, grade: unknown): void {
  if (grade === 1 || grade === 2 || grade === 3 || grade === 4) return;
  const got = typeof grade === 'string' ? `"${grade}"` : grade;
  throw new RangeError(`${where}: grade must be 1 (again), 2 (hard), 3 (good) or 4 (easy), got ${got}`);
}

/** Throws unless days are finite and 0 or more. */
export function checkDays(where: string, elapsedDays: number): void {
  check(
    Number.isFinite(elapsedDays) && elapsedDays >= 0,
    where,
    'elapsedDays',
    elapsedDays,
    'a finite number of at least 0',
  );
}

/** Throws unless a retention lies in (0, 1]. */
export function checkRetention(where: string, retention: number): void {
  check(
    Number.isFinite(retention) && retention > 0 && retention <= 1,
    where,
    'requestedRetention',
    retention,
    'a number in (0, 1]; 0.9 is usual',
  );
}
