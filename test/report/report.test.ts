import fc from 'fast-check';
import type { MasteryEstimate } from 'tutelage/mastery';
import type { CompetencyDecision } from 'tutelage/progression';
import {
  type Cell,
  type LearnerReportRequest,
  type Report,
  reportClass,
  reportProgress,
  toHtml,
  toText,
} from 'tutelage/report';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const learner = fc
  .array(
    fc.record({
      known: fc.boolean(),
      value: share,
      spread: share,
      n: fc.nat(40),
      status: fc.constantFrom('achieved', 'inProgress', 'notStarted'),
    }),
    { maxLength: 6 },
  )
  .map((drawn): LearnerReportRequest => {
    const estimates = drawn.map(({ known, value, spread, n }, k): MasteryEstimate => {
      const interval = [value * spread, value + (1 - value) * spread] as const;
      const none = { status: 'unknown', value: null, sd: null, interval: null, n: 0, evidenceIds: [] } as const;
      const some = {
        status: 'estimated',
        value,
        sd: spread / 4,
        interval,
        n,
        evidenceIds: Array.from({ length: n }, (_, i) => `e${k}-${i}`),
      } as const;
      return { competencyId: `c${k}`, level: 0.9, lastAt: null, ...(known ? some : none) };
    });
    const decisions = drawn.map(
      ({ status, known }, k): CompetencyDecision => ({
        competencyId: `c${k}`,
        status: known ? (status as CompetencyDecision['status']) : 'notStarted',
        reasons: [{ rule: 'r', evidenceIds: [], text: 'Because.' }],
        ready: k === 0,
        waitingFor: k === 0 ? [] : [`c${k - 1}`],
      }),
    );
    return {
      profile: { id: 'ana' },
      mastery: { learnerId: 'ana', by: 'irt', estimates, unused: [{ evidenceId: 'x', reason: 'ungraded' }] },
      progression: { learnerId: 'ana', rule: 'r', decisions },
    };
  });
const cellsOf = (report: Report): Cell[] =>
  report.sections.flatMap(({ tables }) => tables.flatMap(({ rows }) => rows.flat()));
const empty = fc.sample(learner, { numRuns: 1, seed: 1 })[0]!;
const path = {
  steps: [
    { unitId: 'u1', minutes: 20, difficulty: 0, continuity: null, difficultyFit: null },
    { unitId: 'u2', minutes: 20, difficulty: 1, continuity: 0.5, difficultyFit: 1 },
  ],
  order: ['u1', 'u2'],
  explain: ['u1 comes first.', 'u2 after u1.'],
  cost: 0.2,
  terms: { continuity: 0.5, difficultyFit: 1 },
  weight: 0.5,
  proof: 'optimal',
  planner: 'exact',
  evaluations: 2,
  seed: 0,
  leftOut: [],
} as const;
const schedule = {
  timeZone: 'Australia/Sydney',
  from: Date.UTC(2026, 9, 3),
  until: Date.UTC(2026, 9, 17),
  policy: 'reviewsFirst',
  sessions: [
    {
      // 3 October 16:30 UTC is 4 October 03:30 in Sydney, where clocks went forward an hour before
      start: Date.UTC(2026, 9, 3, 16, 30),
      end: Date.UTC(2026, 9, 3, 17, 0),
      blocks: [
        { kind: 'review', id: 'c0', start: 0, end: 0, part: 'whole', text: '' },
        { kind: 'unit', id: 'u2', start: 0, end: 0, part: '1/2', text: '' },
      ],
    },
  ],
  unplaced: [{ kind: 'unit', id: 'u2', minutes: 10, reason: 'noTimeLeft' }],
  minutes: { available: 30, units: 10, reviews: 10 },
} as const;

