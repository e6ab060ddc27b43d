import { check, checkAbove } from '../../math/check.ts';
import type { TracingModel } from '../tracingModel.ts';
import { countedAnswers, parametersOf, type TallyState } from './countedAnswers.ts';

/** What {@link pfa} holds of one competency, in logits. */
export interface PfaCompetency {
  /** How easy it is before any answer. */
  readonly easiness: number;
  /** What a right answer adds. */
  readonly right: number;
  /** What a wrong answer adds; it may be below 0. */
  readonly wrong: number;
}

/** Options of {@link pfa}: what `fitPfa` finds. */
export interface PfaOptions {
  readonly competencies: Readonly<Record<string, PfaCompetency>>;
  /** 'raw' counts, or 'log': log(1 + count), which lets practice pay less and less; raw when absent. */
  readonly counts?: 'raw' | 'log';
}

/**
 * Performance factors analysis: right and wrong answers so far, by competency.
 *
 * logit P(right) = sum over the competencies of the question of easiness + right s + wrong f, with s right and f wrong answers before
 * (Pavlik, Cen & Koedinger 2009, AIED, 531-538); with 'log', log(1 + s) and log(1 + f).
 *
 * @param options parameters
 * @returns a model with scope 'learner'; the order of answers makes no difference
 * @throws RangeError for parameters that are not finite; its functions throw for a competency without parameters
 * @remarks It knows no items, so compare it with `elo` where items differ. The model says nothing of uncertainty; `sd` (our choice) is that of a
 * share seen in as many answers.
 * @example
 * import { pfa } from 'tutelage/tracing';
 *
 * const model = pfa({ competencies: { add: { easiness: -0.5, right: 0.3, wrong: -0.1 } } });
 * const after = model.update(model.init(), 1, 1, { competencyIds: ['add'] });
 * model.predict(after, { competencyIds: ['add'] }); // => 0.450166
 */
export function pfa(options: PfaOptions): TracingModel<TallyState<'pfa'>> {
  const { counts = 'raw', competencies } = options;
  check(counts === 'raw' || counts === 'log', 'pfa', 'counts', counts, "'raw' or 'log'");
  const known = new Map(Object.entries(competencies));
  for (const [id, { easiness, right, wrong }] of known) {
    for (const [name, value] of Object.entries({ easiness, right, wrong })) {
      checkAbove('pfa', `${name} of "${id}"`, value, -Infinity);
    }
  }
  const sizeOf = counts === 'log' ? Math.log1p : (count: number) => count;
  return countedAnswers('pfa', { competencies, counts }, 0, (id, tally) => {
    const { easiness, right, wrong } = parametersOf('pfa', known, id);
    return easiness + right * sizeOf(tally.right) + wrong * sizeOf(tally.wrong);
  });
}
