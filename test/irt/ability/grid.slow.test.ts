import { describe, it } from 'vitest';
import { scoreAgainstGrid } from './againstGrid.ts';
import { MODELS } from './bruteForce.ts';

describe('abilities against a fine grid', () => {
  it.each(MODELS)('of 10,000 random patterns of %s items are right to 1e-6, by every method', (model) => {
    scoreAgainstGrid(model, 10_000, 2);
  });
});
