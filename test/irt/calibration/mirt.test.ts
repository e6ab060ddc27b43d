// Every reference fit of mirt 1.45.1 that its README does not list as a trap.
import { betaPrior, calibrate, type Item, logitNormalPrior, lognormalPrior, normalPrior } from 'tutelage/irt';
import { describe, expect, it } from 'vitest';
import { isThere, mirtFits, mirtMatrix, sharedText } from '../../reference/irt/mirtSets.ts';
import { versus } from '../../tolerance.ts';

const guessing = { c: logitNormalPrior(-1.5, 1) };
type Fit = readonly [
  set: string,
  fit: string,
  model: Item['model'],
  priors?: { c: ReturnType<typeof logitNormalPrior> },
];
const FITS = (
  [
    ['lsat6', 'Rasch', 'rasch'],
    ['lsat6', '2PL', '2pl'],
    ['lsat6', '3PL_logitnorm', '3pl', guessing],
    ['lsat7', 'Rasch', 'rasch'],
    ['lsat7', '2PL', '2pl'],
    ['lsat7', '3PL_logitnorm', '3pl', guessing],
    ['sat12', 'Rasch', 'rasch'],
    ['sat12', '2PL', '2pl'],
    ['mathexam14w', 'Rasch', 'rasch'],
    ['mathexam14w', '2PL', '2pl'],
    ['verbal_dichotomous', '2PL', '2pl'],
    ['verbal_polytomous', 'PCM', 'pcm'],
    ['verbal_polytomous', 'gpcm', 'gpcm'],
    ['verbal_polytomous', 'graded', 'graded'],
    ['science4', 'PCM', 'pcm'],
    ['science4', 'gpcm', 'gpcm'],
    ['science4', 'graded', 'graded'],
    ['ltm_science7', 'PCM', 'pcm'],
    ['ltm_science7', 'graded', 'graded'],
    ['ltm_environment', 'gpcm', 'gpcm'],
    ['ltm_environment', 'graded', 'graded'],
    ['ltm_wirs', 'Rasch', 'rasch'],
    ['ltm_wirs', '2PL', '2pl'],
    ['ltm_abortion', '2PL', '2pl'],
    ['erm_raschdat1', 'Rasch', 'rasch'],
    ['erm_pcmdat2', 'gpcm', 'gpcm'],
    ['erm_pcmdat2', 'graded', 'graded'],
    ['fraction_subtraction', '2PL', '2pl'],
    ['deayala', '2PL', '2pl'],
    ['sapa_ability', '2PL', '2pl'],
    ['bfi_C', 'gpcm', 'gpcm'],
    ['bfi_C', 'graded', 'graded'],
    ['sim3pl', '2PL', '2pl'],
  ] as readonly Fit[]
).map(([set, fit, model, priors]) => ({ set, fit, model, priors }));

const numbers = ({ id: _, model: __, ...rest }: { id: string; model?: string }): number[] =>
  (Object.values(rest) as (number | number[])[]).flat();

describe.each(FITS)('$set, $fit of mirt', ({ set, fit, model, priors }) => {
  it.skipIf(!isThere(set))('has the same log-likelihood, parameters and standard errors', () => {
    const mirt = mirtFits(set)[fit]!;
    const own = calibrate(mirtMatrix(set), { model, tolerance: 1e-7, ...(priors && { priors }) });
    versus('mirt', 1e-4)(own.logLikelihood, mirt.logLik);
    const { columns, items } = mirt.IRTpars;
    const wanted = columns.flatMap((name, k) =>
      (model === '3pl' ? /^(a|b|g)$/ : model === 'rasch' || model === 'pcm' ? /^b\d*$/ : /^(a|b\d*)$/).test(name)
        ? [k]
        : [],
    );
    // with the slope fixed mirt creeps towards the variance and stops 1e-4 short of it (ltm confirms the likelihood)
    const tolerance = model === 'rasch' || model === 'pcm' ? 3e-4 : 1e-4;
    const errors = Object.entries(mirt.SE_IRTpars).filter(([name]) => name !== 'GroupPars');
    for (const [j, item] of own.items.entries()) {
      if (items[j]![0]! < 0) continue; // calibrated with its answers reversed: the likelihood covers it
      const expected = wanted.map((k) => items[j]![k]!);
      // mirt stops at gradients of 1e-4 or so, which is more in a parameter that the answers hardly determine
      const scale = Math.max(1, ...expected.map((value) => value ** 2 / 10));
      versus('mirt', tolerance * scale)(numbers(item), expected);
      const se = wanted.map((k) => errors[j]![1][columns[k]!]!);
      // mirt's standard errors of partial credit steps are not those of its own slopes and intercepts by the delta method, so only a
      const compared = model === 'gpcm' || model === 'pcm' ? 1 : se.length;
      versus('mirt', 1e-3 * scale)(numbers(own.se!.items[j]!).slice(0, compared), se.slice(0, compared));
    }
  });
});

it.skipIf(!isThere('science4'))(
  'science4, nominal of mirt has the same likelihood, differences of slopes and of intercepts',
  () => {
    const { IRTpars, logLik } = mirtFits('science4').nominal!;
    const own = calibrate(mirtMatrix('science4'), { model: 'nominal', tolerance: 1e-8 });
    versus('mirt', 1e-4)(own.logLikelihood, logLik);
    for (const [j, { a, c }] of own.items.entries()) {
      const [slopes, intercepts] = [IRTpars.items[j]!.slice(0, 4), IRTpars.items[j]!.slice(4)];
      // 15 parameters for 392 persons are determined poorly: mirt stops where the likelihood agrees to 1e-6
      versus('mirt', 2e-3)(
        a,
        slopes.map((value) => value - slopes[0]!),
      );
      versus('mirt', 2e-3)(
        c,
        intercepts.map((value) => value - intercepts[0]!),
      );
    }
  },
);

it.skipIf(!isThere('ltm_science7'))(
  'ltm_science7, gpcm: the items to which mirt gave a negative slope are excluded and named',
  () => {
    const matrix = mirtMatrix('ltm_science7');
    const slopes = mirtFits('ltm_science7').gpcm!.IRTpars.items.map(([a]) => a!);
    const turned = matrix.itemIds.filter((_, j) => slopes[j]! < 0);
    expect(turned.length).toBeGreaterThan(0);
    expect(calibrate(matrix, { model: 'gpcm' }).excluded).toEqual(
      turned.map((id) => ({ id, reason: 'negativeDiscrimination', answers: 392 })),
    );
  },
);

describe.each(['mathexam14w', 'sat12', 'sim3pl'])('3PL of %s with priors on a, intercept and c', (set) => {
  it.skipIf(!isThere(set))('has the mode an independent program found, above where mirt stops', () => {
    const mode = JSON.parse(sharedText('other/own3pl_map.json'))[`${set}_3PL_a_lnorm_g_beta`];
    const own = calibrate(mirtMatrix(set), {
      model: '3pl',
      tolerance: 1e-7,
      standardErrors: set !== 'sim3pl',
      priors: { a: lognormalPrior(0, 0.5), intercept: normalPrior(0, 2), c: betaPrior(5, 17) },
    });
    versus('an R program of its own', 1e-4)(own.logLikelihood + own.logPrior, mode.logPost);
    for (const [j, { a, b, c }] of own.items.entries()) {
      versus('an R program of its own', 1e-3)([a, -a * b, c], [mode.a[j], mode.d[j], mode.g[j]]);
      if (own.se) versus('an R program of its own', 1e-3)(own.se.items[j]!.a, mode.se_a[j]);
    }
  });
});
