import { check, checkList, checkWhole } from '../math/check.ts';
import type { LearningContext } from './learningContext.ts';

/** The latest instant of a Date, in epoch ms. */
const LAST_INSTANT = 8.64e15;

/** Throws for a context whose numbers or lists are none: NaN minutes would let everything pass. */
export function checkContext(where: string, context: LearningContext): void {
  check(
    typeof context === 'object' && context !== null,
    where,
    'context',
    context,
    'an object; {} when nothing is known',
  );
  for (const name of ['minutes', 'bandwidthKbps'] as const) {
    const value = context[name];
    if (value === undefined) continue;
    check(Number.isFinite(value) && value >= 0, where, `context.${name}`, value, 'a finite number of 0 or more');
  }
  if (context.people !== undefined) checkWhole(where, 'context.people', context.people, 1);
  const { now } = context;
  if (now !== undefined) check(Math.abs(now) <= LAST_INSTANT, where, 'context.now', now, 'epoch milliseconds');
  for (const name of ['downloaded', 'supports'] as const) {
    if (context[name] !== undefined) checkList(where, `context.${name}`, context[name]);
  }
}
