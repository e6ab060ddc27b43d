import { resolve } from 'node:path';
import ts from 'typescript';
import { entries, root, sourceOf } from '../project.ts';
import type { Example } from './findExamples.ts';

/** One strict program over all entries and the given examples, each example a module of its own that exists only here. */
export function programOf(examples: readonly Example[]): { program: ts.Program; problems: string[] } {
  const config = resolve(root, 'tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(config, ts.sys.readFile).config, ts.sys, root);
  const virtual = new Map(
    examples.map(({ code }, k) => [resolve(root, `test/docs/example-${k}.ts`), `${code}\nexport {};`]),
  );
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (file) => virtual.has(file) || fileExists(file);
  host.readFile = (file) => virtual.get(file) ?? readFile(file);
  host.getSourceFile = (file, ...rest) => {
    const text = virtual.get(file);
    return text === undefined ? getSourceFile(file, ...rest) : ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  };
  const files = [...virtual.keys(), ...entries().map((entry) => resolve(root, sourceOf(entry)))];
  const program = ts.createProgram(files, options, host);
  const problems = [...virtual.keys()].flatMap((file, k) => {
    const source = program.getSourceFile(file)!;
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    return found.map(({ start = 0, messageText }) => {
      const line = source.text.slice(0, start).split('\n').length;
      return `${examples[k]!.name}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  });
  return { program, problems };
}

/** What an entry exports, by name, with aliases followed to the declaration. */
export function exportsOf(program: ts.Program, entry: string): Map<string, ts.Symbol> {
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(resolve(root, sourceOf(entry)));
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) return new Map();
  return new Map(
    checker
      .getExportsOfModule(module)
      .map((symbol) => [symbol.name, symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol]),
  );
}
