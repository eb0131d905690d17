import { readFileSync } from 'node:fs';

/** The program and the looks of the report, as scripts/build.mjs bundles them beside this file's folder. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** Read what the build left for the report. */
export function pageAssets(): PageAssets {
  const read = (name: string): string => readFileSync(new URL(`../page/${name}`, import.meta.url), 'utf8');
  return { script: read('report.js'), style: read('report.css') };
}
