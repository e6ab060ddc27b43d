import { nearestName } from './nearestName.ts';
import type { TreeNode } from './parseText.ts';

/** A value: a number, true or false, or null for unknown. */
export type Value = number | boolean | null;

/** Values by name. */
export type Values = Readonly<Record<string, Value>>;

/** What kind of value each name stands for. */
export type Names = Readonly<Record<string, 'number' | 'boolean'>>;

/** A compiled text: what it gives, and which names it looks at. */
export interface Compiled {
  readonly kind: 'number' | 'boolean';
  readonly names: readonly string[];
  readonly evaluate: (values: Values) => Value;
}

interface Part {
  readonly kind: 'number' | 'boolean';
  readonly of: (values: Values) => Value;
}

const MOST_NODES = 200;
const MOST_DEEP = 64;

const number = (of: Part['of']): Part => ({ kind: 'number', of });
const boolean = (of: Part['of']): Part => ({ kind: 'boolean', of });
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

const FUNCTIONS: ReadonlyMap<
  string,
  { readonly least: number; readonly most: number; readonly of: (...values: number[]) => number }
> = new Map([
  ['abs', { least: 1, most: 1, of: Math.abs }],
  ['ceil', { least: 1, most: 1, of: Math.ceil }],
  ['exp', { least: 1, most: 1, of: Math.exp }],
  ['floor', { least: 1, most: 1, of: Math.floor }],
  ['log', { least: 1, most: 1, of: Math.log }],
  ['max', { least: 1, most: 20, of: Math.max }],
  ['min', { least: 1, most: 20, of: Math.min }],
  ['round', { least: 1, most: 1, of: Math.round }],
  ['sqrt', { least: 1, most: 1, of: Math.sqrt }],
]);

const ARITHMETIC: ReadonlyMap<string, (a: number, b: number) => number> = new Map([
  ['+', (a, b) => a + b],
  ['-', (a, b) => a - b],
  ['*', (a, b) => a * b],
  ['/', (a, b) => a / b],
  ['^', (a, b) => a ** b],
]);

const COMPARISONS: ReadonlyMap<string, (a: number, b: number) => boolean> = new Map([
  ['<', (a, b) => a < b],
  ['<=', (a, b) => a <= b],
  ['>', (a, b) => a > b],
  ['>=', (a, b) => a >= b],
  ['==', (a, b) => a === b],
  ['!=', (a, b) => a !== b],
]);
const RELATIONS: Readonly<Record<string, string>> = {
  ...{ smaller: '<', smallerEq: '<=', larger: '>', largerEq: '>=', equal: '==', unequal: '!=' },
};

/**
 * Turns a tree into functions: only what is listed here exists. What is unknown stays unknown: a comparison with it is unknown, `and` and `or` are those of
 * Kleene's three-valued logic, and so is a result that is no finite number.
 */
