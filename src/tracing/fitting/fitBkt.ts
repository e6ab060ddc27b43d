import { check, checkAbove, checkWhole } from '../../math/check.ts';
import { checkSeed } from '../../random/checkSeed.ts';
import { stream, uniform } from '../../random/stream.ts';
import type { BktClass } from '../models/bkt.ts';
import { type BktBounds, boundsOf } from './bktBounds.ts';
import { type AnswerSequence, type BktParameters, packSequences } from './bktCounts.ts';
import { classSequences } from './classSequences.ts';
import { type Free, maximiseTables, pooled, sameForAll } from './maximiseTables.ts';
import { type PackedSequences, tallySequences } from './tallySequences.ts';

/** Options of {@link fitBkt}. */
export interface FitBktOptions {
  /**
   * 'moderate' (the default): guess at most 0.5, slip at most 0.499, so that `bkt` takes what comes out. 'strict': guess at most 0.3, slip at most 0.1 (Corbett & Anderson 1995).
   * 'none': anything. Or bounds of your own.
   */
  readonly bounds?: 'strict' | 'moderate' | 'none' | Partial<BktBounds>;
  /** Whether what was known can be forgotten between two answers; false when absent, as in the original model. */
  readonly forget?: boolean;
  /** The class of each answer, such as the kind of its item; for each sequence as many as it has answers. */
  readonly classes?: readonly (readonly string[])[];
  /** What each class has of its own; guess and slip when absent. */
  readonly byClass?: readonly (keyof BktClass)[];
  /** The group of each learner, such as the result of a pre-test: each has a prior of its own. */
  readonly groups?: readonly string[];
  /** Random starts, 1 or more; 5 when absent. */
  readonly starts?: number;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
  /** It stops when an iteration gains less log-likelihood than this, above 0; 1e-8 when absent. */
  readonly tolerance?: number;
  /** Most iterations per start, 1 or more; 2,000 when absent. */
  readonly maxIterations?: number;
}

/** What can be wrong with a fit. */
export type BktWarning = 'degenerate' | 'atBound' | 'multimodal' | 'fewLearners' | 'notConverged';

