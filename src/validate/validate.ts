import { type Diagnostic, diagnostic, type Place } from '../model/diagnostic.ts';
import { articleRecord, incidentRecord } from '../model/record.ts';
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

function recordTypeOf(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'recordType' in record ? record.recordType : undefined;
}

/**
 * Everything that is wrong with a record: what its schema refuses, else what its fields say against each other.
 *
 * @param place where the record stands; findings about a quote add its offsets
 */
export function validateRecord(record: unknown, place: Place): readonly Diagnostic[] {
  const { findings, report } = findingsAt(place);
  switch (recordTypeOf(record)) {
    case 'article': {
      const parsed = articleRecord.safeParse(record);
      if (!parsed.success) return schemaFindings(parsed.error.issues, place);
      checkArticle(parsed.data, report);
      return findings;
    }
    case 'incident': {
      const parsed = incidentRecord.safeParse(record);
      if (!parsed.success) return schemaFindings(parsed.error.issues, place);
      checkIncident(parsed.data, report);
      return findings;
    }
    default:
      return [diagnostic('validate/schema', place, '.recordType must be "article" or "incident"')];
  }
}

/** Everything that is wrong with one line of a file of records. */
export function validateLine(line: string, path: string, lineNumber: number): readonly Diagnostic[] {
  const place = { path, line: lineNumber };
  let record: unknown;
  try {
    record = JSON.parse(line);
  } catch {
    return [diagnostic('validate/bad-json', place)];
  }
  return validateRecord(record, place);
}
