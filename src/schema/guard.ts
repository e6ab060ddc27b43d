import type { Issue } from './result.ts';

const MOST_LEVELS = 64;
const MOST_VALUES = 20_000_000;
const LONGEST_TEXT = 1_000_000;
const POISONED: ReadonlySet<unknown> = new Set(['__proto__', 'constructor', 'prototype']);

/** An object or list and how it was come by. */
interface Found {
  readonly value: object;
  readonly key: string | number;
  readonly level: number;
  readonly within?: Found;
}

/**
 * What makes untrusted data dangerous before any schema sees it: nesting that overflows the stack, sizes without bound, keys
 * that reach into prototypes, values that JSON cannot hold. Iterative; stops at the first find. null when there is none.
 */
export function guard(input: unknown): Issue | null {
  // around the input stands a list, so that the input is looked at like anything inside it
  const waiting: Found[] = [{ value: [input], key: 0, level: -1 }];
  let seen = 0;
  for (let found = waiting.pop(); found; found = waiting.pop()) {
    const { value, level } = found;
    const refuse = (code: string, message: string, ...at: (string | number)[]): Issue => ({
      path: [...pathTo(found!), ...at].slice(1),
      code,
      message,
    });
    const isList = Array.isArray(value);
    if (!isList && ![Object.prototype, null].includes(Object.getPrototypeOf(value))) {
      return refuse('not_plain', 'no plain object');
    }
    const keys = isList ? value : Object.keys(value);
    seen += keys.length;
    if (level > MOST_LEVELS) return refuse('too_deep', `more than ${MOST_LEVELS} levels`);
    if (seen > MOST_VALUES) return refuse('too_big', `more than ${MOST_VALUES} values`);
    for (let k = 0; k < keys.length; k++) {
      const key = isList ? k : (keys[k] as string);
      if (POISONED.has(key)) return refuse('poisoned_key', `key "${key}" is refused`);
      const inner: unknown = value[key as never];
      if (typeof inner === 'string') {
        if (inner.length > LONGEST_TEXT) return refuse('too_big', `more than ${LONGEST_TEXT} characters`, key);
      } else if (typeof inner === 'number') {
        if (!Number.isFinite(inner)) return refuse('not_finite', `${inner} is not finite`, key);
      } else if (inner && typeof inner === 'object')
        waiting.push({ value: inner, key, level: level + 1, within: found });
    }
  }
  return null;
}

const pathTo = ({ within, key }: Found): (string | number)[] => (within ? [...pathTo(within), key] : []);
