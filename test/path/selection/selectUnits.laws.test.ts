// Whatever the request: compared with looking at every set of units.
import { describe, expect, it } from 'vitest';
import { precedence } from '../../../src/path/precedence.ts';
import type { SelectionRequest } from '../../../src/path/selection/selection.ts';
import { selectUnits } from '../../../src/path/selection/selectUnits.ts';
import { deepFreeze } from '../../deepFreeze.ts';
import { close } from '../../tolerance.ts';
import { type Best, better, bruteForce, coreOf, drawnSelection, judge, learnedBy } from './brute.ts';

const DRAWS = 500;
const draws = (budget: boolean, most = 9) =>
  Array.from({ length: DRAWS }, (_, seed) => drawnSelection(seed, 2 + (seed % (most - 1)), budget));
const same = (found: Best, best: Best) => {
  close([found.worth, found.progress, found.minutes], [best.worth, best.progress, best.minutes]);
};

describe.each([
  ['within a budget', true],
  ['without a budget', false],
])('selectUnits %s', (_, budget) => {
  it('finds the most worth, then the most progress, then the fewest minutes of all sets of units', () => {
    for (const request of draws(budget)) {
      const selection = selectUnits('plan', deepFreeze(request));
      const found = judge(request, selection.selected);
      same(found, bruteForce(request));
      expect(selection.selectionProof).toBe('optimal');
      close([selection.worth, selection.worthBound, selection.minutes], [found.worth, found.worth, found.minutes]);
    }
  });

  it('names what is reached and what is missed, and each unit once', () => {
    for (const request of draws(budget)) {
      const { selected, leftOut, reached, missed, minutes } = selectUnits('plan', request);
      const learned = learnedBy(request, selected);
      const goals = [...new Set(request.goals ?? request.units.flatMap(({ teaches }) => teaches!))];
      expect(reached).toEqual(goals.filter((id) => learned.has(id) || request.mastered!.includes(id)));
      expect(missed).toEqual(goals.filter((id) => !reached.includes(id)));
      const names = [...selected.map((k) => request.units[k]!.id), ...leftOut.map(({ unitId }) => unitId)];
      expect(names.sort()).toEqual(request.units.map(({ id }) => id).sort());
      expect(minutes).toBeLessThanOrEqual(request.minutes ?? Infinity);
    }
  });

  it('selects no unit that it could do without', () => {
    for (const request of draws(budget)) {
      const { selected } = selectUnits('plan', request);
      const all = judge(request, selected);
      for (const unit of selected) {
        if (request.locked!.has(request.units[unit]!.id)) continue;
        const rest = judge(
          request,
          selected.filter((other) => other !== unit),
        );
        expect(rest.worth < all.worth - 1e-9 || rest.progress < all.progress).toBe(true);
      }
    }
  });

  it('settles every group of what is learned, and hands back pairs that can be kept', () => {
    for (const request of draws(budget)) {
      const { selected, pairs } = selectUnits('plan', request);
      expect(() => precedence('plan', [], pairs)).not.toThrow();
      const learned = learnedBy(request, selected);
      const needed = new Set(request.goals ?? request.units.flatMap(({ teaches }) => teaches!));
      for (const id of request.mastered!) needed.delete(id);
      for (const id of needed) {
        for (const entry of request.prerequisites!) {
          const [from, to] =
            'target' in entry ? ['kOf' in entry ? entry.kOf : entry.anyOf, entry.target] : [[entry[0]], entry[1]];
          if (to === id) for (const each of from) if (!request.mastered!.includes(each)) needed.add(each);
        }
      }
      for (const entry of request.prerequisites!) {
        if (!('target' in entry) || !learned.has(entry.target) || !needed.has(entry.target)) continue;
        const [members, k] = 'kOf' in entry ? [entry.kOf, entry.k] : [entry.anyOf, 1];
        const known = members.filter((id) => request.mastered!.includes(id));
        const before = members.filter(
          (id) => learned.has(id) && pairs.some(([from, to]) => from === id && to === entry.target),
        );
        expect(new Set([...known, ...before]).size).toBeGreaterThanOrEqual(k);
      }
    }
  });

  it('bounds the worth when it is stopped early', () => {
    for (const request of draws(budget)) {
      const selection = selectUnits('plan', { ...request, states: 1 });
      const found = judge(request, selection.selected);
      const best = bruteForce(request);
      expect(better(found, best)).toBe(false);
      expect(selection.worthBound).toBeGreaterThanOrEqual(best.worth - 1e-9);
      expect(found.minutes).toBeLessThanOrEqual(request.minutes ?? Infinity);
      if (selection.selectionProof === 'optimal') same(found, best);
    }
  });

  it('chooses as well when the units come in another order', () => {
    for (const request of draws(budget, 12)) {
      const turned = { ...request, units: [...request.units].reverse() };
      same(judge(turned, selectUnits('plan', turned).selected), judge(request, selectUnits('plan', request).selected));
    }
  });
});

describe('the budget', () => {
  it('buys more when it grows', () => {
    for (const request of draws(true, 7).slice(0, 150)) {
      let before = -1;
      for (const minutes of [10, 25, 45, 70, 100, 200, 400]) {
        const { worth } = selectUnits('plan', { ...request, locked: new Set(), minutes });
        expect(worth).toBeGreaterThanOrEqual(before - 1e-9);
        before = worth;
      }
    }
  });

  it('named for a unit left out is enough for it and what is selected, and brings progress', () => {
    for (const request of draws(true)) {
      const { selected, leftOut } = selectUnits('plan', request);
      const now = judge(request, selected);
      for (const { unitId, reason, budget } of leftOut) {
        expect(budget !== undefined).toBe(reason === 'budget');
        if (budget === undefined) continue;
        expect(budget).toBeGreaterThan(request.minutes!);
        const locked = new Set([unitId, ...selected.map((k) => request.units[k]!.id)]);
        const then = selectUnits('plan', { ...request, minutes: budget, locked });
        const found = judge(request, then.selected);
        expect(found.worth > now.worth + 1e-9 || found.progress > now.progress).toBe(true);
      }
    }
  });

  it('named for a unit left out is the least when there is no choice', () => {
    for (const drawn of draws(true, 8)) {
      const request: SelectionRequest = {
        ...drawn,
        teachers: 'all',
        prerequisites: drawn.prerequisites!.filter((entry) => Array.isArray(entry)),
      };
      const { selected, leftOut } = selectUnits('plan', request);
      const learned = learnedBy(request, selected);
      const core = coreOf(request);
      for (const { unitId, budget } of leftOut) {
        if (budget === undefined) continue;
        const unit = request.units.findIndex(({ id }) => id === unitId);
        const fresh = request.units[unit]!.teaches!.filter((id) => core.has(id) && !learned.has(id));
        let least = Infinity;
        for (let set = 0; set < 2 ** request.units.length; set++) {
          const places = [...request.units.keys()].filter((k) => set & (1 << k));
          if (![unit, ...selected].every((k) => places.includes(k))) continue;
          const { minutes } = judge(request, places);
          if (minutes < least && fresh.some((id) => learnedBy(request, places).has(id))) least = minutes;
        }
        close(budget, least);
      }
    }
  });
});
