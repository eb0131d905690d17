import * as z from 'zod';
import { SEVERITIES } from './diagnostic.ts';
import { MALWARE_KINDS, ORGANISATION_KINDS, PRODUCT_KINDS, QUANTITY_KINDS } from './name.ts';
import { type ActionType, PHASE_OF, type Role } from './trigger.ts';

/*
 * What the program writes, and nothing else may: the JSON Schemas, the types of the records and the check before
 * writing all come from here. Patterns keep to what JavaScript, Python and Java read alike (no named groups).
 */

/** The form of an object deep down: stages hand records on and never change them. */
type Fixed<T> = { readonly [K in keyof T]: Fixed<T[K]> };

/** The sectors of the European NIS2 directive, annexes I and II. */
export const SECTORS = [
  'energy',
  'transport',
  'banking',
  'financial-market-infrastructure',
  'health',
  'drinking-water',
  'waste-water',
  'digital-infrastructure',
  'ict-service-management',
  'public-administration',
  'space',
  'postal-and-courier-services',
  'waste-management',
  'chemicals',
  'food',
  'manufacturing',
  'digital-providers',
  'research',
] as const;

const ROLES = ['actor', 'target', 'recipient', 'instrument', 'affected'] as const satisfies readonly Role[];

/** A TIMEX3 value in one of the forms of DateMention: a reference, a duration, a clock time, or a calendar date. */
const TIMEX_VALUE = new RegExp(
  [
    '^(?:(?:PAST|PRESENT|FUTURE)_REF',
    'P(?=.)(?:(?:[0-9]+(?:\\.[0-9]+)?|X)(?:CE|DE|WE|[YQMWDX]))*(?:T(?:(?:[0-9]+(?:\\.[0-9]+)?|X)[HMSX])+)?',
    'T(?:MO|MI|AF|EV|NI|DT|[0-9]{2}(?::[0-9]{2}){0,2})',
    '[0-9]{2,3}',
    '[0-9X]{4}(?:-(?:Q[1-4X]|H[12X]|SP|SU|FA|WI|W(?:[0-9]{2}|XX)(?:-WE)?|(?:[0-9]{2}|XX)))?',
    '[0-9X]{4}-(?:W(?:[0-9]{2}|XX)-[1-7]|(?:[0-9]{2}|XX)-(?:[0-9]{2}|XX))(?:T(?:MO|MI|AF|EV|NI|DT|[0-9]{2}(?::[0-9]{2}){0,2}))?)$',
  ].join('|'),
);

const TIMEX_MODIFIERS = [
  'START',
  'MID',
  'END',
  'BEFORE',
  'AFTER',
  'ON_OR_BEFORE',
  'ON_OR_AFTER',
  'APPROX',
  'LESS_THAN',
  'MORE_THAN',
  'EQUAL_OR_LESS',
  'EQUAL_OR_MORE',
] as const;

const ACTION_TYPES = Object.keys(PHASE_OF).filter((type): type is ActionType => type in PHASE_OF);
const PHASES = [...new Set(Object.values(PHASE_OF))];

