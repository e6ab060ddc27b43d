import { multiplyRows, patternBlocks, patternRows, patternTables } from '../patternTables.ts';
import type { AnswerTable, Population } from './abilityMethod.ts';

const LEAST = 1e-200; // a posterior whose mass is below has lost digits

/**
 * Posterior mean and standard deviation of many persons on one grid; NaN where the grid is too coarse for a person or products
 * have become too small, so that the person has to be scored alone.
 */
export function eapScores(
  table: AnswerTable,
  { mean: centre, sd: spread }: Population,
  theta: Float64Array,
): { theta: Float64Array; se: Float64Array } {
  const { items, models, persons, answers } = table;
  const width = items.length;
  const nodes = theta.length;
  const spacing = nodes > 1 ? theta[1]! - theta[0]! : Infinity;
  const blocks = patternBlocks(
    answers,
    items.map((item, j) => models[j]!.categories(item)),
  );
  const { values } = patternTables(blocks, nodes, (j, answer) =>
    theta.map((t) => models[j]!.logProbability(items[j]!, t, answer)),
  );
  const prior = theta.map((t) => Math.exp(-0.5 * ((t - centre) / spread) ** 2));
  const count = blocks.starts.length - 1;
  const rows = new Int32Array(count);
  const weight = new Float64Array(nodes);
  const found = { theta: new Float64Array(persons), se: new Float64Array(persons) };
  for (let p = 0; p < persons; p++) {
    patternRows(blocks, answers, p * width, rows, 0);
    weight.set(prior);
    multiplyRows(values, rows, 0, count, weight);
    let total = 0;
    let first = 0;
    for (let q = 0; q < nodes; q++) {
      total += weight[q]!;
      first += weight[q]! * theta[q]!;
    }
    const mean = first / total;
    let second = 0;
    for (let q = 0; q < nodes; q++) {
      const off = theta[q]! - mean;
      second += weight[q]! * off * off;
    }
    const sd = Math.sqrt(second / total);
    const isFine = total > LEAST && sd >= spacing;
    found.theta[p] = isFine ? mean : Number.NaN;
    found.se[p] = isFine ? sd : Number.NaN;
  }
  return found;
}
