export type { Analysis } from './model/analysis.ts';
export type { SourceArticle } from './model/article.ts';
export type { Diagnostic } from './model/diagnostic.ts';
export { type ArticleRecord, articleRecord, type IncidentRecord, incidentRecord } from './model/record.ts';
export { analyse, type Options } from './pipeline.ts';
