import { estimateAbility, type Item } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { likelihoodProfile } from '../../../src/irt/ability/likelihoodProfile.ts';
import { ml } from '../../../src/irt/ability/ml.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { close } from '../../tolerance.ts';

const items: Item[] = deepFreeze([
  { id: 'q0', model: 'rasch', b: 0.3 },
  { id: 'q1', model: '3pl', a: 1.4, b: -0.5, c: 0.2 },
  { id: 'q2', model: 'gpcm', a: 0.8, b: [0, 1] },
]);

describe('likelihoodProfile', () => {
  it('is the sum of the logarithms of the probabilities of the answers', () => {
    const { theta, logLikelihood } = likelihoodProfile(items, deepFreeze([1, 0, null]), {
      thetas: deepFreeze([-2, 0.7]),
    });
    expect(theta).toEqual([-2, 0.7]);
    close(
      [...logLikelihood],
      [-2, 0.7].map(
        (t) => Math.log(1 / (1 + Math.exp(0.3 - t))) + Math.log(0.8 - 0.8 / (1 + Math.exp(-1.4 * (t + 0.5)))),
      ),
    );
  });

  it('spans -6 to 6 by tenths, with its highest point beside the ml estimate', () => {
    const { theta, logLikelihood } = likelihoodProfile(items, [1, 1, 1]);
    close([theta.length, theta[0]!, theta[60]!, theta[61]!, theta[120]!], [121, -6, 0, 0.1, 6]);
    const top = theta[logLikelihood.indexOf(Math.max(...logLikelihood))]!;
    expect(Math.abs(top - estimateAbility(items, [1, 1, 1], { by: ml() }).theta)).toBeLessThanOrEqual(0.05);
  });

  it('is flat when nothing was answered, and empty without thetas', () => {
    expect(likelihoodProfile(items, [null, null, null], { thetas: [0, 1] }).logLikelihood).toEqual([0, 0]);
    expect(likelihoodProfile([], [], { thetas: [] })).toEqual({ theta: [], logLikelihood: [] });
  });

  it('refuses what cannot be scored', () => {
    expect(() => likelihoodProfile(items, [1, 1])).toThrow(/likelihoodProfile: 2 answers for 3 items/);
    expect(() => likelihoodProfile(items, [1, 2, 1])).toThrow(/likelihoodProfile: answer to item "q1"/);
    expect(() => likelihoodProfile(items, [1, 1, 1], { thetas: [Number.NaN] })).toThrow(/every theta must be a finite/);
    expect(() => likelihoodProfile(items, [1, 1, 1], { thetas: 3 as never })).toThrow(/thetas must be an array/);
  });
});
