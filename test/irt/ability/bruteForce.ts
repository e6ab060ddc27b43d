import type { Item, Population } from 'tutelage/irt';
import { below, type Stream, uniform } from '../../../src/random/stream.ts';

/** Every model by its tag; of the model files nothing is used here. */
export const MODELS = ['rasch', '2pl', '3pl', '4pl', 'graded', 'pcm', 'gpcm', 'rating', 'nominal'] as const;

/** A test of items of one model with parameters drawn at random. */
export function drawnItems(model: Item['model'], count: number, from: Stream): Item[] {
  const between = (low: number, high: number) => low + (high - low) * uniform(from);
  const thresholds = [-1, 0.2, 1.1];
  return Array.from({ length: count }, (_, k): Item => {
    const id = `q${k}`;
    const a = between(0.4, 3);
    const b = between(-2.5, 2.5);
    if (model === 'rasch') return { id, model, b };
    if (model === '2pl') return { id, model, a, b };
    if (model === '3pl') return { id, model, a, b, c: between(0, 0.35) };
    if (model === '4pl') return { id, model, a, b, c: between(0, 0.3), d: between(0.8, 1) };
    if (model === 'graded') return { id, model, a, b: [b - between(0.2, 2), b, b + between(0.2, 2)] };
    if (model === 'rating') return { id, model, b, thresholds };
    if (model === 'nominal') return { id, model, a: [0, between(-2, 2), between(-2, 2)], c: [0, between(-1, 1), b] };
    const steps = [b, between(-2, 2)];
    return model === 'pcm' ? { id, model, b: steps } : { id, model, a, b: steps };
  });
}

/** Probability of each category and its first two derivatives, from the formula of the model. */
export function derivatives(item: Item, theta: number): { p: number[]; d1: number[]; d2: number[] } {
  if (item.model === 'graded' || item.model === 'rasch' || item.model.endsWith('pl')) {
    const { a = 1, c = 0, d = 1 } = item as { a?: number; c?: number; d?: number };
    const b = (item.model === 'graded' ? item.b : [(item as { b: number }).b]) as readonly number[];
    // curves of reaching each category, with 1 before the first and 0 after the last
    const reach = b.map((at) => {
      const l = 1 / (1 + Math.exp(-a * (theta - at)));
      return [
        c + (d - c) * l,
        (d - c) * a * l * (1 - l),
        (d - c) * a * a * l * (1 - l) * (1 - 2 * l),
        1 / (1 + Math.exp(a * (theta - at))),
      ];
    });
    const all = [[1, 0, 0], ...reach, [0, 0, 0]];
    const of = (order: number) => all.slice(1).map((curve, k) => all[k]![order]! - curve[order]!);
    const p = of(0);
    if (c === 0 && d === 1) p[0] = reach[0]![3]!; // 1 - P without cancellation
    return { p, d1: of(1), d2: of(2) };
  }
  const [slopes, exponents] = softmax(item, theta);
  const top = Math.max(...exponents);
  const weights = exponents.map((z) => Math.exp(z - top));
  const total = weights.reduce((x, y) => x + y);
  const p = weights.map((w) => w / total);
  const mean = p.reduce((sum, x, k) => sum + x * slopes[k]!, 0);
  const variance = p.reduce((sum, x, k) => sum + x * (slopes[k]! - mean) ** 2, 0);
  return {
    p,
    d1: p.map((x, k) => x * (slopes[k]! - mean)),
    d2: p.map((x, k) => x * ((slopes[k]! - mean) ** 2 - variance)),
  };
}

function softmax(item: Item, theta: number): [number[], number[]] {
  if (item.model === 'nominal') return [[...item.a], item.a.map((a, k) => a * theta + item.c[k]!)];
  const a = item.model === 'gpcm' ? item.a : 1;
  const steps = item.model === 'rating' ? item.thresholds.map((t) => t + item.b) : (item as { b: readonly number[] }).b;
  const slopes = [0, ...steps.map((_, k) => a * (k + 1))];
  let z = 0;
  return [slopes, [0, ...steps.map((b) => (z += a * (theta - b)))]];
}

export const categoriesOf = (item: Item): number => derivatives(item, 0).p.length;

