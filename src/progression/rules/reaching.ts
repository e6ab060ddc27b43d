import type { Evidence } from '../../evidence/evidence.ts';
import { check } from '../../math/check.ts';
import type { Decision, Rule } from '../progression.ts';

/** Options of rules that count answers. */
export interface CountingOptions {
  /** Score from which an answer counts as right, above 0, at most 1; 1 when absent: full marks. */
  readonly right?: number;
}

/** A rule that looks at one answer after the other until something is reached. */
export interface Reaching {
  readonly name: string;
  readonly options: Readonly<Record<string, number>>;
  /** What is to be reached, as the end of a sentence: '3 right answers in a row'. */
  readonly goal: string;
  /** Looks at the next answer; returns whether the goal is reached. A new one for every competency. */
  start(): { next(right: boolean, entry: Evidence): boolean; soFar(): string };
}

/**
 * Turns counting into a rule. Credit stays: what was reached once is achieved, with the evidence that reached it; whether it is still there is
 * a question of memory, not of credit.
 */
export function reaching({ right = 1 }: CountingOptions, { name, options, goal, start }: Reaching): Rule {
  check(right > 0 && right <= 1, name, 'right', right, 'a number above 0 and at most 1');
  const decision = (status: Decision['status'], evidenceIds: readonly string[], text: string): Decision => ({
    status,
    reasons: [{ rule: name, evidenceIds, text }],
  });
  return {
    name,
    options: { ...options, right },
    decide({ evidence }) {
      const scored = evidence.filter(({ score }) => score !== null);
      const state = start();
      for (const [k, entry] of scored.entries()) {
        if (!state.next(entry.score! >= right, entry)) continue;
        const ids = scored.slice(0, k + 1).map(({ id }) => id);
        return decision('achieved', ids, `${goal}: reached with answer ${k + 1} of ${scored.length}.`);
      }
      const ids = scored.map(({ id }) => id);
      if (evidence.length === 0) return decision('notStarted', ids, 'No evidence yet.');
      return decision('inProgress', ids, `${goal}: not yet, ${state.soFar()}.`);
    },
  };
}
