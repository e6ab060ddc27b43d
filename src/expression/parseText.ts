import {
  create,
  createAccessorNode,
  createArrayNode,
  createAssignmentNode,
  createBlockNode,
  createConditionalNode,
  createConstantNode,
  createFunctionAssignmentNode,
  createFunctionNode,
  createIndexNode,
  createNode,
  createNumeric,
  createObjectNode,
  createOperatorNode,
  createParenthesisNode,
  createParse,
  createRangeNode,
  createRelationalNode,
  createResultSet,
  createSymbolNode,
  createTyped,
} from 'mathjs/number';

// mathjs exports its factories and types only what they make
declare module 'mathjs/number' {
  const createAccessorNode: unknown;
  const createArrayNode: unknown;
  const createAssignmentNode: unknown;
  const createBlockNode: unknown;
  const createConditionalNode: unknown;
  const createConstantNode: unknown;
  const createFunctionAssignmentNode: unknown;
  const createFunctionNode: unknown;
  const createIndexNode: unknown;
  const createNode: unknown;
  const createNumeric: unknown;
  const createObjectNode: unknown;
  const createOperatorNode: unknown;
  const createParenthesisNode: unknown;
  const createParse: unknown;
  const createRangeNode: unknown;
  const createRelationalNode: unknown;
  const createResultSet: unknown;
  const createSymbolNode: unknown;
  const createTyped: unknown;
}

/** A node of a parsed text: of the fields, those of its type are there. */
export interface TreeNode {
  readonly type: string;
  readonly content: TreeNode;
  readonly value: unknown;
  readonly name: string;
  readonly op: string;
  readonly implicit: boolean;
  readonly args: readonly TreeNode[];
  readonly fn: TreeNode;
  readonly condition: TreeNode;
  readonly trueExpr: TreeNode;
  readonly falseExpr: TreeNode;
  readonly params: readonly TreeNode[];
  readonly conditionals: readonly string[];
}

/** A function as mathjs wants to be given it. */
const factory = (name: string, value: unknown) =>
  Object.assign(() => value, { isFactory: true, fn: name, dependencies: [] as string[] });

/** What the parser asks for and never calls: nothing here is evaluated by mathjs. */
const unused = (name: string) => factory(name, () => undefined);

// only the parser and its nodes: no function of mathjs can be reached from a text
const { parse } = create({
  ...{ createTyped, createNumeric, createResultSet, createParse, createNode },
  ...{ createConstantNode, createSymbolNode, createOperatorNode, createParenthesisNode, createFunctionNode },
  ...{ createConditionalNode, createRelationalNode, createArrayNode, createObjectNode, createAccessorNode },
  ...{ createIndexNode, createAssignmentNode, createBlockNode, createFunctionAssignmentNode, createRangeNode },
  ...{
    subset: unused('subset'),
    size: unused('size'),
    number: factory('number', Number),
    isBounded: unused('isBounded'),
  },
} as never) as unknown as { parse: (text: string) => TreeNode };

const MOST_CHARACTERS = 500;
const MOST_NESTED = 32;

/** The tree of a text; a SyntaxError that says what is wrong and where (characters from 1). */
export function parseText(where: string, text: string): TreeNode {
  if (typeof text !== 'string') throw new TypeError(`${where}: the text must be a string, got ${typeof text}`);
  if (text.length > MOST_CHARACTERS) {
    throw new SyntaxError(`${where}: the text has ${text.length} characters, at most ${MOST_CHARACTERS} are allowed`);
  }
  if (text.trim() === '') throw new SyntaxError(`${where}: the text is empty`);
  const odd = /[^\t\n\r\x20-\x7e]/.exec(text);
  if (odd) throw new SyntaxError(`${where}: unexpected character "${odd[0]}" at character ${odd.index + 1}`);
  let nested = 0;
  for (const [k, sign] of [...text].entries()) {
    if ('([{'.includes(sign)) nested++;
    if (')]}'.includes(sign)) nested--;
    if (nested > MOST_NESTED)
      throw new SyntaxError(`${where}: nested deeper than ${MOST_NESTED} at character ${k + 1}`);
  }
  try {
    return parse(text);
  } catch (error) {
    const { message, char } = error as { message?: string; char?: number };
    const place = char === undefined ? '' : ` at character ${char}`;
    throw new SyntaxError(`${where}: ${(message ?? 'cannot be read').replace(/ \(char \d+\)/, '')}${place}`);
  }
}
