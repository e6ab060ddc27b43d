// The plan of the house: which rooms there are, floor by floor, in the order of the flow. Rooms not built yet have their place.

/** Files by path from the top folder, such as 'src/irt/item.ts', with their text. */
export type Files = ReadonlyMap<string, string>;

/** `toTheLeft`: a room of this floor may also read the rooms listed before it. */
export interface Floor {
  readonly rooms: readonly string[];
  readonly reads: readonly number[];
  readonly toTheLeft: boolean;
}

export const FLOORS: readonly Floor[] = [
  { rooms: ['math', 'random', 'graph'], reads: [0], toTheLeft: true },
  { rooms: ['competency', 'content', 'evidence', 'profile'], reads: [0], toTheLeft: true },
  { rooms: ['irt', 'tracing', 'memory', 'genetic'], reads: [0], toTheLeft: false },
  {
    rooms: ['mastery', 'progression', 'environment', 'path', 'schedule', 'report'],
    reads: [0, 1, 2],
    toTheLeft: true,
  },
  { rooms: ['adaptive', 'practice', 'evaluate', 'simulate'], reads: [0, 1, 2, 3], toTheLeft: true },
  {
    rooms: ['schema', 'expression', 'privacy', 'interop', 'inventory', 'preset'],
    reads: [0, 1, 2, 3, 4],
    toTheLeft: true,
  },
];

/** Ground rooms are not about learning and have no entry. */
export const PRIVATE_ROOMS = FLOORS[0]!.rooms;

/** Packages, under the only name they may be imported by, and the only place that may import them. */
export const SOLE_IMPORTERS: readonly (readonly [specifier: RegExp, place: string])[] = [
  [/^ts-fsrs$/, 'src/memory/models/fsrs.ts'],
  [/^zod\/mini$/, 'src/schema/'],
  [/^mathjs\/number$/, 'src/expression/'],
];

export const BANNED_NAMES = ['utils', 'helpers', 'common', 'manager', 'service', 'data', 'info'];

/** Verbs whose default takes more than one sibling of a folder, with the reason. Everywhere else one is the most. */
export const DEFAULTS: ReadonlyMap<string, string> = new Map([
  ['src/irt/calibration/fittingOf.ts', 'the default priors of 3PL and 4PL items are of two families'],
  ['src/path/planPath.ts', 'the default is exact() while that can finish, memetic() beyond'],
  ['src/report/reportProgress.ts', 'the default page has every section'],
]);

/** Files that hold several small things of equal rank, so that no export gives the name; what they hold instead. */
export const COLLECTIONS: ReadonlyMap<string, string> = new Map([
  ['src/irt/asymptotes.ts', 'what guessing and slipping make of a logistic curve'],
  ['src/irt/parameterComplaints.ts', 'what may be wrong with one parameter'],
  ['src/mastery/logPlaces.ts', 'where evidence stands in a log'],
  ['src/memory/checkRecall.ts', 'what may be wrong with a recall'],
  ['src/path/objective.ts', 'what makes one order better than another'],
  ['src/profile/measures.ts', 'what has been measured of a learner'],
  ['src/profile/supports.ts', 'supports and accommodations'],
  ['src/schema/measuredFacts.ts', 'schemas of what is measured of a learner'],
  ['src/schema/parts.ts', 'the values that every schema is made of'],
  ['src/schema/statedFacts.ts', 'schemas of what people state about a learner'],
  ['src/schema/words.ts', 'words that several schemas allow'],
  ['src/report/wording.ts', 'phrases that several sections use'],
]);
