import { describe, expect, it } from 'vitest';
import { allModels } from '../../../src/irt/models/all.ts';
import { scoreAgainstGrid } from './againstGrid.ts';
import { MODELS } from './bruteForce.ts';

describe('abilities against a fine grid', () => {
  it('covers every model', () => {
    expect([...MODELS].sort()).toEqual(allModels.map(({ name }) => name).sort());
  });

  it.each(MODELS)('of random patterns of %s items are right to 1e-6, by every method', (model) => {
    scoreAgainstGrid(model, 100, 1);
  });
});
