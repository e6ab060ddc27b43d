import { check, checkWhole } from '../../math/check.ts';
import type { Rule } from '../progression.ts';

/** Options of {@link enoughEvidence}: what is asked for; nothing of what is absent. */
export interface EnoughEvidenceOptions {
  /** Scored answers, 1 or more. */
  readonly answers?: number;
  /** Different items among them, 1 or more. */
  readonly items?: number;
  /** Different kinds of source among them, 1 or more: a quiz and a project are two. */
  readonly sources?: number;
  /** Only evidence of the last so many days counts, above 0; needs `now` in `decideProgression`. Evidence without a date does not count then. */
  readonly days?: number;
}

const DAY = 86_400_000;

/**
 * Achieved when there is enough evidence to decide anything, whatever it says. To be combined: `allOf(rule, enoughEvidence({ sources: 2 }))`.
 *
 * @param options what is enough
 * @returns a rule for `decideProgression`
 * @throws RangeError for numbers out of range; TypeError when nothing is asked for; when it decides, RangeError for days without `now`
 * @example
 * import { enoughEvidence } from 'tutelage/progression';
 *
 * enoughEvidence({ answers: 3, sources: 2 }).options; // => { answers: 3, sources: 2 }
 */
export function enoughEvidence(options: EnoughEvidenceOptions): Rule {
  const { days } = options;
  if (days !== undefined) check(days > 0, 'enoughEvidence', 'days', days, 'a number above 0');
  const asked = (['answers', 'items', 'sources'] as const).flatMap((name) => {
    const value = options[name];
    if (value === undefined) return [];
    checkWhole('enoughEvidence', name, value, 1);
    return [[name, value] as const];
  });
  if (asked.length === 0) throw new TypeError('enoughEvidence: ask for answers, items or sources');
  return {
    name: 'enoughEvidence',
    options: { ...Object.fromEntries(asked), ...(days !== undefined && { days }) },
    decide({ evidence, now }) {
      if (days !== undefined && now === null) {
        throw new RangeError('enoughEvidence: days need the time (now)');
      }
      const counted = evidence.filter(
        ({ score, at }) => score !== null && (days === undefined || (at !== null && now! - at <= days * DAY)),
      );
      const found: Readonly<Record<string, number>> = {
        answers: counted.length,
        items: new Set(counted.map(({ itemId, id }) => itemId ?? id)).size,
        sources: new Set(counted.map(({ source }) => source)).size,
      };
      const missing = asked.filter(([name, value]) => found[name]! < value);
      const text = (missing.length > 0 ? missing : asked).map(([name, value]) => `${found[name]} ${name} of ${value}`);
      return {
        status: evidence.length === 0 ? 'notStarted' : missing.length > 0 ? 'inProgress' : 'achieved',
        reasons: [{ rule: 'enoughEvidence', evidenceIds: counted.map(({ id }) => id), text: `${text.join(', ')}.` }],
      };
    },
  };
}
