import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

/** A file of src/, with what it imports and what it says that the house does not allow. */
interface Source {
  /** Below src/, with `/`. */
  readonly file: string;
  /** Modules that it imports, those of types and lazy ones too: a file below src/, or the name of a package. */
  readonly imports: readonly string[];
  readonly packages: readonly string[];
  readonly reexports: boolean;
  readonly breaches: readonly string[];
}

const root = path.resolve('src');
const files = fs
  .readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => file.replaceAll(path.sep, '/'))
  .toSorted();

function readSource(file: string, text: string): Source {
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS);
  const imports: string[] = [];
  const packages: string[] = [];
  const breaches: string[] = [];
  const imported = new Set<string>();
  let reexports = false;

  const enter = (module: string): void => {
    if (module.startsWith('.')) imports.push(path.posix.join(path.posix.dirname(file), module));
    else packages.push(module);
  };
  const breach = (node: ts.Node, what: string): void => {
    breaches.push(`${file}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1} ${what}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) enter(node.moduleSpecifier.text);
    if (ts.isImportSpecifier(node)) imported.add(node.name.text);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [module] = node.arguments;
      if (module && ts.isStringLiteral(module)) enter(module.text);
      else breach(node, 'import() of a module that is not written out');
    }
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      enter(node.argument.literal.text);
    }
    if (ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
        enter(node.moduleSpecifier.text);
        reexports = true;
      } else if (node.exportClause && ts.isNamedExports(node.exportClause)) {
        reexports ||= node.exportClause.elements.some(one => imported.has((one.propertyName ?? one.name).text));
      }
    }
    if (node.kind === ts.SyntaxKind.AnyKeyword) breach(node, 'any');
    if (ts.isAsExpression(node) && node.type.getText(tree) !== 'const') breach(node, `as ${node.type.getText(tree)}`);
    if (ts.isTypeAssertionExpression(node)) breach(node, 'cast');
    if (ts.isNonNullExpression(node)) breach(node, '!');
    if (ts.isClassLike(node)) breach(node, 'class');
    if (ts.isEnumDeclaration(node)) breach(node, 'enum');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { file, imports, packages, reexports, breaches };
}

const textOf = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');
const sources = files.map(file => readSource(file, textOf(file)));

const STAGES = ['read', 'detect', 'segment', 'recognise', 'relate', 'link', 'validate', 'evaluate', 'write'];
const folderOf = (file: string): string =>
  /^languages\/(?:nl|en|shared)(?=\/)/.exec(file)?.[0] ??
  (file.includes('/') ? file.slice(0, file.indexOf('/')) : file);

/** Where each folder, or file at the top, may import from beside its own folder. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ...Object.fromEntries(STAGES.map(stage => [stage, ['model', 'lexicon']])),
  lexicon: ['model'],
  'languages/nl': ['model', 'languages/shared'],
  'languages/en': ['model', 'languages/shared'],
  'languages/shared': ['model'],
  languages: ['model', 'languages/nl', 'languages/en'],
  knowledge: ['model'],
  build: ['model', 'read', 'write'],
  jobs: ['model', 'read', 'write', 'compile.ts', 'pipeline.ts', 'tables.ts'],
  'version.ts': [],
  'names.ts': ['model', 'knowledge'],
  'doubts.ts': ['model', 'knowledge', 'languages'],
  'explain.ts': ['model'],
  'explain-actions.ts': ['model'],
  'compile.ts': ['model', 'languages', 'lexicon', 'knowledge', 'detect', 'recognise', 'link'],
  'tables.ts': ['model', 'lexicon', 'detect', 'version.ts'],
  'engine.ts': ['compile.ts', 'tables.ts'],
  'pipeline.ts': [...STAGES, 'model', 'compile.ts', 'engine.ts', 'tables.ts', 'version.ts'],
  'index.ts': ['model', 'pipeline.ts', 'read'],
  commands: [
    'model',
    'pipeline.ts',
    'compile.ts',
    'tables.ts',
    'explain.ts',
    'names.ts',
    'doubts.ts',
    'explain-actions.ts',
    'read',
    'link',
    'build',
    'jobs',
    'write',
    'validate',
    'evaluate',
    'version.ts',
  ],
  'cli.ts': ['commands', 'write', 'version.ts'],
};

/** Where each package may be imported: a file, or a folder with a slash at its end. */
const DOORS: Readonly<Record<string, readonly string[]>> = {
  commander: ['cli.ts'],
  'csv-stringify/sync': ['build/facts.ts'],
  chalk: ['write/'],
  'fast-glob': ['read/'],
  'node:fs': ['read/', 'write/', 'knowledge/', 'tables.ts'],
  'node:v8': ['lexicon/shelf.ts', 'tables.ts', 'jobs/'],
  'node:worker_threads': ['jobs/'],
  'node:os': ['write/', 'jobs/'],
  'node:stream': ['read/'],
  'node:zlib': ['read/'],
  chardet: ['read/encoding.ts'],
  'csv-parse': ['read/csv.ts'],
  defuddle: ['read/html.ts'],
  feedsmith: ['read/feed.ts'],
  fzstd: ['read/inflate.ts'],
  htmlparser2: ['read/blocks.ts'],
  'iconv-lite': ['read/encoding.ts', 'read/zip.ts'],
  linkedom: ['read/html.ts'],
  mammoth: ['read/docx.ts'],
  'postal-mime': ['read/mail.ts'],
  unpdf: ['read/pdf.ts'],
  yauzl: ['read/zip.ts'],
  franc: ['detect/detect.ts'],
  compromise: ['languages/en/grammar.ts'],
  zod: ['model/record.ts', 'model/schema.ts', 'model/gold.ts', 'knowledge/knowledge.ts'],
};
/** Parts of Node that touch no file, clock or console, or only wait for a turn of the event loop. */
const FREE = new Set([
  'node:buffer',
  'node:crypto',
  'node:events',
  'node:path',
  'node:timers/promises',
  'node:url',
  'node:util',
]);

const enters = (file: string, door: string): boolean => (door.endsWith('/') ? file.startsWith(door) : file === door);

/** A circle of imports that `file` is on, or null. */
function circle(file: string): readonly string[] | null {
  const importsOf = new Map(sources.map(source => [source.file, source.imports]));
  const waiting: (readonly string[])[] = [[file]];
  const seen = new Set<string>();
  for (let way = waiting.shift(); way !== undefined; way = waiting.shift()) {
    for (const next of importsOf.get(way.at(-1) ?? '') ?? []) {
      if (next === file) return [...way, next];
      if (!seen.has(next)) waiting.push([...way, next]);
      seen.add(next);
    }
  }
  return null;
}

describe('the sources', () => {
  test('are all in a folder that the rules know', () => {
    expect(files.filter(file => !(folderOf(file) in ALLOWED))).toEqual([]);
  });

  test('import files that exist, by their full name', () => {
    const known = new Set(files);
    expect(
      sources.flatMap(({ file, imports }) => imports.filter(one => !known.has(one)).map(one => `${file} -> ${one}`)),
    ).toEqual([]);
  });

  test('import only downwards: stages know the model and the lexicon, the pipeline knows the stages', () => {
    const wrong = sources.flatMap(({ file, imports }) => {
      const own = folderOf(file);
      const allowed = [own, ...(ALLOWED[own] ?? [])];
      return imports.filter(one => !allowed.includes(folderOf(one))).map(one => `${file} -> ${one}`);
    });
    expect(wrong).toEqual([]);
  });

  test('import no circle, not even one of types', () => {
    expect(files.flatMap(file => circle(file)?.join(' -> ') ?? [])).toEqual([]);
  });

  test('let each package in by one door', () => {
    const wrong = sources.flatMap(({ file, packages }) =>
      packages
        .filter(name => !FREE.has(name) && !(DOORS[name] ?? []).some(door => enters(file, door)))
        .map(name => `${file} -> ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  test('hand nothing on that they imported: the only barrel is index.ts', () => {
    expect(sources.filter(({ reexports }) => reexports).map(({ file }) => file)).toEqual(['index.ts']);
  });

  test('have no any, no cast but as const, no !, no class, no enum', () => {
    expect(sources.flatMap(({ breaches }) => breaches)).toEqual([]);
  });

  test('ask neither clock nor chance nor locale; only the command line and its progress line know the time', () => {
    const forbidden =
      /\b(?:Date\.now|new Date\(\)|Math\.random|performance\.now|process\.|console\.|localeCompare|toLocale\w+|randomUUID|Intl\.)/;
    const inside = files.filter(file => file !== 'cli.ts' && !/^(?:commands|read|write)\//.test(file));
    expect(inside.filter(file => forbidden.test(textOf(file)))).toEqual([]);
  });

  test('would be caught if they broke a rule', () => {
    const text = [
      "import type { A } from '../link/a.ts';",
      "export { b } from './b.ts';",
      "const c = await import('./c.ts');",
      "let d: import('zod').ZodType | any = c as unknown;",
      'd = c! satisfies object as const;',
    ].join('\n');
    const { imports, packages, reexports, breaches } = readSource('model/x.ts', text);
    expect({ imports, packages, reexports }).toEqual({
      imports: ['link/a.ts', 'model/b.ts', 'model/c.ts'],
      packages: ['zod'],
      reexports: true,
    });
    expect(breaches).toEqual(['model/x.ts:4 any', 'model/x.ts:4 as unknown', 'model/x.ts:5 !']);
  });
});

describe('the page of the report', () => {
  const page = fs.readdirSync('page').filter(file => file.endsWith('.ts'));
  const own = page.map(file => readSource(file, fs.readFileSync(path.join('page', file), 'utf8')));

  test('imports its own files, the shape of its data, and d3 for scales', () => {
    const known = new Set([...page, '../src/model/page.ts']);
    expect(
      own.flatMap(({ file, imports }) => imports.filter(one => !known.has(one)).map(one => `${file} -> ${one}`)),
    ).toEqual([]);
    expect([...new Set(own.flatMap(({ packages }) => packages))]).toEqual(['d3-scale']);
  });

  test('has no any, no cast but as const, no !, no class, no enum', () => {
    expect(own.flatMap(({ breaches }) => breaches)).toEqual([]);
  });

  test('never makes HTML or a program of what articles say, and asks no network', () => {
    const forbidden =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\b|new Function|\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon/;
    expect(page.filter(file => forbidden.test(fs.readFileSync(path.join('page', file), 'utf8')))).toEqual([]);
  });
});

describe('the project', () => {
  test('names no path of a machine', () => {
    const local = /(?:^|[\s"'`(=])\/(?:home|Users|root|work|tmp|var|opt|mnt|private)\/\w|\b[A-Z]:\\Users\\/m;
    const folders = ['bin', 'src', 'page', 'scripts', 'tests', 'schemas', 'fixtures'];
    const all = folders.flatMap(folder =>
      fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile() && /\.(?:ts|mjs|js|json|jsonl|txt|md)$/.test(entry.name))
        .map(entry => path.join(entry.parentPath, entry.name)),
    );
    const loose = fs.readdirSync('.').filter(name => /\.(?:json|md|ts)$/.test(name));
    expect([...all, ...loose].filter(file => local.test(fs.readFileSync(file, 'utf8')))).toEqual([]);
  });
});
