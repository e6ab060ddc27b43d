import type { AbilityMethod, Item } from 'tutelage/irt';
import { estimateAbilities } from 'tutelage/irt';
import { expect } from 'vitest';
import { eap } from '../../../src/irt/ability/eap.ts';
import { map } from '../../../src/irt/ability/map.ts';
import { ml } from '../../../src/irt/ability/ml.ts';
import { wle } from '../../../src/irt/ability/wle.ts';
import { stream } from '../../../src/random/stream.ts';
import { versus } from '../../tolerance.ts';
import { bruteForce, drawnAnswers, drawnItems } from './bruteForce.ts';

const TEST = 12; // items of a test
const PER_TEST = 200; // patterns to every test
const population = { mean: 0.3, sd: 1.2 };

/** Scores random patterns of random tests of one model by every method; none is off a fine grid by more than 1e-6. */
export function scoreAgainstGrid(model: Item['model'], patterns: number, seed: number): void {
  const from = stream(seed);
  for (let done = 0; done < patterns; done += PER_TEST) {
    const items = drawnItems(model, TEST, from);
    const rows = Array.from({ length: Math.min(PER_TEST, patterns - done) }, () => drawnAnswers(items, from));
    const matrix = {
      personIds: rows.map((_, k) => `p${k}`),
      itemIds: items.map(({ id }) => id),
      answers: Int8Array.from(rows.flat()),
    };
    const theta = (by: AbilityMethod) => estimateAbilities(items, matrix, { by }).theta;
    const found = {
      eap: theta(eap({ population })),
      map: theta(map({ population })),
      ml: theta(ml()),
      wle: theta(wle()),
    };
    const narrow = bruteForce(items, -6, 6);
    const wide = bruteForce(items, -10, 10);
    for (const [k, answers] of rows.entries()) {
      versus('a fine grid', 1e-6)(found.eap[k]!, wide.eap(answers, population)[0]);
      expectOneOf(`ml of ${answers}`, found.ml[k]!, narrow.ml(answers));
      expectOneOf(`map of ${answers}`, found.map[k]!, wide.map(answers, population));
      expectOneOf(`wle of ${answers}`, found.wle[k]!, wide.wle(answers));
    }
  }
}

function expectOneOf(what: string, value: number, places: readonly number[]): void {
  const off = Math.min(...places.map((place) => Math.abs(place - value)));
  if (!(off <= 1e-6)) expect.fail(`${what}: ${value}, on the grid ${places.join(' or ')}`);
}
