export { type FitHalfLifeOptions, fitHalfLife, type HalfLifeFit } from '../fitHalfLife.ts';
export { type ForecastDay, type ForecastOptions, forecastReviews, type HeldMemory } from '../forecastReviews.ts';
export type { ForgettingFitter, Recall, RecallHistory } from '../forgettingFitter.ts';
export { type PredictedRecalls, predictRecalls } from '../predictRecalls.ts';
