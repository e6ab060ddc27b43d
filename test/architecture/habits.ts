import { posix } from 'node:path';
import ts from 'typescript';
import { BANNED_NAMES, COLLECTIONS, DEFAULTS, type Files } from './house.ts';

const MOST_LINES = 250;
const P90_LINES = 150;

const parse = (file: string, text: string) => ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
const isIndex = (file: string) => posix.basename(file) === 'index.ts';
const lines = (text: string) => text.trimEnd().split('\n').length;

/** Forbidden: other people's clock and dice, and language that the house does without. */
export function forbiddenCalls(files: Files): string[] {
  return [...files].flatMap(([file, text]) => {
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const what = forbidden(node);
      if (what) found.push(`${file}: ${what}`);
      ts.forEachChild(node, visit);
    };
    visit(parse(file, text));
    return found;
  });
}

function forbidden(node: ts.Node): string | undefined {
  const member = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  const text = member || ts.isIdentifier(node) ? node.getText().replace(/\["?'?(\w+)'?"?\]/, '.$1') : '';
  if (member && /^(globalThis\.)?(Math\.random|Date\.now|performance\.now)$/.test(text)) return text;
  if (text === 'console') return 'console';
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date') return 'Date()';
  if (ts.isEnumDeclaration(node)) return `enum ${node.name.text}`;
  if (ts.isExportAssignment(node) || node.kind === ts.SyntaxKind.DefaultKeyword) return 'default export';
  if (ts.isClassLike(node)) {
    const parent = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
    if (!/Error$/.test(parent?.expression.getText() ?? '')) return `class ${node.name?.text ?? ''} is no error`;
  }
  return undefined;
}

/** An index holds named re-exports and nothing else. */
export function indexComplaints(files: Files): string[] {
  return [...files]
    .filter(([file]) => isIndex(file))
    .flatMap(([file, text]) =>
      parse(file, text)
        .statements.filter(
          (statement) =>
            !ts.isExportDeclaration(statement) ||
            !statement.moduleSpecifier ||
            !statement.exportClause ||
            !ts.isNamedExports(statement.exportClause),
        )
        .map((statement) => `${file}: \`${statement.getText().split('\n')[0]}\` is no named re-export`),
    );
}

/** The names a file declares and exports. */
export function exportedNames(file: string, text: string): string[] {
  return parse(file, text).statements.flatMap((statement) => {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    }
    return [(statement as { name?: ts.Node } & ts.Node).name?.getText() ?? ''];
  });
}

/** A file is named after one of its exports; `all.ts` of a folder `models` exports `allModels`. */
export function nameComplaints(files: Files): string[] {
  return [...files.keys()].flatMap((file) => {
    const parts = file
      .replace(/^src\//, '')
      .replace(/\.ts$/, '')
      .split('/');
    const banned = parts.filter((part) => BANNED_NAMES.includes(part));
    const folders = parts.slice(0, -1).filter((part) => !/^[a-z][a-z0-9]*$/.test(part));
    const complaints = [
      ...banned.map((part) => `${file}: "${part}" says nothing about what is inside`),
      ...folders.map((part) => `${file}: folder "${part}" is not one lowercase word`),
    ];
    if (isIndex(file) || COLLECTIONS.has(file)) return complaints;
    const folder = parts.at(-2) ?? '';
    const own = parts.at(-1) === 'all' ? `all${folder.charAt(0).toUpperCase()}${folder.slice(1)}` : parts.at(-1)!;
    const names = exportedNames(file, files.get(file)!);
    const named = names.some((name) => name.charAt(0).toLowerCase() + name.slice(1) === own);
    return named ? complaints : [...complaints, `${file}: exports no ${own}, only ${names.join(', ') || 'nothing'}`];
  });
}

/** Median and 90th percentile of the number of lines. */
export function lineFigures(files: Files): { median: number; p90: number } {
  const counts = [...files].map(([, text]) => lines(text)).sort((left, right) => left - right);
  const at = (share: number) => counts[Math.ceil(share * counts.length) - 1] ?? 0;
  return { median: at(0.5), p90: at(0.9) };
}

/** No file above 250 lines, nine in ten at most 150; the table of contents of the root is a table. */
export function sizeComplaints(files: Files): string[] {
  const long = [...files].filter(([file, text]) => file !== 'src/index.ts' && lines(text) > MOST_LINES);
  const { p90 } = lineFigures(files);
  return [
    ...long.map(([file, text]) => `${file}: ${lines(text)} lines, at most ${MOST_LINES}; split it`),
    ...(p90 > P90_LINES ? [`the 90th percentile of file lengths is ${p90} lines, at most ${P90_LINES}`] : []),
  ];
}

/** A file outside a folder of siblings takes at most one of them as its default; the others come in as arguments. */
export function siblingComplaints(files: Files): string[] {
  return [...files].flatMap(([file, text]) => {
    if (isIndex(file) || DEFAULTS.has(file)) return [];
    const values = parse(file, text).statements.flatMap((statement) =>
      ts.isImportDeclaration(statement) && bringsValues(statement)
        ? [(statement.moduleSpecifier as ts.StringLiteral).text]
        : [],
    );
    const siblings = values.filter((from) => /^\.\/[a-z0-9]+\/(?!all\.ts$)\w+\.ts$/.test(from));
    const folders = [...new Set(siblings.map((from) => posix.dirname(from)))];
    return folders.flatMap((folder) => {
      const taken = siblings.filter((from) => posix.dirname(from) === folder).length;
      return taken > 1 ? [`${file}: takes ${taken} siblings of ${folder}; let them come in as arguments`] : [];
    });
  });
}

const bringsValues = ({ importClause }: ts.ImportDeclaration): boolean => {
  if (!importClause || importClause.isTypeOnly) return false;
  const { namedBindings } = importClause;
  return !namedBindings || !ts.isNamedImports(namedBindings) || namedBindings.elements.some((name) => !name.isTypeOnly);
};
