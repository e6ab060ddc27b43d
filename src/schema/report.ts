import type { Report } from '../report/report.ts';
import { type DocumentKind, parseDocument } from './parseDocument.ts';
import { id, list, object, oneOf, optional, share, text, texts } from './parts.ts';
import type { Result } from './result.ts';
import { distinct } from './rule.ts';

const cell = object({
  text,
  meter: optional(object({ value: share, lower: share, upper: share })),
});

/** Schema of `Section`. */
export const section = object({
  id,
  heading: text,
  paragraphs: texts,
  lists: list(object({ heading: text, items: texts, whenEmpty: text })),
  tables: list(
    object({
      caption: text,
      columns: list(object({ heading: text, align: oneOf(['left', 'right']) })),
      rows: list(list(cell)),
    }),
  ),
});

/** Schema of `Report`. */
export const report = object({
  schema: oneOf('tutelage/report'),
  version: oneOf(1),
  kind: oneOf(['learner', 'class']),
  title: text,
  subtitle: text,
  sections: list(section).check(distinct('id')),
});

/** How reports are stored. */
export const reportKind: DocumentKind = { schema: 'tutelage/report', version: 1, inline: true };

/**
 * Checks a page that `reportProgress` or `reportClass` once returned.
 *
 * @param input anything, typically from `JSON.parse`
 * @returns the report, or the first 100 issues with their paths
 * @remarks Never throws.
 * @example
 * import { reportClass } from 'tutelage/report';
 * import { parseReport } from 'tutelage/schema';
 *
 * parseReport(JSON.parse(JSON.stringify(reportClass({ learners: [] })))).ok; // => true
 */
export function parseReport(input: unknown): Result<Report> {
  return parseDocument(reportKind, report, input);
}
