import type { Item } from '../item.ts';
import type { ResponseModel } from '../responseModel.ts';

/** The expected sum of scores at theta and its derivative. Kernel: no checks. */
export function testCurve(models: readonly ResponseModel[], items: readonly Item[], theta: number): [number, number] {
  let score = 0;
  let slope = 0;
  for (const [j, item] of items.entries()) {
    const model = models[j]!;
    for (let k = model.categories(item) - 1; k > 0; k--) {
      const points = k * Math.exp(model.logProbability(item, theta, k));
      score += points;
      slope += points * model.score(item, theta, k);
    }
  }
  return [score, slope];
}
