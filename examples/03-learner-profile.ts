// One student's profile from the first answer to the last deletion: evidence, own words, three situations, privacy, migration.
import { readFileSync } from 'node:fs';
import { lintContent, udlCoverage } from 'tutelage/content';
import { feasibleActivities, type LearningContext, rankByPreference } from 'tutelage/environment';
import { appendEvidence, byLearner, evidenceLog } from 'tutelage/evidence';
import { calibrate } from 'tutelage/irt';
import {
  answerMatrix,
  classNeeds,
  estimateMastery,
  groupLearners,
  irt,
  recordEvidence,
  strengthsAndNeeds,
} from 'tutelage/mastery';
import { eraseLearner, exportProfile, pseudonymise, redact, suppressSmallCells } from 'tutelage/privacy';
import { type LearnerProfile, newLearnerProfile, profileCompleteness, stateFacts } from 'tutelage/profile';
import { decideProgression, masteryThreshold } from 'tutelage/progression';
import { reportClass } from 'tutelage/report';
import { migrate, parseLearnerProfile } from 'tutelage/schema';
import { betaBinomial } from 'tutelage/tracing';
import { catalogueOf } from './catalogue.ts';
import { readAllTopics } from './mathe.ts';

const STUDENT = '37';
const NOW = Date.UTC(2026, 8, 14, 6); // part of the input, not the machine's clock
const say = (line = '') => console.log(line);
const title = (text: string) => say(`\n${text}\n${'='.repeat(text.length)}`);
const points = (share: number) => Math.round(100 * share);
const list = (values: readonly string[]) => (values.length > 0 ? values.join(', ') : 'none');

// 1. EVIDENCE ---------------------------------------------------------------------------------------------------------
title('1. From evidence only');
const course = readAllTopics();
const learners = byLearner(course.log);
const own = learners.get(STUDENT)!;
const by = betaBinomial();
let profile: LearnerProfile = newLearnerProfile({ id: STUDENT });
let log = evidenceLog([]);
for (let from = 0; from < own.length; from += 25) {
  const batch = own.slice(from, from + 25);
  profile = recordEvidence(profile, batch, { by, log });
  log = appendEvidence(log, batch);
}
const whole = recordEvidence(newLearnerProfile({ id: STUDENT }), own, { by });
say(
  `${own.length} answers of student ${STUDENT} (MathE, CC BY 4.0) in ${Math.ceil(own.length / 25)} batches; the same as at once: ${JSON.stringify(profile) === JSON.stringify(whole) ? 'yes' : 'no'}.`,
);
for (const { competencyId, value, sd, n } of profile.competencies!) {
  say(`  ${competencyId}: ${points(value!)} in 100, sd ${points(sd!)}, ${n} answers`);
}
say(
  'These are shares of right answers with a uniform prior; they take no account of how hard the questions were. Rasch does:',
);

const { matrix } = answerMatrix(course.log);
const fit = calibrate(matrix, { model: 'rasch', minAnswers: 5 });
const estimator = irt({ items: fit.items, qMatrix: course.qMatrix, population: fit.population[0]! });
const mastery = estimateMastery(own, { by: estimator });
const standing = strengthsAndNeeds(mastery.estimates);
profile = { ...profile, standing };
const shown = ({ competencyId, probabilityAbove }: (typeof standing.strengths)[number]) =>
  `${competencyId} (${points(probabilityAbove)} % sure)`;
say(`Strengths, compared with the student's own mean of ability: ${list(standing.strengths.map(shown))}.`);
say(`Needs: ${list(standing.needs.map((need) => shown({ ...need, probabilityAbove: 1 - need.probabilityAbove })))}.`);
const reasons = new Map<string, number>();
for (const { reason } of standing.unknown) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
say(`Not known: ${list([...reasons].map(([reason, count]) => `${count} ${reason}`))}.`);

