import { flipDescent } from 'tutelage/genetic';
import { expect, it } from 'vitest';
import { acsCost, readAcs } from '../../examples/acs.ts';

it('the mean cost over the 24 learners is at most 7.0 at 200,000 evaluations', () => {
  const instance = readAcs();
  let sum = 0;
  for (let learner = 0; learner < 24; learner++) {
    const cost = acsCost(instance, learner);
    sum += flipDescent({ size: instance.num_materials, cost, evaluations: 200_000, seed: 1 }).cost;
  }
  expect(sum / 24).toBeLessThanOrEqual(7);
});
