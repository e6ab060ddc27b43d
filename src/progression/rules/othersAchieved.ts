import type { Decision, Rule, RuleContext } from '../progression.ts';

/** Which others a competency depends on, and what they make of it. */
interface Others {
  readonly name: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly of: (context: RuleContext) => readonly string[];
  readonly verdict: (
    achieved: readonly string[],
    all: readonly string[],
  ) => { readonly isEnough: boolean; readonly text: string };
}

/** A rule that looks at the verdicts on other competencies. */
export function othersAchieved({ name, options, of, verdict }: Others): Rule {
  return {
    name,
    options,
    decide(context): Decision {
      const { statusOf, evidence } = context;
      if (!statusOf)
        throw new TypeError(`${name}: looks at other competencies, which only decideProgression can show it`);
      const all = of(context);
      const statuses = all.map(statusOf);
      const { isEnough, text } = verdict(
        all.filter((_, k) => statuses[k] === 'achieved'),
        all,
      );
      const begun = evidence.length > 0 || statuses.some((status) => status !== 'notStarted');
      return {
        status: isEnough ? 'achieved' : begun ? 'inProgress' : 'notStarted',
        reasons: [{ rule: name, evidenceIds: [], text }],
      };
    },
  };
}
