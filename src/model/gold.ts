import * as z from 'zod';
import { PHASE_OF } from './trigger.ts';

/** What is debatable counts neither for nor against. */
const debatable = { optional: z.boolean().optional() };
const words = z.string().min(1);
const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/, 'a day is written as YYYY-MM-DD')
  .nullish();
const polarity = z.enum(['affirmed', 'negated']);
const status = z.enum(['occurred', 'ongoing', 'planned', 'advised', 'possible', 'unknown']);
const names = z.array(words).optional();

const goldDate = z.object({
  text: words,
  /** Which occurrence of the text it is, from 1. */
  nth: z.int().min(1).optional(),
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: words,
  valueAlt: z.array(words).optional(),
  earliest: day,
  latest: day,
  ...debatable,
});

const goldName = z.object({
  /** The canonical name, and all others that mean it. */
  names: z.array(words).min(1),
  kind: z.string().optional(),
  ...debatable,
});

const type = z.literal(Object.keys(PHASE_OF));

const goldAction = z.object({
  type,
  typeAlt: z.array(type).optional(),
  trigger: words,
  /** Words around the trigger, from the first place where they stand in the text. */
  quote: words,
  actor: names,
  target: names,
  source: names,
  polarity,
  polarityAlt: z.array(polarity).optional(),
  status,
  statusAlt: z.array(status).optional(),
  ...debatable,
});

/** What somebody marked by hand in an article: all that a record of it should hold. Other keys are passed over. */
export const gold = z.object({
  language: words,
  incident: z.boolean(),
  dates: z.array(goldDate).default([]),
  organisations: z.array(goldName).default([]),
  products: z.array(goldName).default([]),
  vulnerabilities: z.array(words).default([]),
  actions: z.array(goldAction).default([]),
});

type Fixed<T> = { readonly [K in keyof T]: Fixed<T[K]> };

export type Gold = Fixed<z.infer<typeof gold>>;
export type GoldName = Gold['organisations'][number];
export type GoldAction = Gold['actions'][number];

/** An article with what was marked in it. */
export interface GoldArticle {
  /** The article's path below the folder of the gold, with `/`. */
  readonly name: string;
  readonly text: string;
  readonly gold: Gold;
}
