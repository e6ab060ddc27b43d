export type { Competency } from './competency.ts';
export { type CompetencyGraph, competencyGraph, type Prerequisite, prerequisitesOf } from './competencyGraph.ts';
