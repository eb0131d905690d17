import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../src/read/limits.ts';
import { ENDINGS, formOf } from '../src/read/names.ts';
import { type Outcome, read, workshop } from './reading.ts';

/** Every run draws the same cases, as many as the time allows: a failure that was seen once is seen again. */
const bounded = { seed: 20_240_402, numRuns: 150, interruptAfterTimeLimit: 600 } as const;
/** One small file takes a few milliseconds; this is what is no longer slow, but stuck. */
const STUCK = 10_000;

const { root, clear } = workshop('properties');
afterAll(clear);

const FOLDER = 'fixtures/formats';
const fixtures = readdirSync(FOLDER);

/** A whole file of a format, from which broken ones are made; what has no file of its own is like another. */
function wholeOf(ending: string): Buffer {
  const like: Readonly<Record<string, string>> = {
    '.jsonl': 'lines.jsonl.zst',
    '.json': 'lines.jsonl.zst',
  };
  const name = like[ending] ?? fixtures.find(file => file.endsWith(ending)) ?? 'note.md';
  const bytes = readFileSync(join(FOLDER, name));
  // The frames of the fixture are not compressed: the lines stand in them as they are.
  return name.endsWith('.zst') && ending !== '.zst'
    ? bytes.subarray(bytes.indexOf('{'), bytes.lastIndexOf('}') + 1)
    : bytes;
}

/** What stands between the words of the formats. */
const SIGNS = [
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<!DOCTYPE html>',
    '<p>',
    '<script>',
    '&#x0;',
    '&amp;',
    '<?xml ',
  ],
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\u',
    '\\ud800',
    '"text":',
    'null',
    '1e999',
    '\n',
    '\r\n',
    '\r',
    '\t',
    ';',
    '|',
    '""',
  ],
  ...[
    'From ',
    'From: a@b\r\n',
    'Subject: ',
    'Content-Type: multipart/mixed; boundary=x\r\n',
    '--x',
    '--x--',
    '=?utf-8?b?',
    '=00',
    '\r\n\r\n',
  ],
  ...[
    'WARC/1.0\r\n',
    'Content-Length: 3\r\n',
    'Content-Length: -1\r\n',
    'WARC-Type: response\r\n',
    'HTTP/1.1 200 OK\r\n',
  ],
  ...[
    '%PDF-1.4\n',
    '1 0 obj\n',
    'endobj',
    '<<',
    '>>',
    'stream\n',
    'endstream',
    'xref\n',
    'trailer',
    '/Length 9',
    'R',
    '%%EOF',
  ],
  ...[
    'PK\x03\x04',
    'PK\x01\x02',
    'PK\x05\x06',
    '\x1f\x8b\x08',
    '\x28\xb5\x2f\xfd',
    '\0',
    '\xff',
    '\xfe',
    '\xef\xbb\xbf',
    '\xc3',
    '\x80',
  ],
  ...[
    '# ',
    '**',
    '`',
    '~~~',
    '[x](',
    '---\n',
    '> ',
    '1 of 2 DOCUMENTS',
    'Load-Date: ',
    'Document A00000020240101b',
    'End of Document',
  ],
].map(sign => Buffer.from(sign, 'latin1'));

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...SIGNS) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map(bytes => Buffer.from(bytes)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map(text => Buffer.from(text)) },
);
const salad = fc.array(piece, { maxLength: 60 }).map(parts => Buffer.concat(parts));

/** Places of a file as shares of its length, and what is done to it there. */
const damage = fc.array(
  fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('flip', 'cut', 'put', 'twice', 'end'),
    with: piece,
    length: fc.nat({ max: 300 }),
  }),
  { minLength: 1, maxLength: 6 },
);
type Damage = typeof damage extends fc.Arbitrary<infer T> ? T : never;

function damaged(whole: Buffer, changes: Damage): Buffer {
  let bytes = Buffer.from(whole);
  for (const { at, kind, with: other, length } of changes) {
    const place = Math.floor(at * bytes.length);
    const before = bytes.subarray(0, place);
    const behind = bytes.subarray(place);
    if (kind === 'flip') bytes[place] = (bytes[place] ?? 0) ^ (1 << (length & 7));
    else if (kind === 'cut') bytes = Buffer.concat([before, behind.subarray(length)]);
    else if (kind === 'put') bytes = Buffer.concat([before, other, behind]);
    else if (kind === 'twice') bytes = Buffer.concat([before, behind.subarray(0, length), behind]);
    else bytes = Buffer.from(before);
  }
  return bytes;
}

async function readAs(ending: string, bytes: Uint8Array): Promise<Outcome> {
  const path = join(root, `a${ending}`);
  writeFileSync(path, bytes);
  const begun = performance.now();
  const outcome = await read([path], { limits: { ...LIMITS, inflatedBytes: 1 << 24 } });
  expect(performance.now() - begun).toBeLessThan(STUCK);
  return outcome;
}

function check({ articles, messages }: Outcome): void {
  // There is always an answer, and no message shows the inside of the program.
  expect(articles.length + messages.length).toBeGreaterThan(0);
  expect(messages.join('\n')).not.toMatch(/undefined|is not a function|\n\s+at /u);
  for (const { text, title, source } of articles) {
    expect(`${text}${title}`).not.toMatch(/\p{Surrogate}/u);
    expect(source.sha256).toMatch(/^[0-9a-f]{64}$/u);
  }
}

/** One ending of each reader. */
const endings = ENDINGS.filter(
  (ending, i) => ENDINGS.findIndex(other => formOf(`a${other}`) === formOf(`a${ending}`)) === i,
);

describe.each(endings)('a file that ends in %s', ending => {
  test('may hold any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(salad, async bytes => check(await readAs(ending, bytes))),
      bounded,
    );
  });

  test('may be damaged in any way', async () => {
    const whole = wholeOf(ending);
    await fc.assert(
      fc.asyncProperty(damage, async changes => check(await readAs(ending, damaged(whole, changes)))),
      bounded,
    );
  });
});
