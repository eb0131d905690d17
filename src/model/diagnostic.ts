/** How bad it is: an error loses an article or a record, a warning changes it, an info only tells. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** What can be said about a code: how bad it is, what is wrong (no full stop: a detail may follow), what to do. */
interface DiagnosticKind {
  readonly severity: Severity;
  readonly wrong: string;
  readonly advice: string;
}

/** Every message that the program can give about an input, by its code. */
export const DIAGNOSTICS = {
  'read/no-such-path': {
    severity: 'error',
    wrong: 'There is no such file or folder',
    advice: 'Check the spelling; a path counts from the current folder.',
  },
  'read/unreadable': {
    severity: 'error',
    wrong: 'The file or folder cannot be read',
    advice: 'Check its permissions, and that it is a regular file or a folder.',
  },
  'read/no-articles': {
    severity: 'error',
    wrong: 'No articles were found here',
    advice: 'Name a folder or a quoted pattern that holds files of a known kind: see the help of extract.',
  },
  'read/empty': {
    severity: 'error',
    wrong: 'The article is empty',
    advice: 'Put the text of the article into it, or leave it out.',
  },
  'read/binary': {
    severity: 'error',
    wrong: 'The file is binary, not text',
    advice: 'Convert it to plain text or to JSON Lines first.',
  },
  'read/invalid-utf8': {
    severity: 'warning',
    wrong: 'The text is UTF-8 with broken bytes in it, which became U+FFFD',
    advice: 'Fetch or export it again; if it is in another encoding, name that with --encoding.',
  },
  'read/encoding-guessed': {
    severity: 'info',
    wrong: 'The encoding of the text is a guess',
    advice: 'If its letters are wrong, name the encoding with --encoding.',
  },
  'read/bad-json': {
    severity: 'error',
    wrong: 'This is not valid JSON',
    advice: 'Repair it at the place shown; in JSON Lines every article stands on one line.',
  },
  'read/no-text': {
    severity: 'error',
    wrong: 'The article has no text',
    advice: 'Give it the key "text" with the whole article as a string.',
  },
  'read/not-an-object': {
    severity: 'error',
    wrong: 'This is no article: a JSON object is expected',
    advice: 'Write every article as {"text": "..."}.',
  },
  'read/bad-published': {
    severity: 'warning',
    wrong: 'The publication date "published" is no date',
    advice: 'Write it as YYYY, YYYY-MM or YYYY-MM-DD, or leave it out; it was passed over.',
  },
  'read/too-deep': {
    severity: 'error',
    wrong: 'It is nested too deep',
    advice: 'Flatten it: an article is one object with plain strings, or a page; or raise the limit.',
  },
  'read/no-records': {
    severity: 'error',
    wrong: 'No records were found here',
    advice: 'Name files of JSON Lines as extract writes them.',
  },
  'read/too-large': {
    severity: 'error',
    wrong: 'It is too large',
    advice: 'Split it: one article per file, or one per line in a .jsonl file; or raise the limit.',
  },
  'read/unknown-format': {
    severity: 'error',
    wrong: 'Files of this kind cannot be read',
    advice: 'Convert it to plain text, HTML, PDF, DOCX or JSON Lines; the help of extract names all kinds.',
  },
  'read/damaged': {
    severity: 'error',
    wrong: 'The file is damaged or cut off, or is not what its name says',
    advice: 'Fetch or export it again; what could be read before the damage came out.',
  },
  'read/encrypted': {
    severity: 'error',
    wrong: 'The file is protected by a password',
    advice: 'Save it without a password.',
  },
  'read/bomb': {
    severity: 'error',
    wrong: 'The file inflates to far more than an archive of articles does',
    advice: 'Do not unpack it without need: it may be made to fill the disk. If you trust it, raise the limit.',
  },
  'read/nested': {
    severity: 'error',
    wrong: 'There are archives within archives here',
    advice: 'Unpack the outer ones first, or raise the limit.',
  },
  'read/too-many': {
    severity: 'error',
    wrong: 'The file holds too many articles; the rest was passed over',
    advice: 'Split it, or raise the limit.',
  },
  'read/no-text-column': {
    severity: 'error',
    wrong: 'No column of the table is known to hold the text',
    advice: 'Name the columns in the first row, and say which holds what: --map text=body,published=date.',
  },
  'read/count-mismatch': {
    severity: 'warning',
    wrong: 'The export does not hold as many articles as it says',
    advice: 'Export it again, or in smaller parts; the articles that are there came out.',
  },
  'read/bad-option-published': {
    severity: 'error',
    wrong: 'The value of --published is no date',
    advice: 'Write it as YYYY, YYYY-MM or YYYY-MM-DD.',
  },
  'read/bad-option-encoding': {
    severity: 'error',
    wrong: 'The value of --encoding is no encoding',
    advice: 'Name it as the web does, for example windows-1252, iso-8859-15 or utf-16le.',
  },
  'read/bad-option-limit': {
    severity: 'error',
    wrong: 'The value of --limit is no limit',
    advice: 'Write it as NAME=NUMBER, for example article-bytes=2MiB; the help of extract names all limits.',
  },
  'read/bad-option-map': {
    severity: 'error',
    wrong: 'The value of --map is no list of columns',
    advice: 'Write it as FIELD=COLUMN, for example text=body,published=date.',
  },
  'detect/other-language': {
    severity: 'info',
    wrong: 'The article is not in Dutch or English, so it was not analysed',
    advice: 'If it is in Dutch or English, say so with --language nl or --language en.',
  },
  'detect/unknown-language': {
    severity: 'info',
    wrong: 'The language of the article cannot be told, so it was not analysed',
    advice: 'If it is in Dutch or English, say so with --language nl or --language en.',
  },
  'analyse/bug': {
    severity: 'error',
    wrong: 'The program failed on this article',
    advice: 'That is a mistake of ours: please report it, with the article.',
  },
  'analyse/crash': {
    severity: 'error',
    wrong: 'A worker died of this article, alone and in company',
    advice:
      'The others came out. It may need more memory than there is: split it; else please report it, with the article.',
  },
  'analyse/timeout': {
    severity: 'error',
    wrong: 'Reading and analysing this article took too long, so it was left out',
    advice: 'The others came out. Give it more time with --timeout-per-article, or split it.',
  },
  'record/lone-surrogate': {
    severity: 'warning',
    wrong: 'The text holds half a character (a lone surrogate), which was replaced by U+FFFD in the record',
    advice: 'Repair the encoding of the article where it was made.',
  },
  'read/no-article-record': {
    severity: 'error',
    wrong: 'This is no article record',
    advice: 'Make the records again with extract; "incident-corpus validate" says what is wrong with them.',
  },
  'own/bad-file': {
    severity: 'error',
    wrong: 'This file of your own cannot be used',
    advice: 'Write it as CSV whose first line names the columns, or as a JSON list of objects; the README shows both.',
  },
  'own/bad-row': {
    severity: 'error',
    wrong: 'This row cannot be used',
    advice: 'Correct it, or take it out; the README tells what each column may hold.',
  },
  'own/known-name': {
    severity: 'warning',
    wrong: 'A name of your own is known already and now means what your file says',
    advice: 'If it is the same thing, give the row the name that is known; if not, look at what "names" says of it.',
  },
  'own/ordinary-word': {
    severity: 'warning',
    wrong: 'A name of your own reads as ordinary words and will be found where only the words are meant',
    advice: 'Write it into "needsContext" of its row, or into "caseSensitive" where its capitals tell it apart.',
  },
  'evaluate/no-gold': {
    severity: 'error',
    wrong: 'No marked articles were found here',
    advice: 'Name a folder that holds NAME.gold.json beside NAME.txt; the README tells what stands in it.',
  },
  'evaluate/no-article': {
    severity: 'error',
    wrong: 'There is no article beside the file of gold',
    advice: 'Put the article there: NAME.txt beside NAME.gold.json.',
  },
  'evaluate/bad-gold': {
    severity: 'error',
    wrong: 'The file of gold is not as it should be',
    advice: 'Repair it at the place shown; the README tells what stands in it.',
  },
  'evaluate/not-in-article': {
    severity: 'error',
    wrong: 'What was marked does not stand in the article',
    advice: 'Copy the words from the article as they are, with the same capitals and blanks.',
  },
  'evaluate/no-record': {
    severity: 'warning',
    wrong: 'There is no record of this article',
    advice:
      'A record is known by the end of its source.path; where there is none, all that is marked counts as missed.',
  },
  'validate/bad-json': {
    severity: 'error',
    wrong: 'The line is not valid JSON',
    advice: 'Repair the line, or make the records again with extract or link.',
  },
  'validate/schema': {
    severity: 'error',
    wrong: 'The record does not fit its schema',
    advice: 'Compare it with what "incident-corpus schema article" or "incident-corpus schema incident" prints.',
  },
  'validate/schema-version': {
    severity: 'error',
    wrong: 'The record has another schema version than "1.0"',
    advice: 'Make the record again with this version of the program, or use the version that made it.',
  },
  'validate/offset': {
    severity: 'error',
    wrong: 'The offsets do not cut out the text that is quoted',
    advice: 'Count Unicode code points of "text" from 0, end exclusive, with start before end.',
  },
  'validate/text-id': {
    severity: 'error',
    wrong: 'The id is not the hash of the text',
    advice: 'Make the record again: the text or the id was changed afterwards.',
  },
  'validate/reference': {
    severity: 'error',
    wrong: 'The reference leads nowhere, or to something of another kind',
    advice: 'Give the id of an entry of the same record, or null.',
  },
  'validate/bounds': {
    severity: 'error',
    wrong: 'The bounds of the date are wrong',
    advice: 'Give the first and the last day that the value allows, in this order, or null for both.',
  },
  'validate/value': {
    severity: 'error',
    wrong: 'Two fields of the record contradict each other',
    advice: 'Correct the one or the other, or make the record again.',
  },
  'validate/duplicate-id': {
    severity: 'error',
    wrong: 'The id is used twice in the record',
    advice: 'Give every entry of the record an id of its own.',
  },
  'validate/order': {
    severity: 'error',
    wrong: 'The list is not in its order',
    advice: 'Sort it: mentions and actions as they stand in the text, a timeline by its earliest day.',
  },
  'link/other-content': {
    severity: 'error',
    wrong: 'Another record with the same id says something else, so only one of them counts',
    advice: 'Make both again with the same version and the same --published, or leave one out.',
  },
  'link/no-article': {
    severity: 'error',
    wrong: 'This is no article record',
    advice: 'Give link the records that extract writes.',
  },
  'link/bug': {
    severity: 'error',
    wrong: 'The incident record did not pass its own check, so it was left out',
    advice: 'That is a mistake of ours: please report it, with the articles.',
  },
  'build/foreign-files': {
    severity: 'error',
    wrong: 'The output folder holds what no build put there',
    advice:
      'Name another folder; or use --force: other files stay in it, and those named as a corpus names its own go.',
  },
  'build/locked': {
    severity: 'error',
    wrong: 'Another run is writing this folder',
    advice:
      'Wait until it has ended, or name another folder. If no run is left anywhere, remove the file that is named.',
  },
  'build/nothing': {
    severity: 'error',
    wrong: 'Not one article could be read, so nothing was built',
    advice: 'Check the paths; a former corpus in the folder stays as it was.',
  },
  'build/current-folder': {
    severity: 'error',
    wrong: 'The output folder is the current folder or holds it',
    advice: 'Go to another folder first: the whole folder is replaced.',
  },
  'build/changed': {
    severity: 'warning',
    wrong: 'The file was changed after it was built',
    advice: 'Nothing of it is used again; the change is lost with the new build.',
  },
  'rehydrate/no-corpus': {
    severity: 'error',
    wrong: 'This is no corpus folder as build makes it, or a file of it is damaged',
    advice: 'Name the folder that holds datapackage.json; if it was changed, build it again.',
  },
  'rehydrate/no-article': {
    severity: 'error',
    wrong: 'The text of this article was not found',
    advice: 'Name the files that hold it with --articles; its text must be the same to the letter.',
  },
  'write/failed': {
    severity: 'error',
    wrong: 'The output could not be written',
    advice: 'Check that the disk has room and that the place may be written to.',
  },
} as const satisfies Readonly<Record<string, DiagnosticKind>>;

export type DiagnosticCode = keyof typeof DIAGNOSTICS;

/** Where something was found; what is not known is left out. */
export interface Place {
  /** The path as given on the command line or found below it; `-` is standard input. */
  readonly path?: string | null;
  /** Line of the file, from 1. */
  readonly line?: number | null;
  /** Offsets in the article's text, in code points. */
  readonly start?: number | null;
  readonly end?: number | null;
}

/** A message about an input, with a code, the place, what is wrong and what to do. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  readonly message: string;
  readonly path: string | null;
  readonly line: number | null;
  readonly start: number | null;
  readonly end: number | null;
  readonly advice: string;
}

/**
 * Make a diagnostic from its code.
 *
 * @param detail what is particular to this case; it follows the general message behind a colon
 */
export function diagnostic(code: DiagnosticCode, place: Place, detail?: string): Diagnostic {
  const { severity, wrong, advice } = DIAGNOSTICS[code];
  return {
    code,
    severity,
    message: detail ? `${wrong}: ${detail}.` : `${wrong}.`,
    path: place.path ?? null,
    line: place.line ?? null,
    start: place.start ?? null,
    end: place.end ?? null,
    advice,
  };
}
