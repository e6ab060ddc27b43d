import type { Competency } from '../competency/competency.ts';
import type { Mastery } from '../mastery/mastery.ts';
import type { Path } from '../path/path.ts';
import type { Progression } from '../progression/progression.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Section } from './report.ts';

/** What a learner's page is made from. */
export interface LearnerReportRequest {
  readonly profile: { readonly id: string };
  readonly mastery: Mastery;
  readonly progression: Progression;
  readonly path?: Path;
  readonly schedule?: Schedule;
  /** Names of competencies; ids are shown where there is none. */
  readonly competencies?: readonly Competency[];
  /** Names of units; ids are shown where there is none. */
  readonly units?: readonly { readonly id: string; readonly title?: string }[];
  /** Sentences about what the data cannot tell. */
  readonly notes?: readonly string[];
  /** Steps of the path that are spelled out; 5 when absent. */
  readonly steps?: number;
  /** BCP-47 tag for dates; 'en-GB' when absent. The words are English. */
  readonly locale?: string;
}

/** A part of a learner's page; null when there is nothing to say. */
export type LearnerSection = (request: LearnerReportRequest) => Section | null;
