import type { ContentCheck, ContentFinding, ContentFindingCode } from '../contentFinding.ts';

/** Activities and items without a competency, and items without an activity: nothing will ever ask for them. */
export const unused: ContentCheck = ({ activities, qMatrix = [] }) => {
  const used = new Set(activities.flatMap(({ itemIds = [] }) => itemIds));
  const warning = (code: ContentFindingCode, id: string, text: string): ContentFinding => ({
    code,
    severity: 'warning',
    ids: [id],
    text,
  });
  return [
    ...activities
      .filter(({ competencyIds }) => competencyIds.length === 0)
      .map(({ id }) =>
        warning('activityWithoutCompetency', id, `Activity "${id}" teaches no competency; say which, or take it out.`),
      ),
    ...qMatrix
      .filter(({ competencyIds }) => competencyIds.length === 0)
      .map(({ itemId }) =>
        warning('itemWithoutCompetency', itemId, `Item "${itemId}" measures no competency; say which, or take it out.`),
      ),
    ...qMatrix
      .filter(({ itemId }) => !used.has(itemId))
      .map(({ itemId }) =>
        warning(
          'itemWithoutActivity',
          itemId,
          `Item "${itemId}" is part of no activity; put it into one or take it out.`,
        ),
      ),
  ];
};
