import { type Diagnostic, diagnostic, type Place } from '../model/diagnostic.ts';
import { type ArticleRecord, articleRecord, type IncidentRecord, incidentRecord } from '../model/record.ts';
import { checkArticle } from './article.ts';
import { checkIncident } from './incident.ts';
import { findingsAt } from './report.ts';

/** What is known of a finding of the schema. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly keys?: readonly string[];
}

/** How many records are checked as they come before zod is let to compile its schemas, which pays only from then on. */
const FEW = 24;
let checked = 0;

/** How zod shall check the next record; what it finds is the same. */
function way(): { readonly jitless: boolean } {
  checked += 1;
  return { jitless: checked <= FEW };
}

/** A path into a record as jq writes it: .actions[0].trigger.start */
function jqPath(path: readonly PropertyKey[]): string {
  const steps = path.map(step => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return steps.startsWith('.') ? steps : `.${steps}`;
}

function schemaFindings(issues: readonly Issue[], place: Place): Diagnostic[] {
  return issues.map(({ path, message, keys }) => {
    const what = keys
      ? `has unknown keys: ${keys.map(key => JSON.stringify(key)).join(', ')}`
      : message.replace(/^Invalid input: /, '').replace(/, received undefined$/, ', but it is missing');
    return diagnostic('validate/schema', place, `${jqPath(path)} ${what}`);
  });
}

/** The version of the schemas that this program knows. */
const VERSION = '1.0';

function keyOf(record: unknown, key: string): unknown {
  return typeof record === 'object' && record !== null ? Reflect.get(record, key) : undefined;
}

/** A record that fits its schema (null if it does not), and everything that is wrong with it. */
export interface Checked {
  readonly record: ArticleRecord | IncidentRecord | null;
  readonly findings: readonly Diagnostic[];
}

/**
 * Check a record: what its schema refuses, else what its fields say against each other.
 *
 * @param place where the record stands; findings about a quote add its offsets
 */
export function checkRecord(value: unknown, place: Place): Checked {
  const { findings, report } = findingsAt(place);
  const version = keyOf(value, 'schemaVersion');
  if (typeof version === 'string' && version !== VERSION) {
    return {
      record: null,
      findings: [diagnostic('validate/schema-version', place, `it is ${JSON.stringify(version)}`)],
    };
  }
  switch (keyOf(value, 'recordType')) {
    case 'article': {
      const parsed = articleRecord.safeParse(value, way());
      if (!parsed.success) return { record: null, findings: schemaFindings(parsed.error.issues, place) };
      checkArticle(parsed.data, report);
      return { record: parsed.data, findings };
    }
    case 'incident': {
      const parsed = incidentRecord.safeParse(value, way());
      if (!parsed.success) return { record: null, findings: schemaFindings(parsed.error.issues, place) };
      checkIncident(parsed.data, report);
      return { record: parsed.data, findings };
    }
    default:
      return {
        record: null,
        findings: [diagnostic('validate/schema', place, '.recordType must be "article" or "incident"')],
      };
  }
}

/** Everything that is wrong with a record; see `checkRecord`. */
export function validateRecord(record: unknown, place: Place): readonly Diagnostic[] {
  return checkRecord(record, place).findings;
}

/** Check one line of a file of records. */
export function checkLine(line: string, path: string, lineNumber: number): Checked {
  const place = { path, line: lineNumber };
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { record: null, findings: [diagnostic('validate/bad-json', place)] };
  }
  return checkRecord(value, place);
}

/** Everything that is wrong with one line of a file of records. */
export function validateLine(line: string, path: string, lineNumber: number): readonly Diagnostic[] {
  return checkLine(line, path, lineNumber).findings;
}
