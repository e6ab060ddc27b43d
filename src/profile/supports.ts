import type { Stated } from './provenance.ts';

/**
 * The 38 access features of 1EdTech's Accessibility Personal Needs and Preferences (AfA PNP 3.0), by their names as
 * listed in a public schema of it (not checked against the specification's own text).
 */
export const supportFeatures = [
  'linguistic-guidance',
  'keyword-emphasis',
  'keyword-translation',
  'simplified-language-portions',
  'simplified-graphics',
  'item-translation',
  'sign-language',
  'encouragement',
  'additional-testing-time',
  'line-reader',
  'invert-display-polarity',
  'magnification',
  'spoken',
  'tactile',
  'braille',
  'answer-masking',
  'keyboard-directions',
  'additional-directions',
  'long-description',
  'captions',
  'transcript',
  'alternative-text',
  'audio-description',
  'high-contrast',
  'input-requirements',
  'language-of-interface',
  'layout-single-column',
  'text-appearance',
  'calculator-on-screen',
  'dictionary-on-screen',
  'glossary-on-screen',
  'thesaurus-on-screen',
  'homophone-checker-on-screen',
  'note-taking-on-screen',
  'visual-organizer-on-screen',
  'outliner-on-screen',
  'peer-interaction-on-screen',
  'spell-checker-on-screen',
] as const;

/** One access feature. */
export type SupportFeature = (typeof supportFeatures)[number];

/** An access need: a hard constraint, not a preference. */
export interface Support extends Stated {
  readonly feature: SupportFeature;
  /** On from the start, offered for the learner to turn on, or never to be used. */
  readonly state: 'initial' | 'option' | 'prohibit';
  /** Scales every time limit, 1 or more. Least times never change. */
  readonly timeMultiplier?: number;
  /** Added to a test as a whole, above 0. */
  readonly extraMinutes?: number;
  /** Lifts every time limit. */
  readonly unlimitedTime?: boolean;
}

/** What was agreed for a learner: accommodations, never diagnoses. */
export interface AccommodationPlan extends Stated {
  readonly kind: 'iep' | '504' | 'other';
  readonly accommodations: readonly string[];
  /** Epoch ms of the next review. */
  readonly review?: number;
}
