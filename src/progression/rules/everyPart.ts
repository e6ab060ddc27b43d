import type { Rule } from '../progression.ts';
import { othersAchieved } from './othersAchieved.ts';

/**
 * Achieved when every direct part of the competency is: Moodle's rule "all". What has no parts is never achieved by it.
 *
 * @returns a rule for `decideProgression`, which needs a graph with `partOf` relations
 * @example
 * import { everyPart } from 'tutelage/progression/analysis';
 *
 * everyPart().name; // => 'everyPart'
 */
export function everyPart(): Rule {
  return othersAchieved({
    name: 'everyPart',
    options: {},
    of: ({ parts = [] }) => parts,
    verdict: (achieved, all) => ({
      isEnough: all.length > 0 && achieved.length === all.length,
      text: all.length === 0 ? 'It has no parts.' : `${achieved.length} of ${all.length} parts achieved.`,
    }),
  });
}
