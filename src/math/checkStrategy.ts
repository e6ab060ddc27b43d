/** Throws unless `value` is a strategy with the given method; `example` shows how to make one. */
export function checkStrategy(where: string, name: string, value: unknown, method: string, example: string): void {
  if (typeof (value as Record<string, unknown> | null | undefined)?.[method] === 'function') return;
  throw new TypeError(`${where}: ${name} must be a strategy such as ${example}, got ${typeof value}`);
}
