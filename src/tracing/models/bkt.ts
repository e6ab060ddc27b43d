import { checkShare } from '../../math/check.ts';
import type { Question, TracingModel } from '../tracingModel.ts';

/** What one class of items has of its own; the rest is as for all. */
export interface BktClass {
  readonly learn?: number;
  readonly guess?: number;
  readonly slip?: number;
  readonly forget?: number;
}

/** Parameters of {@link bkt}: probabilities in [0, 1]. */
export interface BktOptions {
  /** P(known) before the first answer. */
  readonly prior: number;
  /** P(learning it at one opportunity). */
  readonly learn: number;
  /** P(right | not known). */
  readonly guess: number;
  /** P(wrong | known). */
  readonly slip: number;
  /** P(forgetting it between two opportunities); 0 when absent, as in the original model. */
  readonly forget?: number;
  /** Classes of items with parameters of their own, such as multiple choice; `learn` and `forget` are those of the step after the item. */
  readonly classes?: Readonly<Record<string, BktClass>>;
  /** The class of each item, by item id; items that are not listed have none. */
  readonly items?: Readonly<Record<string, string>>;
}

/** State of {@link bkt}. */
export interface BktState {
  readonly version: 1;
  readonly model: 'bkt';
  /** P(known) at the next opportunity. */
  readonly known: number;
}

/**
 * Bayesian knowledge tracing: a skill is known or not, and may be learnt at each opportunity.
 *
 * With L = P(known): P(right) = L (1 - slip) + (1 - L) guess; after a right answer L' = L (1 - slip) / P(right), after a wrong
 * one L' = L slip / P(wrong), after a missing one L' = L; at the next opportunity L' (1 - forget) + (1 - L') learn (Corbett &
 * Anderson 1995, User Modeling and User-Adapted Interaction 4, 253-278). Classes of items: KT-IDEM (Pardos & Heffernan 2011, UMAP, 243-254).
 *
 * @param options probabilities
 * @returns a model for `recordEvidence`
 * @throws RangeError for a probability outside [0, 1], guess + slip of 1 or more, where a right answer would be evidence of not knowing, or an
 * item of a class that is not there
 * @remarks Our choices: a score s between 0 and 1 counts as right with probability s and wrong otherwise (L' is the mixture); a weight
 * w mixes the new L and the old, w and 1 - w; an answer that the model says cannot happen leaves L as it is. `sd` is that of
 * the hidden 0 or 1. Do not use it with parameters fitted without bounds: several optima and swapped labels are common. Questions about
 * several competencies: see `manySkills`.
 * @example
 * import { bkt } from 'tutelage/tracing';
 *
 * const model = bkt({ prior: 0.4, learn: 0.1, guess: 0.2, slip: 0.1 });
 * model.predict(model.init()); // => 0.48
 * model.estimate(model.update(model.init(), 1)).value; // => 0.775
 * model.estimate(model.update(model.init(), null)).value; // => 0.46
 */
export function bkt(options: BktOptions): TracingModel<BktState> {
  const { prior, learn, guess, slip, forget = 0, classes = {}, items = {} } = options;
  checkShare('bkt', 'prior', prior);
  const all = { learn, guess, slip, forget };
  checkParameters('', all);
  const byClass = new Map(Object.entries(classes).map(([name, own]) => [name, { ...all, ...own }]));
  for (const [name, parameters] of byClass) checkParameters(` of class "${name}"`, parameters);
  const byItem = new Map(
    Object.entries(items).map(([itemId, name]) => {
      const parameters = byClass.get(name);
      if (!parameters) throw new RangeError(`bkt: item "${itemId}" is of class "${name}", which classes does not have`);
      return [itemId, parameters];
    }),
  );
  const parametersOf = (question: Question | undefined) =>
    (byItem.size > 0 && question?.itemId !== undefined && byItem.get(question.itemId)) || all;
  return {
    name: 'bkt',
    options: { prior, ...all, ...(byClass.size > 0 && { classes, items }) },
    commutative: false,
    scope: 'competency',
    init: () => ({ version: 1, model: 'bkt', known: prior }),
    predict({ known }, question) {
      const now = parametersOf(question);
      return known * (1 - now.slip) + (1 - known) * now.guess;
    },
    update({ known }, score, weight = 1, question) {
      const now = parametersOf(question);
      const fromKnown = known * (1 - now.slip);
      const right = fromKnown + (1 - known) * now.guess;
      let seen = known;
      if (score !== null) {
        const ifRight = right > 0 ? fromKnown / right : known;
        const ifWrong = right < 1 ? (known * now.slip) / (1 - right) : known;
        seen = score * ifRight + (1 - score) * ifWrong;
      }
      const next = seen * (1 - now.forget) + (1 - seen) * now.learn;
      return { version: 1, model: 'bkt', known: known + weight * (next - known) };
    },
    estimate: ({ known }) => ({ value: known, sd: Math.sqrt(known * (1 - known)) }),
  };
}

function checkParameters(of: string, parameters: Required<BktClass>): void {
  for (const [name, value] of Object.entries(parameters)) checkShare('bkt', `${name}${of}`, value);
  const { guess, slip } = parameters;
  if (guess + slip >= 1) {
    throw new RangeError(
      `bkt: guess + slip${of} must be below 1, got ${guess} + ${slip}; otherwise a right answer would speak against knowing`,
    );
  }
}
