import type { ContentCheck } from '../contentFinding.ts';
import { type UdlCoverage, udlCoverage } from '../udlCoverage.ts';

/** Competencies that can be learnt in too few ways; those that nothing teaches are told of elsewhere. */
export const modes: ContentCheck = ({ activities, graph }, { least }) => {
  const competencyIds = graph?.competencies.map(({ id }) => id);
  return udlCoverage(activities, { least, ...(competencyIds && { competencyIds }) })
    .filter((coverage) => coverage.activities > 0 && !coverage.enough)
    .map((coverage) => ({
      code: 'fewModes',
      severity: 'warning',
      ids: [coverage.competencyId],
      text: textOf(coverage),
    }));
};

function textOf({ competencyId, modalities, accessModes }: UdlCoverage): string {
  if (modalities.length === 0 && accessModes.length === 0) {
    return `No activity says in which way it teaches "${competencyId}"; state modalities or accessModeSufficient.`;
  }
  const ways = modalities.length >= accessModes.length ? modalities : accessModes.map((way) => way.join(' with '));
  return `All that is said to teach "${competencyId}" is ${ways.join(' or ')}; add an activity in another way.`;
}