const offset = z.int().nonnegative();
const count = z.int().nonnegative();
const score = z.number().min(0).max(1);
const filled = z.string().min(1);
const ruleId = z.string().regex(/^[a-z]+(?:\/[A-Za-z0-9._-]+)+$/);
const diagnosticCode = z.string().regex(/^[a-z]+\/[a-z0-9-]+$/);
const articleId = z.string().regex(/^a-[0-9a-f]{16}$/);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const timexValue = z.string().regex(TIMEX_VALUE);
const languageCode = z.string().regex(/^(?:und|[a-z]{2})$/);
const country = z.string().regex(/^[A-Z]{2}$/);
const partialDay = z.string().regex(/^[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?$/);

const dateId = z.string().regex(/^d[1-9][0-9]*$/);
const organisationId = z.string().regex(/^o[1-9][0-9]*$/);
const productId = z.string().regex(/^p[1-9][0-9]*$/);
const vulnerabilityId = z.string().regex(/^v[1-9][0-9]*$/);
const malwareId = z.string().regex(/^m[1-9][0-9]*$/);
const quantityId = z.string().regex(/^q[1-9][0-9]*$/);
const actionId = z.string().regex(/^e[1-9][0-9]*$/);
const factId = z.string().regex(/^t[1-9][0-9]*$/);
const entryId = z.string().regex(/^[opvm][1-9][0-9]*$/);

const isoDay = z.iso.date().meta({ id: 'Day', description: 'A calendar day, YYYY-MM-DD.' });

const start = offset.describe('Where it begins in the text, counted in Unicode code points from 0.');
const end = offset.describe('Where it ends in the text, counted in Unicode code points, exclusive.');
const text = z.string().describe('The very words there: the text from start to end.');
const rule = ruleId.describe('Id of the rule that found it, as "incident-corpus explain" takes it.');
const homeCountry = country
  .nullable()
  .describe('Country that it belongs to, ISO 3166-1 alpha-2, from our own gazetteer; null where not known.');

const actionType = z.enum(ACTION_TYPES);
const phase = z.enum(PHASES);
const polarity = z.enum(['affirmed', 'negated']);
const certainty = z.enum(['certain', 'probable', 'possible', 'unknown']);
const status = z.enum(['occurred', 'ongoing', 'planned', 'advised', 'possible', 'unknown']);
const stance = z.enum(['states', 'claims', 'denies', 'confirms']);
const organisationKind = z.enum(ORGANISATION_KINDS);
const quantityKind = z.enum(QUANTITY_KINDS);
const argumentKind = z.enum(['organisation', 'product', 'vulnerability', 'malware', 'person', 'group', 'other']);

const mention = z
  .strictObject({
    start,
    end,
    text,
    how: z
      .enum(['name', 'alias', 'pronoun', 'noun-phrase'])
      .describe(
        'How the text names it: by its canonical name, by another name of it, by a pronoun, or by a noun phrase such as "the agency" (the last two only where resolved).',
      ),
    rule,
  })
  .meta({ id: 'Mention', description: 'A place in the text that names something.' });

const mentions = z.array(mention).min(1);

const producer = z
  .strictObject({
    name: z.literal('incident-corpus').describe('Name of the program.'),
    version: z
      .string()
      .regex(/^[0-9]+\.[0-9]+\.[0-9]+(?:[-+].+)?$/)
      .describe('Version of the program.'),
    rules: z
      .string()
      .regex(/^[0-9a-f]{12}$/)
      .describe('First 12 hex digits of SHA-256 over all rules and gazetteers in force.'),
  })
  .meta({ id: 'Producer', description: 'What made the record; equal producers make equal records.' });

const source = z
  .strictObject({
    path: filled.describe(
      'Path of the file as given on the command line or found below it, with "/"; "-" is standard input.',
    ),
    index: count.nullable().describe('Position in a file of several articles, counted from 0; null for other files.'),
    key: z.string().nullable().describe('The id that the input itself gave the article, or null.'),
    mediaType: filled.describe('Media type of the file, for example "text/plain" or "application/x-ndjson".'),
    encoding: filled.describe('Encoding that the bytes were decoded with, in lower case, for example "utf-8".'),
    bytes: count.describe('Size in bytes of the file, or of the line in a file of several articles.'),
    sha256: sha256.describe('SHA-256 of those bytes, in hex.'),
    reader: z
      .string()
      .regex(/^[a-z]+(?:-[a-z]+)*$/)
      .describe(
        'What made the text of the bytes: with "text", "markdown" and "json" the text is what stands there; with others, such as "html" or "pdf", offsets refer to the text that "extract --text-only" prints.',
      ),
  })
  .meta({ id: 'Source', description: 'Where an article was read from.' });

const published = z
  .strictObject({
    value: partialDay.describe('The publication date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD.'),
    precision: z.enum(['day', 'month', 'year']).describe('Finest unit of the publication date that is known.'),
    earliest: isoDay.describe('First day that it can be.'),
    latest: isoDay.describe('Last day that it can be, inclusive.'),
    from: z
      .enum(['option', 'field', 'header', 'dateline', 'filename'])
      .describe(
        'Where it was found: --published, a field of the input, the header line, a dateline, or the name of the file.',
      ),
  })
  .meta({ id: 'Published', description: 'A publication date with its precision.' });

const language = z
  .strictObject({
    code: languageCode.describe('ISO 639-1 code, or "und" where it cannot be told or the language has no such code.'),
    confidence: score.describe('How sure that is, from 0 to 1; 1 where the caller or the input named the language.'),
    supported: z.boolean().describe('Whether articles in this language are analysed; if not, all lists are empty.'),
  })
  .meta({ id: 'Language', description: 'The language of an article.' });

const relevance = z
  .strictObject({
    incident: z
      .boolean()
      .describe('Whether the article reports a concrete IT-security incident, vulnerability, outage or measure.'),
    score: score.describe('How much speaks for it, from 0 to 1.'),
    reasons: z.array(ruleId).describe('Ids of the rules that spoke for it, the weightiest first.'),
  })
  .meta({ id: 'Relevance', description: 'A judgement on what the article is about.' });

const dateMention = z
  .strictObject({
    id: dateId.describe('Id within the record: d1, d2, and so on.'),
    start,
    end,
    text,
    type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']).describe('TIMEX3 type.'),
    value: timexValue.describe(
      'TIMEX3 value: as fine as the text and the publication date allow, with X for what is not known, for example 2020-01-17, 2020-W03, 2020-01-17TEV, XXXX-WXX-5, P2D, PAST_REF.',
    ),
    modifier: z
      .enum(TIMEX_MODIFIERS)
      .nullable()
      .describe('TIMEX3 mod, for example START for the first third of a month; null if there is none.'),
    earliest: isoDay
      .nullable()
      .describe('First day that it can be; null for DURATION, SET, references, and what cannot be bounded.'),
    latest: isoDay.nullable().describe('Last day that it can be, inclusive; null exactly where "earliest" is null.'),
    precision: z
      .enum([
        'century',
        'decade',
        'year',
        'season',
        'half',
        'quarter',
        'month',
        'week',
        'weekend',
        'day',
        'part-of-day',
        'minute',
      ])
      .nullable()
      .describe('Finest unit that is known; null for DURATION, SET and references.'),
    anchor: z
      .enum(['explicit', 'published', 'text', 'none'])
      .describe(
        'What the value rests on: the words alone, the publication date, another date of the text, or nothing.',
      ),
    rule,
  })
  .meta({ id: 'DateMention', description: 'A temporal expression.' });

const organisation = z
  .strictObject({
    id: organisationId.describe('Id within the record: o1, o2, and so on.'),
    name: filled.describe('Canonical full name, in its own language.'),
    aliases: z.array(filled).describe('Other names of it that the text uses, in order of first mention.'),
    kind: organisationKind.describe('What kind of organisation it is.'),
    country: homeCountry,
    sector: z
      .enum(SECTORS)
      .nullable()
      .describe('Sector of the European NIS2 directive, from our own gazetteer; null where none or not known.'),
    identifiers: z
      .strictObject({
        wikidata: z
          .string()
          .regex(/^Q[1-9][0-9]*$/)
          .exactOptional()
          .describe('Wikidata item, for example Q42.'),
        ror: filled.exactOptional().describe('Research Organization Registry id.'),
        mitre: z
          .string()
          .regex(/^G[0-9]{4}$/)
          .exactOptional()
          .describe('MITRE ATT&CK group id, for example G0007.'),
      })
      .describe('Identifiers elsewhere; a key stands only where it is known.'),
    mentions: mentions.describe('Where the text names it, in text order.'),
  })
  .meta({ id: 'Organisation', description: 'A named organisation, with all its mentions.' });

const product = z
  .strictObject({
    id: productId.describe('Id within the record: p1, p2, and so on.'),
    name: filled.describe('Canonical name, with the vendor where that is the usual way.'),
    vendor: filled.nullable().describe('Who makes it, from the text or our own gazetteer; null where not known.'),
    kind: z.enum(PRODUCT_KINDS).describe('What kind of product it is.'),
    versions: z.array(filled).describe('Versions of it that the text names, as written, in order of first mention.'),
    identifiers: z
      .strictObject({
        cpe: z
          .string()
          .regex(/^[^:]+:[^:]+$/)
          .exactOptional()
          .describe('Vendor and product of the CPE dictionary, as vendor:product.'),
      })
      .describe('Identifiers elsewhere; a key stands only where it is known.'),
    mentions: mentions.describe('Where the text names it, in text order.'),
  })
  .meta({ id: 'Product', description: 'A named product or service, with all its mentions.' });

const vulnerability = z
  .strictObject({
    id: vulnerabilityId.describe('Id within the record: v1, v2, and so on.'),
    name: filled.describe('Nickname, for example Log4Shell, or else the CVE number.'),
    cve: z
      .string()
      .regex(/^CVE-[0-9]{4}-[0-9]{4,}$/)
      .nullable()
      .describe('CVE number in capitals, or null where none is known.'),
    aliases: z.array(filled).describe('Other names of it that the text uses, in order of first mention.'),
    cvss: z.number().min(0).max(10).nullable().describe('CVSS base score that the text states, or null.'),
    mentions: mentions.describe('Where the text names it, in text order.'),
  })
  .meta({ id: 'Vulnerability', description: 'A named or numbered vulnerability, with all its mentions.' });

const malware = z
  .strictObject({
    id: malwareId.describe('Id within the record: m1, m2, and so on.'),
    name: filled.describe('Canonical name of the malware family or tool.'),
    kind: z.enum(MALWARE_KINDS).describe('What kind of malware it is.'),
    mentions: mentions.describe('Where the text names it, in text order.'),
  })
  .meta({ id: 'Malware', description: 'A named malware family or attack tool, with all its mentions.' });

const smallest = z.number().nullable().describe('Smallest number that it can be, inclusive; null if open below.');
const largest = z.number().nullable().describe('Largest number that it can be, inclusive; null if open above.');
const unit = filled
  .nullable()
  .describe(
    'ISO 4217 code of money, unit of a data volume ("GB"), "percent", unit of time, or the counted noun in the singular; null if none is told.',
  );

const quantity = z
  .strictObject({
    id: quantityId.describe('Id within the record: q1, q2, and so on.'),
    start,
    end,
    text,
    kind: quantityKind.describe('What is counted.'),
    min: smallest,
    max: largest,
    unit,
    approximate: z.boolean().describe('Whether the text says that the number is not exact.'),
    action: actionId.nullable().describe('Id of the action of which it counts an argument, or null.'),
    role: z.enum(ROLES).nullable().describe('Role of the argument that it counts; null exactly where "action" is.'),
    rule,
  })
  .meta({ id: 'Quantity', description: 'A number with what it counts.' });

const argumentKeys = {
  start,
  end,
  text,
  name: filled.describe('Canonical name if it is a known mention, else the phrase without its determiner.'),
  kind: argumentKind.describe('What it is.'),
  ref: entryId
    .nullable()
    .describe('Id of the organisation, product, vulnerability or malware in this record; null for all else.'),
  how: z
    .enum(['explicit', 'pronoun', 'noun-phrase', 'ellipsis', 'inferred'])
    .describe(
      'How the text gives it. One that is not in the sentence has the offsets of the mention it was taken from.',
    ),
};

const argument = z
  .strictObject(argumentKeys)
  .meta({ id: 'Argument', description: 'Who or what takes part in an action: the smallest phrase that names it.' });

const citedSource = z
  .strictObject({
    ...argumentKeys,
    stance: stance.describe('What the source does: states, claims (perhaps not true), denies or confirms it.'),
    for: organisationId
      .nullable()
      .describe('Id of the organisation that a person speaks for; null if none, or if the source is itself one.'),
  })
  .meta({ id: 'CitedSource', description: 'Who is cited for an action.' });

const action = z
  .strictObject({
    id: actionId.describe('Id within the record: e1, e2, and so on.'),
    type: actionType.describe('What was done.'),
    phase: phase.describe('Group that the type belongs to.'),
    trigger: z
      .strictObject({
        start,
        end,
        text,
        lemma: filled.describe('Dictionary form, for example "uitzetten" or "shut down".'),
      })
      .describe('The words that tell of the action. Those of a verb in two parts reach from the first to the last.'),
    actors: z.array(argument).describe('Who does it.'),
    targets: z.array(argument).describe('To whom or what it is done.'),
    recipients: z.array(argument).describe('Who is told or given something by it.'),
    instruments: z.array(argument).describe('With what it is done.'),
    affected: z.array(argument).describe('Organisations whose system, data or service it is.'),
    date: z
      .strictObject({
        ref: dateId.describe('Id of the date mention in this record.'),
        value: timexValue.describe('TIMEX3 value of that mention.'),
        relation: z.enum(['at', 'since', 'until', 'before', 'after']).describe('How the action lies to the date.'),
        earliest: isoDay.nullable().describe('First day of that mention, or null.'),
        latest: isoDay.nullable().describe('Last day of that mention, inclusive, or null.'),
      })
      .nullable()
      .describe('When it happened, or null where the text does not tell.'),
    polarity: polarity.describe('Whether the text, or the cited source, affirms or negates it.'),
    certainty: certainty.describe('How sure the text, or the cited source, is of it.'),
    status: status.describe('Whether it took place, goes on, or is only planned, advised or possible.'),
    sources: z.array(citedSource).describe('Who is cited for it; empty when the article itself says it.'),
    contentOf: actionId
      .nullable()
      .describe('Id of the advice, order, decision or claim that it is the content of, or null.'),
    sentence: z.strictObject({ start, end, text }).describe('The sentence in which the trigger stands.'),
    rule,
  })
  .meta({ id: 'Action', description: 'Something that was done, or is said to be, told by one trigger.' });

const recordDiagnostic = z
  .strictObject({
    code: diagnosticCode.describe('What it is about, for example "detect/other-language".'),
    severity: z.enum(SEVERITIES).describe('How bad it is.'),
    message: filled.describe('What is wrong, in a sentence.'),
    start: offset.nullable().describe('Where it begins in the text, in code points; null if it is about the whole.'),
    end: offset.nullable().describe('Where it ends in the text, in code points, exclusive; null if about the whole.'),
  })
  .meta({ id: 'Diagnostic', description: 'A message about an article.' });

const schemaVersion = z.literal('1.0').describe('Version of this schema.');

/** One article and all that was found in it; the keys always stand, in this order. */
export const articleRecord = z.strictObject({
  recordType: z.literal('article').describe('Says that this is an article record.'),
  schemaVersion,
  id: articleId.describe('"a-" and the first 16 hex digits of SHA-256 over the text in UTF-8.'),
  source: source.describe('Where the article was read from.'),
  title: z.string().nullable().describe('Headline, or null.'),
  publisher: z.string().nullable().describe('Who published it, as the input says, or null.'),
  url: z.string().nullable().describe('Address of the article, as the input says, or null.'),
  published: published.nullable().describe('When it was published, or null where nothing tells.'),
  language: language.describe('The language of the text.'),
  relevance: relevance.describe('Whether the article is about an incident.'),
  fingerprint: z
    .string()
    .max(1023)
    .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/)
    .describe(
      'Sketch of the word 5-grams (the smallest 32-bit hashes, base64), from which copies are told; empty if the text is too short.',
    ),
  dates: z.array(dateMention).describe('Temporal expressions, in text order.'),
  organisations: z.array(organisation).describe('Organisations, in order of first mention.'),
  products: z.array(product).describe('Products, in order of first mention.'),
  vulnerabilities: z.array(vulnerability).describe('Vulnerabilities, in order of first mention.'),
  malware: z.array(malware).describe('Malware, in order of first mention.'),
  quantities: z.array(quantity).describe('Numbers with what they count, in text order.'),
  actions: z.array(action).describe('What is told to be done, in the order of the triggers in the text.'),
  diagnostics: z.array(recordDiagnostic).describe('What there is to say about the article.'),
  producer: producer.describe('What made this record.'),
  text: z.string().exactOptional().describe('The decoded text that all offsets count in; only with --include-text.'),
});

