import type { CompetencyGraph } from '../competency/competencyGraph.ts';
import type { Activity } from '../content/activity.ts';
import type { QMatrix } from '../content/qMatrix.ts';
import type { Feasibility } from '../environment/feasibleActivities.ts';
import type { Evidence } from '../evidence/evidence.ts';
import type { Item } from '../irt/item.ts';
import type { Mastery } from '../mastery/mastery.ts';
import type { Path } from '../path/path.ts';
import type { LearnerProfile } from '../profile/learnerProfile.ts';
import type { Progression } from '../progression/progression.ts';
import type { Report } from '../report/report.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { activity, activityKind } from './activity.ts';
import { competencyGraph, competencyGraphKind } from './competency.ts';
import { evidence, evidenceKind } from './evidence.ts';
import { feasibility, feasibilityKind } from './feasibility.ts';
import { item, itemKind } from './item.ts';
import type { LearnerExport } from './learnerExport.ts';
import { learnerProfile, learnerProfileKind } from './learnerProfile.ts';
import { mastery, masteryKind } from './mastery.ts';
import { learnerExport, learnerExportKind } from './parseLearnerExport.ts';
import { path, pathKind } from './path.ts';
import { progression, progressionKind } from './progression.ts';
import { qMatrixKind, qMatrixRow } from './qMatrix.ts';
import { report, reportKind } from './report.ts';
import { schedule, scheduleKind } from './schedule.ts';

/** What can be stored, by name. */
export interface Documents {
  learnerProfile: LearnerProfile;
  competencyGraph: CompetencyGraph;
  activity: readonly Activity[];
  qMatrix: QMatrix;
  evidence: readonly Evidence[];
  item: readonly Item[];
  mastery: Mastery;
  progression: Progression;
  feasibility: Feasibility;
  path: Path;
  schedule: Schedule;
  report: Report;
  learnerExport: LearnerExport;
}

/** How each is stored, and its schema; of lists the schema of one entry. */
export const documents = {
  learnerProfile: { kind: learnerProfileKind, schema: learnerProfile },
  competencyGraph: { kind: competencyGraphKind, schema: competencyGraph },
  activity: { kind: activityKind, schema: activity, list: true },
  qMatrix: { kind: qMatrixKind, schema: qMatrixRow, list: true },
  evidence: { kind: evidenceKind, schema: evidence, list: true },
  item: { kind: itemKind, schema: item, list: true },
  mastery: { kind: masteryKind, schema: mastery },
  progression: { kind: progressionKind, schema: progression },
  feasibility: { kind: feasibilityKind, schema: feasibility },
  path: { kind: pathKind, schema: path },
  schedule: { kind: scheduleKind, schema: schedule },
  report: { kind: reportKind, schema: report },
  learnerExport: { kind: learnerExportKind, schema: learnerExport },
};

/** The entry of a name; a mistake of the caller throws. */
export function documentOf(where: string, name: string) {
  const found = new Map(Object.entries(documents)).get(name);
  if (found) return found as { kind: typeof learnerProfileKind; schema: typeof path; list?: boolean };
  throw new RangeError(`${where}: there is no document "${name}"; known are ${Object.keys(documents).join(', ')}`);
}
