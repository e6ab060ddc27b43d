import type { AccessMode } from '../content/accessibility.ts';
import type { SupportFeature } from '../profile/supports.ts';

/** How content shows that it brings a support. */
export interface ContentSupport {
  readonly feature: SupportFeature;
  /** Modes that it adapts: content calls for it when it comes in all modes of one of these sets. */
  readonly adapts: readonly (readonly AccessMode[])[];
  /** Values of schema.org's `accessibilityFeature` of which one is enough. */
  readonly by: readonly string[];
  /** Those of them that the learner cannot turn off. */
  readonly always?: readonly string[];
}

const captions = ['closedCaptions', 'openCaptions', 'captions'];
const seen = [['visual'], ['textual']] as const;

/**
 * Supports that content has to bring itself, unless the platform adds them.
 *
 * Values and their meanings are those of the Schema.org Accessibility Properties for Discoverability Vocabulary (W3C
 * community group report; `captions` is deprecated there since 2023 and still accepted). Which of them answers which
 * feature of AfA PNP 3.0 is our choice. A feature with two rows needs both: sound with pictures needs captions, and sound
 * alone captions or a transcript, as in success criteria 1.2.2 and 1.2.1 of WCAG 2.1. For the same reason audio
 * description is called for by pictures with sound, and not by a picture in a text.
 */
export const contentSupports: readonly ContentSupport[] = [
  { feature: 'captions', adapts: [['auditory', 'visual']], by: captions, always: ['openCaptions'] },
  { feature: 'captions', adapts: [['auditory']], by: [...captions, 'transcript'] },
  { feature: 'transcript', adapts: [['auditory']], by: ['transcript'] },
  { feature: 'sign-language', adapts: [['auditory']], by: ['signLanguage'] },
  { feature: 'alternative-text', adapts: [['visual']], by: ['alternativeText'] },
  { feature: 'long-description', adapts: [['visual']], by: ['longDescription'] },
  { feature: 'audio-description', adapts: [['auditory', 'visual']], by: ['audioDescription'] },
  { feature: 'tactile', adapts: [['visual']], by: ['tactileGraphic', 'tactileObject'] },
  { feature: 'braille', adapts: [['textual']], by: ['braille'] },
  { feature: 'spoken', adapts: [['textual']], by: ['synchronizedAudioText'] },
  {
    feature: 'magnification',
    adapts: seen,
    by: ['displayTransformability', 'displayTransformability/resizeText', 'largePrint'],
  },
  { feature: 'high-contrast', adapts: seen, by: ['highContrastDisplay', 'displayTransformability'] },
  { feature: 'text-appearance', adapts: [['textual']], by: ['displayTransformability'] },
  { feature: 'invert-display-polarity', adapts: [['textual']], by: ['displayTransformability'] },
  { feature: 'layout-single-column', adapts: [['textual']], by: ['displayTransformability'] },
];

/**
 * Supports for which schema.org has no value: tools and help that the platform delivers. They are checked only when
 * `context.supports` says what it delivers. `additional-testing-time` concerns activities with a time limit alone.
 */
export const platformSupports: readonly SupportFeature[] = [
  'linguistic-guidance',
  'keyword-emphasis',
  'keyword-translation',
  'simplified-language-portions',
  'simplified-graphics',
  'item-translation',
  'encouragement',
  'additional-testing-time',
  'line-reader',
  'answer-masking',
  'keyboard-directions',
  'additional-directions',
  'input-requirements',
  'language-of-interface',
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
];
