// The vocabulary is schema.org's, kept by the W3C Accessibility Discoverability Vocabulary community group.

/** A way of perceiving content: values of schema.org's `accessModeSufficient`. */
export type AccessMode = 'auditory' | 'tactile' | 'textual' | 'visual';

/** What may harm: values of schema.org's `accessibilityHazard`. */
export type AccessHazard = 'flashing' | 'motionSimulation' | 'sound';

/** Who can perceive a piece of content, in schema.org's terms. What is left out is not known, and is not held against it. */
export interface Accessibility {
  /** Every mode in which something of the content comes. */
  readonly accessMode?: readonly AccessMode[];
  /** Sets of modes of which each alone is enough to understand all of it; `accessMode` as a whole is the only one when absent. */
  readonly accessModeSufficient?: readonly (readonly AccessMode[])[];
  /** schema.org's `accessibilityFeature`, such as 'captions', 'transcript' or 'alternativeText'; any value is kept. */
  readonly accessibilityFeature?: readonly string[];
  readonly accessibilityHazard?: readonly AccessHazard[];
}
