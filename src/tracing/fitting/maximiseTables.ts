import type { BktClass } from '../models/bkt.ts';
import type { BktBounds } from './bktBounds.ts';
import type { BktParameters } from './bktCounts.ts';
import {
  ANSWERED_KNOWN,
  ANSWERED_UNKNOWN,
  type BktTables,
  type BktTallies,
  FORGOTTEN,
  GUESSED,
  KNOWN,
  LEARNED,
  SLIPPED,
  UNKNOWN,
} from './tallySequences.ts';

/** What may differ between classes of answers, and whether priors may between groups of learners. */
export interface Free {
  readonly classes: readonly (keyof BktClass)[];
  readonly groups: boolean;
}

/** Of each parameter: what counts for it, and out of what. */
const PARTS: Readonly<Record<keyof BktClass, readonly [part: number, whole: number]>> = {
  learn: [LEARNED, UNKNOWN],
  guess: [GUESSED, ANSWERED_UNKNOWN],
  slip: [SLIPPED, ANSWERED_KNOWN],
  forget: [FORGOTTEN, KNOWN],
};
const NAMES = ['learn', 'guess', 'slip', 'forget'] as const;

/** The M-step: the parameters that make expected counts likeliest, within bounds; what counts say nothing of stays. */
export function maximiseTables(tallies: BktTallies, tables: BktTables, bounds: BktBounds, free: Free): BktTables {
  const share = (name: keyof BktParameters, part: number, whole: number, before: number): number =>
    Math.min(bounds[name][1], Math.max(bounds[name][0], whole > 0 ? part / whole : before));
  const sumOf = (place: number): number => {
    let sum = 0;
    for (let k = place; k < tallies.classes.length; k += 8) sum += tallies.classes[k]!;
    return sum;
  };
  const byClass = (name: keyof BktClass): Float64Array => {
    const [part, whole] = PARTS[name];
    if (!free.classes.includes(name)) {
      return tables[name].map((before) => share(name, sumOf(part), sumOf(whole), before));
    }
    return tables[name].map((before, k) =>
      share(name, tallies.classes[8 * k + part]!, tallies.classes[8 * k + whole]!, before),
    );
  };
  const { learners, knewBefore } = tallies;
  const [all, knew] = [sum(learners), sum(knewBefore)];
  const prior = tables.prior.map((before, k) =>
    free.groups ? share('prior', knewBefore[k]!, learners[k]!, before) : share('prior', knew, all, before),
  );
  return { prior, learn: byClass('learn'), guess: byClass('guess'), slip: byClass('slip'), forget: byClass('forget') };
}

/** The same parameters for all classes and groups. */
export const sameForAll = (parameters: BktParameters, classes: number, groups: number): BktTables => {
  const all = (name: keyof BktClass) => new Float64Array(classes).fill(parameters[name]);
  const prior = new Float64Array(groups).fill(parameters.prior);
  return { prior, learn: all('learn'), guess: all('guess'), slip: all('slip'), forget: all('forget') };
};

/** One value of each parameter: the mean over classes or groups, weighted by what it was estimated from. */
export function pooled(tables: BktTables, tallies: BktTallies): BktParameters {
  const mean = (values: Float64Array, weightOf: (k: number) => number): number => {
    if (values.every((value) => value === values[0])) return values[0]!;
    const total = values.reduce((all, _, k) => all + weightOf(k), 0);
    return values.reduce((all, value, k) => all + value * (weightOf(k) / total), 0);
  };
  const [learn, guess, slip, forget] = NAMES.map((name) =>
    mean(tables[name], (k) => tallies.classes[8 * k + PARTS[name][1]]!),
  );
  return {
    prior: mean(tables.prior, (k) => tallies.learners[k]!),
    learn: learn!,
    guess: guess!,
    slip: slip!,
    forget: forget!,
  };
}

const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
