import { type Documents, documents } from './documents.ts';
import { parseDocument, parseEntries } from './parseDocument.ts';
import type { Result } from './result.ts';
import { toDocument } from './toDocument.ts';

/**
 * Carries a stored document of any older version to the newest.
 *
 * @param input a document with `schema` and `version`, typically from `JSON.parse`
 * @returns a fresh document of the newest version, checked, with a warning where it was migrated; or the issues. A version newer than this
 * package knows is refused; `input` is never changed
 * @remarks Never throws. Fields of your own are unknown here: read such profiles with `parseLearnerProfile` and your schema.
 * @example
 * import { migrate } from 'tutelage/schema';
 *
 * const result = migrate({ schema: 'tutelage/learner-profile', version: 0, learnerId: 'k4x9', skills: { fractions: 0.8 } });
 * result.ok && [result.value.version, result.value.id]; // => [2, 'k4x9']
 * result.ok && result.warnings[0]!.message; // => 'was 0, carried to 2'
 */
export function migrate(input: unknown): Result<ReturnType<typeof toDocument>> {
  for (const [name, entry] of Object.entries(documents)) {
    if (!isOf(input, entry.kind.schema)) continue;
    const parse = 'list' in entry ? parseEntries : parseDocument;
    const result: Result<unknown> = parse(entry.kind, entry.schema, input);
    if (!result.ok) return result;
    return { ...result, value: toDocument(name as keyof Documents, result.value as Documents[keyof Documents]) };
  }
  const known = Object.values(documents).map(({ kind }) => kind.schema);
  return {
    ok: false,
    issues: [{ path: ['schema'], code: 'unknown_schema', message: `must be ${known.join(' or ')}` }],
  };
}

function isOf(input: unknown, schema: string): boolean {
  try {
    return (input as { schema?: unknown } | null)?.schema === schema;
  } catch {
    return false; // a getter that throws
  }
}
