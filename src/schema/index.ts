export { availability } from './availability.ts';
export { evidence, parseEvidence } from './evidence.ts';
export { item, parseItems } from './item.ts';
export { learnerProfile, parseLearnerProfile } from './learnerProfile.ts';
export type { Issue, Result } from './result.ts';
