import { check } from '../../math/check.ts';
import { competenciesOf, own } from '../competenciesOf.ts';
import type { TracingModel } from '../tracingModel.ts';

/** Who gets the credit for an answer that is about several competencies: see {@link manySkills}. */
export type CreditRule = 'likely' | 'weakest' | 'each' | 'shared';

/** Options of {@link manySkills}. */
export interface ManySkillsOptions {
  /** 'likely' when absent. */
  readonly credit?: CreditRule;
}

/** State of {@link manySkills}: one state of the model for each competency met so far. */
export interface ManySkillsState<State> {
  readonly version: 1;
  readonly model: 'manySkills';
  readonly states: Readonly<Record<string, State>>;
}

/**
 * One model of a single competency for each of many, with a rule for answers that are about several of them.
 *
 * With p_k the chance of each competency k that its part of the answer is right:
 * - 'likely': all parts must be right, P(right) = product of p_k. After a right answer all parts were right; after a wrong one part k
 *   was with probability 1 - (1 - p_k) / (1 - P(right)), and that is the score competency k gets (Bayes' rule for a noisy AND).
 * - 'weakest': P(right) = the least p_k; a right answer counts for all, a wrong one against the weakest only, the others miss this one.
 * - 'each': P(right) = mean of p_k; every competency gets the answer. - 'shared': the same, with a weight of one over their number.
 *
 * A partial score mixes what right and wrong would give.
 *
 * @param model a model with scope 'competency' for all of them, or one for each by competency id, such as `{ add: bkt(fitBkt(...)) }`
 * @param options the rule
 * @returns a model with scope 'learner'
 * @throws TypeError for an unheard-of rule or a model of the wrong scope; its functions throw for a question that does not name its competencies
 * @remarks With one competency all rules are the model itself. Which rule is right is a question of the task: steps that are all needed
 * ('likely'), or one competency shown in several ways ('each'). 'each' blames innocent competencies for every wrong answer.
 * @example
 * import { bkt, manySkills } from 'tutelage/tracing';
 *
 * const model = manySkills(bkt({ prior: 0.4, learn: 0, guess: 0.2, slip: 0.1 }));
 * const trained = model.update(model.init(), 1, 1, { competencyIds: ['add'] });
 * const both = { competencyIds: ['add', 'carry'] };
 * model.predict(trained, both); // => 0.348
 * const after = model.update(trained, 0, 1, both);
 * model.estimate(after, 'add').value; // => 0.6534
 * model.estimate(after, 'carry').value; // => 0.2132
 */
export function manySkills<State>(
  model: TracingModel<State> | Readonly<Record<string, TracingModel<State>>>,
  options: ManySkillsOptions = {},
): TracingModel<ManySkillsState<State>> {
  const { credit = 'likely' } = options;
  check(RULES.has(credit), 'manySkills', 'credit', credit, "'likely', 'weakest', 'each' or 'shared'");
  const isOne = typeof model.update === 'function';
  const models = isOne
    ? [model as TracingModel<State>]
    : Object.values(model as Readonly<Record<string, TracingModel<State>>>);
  for (const { scope, name } of models) {
    check(scope === 'competency', 'manySkills', 'model', name, "one with scope 'competency', such as bkt");
  }
  const modelOf = (id: string): TracingModel<State> => {
    const found = isOne ? models[0] : own(model as Readonly<Record<string, TracingModel<State>>>, id);
    if (found) return found;
    throw new RangeError(`manySkills: competency "${id}" has no model; give it one`);
  };
  const stateOf = ({ states }: ManySkillsState<State>, id: string): State => own(states, id) ?? modelOf(id).init();
  const together = (chances: readonly number[]): number => {
    if (credit === 'likely') return chances.reduce((product, p) => product * p, 1);
    if (credit === 'weakest') return Math.min(...chances);
    return chances.reduce((sum, p) => sum + p, 0) / chances.length;
  };
  return {
    name: `manySkills ${[...new Set(models.map(({ name }) => name))].join(', ')}`,
    options: { credit, models: models.map((one) => one.options) },
    commutative: models.every((one) => one.commutative) && (credit === 'each' || credit === 'shared'),
    scope: 'learner',
    init: () => ({ version: 1, model: 'manySkills', states: {} }),
    predict(state, question) {
      const ids = competenciesOf('manySkills', question);
      return together(ids.map((id) => modelOf(id).predict(stateOf(state, id), question)));
    },
    update(state, score, weight = 1, question) {
      const ids = competenciesOf('manySkills', question);
      const before = ids.map((id) => stateOf(state, id));
      const chances = before.map((one, k) => modelOf(ids[k]!).predict(one, question));
      const right = together(chances);
      const weakest = chances.indexOf(Math.min(...chances));
      const after = before.map((one, k) => {
        const own = modelOf(ids[k]!);
        if (credit === 'shared') return own.update(one, score, weight / ids.length, question);
        if (score === null || credit === 'each') return own.update(one, score, weight, question);
        if (credit === 'likely') {
          const ifWrong = right < 1 ? 1 - (1 - chances[k]!) / (1 - right) : chances[k]!;
          return own.update(one, score + (1 - score) * Math.max(0, ifWrong), weight, question);
        }
        const isMissed = score < 1 && k !== weakest;
        return own.update(
          one,
          isMissed ? (score > 0 ? 1 : null) : score,
          isMissed && score > 0 ? weight * score : weight,
          question,
        );
      });
      const changed = Object.fromEntries(ids.map((id, k) => [id, after[k]!]));
      return { version: 1, model: 'manySkills', states: { ...state.states, ...changed } };
    },
    estimate(state, competencyId) {
      const [id] = competenciesOf('manySkills', competencyId === undefined ? {} : { competencyIds: [competencyId] });
      return modelOf(id!).estimate(stateOf(state, id!));
    },
  };
}

const RULES: ReadonlySet<string> = new Set<CreditRule>(['likely', 'weakest', 'each', 'shared']);
