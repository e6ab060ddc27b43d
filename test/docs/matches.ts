import ts from 'typescript';

const parse = (literal: string): ts.Expression => {
  const file = ts.createSourceFile('literal.ts', `(${literal})`, ts.ScriptTarget.Latest, true);
  const problems = (file as unknown as { parseDiagnostics: unknown[] }).parseDiagnostics;
  const [statement] = file.statements;
  if (problems.length > 0 || !statement || !ts.isExpressionStatement(statement) || file.statements.length > 1) {
    throw new SyntaxError(`\`${literal}\` is no JavaScript literal`);
  }
  return (statement.expression as ts.ParenthesizedExpression).expression;
};

/** Whether a value is what a literal says, numbers to the digits printed: 0.4213 matches `0.42`, 2 does not match `2.1`. */
export const matches = (actual: unknown, literal: string): boolean => same(actual, parse(literal));

function same(actual: unknown, node: ts.Expression): boolean {
  if (ts.isNumericLiteral(node)) return sameNumber(actual, node.getText());
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    return typeof actual === 'number' && same(-actual, node.operand);
  }
  if (ts.isArrayLiteralExpression(node)) {
    const list = ArrayBuffer.isView(actual) ? Array.from(actual as Float64Array) : actual;
    return (
      Array.isArray(list) &&
      list.length === node.elements.length &&
      node.elements.every((element, k) => same(list[k], element))
    );
  }
  if (ts.isObjectLiteralExpression(node)) return sameRecord(actual, node);
  if (ts.isStringLiteralLike(node)) return actual === node.text;
  const plain = new Map<string, unknown>(
    Object.entries({ true: true, false: false, null: null, undefined: undefined, NaN: Number.NaN, Infinity: Infinity }),
  );
  if (!plain.has(node.getText())) throw new SyntaxError(`\`${node.getText()}\` is no JavaScript literal`);
  return Object.is(actual, plain.get(node.getText()));
}

function sameNumber(actual: unknown, printed: string): boolean {
  if (typeof actual !== 'number') return false;
  const [, fraction = '', exponent = '0'] = /^\d[\d_]*\.?(\d*)(?:e([-+]?\d+))?$/i.exec(printed) ?? [];
  const expected = Number(printed.replaceAll('_', ''));
  const unit = fraction === '' && exponent === '0' ? 0 : 10 ** (Number(exponent) - fraction.length);
  return Math.abs(actual - expected) <= 0.5 * unit * (1 + 1e-9);
}

function sameRecord(actual: unknown, node: ts.ObjectLiteralExpression): boolean {
  if (actual === null || typeof actual !== 'object' || Array.isArray(actual)) return false;
  const has = new Map<string, unknown>(Object.entries(actual));
  return (
    has.size === node.properties.length &&
    node.properties.every((property) => {
      if (!ts.isPropertyAssignment(property)) throw new SyntaxError(`\`${property.getText()}\` is no literal`);
      const key = ts.isStringLiteralLike(property.name) ? property.name.text : property.name.getText();
      return has.has(key) && same(has.get(key), property.initializer);
    })
  );
}