const named = {
  name: filled.describe('Canonical name.'),
  articles: count.describe('Number of independent articles (no copies) that name it.'),
};

const participant = z
  .strictObject({
    name: filled.describe('Canonical name, or the phrase without its determiner.'),
    kind: argumentKind.describe('What it is.'),
  })
  .meta({ id: 'Participant', description: 'Who or what takes part in a fact.' });

const evidence = z
  .strictObject({
    article: articleId.describe('Id of the article.'),
    action: actionId.describe('Id of the action in that article.'),
    start: offset.describe('Where the quote begins in the text of that article, in code points.'),
    end: offset.describe('Where the quote ends in the text of that article, in code points, exclusive.'),
    quote: z
      .string()
      .describe('The very words there; only their beginning, or nothing, in a corpus built with --max-quote.'),
  })
  .meta({ id: 'Evidence', description: 'The place in an article that tells of it.' });

const factBounds = {
  earliest: isoDay.nullable().describe('First day that is possible; null if it cannot be dated.'),
  latest: isoDay.nullable().describe('Last day that is possible, inclusive; null exactly where "earliest" is.'),
};

const incidentArticle = z
  .strictObject({
    id: articleId.describe('Id of the article record.'),
    path: filled.describe('Path that the article was read from; of several the first in code-point order.'),
    alsoAt: z.array(filled).describe('Other paths at which the same text was found, in code-point order.'),
    published: partialDay
      .nullable()
      .describe('Publication date as far as it is known: YYYY, YYYY-MM or YYYY-MM-DD; or null.'),
    language: languageCode.describe('ISO 639-1 code of its language.'),
    role: z
      .enum(['original', 'copy', 'derived'])
      .describe('Whether it stands alone, is a syndicated copy (no evidence of its own), or builds upon another.'),
    copyOf: articleId.nullable().describe('Id of the article that it copies or builds upon; null for an original.'),
    similarity: score.nullable().describe('Likeness to that article, from 0 to 1; null for an original.'),
  })
  .meta({ id: 'IncidentArticle', description: 'An article that tells of the incident.' });

