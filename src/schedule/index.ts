export { buildSchedule, type ScheduleRequest } from './buildSchedule.ts';
export { expandWindows, type FreeSlot } from './expandWindows.ts';
export { planReviews, type ReviewCard, type ReviewRequest } from './planReviews.ts';
export { reviewsFirst } from './policies/reviewsFirst.ts';
export type { Review, Schedule, StudyBlock, StudySession, UnplacedReason } from './schedule.ts';
export type {
  SchedulingChoice,
  SchedulingMoment,
  SchedulingPolicy,
  WaitingReview,
  WaitingUnit,
} from './schedulingPolicy.ts';
