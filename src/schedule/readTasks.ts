import { MINUTE } from '../math/zonedTime.ts';
import type { Review } from './schedule.ts';
import type { WaitingReview, WaitingUnit } from './schedulingPolicy.ts';

type Steps = readonly { readonly unitId: string; readonly minutes?: number | null }[];

const mostMinutes = 1_000_000;

/** Checks units and reviews and hands them on as waiting tasks: units in path order, reviews by due date. */
export function readTasks(
  path: { readonly steps: Steps },
  given: readonly Review[],
  defaultMinutes: number | undefined,
): { units: WaitingUnit[]; reviews: WaitingReview[] } {
  if (!Array.isArray(path?.steps))
    throw new TypeError('buildSchedule: path must have steps, such as a path of planPath');
  if (!Array.isArray(given)) throw new TypeError('buildSchedule: reviews must be an array');
  const newUnit = onceEach('unit');
  const units = (path.steps as Steps).map(({ unitId, minutes }): WaitingUnit => {
    newUnit(unitId);
    const needed = minutes ?? defaultMinutes;
    if (needed === undefined) {
      throw new RangeError(`buildSchedule: unit "${unitId}" has no minutes; give it minutes or pass defaultMinutes`);
    }
    return { kind: 'unit', id: unitId, missingMs: taskMs(`unit "${unitId}"`, needed) };
  });
  const newReview = onceEach('review');
  const reviews = given.map(({ id, dueAt, minutes, retrievability = 1 }): WaitingReview => {
    newReview(id);
    if (!Number.isFinite(dueAt)) {
      throw new RangeError(`buildSchedule: dueAt of review "${id}" must be epoch ms, got ${dueAt}`);
    }
    if (!(retrievability >= 0 && retrievability <= 1)) {
      throw new RangeError(`buildSchedule: retrievability of review "${id}" must lie in [0, 1], got ${retrievability}`);
    }
    return { kind: 'review', id, missingMs: taskMs(`review "${id}"`, minutes), dueAt };
  });
  return { units, reviews: reviews.sort((left, right) => left.dueAt - right.dueAt) };
}

/** Minutes in whole ms; throws when below `lowest`. Infinity stays. */
export function toMs(what: string, minutes: number, lowest: number): number {
  if (typeof minutes !== 'number') throw new TypeError(`${what} must be a number, got ${typeof minutes}`);
  if (!(minutes >= lowest)) throw new RangeError(`${what} must be at least ${lowest}, got ${minutes}`);
  return Math.round(minutes * MINUTE);
}

function taskMs(what: string, minutes: number): number {
  if (typeof minutes !== 'number') {
    throw new TypeError(`buildSchedule: minutes of ${what} must be a number, got ${typeof minutes}`);
  }
  if (!(minutes > 0 && minutes <= mostMinutes)) {
    throw new RangeError(`buildSchedule: minutes of ${what} must lie above 0 and up to ${mostMinutes}, got ${minutes}`);
  }
  return Math.max(1, Math.round(minutes * MINUTE));
}

function onceEach(kind: string): (id: string) => void {
  const seen = new Set<string>();
  return (id) => {
    if (typeof id !== 'string' || id === '') {
      throw new TypeError(`buildSchedule: every ${kind} needs a non-empty id, got ${JSON.stringify(id)}`);
    }
    if (seen.has(id)) throw new RangeError(`buildSchedule: ${kind} "${id}" is listed twice; give each id once`);
    seen.add(id);
  };
}
