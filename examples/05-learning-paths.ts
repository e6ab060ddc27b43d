// Learning paths: the scheme of Chen (2008) beside a memetic planner and the proven optimum, replanning, choices and views, for three
// students of MathE and one learner of the ACS benchmark. Run: npx tsx examples/05-learning-paths.ts
import { byLearner } from 'tutelage/evidence';
import { flipDescent } from 'tutelage/genetic';
import { calibrate } from 'tutelage/irt';
import { answerMatrix } from 'tutelage/mastery';
import {
  alternatives,
  applyChoice,
  chen2008,
  conceptRelation,
  exact,
  explainPath,
  genetic,
  memetic,
  type Path,
  type PathProblem,
  paretoPaths,
  pathMap,
  pathMermaid,
  planPath,
  replan,
} from 'tutelage/path';
import { acsCost, readAcs } from './acs.ts';
import { keywords, readLinearAlgebra } from './mathe.ts';

const STUDENTS = ['509', '411', '72'];
const SEED = 1;
const STATES = 3_000_000;
const say = (line = '') => console.log(line);
const title = (text: string) => say(`\n${text}\n${'='.repeat(text.length)}`);
const number = (value: number, digits = 3) => value.toFixed(digits);

// THE COURSE ----------------------------------------------------------------------------------------------------------
const course = readLinearAlgebra();
const answers = byLearner(course.log);
const { items } = calibrate(answerMatrix(course.log).matrix, { model: 'rasch', minAnswers: 5 });
const difficulty = new Map(items.map(({ id, b }) => [id, b as number]));
const units = course.units.map(({ id, teaches, minutes, text }) => {
  const alike = course.units.flatMap((other) =>
    other.teaches![0] === teaches![0] ? (difficulty.get(other.id) ?? []) : [],
  );
  const typical = alike.reduce((sum, b) => sum + b, 0) / alike.length;
  return { id, theme: teaches![0]!, minutes: minutes!, text: text!, difficulty: difficulty.get(id) ?? typical };
});
const textbook = course.graph.competencies.map(({ id }) => id);
title('The course');
say(
  `${units.length} units, one per MathE question on Linear Algebra, in ${textbook.length} subtopics. Difficulties: Rasch, from ${items.length} calibrated questions;`,
);
say('the others take the mean of their subtopic. Minutes and the order of the subtopics are our assumptions.');

/** The units a student needs, and the same as a problem in which each subtopic comes before the later ones. */
function problemOf(student: string) {
  const pretest = answers.get(student)!.map(({ itemId, score }) => ({ itemId: itemId!, correct: score === 1 }));
  const free = chen2008({ units, pretest, tokenise: keywords, seed: SEED });
  const chosen = units.filter(({ id }) => free.order.includes(id));
  const present = textbook.filter((subtopic) => chosen.some(({ theme }) => theme === subtopic));
  const prerequisites = present.slice(1).flatMap((later, k) => {
    const of = (subtopic: string) => chosen.filter(({ theme }) => theme === subtopic);
    return of(present[k]!).flatMap((a) => of(later).map((b): [string, string] => [a.id, b.id]));
  });
  // relations as in the whole course, where a keyword is as rare as it is
  const all = conceptRelation(
    units.map(({ text }) => text),
    { tokenise: keywords },
  );
  const at = chosen.map((unit) => units.indexOf(unit));
  const relation = at.map((row) => at.map((column) => all[row * units.length + column]!));
  return { free, problem: { units: chosen, prerequisites, relation, tokenise: keywords } satisfies PathProblem };
}

/** A path by `exact`, or what it says when it gives up. */
function proved(problem: PathProblem): Path | string {
  try {
    return planPath(problem, { by: exact({ states: STATES }), seed: SEED });
  } catch (error) {
    return (error as Error).message.replace(/^planPath: /, '');
  }
}

function compare(rows: readonly (readonly [name: string, path: Path | string])[]): void {
  say(`${'planner'.padEnd(46)}cost    continuity  difficulty fit  tried      proof`);
  for (const [name, path] of rows) {
    if (typeof path === 'string') {
      say(`${name.padEnd(46)}${path}`);
      continue;
    }
    const cells = [
      number(path.cost, 4),
      number(path.terms.continuity).padEnd(10),
      number(path.terms.difficultyFit).padEnd(14),
    ];
    say(`${name.padEnd(46)}${cells.join('  ')}  ${String(path.evaluations).padEnd(9)}  ${path.proof}`);
  }
}

// THREE STUDENTS ------------------------------------------------------------------------------------------------------
const problems = STUDENTS.map((student) => ({ student, ...problemOf(student) }));
for (const { student, free, problem } of problems) {
  const wrong = problem.units.length;
  title(`Student ${student}: ${wrong} questions answered wrong, so ${wrong} units`);
  compare([
    ['chen2008 (free order, as in the paper)', free],
    ['the same algorithm, subtopics kept in order', planPath(problem, { by: genetic(), seed: SEED })],
    ['memetic, subtopics kept in order', planPath(problem, { by: memetic(), seed: SEED })],
    ['exact, subtopics kept in order', proved(problem)],
  ]);
}
say();
say(
  'A free order may mix subtopics, so the best free order costs no more than the best that keeps them: where the first row is dearer than',
);
say('others, the genetic algorithm has not found it. "optimal": no order that keeps the subtopics costs less.');

