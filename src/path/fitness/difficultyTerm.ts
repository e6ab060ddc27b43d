/** What difficulty along a path should be like: a term of a path's fitness. */
export type DifficultyTerm = FollowingTerm | PositionTerm;

/** A term that looks at neighbours. */
export interface FollowingTerm {
  readonly name: string;
  readonly options: Readonly<Record<string, number | string>>;
  /** In [0, 1], 1 is best, for difficulties in logits and their range over the path (above 0). */
  fit(before: number, after: number, range: number): number;
}

/** A term that looks at positions. */
export interface PositionTerm {
  readonly name: string;
  readonly options: Readonly<Record<string, number | string>>;
  /** In [0, 1], 1 is best, for a difficulty in logits in position k, 0 the first, and the range over the path (above 0). */
  at(difficulty: number, k: number, range: number): number;
}