// 2. OWN WORDS --------------------------------------------------------------------------------------------------------
title('2. In the student’s own words');
const before = profileCompleteness(profile, NOW);
const said = { source: 'self', at: NOW } as const;
profile = stateFacts(
  profile,
  {
    locale: 'pt-PT',
    languages: [
      { tag: 'pt', level: 'native' },
      { tag: 'en', level: 'B2' },
    ],
    interests: {
      tags: [
        { id: 'computing', weight: 1 },
        { id: 'drawing', weight: 0.3 },
      ],
      stated: { ...said, visibility: 'peer' },
    },
    goals: [
      {
        id: 'exam',
        competencyIds: standing.needs.map(({ competencyId }) => competencyId).slice(0, 1),
        target: 0.8,
        due: Date.UTC(2026, 11, 18),
        why: 'to pass in December',
        owner: 'learner',
        status: 'open',
      },
    ],
    preferences: {
      modality: [
        { value: 'video', weight: 0.6 },
        { value: 'text', weight: 0.2 },
      ],
      sessionMinutes: { value: 25, weight: 0.5 },
    },
    availability: { timeZone: 'Europe/Lisbon', windows: [{ day: 'wed', start: '17:00', end: '18:30' }] },
    devices: [{ kind: 'phone', screenWidth: 390, offline: true, input: ['touch'] }],
    places: ['transit', 'school', 'home'],
    supports: [],
  },
  said,
);
profile = stateFacts(
  profile,
  { plan: { kind: 'other', accommodations: ['a quiet room for tests'] } },
  { source: 'teacher', at: NOW, visibility: 'teacher' },
);
const after = profileCompleteness(profile, NOW);
say(
  `Complete to ${points(before.share)} % from evidence, to ${points(after.share)} % with what was said; still missing: ${list(after.missing)}.`,
);
const checked = parseLearnerProfile(JSON.parse(JSON.stringify(profile)));
say(`Through JSON and the schema: ${checked.ok ? 'valid' : checked.issues.map(({ message }) => message).join('; ')}.`);

// 3. CATALOGUE --------------------------------------------------------------------------------------------------------
title('3. What can be done here and now');
const difficulty = new Map(fit.items.flatMap((item) => (item.model === 'rasch' ? [[item.id, item.b] as const] : [])));
const catalogue = catalogueOf(course, difficulty);
const coverage = udlCoverage(catalogue);
say(
  `${catalogue.length} activities, made up around the real subtopics; ${coverage.filter(({ enough }) => enough).length} of ${coverage.length} subtopics can be learnt in two or more ways.`,
);
for (const { severity, text } of lintContent({
  activities: catalogue,
  graph: course.graph,
  qMatrix: course.qMatrix,
}).slice(0, 5))
  say(`  ${severity}: ${text}`);

const wanted = new Set(standing.needs.map(({ competencyId }) => competencyId));
const isWanted = ({ competencyIds }: { readonly competencyIds: readonly string[] }) =>
  competencyIds.some((id) => wanted.has(id));
const downloads = catalogue.filter(({ network }) => network === 'download');
const kept = [...downloads.filter(isWanted), ...downloads.filter((activity) => !isWanted(activity))].slice(0, 14);
const screenReader: LearnerProfile = stateFacts(
  profile,
  {
    access: { modes: ['auditory', 'textual'] },
    supports: [
      { feature: 'spoken', state: 'initial' },
      { feature: 'alternative-text', state: 'initial' },
    ],
  },
  said,
);
const situations: readonly (readonly [string, LearningContext, LearnerProfile])[] = [
  [
    'On the bus: a phone without network, 25 minutes, 14 activities kept on it',
    {
      device: profile.devices![0]!,
      place: 'transit',
      online: false,
      minutes: 25,
      people: 1,
      downloaded: kept.map(({ id }) => id),
    },
    profile,
  ],
  [
    'In the school lab: a desktop, fast network, 45 minutes, 20 people',
    {
      device: { kind: 'desktop', screenWidth: 1920, input: ['mouse', 'keyboard'] },
      place: 'school',
      online: true,
      bandwidthKbps: 50_000,
      minutes: 45,
      people: 20,
    },
    profile,
  ],
  [
    'At home with a screen reader (the same student, supposed to need one): a laptop, 60 minutes, alone',
    {
      device: { kind: 'laptop', screenWidth: 1440, input: ['keyboard'] },
      place: 'home',
      online: true,
      bandwidthKbps: 8000,
      minutes: 60,
      people: 1,
      supports: ['spoken'],
    },
    screenReader,
  ],
];
for (const [situation, context, who] of situations) {
  const { ok, rejected, unchecked } = feasibleActivities(catalogue, context, who);
  const counts = new Map<string, number>();
  for (const { reasons: all } of rejected)
    for (const { reason } of all) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  say(`${situation}.`);
  say(
    `  ${ok.length} of ${catalogue.length} feasible, ${unchecked.length} of them with something unsaid; against the others: ${list([...counts].map(([reason, count]) => `${reason} ${count}`))}.`,
  );
  const first = rejected[0];
  if (first) say(`  for example ${first.id}: ${first.reasons.map(({ text }) => text).join(' ')}`);
  for (const { activity, score, reasons: why } of rankByPreference(ok, who, {
    fit: (activity) => (isWanted(activity) ? 1 : 0.5),
  }).slice(0, 3)) {
    say(`  ${score.toFixed(2)} ${activity.title}. ${why.join(' ')}`);
  }
}

