/**
 * Write the table of English verb forms, src/languages/en/forms.ts, from the infinitives that the lists and triggers know.
 * A test checks that the table is up to date.
 *
 * usage: npm run build && node scripts/write-forms.mjs
 */
import fs from 'node:fs';
import { englishFormsFile } from '../dist/languages/en/forms-file.js';

fs.writeFileSync(new URL('../src/languages/en/forms.ts', import.meta.url), englishFormsFile());
