/**
 * Who may see a fact besides the learner, who always may. Each word includes those before it: 'parent' means teachers and
 * parents (our choice).
 */
export type Visibility = 'private' | 'teacher' | 'parent' | 'peer' | 'public';

/** Where a stated fact comes from and how long it holds. */
export interface Provenance {
  readonly source: 'self' | 'teacher' | 'assessment' | 'system';
  /** Epoch ms. */
  readonly at: number;
  /** How sure the source is, in [0, 1]. */
  readonly confidence?: number;
  /** Epoch ms after which it should be asked again. */
  readonly expires?: number;
  readonly visibility?: Visibility;
}

/** A fact that somebody states. Facts that are no objects have their provenance in the profile's `provenance`. */
export interface Stated {
  readonly stated?: Provenance;
}
