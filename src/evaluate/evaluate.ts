import { type Evaluation, type Figure, isAccuracy, type Measure } from '../model/evaluation.ts';
import type { GoldArticle } from '../model/gold.ts';
import type { ArticleRecord } from '../model/record.ts';
import { compareActions } from './actions.ts';
import { compareDates } from './dates.ts';
import { compareEntries, compareVulnerabilities } from './entries.ts';
import { draw, interval } from './interval.ts';
import { type Ledger, openLedger, type Score, type Tally } from './ledger.ts';

const NONE: Tally = { found: 0, extra: 0, missed: 0 };

/**
 * Compare the record of an article with what was marked in it.
 *
 * @param record null if there is none: all that was marked is missed
 */
export function scoreArticle({ name, text, gold }: GoldArticle, record: ArticleRecord | null): Score {
  const ledger = openLedger(name);
  const { language, relevance } = record ?? {};
  ledger.judge('language', language?.code === gold.language, () => `${language?.code} for ${gold.language}`);
  ledger.judge('incident', relevance?.incident === gold.incident, () => `${relevance?.incident} for ${gold.incident}`);
  if (record !== null) compareOffsets(text, record, ledger);
  compareDates(text, gold, record?.dates ?? [], ledger);
  compareEntries('organisations', gold.organisations, record?.organisations ?? [], ledger);
  compareEntries('products', gold.products, record?.products ?? [], ledger);
  compareVulnerabilities(gold, record?.vulnerabilities ?? [], ledger);
  compareActions(text, gold, record?.actions ?? [], ledger);
  return ledger.score();
}

/** Every offset must cut its own words out of the text. */
function compareOffsets(text: string, record: ArticleRecord, ledger: Ledger): void {
  const characters = [...text];
  const mentions = [
    ...record.dates,
    ...[...record.organisations, ...record.products].flatMap(({ mentions }) => mentions),
    ...record.actions.map(({ trigger }) => trigger),
  ];
  for (const { start, end, text: words } of mentions) {
    const isRight = characters.slice(start, end).join('') === words;
    ledger.judge('offsets', isRight, () => `[${start},${end}) is not "${words}"`);
  }
}

/** What `part` is of `whole`; null if that is nothing. */
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The number that stands for a figure as a whole: accuracy (right among all) or F1, the harmonic mean of two shares. */
function mainOf({ found, extra, missed }: Tally, accuracy: boolean): number | null {
  if (accuracy) return share(found, found + missed);
  if (found + extra + missed === 0) return null;
  const [precision, recall] = [share(found, found + extra) ?? 0, share(found, found + missed) ?? 0];
  return (2 * precision * recall) / (precision + recall) || 0;
}

const rounded = (value: number | null): number | null => (value === null ? null : Number(value.toFixed(3)));

function figureOf(tallies: readonly Tally[], accuracy: boolean, draws: readonly Uint16Array[]): Figure {
  const sum = (times: (article: number) => number): Tally => {
    let [found, extra, missed] = [0, 0, 0];
    for (const [article, tally] of tallies.entries()) {
      const weight = times(article);
      found += weight * tally.found;
      extra += weight * tally.extra;
      missed += weight * tally.missed;
    }
    return { found, extra, missed };
  };
  const total = sum(() => 1);
  const { found, extra, missed } = total;
  const bounds = interval(
    draws.map(times =>
      mainOf(
        sum(article => times[article] ?? 0),
        accuracy,
      ),
    ),
  );
  const about = {
    n: found + missed,
    interval: bounds && ([rounded(bounds[0]) ?? 0, rounded(bounds[1]) ?? 0] as const),
  };
  const main = rounded(mainOf(total, accuracy));
  return accuracy
    ? { accuracy: main, ...about }
    : {
        precision: rounded(share(found, found + extra)),
        recall: rounded(share(found, found + missed)),
        f1: main,
        ...about,
      };
}

/**
 * Sum the scores of articles up: precision, recall and F1 (or accuracy) of each kind and each type of action, with the
 * intervals that drawing the articles anew gives.
 *
 * @param seed what the draws depend on: the same seed gives the same intervals
 */
export function evaluate(scores: readonly Score[], seed: number): Evaluation {
  const draws = draw(scores.length, seed);
  const figure = (measure: Measure): Figure =>
    figureOf(
      scores.map(({ tallies }) => tallies[measure] ?? NONE),
      isAccuracy(measure),
      draws,
    );
  const types = [...new Set(scores.flatMap(score => Object.keys(score.types)))].toSorted();
  return {
    documents: scores.length,
    figures: {
      dates: figure('dates'),
      dateValue: figure('dateValue'),
      dateBounds: figure('dateBounds'),
      organisations: figure('organisations'),
      kind: figure('kind'),
      products: figure('products'),
      vulnerabilities: figure('vulnerabilities'),
      actions: figure('actions'),
      actionPresence: figure('actionPresence'),
      polarity: figure('polarity'),
      status: figure('status'),
      actor: figure('actor'),
      target: figure('target'),
      source: figure('source'),
      language: figure('language'),
      incident: figure('incident'),
      offsets: figure('offsets'),
    },
    types: Object.fromEntries(
      types.map(type => [
        type,
        figureOf(
          scores.map(score => score.types[type] ?? NONE),
          false,
          draws,
        ),
      ]),
    ),
    faults: scores.flatMap(({ faults }) => faults),
  };
}
