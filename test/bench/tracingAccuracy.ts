// How well every tracing model predicts learners it was not fitted to: five folds of learners, the same for all models.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afm, betaBinomial, bkt, elo, ema, fitBkt, manySkills, pfa, type TracingModel } from 'tutelage/tracing';
import {
  type CrossValidation,
  crossValidate,
  fitAfm,
  fitPfa,
  replayElo,
  type TracedAnswer,
} from 'tutelage/tracing/analysis';

type Answer = TracedAnswer & {
  readonly score: 0 | 1;
  readonly competencyIds: readonly [string];
  readonly level?: string;
};
type Learner = readonly Answer[];
type Fit = (learners: readonly Learner[]) => Pick<TracingModel<never>, 'init' | 'predict' | 'update'>;

const reference = resolve(import.meta.dirname, '../../../shared/reference');
const lines = (file: string) => readFileSync(resolve(reference, file), 'utf8').trim().split('\n').slice(1);

function grouped(answers: readonly (readonly [learner: string, answer: Answer])[]): Learner[] {
  const learners = new Map<string, Answer[]>();
  for (const [id, answer] of answers) learners.set(id, [...(learners.get(id) ?? []), answer]);
  return [...learners.values()];
}

/** All of MathE in the order of the file: no time stamps. A subtopic is a competency. */
const mathe = (): Learner[] =>
  grouped(
    lines('mathe/mathe.csv').map((line) => {
      const [learner, , itemId, right, level, topic, subtopic] = line.split(';') as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      return [learner, { itemId, competencyIds: [`${topic}: ${subtopic}`], score: right === '1' ? 1 : 0, level }];
    }),
  );

/** Three skills of ASSISTments 2009, without items. */
const assistments = (): Learner[] =>
  grouped(
    lines('tracing/assist09_builder_skills_19_78_92.csv').map((line) => {
      const [learner, skill, right] = line.split(',') as [string, string, string];
      return [learner, { competencyIds: [skill], score: right.trim() === '1' ? 1 : 0 }];
    }),
  );

/** One BKT for each competency; those with few answers take the parameters of all. */
function bktFor(learners: readonly Learner[], more: { readonly forget?: boolean; readonly byLevel?: boolean }) {
  const { byLevel = false, ...options } = more;
  const of = (ids: readonly string[] | null) => {
    const own = ids === null ? null : new Set(ids);
    const split = learners.flatMap((answers) => {
      const byCompetency = new Map<string, Answer[]>();
      for (const answer of answers) {
        const [id] = answer.competencyIds;
        if (!own || own.has(id)) byCompetency.set(id, [...(byCompetency.get(id) ?? []), answer]);
      }
      return [...byCompetency.values()];
    });
    return fitBkt(
      split.map((answers) => answers.map(({ score }) => score)),
      {
        ...options,
        seed: 1,
        ...(byLevel && { classes: split.map((answers) => answers.map(({ level = '' }) => level)) }),
      },
    );
  };
  const all = of(null);
  const counts = new Map<string, number>();
  for (const { competencyIds } of learners.flat())
    counts.set(competencyIds[0], (counts.get(competencyIds[0]) ?? 0) + 1);
  const items = Object.fromEntries(
    learners
      .flat()
      .flatMap(({ itemId, level }) =>
        byLevel && itemId !== undefined && level !== undefined && Object.keys(all.classes ?? {}).includes(level)
          ? [[itemId, level]]
          : [],
      ),
  );
  const fits = new Map([...counts].map(([id, count]) => [id, count >= 50 ? of([id]) : all]));
  const general = bkt({ ...all, items });
  const safe = (fit: typeof all) => {
    const missing = Object.values(items).some((level) => !(level in (fit.classes ?? {})));
    return bkt({ ...fit, items: missing ? {} : items });
  };
  const models = new Map([...fits].map(([id, fit]) => [id, safe(fit)]));
  const everyone = new Proxy({} as Record<string, TracingModel<never>>, {
    get: (_, id) => (id === 'update' ? undefined : (models.get(String(id)) ?? general)),
    getOwnPropertyDescriptor: (_, id) => ({
      value: models.get(String(id)) ?? general,
      configurable: true,
      enumerable: true,
    }),
  });
  return manySkills(everyone);
}

