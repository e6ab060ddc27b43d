import { type Documents, documentOf } from './documents.ts';

/** Keywords and values of JSON Schema. */
type Json = Record<string, unknown>;

/** What is read of a zod schema. */
interface Schema {
  readonly _zod: {
    readonly optin?: string | undefined;
    readonly def: {
      readonly type: string;
      readonly element?: Schema;
      readonly innerType?: Schema;
      readonly shape?: Readonly<Record<string, Schema>>;
      readonly values?: readonly unknown[];
      readonly checks?: readonly {
        readonly _zod: { readonly check: { readonly json?: Json; readonly options?: readonly Schema[] } };
      }[];
    };
  };
}

/**
 * JSON Schema (2020-12) of what the parser of a name reads: the value itself, or a document made by `toDocument`.
 *
 * @param name what is described
 * @returns a fresh schema without references
 * @throws RangeError for an unknown name
 * @remarks What JSON Schema cannot say is left to the parser: no id twice, windows that end after they start, no cycle among prerequisites,
 * limits on depth and size, older versions.
 * @example
 * import { jsonSchema } from 'tutelage/schema';
 *
 * jsonSchema('learnerProfile').required; // => ['schema', 'version', 'id']
 */
export function jsonSchema(name: keyof Documents): Readonly<Record<string, unknown>> {
  const { kind, schema, list } = documentOf('jsonSchema', name);
  const header = { schema: { const: kind.schema }, version: { const: kind.version } };
  const inner = toJson(schema as Schema);
  const about = { $schema: 'https://json-schema.org/draft/2020-12/schema', title: name };
  if (list) {
    const entries = { type: 'array', items: inner };
    return { ...about, anyOf: [entries, closed({ ...header, entries }, ['schema', 'version', 'entries'])] };
  }
  if (kind.inline) return { ...about, ...inner };
  return {
    ...about,
    ...inner,
    properties: { ...header, ...(inner.properties as Json) },
    dependentRequired: { schema: ['version'], version: ['schema'] },
  };
}

const closed = (properties: Json, required: readonly string[]): Json => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});

function toJson({ _zod: { def } }: Schema): Json {
  const json = withoutChecks(def);
  for (const { _zod } of def.checks ?? []) {
    const { json: keywords, options } = _zod.check;
    Object.assign(json, keywords, options && { oneOf: options.map(toJson) });
  }
  return json;
}

function withoutChecks(def: Schema['_zod']['def']): Json {
  switch (def.type) {
    case 'object': {
      const fields = Object.entries(def.shape!);
      const needed = fields.filter(([, { _zod }]) => _zod.def.type !== 'optional').map(([key]) => key);
      return closed(Object.fromEntries(fields.map(([key, field]) => [key, toJson(field)])), needed);
    }
    case 'array':
      return { type: 'array', items: toJson(def.element!) };
    case 'optional':
      return toJson(def.innerType!);
    case 'nullable':
      return { anyOf: [toJson(def.innerType!), { type: 'null' }] };
    case 'literal':
      return { enum: def.values };
    case 'unknown':
      return {};
    default: // string and number
      return { type: def.type };
  }
}
