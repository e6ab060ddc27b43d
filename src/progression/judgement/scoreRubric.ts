import { checkAbove, checkOnce, checkWhole } from '../../math/check.ts';

/** One thing that is looked at in a work, and its levels from the lowest, in words. */
export interface RubricCriterion {
  readonly id: string;
  readonly levels: readonly string[];
  /** What it counts, above 0; 1 when absent. */
  readonly weight?: number;
}

/** What raters look at in a project or a presentation. */
export interface Rubric {
  readonly id: string;
  readonly criteria: readonly RubricCriterion[];
}

/** One rater's judgement: a level of each criterion, 0 the lowest. */
export interface RubricRating {
  readonly raterId: string;
  readonly levels: Readonly<Record<string, number>>;
}

/** What {@link scoreRubric} makes of judgements. */
export interface RubricScore {
  /** Mean over raters, in [0, 1]: the `score` of a piece of evidence. */
  readonly score: number;
  /** By criterion: mean over raters, in [0, 1], and how many levels apart the raters are at most. */
  readonly criteria: readonly { readonly id: string; readonly score: number; readonly apart: number }[];
  /** Criteria on which raters are two levels apart or more: talk about these. */
  readonly disputed: readonly string[];
  readonly raters: number;
}

/**
 * Turns judgements of a work by a rubric into one score, and says where raters disagree.
 *
 * A level counts as its number over the highest of its criterion; criteria are weighed, raters are not (our choice).
 *
 * @param rubric criteria and their levels
 * @param ratings of one or more raters, all criteria each
 * @returns the score and what it is made of
 * @throws RangeError for a criterion with fewer than 2 levels or listed twice, no rater, a rater twice, or a criterion that was not rated
 * @remarks Agreement of raters over many works: `weightedKappa` for two, `intraclassCorrelation` for more.
 * @example
 * import { scoreRubric } from 'tutelage/progression/analysis';
 *
 * const levels = ['beginning', 'developing', 'secure', 'exemplary'];
 * const rubric = { id: 'talk', criteria: [{ id: 'content', levels, weight: 2 }, { id: 'voice', levels }] };
 * const ratings = [{ raterId: 'a', levels: { content: 3, voice: 1 } }, { raterId: 'b', levels: { content: 2, voice: 3 } }];
 * const { score, disputed } = scoreRubric(rubric, ratings);
 * score; // => 0.778
 * disputed; // => ['voice']
 */
export function scoreRubric(rubric: Rubric, ratings: readonly RubricRating[]): RubricScore {
  const where = 'scoreRubric';
  const { criteria } = rubric;
  if (criteria.length === 0 || ratings.length === 0) {
    throw new RangeError(
      `${where}: needs at least one criterion and one rater, got ${criteria.length} and ${ratings.length}`,
    );
  }
  checkOnce(
    where,
    'criterion',
    criteria.map(({ id }) => id),
  );
  checkOnce(
    where,
    'rater',
    ratings.map(({ raterId }) => raterId),
  );
  const scored = criteria.map(({ id, levels, weight = 1 }) => {
    checkAbove(where, `weight of "${id}"`, weight, 0);
    if (levels.length < 2)
      throw new RangeError(`${where}: criterion "${id}" needs at least 2 levels, got ${levels.length}`);
    const given = ratings.map(({ raterId, levels: own }) => {
      const level = Object.hasOwn(own, id) ? own[id]! : Number.NaN;
      checkWhole(where, `level of "${id}" by "${raterId}"`, level, 0, levels.length - 1);
      return level;
    });
    const mean = given.reduce((sum, level) => sum + level, 0) / given.length;
    return { id, score: mean / (levels.length - 1), apart: Math.max(...given) - Math.min(...given), weight };
  });
  const total = scored.reduce((sum, { weight }) => sum + weight, 0);
  return {
    score: Math.min(1, scored.reduce((sum, { score, weight }) => sum + score * weight, 0) / total),
    criteria: scored.map(({ id, score, apart }) => ({ id, score, apart })),
    disputed: scored.flatMap(({ id, apart }) => (apart >= 2 ? [id] : [])),
    raters: ratings.length,
  };
}
