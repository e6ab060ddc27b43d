import { answerIn } from '../patternTables.ts';
import type { Fitting, Point } from './climb.ts';
import { type GroupTables, groupTables } from './expectation.ts';
import { slotsOf } from './layout.ts';

/** Complete-data scores of a group: per row of a block, entries x nodes; then those of the population, which every row has. */
export interface CompleteScores {
  readonly group: GroupTables;
  /** Parameters of the entries of each block. */
  readonly entries: readonly (readonly number[])[];
  readonly byRow: readonly Float64Array[];
  readonly population: { readonly at: number; readonly score: Float64Array }[];
}

/** The scores of a group at a point; `order` says where the free parameters are. */
export function completeScores(
  { layout, groups }: Fitting,
  { all, grids }: Point,
  g: number,
  order: ReadonlyMap<number, number>,
): CompleteScores {
  const { theta, weight } = grids[g]!;
  const nodes = theta.length;
  const { blocks } = groups[g]!.patterns;
  const curves = layout.places.map((place) => {
    const log = new Float64Array((place.top + 1) * nodes);
    const slope = new Float64Array(place.at.length * log.length);
    place.form.fill(slotsOf(place, all), theta, log, slope);
    return { log, slope };
  });
  const entries: number[][] = [];
  const byRow: Float64Array[] = [];
  for (let block = 0; block + 1 < blocks.starts.length; block++) {
    const own: { j: number; slot: number; at: number }[] = [];
    for (let j = blocks.starts[block]!; j < blocks.starts[block + 1]!; j++) {
      const { at, isFixed } = layout.places[j]!;
      if (!isFixed) for (const [slot, place] of at.entries()) own.push({ j, slot, at: order.get(place)! });
    }
    entries.push(own.map(({ at }) => at));
    for (let row = blocks.offsets[block]!; row < blocks.offsets[block + 1]!; row++) {
      const score = new Float64Array(own.length * nodes);
      for (const [e, { j, slot }] of own.entries()) {
        const answer = answerIn(blocks, block, row, j);
        const from = (slot * (layout.places[j]!.top + 1) + answer) * nodes;
        if (answer >= 0) score.set(curves[j]!.slope.subarray(from, from + nodes), e * nodes);
      }
      byRow.push(score);
    }
  }
  const at = layout.size + 2 * g;
  const [mean, sd] = [all[at]!, Math.exp(all[at + 1]!)];
  const population: CompleteScores['population'] = [];
  const [m, s] = [order.get(at), order.get(at + 1)];
  if (m !== undefined) population.push({ at: m, score: theta.map((t) => (t - mean) / sd ** 2) });
  if (s !== undefined) population.push({ at: s, score: theta.map((t) => (((t - mean) / sd) ** 2 - 1) / sd) });
  const group = groupTables(
    groups[g]!.patterns,
    weight,
    curves.map(({ log }) => log),
  );
  return { group, entries, byRow, population };
}
