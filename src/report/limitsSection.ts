import type { Section } from './report.ts';

/** The last part of every page: what it cannot tell. */
export function limitsSection(items: readonly string[]): Section {
  return {
    id: 'limits',
    heading: 'What this page cannot tell',
    paragraphs: [],
    lists: [{ heading: 'Limits', items, whenEmpty: '' }],
    tables: [],
  };
}
