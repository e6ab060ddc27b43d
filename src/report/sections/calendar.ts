import type { LearnerSection } from '../learnerSection.ts';
import { counted, titles } from '../wording.ts';

/** The sessions of the schedule in local time, and what found no place. */
export const calendar: LearnerSection = ({ schedule, units, competencies, locale = 'en-GB' }) => {
  if (!schedule) return null;
  const unit = titles(units);
  const competency = titles(competencies);
  const { timeZone } = schedule;
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
  const clock = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const rows = schedule.sessions.map(({ start, end, blocks }) => [
    { text: day.format(start) },
    { text: `${clock.format(start)} to ${clock.format(end)}` },
    {
      text: blocks
        .map(({ kind, id, part }) =>
          kind === 'review' ? `review ${competency(id)}` : `${unit(id)}${part === 'whole' ? '' : ` (part ${part})`}`,
        )
        .join('; '),
    },
  ]);
  const { available, units: learning, reviews } = schedule.minutes;
  const waiting = schedule.unplaced.reduce((sum, { minutes }) => sum + minutes, 0);
  const paragraphs = [
    `${available} minutes are free: ${learning} for new units, ${reviews} for reviews. Times are in ${timeZone}.`,
    waiting === 0
      ? 'Everything has found a place.'
      : `${counted(schedule.unplaced.length, 'piece')} of work (${waiting} minutes) found no place and wait${schedule.unplaced.length === 1 ? 's' : ''}.`,
  ];
  const columns = ['Day', 'Time', 'What to do'].map((heading) => ({ heading, align: 'left' as const }));
  return {
    id: 'calendar',
    heading: 'When',
    paragraphs,
    lists: [],
    tables: rows.length === 0 ? [] : [{ caption: 'Sessions', columns, rows }],
  };
};
