import { checkOnce } from '../../math/check.ts';
import type { TracingModel } from '../tracingModel.ts';
import {
  chancesOf,
  checkGuessSlip,
  type GuessSlip,
  isNoisy,
  overStates,
  type PosteriorState,
  priorOver,
} from './overStates.ts';

/** What a cognitive diagnosis model holds of one item. */
export interface AttributeItem extends GuessSlip {
  /** The competencies it is about, one or more. */
  readonly competencies: readonly string[];
}

/** Options of {@link dina} and {@link dino}. */
export interface AttributeOptions {
  /** At most 12. */
  readonly competencies: readonly string[];
  readonly items: Readonly<Record<string, AttributeItem>>;
  /**
   * A weight for each of the 2^K sets of competencies, at least 0; all alike when absent. Bit k of the place in the list says whether
   * the k-th competency is held: for two competencies none, the first, the second, both.
   */
  readonly prior?: readonly number[];
}

/** Most competencies: 2^12 = 4,096 states. */
export const MOST_ATTRIBUTES = 12;

/** Who can do what: whether who holds a set of competencies can do an item that is about another set, both as bits. */
export type CanDo = (held: number, needed: number) => boolean;

/** A model over all sets of competencies. */
export function overAttributes<Name extends string>(
  name: Name,
  { competencies, items, prior }: AttributeOptions,
  canDo: CanDo,
): TracingModel<PosteriorState<Name>> {
  const bits = attributeBits(name, competencies);
  const count = 2 ** competencies.length;
  const chances = new Map(
    Object.entries(items).map(([id, item]) => {
      checkGuessSlip(name, id, item);
      return [id, chancesOf(idealOver(count, neededBits(name, bits, id, item.competencies), canDo), item)];
    }),
  );
  const shares = priorOver(name, count, prior);
  return overStates({
    name,
    options: { competencies, items, prior: shares },
    prior: shares,
    isCommutative: isNoisy(Object.values(items)),
    chances(question) {
      const found = chances.get(question?.itemId ?? '');
      if (found) return found;
      throw new RangeError(`${name}: item "${question?.itemId}" is not among options.items`);
    },
    holding(competencyId) {
      const bit = bits.get(competencyId ?? '');
      if (bit !== undefined) return idealOver(count, bit, (held, needed) => (held & needed) !== 0);
      throw new RangeError(`${name}: competency "${competencyId}" is not among options.competencies`);
    },
  });
}

/** The bit of each competency. */
export function attributeBits(where: string, competencies: readonly string[]): ReadonlyMap<string, number> {
  checkOnce(where, 'competency', competencies);
  if (competencies.length > MOST_ATTRIBUTES) {
    throw new RangeError(`${where}: at most ${MOST_ATTRIBUTES} competencies, got ${competencies.length}`);
  }
  return new Map(competencies.map((id, k) => [id, 2 ** k]));
}

/** The competencies of one item as bits. */
export function neededBits(
  where: string,
  bits: ReadonlyMap<string, number>,
  id: string,
  needed: readonly string[],
): number {
  if (needed.length === 0) throw new RangeError(`${where}: item "${id}" is about no competency`);
  return needed.reduce((all, competency) => {
    const bit = bits.get(competency);
    if (bit === undefined)
      throw new RangeError(`${where}: item "${id}" is about "${competency}", which is no competency here`);
    return all | bit;
  }, 0);
}

/** For each set of competencies whether it is enough. */
export const idealOver = (count: number, needed: number, canDo: CanDo): Uint8Array =>
  Uint8Array.from({ length: count }, (_, held) => (canDo(held, needed) ? 1 : 0));
