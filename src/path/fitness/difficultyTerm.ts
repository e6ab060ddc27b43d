/** How well the difficulty of one unit follows that of the one before: a term of a path's fitness. */
export interface DifficultyTerm {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** In [0, 1], 1 is best, for difficulties in logits and their range over the path (above 0). */
  fit(before: number, after: number, range: number): number;
}
