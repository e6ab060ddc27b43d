// A term of one class: quizzes, a project, an exam and a break in which things are forgotten, judged by three policies.
// The class is simulated, so that the truth is known. Run: npx tsx examples/06-a-term.ts
import { newCompetencyGraph } from 'tutelage/competency';
import { byLearner, type Evidence } from 'tutelage/evidence';
import { rule } from 'tutelage/expression';
import { estimateMastery, retained } from 'tutelage/mastery';
import { fsrs } from 'tutelage/memory';
import {
  allOf,
  average,
  decayingAverage,
  decideProgression,
  enoughEvidence,
  estimateAtLeast,
  nInARow,
  type Override,
  type Rule,
  scaleAtLeast,
} from 'tutelage/progression';
import {
  confirmedLater,
  creditTranscript,
  evidenceOpportunities,
  explainDecision,
  scoreRubric,
  weightedKappa,
} from 'tutelage/progression/analysis';
import { bkt } from 'tutelage/tracing';
import { bktCounts } from 'tutelage/tracing/analysis';

const say = (line = '') => console.log(line);
const title = (text: string) => say(`\n${text}\n${'='.repeat(text.length)}`);
const DAY = 86_400_000;
const START = Date.UTC(2026, 8, 7, 8); // a Monday
const END = START + 15 * 7 * DAY;
const weekOf = (at: number | null) => Math.floor(((at ?? START) - START) / (7 * DAY)) + 1;
const percent = (share: number) => `${Math.round(100 * share)} %`;

// the learners, as knowledge tracing imagines them; a small generator of random numbers (mulberry32) keeps every run the same
const truth = { prior: 0.15, learn: 0.12, guess: 0.25, slip: 0.1 };
const generator = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let x = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
  return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
};
const random = generator(7);
const COMPETENCIES = ['ratios', 'percentages', 'interest', 'graphs'];
const graph = newCompetencyGraph(
  COMPETENCIES.map((id) => ({ id })),
  [
    ['ratios', 'percentages'],
    ['percentages', 'interest'],
  ],
);
const CLASS = ['Ana', 'Bo', 'Cem', 'Dora', 'Eli', 'Fay', 'Gil', 'Hana', 'Ivo', 'Jun', 'Kim', 'Leo'];

// 1. THE TERM ---------------------------------------------------------------------------------------------------------
const rubric = {
  id: 'survey project',
  criteria: ['method', 'numbers', 'presentation'].map((id) => ({
    id,
    levels: ['beginning', 'developing', 'secure', 'exemplary'],
  })),
};
const log: Evidence[] = [];
const knows = new Map<string, boolean[]>(); // after each week, by learner and competency
const judged: [number[], number[]] = [[], []];
for (const learnerId of CLASS) {
  const pace = 0.6 + 0.9 * random();
  const known = COMPETENCIES.map(() => random() < truth.prior);
  const add = (competency: number, at: number, score: number, source: Evidence['source']) => {
    const id = `${learnerId.toLowerCase()}${log.length + 1}`;
    log.push({
      id,
      learnerId,
      at,
      itemId: `${COMPETENCIES[competency]} ${log.length % 9}`,
      competencies: [{ id: COMPETENCIES[competency]! }],
      score,
      source,
    });
  };
  const answer = (competency: number) => (random() < (known[competency] ? 1 - truth.slip : truth.guess) ? 1 : 0);
  for (let week = 1; week <= 15; week++) {
    const monday = START + (week - 1) * 7 * DAY;
    if (week === 8 || week === 9) {
      for (const k of known.keys()) if (known[k] && random() < 0.12) known[k] = false; // the break: some of it is forgotten
    } else if (week < 15) {
      for (const k of week < 8 ? [0, 1] : [2, 3]) {
        for (const day of [0, 2]) {
          add(k, monday + day * DAY + k * 3_600_000, answer(k), 'practice');
          if (random() < truth.learn * pace * 2) known[k] = true;
        }
        add(k, monday + 4 * DAY + k * 3_600_000, answer(k), 'quiz');
      }
      if (week > 9) for (const k of [0, 1]) add(k, monday + 3 * DAY + k * 3_600_000, answer(k), 'quiz'); // mixed with what came before
    }
    if (week === 12) {
      const level = Math.min(3, known.filter(Boolean).length);
      const ratings = ['Ms Sousa', 'Mr Reis'].map((raterId, rater) => {
        const levels = Object.fromEntries(
          rubric.criteria.map(({ id }) => [id, Math.max(0, Math.min(3, level - (random() < 0.15 ? 1 : 0)))]),
        );
        for (const given of Object.values(levels)) judged[rater]!.push(given);
        return { raterId, levels };
      });
      const { score } = scoreRubric(rubric, ratings);
      for (const k of known.keys()) add(k, monday + 4 * DAY, Math.round(score * 100) / 100, 'project');
    }
    if (week === 15) for (const k of known.keys()) add(k, monday + k * 3_600_000, answer(k), 'exam');
    knows.set(`${learnerId} ${week}`, [...known]);
  }
}
title('1. The term');
say(
  `${CLASS.length} simulated learners, ${COMPETENCIES.length} competencies, ${log.length} pieces of evidence in 15 weeks; a break in weeks 8 and 9.`,
);
say(
  `Two teachers judged the projects by a rubric: quadratic kappa ${weightedKappa(judged[0], judged[1])!.toFixed(2)} over ${judged[0].length} judgements.`,
);

