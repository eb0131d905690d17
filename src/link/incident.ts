import { hash } from 'node:crypto';
import type { ArticleRecord, IncidentRecord, ProductRecord } from '../model/record.ts';
import { PHASE_OF } from '../model/trigger.ts';
import { conflictsOf } from './conflicts.ts';
import { boundsOf, whenOf } from './dates.ts';
import { type Fact, type FactRole, mergeActions, type Told } from './facts.ts';
import { AUTHORITIES, INVOLVEMENTS, involvedBy, isDone } from './involvement.ts';
import { labelOf } from './label.ts';
import { type Naming, organisationsOf } from './naming.ts';
import type { Score } from './score.ts';

type FactRecord = IncidentRecord['timeline'][number];
type Evidence = FactRecord['evidence'][number];
type OrganisationInvolved = IncidentRecord['organisations'][number];

/** An article of an incident: its record, other paths of the same text, and what it is to the others. */
export interface Member {
  readonly record: ArticleRecord;
  readonly path: string;
  readonly alsoAt: readonly string[];
  readonly role: 'original' | 'copy' | 'derived';
  /** Id of the article that it copies or builds upon, if that belongs to the incident. */
  readonly copyOf: string | null;
  readonly similarity: number | null;
}

/** Why two articles of an incident belong together. */
export interface Link {
  readonly a: string;
  readonly b: string;
  readonly score: Score;
}

/** Facts of these types are harm, and stand under `impact`. */
const IMPACT: ReadonlySet<string> = new Set(['disrupt', 'leak-data', 'steal-data', 'infect', 'pay-ransom']);
/** Weights below this are not worth a line. */
const LEAST = 0.05;

const rounded = (n: number): number => Math.round(n * 1000) / 1000;
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function evidenceOf({ article, action }: Told): Evidence {
  const { start, end, text } = action.sentence;
  return { article: article.id, action: action.id, start, end, quote: text };
}

const CERTAINTIES = ['certain', 'probable', 'possible', 'unknown'] as const;

/** The sources of a fact, each once. */
function sourcesOf(fact: Fact, canonical: (name: string) => string): FactRecord['sources'] {
  const sources = new Map<string, FactRecord['sources'][number]>();
  for (const { article, action } of fact.told) {
    for (const { name, kind, stance, for: ref } of action.sources) {
      const organisation = article.organisations.find(({ id }) => id === ref)?.name;
      const source = {
        name: kind === 'organisation' ? canonical(name) : name,
        kind,
        stance,
        for: organisation === undefined ? null : canonical(organisation),
      };
      sources.set(JSON.stringify(source), source);
    }
  }
  return [...sources].toSorted(([a], [b]) => byText(a, b)).map(([, source]) => source);
}

const count = (fact: Fact): number => new Set(fact.told.map(({ place }) => place)).size;

function toRecord(fact: Fact, id: string, canonical: (name: string) => string): FactRecord {
  const participants = (role: FactRole): FactRecord['actors'] => [...fact.participants[role].values()];
  const certainties = new Set(fact.told.map(({ action }) => action.certainty));
  const [dating, ...others] = fact.told;
  const rest = others.toSorted((a, b) => a.place - b.place || a.action.sentence.start - b.action.sentence.start);
  return {
    id,
    type: fact.type,
    phase: PHASE_OF[fact.type],
    date: fact.when?.values[0] ?? null,
    ...boundsOf(fact.when),
    actors: participants('actors'),
    targets: participants('targets'),
    recipients: participants('recipients'),
    affected: participants('affected'),
    polarity: fact.polarity,
    certainty: CERTAINTIES.find(one => certainties.has(one)) ?? 'unknown',
    status: fact.status,
    sources: sourcesOf(fact, canonical),
    articles: count(fact),
    evidence: [...(dating === undefined ? [] : [dating]), ...rest].map(evidenceOf),
  };
}

/** In the order of the timeline: by the first day, then the last; what cannot be dated last, as it is told. */
function inTime(a: Fact, b: Fact): number {
  if (a.when === null || b.when === null) {
    if (a.when !== b.when) return a.when === null ? 1 : -1;
  } else if (a.when.first !== b.when.first) return a.when.first - b.when.first;
  else if (a.when.last !== b.when.last) return a.when.last - b.when.last;
  const [x, y] = [a.told[0], b.told[0]];
  if (x === undefined || y === undefined) return 0;
  return x.place - y.place || x.action.trigger.start - y.action.trigger.start || byText(x.action.id, y.action.id);
}

