// The MathE answers as evidence, units and competencies. Origin and licence: examples/data/README.md.
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { type CompetencyGraph, newCompetencyGraph } from 'tutelage/competency';
import { newQMatrix, type QMatrix } from 'tutelage/content';
import { type Evidence, evidenceLog } from 'tutelage/evidence';
import type { Unit } from 'tutelage/path';

/** The five subtopics in the order of the usual textbook. The order is our assumption; the data does not say it. */
const TEXTBOOK = [
  'Linear Systems',
  'Matrices and Determinants',
  'Vector Spaces',
  'Linear Transformations',
  'Eigenvalues and Eigenvectors',
];

/** Minutes for one unit, by the level of its question: our assumption; nobody timed the students. */
const MINUTES: Readonly<Record<string, number>> = { Basic: 15, Advanced: 25 };

interface Row {
  readonly 'Student ID': string;
  readonly 'Question ID': string;
  readonly 'Type of Answer': string;
  readonly 'Question Level': string;
  readonly Topic: string;
  readonly Subtopic: string;
  readonly Keywords: string;
}

/** Everything the example needs, as plain data. */
export interface Course {
  readonly log: readonly Evidence[];
  readonly graph: CompetencyGraph;
  readonly qMatrix: QMatrix;
  /** One unit per question: a piece of courseware on the same content. Not yet with difficulties. */
  readonly units: readonly Unit[];
}

/** The answers to Linear Algebra, whose subtopics have an order. */
export function readLinearAlgebra(): Course {
  const rows = readRows().filter((row) => row.Topic.trim() === 'Linear Algebra');
  const graph = newCompetencyGraph(
    TEXTBOOK.map((id) => ({ id })),
    TEXTBOOK.slice(1).map((after, k) => [TEXTBOOK[k]!, after] as const),
  );
  return courseOf(rows, graph);
}

/** All answers to all 24 subtopics; of their order nothing is assumed. */
export function readAllTopics(): Course {
  const rows = readRows();
  const subtopics = [...new Set(rows.map((row) => row.Subtopic))];
  return courseOf(rows, newCompetencyGraph(subtopics.map((id) => ({ id }))));
}

function readRows(): Row[] {
  const text = readFileSync(new URL('./data/mathe.csv', import.meta.url), 'utf8');
  const { data } = Papa.parse<Row>(text, { header: true, delimiter: ';', skipEmptyLines: true });
  return data.map((row) => ({ ...row, Subtopic: row.Subtopic.trim() }));
}

function courseOf(rows: readonly Row[], graph: CompetencyGraph): Course {
  const questions = new Map(rows.map((row) => [row['Question ID'], row]));
  const attempts = new Map<string, number>();
  const answers = rows.map((row, index): Evidence => {
    const pair = `${row['Student ID']}/${row['Question ID']}`;
    const attempt = (attempts.get(pair) ?? 0) + 1;
    attempts.set(pair, attempt);
    return {
      id: `answer-${index + 1}`,
      learnerId: row['Student ID'],
      at: null,
      itemId: row['Question ID'],
      competencies: [{ id: row.Subtopic }],
      score: Number(row['Type of Answer']),
      source: 'practice',
      attempt,
    };
  });
  return {
    log: evidenceLog(answers).entries,
    graph,
    qMatrix: newQMatrix([...questions].map(([itemId, row]) => ({ itemId, competencyIds: [row.Subtopic] }))),
    units: [...questions].map(([id, row]) => ({
      id,
      teaches: [row.Subtopic],
      minutes: MINUTES[row['Question Level']]!,
      text: row.Keywords,
    })),
  };
}

/** Keywords are phrases between commas, some with stray blanks or capitals. */
export function keywords(text: string): string[] {
  return text.split(',').map((phrase) => phrase.trim().toLowerCase());
}

/** How often the same student met the same question, and what two attempts with different results looked like. */
export function repeatedPairs(log: readonly Evidence[]) {
  const scores = new Map<string, (number | null)[]>();
  for (const { learnerId, itemId, score } of log) {
    const pair = `${learnerId}/${itemId}`;
    scores.set(pair, [...(scores.get(pair) ?? []), score]);
  }
  const all = [...scores.values()];
  const twice = (first: number, second: number) =>
    all.filter((attempts) => attempts.length === 2 && attempts[0] === first && attempts[1] === second).length;
  return {
    all: all.length,
    repeated: all.filter((attempts) => attempts.length > 1).length,
    wrongThenRight: twice(0, 1),
    rightThenWrong: twice(1, 0),
  };
}