describe('reportProgress', () => {
  it('puts every competency on exactly one of three lists: shown, not there yet, not known', () => {
    fc.assert(
      fc.property(learner, (request) => {
        const { lists } = reportProgress(deepFreeze(request)).sections[0]!;
        expect(lists.map(({ heading }) => heading)).toEqual(['Shown', 'Not there yet', 'Not known']);
        const listed = lists.flatMap(({ items }) => items).sort();
        expect(listed).toEqual(request.progression.decisions.map(({ competencyId }) => competencyId).sort());
      }),
    );
  });

  it('never shows unknown as a number, and every known share with its interval and the answers behind it', () => {
    fc.assert(
      fc.property(learner, (request) => {
        const [table] = reportProgress(request).sections[0]!.tables;
        for (const [k, [, cell]] of table!.rows.entries()) {
          const { value, interval, n } = request.mastery.estimates[k]!;
          if (value === null) expect(cell).toEqual({ text: 'not enough evidence' });
          else {
            expect(cell!.meter).toEqual({ value, lower: interval![0], upper: interval![1] });
            expect(cell!.text).toMatch(
              new RegExp(`^about ${Math.round(100 * value)} in 100; 90 % sure .*; ${n} answers?$`),
            );
          }
        }
      }),
    );
  });

  it('says what is next and when, in the schedule’s own time zone', () => {
    const request = {
      ...empty,
      path,
      schedule,
      units: [{ id: 'u1', title: 'Halves' }],
      competencies: [{ id: 'c0', title: 'Counting' }],
    };
    const report = reportProgress(deepFreeze(request));
    expect(report.sections.map(({ id }) => id)).toEqual(['standing', 'next', 'calendar', 'limits']);
    const text = toText(report);
    expect(text).toContain('2 units, about 40 minutes. No better order of these units exists for this objective.');
    expect(text).toMatch(/1\s+Halves\s+20\s+u1 comes first\./);
    expect(text).toMatch(/Sun, 4 Oct 2026\s+03:30 to 04:00\s+review Counting; u2 \(part 1\/2\)/);
    expect(text).toContain('1 piece of work (10 minutes) found no place and waits.');
    expect(text).toContain('1 answer not used: not graded.');
  });

  it('says that a path is empty or its minutes unknown rather than nothing', () => {
    const bare = { ...path, steps: path.steps.map((step) => ({ ...step, minutes: null })) };
    expect(toText(reportProgress({ ...empty, path: bare }))).toContain('2 units. No better');
    expect(toText(reportProgress({ ...empty, path: { ...path, steps: [], explain: [], order: [] } }))).toContain(
      'There is nothing on the path.',
    );
    expect(toText(reportProgress({ ...empty, path, steps: 1 }))).toContain('1 more unit follows.');
  });

  it('takes other sections, and refuses two with one id or values of different learners', () => {
    const own = () => ({ id: 'own', heading: 'Own', paragraphs: ['Hello.'], lists: [], tables: [] });
    expect(reportProgress(empty, [own, () => null]).sections).toEqual([own()]);
    expect(() => reportProgress(empty, [own, own])).toThrow(/two sections have the id "own"/);
    expect(() => reportProgress({ ...empty, profile: { id: 'bo' } })).toThrow(
      /profile is of "bo" but mastery of "ana"/,
    );
  });
});

