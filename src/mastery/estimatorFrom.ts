import type { Evidence } from '../evidence/evidence.ts';
import { betaInterval } from '../math/betaInterval.ts';
import { check } from '../math/check.ts';
import { shareSd } from '../math/shareSd.ts';
import type { TracingModel } from '../tracing/tracingModel.ts';
import type { MasteryEstimate, MasteryEstimator } from './mastery.ts';
import { unusedOf } from './unusedOf.ts';

/** From the scores of one competency, in [0, 1] and in time order, to a share in [0, 1]; null for too few. */
export type MasteryScale = (scores: readonly number[]) => number | null;

interface Belief {
  readonly value: number;
  readonly sd: number;
}

const LEVEL = 0.9;

/** Makes an estimator of a tracing model or a scale: each competency of the log from its scored evidence. */
export function estimatorFrom(by: TracingModel | MasteryScale): MasteryEstimator {
  const name = by.name || 'scale';
  return {
    name,
    estimate(log) {
      const unused = unusedOf(log);
      const own = new Map<string, Evidence[]>();
      for (const entry of log) {
        for (const { id } of entry.competencies) {
          if (!own.has(id)) own.set(id, []);
          if (entry.score !== null) own.get(id)!.push(entry);
        }
      }
      const believed = typeof by === 'function' ? scaled(by, name) : traced(by, log);
      const estimates = [...own].map(([competencyId, scored]) => {
        const belief = scored.length === 0 ? null : believed(competencyId, scored);
        return estimateOf(competencyId, scored, belief);
      });
      return { estimates, unused };
    },
  };
}

/** A scale says nothing of uncertainty: it is taken for a share seen in as many answers. */
function scaled(scale: MasteryScale, name: string) {
  return (_: string, scored: readonly Evidence[]): Belief | null => {
    const value = scale(scored.map(({ score }) => score!));
    if (value === null) return null;
    const wanted =
      'in [0, 1] for scores in [0, 1]; give it the top of the scale, such as (scores) => powerLaw(scores, { top: 1 })';
    check(value >= 0 && value <= 1, 'estimateMastery', `what ${name} makes of the scores`, value, wanted);
    return { value, sd: shareSd(value, scored.length) };
  };
}

function traced(model: TracingModel, log: readonly Evidence[]) {
  if (model.scope === 'competency') {
    return (competencyId: string, scored: readonly Evidence[]): Belief =>
      model.estimate(
        scored.reduce<unknown>((state, { score, competencies, itemId }) => {
          const weight = competencies.find(({ id }) => id === competencyId)!.weight ?? 1;
          return model.update(state, score, weight, itemId === undefined ? undefined : { itemId });
        }, model.init()),
      );
  }
  const state = log.reduce<unknown>((before, entry) => {
    const competencyIds = entry.competencies.map(({ id }) => id);
    if (entry.score === null || competencyIds.length === 0) return before;
    return model.update(before, entry.score, 1, {
      competencyIds,
      ...(entry.itemId !== undefined && { itemId: entry.itemId }),
    });
  }, model.init());
  return (competencyId: string): Belief => model.estimate(state, competencyId);
}

function estimateOf(competencyId: string, scored: readonly Evidence[], belief: Belief | null): MasteryEstimate {
  const about = { competencyId, level: LEVEL };
  if (!belief) {
    return { ...about, status: 'unknown', value: null, sd: null, interval: null, n: 0, evidenceIds: [], lastAt: null };
  }
  const { value, sd } = belief;
  return {
    ...about,
    status: 'estimated',
    value,
    sd,
    interval: betaInterval(value, sd, LEVEL),
    n: scored.length,
    evidenceIds: scored.map(({ id }) => id),
    lastAt: scored.reduce<number | null>((last, { at }) => (at === null ? last : Math.max(last ?? at, at)), null),
  };
}
