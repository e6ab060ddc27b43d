import { against, type FeasibilityConstraint, unsure } from '../feasibilityConstraint.ts';
import { inWords } from '../inWords.ts';

/** The first subtag of a BCP-47 tag: 'pt' of 'pt-BR'. */
const primary = (tag: string) => tag.split(/[-_]/, 1)[0]!.toLowerCase();

/**
 * It is in a language the learner knows, at whatever level and in whatever regional form.
 *
 * Compared by the primary subtag of BCP-47. 'zxx' (no words) suits everybody; 'und' and 'mul' say nothing.
 */
export const language: FeasibilityConstraint = {
  name: 'language',
  check(activity, { profile: { languages = [], locale } }) {
    const known = [...languages.map(({ tag }) => tag), ...(locale === undefined ? [] : [locale])].map(primary);
    if (known.length === 0) return null;
    const own = primary(activity.language ?? 'und');
    if (own === 'zxx' || known.includes(own)) return null;
    if (own === 'und' || own === 'mul')
      return unsure('languageUnknown', 'It does not say which language it is in; have a look.');
    const yours = inWords([...new Set(known)], 'or');
    return against('language', `It is in another language (${own}); a version in yours (${yours}) would help.`);
  },
};