/** Where one start ended; with classes or groups, the parameters are their means, weighted by answers or learners. */
export interface BktStart extends BktParameters {
  /** What each class has of its own. */
  readonly classes?: Readonly<Record<string, BktClass>>;
  /** The prior of each group. */
  readonly priors?: Readonly<Record<string, number>>;
  readonly logLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** The outcome of {@link fitBkt}: parameters for `bkt`. */
export interface BktFit extends BktStart {
  readonly learners: number;
  /** Answers that are not missing. */
  readonly answers: number;
  /** Every start, the best first. */
  readonly starts: readonly BktStart[];
  /**
   * 'degenerate': guess or slip above 0.5, or both together 1 or more. 'atBound': a parameter on its bound. 'multimodal': starts ended more
   * than 0.1 apart. 'fewLearners': fewer than 30. 'notConverged'.
   */
  readonly warnings: readonly BktWarning[];
}

const FEW = 30;
const APART = 0.1;

/**
 * Fits Bayesian knowledge tracing to answers by expectation maximisation within bounds, from several random starts.
 *
 * Corbett & Anderson (1995), User Modeling and User-Adapted Interaction 4, 253-278; the E-step is that of a hidden Markov model (Baum et al.
 * 1970), the M-step is clipped to the bounds, which is the exact constrained maximum for each parameter, so the likelihood never falls.
 *
 * @param sequences one list of answers per learner, in time order: 1 right, 0 wrong, null missing
 * @param options bounds, forgetting, starts and when to stop
 * @returns the best parameters, every start, and warnings
 * @throws TypeError or RangeError for answers that are not 0, 1 or null, no answer at all, classes or groups that do not fit the sequences, bounds or
 * options out of range
 * @remarks Same seed, same fit. Without bounds the best optimum is often one in which known and unknown have changed places (Baker, Corbett & Aleven
 * 2008); read the warnings; a guess and a slip of 1 or more together are refused by `bkt`. Learners with a single answer count like all others.
 * With classes, groups or forgetting the first start begins where the model without them ends, so that it never fits worse. A group made of
 * the learners' first answer (KT-PPS) knows what it predicts: judge such a model from the second answer on.
 * @example
 * import { fitBkt } from 'tutelage/tracing';
 *
 * const sequences = Array.from({ length: 60 }, (_, k) => [k % 4 === 0 ? 1 : 0, k % 2, 1, k % 5 === 0 ? 0 : 1] as (0 | 1)[]);
 * const fit = fitBkt(sequences, { seed: 1 });
 * fit.logLikelihood; // => -124.55
 * fit.warnings; // => ['atBound']
 */
export function fitBkt(sequences: readonly AnswerSequence[], options: FitBktOptions = {}): BktFit {
  const { bounds = 'moderate', forget = false, starts = 5, seed = 0, tolerance = 1e-8, maxIterations = 2000 } = options;
  checkSeed('fitBkt', seed);
  checkWhole('fitBkt', 'starts', starts, 1);
  checkWhole('fitBkt', 'maxIterations', maxIterations, 1);
  checkAbove('fitBkt', 'tolerance', tolerance, 0);
  const within = boundsOf(bounds, forget);
  const packed = classSequences('fitBkt', packSequences('fitBkt', sequences), options);
  const answers = packed.answers.reduce((sum, answer) => sum + (answer < 2 ? 1 : 0), 0);
  if (answers === 0) throw new RangeError('fitBkt: there is no answer to fit to');
  const from = stream(seed);
  const { byClass = ['guess', 'slip'] } = options;
  const isKnown = byClass.every((name) => name !== ('prior' as string) && name in within);
  check(isKnown, 'fitBkt', 'byClass', `[${byClass}]`, 'names of learn, guess, slip, forget');
  const climb = climbing(packed, byClass, tolerance, maxIterations);
  const random = () => startingAt(within, () => uniform(from));
  const found: BktStart[] = [];
  if (forget || options.classes || options.groups) {
    // the simplest model first: no richer one may end below it
    const simple = climb({ ...random(), forget: 0 }, { ...within, forget: [0, 0] }, false);
    const goingOn = climb(
      { ...simple, forget: forget ? within.forget[0] + 0.01 * (within.forget[1] - within.forget[0]) : 0 },
      within,
      true,
    );
    const isBetter = goingOn.logLikelihood >= simple.logLikelihood || within.forget[0] > 0; // then the simple one is out of bounds
    found.push(isBetter ? goingOn : simple);
  }
  while (found.length < starts) found.push(climb(random(), within, true));
  found.sort((one, other) => other.logLikelihood - one.logLikelihood);
  const learners = packed.begins.reduce((sum, begin, k) => sum + (k > 0 && begin > packed.begins[k - 1]! ? 1 : 0), 0);
  return { ...found[0]!, learners, answers, starts: found, warnings: warningsOf(found, learners, within, forget) };
}

/** Expectation maximisation from one start; not `apart`, all classes and groups are one. */
function climbing(
  packed: PackedSequences & { readonly classNames: readonly string[]; readonly groupNames: readonly string[] },
  byClass: readonly (keyof BktClass)[],
  tolerance: number,
  maxIterations: number,
) {
  const { classNames, groupNames } = packed;
  const scratch = new Float64Array(2 * packed.longest);
  return (start: BktParameters, bounds: BktBounds, apart: boolean): BktStart => {
    const free: Free = { classes: apart ? byClass : [], groups: apart };
    let tables = sameForAll(start, classNames.length, groupNames.length);
    let tallies = tallySequences(packed, tables, scratch);
    for (let iterations = 1; ; iterations++) {
      const next = maximiseTables(tallies, tables, bounds, free);
      const better = tallySequences(packed, next, scratch);
      const gain = better.logLikelihood - tallies.logLikelihood;
      [tables, tallies] = [next, better];
      const converged = gain < tolerance;
      if (!converged && iterations < maxIterations) continue;
      const ownOf = (k: number) => Object.fromEntries(byClass.map((name) => [name, tables[name][k]!]));
      return {
        ...pooled(tables, tallies),
        ...(classNames.length > 1 && { classes: Object.fromEntries(classNames.map((name, k) => [name, ownOf(k)])) }),
        ...(groupNames.length > 1 && {
          priors: Object.fromEntries(groupNames.map((name, k) => [name, tables.prior[k]!])),
        }),
        ...{ logLikelihood: tallies.logLikelihood, iterations, converged },
      };
    }
  };
}

/** Random parameters in the lower part of their bounds, as in pyBKT: prior anywhere, learn, guess and forget below 0.4, slip below 0.3. */
function startingAt(bounds: BktBounds, draw: () => number): BktParameters {
  const below = (name: keyof BktParameters, limit: number): number => {
    const [least, most] = bounds[name];
    return least + draw() * Math.max(0, Math.min(limit, most) - least);
  };
  return {
    prior: below('prior', 1),
    learn: below('learn', 0.4),
    guess: below('guess', 0.4),
    slip: below('slip', 0.3),
    forget: below('forget', 0.4),
  };
}

function warningsOf(starts: readonly BktStart[], learners: number, bounds: BktBounds, forget: boolean): BktWarning[] {
  const [best] = starts as readonly [BktStart, ...BktStart[]];
  const free = (['prior', 'learn', 'guess', 'slip', ...(forget ? (['forget'] as const) : [])] as const).map((name) => ({
    value: best[name],
    bounds: bounds[name],
  }));
  const atBound = free.some(({ value, bounds: ends }) => ends.some((end) => Math.abs(value - end) < 1e-6));
  const degenerate = best.guess > 0.5 || best.slip > 0.5 || best.guess + best.slip >= 1;
  return [
    ...(degenerate ? (['degenerate'] as const) : []),
    ...(atBound ? (['atBound'] as const) : []),
    ...(best.logLikelihood - starts.at(-1)!.logLikelihood > APART ? (['multimodal'] as const) : []),
    ...(learners < FEW ? (['fewLearners'] as const) : []),
    ...(best.converged ? [] : (['notConverged'] as const)),
  ];
}
