import type * as z from 'zod/mini';

/** What an issue says. zod/mini ships no messages unless a global is set, which importing must not do. */
export function wordsFor(issue: z.z.core.$ZodIssue): string {
  const { expected, values, keys, message } = issue as Readonly<{
    expected?: string;
    values?: readonly unknown[];
    keys?: readonly string[];
    message: string;
  }>;
  if (expected) return `must be ${expected}`;
  if (values) return `must be ${values.map((value) => JSON.stringify(value)).join(' or ')}`;
  return keys ? `has unknown keys: ${keys.join(', ')}` : message;
}