const incidentOrganisation = z
  .strictObject({
    name: named.name,
    kind: organisationKind.describe('What kind of organisation it is.'),
    country: homeCountry,
    involvement: z
      .array(z.enum(['affected', 'attacker', 'vendor', 'authority', 'source', 'mentioned']))
      .describe(
        'How it is involved, by the table "Involvement" of the README over role and type of the affirmed facts that occurred or are ongoing; "mentioned" where nothing else is known.',
      ),
    roles: z
      .array(
        z.strictObject({
          role: z.enum([...ROLES, 'source']).describe('Role in the facts.'),
          type: actionType.describe('Type of the facts.'),
          polarity: polarity.describe('Polarity of the facts.'),
          status: status.describe('Status of the facts.'),
          count: count.describe('Number of such facts.'),
          earliest: isoDay.nullable().describe('First day of the earliest of them; null if none is dated.'),
        }),
      )
      .describe('The roles that it plays in the timeline.'),
    articles: named.articles,
  })
  .meta({ id: 'IncidentOrganisation', description: 'An organisation in the incident.' });

const fact = z
  .strictObject({
    id: factId.describe('Id within the record: t1, t2, and so on.'),
    type: actionType.describe('What was done.'),
    phase: phase.describe('Group that the type belongs to.'),
    date: timexValue.nullable().describe('TIMEX3 value of the finest date that an article gives, or null.'),
    ...factBounds,
    actors: z.array(participant).describe('Who does it.'),
    targets: z.array(participant).describe('To whom or what it is done.'),
    recipients: z.array(participant).describe('Who is told or given something by it.'),
    affected: z.array(participant).describe('Organisations whose system, data or service it is.'),
    polarity: polarity.describe('Whether it is affirmed or negated.'),
    certainty: certainty.describe('How sure it is.'),
    status: status.describe('Whether it took place, goes on, or is only planned, advised or possible.'),
    sources: z
      .array(
        z.strictObject({
          name: filled.describe('Canonical name, or the phrase without its determiner.'),
          kind: argumentKind.describe('What the source is.'),
          stance: stance.describe('What the source does: states, claims, denies or confirms it.'),
          for: filled.nullable().describe('Name of the organisation that a person speaks for, or null.'),
        }),
      )
      .describe('Who is cited for it; empty when the articles themselves say it.'),
    articles: count.describe('Number of independent articles (no copies) that tell it.'),
    evidence: z.array(evidence).min(1).describe('The places that tell it.'),
  })
  .meta({ id: 'Fact', description: 'Actions of one or more articles that are one and the same.' });

