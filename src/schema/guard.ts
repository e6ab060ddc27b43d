import type { Issue } from './result.ts';

const MOST_LEVELS = 64;
const MOST_VALUES = 20_000_000;
const LONGEST_TEXT = 1_000_000;

/** An object or list and how it was come by. */
interface Found {
  readonly value: object;
  readonly key: string | number;
  readonly level: number;
  readonly within: Found | null;
}

/**
 * What makes untrusted data dangerous before any schema sees it: nesting that overflows the stack, sizes without bound, keys
 * that reach into prototypes, values that JSON cannot hold. Iterative; stops at the first find. Where there is none: the
 * number of values.
 */
export function guard(input: unknown): Issue | number {
  // around the input stands a list, so that the input is looked at like anything inside it
  const waiting: Found[] = [{ value: [input], key: 0, level: -1, within: null }];
  let seen = 0;
  for (let found = waiting.pop(); found; found = waiting.pop()) {
    const { value, level } = found;
    const isList = Array.isArray(value);
    const prototype: unknown = Object.getPrototypeOf(value);
    if (!isList && prototype !== Object.prototype && prototype !== null)
      return issueIn(found, 'not_plain', 'no plain object');
    const keys = isList ? value : Object.keys(value);
    seen += keys.length;
    if (level > MOST_LEVELS) return issueIn(found, 'too_deep', `more than ${MOST_LEVELS} levels`);
    if (seen > MOST_VALUES) return issueIn(found, 'too_big', `more than ${MOST_VALUES} values`);
    for (let k = 0; k < keys.length; k++) {
      const key = isList ? k : (keys[k] as string);
      if (key === '__proto__' || key === 'constructor' || key === 'prototype') {
        return issueIn(found, 'poisoned_key', `key "${key}" is refused`);
      }
      const inner: unknown = value[key as never];
      if (typeof inner === 'string') {
        if (inner.length > LONGEST_TEXT) return issueIn(found, 'too_big', `more than ${LONGEST_TEXT} characters`, key);
      } else if (typeof inner === 'number') {
        if (!Number.isFinite(inner)) return issueIn(found, 'not_finite', `${inner} is not finite`, key);
      } else if (inner && typeof inner === 'object')
        waiting.push({ value: inner, key, level: level + 1, within: found });
    }
  }
  return seen;
}

function issueIn(found: Found, code: string, message: string, ...path: (string | number)[]): Issue {
  for (let at: Found | null = found; at?.within; at = at.within) path.unshift(at.key);
  return { path: path.slice(found.within ? 1 : path.length), code, message };
}
