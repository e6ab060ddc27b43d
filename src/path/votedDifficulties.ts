import { check, checkShare } from '../math/check.ts';

/** How hard a learner found a unit: -2 very easy, -1 easy, 0 moderate, 1 hard, 2 very hard. */
export interface DifficultyVote {
  readonly unitId: string;
  readonly level: number;
}

/** A difficulty from votes and an expert. */
export interface VotedDifficulty {
  readonly unitId: string;
  /** In logits; null when there is neither a vote nor an expert. */
  readonly difficulty: number | null;
  readonly votes: number;
  /** Standard error from the spread of the votes; null for fewer than two. The expert counts as certain. */
  readonly se: number | null;
}

/**
 * Difficulties of units from learners' votes combined with experts': b = w expert + (1 - w) mean vote.
 *
 * Collaborative voting as in Chen, Lee & Chen (2005), Personalized e-learning system using item response theory, Computers & Education 44,
 * 237-255. Its abstract states that votes adjust difficulties; the formula and the levels -2 to 2 are our reading, the
 * default w and the standard error our choice.
 *
 * @param units ids, and the expert's difficulty in logits where there is one
 * @param votes in any order, each learner's counted once: send the last one only
 * @param options weight: of the expert, in [0, 1]; 0.5 when absent. Without votes the expert decides alone, and the other way round
 * @returns one entry per unit, in the order given
 * @throws TypeError or RangeError for a level that is no number in [-2, 2], a vote for no unit, or a difficulty that is not finite
 * @remarks Votes are opinions on a scale of their own: five levels do not become logits by being called so. Calibrate from answers where you
 * can (`calibrate`), and use votes where there are none yet.
 * @example
 * import { votedDifficulties } from 'tutelage/path';
 *
 * const votes = [{ unitId: 'halves', level: -2 }, { unitId: 'halves', level: -1 }];
 * const [halves, thirds] = votedDifficulties([{ id: 'halves', difficulty: 0.5 }, { id: 'thirds' }], votes);
 * halves; // => { unitId: 'halves', difficulty: -0.5, votes: 2, se: 0.25 }
 * thirds; // => { unitId: 'thirds', difficulty: null, votes: 0, se: null }
 */
export function votedDifficulties(
  units: readonly { readonly id: string; readonly difficulty?: number }[],
  votes: readonly DifficultyVote[],
  { weight = 0.5 }: { readonly weight?: number } = {},
): VotedDifficulty[] {
  checkShare('votedDifficulties', 'weight', weight);
  const levels = new Map(units.map(({ id }) => [id, [] as number[]]));
  for (const [k, { unitId, level }] of votes.entries()) {
    const own = levels.get(unitId);
    if (!own) throw new RangeError(`votedDifficulties: votes[${k}] is for "${unitId}", which is no unit`);
    check(
      Number.isFinite(level) && Math.abs(level) <= 2,
      'votedDifficulties',
      `votes[${k}].level`,
      level,
      'in [-2, 2]',
    );
    own.push(level);
  }
  return units.map(({ id, difficulty }) => {
    if (difficulty !== undefined) {
      check(Number.isFinite(difficulty), 'votedDifficulties', `difficulty of unit "${id}"`, difficulty, 'finite');
    }
    const own = levels.get(id)!;
    const n = own.length;
    if (n === 0) return { unitId: id, difficulty: difficulty ?? null, votes: 0, se: null };
    const mean = own.reduce((sum, level) => sum + level, 0) / n;
    const share = difficulty === undefined ? 1 : 1 - weight;
    const squares = own.reduce((sum, level) => sum + (level - mean) ** 2, 0);
    return {
      unitId: id,
      difficulty: share * mean + (1 - share) * (difficulty ?? 0),
      votes: n,
      se: n < 2 ? null : share * Math.sqrt(squares / (n - 1) / n),
    };
  });
}
