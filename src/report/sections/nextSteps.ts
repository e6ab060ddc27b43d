import type { LearnerSection } from '../learnerSection.ts';
import { counted, titles } from '../wording.ts';

/** The first steps of the path, and why they come in this order. */
export const nextSteps: LearnerSection = ({ path, units, steps: most = 5 }) => {
  if (!path) return null;
  const name = titles(units);
  const shown = path.steps.slice(0, most);
  const rest = path.steps.length - shown.length;
  const minutes = path.steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
  const timed = path.steps.every((step) => step.minutes !== null);
  const quality =
    path.proof === 'optimal'
      ? 'No better order of these units exists for this objective.'
      : 'The order was found by search; a better one may exist.';
  const paragraphs =
    path.steps.length === 0
      ? ['There is nothing on the path.']
      : [`${counted(path.steps.length, 'unit')}${timed ? `, about ${minutes} minutes` : ''}. ${quality}`];
  if (rest > 0) paragraphs.push(`${counted(rest, 'more unit')} follow${rest === 1 ? 's' : ''}.`);
  return {
    id: 'next',
    heading: 'What is next, and why',
    paragraphs,
    lists: [],
    tables:
      shown.length === 0
        ? []
        : [
            {
              caption: 'The first steps of the path',
              columns: [
                { heading: 'Step', align: 'right' },
                { heading: 'Unit', align: 'left' },
                { heading: 'Minutes', align: 'right' },
                { heading: 'Why here', align: 'left' },
              ],
              rows: shown.map((step, k) => [
                { text: String(k + 1) },
                { text: name(step.unitId) },
                { text: step.minutes === null ? 'not known' : String(step.minutes) },
                { text: path.explain[k] ?? '' },
              ]),
            },
          ],
  };
};
