/** Something a learner can come to know or be able to do. */
export interface Competency {
  readonly id: string;
  /** The name people read; the id when absent. */
  readonly title?: string;
  readonly description?: string;
}
