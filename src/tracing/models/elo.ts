import { check, checkAbove } from '../../math/check.ts';
import { logistic } from '../../math/logistic.ts';
import { own } from '../competenciesOf.ts';
import type { TracingModel } from '../tracingModel.ts';

/** How far a rating moves with an answer, and how likely guessing is. */
export interface EloSteps {
  /** First step a in K(n) = a / (1 + b n), n the answers before, above 0; 1 when absent. */
  readonly a?: number;
  /** How fast steps shrink, 0 or more; 0 keeps them constant; 0.05 when absent. */
  readonly b?: number;
  /** P(right) of who knows nothing, in [0, 1); 0 when absent. */
  readonly guess?: number;
}

/** Options of {@link elo}. */
export interface EloOptions extends EloSteps {
  /** Frozen difficulties by item id, in logits, such as those of `replayElo`; items that are not listed have `difficulty`. */
  readonly difficulties?: Readonly<Record<string, number>>;
  /** Difficulty of items that are not listed, in logits; 0 when absent. */
  readonly difficulty?: number;
}

/** A rating in logits, and what it rests on. */
export interface EloRating {
  readonly theta: number;
  readonly n: number;
  /** Sum of P (1 - P) over the answers. */
  readonly information: number;
}

/** State of {@link elo}. */
export interface EloState extends EloRating {
  readonly version: 1;
  readonly model: 'elo';
  /** How much better or worse than overall, by competency. */
  readonly competencies: Readonly<Record<string, EloRating>>;
}

const NEW: EloRating = { theta: 0, n: 0, information: 0 };

/**
 * Elo ratings of one learner against items of known difficulty: one overall and one for each competency.
 *
 * P = g + (1 - g) logistic(theta + mean of theta_k over the competencies of the item - d); after an answer theta += K(n) (score - P), and likewise
 * each theta_k with its own n; K(n) = a / (1 + b n) (Pelanek 2016, Computers & Education 98, 169-179). Difficulties stay frozen here:
 * `replayElo` finds them from the answers of many.
 *
 * @param options steps, guessing and difficulties
 * @returns a model with scope 'learner'
 * @throws RangeError for steps, guess or difficulties out of range
 * @remarks `estimate` is the chance at an item of difficulty 0 without guessing. Elo keeps no variance; `sd` (our choice) takes theta for an estimate with a
 * standard normal prior, 1 / sqrt(1 + information), carried to the share by its slope. Without item ids it loses what makes it strong.
 * @example
 * import { elo } from 'tutelage/tracing';
 *
 * const model = elo({ difficulties: { hard: 1.5, easy: -1 } });
 * const after = model.update(model.init(), 1, 1, { itemId: 'hard', competencyIds: ['fractions'] });
 * [after.theta, after.competencies['fractions']!.theta]; // => [0.8176, 0.8176]
 * model.predict(after, { itemId: 'easy' }); // => 0.8603
 */
export function elo(options: EloOptions = {}): TracingModel<EloState> {
  const { a = 1, b = 0.05, guess = 0, difficulties = {}, difficulty = 0 } = options;
  checkEloSteps('elo', { a, b, guess });
  const known = new Map(Object.entries(difficulties));
  for (const [id, d] of known) checkAbove('elo', `difficulty of "${id}"`, d, -Infinity);
  checkAbove('elo', 'difficulty', difficulty, -Infinity);
  const ratingOf = (state: EloState, id: string): EloRating => own(state.competencies, id) ?? NEW;
  const chance = (state: EloState, itemId: string | undefined, ids: readonly string[]): number => {
    let theta = 0;
    for (const id of ids) theta += ratingOf(state, id).theta / ids.length;
    const d = itemId === undefined ? difficulty : (known.get(itemId) ?? difficulty);
    return guess + (1 - guess) * logistic(state.theta + theta - d);
  };
  return {
    name: 'elo',
    options: { a, b, guess, difficulties, difficulty },
    commutative: false,
    scope: 'learner',
    init: () => ({ version: 1, model: 'elo', ...NEW, competencies: {} }),
    predict: (state, question = {}) => chance(state, question.itemId, question.competencyIds ?? []),
    update(state, score, weight = 1, question = {}) {
      if (score === null) return state;
      const ids = question.competencyIds ?? [];
      const p = chance(state, question.itemId, ids);
      const moved = ({ theta, n, information }: EloRating): EloRating => ({
        theta: theta + (a / (1 + b * n)) * weight * (score - p),
        n: n + 1,
        information: information + weight * p * (1 - p),
      });
      const changed = ids.map((id) => [id, moved(ratingOf(state, id))] as const);
      const competencies =
        ids.length === 0 ? state.competencies : { ...state.competencies, ...Object.fromEntries(changed) };
      return { version: 1, model: 'elo', ...moved(state), competencies };
    },
    estimate(state, competencyId) {
      const rating = competencyId === undefined ? NEW : ratingOf(state, competencyId);
      const value = logistic(state.theta + rating.theta);
      const { information } = competencyId === undefined ? state : rating;
      return { value, sd: (value * (1 - value)) / Math.sqrt(1 + information) };
    },
  };
}

/** Throws for steps that are none. */
export function checkEloSteps(where: string, { a, b, guess }: Required<EloSteps>): void {
  checkAbove(where, 'a', a, 0);
  check(b >= 0 && b < Infinity, where, 'b', b, 'a finite number of at least 0');
  check(guess >= 0 && guess < 1, where, 'guess', guess, 'a number from 0 to below 1');
}