export function compileNode(where: string, text: string, root: TreeNode, names: Names): Compiled {
  const used = new Set<string>();
  let count = 0;
  const fail = (what: string, sign: string): never => {
    const at = text.indexOf(sign);
    throw new SyntaxError(`${where}: ${what}${sign !== '' && at >= 0 ? ` at character ${at + 1}` : ''}`);
  };
  const wanted = (kind: 'number' | 'boolean', part: Part, sign: string): Part => {
    if (part.kind === kind) return part;
    return fail(
      kind === 'number' ? `"${sign}" needs numbers, got true or false` : `"${sign}" needs true or false, got a number`,
      sign,
    );
  };
  const compare = (sign: string, left: Part, right: Part): Part => {
    const of = COMPARISONS.get(sign)!;
    const [a, b] = [wanted('number', left, sign), wanted('number', right, sign)];
    return boolean((values) => {
      const [x, y] = [a.of(values), b.of(values)];
      return x === null || y === null ? null : of(x as number, y as number);
    });
  };
  const both = (sign: string, left: Part, right: Part): Part => {
    const [a, b] = [wanted('boolean', left, sign), wanted('boolean', right, sign)];
    const decisive = sign === 'or'; // one of this kind decides
    return boolean((values) => {
      const x = a.of(values);
      if (x === decisive) return decisive;
      const y = b.of(values);
      if (y === decisive) return decisive;
      return x === null || y === null ? null : !decisive;
    });
  };
  const calculate = (of: (...values: number[]) => number, parts: readonly Part[], sign: string): Part => {
    const own = parts.map((part) => wanted('number', part, sign));
    return number((values) => {
      const given: number[] = [];
      for (const part of own) {
        const value = part.of(values);
        if (value === null) return null;
        given.push(value as number);
      }
      return finite(of(...given));
    });
  };
  const name = (id: string): Part => {
    if (!Object.hasOwn(names, id)) {
      const near = nearestName(id, [...Object.keys(names), ...FUNCTIONS.keys()]);
      return fail(`unknown name "${id}"${near ? `; did you mean "${near}"?` : ''}`, id);
    }
    used.add(id);
    return { kind: names[id]!, of: (values) => (Object.hasOwn(values, id) ? values[id]! : null) };
  };
  const operator = (node: TreeNode, parts: readonly Part[]): Part => {
    const { op, implicit } = node;
    const [left, right] = parts as [Part, Part];
    if (implicit) return fail('two values without an operator between them', '');
    if (parts.length === 1) {
      if (op === '-') return calculate((value) => -value, parts, op);
      if (op === '+') return calculate((value) => value, parts, op);
      if (op === 'not') {
        const part = wanted('boolean', left, op);
        return boolean((values) => {
          const value = part.of(values);
          return value === null ? null : !value;
        });
      }
    } else {
      const arithmetic = ARITHMETIC.get(op);
      if (arithmetic) return calculate(arithmetic, parts, op);
      if (COMPARISONS.has(op)) return compare(op, left, right);
      if (op === 'and' || op === 'or') return both(op, left, right);
    }
    return fail(`the operator "${op}" is not allowed`, op);
  };
  const visit = (node: TreeNode, depth: number): Part => {
    if (++count > MOST_NODES || depth > MOST_DEEP)
      return fail(`too long or too deep: at most ${MOST_NODES} parts, ${MOST_DEEP} deep`, '');
    const inner = (child: TreeNode): Part => visit(child, depth + 1);
    const { type } = node;
    if (type === 'ParenthesisNode') return inner(node.content);
    if (type === 'ConstantNode') {
      const value = node.value;
      if (typeof value === 'boolean') return boolean(() => value);
      if (typeof value === 'number' && Number.isFinite(value)) return number(() => value);
      return fail(`"${String(value)}" is no finite number`, '');
    }
    if (type === 'SymbolNode') return name(node.name);
    if (type === 'OperatorNode') return operator(node, node.args.map(inner));
    if (type === 'ConditionalNode') {
      const [condition, yes, no] = [inner(node.condition), inner(node.trueExpr), inner(node.falseExpr)];
      const test = wanted('boolean', condition, '?');
      if (yes.kind !== no.kind) return fail('both sides of "? :" must be of one kind', '?');
      return {
        kind: yes.kind,
        of(values) {
          const value = test.of(values);
          return value === null ? null : value ? yes.of(values) : no.of(values);
        },
      };
    }
    if (type === 'RelationalNode') {
      const parts = node.params.map(inner);
      const signs = node.conditionals.map((relation) => RELATIONS[relation]!);
      return signs
        .map((sign, k) => compare(sign, parts[k]!, parts[k + 1]!))
        .reduce((all, one) => both('and', all, one));
    }
    if (type === 'FunctionNode') {
      const id = node.fn.type === 'SymbolNode' ? node.fn.name : '';
      const known = FUNCTIONS.get(id);
      const parts = node.args;
      if (!known) {
        const near = nearestName(id, [...FUNCTIONS.keys()]);
        return fail(`unknown function "${id}"${near ? `; did you mean "${near}"?` : ''}`, id);
      }
      if (parts.length < known.least || parts.length > known.most)
        return fail(`"${id}" takes ${known.least} to ${known.most} values, got ${parts.length}`, id);
      return calculate(known.of, parts.map(inner), id);
    }
    return fail(`${PLAIN[type] ?? 'this'} is not allowed`, SIGNS[type] ?? '');
  };
  const { kind, of } = visit(root, 0);
  return { kind, names: [...used], evaluate: of };
}

const PLAIN: Readonly<Record<string, string>> = {
  ...{ AssignmentNode: 'an assignment', FunctionAssignmentNode: 'defining a function', AccessorNode: 'a property' },
  ...{ ArrayNode: 'a list', ObjectNode: 'an object', BlockNode: 'more than one expression', RangeNode: 'a range' },
};
const SIGNS: Readonly<Record<string, string>> = {
  ...{
    AssignmentNode: '=',
    FunctionAssignmentNode: '=',
    ArrayNode: '[',
    ObjectNode: '{',
    RangeNode: ':',
    BlockNode: ';',
  },
};
