import type { Cell, NamedList, Report, Section, Table } from '../report.ts';
import { htmlStyle } from './htmlStyle.ts';

/** Options of {@link toHtml}. */
export interface HtmlOptions {
  /** Title of the document; that of the first page when absent. */
  readonly title?: string;
  /** BCP-47 tag of the language of the words; 'en-GB' when absent. */
  readonly lang?: string;
}

/**
 * Pages as one self-contained HTML document: no scripts, nothing loaded from elsewhere, light and dark, printable.
 *
 * @param reports one page or several, made by `reportProgress` or `reportClass`
 * @param options title and language
 * @returns the document as a string; every text in it is escaped
 * @remarks Meters are inline SVG hidden from screen readers, because the same numbers stand beside them in words.
 * @example
 * import { reportClass, toHtml } from 'tutelage/report';
 *
 * const page = toHtml(reportClass({ learners: [] }), { title: 'Maths <5>' });
 * page.includes('<title>Maths &lt;5&gt;</title>'); // => true
 */
export function toHtml(reports: Report | readonly Report[], options: HtmlOptions = {}): string {
  const pages: readonly Report[] = 'sections' in reports ? [reports] : reports;
  const { title = pages[0]?.title ?? 'Report', lang = 'en-GB' } = options;
  const links = pages.map((page, k) => `<li><a href="#page-${k + 1}">${escaped(page.title)}</a></li>`);
  const nav = pages.length > 1 ? `<nav aria-label="Pages"><ul>${links.join('')}</ul></nav>` : '';
  return [
    '<!doctype html>',
    `<html lang="${escaped(lang)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<title>${escaped(title)}</title><style>${htmlStyle}</style></head><body>`,
    '<a class="skip" href="#content">To the content</a>',
    `<header><h1>${escaped(title)}</h1>${nav}</header>`,
    `<main id="content" tabindex="-1">${pages.map(pageHtml).join('\n')}</main>`,
    '</body></html>\n',
  ].join('\n');
}

function pageHtml({ title, subtitle, sections }: Report, k: number): string {
  const id = `page-${k + 1}`;
  const parts = sections.map((section) => sectionHtml(section, id, title));
  return `<article class="page" id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${escaped(title)}</h2>
<p class="subtitle">${escaped(subtitle)}</p>
${parts.join('\n')}</article>`;
}

function sectionHtml({ id, heading, paragraphs, lists, tables }: Section, page: string, title: string): string {
  const base = `${page}-${id.replace(/[^\w-]/g, '-')}`;
  return `<section><h3 id="${base}">${escaped(heading)}</h3>
${paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`).join('\n')}
${lists.length > 0 ? `<div class="lists">${lists.map(listHtml).join('')}</div>` : ''}
${tables.map((table) => tableHtml(table, title)).join('\n')}</section>`;
}

function listHtml({ heading, items, whenEmpty }: NamedList): string {
  const body =
    items.length === 0
      ? `<p>${escaped(whenEmpty)}</p>`
      : `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
  return `<div><h4>${escaped(heading)}</h4>${body}</div>`;
}

/** A wide table scrolls inside its own region, which the keyboard can reach. */
function tableHtml({ caption, columns, rows }: Table, page: string): string {
  const side = (k: number) => (columns[k]?.align === 'right' ? ' class="right"' : '');
  const head = columns.map(({ heading }, k) => `<th scope="col"${side(k)}>${escaped(heading)}</th>`).join('');
  const body = rows.map((row) => {
    const cells = row.map((cell, k) =>
      k === 0 ? `<th scope="row"${side(k)}>${cellHtml(cell)}</th>` : `<td${side(k)}>${cellHtml(cell)}</td>`,
    );
    return `<tr>${cells.join('')}</tr>`;
  });
  return `<div class="scroll" role="region" aria-label="${escaped(`${page}: ${caption}`)}" tabindex="0"><table><caption>${escaped(caption)}</caption>
<thead><tr>${head}</tr></thead><tbody>
${body.join('\n')}</tbody></table></div>`;
}

function cellHtml({ text, meter }: Cell): string {
  if (!meter) return escaped(text);
  const at = (share: number) => Math.round(1000 * Math.min(1, Math.max(0, share))) / 10;
  const [value, lower] = [at(meter.value), at(meter.lower)];
  return `<svg aria-hidden="true" focusable="false" viewBox="0 0 100 8" preserveAspectRatio="none"><rect class="track" y="3" width="100" height="2"/><rect class="band" x="${lower}" y="1" width="${at(meter.upper - meter.lower)}" height="6"/><rect class="mark" x="${Math.max(0, value - 0.6)}" width="1.2" height="8"/></svg>${escaped(text)}`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand in HTML, between tags or in a quoted attribute; lone surrogates become U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
