// One hostile input, given to every parser: tsx test/schema/hostile.ts NAME. Prints { codes, ms } as JSON.
import * as schema from 'tutelage/schema';

const entry = { id: 'e1', learnerId: 'ana', at: 5, competencies: [{ id: 'a' }], score: 7, source: 'quiz' };
const nested = (open: string, close: string, levels: number) => JSON.parse(open.repeat(levels) + close.repeat(levels));

/** Hostile inputs, made as late as possible. Deep ones are built by hand: JSON.parse itself gives up on some engines. */
const inputs: Readonly<Record<string, () => unknown>> = {
  'lists 100,000 levels deep': () => {
    let deep: unknown = [];
    for (let k = 0; k < 100_000; k++) deep = [deep];
    return deep;
  },
  'objects 100,000 levels deep in a profile': () => {
    let deep: unknown = {};
    for (let k = 0; k < 100_000; k++) deep = { schema: deep };
    return { schema: 'tutelage/learner-profile', version: 2, id: 'x', interests: deep };
  },
  '5,000 levels from JSON': () => nested('[', ']', 5000),
  '500,000 bad rows': () => Array.from({ length: 500_000 }, () => ({ ...entry })),
  '500,000 bad rows in a profile': () => ({
    schema: 'tutelage/learner-profile',
    version: 2,
    id: 'x',
    goals: Array.from({ length: 500_000 }, () => ({ id: '' })),
  }),
  '500,000 rows with an unknown key in a profile': () => ({
    schema: 'tutelage/learner-profile',
    version: 2,
    id: 'x',
    languages: Array.from({ length: 500_000 }, () => ({ tag: 'pt', level: 'A1', unknown: 1 })),
  }),
  'a million unknown keys': () => Object.fromEntries(Array.from({ length: 1_000_000 }, (_, k) => [`key${k}`, k])),
  'a string of 10 MB': () => [{ ...entry, id: 'x'.repeat(10_000_000) }],
  'poisoned keys': () => JSON.parse('[{ "__proto__": { "polluted": true }, "constructor": { "prototype": {} } }]'),
  'a version of 1e308': () => ({ schema: 'tutelage/learner-profile', version: 1e308 }),
  'a list of holes': () => new Array(1_000_000),
};

const name = process.argv[2];
if (name === undefined) console.log(JSON.stringify(Object.keys(inputs)));
else {
  const parsers: Readonly<Record<string, (input: unknown) => schema.Result<unknown>>> = {
    parseLearnerProfile: schema.parseLearnerProfile,
    parseCompetencyGraph: schema.parseCompetencyGraph,
    parseActivities: schema.parseActivities,
    parseQMatrix: schema.parseQMatrix,
    parseEvidence: schema.parseEvidence,
    parseItems: schema.parseItems,
    parseMastery: schema.parseMastery,
    parseProgression: schema.parseProgression,
    parsePath: schema.parsePath,
    parseSchedule: schema.parseSchedule,
    parseReport: schema.parseReport,
    parseFeasibility: schema.parseFeasibility,
    parseLearnerExport: schema.parseLearnerExport,
    migrate: schema.migrate,
  };
  const input = inputs[name]!();
  const results = Object.entries(parsers).map(([parser, parse]) => {
    const start = process.hrtime.bigint();
    const result = parse(input);
    const ms = Number(process.hrtime.bigint() - start) / 1e6;
    return { parser, ms, ok: result.ok, issues: result.ok ? 0 : result.issues.length };
  });
  console.log(JSON.stringify({ results, polluted: ({} as Record<string, unknown>).polluted !== undefined }));
}
