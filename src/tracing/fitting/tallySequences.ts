/** Answers of many learners, one after the other, 2 where one is missing. */
export interface PackedSequences {
  readonly answers: Uint8Array;
  /** Where each learner begins; one more entry, the end. */
  readonly begins: Int32Array;
  readonly longest: number;
  /** The class of each answer and the group of each learner, from 0. */
  readonly classes: Int32Array;
  readonly groups: Int32Array;
}

/** Parameters by class of answers (prior: by group of learners). */
export interface BktTables {
  readonly prior: Float64Array;
  readonly learn: Float64Array;
  readonly guess: Float64Array;
  readonly slip: Float64Array;
  readonly forget: Float64Array;
}

/** Places in the counts of a class. */
export const [UNKNOWN, LEARNED, KNOWN, FORGOTTEN, ANSWERED_UNKNOWN, GUESSED, ANSWERED_KNOWN, SLIPPED] = [
  0, 1, 2, 3, 4, 5, 6, 7,
] as const;

/** Expected counts: eight for each class, learners and who knew before for each group. */
export interface BktTallies {
  readonly classes: Float64Array;
  readonly learners: Float64Array;
  readonly knewBefore: Float64Array;
  readonly logLikelihood: number;
}

export const MISSING = 2;

/** Forward and backward over a hidden Markov model of two states. `scratch` has room for two numbers per answer of the longest sequence. */
export function tallySequences(
  { answers, begins, classes, groups }: PackedSequences,
  { prior, learn, guess, slip, forget }: BktTables,
  scratch: Float64Array,
): BktTallies {
  const counts = new Float64Array(8 * guess.length);
  const [learners, knewBefore] = [new Float64Array(prior.length), new Float64Array(prior.length)];
  let logLikelihood = 0;
  for (let k = 0; k + 1 < begins.length; k++) {
    const begin = begins[k]!;
    const length = begins[k + 1]! - begin;
    if (length === 0) continue;
    const group = groups[k]!;
    learners[group]!++;
    let before = prior[group]!; // P(known | answers so far, without this one)
    let product = 1; // of probabilities of answers, its logarithm taken before it gets too small
    for (let t = 0; t < length; t++) {
      const answer = answers[begin + t]!;
      const own = classes[begin + t]!;
      let after = before;
      if (answer !== MISSING) {
        const fromKnown = before * (answer === 1 ? 1 - slip[own]! : slip[own]!);
        const chance = fromKnown + (1 - before) * (answer === 1 ? guess[own]! : 1 - guess[own]!);
        if (chance > 0) after = fromKnown / chance;
        product *= chance;
        if (product < 1e-250) {
          logLikelihood += Math.log(product);
          product = 1;
        }
      }
      scratch[2 * t] = before;
      scratch[2 * t + 1] = after;
      before = after * (1 - forget[own]!) + (1 - after) * learn[own]!;
    }
    logLikelihood += Math.log(product);
    let later = 0; // P(known at t + 1 | all answers)
    for (let t = length - 1; t >= 0; t--) {
      const own = classes[begin + t]!;
      const place = 8 * own;
      const after = scratch[2 * t + 1]!;
      let now = after;
      if (t + 1 < length) {
        // how much all later answers speak for and against being known at t + 1
        const next = scratch[2 * t + 2]!;
        const weightFor = next > 0 ? later / next : 0;
        const weightAgainst = next < 1 ? (1 - later) / (1 - next) : 0;
        const gained = (1 - after) * learn[own]! * weightFor;
        const lost = after * forget[own]! * weightAgainst;
        now = after * (1 - forget[own]!) * weightFor + lost;
        counts[place + UNKNOWN]! += 1 - now;
        counts[place + LEARNED]! += gained;
        counts[place + KNOWN]! += now;
        counts[place + FORGOTTEN]! += lost;
      }
      const answer = answers[begin + t]!;
      if (answer !== MISSING) {
        counts[place + ANSWERED_KNOWN]! += now;
        counts[place + ANSWERED_UNKNOWN]! += 1 - now;
        if (answer === 1) counts[place + GUESSED]! += 1 - now;
        else counts[place + SLIPPED]! += now;
      }
      later = now;
    }
    knewBefore[group]! += later;
  }
  return { classes: counts, learners, knewBefore, logLikelihood };
}
