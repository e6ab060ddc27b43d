import { digraph } from '../../graph/digraph.ts';
import { findCycle } from '../../graph/findCycle.ts';
import { below } from '../../random/stream.ts';
import type { Genome } from '../evolution.ts';

/**
 * Orders of 0..size-1 in which each thing comes after all that has to be before it.
 *
 * One of those that may come next is drawn at a time, each as likely; the orders themselves are not all equally likely.
 *
 * @param before `before[j]` lists what has to come before j
 * @throws RangeError for a number that is none of 0..size-1, or a cycle (named)
 * @remarks To stay within such orders, cross by {@link prefixCrossover}, {@link middleCrossover} or {@link precedenceCrossover} and mutate by
 * {@link precedenceMutation}.
 * @example
 * import { linearExtension } from 'tutelage/genetic';
 *
 * linearExtension([[], [0], [0, 1]]).size; // => 3
 */
export function linearExtension(before: readonly (readonly number[])[]): Genome {
  const size = before.length;
  const { after } = digraph(size, pairsOf('linearExtension', before));
  const open = new Int32Array(size);
  const ready = new Int32Array(size);
  return {
    name: 'linearExtension',
    size,
    empty: () => new Int32Array(size),
    create(into, from) {
      let count = 0;
      open.fill(0);
      for (const list of after) for (const next of list) open[next]!++;
      for (let k = 0; k < size; k++) if (open[k] === 0) ready[count++] = k;
      for (let k = 0; k < size; k++) {
        const at = below(from, count);
        const gene = ready[at]!;
        ready[at] = ready[--count]!;
        into[k] = gene;
        for (const next of after[gene]!) if (--open[next]! === 0) ready[count++] = next;
      }
    },
  };
}

/** Pairs [before, after]; throws where they make no order. */
export function pairsOf(where: string, before: readonly (readonly number[])[]): [number, number][] {
  const size = before.length;
  const pairs = before.flatMap((list, after) => list.map((first): [number, number] => [first, after]));
  const wrong = pairs.find(([first]) => !(Number.isInteger(first) && first >= 0 && first < size));
  if (wrong) throw new RangeError(`${where}: before[${wrong[1]}] names ${wrong[0]}, which is none of 0 to ${size - 1}`);
  const cycle = findCycle(digraph(size, pairs));
  if (cycle) throw new RangeError(`${where}: before has a cycle (${cycle.join(' -> ')}); remove one of these pairs`);
  return pairs;
}
