import { Command, CommanderError, Option } from 'commander';
import type { BuildOptions } from './commands/build.ts';
import type { EvaluateOptions } from './commands/evaluate.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { ExtractOptions } from './commands/extract.ts';
import type { LinkOptions } from './commands/link.ts';
import { type Manners, NOT_WRITTEN, obstacleCode, type Surroundings, WELL, WRONG_USE } from './commands/manners.ts';
import type { NamesOptions } from './commands/names.ts';
import { version } from './version.ts';
import { obstacleOf, openStdout } from './write/output.ts';

const INTERRUPTED = { SIGINT: 130, SIGTERM: 143 } as const;

const COLOURS = ['auto', 'always', 'never'];

const colourOption = (): Option =>
  new Option('--color <when>', 'whether to use colours').choices(COLOURS).default('auto');

const several = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

/** Flags that `extract` and `build` share: how articles are read, and words of a user's own. */
const encodingOption = (): Option =>
  new Option('--encoding <name>', 'encoding of files without a byte-order mark, instead of telling it from them');

const mapOption = (): Option =>
  new Option('--map <fields>', 'which column or key holds what: text=body,published=date');

const limitOption = (): Option =>
  new Option(
    '--limit <name=value>',
    'change a limit, for example article-bytes=2MiB; can be given more than once',
  ).argParser(several);

const triggersOption = (): Option =>
  new Option(
    '-t, --triggers <file>',
    'words of your own that tell of actions (CSV or JSON: type, language, lemma, roles)',
  );

const gazetteerOption = (): Option =>
  new Option(
    '-g, --gazetteer <file>',
    'names of your own (CSV or JSON: name, kind, aliases, country, vendor …); may be given more than once',
  ).argParser(several);

const PATHS =
  'Paths are files, folders (read with all below them), quoted patterns, or "-" for standard input, which is also read if no path is named. Kinds of files: .txt, .md, .json, .jsonl, .ndjson, .html, .pdf, .docx, .csv, .tsv, .eml, .mbox, .rss, .atom, .xml (feeds), .warc, and .gz, .zst and .zip of these; exports of Nexis and Factiva.';

const jobsOption = (): Option =>
  new Option('-j, --jobs <number>', 'worker threads; auto: as many as there are cores, where it pays').default('auto');

const timeoutOption = (): Option =>
  new Option(
    '--timeout-per-article <ms>',
    'leave out an article that takes longer to read and analyse, in milliseconds (default: none is left out)',
  );

const LIMIT_LIST =
  'article-bytes=16MiB, document-bytes=256MiB, markup-bytes=16MiB, page-parts=100000, document-parts=1000000, line-bytes=64MiB, articles=10000000 (of a file), json-depth=1000, markup-depth=500, inflated-bytes=64GiB, ratio=250 (of archives), archive-depth=3';

