// From real answers to a plan: every room of the line once, on the MathE answers to Linear Algebra. Run: npm start
import { mkdirSync, writeFileSync } from 'node:fs';
import { byLearner } from 'tutelage/evidence';
import { calibrate, eap, estimateAbilities } from 'tutelage/irt';
import { answerMatrix, estimateMastery, irt, type Mastery } from 'tutelage/mastery';
import { fsrs } from 'tutelage/memory';
import { chen2008, conceptRelation, evaluateOrder, genetic, memetic, type Path, planPath } from 'tutelage/path';
import { decideProgression, masteryThreshold, type Progression } from 'tutelage/progression';
import { reportClass, reportProgress, toHtml, toText } from 'tutelage/report';
import { buildSchedule, planReviews, type Schedule } from 'tutelage/schedule';
import { keywords, readLinearAlgebra, repeatedPairs } from './mathe.ts';

const STUDENT = '972';
const SEED = 0;
const WEIGHT = 0.5;
const DAY = 86_400_000;
const FROM = Date.UTC(2026, 8, 14, 6); // a Monday; the plan's first day is part of the input, not the machine's clock
const CUT = 0.7;
const say = (line = '') => console.log(line);
const title = (text: string) => say(`\n${text}\n${'='.repeat(text.length)}`);
const number = (value: number, digits = 2) => value.toFixed(digits);
const points = (share: number) => Math.round(100 * share);

// 1. EVIDENCE ---------------------------------------------------------------------------------------------------------
const course = readLinearAlgebra();
const learners = byLearner(course.log);
title('1. Evidence');
say(
  `${course.log.length} answers of ${learners.size} students to ${course.units.length} questions on Linear Algebra (MathE, CC BY 4.0).`,
);
const pairs = repeatedPairs(course.log);
say(`${pairs.repeated} of ${pairs.all} student-question pairs were answered more than once; every attempt is kept.`);
say(
  'What follows from the data: no time stamps, so nothing here says how fast anybody learns, and the order of attempts is',
);
say(
  `the order of the file. Answered exactly twice with different results: ${pairs.wrongThenRight} wrong then right, ${pairs.rightThenWrong} right then wrong.`,
);
say('That order shows no learning between attempts, or it is not the order in time. Students chose their questions.');

// 2. MASTERY ----------------------------------------------------------------------------------------------------------
title('2. Mastery');
const { matrix, unused } = answerMatrix(course.log);
const fit = calibrate(matrix, { model: 'rasch', minAnswers: 5 });
const population = fit.population[0]!;
const few = fit.excluded.filter(({ reason }) => reason === 'tooFewAnswers');
const constant = fit.excluded.filter(({ reason }) => reason === 'constant');
say(
  `Rasch calibration on first attempts (${unused.length} later attempts set aside): ${fit.items.length} questions, ${fit.persons.used} students, ${fit.reason} after ${fit.iterations} iterations.`,
);
say(
  `Log-likelihood ${number(fit.logLikelihood)}, AIC ${number(fit.aic)}; standard deviation of ability ${number(population.sd)} logits (SE ${number(fit.se!.population[0]!.sd)}).`,
);
const errors = fit.se!.items.map(({ b }) => b).sort((left, right) => left - right);
say(
  `Standard errors of the difficulties: ${number(errors[0]!)} to ${number(errors.at(-1)!)} logits, median ${number(errors[errors.length >> 1]!)}; half the questions are placed only roughly.`,
);
say(
  `Not calibrated: ${few.length} questions with fewer than 5 first attempts, ${constant.length} with all answers alike (${constant.map(({ id }) => id).join(', ')}).`,
);
say(`${fit.persons.unused} students answered only such questions; for them everything stays unknown.`);

const calibrated = answerMatrix(course.log, { itemIds: fit.items.map(({ id }) => id) }).matrix;
const abilities = estimateAbilities(fit.items, calibrated, { by: eap({ population }) });
const mean = (values: Iterable<number>) => [...values].reduce((sum, value, _, { length }) => sum + value / length, 0);
const spread = mean(abilities.theta.map((theta) => (theta - mean(abilities.theta)) ** 2));
const noise = mean(abilities.se.map((se) => se * se));
say(
  `Ability by EAP with that population: reliability ${number(spread / (spread + noise))} over students; standard errors ${number(Math.min(...abilities.se))} to ${number(Math.max(...abilities.se))} logits.`,
);
const own = calibrated.personIds.indexOf(STUDENT);
say(
  `Student ${STUDENT}: ability ${number(abilities.theta[own]!)} logits (SE ${number(abilities.se[own]!)}) from ${abilities.n[own]} first attempts; the population mean is 0.`,
);

const by = irt({ items: fit.items, qMatrix: course.qMatrix, population });
const masteries = new Map<string, Mastery>();
for (const [id, log] of learners) masteries.set(id, estimateMastery(log, { by }));

