import ts from 'typescript';
import { filesIn, readText } from '../project.ts';

/** A runnable piece of documentation: where it stands, and its code. */
export interface Example {
  readonly name: string;
  readonly code: string;
}

/** Every `@example` of every docstring of a source file. */
export function docstringExamples(file: string, text: string): Example[] {
  const examples: Example[] = [];
  const visit = (node: ts.Node, owner: string): void => {
    const named = ts.isVariableStatement(node) ? node.declarationList.declarations[0]! : (node as { name?: ts.Node });
    const name = named.name?.getText() ?? owner;
    for (const doc of ts.getJSDocCommentsAndTags(node)) {
      if (!ts.isJSDoc(doc) || doc.parent !== node) continue;
      for (const tag of doc.tags ?? []) {
        if (tag.tagName.text !== 'example') continue;
        examples.push({ name: `${file} ${name}`, code: ts.getTextOfJSDocComment(tag.comment) ?? '' });
      }
    }
    ts.forEachChild(node, (child) => visit(child, name));
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true), '');
  return examples;
}

/** Every ```ts fence of a Markdown page that checks something. */
export function fenceExamples(file: string, text: string): Example[] {
  const fences = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => match[1]!);
  return fences
    .map((code, k) => ({ name: `${file} fence ${k + 1}`, code }))
    .filter(({ code }) => /\/\/ (=>|throws)/.test(code));
}

/** All examples of src, README.md and docs. */
export function findExamples(): Example[] {
  const pages = ['README.md', ...filesIn('docs', '.md').filter((file) => !file.startsWith('docs/site'))];
  return [
    ...filesIn('src', '.ts').flatMap((file) => docstringExamples(file, readText(file))),
    ...pages.flatMap((file) => fenceExamples(file, readText(file))),
  ];
}
