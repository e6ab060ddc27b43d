import type { Accessibility } from '../content/accessibility.ts';
import type { SupportFeature } from '../profile/supports.ts';

/** Whether content brings a feature, whatever the case of its letters; null when it says nothing, or 'unknown'. */
export function contentFeatures({ accessibilityFeature }: Accessibility): ((feature: string) => boolean) | null {
  if (accessibilityFeature === undefined) return null;
  const given = new Set(accessibilityFeature.map((feature) => feature.toLowerCase()));
  return given.has('unknown') ? null : (feature) => given.has(feature.toLowerCase());
}

/** The name of a support inside a sentence. */
export function supportName(feature: SupportFeature): string {
  return NAMES.get(feature) ?? feature.replaceAll('-', ' ');
}

const NAMES = new Map<SupportFeature, string>([
  ['spoken', 'text read aloud'],
  ['tactile', 'something to touch instead of pictures'],
  ['text-appearance', 'text whose look you can change'],
  ['layout-single-column', 'a layout in a single column'],
  ['invert-display-polarity', 'inverted colours'],
]);
