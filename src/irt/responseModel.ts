import type { Item } from './item.ts';

/** How answers depend on ability for one kind of item. A value: pass it where a function takes models. */
export interface ResponseModel<I extends Item = Item> {
  /** The tag its items carry in `model`. */
  readonly name: I['model'];
  /** Number of answer categories; valid answers are 0 to one less. */
  categories(item: I): number;
  /** What is wrong with the item's parameters, in words that end a sentence; null when nothing is. */
  complaint(item: I): string | null;
  /** Log-probability of an answer at an ability; finite for abs(theta) up to 300. */
  logProbability(item: I, theta: number, answer: number): number;
  /** First derivative of the log-probability of an answer by theta. */
  score(item: I, theta: number, answer: number): number;
  /** Second derivative of the log-probability of an answer by theta; the answer's observed information with its sign turned. */
  curvature(item: I, theta: number, answer: number): number;
  /** Steepest change of a log-odds per logit of theta: how dense a quadrature has to be. */
  slope(item: I): number;
  /** Expected (Fisher) information about theta at theta. */
  information(item: I, theta: number): number;
}
