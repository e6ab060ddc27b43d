/** A device a learner can use. */
export interface Device {
  readonly kind: 'phone' | 'tablet' | 'laptop' | 'desktop' | 'other';
  /** Width of the screen in CSS pixels. */
  readonly screenWidth?: number;
  /** Whether content can be kept on it without a network. */
  readonly offline?: boolean;
  readonly input?: readonly ('touch' | 'keyboard' | 'mouse' | 'switch' | 'voice')[];
}

/** Where a learner can work. */
export type Place = 'home' | 'school' | 'library' | 'work' | 'transit' | 'other';
