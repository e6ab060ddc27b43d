import { checkList, checkWhole } from '../math/check.ts';
import { checkActivities } from './checkActivities.ts';
import { allChecks } from './checks/all.ts';
import type { ContentBank, ContentFinding, LintOptions } from './contentFinding.ts';

/**
 * What is wrong with a catalogue, alone and together with a competency graph and a Q-matrix, and what to do about it.
 *
 * Errors: `duplicateActivity`, `duplicateItem` (listed more than once); `unknownCompetency`, `unknownItem` (not in the graph, not in
 * the Q-matrix); `impossibleGroupSize`, `impossibleAges`, `emptyAccessModes` (nobody can meet them); `unreachableCompetency` (something
 * that comes before it is taught by nothing). Warnings: `sameContent` (the same text, or without text the same title and competencies, in
 * normal form KC with case and white space folded, with the same items, modalities and language); `shortTimeLimit` (minutes above the
 * limit); `competencyWithoutActivity`, `activityWithoutCompetency`, `itemWithoutCompetency`, `itemWithoutActivity`; `fewModes` (not
 * enough by `udlCoverage`).
 *
 * @param bank the activities; with `graph` competencies are compared, with `qMatrix` items
 * @param options how many ways to learn a competency are enough, and what learners bring along
 * @returns errors first, then warnings; within each kind of check in order of the lists given. Empty when nothing is wrong
 * @throws TypeError for lists that are none, RangeError for `least` below 1; never for what is in the lists
 * @remarks A competency also counts as taught when an equivalent one is, or all of its parts are. O(size of what is given).
 * @example
 * import { newCompetencyGraph } from 'tutelage/competency';
 * import { lintContent, newActivity } from 'tutelage/content';
 *
 * const graph = newCompetencyGraph([{ id: 'halves' }, { id: 'fractions' }], [['halves', 'fractions']]);
 * const pizza = newActivity({ id: 'pizza', competencyIds: ['fractions'], modalities: ['text', 'handsOn'] });
 * const findings = lintContent({ activities: [pizza], graph });
 * findings.map(({ code }) => code); // => ['unreachableCompetency', 'competencyWithoutActivity']
 * findings[0]!.ids; // => ['fractions', 'halves']
 * findings[1]!.text; // => 'No activity teaches "halves"; add one, or take the competency out of the graph.'
 * lintContent({ activities: [pizza], graph }, { mastered: ['halves'] }); // => []
 */
export function lintContent(bank: ContentBank, options: LintOptions = {}): ContentFinding[] {
  const { activities, graph, qMatrix } = bank;
  const { least = 2, mastered = [] } = options;
  const where = 'lintContent';
  checkActivities(where, activities);
  if (graph) {
    checkList(where, 'graph.competencies', graph.competencies);
    checkList(where, 'graph.prerequisites', graph.prerequisites);
  }
  if (qMatrix) checkList(where, 'qMatrix', qMatrix);
  checkWhole(where, 'least', least, 1);
  checkList(where, 'mastered', mastered);
  const findings = allChecks.flatMap((check) => check(bank, { least, mastered }));
  const told = (severity: ContentFinding['severity']) => findings.filter((finding) => finding.severity === severity);
  return [...told('error'), ...told('warning')];
}
