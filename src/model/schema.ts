import * as z from 'zod';
import { articleRecord, incidentRecord } from './record.ts';

/** One JSON Schema as the text of its file. */
function schemaFile(record: z.ZodType, kind: string, description: string): string {
  const { $schema, ...rest } = z.toJSONSchema(record, { target: 'draft-2020-12' });
  const head = { $schema, $id: `urn:incident-corpus:schema:${kind}:1.0`, title: `incident-corpus ${kind} record` };
  return `${JSON.stringify({ ...head, description, ...rest }, null, 2)}\n`;
}

/**
 * The JSON Schemas (2020-12) of both records, by the name of their file in schemas/.
 *
 * The files, the `schema` command and the test for drift all take them from here.
 */
export function schemaFiles(): Readonly<Record<'article.schema.json' | 'incident.schema.json', string>> {
  return {
    'article.schema.json': schemaFile(articleRecord, 'article', 'One news article and all that was found in it.'),
    'incident.schema.json': schemaFile(
      incidentRecord,
      'incident',
      'One IT-security incident and the news articles that tell of it.',
    ),
  };
}