/** One incident and the articles that tell of it; the keys always stand, in this order. */
export const incidentRecord = z.strictObject({
  recordType: z.literal('incident').describe('Says that this is an incident record.'),
  schemaVersion,
  id: z
    .string()
    .regex(/^i-[0-9a-f]{16}$/)
    .describe('"i-" and 16 hex digits made from the id of its earliest original article.'),
  label: filled.describe('Short description for a person, made by rule.'),
  period: z.strictObject(factBounds).describe('First and last day of the affirmed facts that occurred or are ongoing.'),
  articles: z.array(incidentArticle).min(1).describe('The articles that tell of it.'),
  independentArticles: count.describe('Number of those articles that are no copies.'),
  vendors: z.array(z.strictObject(named)).describe('Vendors of the products.'),
  products: z.array(z.strictObject(named)).describe('Products that are named.'),
  vulnerabilities: z.array(z.strictObject(named)).describe('Vulnerabilities that are named.'),
  malware: z.array(z.strictObject(named)).describe('Malware that is named.'),
  organisations: z.array(incidentOrganisation).describe('Organisations that are named.'),
  timeline: z.array(fact).describe('What was done, sorted by "earliest"; what cannot be dated stands last.'),
  impact: z
    .strictObject({
      facts: z.array(factId).describe('Ids of the facts of the timeline that tell of harm which occurred.'),
      quantities: z
        .array(
          z.strictObject({
            kind: quantityKind.describe('What is counted.'),
            min: smallest,
            max: largest,
            unit,
            evidence: z.array(evidence).min(1).describe('The places that tell it.'),
          }),
        )
        .describe('Numbers that are told of those facts.'),
    })
    .describe('The harm that was done.'),
  conflicts: z
    .array(
      z.strictObject({
        on: z.enum(['polarity', 'quantity', 'date', 'attribution']).describe('What the articles disagree on.'),
        facts: z.tuple([factId, factId]).describe('Ids of the two facts of the timeline that contradict each other.'),
        articles: count.describe('Number of independent articles (no copies) that tell either.'),
      }),
    )
    .describe('Where articles contradict each other; both sides are kept.'),
  linkEvidence: z
    .array(
      z.strictObject({
        a: articleId.describe('Id of the one article.'),
        b: articleId.describe('Id of the other article.'),
        score: z.number().describe('How much speaks for one and the same incident: the sum of the weights.'),
        shared: z
          .array(
            z.strictObject({
              kind: filled.describe('What kind of thing they share, for example "vulnerability".'),
              name: filled.describe('Which one.'),
              weight: z.number().describe('How much it counts; negative where it speaks against.'),
            }),
          )
          .describe('What they share.'),
      }),
    )
    .describe('Why these articles belong together.'),
  producer: producer.describe('What made this record.'),
});

export type ArticleRecord = Fixed<z.infer<typeof articleRecord>>;
export type IncidentRecord = Fixed<z.infer<typeof incidentRecord>>;
export type MentionRecord = Fixed<z.infer<typeof mention>>;
export type DateMention = Fixed<z.infer<typeof dateMention>>;
export type OrganisationRecord = Fixed<z.infer<typeof organisation>>;
export type ProductRecord = Fixed<z.infer<typeof product>>;
export type VulnerabilityRecord = Fixed<z.infer<typeof vulnerability>>;
export type MalwareRecord = Fixed<z.infer<typeof malware>>;
export type QuantityRecord = Fixed<z.infer<typeof quantity>>;
export type ArgumentRecord = Fixed<z.infer<typeof argument>>;
export type SourceRecord = Fixed<z.infer<typeof citedSource>>;
export type ActionRecord = Fixed<z.infer<typeof action>>;
export type DiagnosticRecord = Fixed<z.infer<typeof recordDiagnostic>>;
