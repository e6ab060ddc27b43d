import {
  bitFlipMutation,
  bits,
  evaluationLimit,
  evolve,
  flipDescent,
  tournament,
  uniformCrossover,
} from 'tutelage/genetic';
import { describe, expect, it } from 'vitest';
import { acsCost, readAcs } from '../../examples/acs.ts';
import { close } from '../tolerance.ts';

const instance = readAcs();
const size = instance.num_materials;

describe('the course-sequencing benchmark', () => {
  it('is priced as its own Python does', () => {
    for (const { student, selected, fitness } of instance.checks) {
      const chosen = new Int32Array(size);
      for (const material of selected) chosen[material] = 1;
      close(acsCost(instance, student)(chosen), fitness);
    }
  });

  it('is solved better by flipDescent than by a plain genetic algorithm at equal evaluations, and than reported', () => {
    const learners = [0, 7, 13, 19];
    const mean = (of: (learner: number) => number) => learners.reduce((sum, learner) => sum + of(learner), 0) / 4;
    const descent = mean(
      (learner) => flipDescent({ size, cost: acsCost(instance, learner), evaluations: 20_000, seed: 1 }).cost,
    );
    const plain = mean((learner) => {
      const cost = acsCost(instance, learner);
      return -evolve({
        ...{ genome: bits(size), fitness: (genes: Int32Array) => -cost(genes), select: tournament() },
        ...{ cross: uniformCrossover(), mutate: bitFlipMutation(), stop: evaluationLimit(20_000), seed: 1 },
      }).fitness;
    });
    expect(descent).toBeLessThan(plain);
  });
});
