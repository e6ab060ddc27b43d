import { check, checkAbove, checkWhole } from '../../math/check.ts';
import { checkSeed } from '../../random/checkSeed.ts';
import { stream, uniform } from '../../random/stream.ts';
import { type AnswerSequence, type BktCounts, type BktParameters, countsOf, packSequences } from './bktCounts.ts';

/** Least and greatest value of each parameter, in [0, 1]. */
export type BktBounds = Readonly<Record<keyof BktParameters, readonly [least: number, most: number]>>;

/** Options of {@link fitBkt}. */
export interface FitBktOptions {
  /**
   * 'moderate' (the default): guess at most 0.5, slip at most 0.499, so that `bkt` takes what comes out. 'strict': guess at most 0.3, slip at most 0.1 (Corbett & Anderson 1995).
   * 'none': anything. Or bounds of your own.
   */
  readonly bounds?: 'strict' | 'moderate' | 'none' | Partial<BktBounds>;
  /** Whether what was known can be forgotten between two answers; false when absent, as in the original model. */
  readonly forget?: boolean;
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

/** Where one start ended. */
export interface BktStart extends BktParameters {
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

const EDGE = 0.001; // prior and learn keep away from 0 and 1, where an EM cannot leave again
const FEW = 30;
const APART = 0.1;

const PRESETS: Readonly<Record<'strict' | 'moderate' | 'none', BktBounds>> = {
  strict: boundsWith(0.3, 0.1),
  moderate: boundsWith(0.5, 0.499), // together below 1, as `bkt` asks
  none: { prior: [0, 1], learn: [0, 1], guess: [0, 1], slip: [0, 1], forget: [0, 1] },
};

function boundsWith(guess: number, slip: number): BktBounds {
  const inside = [EDGE, 1 - EDGE] as const;
  return { prior: inside, learn: inside, guess: [EDGE, guess], slip: [EDGE, slip], forget: [0, 1 - EDGE] };
}

/**
 * Fits Bayesian knowledge tracing to answers by expectation maximisation within bounds, from several random starts.
 *
 * Corbett & Anderson (1995), User Modeling and User-Adapted Interaction 4, 253-278; the E-step is that of a hidden Markov model (Baum et al.
 * 1970), the M-step is clipped to the bounds, which is the exact constrained maximum for each parameter, so the likelihood never falls.
 *
 * @param sequences one list of answers per learner, in time order: 1 right, 0 wrong, null missing
 * @param options bounds, forgetting, starts and when to stop
 * @returns the best parameters, every start, and warnings
 * @throws TypeError or RangeError for answers that are not 0, 1 or null, no answer at all, bounds or options out of range
 * @remarks Same seed, same fit. Without bounds the best optimum is often one in which known and unknown have changed places (Baker, Corbett & Aleven
 * 2008); read the warnings; a guess and a slip of 1 or more together are refused by `bkt`. Learners with a single answer count like all others.
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
  const packed = packSequences('fitBkt', sequences);
  const answers = packed.answers.reduce((sum, answer) => sum + (answer < 2 ? 1 : 0), 0);
  if (answers === 0) throw new RangeError('fitBkt: there is no answer to fit to');
  const scratch = new Float64Array(2 * packed.longest);
  const from = stream(seed);
  const found = Array.from({ length: starts }, (): BktStart => {
    let parameters = startingAt(within, () => uniform(from));
    let counts = countsOf(packed, parameters, scratch);
    for (let iterations = 1; ; iterations++) {
      const next = maximiseBkt(counts, parameters, within);
      const better = countsOf(packed, next, scratch);
      const gain = better.logLikelihood - counts.logLikelihood;
      [parameters, counts] = [next, better];
      const converged = gain < tolerance;
      if (converged || iterations === maxIterations) {
        return { ...parameters, logLikelihood: counts.logLikelihood, iterations, converged };
      }
    }
  }).sort((a, b) => b.logLikelihood - a.logLikelihood);
  const best = found[0]!;
  const learners = countsOf(packed, best, scratch).learners;
  return { ...best, learners, answers, starts: found, warnings: warningsOf(found, learners, within, forget) };
}

/**
 * The parameters that make expected counts likeliest: the M-step of {@link fitBkt}.
 *
 * @param counts made by `bktCounts`, those of all shards merged
 * @param parameters where the fit stands: what the counts say nothing of stays as it is
 * @param bounds least and greatest values; none when absent
 * @returns fresh parameters within the bounds
 * @example
 * import { bktCounts, maximiseBkt } from 'tutelage/tracing';
 *
 * const parameters = { prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1, forget: 0 };
 * maximiseBkt(bktCounts([[1, 1], [0]], parameters), parameters).prior; // => 0.493
 */
export function maximiseBkt(
  counts: BktCounts,
  parameters: BktParameters,
  bounds: Partial<BktBounds> = {},
): BktParameters {
  const share = (name: keyof BktParameters, part: number, whole: number): number => {
    const [least, most] = bounds[name] ?? [0, 1];
    return Math.min(most, Math.max(least, whole > 0 ? part / whole : parameters[name]));
  };
  return {
    prior: share('prior', counts.knewBefore, counts.learners),
    learn: share('learn', counts.learned, counts.unknown),
    guess: share('guess', counts.guessed, counts.answeredUnknown),
    slip: share('slip', counts.slipped, counts.answeredKnown),
    forget: share('forget', counts.forgotten, counts.known),
  };
}

function boundsOf(given: NonNullable<FitBktOptions['bounds']>, forget: boolean): BktBounds {
  const preset = typeof given === 'string' ? PRESETS[given] : { ...PRESETS.moderate, ...given };
  check(preset !== undefined, 'fitBkt', 'bounds', given, "'strict', 'moderate', 'none' or bounds");
  for (const [name, [least, most]] of Object.entries(preset!)) {
    const fine = least >= 0 && least <= most && most <= 1;
    check(fine, 'fitBkt', `bounds of ${name}`, `[${least}, ${most}]`, 'two numbers in [0, 1], the lower first');
  }
  return forget ? preset! : { ...preset!, forget: [0, 0] };
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