say('Mastery per subtopic: the expected share of its calibrated questions answered right, from its own answers alone:');
for (const { competencyId, value, interval, n } of masteries.get(STUDENT)!.estimates) {
  const words =
    value === null
      ? 'unknown'
      : `${points(value)} in 100, 90 % interval ${interval!.map(points).join(' to ')}, ${n} answers`;
  say(`  ${competencyId}: ${words}`);
}

// 3. PROGRESSION ------------------------------------------------------------------------------------------------------
title('3. Progression');
const rule = masteryThreshold({ cut: CUT, confidence: 0.8, minEvidence: 3 });
const progressions = new Map<string, Progression>();
for (const [id, log] of learners) {
  progressions.set(id, decideProgression(masteries.get(id)!, log, { rule, graph: course.graph }));
}
for (const { competencyId, status, reasons, waitingFor } of progressions.get(STUDENT)!.decisions) {
  const [reason] = reasons;
  const after = waitingFor.length > 0 ? ` Comes after ${waitingFor.join(', ')}.` : '';
  say(`${competencyId}: ${status} (${reason!.evidenceIds.length} answers). ${reason!.text}${after}`);
}
say('The order of the subtopics as prerequisites is the usual textbook’s: our assumption, not in the data.');

// 4. PATH -------------------------------------------------------------------------------------------------------------
title(`4. Path for student ${STUDENT}`);
const difficulty = new Map(fit.items.map(({ id, b }) => [id, b as number]));
const units = course.units.map((unit) => {
  const calibrated = difficulty.get(unit.id);
  if (calibrated !== undefined) return { ...unit, difficulty: calibrated };
  // not calibrated: the mean of the calibrated questions of the same subtopic stands in
  const alike = course.units.filter((other) => other.teaches![0] === unit.teaches![0]);
  const known = alike.flatMap(({ id }) => difficulty.get(id) ?? []);
  return { ...unit, difficulty: known.reduce((sum, b) => sum + b, 0) / known.length };
});
const relation = conceptRelation(
  units.map(({ text }) => text!),
  { tokenise: keywords },
);
const pretest = (id: string) =>
  learners.get(id)!.map(({ itemId, score }) => ({ itemId: itemId!, correct: score === 1 }));
const place = new Map(units.map(({ id }, k) => [id, k]));
const textbookOrder = course.graph.competencies.map(({ id }) => id);

/** The scheme of the paper, and the same units with the subtopics kept in textbook order. */
function pathsOf(id: string) {
  const free = chen2008({ units, pretest: pretest(id), weight: WEIGHT, relation, tokenise: keywords, seed: SEED });
  const chosen = new Set(free.order);
  const selected = units.filter((unit) => chosen.has(unit.id));
  const at = selected.map((unit) => place.get(unit.id)!);
  const problem = {
    units: selected,
    weight: WEIGHT,
    relation: at.map((row) => at.map((column) => relation[row * units.length + column]!)),
    tokenise: keywords,
  };
  // each subtopic present before every later one that is present
  const present = textbookOrder.filter((subtopic) => selected.some(({ teaches }) => teaches![0] === subtopic));
  const prerequisites = present.slice(1).map((after, k) => [present[k]!, after] as const);
  return { free, problem, kept: { ...problem, prerequisites } };
}
const { free, problem, kept } = pathsOf(STUDENT);
const path = planPath(kept, { by: genetic(), seed: SEED });
const stood = path.order.filter((id) => !difficulty.has(id)).length;
say(
  `${learners.get(STUDENT)!.length} answers, ${path.order.length} distinct questions wrong at least once: ${path.order.length} units, one per question.`,
);
say(`Difficulty from the calibration; ${stood} of these units have none and take the mean of their subtopic instead.`);
say(
  'Concept relation: TF-IDF cosine of the keywords. Cost: mean over neighbours of 1 - [(1 - w) continuity + w difficulty fit],',
);
say(`w = ${WEIGHT}; lower is better. Prerequisites: subtopics in textbook order. Budgets are counted, not timed.`);
const order = textbookOrder.flatMap((subtopic) =>
  problem.units.filter(({ teaches }) => teaches![0] === subtopic).map(({ id }) => id),
);
const budget = { evaluations: 20_000_000 };
const best = planPath(problem, { by: memetic(budget), seed: SEED });
const longer = genetic({ generations: 4000, without: 4000 });
const rows: [string, Path][] = [
  ['textbook order (subtopic, then question number)', evaluateOrder({ ...kept, order })],
  ['chen2008 scheme, subtopics kept in order', path],
  ['the same with 4,000 generations', planPath(kept, { by: longer, seed: SEED })],
  ['best order known, subtopics kept in order', planPath(kept, { by: memetic(budget), seed: SEED })],
  ['chen2008 as in the paper, free order', free],
  ['best order known, free order', best],
];
say();
say(`${'order'.padEnd(50)}  cost    continuity  difficulty fit  tried       proof`);
for (const [name, { cost, terms, evaluations, proof }] of rows) {
  const cells = [
    number(cost, 4),
    number(terms.continuity, 3).padStart(10),
    number(terms.difficultyFit, 3).padStart(14),
  ];
  say(`${name.padEnd(50)}  ${cells.join('  ')}  ${String(evaluations).padEnd(10)}  ${proof}`);
}
say(
  `No free order can cost less than ${number(best.lowerBound, 4)} (a bound; no path is known to reach it). "heuristic": nobody proved these orders best.`,
);
const worse = (100 * (path.cost - rows[3]![1].cost)) / rows[3]![1].cost;
say(
  `The paper's scheme with our settings stops ${Math.round(worse)} % above the best order known for the same units: better operators exist.`,
);
say();
say('The path we go on with is the second row. Its first ten steps, term by term:');
say(`${'unit'.padEnd(8)}${'difficulty'.padEnd(12)}${'continuity'.padEnd(12)}${'fit'.padEnd(7)}why`);
for (const [k, step] of path.steps.slice(0, 10).entries()) {
  const cells = [
    step.unitId.padEnd(8),
    number(step.difficulty!).padEnd(12),
    (step.continuity === null ? '-' : number(step.continuity)).padEnd(12),
    (step.difficultyFit === null ? '-' : number(step.difficultyFit)).padEnd(7),
  ];
  say(`${cells.join('')}${path.explain[k]}`);
}

