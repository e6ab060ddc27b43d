import * as z from 'zod/mini';
import type { Item } from '../irt/item.ts';
import { type DocumentKind, parseEntries } from './parseDocument.ts';
import { id, list, number, object, oneOf, positive, share } from './parts.ts';
import type { Result } from './result.ts';
import { atLeast, atMost, rule } from './rule.ts';

const difficulty = number.check(atLeast(-1000), atMost(1000));
const discrimination = positive.check(atMost(1000));
const lower = share.check(rule((c) => c < 1, 'must be below 1', { exclusiveMaximum: 1 }, 'too_big'));

const several = (least: number) =>
  list(difficulty).check(
    rule((x) => x.length >= least, `must hold at least ${least}`, { minItems: least }, 'too_small'),
  );
const steps = several(1);
const perCategory = several(2);

const forms = [
  object({ id, model: oneOf('rasch'), b: difficulty }),
  object({ id, model: oneOf('2pl'), a: discrimination, b: difficulty }),
  object({ id, model: oneOf('3pl'), a: discrimination, b: difficulty, c: lower }),
  object({ id, model: oneOf('4pl'), a: discrimination, b: difficulty, c: lower, d: share }).check(
    rule(({ c, d }) => c < d, 'must have c below d'),
  ),
  object({ id, model: oneOf('graded'), a: discrimination, b: steps }).check(
    rule(({ b }) => b.every((x, k) => !(x <= b[k - 1]!)), 'must have b in ascending order'),
  ),
  object({ id, model: oneOf('gpcm'), a: discrimination, b: steps }),
  object({ id, model: oneOf('pcm'), b: steps }),
  object({ id, model: oneOf('rating'), b: difficulty, thresholds: steps }),
  object({ id, model: oneOf('nominal'), a: perCategory, c: perCategory }).check(
    rule(({ a, c }) => a.length === c.length, 'must have as many a as c'),
  ),
];
type Form = (typeof forms)[number]['_zod'];

/** Schema of one `Item`: of the form that its model asks for. zod's own discriminated union costs 0.4 kB more. */
export const item = z.unknown().check(
  Object.assign(
    ({ value, issues }: z.z.core.ParsePayload) => {
      const { model } = Object(value);
      const found = forms.find(({ shape }) => shape.model._zod.def.values[0] === model)?.safeParse(value);
      if (!found) issues.push({ code: 'invalid_union', path: ['model'], message: 'is no known model' } as never);
      else if (found.error) issues.push(...(found.error.issues as z.z.core.$ZodRawIssue[]));
    },
    { options: forms },
  ),
) as unknown as z.ZodMiniType<Form['output'], Form['input']>;

/** How items are stored. */
export const itemKind: DocumentKind = { schema: 'tutelage/items', version: 1 };

/**
 * Checks a list of calibrated items from outside.
 *
 * @param input a list, or a document made by `toDocument('item', list)`
 * @returns the items, or the first 100 issues with their paths
 * @remarks Never throws.
 * @example
 * import { parseItems } from 'tutelage/schema';
 *
 * parseItems([{ id: 'q1', model: 'rasch', b: 0.3 }]).ok; // => true
 * parseItems([{ id: 'q1', model: '2pl', a: -1, b: 0.3 }]).ok; // => false
 */
export function parseItems(input: unknown): Result<Item[]> {
  return parseEntries(itemKind, item, input);
}
