import { checkAbove } from '../../math/check.ts';
import type { TracingModel } from '../tracingModel.ts';
import { countedAnswers, parametersOf, type TallyState } from './countedAnswers.ts';

/** What {@link afm} holds of one competency, in logits. */
export interface AfmCompetency {
  /** How easy it is before any answer. */
  readonly easiness: number;
  /** What each answer adds, right or wrong. */
  readonly learn: number;
}

/** Options of {@link afm}: what `fitAfm` finds. */
export interface AfmOptions {
  readonly competencies: Readonly<Record<string, AfmCompetency>>;
  /** The learner's own ability, in logits; 0 when absent: the average learner. */
  readonly theta?: number;
}

/**
 * The additive factors model: practice so far, by competency.
 *
 * logit P(right) = theta + sum over the competencies of the question of easiness + learn n, with n answers before (Cen, Koedinger & Junker
 * 2006, Intelligent Tutoring Systems, 164-175).
 *
 * @param options parameters
 * @returns a model with scope 'learner'; the order of answers makes no difference
 * @throws RangeError for parameters that are not finite; its functions throw for a competency without parameters
 * @remarks What the answers were makes no difference to it: use it to see how fast a competency is learnt, and `pfa` or `elo` for a learner.
 * @example
 * import { afm } from 'tutelage/tracing';
 *
 * const model = afm({ theta: 0.4, competencies: { add: { easiness: -0.5, learn: 0.2 } } });
 * model.predict(model.init(), { competencyIds: ['add'] }); // => 0.475
 */
export function afm(options: AfmOptions): TracingModel<TallyState<'afm'>> {
  const { theta = 0, competencies } = options;
  checkAbove('afm', 'theta', theta, -Infinity);
  const known = new Map(Object.entries(competencies));
  for (const [id, { easiness, learn }] of known) {
    for (const [name, value] of Object.entries({ easiness, learn })) {
      checkAbove('afm', `${name} of "${id}"`, value, -Infinity);
    }
  }
  return countedAnswers('afm', { competencies, theta }, theta, (id, tally) => {
    const { easiness, learn } = parametersOf('afm', known, id);
    return easiness + learn * (tally.right + tally.wrong);
  });
}
