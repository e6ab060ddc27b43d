import type { QMatrix } from '../../content/qMatrix.ts';
import { newQMatrix } from '../../content/qMatrix.ts';
import type { Evidence } from '../../evidence/evidence.ts';
import type { AnsweredItems, Population } from '../../irt/ability/abilityMethod.ts';
import { checkPopulation } from '../../irt/ability/checkPopulation.ts';
import { type AbilityDistribution, posterior } from '../../irt/ability/posterior.ts';
import type { Item } from '../../irt/item.ts';
import { modelsOf } from '../../irt/modelOf.ts';
import { allModels } from '../../irt/models/all.ts';
import type { ResponseModel } from '../../irt/responseModel.ts';
import { type Attempt, categoryOf, chooseAnswers, type ItemAnswer } from '../chooseAnswers.ts';
import type { MasteryEstimate, MasteryEstimator, UnusedEvidence } from '../mastery.ts';

/** Options of {@link irt}. */
export interface IrtOptions {
  /** Calibrated items. */
  readonly items: readonly Item[];
  /** Which competencies each item measures; it may name items that are not calibrated. */
  readonly qMatrix: QMatrix;
  /** Ability in the population, as calibrated; { mean: 0, sd: 1 } when absent. */
  readonly population?: Population;
  /** Which attempt at an item counts; the first when absent. */
  readonly attempt?: Attempt;
  /** Credibility of the intervals, in (0, 1); 0.9 when absent. */
  readonly level?: number;
}

const NODES = 201; // enough for interval ends to within 3e-4 in probability

/**
 * Mastery by item response theory: the expected share of a competency's questions that the learner would answer right.
 *
 * For each competency the posterior of ability given the answers to its items (population as prior) is carried through
 * the competency's characteristic curve, the mean expected share of points over its calibrated items (the domain score;
 * Bock, Thissen & Zimowski 1997, Journal of Educational Measurement 34, 197-211). Value, sd and central interval are
 * those of that share.
 *
 * @param options items, Q-matrix, population
 * @returns an estimator for `estimateMastery`
 * @throws RangeError for impossible items, nominal ones (whose categories have no order), items listed twice, or a level outside (0, 1)
 * @remarks Each competency is estimated from its own items only: answers in one say nothing about another (our choice, so
 * that a teacher can point to the evidence). Items that measure several competencies count in each. What counts as
 * mastering the content depends on the questions in the bank, so compare shares only within one bank.
 * @example
 * import { irt } from 'tutelage/mastery';
 *
 * irt({ items: [], qMatrix: [] }).name; // => 'irt'
 */
export function irt(options: IrtOptions): MasteryEstimator {
  const { items, population = { mean: 0, sd: 1 }, attempt = 'first', level = 0.9 } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`irt: level must lie in (0, 1), got ${level}`);
  checkPopulation('irt', population);
  const models = modelsOf('irt', allModels, items);
  const nominal = items.find(({ model }) => model === 'nominal');
  if (nominal) throw new RangeError(`irt: item "${nominal.id}" is nominal; its categories are no degrees of mastery`);
  const place = new Map(items.map((item, k) => [item.id, k]));
  const measures = new Map(newQMatrix(options.qMatrix).map(({ itemId, competencyIds }) => [itemId, competencyIds]));
  const domains = new Map<string, number[]>();
  for (const [itemId, competencyIds] of measures) {
    for (const id of competencyIds) {
      const domain = domains.get(id) ?? [];
      domains.set(id, domain);
      if (place.has(itemId)) domain.push(place.get(itemId)!);
    }
  }
  /** Of an item with several categories and an answer without one, the score as a share of the highest category, when that is whole. */
  const answerOf = (entry: Evidence) => {
    const k = place.get(entry.itemId ?? '');
    const top = k === undefined ? 1 : models[k]!.categories(items[k]!) - 1;
    if (k === undefined || top === 1) return dichotomousOf(entry);
    const answer = entry.category ?? (entry.score ?? Number.NaN) * top;
    return answer <= top && Number.isInteger(answer) ? answer : null;
  };
  return {
    name: 'irt',
    estimate(log) {
      const { chosen, unused } = chooseAnswers(log, attempt, answerOf);
      const usable = new Map([...domains.keys()].map((id) => [id, [] as ItemAnswer[]]));
      for (const answer of chosen) {
        const competencyIds = measures.get(answer.itemId) ?? [];
        if (competencyIds.length === 0) unused.push({ evidenceId: answer.id, reason: 'itemUnknown' });
        else if (!place.has(answer.itemId)) unused.push({ evidenceId: answer.id, reason: 'itemNotCalibrated' });
        else for (const id of competencyIds) usable.get(id)!.push(answer);
      }
      const estimates = [...domains].map(([competencyId, domain]) => {
        const answers = usable.get(competencyId)!;
        if (answers.length === 0) return unknown(competencyId, level);
        const at = answers.map(({ itemId }) => place.get(itemId)!);
        const answered: AnsweredItems = {
          items: at.map((k) => items[k]!),
          models: at.map((k) => models[k]!),
          answers: answers.map(({ answer }) => answer),
        };
        const ability = posterior(answered, population, NODES);
        const share = domainScore(
          domain.map((k) => items[k]!),
          domain.map((k) => models[k]!),
          ability,
        );
        return estimated(competencyId, answers, ability, share, level);
      });
      return { estimates, unused: inLogOrder(unused, log) };
    },
  };
}

