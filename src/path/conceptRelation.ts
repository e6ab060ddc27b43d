/** Options of {@link conceptRelation}. */
export interface RelationOptions {
  /** Splits a text into terms; {@link words} when absent. */
  readonly tokenise?: (text: string) => readonly string[];
  /** Terms that do not count. */
  readonly stopWords?: readonly string[];
}

/**
 * The words of a text in any script: runs of letters, marks and digits, in lower case and Unicode normal form C.
 *
 * @remarks A script written without spaces comes out in long runs; pass a tokeniser of your own for it.
 * @example
 * import { words } from 'tutelage/path';
 *
 * words('Equal parts, équivalence; 分数!'); // => ['equal', 'parts', 'équivalence', '分数']
 */
export function words(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/**
 * How closely texts are related: the cosine of their TF-IDF vectors.
 *
 * w_ik = tf_ik log(N / n_k), with tf the count of term k in text i, N the number of texts and n_k how many hold the term;
 * r_ij = w_i . w_j / (|w_i| |w_j|). Salton, G. & Buckley, C. (1988), Information Processing & Management 24, 513-523.
 * Our reading of the "concept relation degree" of Chen (2008).
 *
 * @param texts one per unit
 * @param options tokeniser and stop words
 * @returns row-major n x n, symmetric, in [0, 1], 1 on the diagonal. A text without a term that tells it from the others
 * (empty, or only terms that every text holds) is related to no other text: 0 (our choice)
 * @remarks A term in every text has log(N / N) = 0 and does not count. O(n^2 x terms per text).
 * @example
 * import { conceptRelation } from 'tutelage/path';
 *
 * Array.from(conceptRelation(['halves quarters', 'halves', 'angles'])); // => [1, 0.3462, 0, 0.3462, 1, 0, 0, 0, 1]
 */
export function conceptRelation(texts: readonly string[], options: RelationOptions = {}): Float64Array {
  return relationAmong(texts, [...texts.keys()], options);
}

/** Relations of some of the texts, with terms as rare as they are in all of them. */
export function relationAmong(
  texts: readonly string[],
  among: readonly number[],
  options: RelationOptions,
): Float64Array {
  const { tokenise = words, stopWords = [] } = options;
  const ignored = new Set(stopWords);
  const all = texts.map((text) => {
    const count = new Map<string, number>();
    for (const term of tokenise(text)) if (!ignored.has(term)) count.set(term, (count.get(term) ?? 0) + 1);
    return count;
  });
  const holders = new Map<string, number>();
  for (const count of all) for (const term of count.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const vectors = among.map((k) => all[k]!);
  const lengths = vectors.map((count) => {
    let squares = 0;
    for (const [term, tf] of count) {
      const weight = tf * Math.log(texts.length / holders.get(term)!);
      count.set(term, weight);
      squares += weight * weight;
    }
    return Math.sqrt(squares);
  });
  const size = among.length;
  const relation = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    relation[i * size + i] = 1;
    for (let j = 0; j < i; j++) {
      let product = 0;
      for (const [term, weight] of vectors[i]!) product += weight * (vectors[j]!.get(term) ?? 0);
      relation[i * size + j] = relation[j * size + i] = Math.min(1, product / (lengths[i]! * lengths[j]! || 1));
    }
  }
  return relation;
}
