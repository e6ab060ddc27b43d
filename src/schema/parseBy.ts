import type * as z from 'zod/mini';
import { guard } from './guard.ts';
import type { Issue, Result } from './result.ts';

const MOST_ISSUES = 100;

type Schema = { safeParse(input: unknown): z.z.core.util.SafeParseResult<unknown> };

/** Checks one value by a schema. Never throws. */
export function parseBy<T>(schema: Schema, input: unknown): Result<T> {
  return guarded(input, (issues) => check(schema, input, [], issues));
}

/** Checks a list entry by entry and stops after the hundredth issue. Never throws. */
export function parseListBy<T>(schema: Schema, input: unknown): Result<T[]> {
  return guarded(input, (issues) => {
    if (!Array.isArray(input)) issues.push({ path: [], code: 'invalid_type', message: 'must be an array' });
    else for (let k = 0; k < input.length && issues.length <= MOST_ISSUES; k++) check(schema, input[k], [k], issues);
  });
}

/** Runs the guard and then a check; a getter or proxy that throws is an issue like any other. */
function guarded<T>(input: unknown, run: (issues: Issue[]) => void): Result<T> {
  const issues: Issue[] = [];
  try {
    const danger = guard(input);
    if (danger) issues.push(danger);
    else run(issues);
  } catch (error) {
    issues.push({ path: [], code: 'unreadable', message: `reading it failed: ${String(error)}` });
  }
  return issues.length === 0 ? { ok: true, value: input as T, warnings: [] } : { ok: false, issues };
}

/** Adds what is wrong to `issues`, the first hundred of it. */
function check(schema: Schema, input: unknown, at: readonly (string | number)[], issues: Issue[]): void {
  const { error } = schema.safeParse(input);
  if (!error) return;
  for (const issue of error.issues) {
    if (issues.length === MOST_ISSUES) {
      issues.push({
        path: at,
        code: 'more_issues',
        message: `there may be more; only the first ${MOST_ISSUES} are listed`,
      });
      break;
    }
    issues.push({ path: [...at, ...(issue.path as (string | number)[])], code: issue.code, message: wordsFor(issue) });
  }
}

/** zod/mini ships no messages unless a global is set, which importing must not do. */
function wordsFor(issue: z.z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected}`;
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'too_small':
      return `must be ${issue.inclusive ? 'at least' : 'above'} ${issue.minimum}`;
    case 'too_big':
      return `must be ${issue.inclusive ? 'at most' : 'below'} ${issue.maximum}`;
    case 'unrecognized_keys':
      return `has unknown keys: ${issue.keys.join(', ')}; correct or remove them`;
    case 'invalid_union':
      return 'fits none of the allowed shapes';
    default:
      return issue.message;
  }
}