/** Names with the number of articles that have them, the most frequent first. */
function counted(
  lists: readonly (readonly string[])[],
): readonly { readonly name: string; readonly articles: number }[] {
  const counts = new Map<string, number>();
  for (const list of lists) for (const name of new Set(list)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, articles]) => ({ name, articles }))
    .toSorted((a, b) => b.articles - a.articles || byText(a.name, b.name));
}

type RoleRecord = OrganisationInvolved['roles'][number];

/** What parts the organisations play in the timeline, by name. */
function rolesOf(timeline: readonly FactRecord[]): ReadonlyMap<string, readonly RoleRecord[]> {
  const found = new Map<string, Map<string, RoleRecord>>();
  const add = (name: string, role: RoleRecord['role'], { type, polarity, status, earliest }: FactRecord): void => {
    const roles = found.get(name) ?? new Map<string, RoleRecord>();
    found.set(name, roles);
    const key = `${role} ${type} ${polarity} ${status}`;
    const known = roles.get(key);
    const first = known?.earliest ?? earliest;
    roles.set(key, {
      role,
      type,
      polarity,
      status,
      count: (known?.count ?? 0) + 1,
      earliest: first !== null && earliest !== null && earliest < first ? earliest : first,
    });
  };
  for (const fact of timeline) {
    for (const [list, role] of [
      ['actors', 'actor'],
      ['targets', 'target'],
      ['recipients', 'recipient'],
      ['affected', 'affected'],
    ] as const) {
      for (const { name, kind } of fact[list]) if (kind === 'organisation') add(name, role, fact);
    }
    const cited = new Set(fact.sources.flatMap(one => [...(one.kind === 'organisation' ? [one.name] : []), one.for]));
    for (const name of cited) if (name !== null) add(name, 'source', fact);
  }
  return new Map(
    [...found].map(([name, roles]) => [name, [...roles].toSorted(([a], [b]) => byText(a, b)).map(([, role]) => role)]),
  );
}

/** How an organisation is involved, by the table and its kind. */
function involvementOf(
  { name, kind }: Naming,
  roles: readonly RoleRecord[],
  vendors: ReadonlySet<string>,
): OrganisationInvolved['involvement'] {
  const found = new Set<OrganisationInvolved['involvement'][number]>();
  for (const { role, type, polarity, status } of roles) {
    if (role === 'source') found.add('source');
    if (!isDone({ polarity, status })) continue;
    for (const one of involvedBy(role, type)) if (one !== 'authority' || AUTHORITIES.has(kind)) found.add(one);
  }
  if (vendors.has(name)) found.add('vendor');
  // What a gang's own deeds do to it is no harm.
  if (kind === 'threat-group' && found.has('attacker')) found.delete('affected');
  if (found.size === 0) found.add('mentioned');
  return INVOLVEMENTS.filter(one => found.has(one));
}

/** Numbers that are told of the harm, each once. */
function impactQuantities(facts: readonly Fact[]): IncidentRecord['impact']['quantities'] {
  const found = new Map<string, { readonly told: Told[]; readonly quantity: Told['quantities'][number] }>();
  for (const fact of facts) {
    for (const told of fact.told) {
      for (const quantity of told.quantities) {
        const key = JSON.stringify([quantity.kind, quantity.unit, quantity.min, quantity.max]);
        const known = found.get(key);
        if (known === undefined) found.set(key, { told: [told], quantity });
        else known.told.push(told);
      }
    }
  }
  return [...found]
    .toSorted(([a], [b]) => byText(a, b))
    .map(
      ([
        ,
        {
          told,
          quantity: { kind, min, max, unit },
        },
      ]) => ({ kind, min, max, unit, evidence: told.map(evidenceOf) }),
    );
}

