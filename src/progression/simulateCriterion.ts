import type { Evidence } from '../evidence/evidence.ts';
import type { MasteryEstimate } from '../mastery/mastery.ts';
import { checkShare, checkWhole } from '../math/check.ts';
import { checkSeed } from '../random/checkSeed.ts';
import { type Stream, uniform } from '../random/stream.ts';
import { warmStream } from '../random/warmStream.ts';
import type { TracingModel } from '../tracing/tracingModel.ts';
import type { Rule } from './progression.ts';

/** Learners as Bayesian knowledge tracing imagines them, and how many answers they give. */
export interface SimulatedLearners {
  readonly prior: number;
  readonly learn: number;
  readonly guess: number;
  readonly slip: number;
  /** How many, 1 or more; 10,000 when absent. */
  readonly learners?: number;
  /** Answers after which one gives up, 1 or more; 60 when absent. */
  readonly most?: number;
  /** The model the rule's estimates come from; none when absent, for rules that count answers. */
  readonly model?: TracingModel;
  /** Unsigned 32-bit integer; 0 when absent. */
  readonly seed?: number;
}

/** What a criterion of mastery costs. */
export interface CriterionOutcome {
  /** Mean number of answers until credit, those who give up counted with `most`. */
  readonly effort: number;
  /** Share of credits given while the skill was not known. */
  readonly falseMastery: number;
  /** Mean number of answers that came after the first given with the skill known, of those who got credit and knew it. */
  readonly overPractice: number;
  /** Share without credit after `most` answers. */
  readonly gaveUp: number;
  /** Standard errors of effort and false mastery. */
  readonly standardErrors: { readonly effort: number; readonly falseMastery: number };
}

/** What mistakes cost, in the same unit, for `chooseThreshold`. */
export interface CriterionCosts {
  /** One answer more. */
  readonly answer: number;
  /** Credit without competency. */
  readonly falseMastery: number;
  /** No credit in the end. */
  readonly gaveUp?: number;
}

/**
 * What a rule of mastery costs learners: how long it takes, how often it gives credit without competency, how much it makes them practise in vain.
 *
 * Learners know the skill from the start with probability `prior`, or learn it after an answer with probability `learn`; they guess and slip. The measures are
 * those of Pelanek & Rihak (2018), New Review of Hypermedia and Multimedia 24, 133-159, with false mastery after Fancsali, Nixon & Ritter (2013).
 *
 * @param rule the criterion; it sees answers to one competency, one after the other
 * @param options learners, and the model of the estimates
 * @returns means over the learners, with standard errors
 * @throws RangeError for probabilities outside [0, 1] or counts below 1
 * @remarks Reproducible from the seed; every learner has random numbers of their own, so that two rules meet the same learners. Real learners are not like this: use it to
 * compare rules, not to promise weeks. Rules that look at dates or items see none. O(learners x answers x what the rule costs).
 * @example
 * import { nInARow } from 'tutelage/progression';
 * import { simulateCriterion } from 'tutelage/progression/analysis';
 *
 * const multipleChoice = { prior: 0.3, learn: 0.15, guess: 0.4, slip: 0.1, learners: 500 };
 * const three = simulateCriterion(nInARow(), multipleChoice);
 * const five = simulateCriterion(nInARow({ n: 5 }), multipleChoice);
 * three.falseMastery > 0.08 && five.falseMastery < 0.04; // => true
 * five.effort > three.effort; // => true
 */
export function simulateCriterion(rule: Rule, options: SimulatedLearners): CriterionOutcome {
  const { prior, learn, guess, slip, learners = 10_000, most = 60, model, seed = 0 } = options;
  for (const [name, value] of Object.entries({ prior, learn, guess, slip }))
    checkShare('simulateCriterion', name, value);
  checkWhole('simulateCriterion', 'learners', learners, 1);
  checkWhole('simulateCriterion', 'most', most, 1);
  checkSeed('simulateCriterion', seed);
  let [effort, squares, credits, wrongly, over] = [0, 0, 0, 0, 0];
  for (let learner = 0; learner < learners; learner++) {
    const from = warmStream(Math.imul(seed, 0x9e3779b1) ^ (learner + 1));
    const { answers, known, learntAt } = practise(rule, { prior, learn, guess, slip }, most, model, from);
    effort += answers ?? most;
    squares += (answers ?? most) ** 2;
    if (answers === null) continue;
    credits++;
    if (known) over += answers - 1 - learntAt;
    else wrongly++;
  }
  const mean = effort / learners;
  const share = credits === 0 ? 0 : wrongly / credits;
  const right = credits - wrongly;
  return {
    effort: mean,
    falseMastery: share,
    overPractice: right === 0 ? 0 : over / right,
    gaveUp: 1 - credits / learners,
    standardErrors: {
      effort: Math.sqrt(Math.max(0, squares / learners - mean * mean) / learners),
      falseMastery: credits === 0 ? 0 : Math.sqrt((share * (1 - share)) / credits),
    },
  };
}

/** One learner: after how many answers there was credit (null for never), whether the skill was known then, and after how many answers it was. */
function practise(
  rule: Rule,
  { prior, learn, guess, slip }: Pick<SimulatedLearners, 'prior' | 'learn' | 'guess' | 'slip'>,
  most: number,
  model: TracingModel | undefined,
  from: Stream,
): { readonly answers: number | null; readonly known: boolean; readonly learntAt: number } {
  let known = uniform(from) < prior;
  let learntAt = 0;
  let state = model?.init();
  const evidence: Evidence[] = [];
  for (let k = 0; k < most; k++) {
    const knew = known;
    const score = uniform(from) < (known ? 1 - slip : guess) ? 1 : 0;
    const id = String(k);
    evidence.push({
      id,
      learnerId: 'simulated',
      at: k,
      itemId: id,
      competencies: [{ id: 'skill' }],
      score,
      source: 'practice',
    });
    state = model?.update(state, score);
    if (
      rule.decide({ competencyId: 'skill', estimate: estimateOf(model, state, evidence), evidence, now: k }).status ===
      'achieved'
    ) {
      return { answers: k + 1, known: knew, learntAt };
    }
    if (!known && uniform(from) < learn) {
      known = true;
      learntAt = k + 1;
    }
  }
  return { answers: null, known, learntAt };
}

function estimateOf(model: TracingModel | undefined, state: unknown, evidence: readonly Evidence[]): MasteryEstimate {
  const about = { competencyId: 'skill', level: 0.9, lastAt: evidence.length - 1 };
  if (!model) return { ...about, status: 'unknown', value: null, sd: null, interval: null, n: 0, evidenceIds: [] };
  const { value, sd } = model.estimate(state);
  const interval = [Math.max(0, value - 1.64 * sd), Math.min(1, value + 1.64 * sd)] as const;
  return { ...about, status: 'estimated', value, sd, interval, n: evidence.length, evidenceIds: [] };
}
