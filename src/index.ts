export type { Analysis } from './model/analysis.ts';
export type { SourceArticle } from './model/article.ts';
export type { Diagnostic } from './model/diagnostic.ts';
export {
  type ActionRecord,
  type ArgumentRecord,
  type ArticleRecord,
  articleRecord,
  type DateMention,
  type DiagnosticRecord,
  type IncidentRecord,
  incidentRecord,
  type MalwareRecord,
  type MentionRecord,
  type OrganisationRecord,
  type ProductRecord,
  type QuantityRecord,
  type SourceRecord,
  type VulnerabilityRecord,
} from './model/record.ts';
export { analyse, gather, type Options } from './pipeline.ts';
export { type ArticleFacts, articleOf } from './read/article.ts';
