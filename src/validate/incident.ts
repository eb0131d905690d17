import type { IncidentRecord } from '../model/record.ts';
import { PHASE_OF } from '../model/trigger.ts';
import { checkBounds, checkRange } from './bounds.ts';
import { checkKnown, checkUnique } from './ids.ts';
import type { Report } from './report.ts';

/** Report everything in an incident record that fits the schema and is wrong all the same. */
export function checkIncident(record: IncidentRecord, report: Report): void {
  const articles = new Set(record.articles.map(article => article.id));
  const facts = new Set(record.timeline.map(fact => fact.id));
  checkUnique(record.articles, '.articles', report);
  checkUnique(record.timeline, '.timeline', report);
  checkBounds(record.period, '.period', report);
  checkArticles(record, articles, report);
  checkTimeline(record, articles, report);
  checkImpact(record, articles, facts, report);
  record.conflicts.forEach((conflict, i) => {
    checkFacts(conflict.facts, `.conflicts[${i}].facts`, facts, report);
    if (conflict.facts[0] === conflict.facts[1]) {
      report('validate/value', `.conflicts[${i}].facts`, 'names the same fact twice');
    }
  });
  record.linkEvidence.forEach((link, i) => {
    checkKnown(link.a, `.linkEvidence[${i}].a`, articles, report);
    checkKnown(link.b, `.linkEvidence[${i}].b`, articles, report);
  });
}

function checkFacts(ids: readonly string[], at: string, facts: ReadonlySet<string>, report: Report): void {
  ids.forEach((id, i) => {
    checkKnown(id, `${at}[${i}]`, facts, report);
  });
}

type Evidence = IncidentRecord['timeline'][number]['evidence'];

function checkEvidence(evidence: Evidence, at: string, articles: ReadonlySet<string>, report: Report): void {
  evidence.forEach((place, i) => {
    checkKnown(place.article, `${at}[${i}].article`, articles, report);
    if (place.start >= place.end) {
      report('validate/offset', `${at}[${i}]`, `begins at ${place.start}, but ends at ${place.end}`, place);
    }
  });
}

function checkArticles(record: IncidentRecord, articles: ReadonlySet<string>, report: Report): void {
  record.articles.forEach((article, i) => {
    const at = `.articles[${i}].copyOf`;
    if (article.copyOf !== null) checkKnown(article.copyOf, at, articles, report);
    if (article.role === 'original' && article.copyOf !== null) {
      report('validate/value', at, `is ${article.copyOf}, but the article is an original`);
    }
    if (article.role === 'copy' && article.copyOf === null) {
      report('validate/value', at, 'is null, but the article is a copy');
    }
  });
  const independent = record.articles.filter(article => article.role !== 'copy').length;
  if (record.independentArticles !== independent) {
    report(
      'validate/value',
      '.independentArticles',
      `is ${record.independentArticles}, but ${independent} are no copies`,
    );
  }
}

function checkTimeline(record: IncidentRecord, articles: ReadonlySet<string>, report: Report): void {
  let previous = '';
  record.timeline.forEach((fact, i) => {
    const at = `.timeline[${i}]`;
    if (fact.phase !== PHASE_OF[fact.type]) {
      report('validate/value', `${at}.phase`, `is ${fact.phase}, but ${fact.type} is ${PHASE_OF[fact.type]}`);
    }
    checkBounds(fact, at, report);
    checkEvidence(fact.evidence, `${at}.evidence`, articles, report);
    const key = fact.earliest ?? '~';
    if (key < previous)
      report('validate/order', at, 'is earlier than its predecessor, or dated after what cannot be dated');
    previous = key;
  });
}

function checkImpact(
  record: IncidentRecord,
  articles: ReadonlySet<string>,
  facts: ReadonlySet<string>,
  report: Report,
): void {
  checkFacts(record.impact.facts, '.impact.facts', facts, report);
  record.impact.quantities.forEach((quantity, i) => {
    const at = `.impact.quantities[${i}]`;
    checkRange(quantity, at, report);
    checkEvidence(quantity.evidence, `${at}.evidence`, articles, report);
  });
}