// ONE OF THEM GOES ON -------------------------------------------------------------------------------------------------
const { student, problem: strict } = problems[0]!;
const inOrder = planPath(strict, { seed: SEED });
title(`Student ${student}: some steps, and why`);
for (const line of explainPath(strict, inOrder).slice(5, 9)) say(line);
say('From here on the student may mix subtopics.');
const problem = { ...strict, prerequisites: [] };
const path = planPath(problem, { seed: SEED });

title('Choices for the third step');
const choices = alternatives(problem, path, 2, 3, { within: 0.1, seed: SEED });
for (const { unitId, theme, cost, extra, differsIn } of choices) {
  const how =
    unitId === path.order[2] ? 'as planned' : differsIn.length > 0 ? `differs in ${differsIn.join(' and ')}` : 'alike';
  say(`unit ${unitId} (${theme}): cost ${number(cost, 4)}, ${number(100 * extra, 1)} % above the best; ${how}`);
}
const chosen = applyChoice(problem, choices.at(-1)!);
say(`The student takes unit ${choices.at(-1)!.unitId}: ${chosen.order.join(' ')}`);

title('New evidence');
const done = chosen.order.slice(0, 4);
const again = done[1]!;
const known = chosen.order[5]!;
say(
  `Done: units ${done.join(', ')}. Unit ${again} was not understood; a quiz shows that unit ${known} is known already.`,
);
const next = replan(problem, chosen, { done, mastered: [known], open: [again] }, { seed: SEED });
for (const { unitId, change, why } of next.changes) say(`${unitId} ${change}: ${why}`);
say(`Still to do: ${next.path.order.join(' ')} (${next.path.minutes} minutes; ${next.path.proof} order)`);

title('The rest as a map (Mermaid)');
say(pathMermaid(pathMap(problem, next.path)));

title('Continuity against difficulty');
say('No path of these is better than another in both:');
for (const { terms, order } of paretoPaths(problem, { most: 5, seed: SEED })) {
  say(`continuity ${number(terms.continuity)}  difficulty fit ${number(terms.difficultyFit)}  ${order.join(' ')}`);
}

// ACS -----------------------------------------------------------------------------------------------------------------
const acs = readAcs();
const LEARNER = 3;
title(`Learner ${LEARNER} of the ACS benchmark`);
const cost = acsCost(acs, LEARNER);
const {
  best: bits,
  cost: reached,
  evaluations,
} = flipDescent({ size: acs.num_materials, cost, evaluations: 200_000, seed: SEED });
const none = cost(new Int32Array(acs.num_materials).fill(1));
say(
  `${acs.objectives[LEARNER]!.length} concepts wanted, ${acs.num_materials} materials. All of them cost ${number(none, 1)} in the benchmark's terms, the choice by flipDescent ${number(reached, 2)} (${evaluations} evaluations).`,
);
const materials = [...bits.keys()].filter((m) => bits[m] === 1);
// two concepts are related as far as the same materials hold them: the cosine of the columns of the whole collection
const holders = Array.from({ length: acs.num_concepts }, (_, concept) =>
  acs.materials_concepts.map((concepts) => (concepts.includes(concept) ? 1 : 0)),
);
const dot = (a: number, b: number) => holders[a]!.reduce<number>((sum, has, m) => sum + has * holders[b]![m]!, 0);
const related = (a: number, b: number) => dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1);
const relationOf = (a: number, b: number) => {
  const pairs = acs.materials_concepts[a]!.flatMap((one) =>
    acs.materials_concepts[b]!.map((other) => related(one, other)),
  );
  return Math.min(1, pairs.reduce((sum, each) => sum + each, 0) / pairs.length);
};
const sequence = {
  units: materials.map((m) => ({ id: `m${m}`, difficulty: acs.difficulty[m]!, minutes: acs.time[m]! / 60 })),
  relation: materials.map((a) => materials.map((b) => (a === b ? 1 : relationOf(a, b)))),
};
say(
  `${materials.length} materials of ${number(materials.reduce((sum, m) => sum + acs.time[m]!, 0) / 60, 0)} minutes in all, to be put in order. Relation: how often their concepts occur together in the 284.`,
);
compare([
  ['genetic, as in chen2008', planPath(sequence, { by: genetic(), seed: SEED })],
  ['memetic', planPath(sequence, { by: memetic(), seed: SEED })],
  ['exact', proved(sequence)],
]);
say(`The order: ${planPath(sequence, { seed: SEED }).order.join(' ')}`);
