export type { LearnerReportRequest, LearnerSection } from './learnerSection.ts';
export type { Cell, Meter, NamedList, Report, Section, Table } from './report.ts';
export { type ClassMember, type ClassReportRequest, reportClass } from './reportClass.ts';
export { learnerSections, reportProgress } from './reportProgress.ts';
export { type HtmlOptions, toHtml } from './views/toHtml.ts';
export { type TextOptions, toText } from './views/toText.ts';
