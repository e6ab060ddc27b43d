import type { Stated } from './provenance.ts';

/** RIASEC scores with the scale they are on; a bare vector would be ambiguous (0 to 40 and 10 to 50 are both in use). */
export interface Riasec {
  readonly instrument: string;
  readonly min: number;
  readonly max: number;
  readonly realistic: number;
  readonly investigative: number;
  readonly artistic: number;
  readonly social: number;
  readonly enterprising: number;
  readonly conventional: number;
}

/** What interests a learner. Interest is not ability. */
export interface Interests extends Stated {
  readonly riasec?: Riasec;
  /** Topics with weights in [0, 1]. */
  readonly tags?: readonly { readonly id: string; readonly weight: number }[];
}
