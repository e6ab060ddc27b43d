import type { Activity } from '../activity.ts';
import type { ContentCheck, ContentFinding } from '../contentFinding.ts';

/** Requirements of an activity that nobody can meet, and a time limit that is too short for most. */
export const requirements: ContentCheck = ({ activities }) => activities.flatMap(complaints);

function complaints({
  id,
  groupSize,
  ages,
  accessModeSufficient = [],
  minutes = 0,
  timeLimitMinutes,
}: Activity): ContentFinding[] {
  const found: ContentFinding[] = [];
  const add = (code: ContentFinding['code'], severity: ContentFinding['severity'], text: string) =>
    found.push({ code, severity, ids: [id], text: `Activity "${id}" ${text}.` });
  if (groupSize && !(groupSize.min >= 1 && (groupSize.max ?? Infinity) >= groupSize.min)) {
    const { min, max = min } = groupSize;
    add('impossibleGroupSize', 'error', `is for groups of ${min} to ${max} people; correct groupSize`);
  }
  if (ages && !((ages.max ?? Infinity) >= (ages.min ?? 0))) {
    add('impossibleAges', 'error', `is for ages ${ages.min ?? 0} to ${ages.max ?? 'any'}; correct ages`);
  }
  if (accessModeSufficient.some((modes) => modes.length === 0)) {
    const text = 'says that no sense at all is enough to follow it; take the empty set out of accessModeSufficient';
    add('emptyAccessModes', 'error', text);
  }
  if (timeLimitMinutes !== undefined && minutes > timeLimitMinutes) {
    const text = `takes ${minutes} minutes and is stopped after ${timeLimitMinutes}; raise timeLimitMinutes or shorten it`;
    add('shortTimeLimit', 'warning', text);
  }
  return found;
}
