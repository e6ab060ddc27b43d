// Random values of a schema, for property tests: zod's own definition is read, so that a new field is drawn without being named here.
import fc from 'fast-check';
import type * as z from 'zod/mini';

interface Definition {
  readonly type: string;
  readonly element?: z.ZodMiniType;
  readonly innerType?: z.ZodMiniType;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly values?: readonly unknown[];
  readonly checks?: readonly { readonly _zod: { readonly check: Check } }[];
}
interface Check {
  readonly json?: Keywords;
  /** Forms of which a value has to have one. */
  readonly options?: readonly z.ZodMiniType[];
}
interface Keywords {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly type?: string | string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Strings that break things: ids of prototypes, lone surrogates, nothing but blanks. */
const odd = fc.constantFrom('__proto__', 'constructor', 'toString', '\ud800', ' ', '\u0000', '<b>', '"', 'a\nb', '🙂');

export function arbitraryOf(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const def = schema._zod.def as unknown as Definition;
  const words: Keywords = Object.assign({}, ...(def.checks ?? []).map(({ _zod }) => _zod.check.json ?? {}));
  const options = def.checks?.flatMap(({ _zod }) => _zod.check.options ?? []) ?? [];
  if (options.length > 0) return fc.oneof(...options.map(arbitraryOf));
  switch (def.type) {
    case 'object':
      return objectOf(def.shape!);
    case 'array': {
      const { minItems = 0, maxItems = 3 } = words;
      return fc.array(arbitraryOf(def.element!), { minLength: minItems, maxLength: maxItems }).map(distinctById);
    }
    case 'optional':
      return arbitraryOf(def.innerType!);
    case 'nullable':
      return fc.option(arbitraryOf(def.innerType!));
    case 'literal':
      return fc.constantFrom(...def.values!);
    case 'string':
      if (words.pattern) return fc.stringMatching(new RegExp(words.pattern));
      return fc.oneof(odd, fc.string({ minLength: words.minLength ?? 0, unit: 'binary' }));
    case 'number':
      return numberOf(words);
    default: // unknown: numbers or null, an object, or any JSON
      if (Array.isArray(words.type)) return fc.option(numberOf(words));
      return (words.type === 'object' ? fc.dictionary(fc.string(), fc.jsonValue()) : fc.jsonValue({ maxDepth: 2 }))
        .filter((value) => !/"(__proto__|constructor|prototype)":/.test(JSON.stringify(value)))
        .map((value) => JSON.parse(JSON.stringify(value))); // -0 does not survive JSON
  }
}

/** Lists of things with ids hold each once. */
function distinctById(list: unknown[]): unknown[] {
  const idOf = (entry: unknown) =>
    (entry as { competencyId?: string; id?: string } | null)?.competencyId ?? (entry as { id?: string } | null)?.id;
  return list.filter(
    (entry, k) => idOf(entry) === undefined || list.findIndex((other) => idOf(other) === idOf(entry)) === k,
  );
}

function objectOf(shape: Readonly<Record<string, z.ZodMiniType>>): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape);
  const requiredKeys = fields.filter(([, field]) => field._zod.def.type !== 'optional').map(([key]) => key);
  return fc
    .record(Object.fromEntries(fields.map(([key, field]) => [key, arbitraryOf(field)])), { requiredKeys })
    .map(({ start, end, ...rest }) => {
      if (typeof start !== 'string') return { ...(start !== undefined && { start, end }), ...rest };
      const [first, last] = [start, String(end)].sort(); // a window ends after it starts
      return first === last ? { ...rest, start: '00:00', end: '24:00' } : { ...rest, start: first, end: last };
    });
}

function numberOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, type }: Keywords): fc.Arbitrary<number> {
  const min = Math.max(minimum ?? -1e15, exclusiveMinimum ?? -1e15);
  const max = Math.min(maximum ?? 1e15, exclusiveMaximum ?? 1e15);
  if (type === 'integer') return fc.integer({ min: Math.ceil(min), max: Math.min(max, 1e9) });
  const inside = fc.double({
    min,
    max,
    noNaN: true,
    minExcluded: min === exclusiveMinimum,
    maxExcluded: max === exclusiveMaximum,
  });
  return inside.map((value) => value + 0); // -0 does not survive JSON
}
