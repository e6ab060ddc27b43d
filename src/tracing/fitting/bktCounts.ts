import { check, checkList, checkShare } from '../../math/check.ts';
import {
  ANSWERED_KNOWN,
  ANSWERED_UNKNOWN,
  type BktTables,
  FORGOTTEN,
  GUESSED,
  KNOWN,
  LEARNED,
  MISSING,
  type PackedSequences,
  SLIPPED,
  tallySequences,
  UNKNOWN,
} from './tallySequences.ts';

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
  const classes = new Int32Array(answers.length);
  return { answers, begins, longest, classes, groups: new Int32Array(sequences.length) };
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
 * import { bktCounts } from 'tutelage/tracing/analysis';
 *
 * const counts = bktCounts([[1, 1], [0]], { prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1, forget: 0 });
 * counts.logLikelihood; // => -1.6856
 */
export function bktCounts(sequences: readonly AnswerSequence[], parameters: BktParameters): BktCounts {
  for (const [name, value] of Object.entries(parameters)) checkShare('bktCounts', name, value);
  const packed = packSequences('bktCounts', sequences);
  const tallies = tallySequences(packed, tablesOf(parameters), new Float64Array(2 * packed.longest));
  const count = (place: number) => tallies.classes[place]!;
  return {
    learners: tallies.learners[0]!,
    knewBefore: tallies.knewBefore[0]!,
    unknown: count(UNKNOWN),
    learned: count(LEARNED),
    known: count(KNOWN),
    forgotten: count(FORGOTTEN),
    answeredUnknown: count(ANSWERED_UNKNOWN),
    guessed: count(GUESSED),
    answeredKnown: count(ANSWERED_KNOWN),
    slipped: count(SLIPPED),
    logLikelihood: tallies.logLikelihood,
  };
}

/** One class, one group. */
const tablesOf = ({ prior, learn, guess, slip, forget }: BktParameters): BktTables => ({
  prior: Float64Array.of(prior),
  learn: Float64Array.of(learn),
  guess: Float64Array.of(guess),
  slip: Float64Array.of(slip),
  forget: Float64Array.of(forget),
});

/**
 * The counts of two shards together.
 *
 * @param a counts of some learners
 * @param b counts of others, made with the same parameters
 * @returns fresh counts of all of them
 * @example
 * import { bktCounts, mergeBktCounts } from 'tutelage/tracing/analysis';
 *
 * const parameters = { prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1, forget: 0 };
 * const [a, b] = [[[1, 1]], [[0]]].map((shard) => bktCounts(shard as (0 | 1)[][], parameters));
 * mergeBktCounts(a!, b!).learners; // => 2
 */
export function mergeBktCounts(a: BktCounts, b: BktCounts): BktCounts {
  const sum = Object.entries(a).map(([name, value]) => [name, value + b[name as keyof BktCounts]]);
  return Object.fromEntries(sum) as unknown as BktCounts;
}