/** The command line: what each command takes, and its help. `done` is told the exit code. */
function commandLine(around: Surroundings, done: (code: number) => void): Command {
  const program = new Command('incident-corpus')
    .description('Turns Dutch and English news articles into a structured corpus of IT-security incidents.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .exitOverride()
    .showSuggestionAfterError()
    .showHelpAfterError('See: incident-corpus --help')
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus extract articles/ > records.jsonl
  incident-corpus explain articles/harbour.txt
  incident-corpus extract --help`,
    );

  program
    .command('extract')
    .summary('articles in, article records out')
    .description(`Read articles and write one record per article, as JSON Lines.\n\n${PATHS}`)
    .argument('[paths...]', 'files, folders, quoted patterns, or "-"')
    .option('-p, --published <date>', 'publication date of all articles: YYYY, YYYY-MM or YYYY-MM-DD')
    .addOption(
      new Option('-l, --language <code>', 'language of all articles, instead of detecting it').choices(['nl', 'en']),
    )
    .addOption(encodingOption())
    .addOption(mapOption())
    .addOption(limitOption())
    .option('--include-text', 'add the text of the article to its record')
    .option('--text-only', 'write the texts that offsets refer to, and analyse nothing')
    .addOption(triggersOption())
    .addOption(gazetteerOption())
    .addOption(
      new Option('-f, --format <format>', 'jsonl and json for programs, pretty and table for people')
        .choices(['jsonl', 'json', 'pretty', 'table'])
        .default('jsonl'),
    )
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .addOption(jobsOption())
    .addOption(timeoutOption())
    .option('--strict', 'stop at the first article that fails, with exit code 65')
    .option('-q, --quiet', 'no summary, no progress, errors only')
    .option('-v, --verbose', 'name the files that were passed over')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus extract articles/ > records.jsonl
  incident-corpus extract 'news/**/*.txt' --published 2024-05 --format table
  cat dump.jsonl | incident-corpus extract - --include-text -o records.jsonl
  incident-corpus extract clippings.csv --map text=body,published=date
  incident-corpus extract harbour.pdf --text-only

Limits: ${LIMIT_LIST}.

Exit codes: 0 well; 1 an article or path failed; 2 wrong use; 65 stopped by --strict; 74 output not written.`,
    )
    .action(async (paths: string[], options: ExtractOptions) =>
      done(await (await import('./commands/extract.ts')).extract(paths, options, around)),
    );

  program
    .command('link')
    .summary('article records in, incident records out')
    .description('Link article records into incidents and write one record per incident, as JSON Lines.')
    .argument('[records...]', 'files of article records (JSON Lines), or "-"')
    .option('--explain <articles...>', 'instead, tell why two articles are, or are not, in one incident')
    .addOption(
      new Option('-f, --format <format>', 'jsonl and json for programs, pretty and table for people')
        .choices(['jsonl', 'json', 'pretty', 'table'])
        .default('jsonl'),
    )
    .option('-o, --output <file>', 'write to a file instead of standard output')
    .option('-q, --quiet', 'no summary, errors only')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus link records.jsonl > incidents.jsonl
  incident-corpus extract articles/ | incident-corpus link --format table
  incident-corpus link records.jsonl --explain harbour.txt port.txt

Articles that report no incident are left out. The order of the records makes no difference.

Exit codes: 0 well; 1 a record was refused; 2 wrong use; 74 output not written.`,
    )
    .action(async (records: string[], options: LinkOptions) =>
      done(await (await import('./commands/link.ts')).link(records, options, around)),
    );

  program
    .command('build')
    .summary('articles in, a corpus folder out')
    .description(
      `Read articles and write a corpus as a folder: articles.jsonl, incidents.jsonl, facts.csv, errors.jsonl, datapackage.json, report.html, README.md and the schemas. A folder that holds a corpus is replaced as a whole, in the end; articles that did not change are not analysed again.\n\n${PATHS}`,
    )
    .argument('[paths...]', 'files, folders, quoted patterns, or "-"')
    .option('-o, --output <folder>', 'the folder to write')
    .option('-p, --published <date>', 'publication date of all articles: YYYY, YYYY-MM or YYYY-MM-DD')
    .addOption(
      new Option('-l, --language <code>', 'language of all articles, instead of detecting it').choices(['nl', 'en']),
    )
    .addOption(encodingOption())
    .addOption(mapOption())
    .addOption(limitOption())
    .addOption(triggersOption())
    .addOption(gazetteerOption())
    .option('--no-text', 'leave out the text of the articles')
    .option('--max-quote <number>', 'leave it out, and cut quotes to so many characters; 0 leaves them out too')
    .option('--force', 'write into a folder that holds other files, too; they stay')
    .addOption(jobsOption())
    .addOption(timeoutOption())
    .option('--strict', 'stop at the first article that fails, with exit code 65')
    .option('-q, --quiet', 'no summary, no progress, errors only')
    .option('-v, --verbose', 'name the files that were passed over')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus build articles/ -o corpus
  incident-corpus build 'news/**/*.txt' --published 2024-05 -o corpus
  incident-corpus build articles/ -o shared --max-quote 80
  incident-corpus build articles/ -o corpus --gazetteer clients.csv --triggers words.csv

Limits: ${LIMIT_LIST}.

Exit codes: 0 well; 1 an article or path failed (the others are built), the folder holds other files, or another run is
writing it; 2 wrong use;
65 stopped by --strict; 74 output not written; 75 stopped by a signal: the same command goes on from there.`,
    )
    .action(async (paths: string[], options: BuildOptions) =>
      done(await (await import('./commands/build.ts')).build(paths, options, around)),
    );

  program
    .command('rehydrate')
    .summary('put texts and quotes back into a corpus')
    .description(
      'Put the texts and quotes of articles back into a corpus that was built with --no-text or --max-quote: an article is known by the hash of its text, a quote by its offsets.',
    )
    .argument('<folder>', 'the corpus, as build wrote it')
    .requiredOption('-a, --articles <paths...>', 'files, folders or quoted patterns that hold the articles')
    .option('-q, --quiet', 'no summary, errors only')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus rehydrate shared --articles articles/

