import type { Cell, Report, Section, Table } from '../report.ts';

const METER = 20; // most characters of a meter
const GAP = 2;

/** Options of {@link toText}. */
export interface TextOptions {
  /** Most characters in a line, 40 or more; 100 when absent. */
  readonly width?: number;
}

/**
 * A page as text for a terminal: headings, wrapped paragraphs and tables whose columns share the width.
 *
 * A meter is a bar for 0 to 100: `░` outside the interval, `▒` inside, `█` at the value.
 *
 * @param report made by `reportProgress` or `reportClass`
 * @returns lines joined by newlines
 * @throws RangeError for a width below 40
 * @remarks Widths are counted in UTF-16 code units; wide characters may push a column out of line, never lose a word.
 * @example
 * import { reportClass, toText } from 'tutelage/report';
 *
 * toText(reportClass({ learners: [] })).split('\n')[0]; // => 'CLASS (0 learners)'
 */
export function toText(report: Report, { width = 100 }: TextOptions = {}): string {
  if (!(width >= 40)) throw new RangeError(`toText: width must be 40 or more, got ${width}`);
  const title = `${report.title.toUpperCase()} (${report.subtitle})`;
  const lines = [...wrap(title, width), '='.repeat(Math.min(width, title.length))];
  for (const section of report.sections) lines.push('', ...sectionLines(section, width));
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function sectionLines({ heading, paragraphs, lists, tables }: Section, width: number): string[] {
  const lines = [heading, '-'.repeat(Math.min(width, heading.length))];
  for (const paragraph of paragraphs) lines.push(...wrap(paragraph, width));
  for (const { heading: name, items, whenEmpty } of lists) {
    if (items.length === 0) lines.push(...wrap(`${name}: ${whenEmpty}`, width));
    else {
      lines.push(`${name}:`);
      for (const item of items)
        lines.push(...wrap(item, width - 4).map((line, k) => (k === 0 ? `  - ${line}` : `    ${line}`)));
    }
  }
  for (const table of tables) lines.push('', ...tableLines(table, width));
  return lines;
}

function tableLines({ caption, columns, rows }: Table, width: number): string[] {
  const natural = columns.map(({ heading }, k) =>
    Math.max(heading.length, ...rows.map((row) => Math.max(row[k]!.text.length, row[k]!.meter ? METER : 0))),
  );
  const widths = shareOut(natural, width - GAP * (columns.length - 1));
  const line = (texts: readonly string[]): string[] => {
    const wrapped = texts.map((text, k) => text.split('\n').flatMap((part) => wrap(part, widths[k]!)));
    const height = Math.max(1, ...wrapped.map((parts) => parts.length));
    return Array.from({ length: height }, (_, at) =>
      wrapped
        .map((parts, k) =>
          columns[k]!.align === 'right' ? (parts[at] ?? '').padStart(widths[k]!) : (parts[at] ?? '').padEnd(widths[k]!),
        )
        .join(' '.repeat(GAP)),
    );
  };
  return [
    ...wrap(caption, width),
    ...line(columns.map(({ heading }) => heading)),
    widths.map((count) => '-'.repeat(count)).join(' '.repeat(GAP)),
    ...rows.flatMap((row) => line(row.map((cell, k) => textOf(cell, widths[k]!)))),
  ];
}

function textOf({ text, meter }: Cell, width: number): string {
  if (!meter) return text;
  const length = Math.min(METER, width);
  const place = (share: number) => Math.min(length - 1, Math.floor(share * length));
  const bar = Array.from({ length }, (_, k) => {
    if (k === place(meter.value)) return '█';
    return k >= place(meter.lower) && k <= place(meter.upper) ? '▒' : '░';
  });
  return `${bar.join('')}\n${text}`;
}

/** Shares a width among columns: narrow ones get what they ask for, the wide ones split what is left. */
function shareOut(natural: readonly number[], width: number): number[] {
  const widths = natural.map(() => 0);
  let left = width;
  const open = [...natural.keys()].sort((one, other) => natural[one]! - natural[other]!);
  for (const [done, k] of open.entries()) {
    widths[k] = Math.max(1, Math.min(natural[k]!, Math.floor(left / (open.length - done))));
    left -= widths[k]!;
  }
  return widths;
}

/** Lines of at most `width` characters, broken between words, and inside a word only where it is longer than a line. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length <= width) {
      line += ` ${word}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (word.length > width) {
      lines.push(word.slice(0, width));
      word = word.slice(width);
    }
    line = word;
  }
  return [...lines, line];
}
