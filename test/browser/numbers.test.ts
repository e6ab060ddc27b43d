// One engine's numbers against another's: the library bundled for browsers, in Chromium and in Node.
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../project.ts';
import { fromSource } from '../sizes/sizes.ts';
import { close } from '../tolerance.ts';
import { launch } from './chromium.ts';

const CODE = `
  import { calibrate, eap, estimateAbility, responseMatrix } from 'tutelage/irt';
  import { genetic, memetic, planPath } from 'tutelage/path';

  // a stripe pattern that holds every score but neither a constant item nor a constant person
  const rows = Array.from({ length: 60 }, (_, i) => Array.from({ length: 6 }, (_, j) => Number((i * 7 + j * j * 3) % 11 > j + 2)));
  const { items, population, logLikelihood } = calibrate(responseMatrix(rows), { model: 'rasch' });
  const ability = estimateAbility(items, [1, 0, 1, null, 0, 1], { by: eap({ population: population[0] }) });
  const words = ['vector', 'matrix', 'basis', 'kernel', 'rank', 'trace', 'span'];
  const units = Array.from({ length: 12 }, (_, k) => ({
    id: 'u' + k, difficulty: Math.sin(3 * k), text: [words[k % 7], words[(2 * k) % 7], words[(5 * k + 1) % 7]].join(' '),
  }));
  const problem = { units, weight: 0.5, prerequisites: [['u3', 'u1'], ['u7', 'u2']] };
  const plans = [undefined, genetic(), memetic({ evaluations: 20000 })]
    .map((by) => planPath(problem, by ? { by, seed: 7 } : { seed: 7 }));
  export const result = {
    numbers: [...items.map(({ b }) => b), population[0].sd, logLikelihood, ability.theta, ability.se, ...plans.map(({ cost }) => cost)],
    decisions: [ability.status, ...plans.map(({ order, proof }) => [proof, ...order].join(' '))],
  };`;

interface Result {
  readonly numbers: number[];
  readonly decisions: string[];
}

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());

it('Chromium computes what Node computes: decisions equal, numbers close', async () => {
  const stdin = { contents: CODE, resolveDir: root };
  const { outputFiles } = await build({
    ...{ stdin, bundle: true, write: false, format: 'iife', globalName: 'line', platform: 'browser' },
    plugins: [fromSource],
  });
  const script = outputFiles[0]!.text;
  const inNode = new Function(`${script}; return line.result;`)() as Result;
  const page = await browser.newPage();
  const inChromium = (await page.evaluate(`(() => { ${script}; return line.result; })()`)) as Result;
  expect(inNode.decisions).toHaveLength(4);
  expect(inNode.numbers.every(Number.isFinite)).toBe(true);
  expect(inChromium.decisions).toEqual(inNode.decisions);
  close(inChromium.numbers, inNode.numbers);
});
