import { check, checkList, checkShare } from '../../math/check.ts';

/** Parameters of Bayesian knowledge tracing, probabilities in [0, 1]: those of `bkt`. */
export interface BktParameters {
  readonly prior: number;
  readonly learn: number;
  readonly guess: number;
  readonly slip: number;
  readonly forget: number;
}

/** Answers of one learner to one skill, in time order: right, wrong, or missing. */
export type AnswerSequence = readonly (0 | 1 | null)[];

/** Answers of many learners, one after the other, 2 where one is missing. */
export interface PackedSequences {
  readonly answers: Uint8Array;
  /** Where each learner begins; one more entry, the end. */
  readonly begins: Int32Array;
  readonly longest: number;
}

/** What the answers of one shard of learners say of the parameters: expected counts, which add up. */
export interface BktCounts {
  /** Learners with an answer or a missing one, and how many of them knew the skill before. */
  readonly learners: number;
  readonly knewBefore: number;
  /** Opportunities followed by another, not known and known, and how many of these changed. */
  readonly unknown: number;
  readonly learned: number;
  readonly known: number;
  readonly forgotten: number;
  /** Answers given while not known and while known, and how many of these were right, and wrong. */
  readonly answeredUnknown: number;
  readonly guessed: number;
  readonly answeredKnown: number;
  readonly slipped: number;
  /** Log-likelihood of the answers under the parameters the counts were made with. */
  readonly logLikelihood: number;
}

const MISSING = 2;

/** Checks sequences and packs them. */
export function packSequences(where: string, sequences: readonly AnswerSequence[]): PackedSequences {
  checkList(where, 'sequences', sequences);
  const begins = new Int32Array(sequences.length + 1);
  let longest = 0;
  for (const [k, sequence] of sequences.entries()) {
    checkList(where, `sequences[${k}]`, sequence);
    begins[k + 1] = begins[k]! + sequence.length;
    longest = Math.max(longest, sequence.length);
  }
  const answers = new Uint8Array(begins.at(-1)!);
  let at = 0;
  for (const [k, sequence] of sequences.entries()) {
    for (let t = 0; t < sequence.length; t++) {
      const answer = sequence[t];
      if (answer !== 0 && answer !== 1 && answer !== null) {
        check(false, where, `sequences[${k}][${t}]`, answer, '0, 1 or null; cut fractional scores first');
      }
      answers[at++] = answer ?? MISSING;
    }
  }
  return { answers, begins, longest };
}

/**
 * What the answers of some learners say of the parameters: the E-step of an expectation maximisation, for one shard of the data.
 *
 * Forward and backward pass over a hidden Markov model with two states (Baum et al. 1970, Annals of Mathematical Statistics 41,
 * 164-171). Counts of shards are added by {@link mergeBktCounts} and turned into parameters by {@link maximiseBkt}.
 *
 * @param sequences one list of answers per learner, in time order; null is missing
 * @param parameters where the fit stands
 * @returns expected counts and the log-likelihood
 * @throws TypeError or RangeError for answers that are not 0, 1 or null, or parameters outside [0, 1]
 * @remarks An answer that the parameters rule out has log-likelihood -Infinity and says nothing of what was known.
 * @example
 * import { bktCounts } from 'tutelage/tracing';
 *
 * const counts = bktCounts([[1, 1], [0]], { prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1, forget: 0 });
 * counts.logLikelihood; // => -1.6856
 */
export function bktCounts(sequences: readonly AnswerSequence[], parameters: BktParameters): BktCounts {
  for (const [name, value] of Object.entries(parameters)) checkShare('bktCounts', name, value);
  const packed = packSequences('bktCounts', sequences);
  return countsOf(packed, parameters, new Float64Array(2 * packed.longest));
}

/** The kernel. `scratch` has room for two numbers per answer of the longest sequence. */
export function countsOf(
  { answers, begins }: PackedSequences,
  { prior, learn, guess, slip, forget }: BktParameters,
  scratch: Float64Array,
): BktCounts {
  let [learners, knewBefore, unknown, learned, known, forgotten] = [0, 0, 0, 0, 0, 0];
  let [answeredUnknown, guessed, answeredKnown, slipped, logLikelihood] = [0, 0, 0, 0, 0];
  for (let k = 0; k + 1 < begins.length; k++) {
    const begin = begins[k]!;
    const length = begins[k + 1]! - begin;
    if (length === 0) continue;
    learners++;
    let before = prior; // P(known | answers so far, without this one)
    let product = 1; // of probabilities of answers, its logarithm taken before it gets too small
    for (let t = 0; t < length; t++) {
      const answer = answers[begin + t]!;
      let after = before;
      if (answer !== MISSING) {
        const fromKnown = before * (answer === 1 ? 1 - slip : slip);
        const chance = fromKnown + (1 - before) * (answer === 1 ? guess : 1 - guess);
        if (chance > 0) after = fromKnown / chance;
        product *= chance;
        if (product < 1e-250) {
          logLikelihood += Math.log(product);
          product = 1;
        }
      }
      scratch[2 * t] = before;
      scratch[2 * t + 1] = after;
      before = after * (1 - forget) + (1 - after) * learn;
    }
    logLikelihood += Math.log(product);
    let later = 0; // P(known at t + 1 | all answers)
    for (let t = length - 1; t >= 0; t--) {
      const after = scratch[2 * t + 1]!;
      let now = after;
      if (t + 1 < length) {
        // how much all later answers speak for and against being known at t + 1
        const next = scratch[2 * t + 2]!;
        const weightFor = next > 0 ? later / next : 0;
        const weightAgainst = next < 1 ? (1 - later) / (1 - next) : 0;
        const gained = (1 - after) * learn * weightFor;
        const lost = after * forget * weightAgainst;
        now = after * (1 - forget) * weightFor + lost;
        unknown += 1 - now;
        learned += gained;
        known += now;
        forgotten += lost;
      }
      const answer = answers[begin + t]!;
      if (answer !== MISSING) {
        answeredKnown += now;
        answeredUnknown += 1 - now;
        if (answer === 1) guessed += 1 - now;
        else slipped += now;
      }
      later = now;
    }
    knewBefore += later;
  }
  return {
    ...{ learners, knewBefore, unknown, learned, known, forgotten },
    ...{ answeredUnknown, guessed, answeredKnown, slipped, logLikelihood },
  };
}

/**
 * The counts of two shards together.
 *
 * @param a counts of some learners
 * @param b counts of others, made with the same parameters
 * @returns fresh counts of all of them
 * @example
 * import { bktCounts, mergeBktCounts } from 'tutelage/tracing';
 *
 * const parameters = { prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1, forget: 0 };
 * const [a, b] = [[[1, 1]], [[0]]].map((shard) => bktCounts(shard as (0 | 1)[][], parameters));
 * mergeBktCounts(a!, b!).learners; // => 2
 */
export function mergeBktCounts(a: BktCounts, b: BktCounts): BktCounts {
  const sum = Object.entries(a).map(([name, value]) => [name, value + b[name as keyof BktCounts]]);
  return Object.fromEntries(sum) as unknown as BktCounts;
}