// 4. PRIVACY ----------------------------------------------------------------------------------------------------------
title('4. Who sees what');
for (const audience of ['teacher', 'parent', 'peer', 'public'] as const) {
  const seen = redact(profile, audience);
  say(`${audience}: ${list(Object.keys(seen).filter((key) => !['schema', 'version', 'id'].includes(key)))}`);
}
say(`To a peer, in full: ${JSON.stringify(redact(profile, 'peer'))}`);

const members = [...learners.values()].map((entries) => {
  const estimates = estimateMastery(entries, { by: estimator });
  return {
    mastery: estimates,
    progression: decideProgression(estimates, entries, { rule: masteryThreshold({ cut: 0.7 }) }),
  };
});
const needs = classNeeds(members.map((member) => member.mastery));
const rows = needs.competencyIds
  .map((id, k) => ({ id, counts: needs.counts[k]! }))
  .sort((left, right) => right.counts.need - left.counts.need)
  .slice(0, 8);
const table = rows.map(({ counts }) => [counts.need, counts.between, counts.met, counts.unknown]);
const safe = suppressSmallCells(table);
say(
  `All ${members.length} students by subtopic (need, between, met, unknown); counts below 10, and what would give them away, are left out:`,
);
for (const [k, { id }] of rows.entries()) say(`  ${id}: ${safe.cells[k]!.map((cell) => cell ?? '*').join(' ')}`);
say(`Left out: ${safe.primary} small counts and ${safe.secondary} others.`);
const groups = groupLearners(
  members.map((member) => member.mastery),
  { size: 4, mode: 'sameNeed' },
);
say(`Groups of up to four with the same need: ${groups.groups.length}; ${groups.ungrouped.length} students in none.`);

// 5. LEAVING ----------------------------------------------------------------------------------------------------------
title('5. Taking along, and being forgotten');
const data = {
  profiles: [profile, newLearnerProfile({ id: '370' })],
  evidence: [...own, ...learners.get('80')!],
  masteries: members.map((member) => member.mastery),
  progressions: members.map((member) => member.progression),
  reports: [reportClass({ learners: members })],
};
const taken = exportProfile({ profiles: [profile], evidence: own, masteries: [mastery] }, { now: NOW });
say(
  `Export of student ${STUDENT}: ${taken.schema} version ${taken.version}, ${taken.evidence.length} pieces of evidence; said by people: ${list(Object.keys(taken.stated))}.`,
);
const hidden = await pseudonymise({ evidence: own.slice(0, 1) }, { key: new Uint8Array(32).fill(7) });
say(`Under a pseudonym (keyed HMAC; this key is for show): ${hidden.evidence![0]!.learnerId}`);
const erased = eraseLearner(data, STUDENT);
say(
  'Ids are numbers here, so a page that happens to print the same number is taken to name the student, and goes as a whole.',
);
say(
  `Erased: ${Object.entries(erased.removed)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')}.`,
);
say(
  `"${STUDENT}" as an id left anywhere: ${JSON.stringify(erased.data).includes(`"${STUDENT}"`) ? 'yes' : 'no'}; student 370 is still there: ${erased.data.profiles![0]!.id === '370' ? 'yes' : 'no'}.`,
);

// 6. OLD FILES --------------------------------------------------------------------------------------------------------
title('6. A file of version 0');
const old: unknown = JSON.parse(readFileSync(new URL('./data/learner-profile-v0.json', import.meta.url), 'utf8'));
const carried = migrate(old);
if (carried.ok) {
  say(`version: ${carried.warnings.map(({ message }) => message).join('; ')}`);
  say(JSON.stringify(carried.value));
}
const newer = migrate({ ...(old as object), version: 99 });
say(
  `A version from the future: ${newer.ok ? 'taken' : newer.issues.map(({ code, message }) => `${code}, ${message}`).join('; ')}.`,
);
