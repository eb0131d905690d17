import type {
  PageAction,
  PageArticle,
  PageArticleRow,
  PageIncident,
  PageIncidentRow,
  PageIndex,
  PageMark,
} from '../model/page.ts';
import type { ActionRecord, ArticleRecord, IncidentRecord } from '../model/record.ts';
import { distinct } from './facts.ts';
import type { Corpus } from './guide.ts';

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const unique = (values: readonly string[]): readonly string[] => [...new Set(values)].toSorted();
const names = (list: readonly { readonly name: string }[]): readonly string[] => list.map(({ name }) => oneLine(name));

/** Longest headline that is made of a text without one. */
const HEADLINE = 80;

/** A name for an article: its headline, or else its first words, or else its path. */
function headline({ title, text, source }: ArticleRecord): string {
  if (title !== null) return oneLine(title);
  const words = oneLine((text ?? '').slice(0, 4 * HEADLINE)).replace(/^date [\d-]{4,10} /u, '');
  if (words === '') return source.index === null ? source.path : `${source.path}:${source.index + 1}`;
  return words.length <= HEADLINE
    ? words
    : `${words.slice(0, words.lastIndexOf(' ', HEADLINE) + 1 || HEADLINE).trim()} …`;
}

function phasesOf(article: ArticleRecord): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { phase } of article.actions) counts[phase] = (counts[phase] ?? 0) + 1;
  return counts;
}

/**
 * What the report reads when it is opened.
 *
 * @param facts how many actions there are
 */
export function pageIndex({ articles, incidents, errors, producer, settings }: Corpus, facts: number): PageIndex {
  const incidentOf = new Map<string, number>();
  const incidentRows: PageIncidentRow[] = [];
  for (const incident of incidents.records()) {
    for (const { id } of incident.articles) incidentOf.set(id, incidentRows.length);
    incidentRows.push({
      id: incident.id,
      label: incident.label,
      ...incident.period,
      languages: unique(incident.articles.map(({ language }) => language)),
      products: unique(
        [...incident.products, ...incident.vulnerabilities, ...incident.malware].map(({ name }) => name),
      ),
      organisations: unique(incident.organisations.map(({ name }) => name)),
      types: unique(incident.timeline.map(({ type }) => type)),
      articles: incident.articles.length,
      independent: incident.independentArticles,
    });
  }
  const articleRows: PageArticleRow[] = [];
  for (const article of distinct(articles.records())) {
    articleRows.push({
      id: article.id,
      title: headline(article),
      publisher: article.publisher,
      published: article.published?.value ?? null,
      language: article.language.code,
      relevant: article.relevance.incident,
      incident: incidentOf.get(article.id) ?? null,
      phases: phasesOf(article),
    });
  }
  return {
    producer: `${producer.name} ${producer.version}, rules ${producer.rules}`,
    settings,
    errors,
    facts,
    articles: articleRows,
    incidents: incidentRows,
  };
}

/** What the page of an incident shows. */
export function pageIncident(incident: IncidentRecord): PageIncident {
  const { recordType: _, schemaVersion: __, id: ___, label: ____, period: _____, producer: ______, ...rest } = incident;
  return rest;
}

function actionOf(action: ActionRecord, hasText: boolean): PageAction {
  const { id, type, phase, polarity, certainty, status, rule } = action;
  const bounds =
    action.date === null || action.date.earliest === null
      ? ''
      : action.date.earliest === action.date.latest
        ? action.date.earliest
        : `${action.date.earliest} .. ${action.date.latest}`;
  const relation = action.date === null || action.date.relation === 'at' ? '' : `${action.date.relation} `;
  return {
    id,
    type,
    phase,
    polarity,
    certainty,
    status,
    actors: names(action.actors),
    targets: names(action.targets),
    recipients: names(action.recipients),
    instruments: names(action.instruments),
    affected: names(action.affected),
    sources: action.sources.map(({ name, stance }) => `${oneLine(name)} (${stance})`),
    date: action.date === null ? null : `${relation}${bounds || action.date.value}`,
    ...(hasText ? {} : { quote: oneLine(action.sentence.text) }),
    rule,
  };
}

/** What the page of an article shows. */
export function pageArticle(article: ArticleRecord): PageArticle {
  const quote = (text: string): { readonly quote?: string } => (article.text === undefined ? { quote: text } : {});
  const marksOf = (
    kind: PageMark['kind'],
    entries: readonly {
      readonly name: string;
      readonly mentions: ArticleRecord['organisations'][number]['mentions'];
    }[],
    means: (index: number) => string,
  ): readonly PageMark[] =>
    entries.flatMap(({ mentions }, i) =>
      mentions.map(({ start, end, text, rule }) => ({ kind, start, end, ...quote(text), says: means(i), rule })),
    );
  const range = ({ min, max }: { readonly min: number | null; readonly max: number | null }): string =>
    min === max ? String(min) : min === null ? `at most ${max}` : max === null ? `at least ${min}` : `${min} to ${max}`;
  const { organisations, products, vulnerabilities, malware } = article;
  const marks: readonly PageMark[] = [
    ...article.dates.map(
      ({ start, end, text, value, earliest, latest, rule }): PageMark => ({
        kind: 'date',
        start,
        end,
        ...quote(text),
        says: earliest === null || earliest === value ? value : `${value}: ${earliest} .. ${latest}`,
        rule,
      }),
    ),
    ...marksOf('organisation', organisations, i => `${organisations[i]?.name} (${organisations[i]?.kind})`),
    ...marksOf('product', products, i => `${products[i]?.name} (${products[i]?.kind})`),
    ...marksOf('vulnerability', vulnerabilities, i => vulnerabilities[i]?.name ?? ''),
    ...marksOf('malware', malware, i => `${malware[i]?.name} (${malware[i]?.kind})`),
    ...article.quantities.map(
      (quantity): PageMark => ({
        kind: 'quantity',
        start: quantity.start,
        end: quantity.end,
        ...quote(quantity.text),
        says: [quantity.approximate ? 'about' : '', range(quantity), quantity.unit ?? '', `(${quantity.kind})`]
          .filter(word => word !== '')
          .join(' '),
        rule: quantity.rule,
      }),
    ),
    ...article.actions.map(
      ({ id, type, trigger, rule }): PageMark => ({
        kind: 'action',
        start: trigger.start,
        end: trigger.end,
        ...quote(trigger.text),
        says: type,
        rule,
        action: id,
      }),
    ),
  ];
  return {
    path: article.source.index === null ? article.source.path : `${article.source.path}:${article.source.index + 1}`,
    url: article.url,
    text: article.text ?? null,
    marks: marks.toSorted((a, b) => a.start - b.start || b.end - a.end),
    actions: article.actions.map(action => actionOf(action, article.text !== undefined)),
  };
}
