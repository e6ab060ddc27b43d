import type { CompetencyDecision } from '../../progression/progression.ts';
import type { LearnerSection } from '../learnerSection.ts';
import type { Cell } from '../report.ts';
import { masteryCell, STATUS, titles } from '../wording.ts';

/** What is shown, what is not there yet and what is not known: three lists, and a table with the evidence behind them. */
export const standing: LearnerSection = ({ mastery, progression, competencies }) => {
  const name = titles(competencies);
  const estimates = new Map(mastery.estimates.map((estimate) => [estimate.competencyId, estimate]));
  const isKnown = ({ competencyId }: CompetencyDecision) => estimates.get(competencyId)?.status === 'estimated';
  const named = (wanted: (decision: CompetencyDecision) => boolean) =>
    progression.decisions.filter(wanted).map(({ competencyId }) => name(competencyId));
  const achieved = ({ status }: CompetencyDecision) => status === 'achieved';
  const rows = progression.decisions.map((decision): Cell[] => {
    const estimate = estimates.get(decision.competencyId);
    const reason = decision.reasons.map(({ text }) => text).join(' ');
    const after = decision.waitingFor.map(name).join(', ');
    return [
      { text: name(decision.competencyId) },
      estimate ? masteryCell(estimate) : { text: 'not enough evidence' },
      { text: STATUS[decision.status] },
      { text: after === '' ? reason : `${reason} Comes after ${after}.` },
    ];
  });
  return {
    id: 'standing',
    heading: 'Where you stand',
    paragraphs: [],
    lists: [
      { heading: 'Shown', items: named(achieved), whenEmpty: 'Nothing yet with enough certainty.' },
      {
        heading: 'Not there yet',
        items: named((decision) => !achieved(decision) && isKnown(decision)),
        whenEmpty: 'Nothing.',
      },
      {
        heading: 'Not known',
        items: named((decision) => !achieved(decision) && !isKnown(decision)),
        whenEmpty: 'Nothing: there is evidence on everything.',
      },
    ],
    tables: [
      {
        caption: 'Competencies: share mastered with its uncertainty, and what was decided why',
        columns: ['Competency', 'Mastery', 'Status', 'Reason'].map((heading) => ({ heading, align: 'left' as const })),
        rows,
      },
    ],
  };
};
