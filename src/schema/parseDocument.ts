import type * as z from 'zod/mini';
import { guard } from './guard.ts';
import type { Issue, Result } from './result.ts';
import { wordsFor } from './wordsFor.ts';

/** The fields of a document without schema and version. */
export type Fields = Record<string, unknown>;

/** Turns a fresh copy of the fields into those of the next version. What is inside them must not be changed. */
export type Migration = (fields: Fields) => void;

/** How a noun is stored. */
export interface DocumentKind {
  readonly schema: string;
  /** The newest version. */
  readonly version: number;
  /** Whether the noun itself carries schema and version; if not, they are added when it is stored. */
  readonly inline?: boolean;
  /** From each version to the next, the oldest first, up to `version`. */
  readonly migrations?: readonly Migration[];
}

/** What is asked of a schema: zod's and zod/mini's have it. */
export interface SchemaOf<T> {
  /** As zod's own. */
  safeParse(input: unknown, options?: z.z.core.ParseContext<z.z.core.$ZodIssue>): z.z.core.util.SafeParseResult<T>;
}

const MOST_ISSUES = 100;
/** Above so many values only the first issue of an entry is looked for: listing all of them could take all memory. */
const MOST_CHECKED = 100_000;
const EARLY = { abortEarly: true } as z.z.core.ParseContext<z.z.core.$ZodIssue>; // slower by a third

/** Checks a value, or a stored document of any version. Never throws. */
export function parseDocument<T>(kind: DocumentKind, schema: SchemaOf<unknown>, input: unknown): Result<T> {
  return guarded(kind, input, (value, issues, size) => check(schema, value, [], issues, size));
}

/** Checks a list, or a stored document of one, entry by entry; stops after the hundredth issue. Never throws. */
export function parseEntries<T>(kind: DocumentKind, schema: SchemaOf<unknown>, input: unknown): Result<T[]> {
  const result = guarded<T[] | { entries: T[] }>(kind, input, (value, issues, size) => {
    const refuse = (code: string, message: string) => issues.push({ path: [], code, message });
    const at = value === input ? [] : ['entries'];
    const { entries, ...more } = value === input ? { entries: value } : (value as Fields);
    const unknown = Object.keys(more);
    if (unknown.length > 0) refuse('unrecognized_keys', `has unknown keys: ${unknown.join(', ')}`);
    else if (!Array.isArray(entries)) refuse('invalid_type', 'must be an array');
    else
      for (let k = 0; k < entries.length && issues.length <= MOST_ISSUES; k++) {
        const own = size > MOST_CHECKED ? (guard(entries[k]) as number) : size;
        check(schema, entries[k], [...at, k], issues, own);
      }
  });
  if (!result.ok) return result;
  return { ...result, value: Array.isArray(result.value) ? result.value : result.value.entries };
}

type Run = (value: unknown, issues: Issue[], size: number) => void;

/** Runs the guard, opens a stored document and checks what is in it; a getter that throws is an issue like any other. */
function guarded<T>(kind: DocumentKind, input: unknown, run: Run): Result<T> {
  const issues: Issue[] = [];
  const warnings: Issue[] = [];
  let value = input;
  try {
    const found = guard(input);
    if (typeof found === 'object') issues.push(found);
    else if (input !== null && typeof input === 'object' && 'schema' in input) {
      value = opened(kind, input, issues, warnings);
    }
    if (issues.length === 0) run(value, issues, found as number);
  } catch (error) {
    issues.push({ path: [], code: 'unreadable', message: String(error) });
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, value: value as T, warnings };
}

/** What is in a stored document, carried to the newest version. */
function opened(kind: DocumentKind, input: object, issues: Issue[], warnings: Issue[]): unknown {
  const { schema, version, inline, migrations = [] } = kind;
  const { schema: name, version: given, ...fields } = input as Fields & { version: number };
  const oldest = version - migrations.length;
  if (name !== schema) issues.push({ path: ['schema'], code: 'invalid_value', message: `must be "${schema}"` });
  else if (!Number.isInteger(given) || given < oldest || given > version) {
    const code = given > version ? 'newer_version' : 'unknown_version';
    issues.push({ path: ['version'], code, message: `must be ${oldest} to ${version}, the newest known` });
  } else if (given < version) {
    for (const migrate of migrations.slice(given - oldest)) migrate(fields);
    warnings.push({ path: ['version'], code: 'migrated', message: `was ${given}, carried to ${version}` });
  }
  return inline ? { schema, version, ...fields } : fields;
}

/** Adds what is wrong to `issues`, the first hundred of it. */
function check(
  schema: SchemaOf<unknown>,
  input: unknown,
  at: readonly (string | number)[],
  issues: Issue[],
  size: number,
): void {
  const { error } = schema.safeParse(input, size > MOST_CHECKED ? EARLY : undefined);
  if (!error) return;
  for (const issue of error.issues) {
    if (issues.length < MOST_ISSUES) {
      issues.push({
        path: [...at, ...(issue.path as (string | number)[])],
        code: issue.code,
        message: wordsFor(issue),
      });
    } else {
      issues.push({ path: at, code: 'more_issues', message: 'maybe more' });
      break;
    }
  }
}