Exit codes: 0 well; 1 the text of an article was not found (the others are put back); 2 wrong use; 74 output not written.`,
    )
    .action(async (folder: string, options: Manners & { articles: string[] }) =>
      done(await (await import('./commands/rehydrate.ts')).rehydrate(folder, options, around)),
    );

  program
    .command('validate')
    .summary('check records')
    .description('Check records against their schema, and their fields against each other; every finding is printed.')
    .argument('[records...]', 'files of records (JSON Lines), or "-"')
    .option('-q, --quiet', 'findings only')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus validate records.jsonl
  incident-corpus extract articles/ --include-text | incident-corpus validate

Exit codes: 0 all records are valid; 1 there are findings; 2 wrong use.`,
    )
    .action(async (records: string[], options: Manners) =>
      done(await (await import('./commands/validate.ts')).validate(records, options, around)),
    );

  program
    .command('explain')
    .summary('show what was found in an article, or what a rule does')
    .description('Print an article in colours with all that was found in it and by which rule; or one rule.')
    .argument('[what]', 'an article (file or "-"), or the id of a rule')
    .option('-a, --actions', 'print each action as a sentence, with the words that it comes from underlined')
    .option('-t, --triggers <file>', 'words of your own that tell of actions, as extract takes them')
    .option('--rules', 'list the ids of all rules')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus explain articles/harbour.txt
  incident-corpus explain articles/harbour.txt --color always | less -R
  incident-corpus explain articles/harbour.txt --actions
  incident-corpus explain nl/date/full
  incident-corpus explain --rules | grep date`,
    )
    .action(async (what: string | undefined, options: ExplainOptions) =>
      done(await (await import('./commands/explain.ts')).explain(what, options, around)),
    );

  program
    .command('evaluate')
    .summary('measure records against annotated articles')
    .description(
      'Compare records with articles that were marked by hand: precision, recall and F1 (or accuracy) of each kind and each type of action, with 95 % bootstrap intervals over the articles.\n\nThe folder of gold holds NAME.gold.json beside NAME.txt. Paths are records (.jsonl, .ndjson, "-") or articles, which are analysed first; without any the articles of the gold are.',
    )
    .argument('[paths...]', 'records or articles')
    .requiredOption('-g, --gold <folder>', 'folder of articles with what was marked in them')
    .option('-e, --errors [kind]', 'list what is not as marked: of all kinds, or of one')
    .option(
      '-m, --min <figures>',
      'figures that must be reached, such as actions=0.75,status=0.9; may be repeated',
      (given: string, before: readonly string[]) => [...before, given],
      [],
    )
    .addOption(
      new Option('-f, --format <format>', 'json for programs, table for people')
        .choices(['table', 'json'])
        .default('table'),
    )
    .option('--seed <number>', 'what the bootstrap intervals depend on', '1')
    .option('-q, --quiet', 'errors and what falls short only')
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus evaluate --gold gold/
  incident-corpus evaluate --gold gold/ records.jsonl --errors actions
  incident-corpus evaluate --gold gold/ records.jsonl --min actions=0.75,polarity=0.9

Exit codes: 0 well; 1 a figure falls short, or a file failed; 2 wrong use.`,
    )
    .action(async (paths: string[], options: EvaluateOptions) =>
      done(await (await import('./commands/evaluate.ts')).evaluate(paths, options, around)),
    );

  program
    .command('names')
    .summary('list or search the names that are known')
    .description(
      'Print the organisations, products, malware, threat groups and vulnerabilities that are known by name.',
    )
    .argument('[query]', 'only names that hold this, in any of their forms')
    .option('-k, --kind <kind>', 'only names of a kind: vendor, municipality, ransomware, product, malware, actor …')
    .addOption(
      new Option('-f, --format <format>', 'jsonl and json for programs, table for people')
        .choices(['jsonl', 'json', 'table'])
        .default('jsonl'),
    )
    .addOption(colourOption())
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus names citrix --format table
  incident-corpus names --kind vendor | jq -r 'select(.country == "NL") | .name'

Exit codes: 0 well; 1 nothing is known by that name; 2 wrong use.`,
    )
    .action(async (query: string | undefined, options: NamesOptions) =>
      done(await (await import('./commands/names.ts')).names(query, options, around)),
    );

  program
    .command('schema')
    .summary('print the JSON Schema of a record')
    .description('Print the JSON Schema (2020-12) of article records or incident records.')
    .addArgument(program.createArgument('<record>', 'which record').choices(['article', 'incident']))
    .addHelpText(
      'after',
      `
Examples:
  incident-corpus schema article > article.schema.json
  incident-corpus schema incident | jq '.properties | keys'`,
    )
    .action(async (kind: string) => done(await (await import('./commands/schema.ts')).schema(kind, around)));

  return program;
}

/** Listen for signals: the first asks the work to end in order, a second ends it at once. */
function listen(): Pick<Surroundings, 'stopped' | 'signalled'> {
  let code: number | null = null;
  const stopped = new Promise<number>(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (code !== null) process.exit(INTERRUPTED[signal]);
        code = INTERRUPTED[signal];
        process.stdin.destroy();
        resolve(code);
      });
    }
  });
  return { stopped, signalled: () => code };
}

/**
 * Run the command line.
 *
 * @param args the arguments behind the program's name
 * @returns the exit code; the process is left to end by itself, so that all that was written arrives
 */
export async function main(args: readonly string[]): Promise<number> {
  process.stderr.on('error', () => {});
  const listening = listen();
  const stdout = openStdout(listening.stopped);
  let code: number = WELL;
  const program = commandLine({ ...listening, stdout }, done => {
    code = done;
  });
  try {
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return WRONG_USE;
    }
    // Asked for the help of an unknown command, commander gives no suggestion; called as one, it does.
    const [first, command] = args;
    const isLost =
      first === 'help' && command !== undefined && !program.commands.some(known => known.name() === command);
    await program.parseAsync(isLost ? [command] : args, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) {
      // The file system failed where nothing could be done about it. What is written is put in place as a whole, or not.
      const path = 'path' in error ? String(error.path) : null;
      return (await obstacleCode(obstacleOf(error), path, { color: 'auto' })) ?? NOT_WRITTEN;
    }
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) return WRONG_USE;
    const obstacle = await stdout.finish();
    return obstacle?.kind === 'failed' ? NOT_WRITTEN : WELL;
  }
}
