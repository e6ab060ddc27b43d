import type { AbilityMethod, Population } from './abilityMethod.ts';
import { checkPopulation } from './checkPopulation.ts';
import { checkInformation, type InformationKind, informationOf, maximiseAbility, sumOf } from './maximiseAbility.ts';

/** Options of {@link map}. */
export interface MapOptions {
  /** The population the learner comes from; { mean: 0, sd: 1 } when absent. */
  readonly population?: Population;
  /** What the standard error rests on; `expected` when absent. They differ for three- and four-parameter and graded items. */
  readonly information?: InformationKind;
}

/**
 * Maximum a posteriori ability (Bayes modal): the theta at which likelihood times normal prior is highest, with standard error
 * 1 / sqrt(information + 1 / sd^2).
 *
 * It exists for every answer pattern. The highest of all modes is taken: no theta farther from the mean than
 * sd sqrt(-2 log L(mean)) can be better than the mean itself, so nothing beyond has to be searched.
 *
 * Samejima, F. (1969). Estimation of latent ability using a response pattern of graded scores. Psychometrika Monograph 17; error as in
 * catR (expected information) or mirt (observed).
 *
 * @param options population, kind of information
 * @returns the method, to be passed as `by`
 * @throws RangeError for a population without positive sd
 * @remarks O(answers x looks), a few dozen looks for usual tests. Without answers it returns the population's mean and sd with status `empty`.
 * @example
 * import { estimateAbility, map } from 'tutelage/irt';
 *
 * const items = [-1, 0, 1].map((b) => ({ id: `q${b}`, model: 'rasch', b }) as const);
 * const { theta, se } = estimateAbility(items, [1, 1, 1], { by: map() });
 * [theta, se]; // => [0.928, 0.7997]
 */
export function map({ population = { mean: 0, sd: 1 }, information = 'expected' }: MapOptions = {}): AbilityMethod {
  checkPopulation('map', population);
  checkInformation('map', information);
  const { mean, sd } = population;
  return {
    name: 'map',
    options: { population, information },
    estimate(answered) {
      const n = answered.answers.length;
      if (n === 0) return { theta: mean, se: sd, status: 'empty', n, method: 'map' };
      const reach = sd * Math.sqrt(-2 * sumOf('logProbability', answered, mean));
      const theta = maximiseAbility(answered, mean - reach, mean + reach, {
        slope: (t, score) => score + (mean - t) / sd ** 2,
        value: (t) => -0.5 * ((t - mean) / sd) ** 2,
        bend: 1 / sd ** 2,
        slack: 0,
      });
      const se = 1 / Math.sqrt(informationOf(answered, theta, information) + 1 / sd ** 2);
      return { theta, se, status: 'ok', n, method: 'map' };
    },
  };
}
