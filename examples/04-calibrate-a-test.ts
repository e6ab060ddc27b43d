// Calibrating a published data set, LSAT section 6, as a researcher would: parameters beside those that mirt and ltm find, abilities
// by four methods, fit, curves for a plot, and a search for items that work differently in two groups.
// Run: npx tsx examples/04-calibrate-a-test.ts
import { readFileSync } from 'node:fs';
import {
  type AbilityMethod,
  calibrate,
  eap,
  estimateAbilities,
  estimateAbility,
  map,
  ml,
  probabilities,
  responseMatrix,
  type TwoPlItem,
  wle,
} from 'tutelage/irt';
import {
  classicalStatistics,
  infitOutfit,
  likelihoodRatioDif,
  likelihoodRatioTest,
  mantelHaenszelDif,
  simulateAnswers,
  sumScoreTable,
  testInformation,
} from 'tutelage/irt/analysis';

const say = (line = '') => console.log(line);
const f = (value: number | null, digits = 2) => (value === null ? '-' : value.toFixed(digits)).padStart(digits + 5);

say('LSAT SECTION 6: 1,000 persons, 5 questions (counts as printed by Bock & Lieberman 1970)');
say();

// 1. The data: one line per answer pattern with how many gave it.
const lines = readFileSync(new URL('./data/lsat6.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1);
const rows = lines.flatMap((line) => {
  const numbers = line.split(',').map(Number);
  return Array.from({ length: numbers.at(-1)! }, () => numbers.slice(0, -1));
});
const matrix = responseMatrix(rows, { items: ['q1', 'q2', 'q3', 'q4', 'q5'] });
const classical = classicalStatistics(matrix);
say('1. Classical statistics');
say('        right   item-rest correlation');
for (const { id, difficulty, itemRest } of classical.items) say(`${id}   ${f(difficulty, 3)}  ${f(itemRest)}`);
say(`alpha ${f(classical.alpha).trim()}: five questions tell little about one person.`);
say();

// 2. Calibration, beside the figures of mirt 1.45.1 (ltm 1.2 has the same to its own precision).
const rasch = calibrate(matrix, { model: 'rasch' });
const twoPl = calibrate(matrix, { model: '2pl' });
const mirt = [
  [0.82566, -3.35881, 0.25811, 0.86647],
  [0.72274, -1.37006, 0.18668, 0.30749],
  [0.89087, -0.27989, 0.23276, 0.09971],
  [0.68837, -1.86637, 0.1851, 0.43421],
  [0.65686, -3.12583, 0.20981, 0.87005],
];
say('2. Two-parameter calibration: estimate (standard error), ours | mirt');
for (const [j, { id, a, b }] of twoPl.items.entries()) {
  const se = twoPl.se!.items[j]!;
  const [theirA, theirB, theirSeA, theirSeB] = mirt[j]!;
  say(
    `${id}   a ${f(a, 4)} (${se.a.toFixed(4)}) | ${f(theirA!, 4)} (${theirSeA!.toFixed(4)})   b ${f(b, 4)} (${se.b.toFixed(4)}) | ${f(theirB!, 4)} (${theirSeB!.toFixed(4)})`,
  );
}
say(`log-likelihood ${twoPl.logLikelihood.toFixed(4)} | -2466.6534; ${twoPl.iterations} iterations, ${twoPl.reason}`);
const nested = likelihoodRatioTest(rasch, twoPl);
say(
  `Against Rasch (log-likelihood ${rasch.logLikelihood.toFixed(4)}, sd of ability ${rasch.population[0]!.sd.toFixed(4)}): chi-square ${nested.statistic.toFixed(2)}, df ${nested.df}, p ${nested.p.toFixed(2)}; AIC ${nested.aicChange > 0 ? 'prefers Rasch' : 'prefers two parameters'}.`,
);
say();

// 3. Abilities: what each method makes of the same answers.
say('3. Ability of three answer patterns: theta (standard error)');
const methods: readonly AbilityMethod[] = [eap(), map(), ml(), wle()];
for (const answers of [
  [0, 0, 0, 0, 0],
  [1, 1, 0, 1, 1],
  [1, 1, 1, 1, 1],
]) {
  const found = methods.map((by) => {
    const { theta, se, status } = estimateAbility(twoPl.items, answers, { by });
    return `${by.name} ${status === 'ok' ? `${f(theta)} (${se!.toFixed(2)})` : `${status} at ${theta}`}`;
  });
  say(`${answers.join('')}   ${found.join('   ')}`);
}
say('Number right to ability (EAP, for the Rasch calibration):');
for (const { score, theta, se } of sumScoreTable(rasch.items, { population: rasch.population[0]! })) {
  say(`  ${score}  ${f(theta)} (${f(se).trim()})`);
}
say();

// 4. Does the model fit? Mean squares rest on EAP estimates of five answers, which pull them below 1.
const { theta } = estimateAbilities(twoPl.items, matrix);
say('4. Fit: infit and outfit mean squares');
for (const { id, infit, outfit } of infitOutfit(twoPl.items, matrix, theta).items)
  say(`${id}   ${f(infit)} ${f(outfit)}`);
say();

// 5. Numbers for a plot: characteristic curves, information and expected score of the test.
say('5. Curves: P(right) per question, then information, standard error and expected score');
for (const { theta: t, information, sem, expectedScore } of testInformation(twoPl.items, [-4, -3, -2, -1, 0, 1, 2])) {
  const curves = twoPl.items.map((item) => f(probabilities(item, t)[1]!));
  say(`theta ${f(t, 0)}  ${curves.join('')}   ${f(information)} ${f(sem)} ${f(expectedScore)}`);
}
say();

// 6. Differential item functioning. LSAT6 names no groups, so 2,000 persons are simulated; question 3 is half a logit harder for
// group B, whose ability is also lower by 0.4 on average: only the first is differential functioning.
const size = 1000;
const spread = Array.from({ length: size }, (_, k) => normalQuantile((k + 0.5) / size));
const longer: TwoPlItem[] = [0, 1, 2].flatMap((copy) =>
  twoPl.items.map(
    (item, k): TwoPlItem => ({ ...item, id: `q${copy * 5 + k + 1}`, a: 1.2, b: item.b / 2 + 0.5 * copy }),
  ),
);
const harder = { ...longer[2]!, id: 'q3 as B meets it' };
const simulated = simulateAnswers(
  [...longer, { ...harder, b: harder.b + 0.5 }],
  [...spread, ...spread.map((t) => t - 0.4)],
  { seed: 1 },
);
const answered = simulated.personIds.map((_, i) => {
  const row = [...simulated.answers.subarray(16 * i, 16 * (i + 1))];
  return i < size ? row.slice(0, 15) : row.slice(0, 15).with(2, row[15]!);
});
const both = responseMatrix(answered, { items: longer.map(({ id }) => id) });
const groups = both.personIds.map((_, i) => (i < size ? 'A' : 'B'));
const table = mantelHaenszelDif(both, groups, { focal: 'B', purify: true });
const ratio = likelihoodRatioDif(both, groups, { model: '2pl' });
say('6. Differential item functioning of 15 simulated questions; q3 was made harder for group B');
say('       Mantel-Haenszel: delta, class, p      likelihood ratio: chi-square, p');
for (const [j, { id, delta, etsClass, p, isFlagged }] of table.items.entries()) {
  const other = ratio.items[j]!;
  if (!isFlagged && !other.isFlagged) continue;
  say(`${id.padEnd(5)}  ${f(delta)}  ${etsClass}  ${f(p, 4)}              ${f(other.statistic)}  ${f(other.p, 4)}`);
}
say(
  'All others are not significant at 0.05 by either method. Of 15 true nulls one in twenty would be flagged by chance.',
);

/** The normal quantile, by bisection: accurate enough to spread simulated abilities evenly. */
function normalQuantile(p: number): number {
  let [low, high] = [-6, 6];
  const below = (x: number) => {
    let sum = 0;
    for (let k = 0; k < 400; k++) sum += Math.exp(-0.5 * (-8 + ((x + 8) * (k + 0.5)) / 400) ** 2);
    return (sum * (x + 8)) / 400 / Math.sqrt(2 * Math.PI);
  };
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (below(middle) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
