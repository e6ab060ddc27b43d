import { describe, expect, it } from 'vitest';
import { selectUnits } from '../../../src/path/selection/selectUnits.ts';
import { bruteForce, drawnSelection, judge } from './brute.ts';

describe('brute', () => {
  it.each([true, false])('budget %s', (budget) => {
    let heur = 0;
    for (let seed = 0; seed < 2000; seed++) {
      const request = drawnSelection(seed, 3 + (seed % 7), budget);
      const sel = selectUnits('x', request);
      const best = bruteForce(request);
      const mine = judge(request, sel.selected);
      if (sel.selectionProof !== 'optimal') heur++;
      expect([seed, mine.worth.toFixed(6), mine.progress, mine.minutes]).toEqual([
        seed,
        best.worth.toFixed(6),
        best.progress,
        best.minutes,
      ]);
      expect(sel.worth).toBeCloseTo(best.worth, 9);
      expect(sel.minutes).toBeCloseTo(best.minutes, 9);
    }
    console.log('heuristic', heur);
  });
});
