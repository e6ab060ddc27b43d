import type { Decision, Rule, RuleContext } from '../progression/progression.ts';
import { compileNode, type Names, type Values } from './compileNode.ts';
import { parseText } from './parseText.ts';

/** Names a rule may use, and what they stand for. */
const NAMES = {
  mastery: 'number',
  sd: 'number',
  lower: 'number',
  upper: 'number',
  evidence: 'number',
  items: 'number',
  sources: 'number',
  average: 'number',
  latest: 'number',
  highest: 'number',
  streak: 'number',
  retrievability: 'number',
  effective: 'number',
  days: 'number',
  achieved: 'boolean',
} as const satisfies Names;

/**
 * A rule of progression written as text, so that course tools can keep it in a database: `rule('mastery >= 0.95 and evidence >= 3')`.
 *
 * Names: `mastery`, its `sd` and the ends of its interval `lower` and `upper`; `evidence`, `items`, `sources` (how many scored pieces, different items and
 * kinds of source); `average`, `latest`, `highest` score; `streak` of full marks at the end; `retrievability`, `effective` (with an estimator that looks
 * at time); `days` since the latest evidence (with `now`); `achieved`, whether it was before (with `previous`). Operators: + - * / ^, < <= > >= == !=, and, or,
 * not, `a ? b : c`, chains such as 0.5 <= mastery < 0.8; functions abs, ceil, exp, floor, log, max, min, round, sqrt.
 *
 * @param text at most 500 characters
 * @param name what the rule is called; the text when absent
 * @returns a rule for `decideProgression`; its reason gives the text and the values it looked at
 * @throws SyntaxError for a text that is no such expression, with the place and the nearest known name; TypeError for no string
 * @remarks Parsed once by mathjs, checked, and turned into functions of ours: a text can reach nothing but the names above, cannot assign, define, or loop, and has at most
 * 200 parts. What is unknown stays unknown (three-valued logic), and an unknown verdict is not achieved: `not (mastery < 0.8)` gives no credit to whom nothing is
 * known of.
 * @example
 * import { rule } from 'tutelage/expression';
 *
 * rule('mastery >= 0.95 and evidence >= 3 and retrievability > 0.9').name; // => 'mastery >= 0.95 and evidence >= 3 and retrievability > 0.9'
 */
export function rule(text: string, name: string = text): Rule {
  const { kind, names, evaluate } = compileNode('rule', text, parseText('rule', text), NAMES);
  if (kind !== 'boolean')
    throw new SyntaxError('rule: the text gives a number; compare it with something, such as mastery >= 0.8');
  return {
    name,
    options: { text },
    decide(context): Decision {
      const values = valuesOf(context);
      const verdict = evaluate(values);
      const scored = context.evidence.filter(({ score }) => score !== null);
      const seen = names.map((id) => `${id} ${shown(values[id]!)}`).join(', ');
      return {
        status: context.evidence.length === 0 ? 'notStarted' : verdict === true ? 'achieved' : 'inProgress',
        reasons: [
          {
            rule: name,
            evidenceIds: scored.map(({ id }) => id),
            text: `${text}: ${verdict === null ? 'unknown' : verdict ? 'yes' : 'no'}${seen && ` (${seen})`}.`,
          },
        ],
      };
    },
  };
}

function valuesOf({ estimate, evidence, now, previous }: RuleContext): Values {
  const scored = evidence.flatMap((entry) => (entry.score === null ? [] : [{ ...entry, score: entry.score }]));
  const scores = scored.map(({ score }) => score);
  const known = scores.length > 0;
  const missed = scores.findLastIndex((score) => score < 1);
  const { value, sd, interval, lastAt, retention } = estimate;
  const last =
    lastAt ??
    scored.reduce<number | null>((latest, { at }) => (at === null ? latest : Math.max(at, latest ?? at)), null);
  const values: Readonly<Record<keyof typeof NAMES, number | boolean | null>> = {
    mastery: value,
    sd,
    lower: interval?.[0] ?? null,
    upper: interval?.[1] ?? null,
    evidence: scores.length,
    items: new Set(scored.map(({ itemId, id }) => itemId ?? id)).size,
    sources: new Set(scored.map(({ source }) => source)).size,
    average: known ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null,
    latest: scores.at(-1) ?? null,
    highest: known ? Math.max(...scores) : null,
    streak: scores.length - 1 - missed,
    retrievability: retention?.retrievability ?? null,
    effective: retention?.effective ?? null,
    days: now === null || last === null ? null : (now - last) / 86_400_000,
    achieved: previous === 'achieved',
  };
  return values;
}

function shown(value: number | boolean | null): string {
  if (value === null) return 'unknown';
  return typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value ? 'yes' : 'no';
}
