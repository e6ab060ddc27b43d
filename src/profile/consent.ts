/** What a learner, or somebody for them, agreed to. */
export interface Consent {
  /** What the data may be used for, in the words of the organisation. */
  readonly purpose: string;
  readonly given: boolean;
  readonly by: 'learner' | 'parent' | 'guardian' | 'school';
  /** Epoch ms. */
  readonly at: number;
  readonly expires?: number;
}
