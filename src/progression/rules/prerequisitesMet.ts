import type { Rule } from '../progression.ts';
import { othersAchieved } from './othersAchieved.ts';

/**
 * Achieved when every prerequisite is: to be combined with a rule about the competency itself, where a school wants the order kept.
 *
 * @returns a rule for `decideProgression`, which needs a graph
 * @remarks Without it evidence counts whether prerequisites are achieved or not, and `waitingFor` says so.
 * @example
 * import { allOf, nInARow } from 'tutelage/progression';
 * import { prerequisitesMet } from 'tutelage/progression/analysis';
 *
 * allOf(nInARow(), prerequisitesMet()).name; // => 'all of (nInARow, prerequisitesMet)'
 */
export function prerequisitesMet(): Rule {
  return othersAchieved({
    name: 'prerequisitesMet',
    options: {},
    of: ({ prerequisites = [] }) => prerequisites,
    verdict(achieved, all) {
      const open = all.filter((id) => !achieved.includes(id));
      return {
        isEnough: open.length === 0,
        text: open.length === 0 ? 'All prerequisites are achieved.' : `Prerequisites open: ${open.join(', ')}.`,
      };
    },
  });
}
