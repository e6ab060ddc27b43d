import { DAY } from '../math/zonedTime.ts';
import type { FreeSlot } from './expandWindows.ts';
import type { Packing } from './pack.ts';
import type { Review, StudyBlock, StudySession } from './schedule.ts';
import type { WaitingUnit } from './schedulingPolicy.ts';

/** Names the parts of split units and says of every block why it is there; slots without blocks are left out. */
export function describeSessions(
  slots: readonly FreeSlot[],
  { placed, units: waiting }: Packing,
  units: readonly WaitingUnit[],
  reviews: readonly Review[],
): StudySession[] {
  const step = new Map(units.map(({ id }, index) => [id, index + 1]));
  const recall = new Map(reviews.map(({ id, retrievability }) => [id, retrievability]));
  const parts = new Map<string, number>(waiting.map(({ id }) => [id, 1]));
  for (const { task } of placed.flat()) {
    if (task.kind === 'unit') parts.set(task.id, (parts.get(task.id) ?? 0) + 1);
  }
  const done = new Map<string, number>();
  const sessions = slots.map(({ start, end }, index): StudySession => {
    const blocks = placed[index]!.map(({ task, start, end }): StudyBlock => {
      const { kind, id } = task;
      if (kind === 'review') {
        return { kind, id, start, end, part: 'whole', text: reviewText(start - task.dueAt, recall.get(id)) };
      }
      const of = parts.get(id)!;
      const nth = (done.get(id) ?? 0) + 1;
      done.set(id, nth);
      const part = of === 1 ? 'whole' : `${nth}/${of}`;
      const text = `Step ${step.get(id)} of ${units.length} on the path${of === 1 ? '' : `, part ${nth} of ${of}`}.`;
      return { kind, id, start, end, part, text };
    });
    return { start, end, blocks };
  });
  return sessions.filter(({ blocks }) => blocks.length > 0);
}

function reviewText(overdueMs: number, recall: number | undefined): string {
  const days = Math.floor(overdueMs / DAY);
  const due = days === 0 ? 'Review, now due' : `Review, due for ${days} day${days === 1 ? '' : 's'}`;
  if (recall === undefined) return `${due}.`;
  return `${due}; chance of recall at the start of this schedule ${Math.round(100 * recall)} %.`;
}
