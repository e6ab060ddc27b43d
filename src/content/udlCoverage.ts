import { checkWhole } from '../math/check.ts';
import type { Accessibility, AccessMode } from './accessibility.ts';
import type { Activity, Modality } from './activity.ts';
import { checkActivities } from './checkActivities.ts';

/** In how many ways a competency can be learnt. */
export interface UdlCoverage {
  readonly competencyId: string;
  /** How many activities teach it. */
  readonly activities: number;
  /** The modalities they come in, in order of first appearance. */
  readonly modalities: readonly Modality[];
  /** Sets of access modes of which each is enough for one of them; a set that holds another is left out, as it helps nobody more. */
  readonly accessModes: readonly (readonly AccessMode[])[];
  readonly enough: boolean;
}

/** Options of {@link udlCoverage}. */
export interface UdlOptions {
  /** Fewest ways that are enough, a whole number of at least 1; 2 when absent. */
  readonly least?: number;
  /** The competencies to look at, in this order; all that an activity teaches, in order of first appearance, when absent. */
  readonly competencyIds?: readonly string[];
}

/**
 * In how many ways each competency can be learnt.
 *
 * Universal Design for Learning asks for several means of representation and of action (CAST, UDL Guidelines). The count is our
 * choice: it is enough when the activities come in at least `least` modalities, or can be followed by at least `least` sets of
 * access modes, such as by reading alone and by hearing alone.
 *
 * @param activities a catalogue
 * @param options how many ways are enough, and for which competencies
 * @returns a line per competency; one of `competencyIds` that nothing teaches has 0 activities
 * @throws TypeError for lists that are none, RangeError for `least` below 1
 * @remarks What an activity does not say does not count. O(activities x competencies of each).
 * @example
 * import { newActivity, udlCoverage } from 'tutelage/content';
 *
 * const read = newActivity({ id: 'read', competencyIds: ['halves', 'angles'], modalities: ['text'] });
 * const fold = newActivity({ id: 'fold', competencyIds: ['halves'], modalities: ['handsOn'] });
 * const coverage = udlCoverage([read, fold]);
 * coverage[0]!.modalities; // => ['text', 'handsOn']
 * coverage.map(({ enough }) => enough); // => [true, false]
 */
export function udlCoverage(activities: readonly Activity[], options: UdlOptions = {}): UdlCoverage[] {
  const { least = 2 } = options;
  checkActivities('udlCoverage', activities);
  checkWhole('udlCoverage', 'least', least, 1);
  const found = new Map<string, Found>();
  for (const id of options.competencyIds ?? activities.flatMap(({ competencyIds }) => competencyIds)) {
    if (!found.has(id)) found.set(id, { activities: 0, modalities: new Set(), ways: new Map() });
  }
  for (const activity of activities) {
    for (const id of new Set(activity.competencyIds)) {
      const entry = found.get(id);
      if (!entry) continue;
      entry.activities++;
      for (const modality of activity.modalities ?? []) entry.modalities.add(modality);
      for (const way of waysOf(activity)) entry.ways.set(way.join(' '), way);
    }
  }
  return [...found].map(([competencyId, { activities, modalities, ways }]) => {
    const all = [...ways.values()];
    const accessModes = all.filter((way) => !all.some((other) => other !== way && isPart(other, way)));
    const enough = Math.max(modalities.size, accessModes.length) >= least;
    return { competencyId, activities, modalities: [...modalities], accessModes, enough };
  });
}

interface Found {
  activities: number;
  readonly modalities: Set<Modality>;
  readonly ways: Map<string, readonly AccessMode[]>;
}

/** Sets of modes of which each is enough, without repeats and in order of the alphabet. */
function waysOf({ accessMode = [], accessModeSufficient = [] }: Accessibility): AccessMode[][] {
  const ways = accessModeSufficient.length > 0 ? accessModeSufficient : [accessMode];
  return ways.filter((way) => way.length > 0).map((way) => [...new Set(way)].sort());
}

const isPart = (some: readonly string[], all: readonly string[]): boolean => some.every((mode) => all.includes(mode));
