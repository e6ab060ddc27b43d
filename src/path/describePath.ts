import { words } from './conceptRelation.ts';
import type { ObjectiveOptions, Terms } from './objective.ts';
import type { Path, PathStep, Unit } from './path.ts';

const MOST_SHARED = 3; // terms named in a sentence, the first of them

/** Order, terms, steps and sentences of a path over `selected`, whose places `order` lists. */
export function describePath(
  selected: readonly Unit[],
  order: ArrayLike<number>,
  terms: Terms,
  options: ObjectiveOptions,
): Pick<Path, 'order' | 'cost' | 'terms' | 'weight' | 'steps' | 'explain'> {
  const places = Array.from(order);
  let related = 0;
  let fit = 0;
  const steps = places.map((place, k): PathStep => {
    const { id, minutes = null, difficulty = null } = selected[place]!;
    const [continuity, follows] = k > 0 ? terms.pair(places[k - 1]!, place) : [null, null];
    const difficultyFit = terms.place ? terms.place(place, k) : follows;
    related += continuity ?? 0;
    fit += difficultyFit ?? 0;
    return { unitId: id, minutes, difficulty, continuity, difficultyFit };
  });
  const mean = (sum: number, count = steps.length - 1) => (count > 0 ? sum / count : 1);
  const [continuity, difficultyFit] = [mean(related), mean(fit, terms.place && steps.length)];
  const { weight } = terms;
  return {
    order: steps.map(({ unitId }) => unitId),
    cost: 1 - ((1 - weight) * continuity + weight * difficultyFit),
    terms: { continuity, difficultyFit },
    weight,
    steps,
    explain: steps.map((_, k) => sentence(selected, places, steps, k, options)),
  };
}

function sentence(
  selected: readonly Unit[],
  places: readonly number[],
  steps: readonly PathStep[],
  k: number,
  { tokenise = words, stopWords = [] }: ObjectiveOptions,
): string {
  const { unitId, difficulty, continuity } = steps[k]!;
  if (k === 0) return `${unitId} comes first.`;
  const before = steps[k - 1]!;
  const terms = [k - 1, k].map((at) => new Set(tokenise(selected[places[at]!]!.text ?? '')));
  const shared = [...terms[1]!].filter((term) => terms[0]!.has(term) && !stopWords.includes(term));
  const link = shared.length > 0 ? `shares '${shared.slice(0, MOST_SHARED).join(', ')}', ` : '';
  const change = difficulty === null || before.difficulty === null ? null : difficulty - before.difficulty;
  const harder = change === null ? '' : `, ${Math.abs(change).toFixed(2)} logits ${change < 0 ? 'easier' : 'harder'}`;
  return `${unitId} after ${before.unitId}: ${link}relation ${continuity!.toFixed(2)}${harder}.`;
}