// 2. THREE POLICIES ---------------------------------------------------------------------------------------------------
const model = bkt(truth);
const policies: readonly { readonly name: string; readonly rule: Rule; readonly atTheEnd?: boolean }[] = [
  { name: 'average of the term, 70 % at its end', rule: scaleAtLeast(average, { mastery: 0.7 }), atTheEnd: true },
  { name: 'mastery .95, two kinds of source', rule: allOf(estimateAtLeast(), enoughEvidence({ sources: 2 })) },
  { name: 'three in a row, confirmed a week later', rule: confirmedLater(nInARow(), { hours: 7 * 24 }) },
];
const classLog = byLearner(log);
title('2. Who gets credit when');
for (const { name, rule: policy, atTheEnd } of policies) {
  let [given, right, stillThere, weeks] = [0, 0, 0, 0];
  let missed = 0;
  const perLearner: string[] = [];
  for (const learner of CLASS) {
    const own = classLog.get(learner)!;
    const credits = atTheEnd
      ? decideProgression(estimateMastery(own, { by: average }), own, { rule: policy, graph }).decisions.flatMap(
          ({ competencyId, status }) => (status === 'achieved' ? [{ competencyId, at: END - 1 }] : []),
        )
      : creditTranscript(own, { by: model, rule: policy, graph }).credits;
    for (const { competencyId, at } of credits) {
      const k = COMPETENCIES.indexOf(competencyId);
      given++;
      weeks += weekOf(at);
      if (knows.get(`${learner} ${Math.min(15, weekOf(at))}`)![k]) right++;
      if (knows.get(`${learner} 15`)![k]) stillThere++;
    }
    const earned = credits.map(({ competencyId }) => competencyId);
    missed += COMPETENCIES.filter((id, k) => !earned.includes(id) && knows.get(`${learner} 15`)![k]).length;
    perLearner.push(
      `${learner} ${credits.map(({ competencyId, at }) => `${competencyId} (${weekOf(at)})`).join(', ') || 'none'}`,
    );
  }
  say(`${name}:`);
  say(
    `  ${given} credits, on average in week ${(weeks / Math.max(1, given)).toFixed(1)}; known when given ${right}, still known at the end ${stillThere}; known at the end without credit ${missed}.`,
  );
  for (const line of perLearner.slice(0, 4)) say(`  ${line}`);
}
say('In brackets the week. One class of twelve proves nothing about policies; it shows what each of them does.');

