/**
 * Write the JSON Schemas to schemas/, from the records' definition in src/model/record.ts. Build first.
 *
 * usage: node scripts/write-schemas.mjs
 */
import fs from 'node:fs';
import { schemaFiles } from '../dist/model/schema.js';

for (const [name, text] of Object.entries(schemaFiles())) {
  fs.writeFileSync(new URL(`../schemas/${name}`, import.meta.url), text);
}
