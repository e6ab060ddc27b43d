import { logistic } from '../../math/logistic.ts';
import { shareSd } from '../../math/shareSd.ts';
import { competenciesOf, own } from '../competenciesOf.ts';
import type { TracingModel } from '../tracingModel.ts';

/** Right and wrong answers to one competency so far; partly right ones count in both. */
export interface AnswerTally {
  readonly right: number;
  readonly wrong: number;
}

/** State of models that count answers. */
export interface TallyState<Name extends string> {
  readonly version: 1;
  readonly model: Name;
  readonly tallies: Readonly<Record<string, AnswerTally>>;
}

const NONE: AnswerTally = { right: 0, wrong: 0 };

/** A logistic model of counts: logit P(right) = offset + sum over the competencies of the question of `logitOf`. */
export function countedAnswers<Name extends string>(
  name: Name,
  options: Readonly<Record<string, unknown>>,
  offset: number,
  logitOf: (competencyId: string, tally: AnswerTally) => number,
): TracingModel<TallyState<Name>> {
  const tallyOf = (state: TallyState<Name>, id: string): AnswerTally => own(state.tallies, id) ?? NONE;
  const chance = (state: TallyState<Name>, ids: readonly string[]): number =>
    logistic(ids.reduce((sum, id) => sum + logitOf(id, tallyOf(state, id)), offset));
  return {
    name,
    options,
    commutative: true,
    scope: 'learner',
    init: () => ({ version: 1, model: name, tallies: {} }),
    predict: (state, question) => chance(state, competenciesOf(name, question)),
    update(state, score, weight = 1, question) {
      const ids = competenciesOf(name, question);
      if (score === null) return state;
      const added = ids.map((id) => {
        const { right, wrong } = tallyOf(state, id);
        return [id, { right: right + weight * score, wrong: wrong + weight * (1 - score) }] as const;
      });
      return { version: 1, model: name, tallies: { ...state.tallies, ...Object.fromEntries(added) } };
    },
    estimate(state, competencyId) {
      const [id] = competenciesOf(name, competencyId === undefined ? {} : { competencyIds: [competencyId] });
      const { right, wrong } = tallyOf(state, id!);
      const value = chance(state, [id!]);
      return { value, sd: shareSd(value, right + wrong) };
    },
  };
}

/** Throws unless a competency has parameters. */
export function parametersOf<T>(where: string, competencies: ReadonlyMap<string, T>, id: string): T {
  const found = competencies.get(id);
  if (found) return found;
  throw new RangeError(`${where}: competency "${id}" has no parameters`);
}