/** 0 or 1; null when the answer is neither. */
function dichotomousOf(entry: Evidence): number | null {
  const answer = categoryOf(entry);
  return answer === 0 || answer === 1 ? answer : null;
}

function unknown(competencyId: string, level: number): MasteryEstimate {
  const nothing = { value: null, sd: null, interval: null, n: 0, evidenceIds: [], lastAt: null };
  return { competencyId, status: 'unknown', level, ...nothing };
}

function estimated(
  competencyId: string,
  answers: readonly ItemAnswer[],
  ability: AbilityDistribution,
  share: Float64Array,
  level: number,
): MasteryEstimate {
  const { weight } = ability;
  const value = share.reduce((sum, s, q) => sum + weight[q]! * s, 0);
  const variance = share.reduce((sum, s, q) => sum + weight[q]! * (s - value) ** 2, 0);
  const dated = answers.flatMap(({ at }) => (at === null ? [] : [at]));
  return {
    competencyId,
    status: 'estimated',
    value,
    sd: Math.sqrt(variance),
    interval: [quantile(share, weight, (1 - level) / 2), quantile(share, weight, (1 + level) / 2)],
    level,
    n: answers.length,
    evidenceIds: answers.map(({ id }) => id),
    lastAt: dated.length === 0 ? null : dated.reduce((latest, at) => Math.max(latest, at)),
    ability: { theta: ability.mean, se: ability.sd },
  };
}

/** Mean expected answer over the items, each as a share of its highest category, at each node. Rises with ability. */
function domainScore(
  items: readonly Item[],
  models: readonly ResponseModel[],
  { theta }: AbilityDistribution,
): Float64Array {
  return theta.map((t) => {
    let sum = 0;
    for (const [k, item] of items.entries()) {
      const top = models[k]!.categories(item) - 1;
      for (let answer = 1; answer <= top; answer++) {
        sum += (answer / top) * Math.exp(models[k]!.logProbability(item, t, answer));
      }
    }
    return sum / items.length;
  });
}

/** The quantile of a rising quantity under weights on its nodes, by linear interpolation between node midpoints. */
function quantile(values: Float64Array, weight: Float64Array, probability: number): number {
  let below = 0;
  for (let q = 0; q < values.length; q++) {
    const middle = below + weight[q]! / 2;
    if (middle >= probability) {
      if (q === 0) return values[0]!;
      const gap = (weight[q - 1]! + weight[q]!) / 2;
      return values[q]! - ((middle - probability) / gap) * (values[q]! - values[q - 1]!);
    }
    below += weight[q]!;
  }
  return values[values.length - 1]!;
}

function inLogOrder(unused: readonly UnusedEvidence[], log: readonly { readonly id: string }[]): UnusedEvidence[] {
  const position = new Map(log.map(({ id }, k) => [id, k]));
  return [...unused].sort((a, b) => position.get(a.evidenceId)! - position.get(b.evidenceId)!);
}
