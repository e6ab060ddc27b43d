import { check } from '../../math/check.ts';
import type { BktParameters } from './bktCounts.ts';

/** Least and greatest value of each parameter, in [0, 1]. */
export type BktBounds = Readonly<Record<keyof BktParameters, readonly [least: number, most: number]>>;

const EDGE = 0.001; // prior and learn keep away from 0 and 1, where an EM cannot leave again

const PRESETS: Readonly<Record<'strict' | 'moderate' | 'none', BktBounds>> = {
  strict: boundsWith(0.3, 0.1),
  moderate: boundsWith(0.5, 0.499), // together below 1, as `bkt` asks
  none: { prior: [0, 1], learn: [0, 1], guess: [0, 1], slip: [0, 1], forget: [0, 1] },
};

function boundsWith(guess: number, slip: number): BktBounds {
  const inside = [EDGE, 1 - EDGE] as const;
  return { prior: inside, learn: inside, guess: [EDGE, guess], slip: [EDGE, slip], forget: [0, 1 - EDGE] };
}

/** Bounds by name or of one's own; without forgetting its bounds are 0 and 0. */
export function boundsOf(given: 'strict' | 'moderate' | 'none' | Partial<BktBounds>, forget: boolean): BktBounds {
  const preset = typeof given === 'string' ? PRESETS[given] : { ...PRESETS.moderate, ...given };
  check(preset !== undefined, 'fitBkt', 'bounds', given, "'strict', 'moderate', 'none' or bounds");
  for (const [name, [least, most]] of Object.entries(preset!)) {
    const fine = least >= 0 && least <= most && most <= 1;
    check(fine, 'fitBkt', `bounds of ${name}`, `[${least}, ${most}]`, 'two numbers in [0, 1], the lower first');
  }
  return forget ? preset! : { ...preset!, forget: [0, 0] };
}