describe('reportClass', () => {
  const named = (id: string, { mastery, progression }: LearnerReportRequest) => ({
    mastery: { ...mastery, learnerId: id },
    progression: { ...progression, learnerId: id },
  });

  it('counts every learner once per competency', () => {
    fc.assert(
      fc.property(fc.array(learner, { maxLength: 5 }), (drawn) => {
        const members = drawn.map((request, k) => named(`l${k}`, request));
        const [first] = reportClass(deepFreeze({ learners: members })).sections;
        for (const [name, achieved, inProgress, notStarted, unknown] of first!.tables[0]?.rows ?? []) {
          const mine = members.filter(({ progression }) =>
            progression.decisions.some((d) => d.competencyId === name!.text),
          );
          expect(Number(achieved!.text) + Number(inProgress!.text) + Number(notStarted!.text)).toBe(mine.length);
          const known = members.filter(({ mastery }) =>
            mastery.estimates.some((e) => e.competencyId === name!.text && e.value !== null),
          );
          expect(Number(unknown!.text)).toBe(members.length - known.length);
        }
      }),
    );
  });

  it('gives median and middle half as computed by hand', () => {
    const at = (value: number): LearnerReportRequest => ({
      ...empty,
      mastery: {
        learnerId: 'ana',
        by: 'irt',
        unused: [],
        estimates: [
          {
            competencyId: 'c',
            status: 'estimated',
            value,
            sd: 0,
            interval: [value, value],
            level: 0.9,
            n: 1,
            evidenceIds: ['e'],
            lastAt: null,
          },
        ],
      },
      progression: {
        learnerId: 'ana',
        rule: 'r',
        decisions: [{ competencyId: 'c', status: 'inProgress', reasons: [], ready: true, waitingFor: [] }],
      },
    });
    const report = reportClass({ learners: [0.1, 0.9, 0.4, 0.5].map((value, k) => named(`l${k}`, at(value))) });
    const cell = report.sections[0]!.tables[0]!.rows[0]!.at(-1)!;
    expect(cell.text).toBe('median about 45 in 100; middle half 33 to 60; 4 learners');
  });

  it('lists those with most evidence and counts the rest', () => {
    const many = Array.from({ length: 25 }, (_, k) => named(`l${k}`, empty));
    const [, learners] = reportClass({ learners: many, maxRows: 4 }).sections;
    expect(learners!.tables[0]!.rows).toHaveLength(4);
    expect(learners!.paragraphs).toEqual(['The 4 learners with most evidence; 21 more learners are not listed.']);
  });

  it('says that a class of nobody is one', () => {
    expect(toText(reportClass({ learners: [] }))).toContain('There are no learners.');
  });
});

describe('views', () => {
  it('hold no NaN, undefined, null or [object in any text', () => {
    fc.assert(
      fc.property(learner, (request) => {
        const reports = [reportProgress({ ...request, path, schedule }), reportClass({ learners: [request] })];
        for (const page of [...reports.map((report) => toText(report)), toHtml(reports)]) {
          expect(page).not.toMatch(/NaN|undefined|null|\[object/);
        }
      }),
    );
  });

  it('text keeps within its width and loses no word of any cell', () => {
    fc.assert(
      fc.property(learner, fc.integer({ min: 60, max: 140 }), (request, width) => {
        const report = reportProgress({ ...request, path, schedule });
        const text = toText(report, { width });
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
        const squeezed = text.replace(/\s+/g, '');
        for (const cell of cellsOf(report))
          for (const word of cell.text.split(' ')) if (word.length < 6) expect(squeezed).toContain(word);
      }),
    );
    expect(() => toText(reportClass({ learners: [] }), { width: 39 })).toThrow(/width must be 40 or more, got 39/);
  });

  it('html escapes everything, balances its tags, and asks for nothing from elsewhere', () => {
    const nasty = `<script>alert('1')</script>&"</style>\uD800`;
    const request: LearnerReportRequest = {
      ...empty,
      profile: { id: nasty },
      mastery: { ...empty.mastery, learnerId: nasty },
      progression: { ...empty.progression, learnerId: nasty },
      notes: [nasty],
    };
    const page = toHtml([reportProgress(request), reportClass({ learners: [request] })], {
      title: nasty,
      lang: '"><b>',
    });
    expect(page).not.toMatch(/<script|<b>|\uD800/);
    expect(page.match(/<\/style>/g)).toHaveLength(1);
    expect(page).not.toMatch(/https?:|src=|@import|url\(/);
    const open: string[] = [];
    for (const [, slash, name, , selfClosed] of page.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:"[^"]*"|[^>"])*?)(\/?)>/g)) {
      if (selfClosed || ['meta', 'br'].includes(name!)) continue;
      if (slash) expect(open.pop()).toBe(name);
      else open.push(name!);
    }
    expect(open).toEqual([]);
  });

  it('are the same twice', () => {
    const report = reportProgress({ ...empty, path, schedule });
    expect(toHtml(report)).toBe(toHtml(report));
    expect(toText(report)).toBe(toText(report));
  });
});
