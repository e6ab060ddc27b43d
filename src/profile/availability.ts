import type { Stated } from './provenance.ts';

/** Day of the week; Monday is 'mon'. */
export type Weekday = 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A stretch of every week, in local time. */
export interface WeeklyWindow {
  readonly day: Weekday;
  /** Local times 'HH:MM', 00:00 to 24:00, start before end. */
  readonly start: string;
  readonly end: string;
}

/** When a learner can work. */
export interface Availability extends Stated {
  /** IANA time zone, such as 'Europe/Lisbon'. */
  readonly timeZone: string;
  readonly windows: readonly WeeklyWindow[];
  /** Local dates 'YYYY-MM-DD' on which the weekly windows do not apply, with other windows or none. */
  readonly exceptions?: readonly {
    readonly date: string;
    readonly windows: readonly { readonly start: string; readonly end: string }[];
  }[];
  /** Most minutes in one week. */
  readonly minutesPerWeek?: number;
}
