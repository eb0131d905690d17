import type { Language, LanguageCode } from '../model/language.ts';
import { en } from './en/en.ts';
import { nl } from './nl/nl.ts';

/** The languages that are analysed, by their ISO 639-1 code. */
export const languages: Readonly<Record<LanguageCode, Language>> = { nl, en };