/** The organisations of an incident: those of most articles first. */
function involvedOf(
  named: ReadonlyMap<string, Naming>,
  timeline: readonly FactRecord[],
  vendors: ReadonlySet<string>,
): IncidentRecord['organisations'] {
  const roles = rolesOf(timeline);
  return [...new Set(named.values())]
    .map(one => ({
      name: one.name,
      kind: one.kind,
      country: one.country,
      involvement: involvementOf(one, roles.get(one.name) ?? [], vendors),
      roles: roles.get(one.name) ?? [],
      articles: one.places.size,
    }))
    .toSorted((a, b) => b.articles - a.articles || byText(a.name, b.name));
}

/** From the first to the last day of what was done. */
function periodOf(timeline: readonly FactRecord[]): IncidentRecord['period'] {
  const done = timeline.filter(isDone);
  const days = (list: readonly (string | null)[]): readonly string[] => list.flatMap(day => day ?? []).toSorted(byText);
  return {
    earliest: days(done.map(({ earliest }) => earliest))[0] ?? null,
    latest: days(done.map(({ latest }) => latest)).at(-1) ?? null,
  };
}

function linkRecord({ a, b, score }: Link): IncidentRecord['linkEvidence'][number] {
  const shared = score.shared
    .filter(({ weight }) => Math.abs(weight) >= LEAST)
    .map(({ kind, name, weight }) => ({ kind, name, weight: rounded(weight) }));
  return { a, b, score: rounded(shared.reduce((sum, { weight }) => sum + weight, 0)), shared };
}

const vendorOf = ({ vendor }: ProductRecord): readonly string[] => (vendor === null ? [] : [vendor]);

/**
 * Make the record of an incident: merge what its articles tell; copies add sources, never evidence.
 *
 * @param members in the order in which they appeared
 * @param links why they belong together
 * @param plain folded words of names that only tell what kind of thing it is
 */
export function toIncidentRecord(
  members: readonly Member[],
  links: readonly Link[],
  plain: ReadonlySet<string>,
  producer: IncidentRecord['producer'],
): IncidentRecord {
  const articles = members.filter(({ role }) => role !== 'copy').map(({ record }) => record);
  const named = organisationsOf(articles, plain);
  const canonical = (name: string): string => named.get(name)?.name ?? name;
  const told = articles.flatMap((article, place) => {
    return article.actions.map(action => ({
      article,
      place,
      action,
      when: whenOf(action),
      quantities: article.quantities.filter(quantity => quantity.action === action.id),
    }));
  });
  const facts = mergeActions(told, canonical).toSorted(inTime);
  const timeline = facts.map((fact, i) => toRecord(fact, `t${i + 1}`, canonical));
  const vendors = counted(articles.map(({ products }) => products.flatMap(vendorOf)));
  const organisations = involvedOf(named, timeline, new Set(vendors.map(({ name }) => name)));
  const products = counted(articles.map(article => article.products.map(({ name }) => name)));
  const vulnerabilities = counted(articles.map(article => article.vulnerabilities.map(({ name }) => name)));
  const malware = counted(articles.map(article => article.malware.map(({ name }) => name)));
  const harm = facts
    .map((fact, i) => ({ fact, id: `t${i + 1}` }))
    .filter(({ fact }) => IMPACT.has(fact.type) && isDone(fact));
  const period = periodOf(timeline);
  const first = members.find(({ role }) => role === 'original') ?? members[0];
  return {
    recordType: 'incident',
    schemaVersion: '1.0',
    id: `i-${hash('sha256', first?.record.id ?? '', 'hex').slice(0, 16)}`,
    label: labelOf(articles, { period, products, vulnerabilities, malware, organisations, timeline }),
    period,
    articles: members.map(({ record, path, alsoAt, role, copyOf, similarity }) => ({
      id: record.id,
      path,
      alsoAt,
      published: record.published?.value ?? null,
      language: record.language.code,
      role,
      copyOf,
      similarity,
    })),
    independentArticles: articles.length,
    vendors,
    products,
    vulnerabilities,
    malware,
    organisations,
    timeline,
    impact: { facts: harm.map(({ id }) => id), quantities: impactQuantities(harm.map(({ fact }) => fact)) },
    conflicts: conflictsOf(facts).map(({ on, a, b }) => ({
      on,
      facts: [`t${a + 1}`, `t${b + 1}`],
      articles: new Set([a, b].flatMap(i => facts[i]?.told.map(({ place }) => place) ?? [])).size,
    })),
    linkEvidence: links.map(linkRecord),
    producer,
  };
}
