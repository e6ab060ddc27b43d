import type { Issue } from './result.ts';

const MOST_LEVELS = 64;
const MOST_VALUES = 20_000_000;
const LONGEST_STRING = 1_000_000;
const POISONED = ['__proto__', 'constructor', 'prototype'];

/**
 * What makes untrusted data dangerous before any schema sees it: nesting that overflows the stack, sizes without bound, keys
 * that reach into prototypes, values that JSON cannot hold. Iterative; stops at the first find. null when there is none.
 */
export function guard(input: unknown): Issue | null {
  const waiting: { readonly value: unknown; readonly path: readonly (string | number)[] }[] = [
    { value: input, path: [] },
  ];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    const bad = (code: string, message: string): Issue => ({ path, code, message });
    if (++seen > MOST_VALUES) return bad('too_big', `more than ${MOST_VALUES} values`);
    if (typeof value === 'string' && value.length > LONGEST_STRING) {
      return bad('too_big', `a string of ${value.length} characters; at most ${LONGEST_STRING} are read`);
    }
    if (typeof value === 'number' && !Number.isFinite(value)) return bad('not_finite', `${value} is no finite number`);
    if (value === null || typeof value !== 'object') continue;
    if (path.length >= MOST_LEVELS) return bad('too_deep', `more than ${MOST_LEVELS} levels deep`);
    if (Array.isArray(value)) {
      for (let k = value.length - 1; k >= 0; k--) {
        const item: unknown = value[k];
        // numbers, short strings and booleans in long lists need no path of their own unless they are bad
        if (typeof item === 'boolean' || (typeof item === 'number' && Number.isFinite(item))) continue;
        waiting.push({ value: item, path: [...path, k] });
      }
      continue;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return bad('not_plain', 'not a plain object');
    for (const key of Object.keys(value)) {
      if (POISONED.includes(key)) return bad('poisoned_key', `key "${key}" is refused`);
      waiting.push({ value: (value as Record<string, unknown>)[key], path: [...path, key] });
    }
  }
  return null;
}
