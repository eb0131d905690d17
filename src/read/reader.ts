import type { Chunks, FilePath } from './bytes.ts';
import type { Problem } from './decode.ts';
import type { Decoded, Hints } from './encoding.ts';
import type { Limits } from './limits.ts';
import type { Form } from './names.ts';

/** What a reader is given: a file, standard input, or something packed in an archive. */
export interface Input {
  /** As it stands in the record; what is packed follows its archive behind "!/". */
  readonly path: string;
  /** The last part of the path, without the endings of compression that were dealt with. */
  readonly name: string;
  /** What the name says of its kind. */
  readonly form: Form;
  readonly chunks: Chunks;
  /** The file itself, where the input is one. */
  readonly file: FilePath | null;
}

/** What a reader may use beside its input. */
export interface Context {
  readonly limits: Limits;
  readonly encoding: string | null;
  /** Names of columns and keys by what they hold, as --map gives them. */
  readonly columns: ReadonlyMap<string, string>;
  /** How many archives the input lies in. */
  readonly depth: number;
  /** Count bytes that came out of a compressed file; gives what is wrong once there are too many. */
  readonly inflate: ((count: number) => Problem | null) | null;
  /** The size of the file that is read, in bytes, or null. */
  readonly size: number | null;
  /** Told of what is packed in an archive and passed over. */
  readonly onSkipped: (path: string) => void;
  /** Read something that was packed. */
  readonly unpacked: (input: Input, context: Context) => AsyncGenerator<Piece>;
}

/** What an article says of itself; what it does not say is null. */
export interface Fields {
  readonly text: string;
  readonly key: string | null;
  readonly title: string | null;
  /** As it stands there. */
  readonly published: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
}

/** An article as its reader gives it. */
export interface Draft extends Fields {
  readonly path: string;
  readonly index: number | null;
  readonly line: number | null;
  readonly mediaType: string;
  readonly reader: string;
  readonly encoding: string;
  /** The file, or the part of it, that the article was made from. */
  readonly bytes: Uint8Array;
  /** What there is to say about it. */
  readonly notes: readonly Problem[];
}

/** What a reader gives, one after the other: an article, or what is wrong and where. */
export type Piece =
  | { readonly draft: Draft }
  | { readonly problem: Problem; readonly path: string; readonly line: number | null };

/** Turns bytes into articles. It throws only where a file cannot be read, or for a bug. */
export type Reader = (input: Input, context: Context) => AsyncGenerator<Piece>;

/** Say what is wrong with an input. */
export function wrong(problem: Problem, path: string, line: number | null = null): Piece {
  return { problem, path, line };
}

/** What the user and a file say of its encoding. */
export const hintsOf = (context: Context, declared: string | null = null): Hints => ({
  option: context.encoding,
  declared,
});

/** What there is to say about how a text was decoded. */
export function notesOf({ encoding, isGuess, broken }: Omit<Decoded, 'text'>): readonly Problem[] {
  return [
    ...(isGuess ? [{ code: 'read/encoding-guessed' as const, detail: encoding }] : []),
    ...(broken !== null ? [{ code: 'read/invalid-utf8' as const, detail: broken }] : []),
  ];
}

/** An error that says what is wrong with an input. */
export function failure(problem: Problem): Error {
  return Object.assign(new Error(problem.code), { problem });
}

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'code' in value;

/** What an error means for the input that was being read: what it says itself, what the file system says, or damage. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Error && 'problem' in error && isProblem(error.problem)) return error.problem;
  if (error instanceof Error && 'syscall' in error) return failureOf(error);
  return damage(error);
}

/** What a failing call of the file system means to a user. */
export function failureOf(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return { code: 'read/no-such-path' };
  const detail = code || (error instanceof Error ? error.message : '');
  return { code: 'read/unreadable', ...(detail !== '' && { detail }) };
}

/** What a library throws at bytes that it cannot read: they are damaged, or made to look like its format. */
export function damage(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error);
  const [line = ''] = message.split(/[\r\n]/u);
  return { code: 'read/damaged', detail: line.replace(/(?<![\s.])[\s.]+$/u, '').slice(0, 200) };
}
