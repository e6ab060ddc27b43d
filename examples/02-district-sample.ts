// A synthetic district sample in Ed-Fi's shape: reading items with texts and standards, and what such data can and cannot tell.
// Run: npx tsx examples/02-district-sample.ts
import { readFileSync } from 'node:fs';
import { newCompetencyGraph } from 'tutelage/competency';
import { newQMatrix } from 'tutelage/content';
import { byLearner, type Evidence, evidenceLog } from 'tutelage/evidence';
import { calibrate } from 'tutelage/irt';
import { answerMatrix, estimateMastery, irt } from 'tutelage/mastery';
import { decideProgression, masteryThreshold } from 'tutelage/progression';

interface Sample {
  readonly items: readonly {
    readonly id: string;
    readonly maxScore: number;
    readonly text: string;
    readonly standards: readonly string[];
  }[];
  readonly students: readonly {
    readonly s: number;
    readonly at: string;
    readonly total: number;
    readonly items: Readonly<Record<string, readonly [result: string, points: number]>>;
  }[];
}

const file = new URL('./data/learning-standards-mastery.json', import.meta.url);
const sample = JSON.parse(readFileSync(file, 'utf8')) as Sample;
const say = (line = '') => console.log(line);

say('A DISTRICT SAMPLE IN ED-FI SHAPE (synthetic; Ed-Fi-Data-Standard e181f48, Apache-2.0)');
say();

// 1. Evidence: points become shares of the maximum; the time has no zone in the source, we read it as UTC.
const itemsById = new Map(sample.items.map((item) => [item.id, item]));
const { entries } = evidenceLog(
  sample.students.flatMap((student) =>
    Object.entries(student.items).map(([itemId, [, points]]): Evidence => {
      const item = itemsById.get(itemId)!;
      return {
        id: `${student.s}/${itemId}`,
        learnerId: `student ${student.s}`,
        at: Date.parse(`${student.at}Z`),
        itemId,
        competencies: item.standards.map((id) => ({ id })),
        score: points / item.maxScore,
        source: 'exam',
      };
    }),
  ),
);
const standards = [...new Set(sample.items.flatMap((item) => item.standards))].sort();
const graph = newCompetencyGraph(standards.map((id) => ({ id })));
say(
  `${entries.length} scored answers of ${sample.students.length} students to ${sample.items.length} items on ${standards.length} standards.`,
);

// 2. What the sample is: look before you calibrate.
const { matrix, unused } = answerMatrix(entries);
const width = matrix.itemIds.length;
const patterns = new Map<string, number>();
for (let k = 0; k < matrix.personIds.length; k++) {
  const pattern = matrix.answers.slice(k * width, (k + 1) * width).join('');
  patterns.set(pattern, (patterns.get(pattern) ?? 0) + 1);
}
const thrice = [...patterns.values()].filter((count) => count === 3).length;
const points = (student: Sample['students'][number]) => Object.values(student.items).reduce((sum, [, p]) => sum + p, 0);
const mismatched = sample.students.filter((student) => Math.abs(points(student) - student.total) > 1e-9).length;
say(
  `${unused.length} answers left out. Only ${patterns.size} distinct answer patterns, ${thrice} of them given by exactly three students:`,
);
say('a generator copied its students, so every standard error below is too small by about the square root of three');
say('and MEANS NOTHING. Read them as a check that the software runs, not as knowledge about any item.');
say(
  `The reported total differs from the sum of the item points for ${mismatched} of ${sample.students.length} students; we use the items.`,
);
say();

// 3. Calibration, with item texts and standards beside the figures.
const fit = calibrate(matrix, { model: 'rasch' });
say(
  `Rasch calibration: ${fit.reason} after ${fit.iterations} iterations; sd of ability ${fit.population[0]!.sd.toFixed(2)} logits; log-likelihood ${fit.logLikelihood.toFixed(2)}.`,
);
const errors = new Map(fit.se!.items.map(({ id, b }) => [id, b]));
const column = (itemId: string) => {
  const j = matrix.itemIds.indexOf(itemId);
  return matrix.personIds.map((_, k) => matrix.answers[k * width + j]!);
};
say();
say('standard     right   difficulty (SE means nothing)   question');
// items with as many right answers have the same difficulty up to rounding: such ties stay in the order of the test
const place = ({ b }: { readonly b: number }) => Math.round(1e6 * b);
for (const item of [...fit.items].sort((left, right) => place(left) - place(right))) {
  const { standards: of, text } = itemsById.get(item.id)!;
  const answers = column(item.id);
  const share = answers.reduce((sum, answer) => sum + answer, 0) / answers.length;
  const b = `${item.b >= 0 ? '+' : '-'}${Math.abs(item.b).toFixed(2)} (${errors.get(item.id)!.toFixed(2)})`;
  const shown = text.replace(/\s+/g, ' ').trim();
  const short = shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
  say(`${of.join(' ').padEnd(11)}  ${`${Math.round(100 * share)} %`.padStart(5)}   ${b.padEnd(31)} ${short}`);
}
say();

// 4. Mastery and progression per standard; one to five items each is little evidence, and the result says so.
const by = irt({
  items: fit.items,
  qMatrix: newQMatrix(sample.items.map(({ id, standards: of }) => ({ itemId: id, competencyIds: of }))),
  population: fit.population[0]!,
});
const rule = masteryThreshold({ cut: 0.7, confidence: 0.8, minEvidence: 3 });
const counts = new Map(standards.map((id) => [id, { achieved: 0, inProgress: 0, notStarted: 0, width: 0 }]));
const learners = byLearner(entries);
for (const log of learners.values()) {
  const mastery = estimateMastery(log, { by });
  for (const { competencyId, status } of decideProgression(mastery, log, { rule, graph }).decisions) {
    counts.get(competencyId)![status]++;
  }
  for (const { competencyId, interval } of mastery.estimates) {
    counts.get(competencyId)!.width += (interval![1] - interval![0]) / learners.size;
  }
}
say('Progression by standard (credit: 80 % sure of at least 70 % mastery, at least 3 answers)');
say('standard     items   achieved   in progress   mean width of the 90 % interval, in points of 100');
for (const [id, { achieved, inProgress, width: mean }] of counts) {
  const items = sample.items.filter((item) => item.standards.includes(id)).length;
  const cells = [String(items).padStart(5), String(achieved).padStart(8), String(inProgress).padStart(11)];
  say(`${id.padEnd(11)}  ${cells.join('   ')}   ${Math.round(100 * mean)}`);
}
say();
const without = [...counts.values()].filter(({ achieved }) => achieved === 0).length;
say(
  `On ${without} of ${counts.size} standards nobody gets credit, not even with every answer right: one to five questions are too little`,
);
say(
  'evidence under this rule, and the widths say how little. What a teacher can use: these standards need more questions.',
);