// 5. SCHEDULE ---------------------------------------------------------------------------------------------------------
title('5. Schedule');
const availability = {
  timeZone: 'Europe/Lisbon',
  windows: [
    { day: 'mon', start: '17:00', end: '18:30' },
    { day: 'wed', start: '17:00', end: '18:30' },
    { day: 'fri', start: '17:00', end: '18:30' },
    { day: 'sat', start: '10:00', end: '12:30' },
  ],
} as const;
const memory = fsrs();
function scheduleOf(id: string, of: Path): Schedule {
  const achieved = progressions.get(id)!.decisions.filter(({ status }) => status === 'achieved');
  const cards = achieved.map(({ competencyId }) => ({
    id: competencyId,
    state: memory.init(3),
    lastReviewAt: FROM - 3 * DAY,
    minutes: 10,
  }));
  const reviews = planReviews({ cards, model: memory, from: FROM, until: FROM + 14 * DAY });
  return buildSchedule({ path: of, reviews, availability, from: FROM, days: 14 });
}
const schedule = scheduleOf(STUDENT, path);
const minutesLeft = schedule.unplaced.reduce((sum, { minutes }) => sum + minutes, 0);
say(
  `Assumed: 15 minutes for a basic, 25 for an advanced unit; free on Mon, Wed, Fri 17:00-18:30 and Sat 10:00-12:30 (Lisbon).`,
);
say(
  `Two weeks hold ${schedule.minutes.available} minutes: ${schedule.minutes.units} for units, ${schedule.minutes.reviews} for reviews; ${minutesLeft} minutes of the path do not fit and wait.`,
);
const companion = [...learners.keys()]
  .filter((id) => progressions.get(id)!.decisions.some(({ status }) => status === 'achieved'))
  .map((id) => ({ id, path: planPath(pathsOf(id).kept, { by: genetic(), seed: SEED }) }))
  .sort((left, right) => right.path.order.length - left.path.order.length)[0]!;
const companionSchedule = scheduleOf(companion.id, companion.path);
say(
  `Student ${STUDENT} has achieved no subtopic, so FSRS has nothing to review. Student ${companion.id} has; without time stamps we suppose`,
);
say(
  `each achieved subtopic was last recalled three days before the plan ("good"): ${companionSchedule.minutes.reviews} minutes of reviews.`,
);

// 6. REPORT -----------------------------------------------------------------------------------------------------------
title('6. Report');
const titles = new Map(
  course.units.map(({ id, text }) => [id, `question ${id} (${keywords(text!).slice(0, 2).join(', ')})`]),
);
const reportOf = (id: string, of: Path, plan: Schedule) =>
  reportProgress({
    profile: { id },
    mastery: masteries.get(id)!,
    progression: progressions.get(id)!,
    path: of,
    schedule: plan,
    competencies: course.graph.competencies,
    units: [...titles].map(([unitId, name]) => ({ id: unitId, title: name })),
    notes: [
      'The answers carry no dates and students chose their questions: this page says what was shown, not how fast it was learnt.',
      'Minutes per unit and the order of the subtopics are assumptions of this example.',
      'The Rasch model takes no account of guessing.',
    ],
  });
const pages = [
  reportOf(STUDENT, path, schedule),
  reportOf(companion.id, companion.path, companionSchedule),
  reportClass({
    learners: [...learners.keys()].map((id) => ({ mastery: masteries.get(id)!, progression: progressions.get(id)! })),
    competencies: course.graph.competencies,
    notes: ['Students of eight countries who chose their own questions are not a class; the table shows the form.'],
  }),
];
for (const page of pages) say(toText(page, { width: 110 }));
const output = new URL('./output/', import.meta.url);
mkdirSync(output, { recursive: true });
writeFileSync(new URL('01-from-answers-to-plan.html', output), toHtml(pages, { title: 'From answers to a plan' }));
say('Page written to examples/output/01-from-answers-to-plan.html');
