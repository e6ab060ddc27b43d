import fc from 'fast-check';
import { conceptRelation, words } from 'tutelage/path';
import { describe, expect, it } from 'vitest';
import { deepFreeze } from '../deepFreeze.ts';
import { close } from '../tolerance.ts';

describe('conceptRelation', () => {
  it('is the cosine of TF-IDF vectors, worked out by hand', () => {
    // terms: a in two of three texts (log 1.5), b and c in one each (log 3); first text has b twice
    const [l, m] = [Math.log(1.5), Math.log(3)];
    const relation = conceptRelation(['a b b', 'a c', 'd']);
    const cosine = (l * l) / (Math.hypot(l, 2 * m) * Math.hypot(l, m));
    close(relation, [1, cosine, 0, cosine, 1, 0, 0, 0, 1]);
  });

  it('is 1 for equal texts among others, whatever the order of their words', () => {
    close(conceptRelation(['x y', 'y x', 'z'])[1]!, 1);
  });

  it('is 0 between texts that nothing tells apart from the rest: empty, or all alike', () => {
    expect(Array.from(conceptRelation(['', '', 'x']))).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 1]);
    expect(Array.from(conceptRelation(['x', 'x']))).toEqual([1, 0, 0, 1]);
    expect(Array.from(conceptRelation(['x']))).toEqual([1]);
    expect(conceptRelation([])).toHaveLength(0);
  });

  it('works in any script and knows é written in two ways as one', () => {
    expect(words('Дроби и доли; 分数　分母')).toEqual(['дроби', 'и', 'доли', '分数', '分母']);
    expect(words('cafe\u0301')).toEqual(words('caf\u00e9'));
    expect(words('हिन्दी')).toEqual(['हिन्दी']);
  });

  it('takes stop words and another tokeniser', () => {
    const phrases = (text: string) => text.split(',');
    expect(conceptRelation(['a b,c', 'a b,d', 'e'], { tokenise: phrases })[1]!).toBeGreaterThan(0);
    expect(conceptRelation(['the cat', 'the dog', 'fish'], { stopWords: ['the'] })[1]!).toBe(0);
  });

  it('treats __proto__ and constructor as ordinary terms', () => {
    const phrases = (text: string) => text.split(' ');
    const relation = conceptRelation(['__proto__ x', '__proto__ y', 'constructor'], { tokenise: phrases });
    expect(relation[1]!).toBeGreaterThan(0);
    expect(relation[2]!).toBe(0);
  });

  it('is symmetric, in [0, 1], and follows its texts when they change places', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 5 }).map((terms) => terms.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (texts) => {
        const n = texts.length;
        const relation = conceptRelation(deepFreeze(texts));
        const turned = conceptRelation([...texts].reverse());
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            expect(relation[i * n + j]).toBe(relation[j * n + i]);
            expect(relation[i * n + j]!).toBeGreaterThanOrEqual(0);
            expect(relation[i * n + j]!).toBeLessThanOrEqual(1);
            close(turned[(n - 1 - i) * n + (n - 1 - j)]!, relation[i * n + j]!);
          }
        }
      }),
    );
  });
});
