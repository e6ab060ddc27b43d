export { type BetaBinomialOptions, type BetaBinomialState, betaBinomial } from './models/betaBinomial.ts';
export { type BktOptions, type BktState, bkt } from './models/bkt.ts';
export type { TracingModel } from './tracingModel.ts';