const flat = (learners: readonly Learner[]) => {
  // learners in turn, answer by answer: there is no time stamp that would order them
  const most = Math.max(...learners.map(({ length }) => length));
  return Array.from({ length: most }, (_, k) =>
    learners.flatMap((answers, l) => (answers[k] ? [{ ...answers[k], learnerId: String(l) }] : [])),
  ).flat();
};

const baseRate: Fit = (learners) => {
  const answers = learners.flat();
  const share = answers.reduce<number>((sum, { score }) => sum + score, 0) / answers.length;
  return { init: () => null as never, predict: () => share, update: (state) => state };
};

const known = (ids: readonly string[], competencies: Readonly<Record<string, object>>) =>
  ids.filter((id) => Object.hasOwn(competencies, id));
/** A logistic model that leaves out competencies it has never met. */
function lenient<M extends TracingModel<never>>(model: M, competencies: Readonly<Record<string, object>>) {
  return {
    init: model.init,
    predict: (state: never, question: { readonly competencyIds?: readonly string[] } = {}) =>
      known(question.competencyIds ?? [], competencies).length > 0 ? model.predict(state, question) : 0.5,
    update: (
      state: never,
      score: number | null,
      weight?: number,
      question: { readonly competencyIds?: readonly string[] } = {},
    ) => model.update(state, score, weight, question),
  };
}

const models = (hasItems: boolean): readonly (readonly [string, Fit])[] => [
  ['base rate', baseRate],
  ['betaBinomial', () => manySkills(betaBinomial()) as never],
  ['ema', () => manySkills(ema()) as never],
  ['bkt, one per competency', (learners) => bktFor(learners, {}) as never],
  ['bkt with forgetting', (learners) => bktFor(learners, { forget: true }) as never],
  ...(hasItems
    ? ([['bkt, guess and slip by level of question', (learners) => bktFor(learners, { byLevel: true }) as never]] as [
        string,
        Fit,
      ][])
    : []),
  [
    'afm',
    (learners) => {
      const fit = fitAfm(learners);
      return lenient(afm(fit) as never, fit.competencies) as never;
    },
  ],
  [
    'pfa, raw counts',
    (learners) => {
      const fit = fitPfa(learners);
      return lenient(pfa(fit) as never, fit.competencies) as never;
    },
  ],
  [
    'pfa, log counts',
    (learners) => {
      const fit = fitPfa(learners, { counts: 'log' });
      return lenient(pfa(fit) as never, fit.competencies) as never;
    },
  ],
  ['elo, learner and competency', () => elo() as never],
  ['elo, learner and competency, a = 0.4', () => elo({ a: 0.4 }) as never],
  ...(hasItems
    ? [1, 0.4, 0.2].map((a): [string, Fit] => [
        `elo, learner, competency and item, a = ${a}`,
        (learners) => elo({ a, difficulties: replayElo(flat(learners), { a }).difficulties }) as never,
      ])
    : []),
];

/** Prints a table for each set of answers there is and writes them to test/bench/results/tracingAccuracy.json. */
export function printAccuracies(): void {
  const sets = [
    ['MathE, all topics, file order', 'mathe/mathe.csv', mathe, true],
    ['ASSISTments 2009, skills 19, 78, 92', 'tracing/assist09_builder_skills_19_78_92.csv', assistments, false],
  ] as const;
  const written: Record<string, unknown> = {};
  for (const [name, file, read, hasItems] of sets) {
    if (!existsSync(resolve(reference, file))) continue;
    const learners = read();
    const table = models(hasItems).map(([model, fit]) => {
      const result: CrossValidation = crossValidate(learners, { fit: fit as never, folds: 5, seed: 1 });
      const spread = result.folds.map(({ areaUnderCurve }) => areaUnderCurve ?? 0.5);
      const rounded = (x: number) => Math.round(x * 1e4) / 1e4;
      return {
        model,
        AUC: rounded(result.areaUnderCurve ?? 0.5),
        'AUC of folds': `${rounded(Math.min(...spread))} to ${rounded(Math.max(...spread))}`,
        'log-loss': rounded(result.logLoss),
        RMSE: rounded(result.rootMeanSquareError),
      };
    });
    console.log(`${name}: ${learners.length} learners, ${learners.flat().length} answers; five folds of learners`);
    console.table(table);
    written[name] = table;
  }
  const folder = resolve(import.meta.dirname, 'results');
  mkdirSync(folder, { recursive: true });
  writeFileSync(resolve(folder, 'tracingAccuracy.json'), `${JSON.stringify(written, null, 2)}\n`);
}
