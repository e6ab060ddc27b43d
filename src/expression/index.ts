export { rule } from './rule.ts';
export { term } from './term.ts';
