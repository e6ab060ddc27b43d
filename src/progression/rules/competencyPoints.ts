import { checkOnce, checkWhole } from '../../math/check.ts';
import type { Rule } from '../progression.ts';
import { othersAchieved } from './othersAchieved.ts';

/** Options of {@link competencyPoints}. */
export interface CompetencyPointsOptions {
  /** Points to reach, 1 or more, at most what there are. */
  readonly points: number;
  /** Parts of the competency and what each is worth once achieved, 0 or more; without a `required` one nothing is achieved. */
  readonly competencies: readonly { readonly id: string; readonly points: number; readonly required?: boolean }[];
}

/**
 * Achieved with enough points from parts that are achieved, the required ones among them: Moodle's rule "points".
 *
 * @param options points to reach and what each part is worth
 * @returns a rule for `decideProgression`
 * @throws RangeError for points that are no whole numbers, that cannot be reached, a part listed twice or none; when it decides, for a part
 * that is the competency itself or, with a graph, none of its direct parts
 * @example
 * import { competencyPoints } from 'tutelage/progression/analysis';
 *
 * const competencies = [{ id: 'speech', points: 3 }, { id: 'essay', points: 2, required: true }];
 * competencyPoints({ points: 4, competencies }).name; // => 'competencyPoints'
 */
export function competencyPoints(options: CompetencyPointsOptions): Rule {
  const { points, competencies } = options;
  const name = 'competencyPoints';
  checkWhole(name, 'points', points, 1);
  if (!Array.isArray(competencies) || competencies.length === 0)
    throw new RangeError(`${name}: no competency; give one or more`);
  const ids = competencies.map(({ id }) => id);
  checkOnce(name, 'competency', ids);
  for (const own of competencies) checkWhole(name, `points of "${own.id}"`, own.points, 0);
  const sum = (some: readonly string[]) =>
    competencies.reduce((all, own) => all + (some.includes(own.id) ? own.points : 0), 0);
  if (sum(ids) < points)
    throw new RangeError(`${name}: ${points} points cannot be reached, there are only ${sum(ids)}`);
  return othersAchieved({
    name,
    options: { points, competencies },
    of({ competencyId, parts }) {
      const stranger = ids.find((id) => id === competencyId || (parts && !parts.includes(id)));
      if (stranger !== undefined) {
        throw new RangeError(
          `${name}: "${stranger}" is no direct part of "${competencyId}"; points come from parts only`,
        );
      }
      return ids;
    },
    verdict(achieved) {
      const open = competencies.filter(({ id, required }) => required && !achieved.includes(id));
      const missing = open.length === 0 ? '' : ` Required and open: ${open.map(({ id }) => id).join(', ')}.`;
      return {
        isEnough: open.length === 0 && sum(achieved) >= points,
        text: `${sum(achieved)} of ${points} points.${missing}`,
      };
    },
  });
}
