import { checkList } from '../math/check.ts';
import type { Activity } from './activity.ts';

/** Throws unless these are lists: the activities, and the competencies of each. What is in them is not looked at. */
export function checkActivities(where: string, activities: readonly Activity[]): void {
  checkList(where, 'activities', activities);
  for (const { id, competencyIds } of activities) checkList(where, `competencyIds of activity "${id}"`, competencyIds);
}
