export type { Competency } from './competency.ts';
export { type CompetencyGraph, newCompetencyGraph, type Prerequisite, prerequisitesOf } from './competencyGraph.ts';