/** Answers to a test, each category as likely as any other. */
export const drawnAnswers = (items: readonly Item[], from: Stream): number[] =>
  items.map((item) => below(from, categoriesOf(item)));

const POINTS = 2401;

/** Answers of ability methods by looking at each of 2,401 points; a local maximum there is refined by halving. */
export function bruteForce(items: readonly Item[], lower: number, upper: number) {
  const h = (upper - lower) / (POINTS - 1);
  const grid = Array.from({ length: POINTS }, (_, q) => lower + q * h);
  const curves = items.map((item) => grid.map((t) => derivatives(item, t)));
  const logs = curves.map((points) => points[0]!.p.map((_, k) => points.map(({ p }) => Math.log(p[k]!))));
  const likelihood = (answers: readonly number[]) =>
    grid.map((_, q) => answers.reduce((sum, answer, j) => sum + logs[j]![answer]![q]!, 0));
  const score = (answers: readonly number[], t: number) =>
    items.reduce((sum, item, j) => {
      const { p, d1 } = derivatives(item, t);
      return sum + d1[answers[j]!]! / p[answers[j]!]!;
    }, 0);
  /** J / (2 I). */
  const weightSlope = (t: number) => {
    let [info, bend] = [0, 0];
    for (const item of items) {
      const { p, d1, d2 } = derivatives(item, t);
      for (let k = 0; k < p.length; k++) {
        info += (d1[k]! * d1[k]!) / p[k]!;
        bend += (d1[k]! * d2[k]!) / p[k]!;
      }
    }
    return bend / info / 2;
  };
  const slopes = grid.map(weightSlope);
  const middles = grid.map((t) => weightSlope(t + h / 2));
  const weights = [0];
  for (let q = 1; q < POINTS; q++)
    weights.push(weights[q - 1]! + (h / 6) * (slopes[q - 1]! + 4 * middles[q - 1]! + slopes[q]!));

  /** Heights and places of all maxima; places of those inside refined. */
  const maxima = (heights: readonly number[], slope: (t: number) => number): [number, number][] =>
    heights.flatMap((height, q): [number, number][] => {
      const [before = -Infinity, after = -Infinity] = [heights[q - 1], heights[q + 1]];
      if (height < before || height <= after) return [];
      if (q === 0 || q === POINTS - 1) return [[height, grid[q]!]];
      let [low, high] = [grid[q - 1]!, grid[q + 1]!];
      for (let k = 0; k < 50; k++) {
        const mid = (low + high) / 2;
        if (slope(mid) > 0) low = mid;
        else high = mid;
      }
      // the top of the parabola through the three heights
      return [[height + (after - before) ** 2 / (8 * (2 * height - after - before)), low]];
    });
  /** Where the highest maximum is; the others that are as high to 1e-7, which a grid cannot tell apart. */
  const highest = (heights: readonly number[], slope: (t: number) => number): number[] => {
    const found = maxima(heights, slope);
    const top = Math.max(...found.map(([height]) => height));
    return found.filter(([height]) => height > top - 1e-7).map(([, place]) => place);
  };
  return {
    grid,
    likelihood,
    ml: (answers: readonly number[]) => highest(likelihood(answers), (t) => score(answers, t)),
    map: (answers: readonly number[], { mean, sd }: Population) =>
      highest(
        likelihood(answers).map((log, q) => log - 0.5 * ((grid[q]! - mean) / sd) ** 2),
        (t) => score(answers, t) - (t - mean) / sd ** 2,
      ),
    wle: (answers: readonly number[]) =>
      highest(
        likelihood(answers).map((log, q) => log + weights[q]!),
        (t) => score(answers, t) + weightSlope(t),
      ),
    eap(answers: readonly number[], { mean, sd }: Population): [number, number] {
      const logs = likelihood(answers).map((log, q) => log - 0.5 * ((grid[q]! - mean) / sd) ** 2);
      const top = Math.max(...logs);
      let [total, first, second] = [0, 0, 0];
      for (const [q, log] of logs.entries()) {
        const weight = Math.exp(log - top);
        total += weight;
        first += weight * grid[q]!;
        second += weight * grid[q]! ** 2;
      }
      return [first / total, Math.sqrt(second / total - (first / total) ** 2)];
    },
  };
}
