import { log1pExp } from '../../../math/log1pExp.ts';
import { logistic } from '../../../math/logistic.ts';
import type { Slope } from './newtonClimb.ts';
import type { GroupedAnswers } from './scoreGroups.ts';

/**
 * The joint log-likelihood of difficulties and abilities at the best abilities for given difficulties, with its derivatives by the difficulties.
 *
 * Persons of a group with the same sum of points share an ability, found by Newton's method; the information of the difficulties is the joint one with
 * abilities swept out (Schur complement), so a Newton step moves both at once.
 */
export function jointSlope({ groups, reached }: GroupedAnswers, b: Float64Array): Slope {
  const n = b.length;
  const gradient = reached.map((right) => -right);
  const information = new Float64Array(n * n);
  let logLikelihood = 0;
  for (const [j, right] of reached.entries()) logLikelihood -= right * b[j]!;
  for (const { items, persons } of groups) {
    for (const [score, count] of persons.entries()) {
      if (count === 0) continue;
      const theta = abilityOf(items, b, score);
      const p = items.map((j) => logistic(theta - b[j]!));
      const w = items.map((j, k) => p[k]! * logistic(b[j]! - theta));
      const total = w.reduce((sum, value) => sum + value, 0);
      logLikelihood += count * score * theta;
      for (const [k, j] of items.entries()) {
        logLikelihood -= count * log1pExp(theta - b[j]!);
        gradient[j]! += count * p[k]!;
        information[j * n + j]! += count * w[k]!;
        for (const [l, other] of items.entries()) information[j * n + other]! -= (count * w[k]! * w[l]!) / total;
      }
    }
  }
  return { logLikelihood, gradient, information };
}

/** The ability at which the expected sum of points is `score`: bisection to where Newton's steps are safe, which then double the digits. */
function abilityOf(items: readonly number[], b: Float64Array, score: number): number {
  let [low, high] = [-100, 100];
  let theta = 0;
  for (let round = 0; round < 100; round++) {
    let surplus = -score;
    let slope = 0;
    for (const j of items) {
      const p = logistic(theta - b[j]!);
      surplus += p;
      slope += p * logistic(b[j]! - theta);
    }
    if (surplus > 0) high = theta;
    else low = theta;
    const next = theta - surplus / slope;
    const moved = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(moved - theta) < 1e-14 * (1 + Math.abs(theta))) return moved;
    theta = moved;
  }
  return theta;
}