// 3. WHY --------------------------------------------------------------------------------------------------------------
title('3. Why: one learner, the same evidence');
const learner = CLASS[3]!;
const own = classLog.get(learner)!;
const last = own.at(-1)!.at!;
const override: Override = {
  competencyId: 'graphs',
  status: 'achieved',
  by: 'Ms Sousa',
  at: last,
  reason: 'drew and explained three graphs at the board',
};
for (const { name, rule: policy } of policies) {
  const { decisions } = decideProgression(estimateMastery(own, { by: model }), own, {
    rule: policy,
    graph,
    now: last,
    overrides: [override],
  });
  say(`${name}:`);
  for (const id of ['interest', 'graphs']) {
    const lines = explainDecision(decisions.find(({ competencyId }) => competencyId === id)!, own);
    for (const line of lines) say(`  ${line.length > 150 ? `${line.slice(0, 147)}...` : line}`);
  }
}
const bank = COMPETENCIES.flatMap((id) =>
  Array.from({ length: 12 }, (_, k) => ({ itemId: `${id} ${k}`, competencyIds: [id] })),
);
const strict = allOf(estimateAtLeast({ enter: 0.99 }), enoughEvidence({ sources: 2 }));
const half = own.filter(({ at }) => weekOf(at) <= 1);
const open = decideProgression(estimateMastery(half, { by: model }), half, { rule: strict, graph });
say(`${learner} after one week, were .99 asked:`);
for (const { competencyId, missing, fresh } of evidenceOpportunities(open, bank, half)) {
  say(`  ${competencyId}: ${missing.map(({ text }) => text).join(' ')} ${fresh.length} fresh items in the bank.`);
}

// 4. WHAT IS LEFT -----------------------------------------------------------------------------------------------------
title('4. What is left of it after the holidays');
for (const days of [0, 14, 60]) {
  const now = last + days * DAY;
  const mastery = estimateMastery(own, { by: retained({ model, memory: fsrs(), now }) });
  const { decisions } = decideProgression(mastery, own, { rule: estimateAtLeast({ enter: 0.9 }), now });
  const parts = mastery.estimates.map(({ competencyId, value, retention }, k) => {
    const kept = decisions[k]!.retention ?? 'not achieved';
    return `${competencyId} ${percent(value!)} known, ${percent(retention!.retrievability)} recalled (${kept})`;
  });
  say(`${days} days later: ${parts.join('; ')}.`);
}

// 5. THE SAME RULE AS TEXT --------------------------------------------------------------------------------------------
title('5. The same rule as text');
const text = rule('mastery >= (achieved ? 0.8 : 0.95) and evidence >= 3 and sources >= 2');
const agree = CLASS.every((one) => {
  const entries = classLog.get(one)!;
  const mastery = estimateMastery(entries, { by: model });
  const [coded, written] = [policies[1]!.rule, text].map((by) =>
    decideProgression(mastery, entries, { rule: by })
      .decisions.map(({ status }) => status)
      .join(),
  );
  return coded === written;
});
say(`"${text.name}" decides as the rule in code for the whole class: ${agree ? 'yes' : 'no'}.`);
const grades = COMPETENCIES.map((id) =>
  decayingAverage(own.filter(({ competencies }) => competencies[0]!.id === id).map(({ score }) => score)),
);
say(
  `Decaying averages of ${learner}: ${grades.map((grade, k) => `${COMPETENCIES[k]} ${grade!.toFixed(2)}`).join(', ')}.`,
);
const ratios = CLASS.map((one) =>
  classLog
    .get(one)!
    .filter(({ competencies, source }) => competencies[0]!.id === 'ratios' && source !== 'project')
    .map(({ score }) => score as 0 | 1),
);
say(
  `Log-likelihood of all answers about ratios under the parameters they were drawn with, forgetting left out: ${bktCounts(ratios, { ...truth, forget: 0 }).logLikelihood.toFixed(1)}.`,
);
