import { check, checkAbove, checkWhole } from '../../math/check.ts';
import { checkSeed } from '../../random/checkSeed.ts';
import type { Item } from '../item.ts';
import { modelsOf } from '../modelOf.ts';
import { allModels } from '../models/all.ts';
import { searchForm } from './searchForm.ts';

/** How many items of a set a form may hold, such as a content area, a kind of task, or anchor items that must all be there. */
export interface ContentCount {
  readonly name: string;
  readonly itemIds: readonly string[];
  /** Fewest of them; 0 when absent. */
  readonly min?: number;
  /** Most of them; any number when absent. */
  readonly max?: number;
}

/** Options of {@link assembleForm}. */
export interface FormOptions {
  /** Number of items. */
  readonly length: number;
  /** Test information wanted at abilities, above 0; an information of 1 / s^2 gives a standard error of s. */
  readonly targets: readonly { readonly theta: number; readonly information: number }[];
  /** Content counts; sets may overlap. */
  readonly content?: readonly ContentCount[];
  /** Items that must not be taken. */
  readonly exclude?: readonly string[];
  /** Groups of items of which a form may hold one at most. */
  readonly enemies?: readonly (readonly string[])[];
  /** Seed of the shaking, an unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/** A form and how it meets what was asked. */
export interface TestForm {
  /** Its items, in the order of the bank; the nearest to the counts when these are not met. */
  readonly itemIds: readonly string[];
  /** `short`: counts are met, information is not. `notFound`: the search met no form with these counts. `infeasible`: there is none. */
  readonly status: 'ok' | 'short' | 'notFound' | 'infeasible';
  /** What is missing, in words; null when nothing is. */
  readonly reason: string | null;
  readonly information: readonly {
    readonly theta: number;
    readonly target: number;
    readonly information: number;
    /** Target minus information; 0 when reached. */
    readonly shortfall: number;
  }[];
  /** Items in all ('length'), excluded ones, one per group of enemies ('enemies 1', ...), and per content count. */
  readonly counts: readonly {
    readonly name: string;
    readonly count: number;
    readonly min: number;
    readonly max: number;
  }[];
}

/**
 * Assembles a fixed form from a bank that reaches a target information and holds the content counts.
 *
 * In this order: counts are to be met, then sum_t (shortfall_t / target_t)^2 is to be least, then the same sum of surpluses, which spares good
 * items. Items are added one by one, each the best at its turn, and exchanged one for one while that helps; then the best form is shaken up
 * and searched again, 20 times (our choice; van der Linden, W. J. (2005), Linear models for optimal test design, for the problem).
 *
 * @param bank calibrated items
 * @param options length, targets, constraints, seed
 * @returns the form, its information beside the targets, its counts, and a `status` with the reason where something is not met
 * @throws RangeError for impossible items, an id that is not in the bank, a target that is not above 0, min above max
 * @remarks A heuristic: better forms may exist. Deterministic given the seed. O(length x bank) exchanges per pass, and some ten passes per search.
 * @example
 * import { assembleForm } from 'tutelage/irt/analysis';
 *
 * const bank = Array.from({ length: 9 }, (_, k) => ({ id: `q${k}`, model: '2pl', a: 1.5, b: k / 2 - 2 }) as const);
 * const form = assembleForm(bank, {
 *   length: 4,
 *   targets: [{ theta: 0, information: 1.5 }],
 *   content: [{ name: 'easy', itemIds: ['q0', 'q1', 'q2'], min: 2 }],
 *   enemies: [['q3', 'q4']],
 * });
 * form.status; // => 'ok'
 * form.itemIds.filter((id) => id < 'q3').length; // => 2
 */
export function assembleForm(bank: readonly Item[], options: FormOptions): TestForm {
  const where = 'assembleForm';
  const { length, targets, content = [], exclude = [], enemies = [], seed = 0 } = options;
  const models = modelsOf(where, allModels, bank);
  checkWhole(where, 'length', length, 1);
  checkSeed(where, seed);
  for (const { information } of targets) checkAbove(where, 'information', information, 0);
  const known = new Set(bank.map(({ id }) => id));
  const sets: readonly ContentCount[] = [
    { name: 'length', itemIds: [...known], min: length },
    { name: 'excluded', itemIds: exclude, max: 0 },
    ...enemies.map((itemIds, k) => ({ name: `enemies ${k + 1}`, itemIds, max: 1 })),
    ...content,
  ];
  const counts = sets.map(({ name, itemIds, min = 0, max = length }) => {
    check(min <= max, where, `min of ${name}`, min, `at most ${max}`);
    const stray = itemIds.find((id) => !known.has(id));
    check(stray === undefined, where, name, stray, 'items of the bank');
    const members = new Set(itemIds);
    return { name, min, max, isMember: bank.map(({ id }) => members.has(id)) };
  });
  const table = bank.map((item, j) =>
    targets.map(({ theta, information }) => models[j]!.information(item, theta) / information),
  );
  const found = searchForm(table, Math.min(length, bank.length), targets.length, counts, seed);
  const information = targets.map(({ theta, information: target }, t) => {
    const got = found.reduce((sum, j) => sum + table[j]![t]!, 0) * target;
    return { theta, target, information: got, shortfall: Math.max(0, target - got) };
  });
  const short = information.filter(({ shortfall }) => shortfall > 0);
  const report = counts.map(({ name, min, max, isMember }) => {
    return { name, count: found.filter((j) => isMember[j]).length, min, max };
  });
  const missed = report.filter(({ count, min, max }) => count < min || count > max);
  const isImpossible = counts.some(({ min, max, isMember }) => {
    const members = isMember.filter(Boolean).length;
    return Math.min(members, length) < min || length - (bank.length - members) > max;
  });
  const reasons = [
    ...missed.map(({ name, count, min, max }) => `${name}: ${count} items, not ${min} to ${max}`),
    ...short.map(({ theta, shortfall }) => `information at ${theta} is ${shortfall.toPrecision(3)} short`),
  ];
  return {
    itemIds: found.map((j) => bank[j]!.id),
    status: isImpossible ? 'infeasible' : missed.length > 0 ? 'notFound' : short.length > 0 ? 'short' : 'ok',
    reason: reasons.join('; ') || null,
    information,
    counts: report,
  };
}
