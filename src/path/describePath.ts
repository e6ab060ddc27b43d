import { words } from './conceptRelation.ts';
import type { ObjectiveOptions, Terms } from './objective.ts';
import type { Path, PathStep, Unit } from './path.ts';

const MOST_SHARED = 3;

/** Order, terms, steps and sentences of a path over `selected`, whose places `order` lists. */
export function describePath(
  selected: readonly Unit[],
  order: ArrayLike<number>,
  terms: Terms,
  options: ObjectiveOptions,
): Pick<Path, 'order' | 'cost' | 'terms' | 'weight' | 'steps' | 'explain'> {
  const size = selected.length;
  const places = Array.from(order);
  const steps = places.map((place, k): PathStep => {
    const { id, minutes, difficulty } = selected[place]!;
    const link = k === 0 ? -1 : places[k - 1]! * size + place;
    return {
      unitId: id,
      minutes: minutes ?? null,
      difficulty: difficulty ?? null,
      continuity: k === 0 ? null : terms.continuity[link]!,
      difficultyFit: k === 0 ? null : terms.difficultyFit[link]!,
    };
  });
  const mean = (of: 'continuity' | 'difficultyFit') =>
    steps.length < 2 ? 1 : steps.reduce((sum, step) => sum + (step[of] ?? 0), 0) / (steps.length - 1);
  const [continuity, difficultyFit] = [mean('continuity'), mean('difficultyFit')];
  const { weight } = terms;
  const explain = steps.map((_, k) => sentence(selected, places, steps, k, options));
  return {
    order: steps.map(({ unitId }) => unitId),
    cost: 1 - ((1 - weight) * continuity + weight * difficultyFit),
    terms: { continuity, difficultyFit },
    weight,
    steps,
    explain,
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
  const earlier = new Set(tokenise(selected[places[k - 1]!]!.text ?? ''));
  const shared = [...new Set(tokenise(selected[places[k]!]!.text ?? ''))].filter(
    (term) => earlier.has(term) && !stopWords.includes(term),
  );
  const shown = shared.slice(0, MOST_SHARED).join(', ');
  const more = shared.length > MOST_SHARED ? ` and ${shared.length - MOST_SHARED} more` : '';
  const link = shown
    ? `shares '${shown}'${more} (relation ${continuity!.toFixed(2)})`
    : `relation ${continuity!.toFixed(2)}`;
  return `${unitId} after ${before.unitId}: ${link}${change(before.difficulty, difficulty)}.`;
}

function change(before: number | null, after: number | null): string {
  if (before === null || after === null) return '';
  const logits = Math.abs(after - before).toFixed(2);
  if (logits === '0.00') return '; as hard';
  return `; ${logits} logits ${after > before ? 'harder' : 'easier'}`;
}
