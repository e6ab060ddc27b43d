import type * as z from 'zod/mini';

/** What an issue says. zod/mini ships no messages unless a global is set, which importing must not do. */
export function wordsFor(issue: z.z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type' && issue.expected) return `must be ${issue.expected}`;
  if (issue.code === 'invalid_value')
    return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
  return issue.code === 'unrecognized_keys' ? `has unknown keys: ${issue.keys.join(', ')}` : issue.message;
}
