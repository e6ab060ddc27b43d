import { it } from 'vitest';
import { hostileTexts } from './hostileTexts.ts';

it(
  'an answer or a clear error for 100,000 random texts, and no global touched',
  () => hostileTexts(100_000, 2),
  180_000,
);
