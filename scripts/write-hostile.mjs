/**
 * Write a folder of what somebody may put among articles to do harm: a hostile twin of every format, archives that
 * inflate without end, depth without end, odd names, links that lead nowhere or out. Beside it, in `FOLDER.out`, lie
 * the files that its links lead to. What must become of each file is printed as JSON: codes of messages by path,
 * "article" where an article must come out, and nothing where only the end of the run counts.
 *
 * usage: node scripts/write-hostile.mjs FOLDER [--large]
 *
 * --large writes the line of 600 MB too.
 */
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { docx, pdf, warcAnswer, warcRecord, zip, zstd } from './containers.mjs';

const [folder, ...flags] = process.argv.slice(2);
if (folder === undefined || flags.some(flag => flag !== '--large')) {
  console.error('usage: node scripts/write-hostile.mjs FOLDER [--large]');
  process.exit(2);
}
const MIB = 1024 * 1024;
const TEXT = 'Hackers vielen maandag het gemeentehuis van Zandmeer aan. De gemeente deed aangifte bij de politie.\n';
const PAGE = `<!doctype html><html><head><title>Aanval</title></head><body><article><h1>Aanval</h1><p>${TEXT.repeat(4)}</p></article></body></html>`;
const bytes = (...values) => Buffer.from(values);
const utf16 = text => Buffer.from(text, 'utf16le');
const expected = {};

/** Write one file, with what must become of it. */
function put(name, content, outcome) {
  const place = path.join(folder, name);
  fs.mkdirSync(path.dirname(place), { recursive: true });
  fs.writeFileSync(place, content);
  if (outcome !== undefined) expected[name] = outcome;
}

fs.mkdirSync(folder, { recursive: true });
fs.mkdirSync(`${folder}.out`, { recursive: true });

// Archives that inflate to far more than they are.
const many = 'a'.repeat(20 * MIB);
const inner = zip([{ name: 'a.txt', data: many }]);
put('bombs/plain.txt.gz', gzipSync(many), 'read/bomb');
put('bombs/parts.txt.gz', Buffer.concat(Array(40).fill(gzipSync(many.slice(0, MIB)))), 'read/bomb');
put('bombs/plain.zip', inner, 'read/bomb');
put('bombs/lies.zip', zip([{ name: 'a.txt', data: many.slice(0, MIB), size: 10 }]), 'read/damaged');
put(
  'bombs/sum.zip',
  zip(Array.from({ length: 40 }, (_, i) => ({ name: `${i}.txt`, data: many.slice(0, MIB) }))),
  'read/bomb',
);
put('bombs/repeat.txt.zst', zstd(bytes(0x61), { repeat: 256 * MIB }), 'read/bomb');
put('bombs/window.txt.zst', bytes(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 0x01, 0x00, 0x00), 'read/bomb');
put('bombs/within.zip', zip([{ name: 'b.zip', data: zip([{ name: 'c.zip', data: inner }]) }]), 'read/bomb');
put(
  'bombs/levels.zip',
  Array.from({ length: 6 }).reduce(data => zip([{ name: 'n.zip', data }]), inner),
  'read/nested',
);
put(
  'bombs/levels.txt.gz',
  Array.from({ length: 6 }).reduce(data => gzipSync(data), Buffer.from(TEXT)),
  'read/nested',
);
put('bombs/page.html.gz', gzipSync(`<!doctype html><p>${many}`), 'read/bomb');
put('bombs/word.docx', docx([many]), 'read/bomb');
put(
  'bombs/stream.pdf',
  Buffer.concat([
    pdf([[{ x: 50, y: 700, text: 'Aanval' }]]),
    Buffer.from('9 0 obj\n<< /Filter /FlateDecode >>\nstream\n'),
    deflateSync(Buffer.alloc(128 * MIB, 0x20)),
    Buffer.from('\nendstream\nendobj\n'),
  ]),
  'read/bomb',
);
const crawled = gzipSync(many, { level: 9 });
put(
  'bombs/crawl.warc',
  warcAnswer(1, { url: 'https://example.org/a', extra: 'Content-Encoding: gzip\r\n', body: crawled }),
  'read/too-large',
);
put(
  'bombs/entities.rss',
  `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "${'ha'.repeat(50)}">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>t</title><item><title>x</title><description>${TEXT}&a11;</description></item></channel></rss>`,
);
put(
  'bombs/outside.rss',
  '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel><title>t</title><item><title>x</title><description>Het bestand: &x;</description></item></channel></rss>',
);

// Depth and length.
const DEEP = 100_000;
put('deep/list.json', '['.repeat(DEEP) + ']'.repeat(DEEP), 'read/too-deep');
put('deep/object.json', `{"text": "x", "a": ${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}}`, 'read/too-deep');
put(
  'deep/line.jsonl',
  `{"text": ${'['.repeat(DEEP)}${']'.repeat(DEEP)}}\n{"text": ${JSON.stringify(TEXT)}}\n`,
  'read/too-deep',
);
put('deep/half.json', '{"text":['.repeat(DEEP), 'read/too-deep');
put('deep/tags.html', `<!doctype html>${'<div>'.repeat(DEEP)}${TEXT}${'</div>'.repeat(DEEP)}`, 'read/too-deep');
put('deep/formatting.html', `<!doctype html>${'<b><i>'.repeat(DEEP / 2)}${TEXT}`, 'read/too-deep');
put('deep/items.rss', `<rss version="2.0"><channel>${'<item>'.repeat(DEEP)}</channel></rss>`, 'read/too-deep');
put(
  'deep/word.docx',
  Buffer.from(
    zip([
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'word/document.xml', data: '<w:p>'.repeat(DEEP) },
    ]),
  ),
  'read/too-deep',
);
put('deep/quotes.md', `${'>'.repeat(DEEP)} ${TEXT}`);
put('deep/lists.md', Array.from({ length: 500 }, (_, i) => `${' '.repeat(i * 2)}- ${TEXT}`).join(''));
put('deep/brackets.md', `${'['.repeat(DEEP)}${TEXT}${'](x)'.repeat(DEEP)}`);
put('deep/stars.md', '*a **b '.repeat(DEEP / 4));
put(
  'deep/arrays.pdf',
  `%PDF-1.4\n1 0 obj\n${'['.repeat(DEEP)}\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
  'read/damaged',
);
put(
  'deep/parts.eml',
  `From: a@example.org\r\nTo: b@example.org\r\nMIME-Version: 1.0\r\n${Array.from({ length: 2000 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\r\n\r\n--b${i}\r\n`).join('')}Content-Type: text/plain\r\n\r\n${TEXT}`,
  'read/damaged',
);
put('long/entries.html', `<!doctype html><p ${'a=b '.repeat(DEEP)}>${TEXT}</p>`);
put('long/breaks.html', `<!doctype html>${'<br>'.repeat(200_000)}${TEXT}`, 'read/too-large');
put('long/attributes.html', `<!doctype html><p ${'a=b '.repeat(200_000)}>${TEXT}</p>`, 'read/too-large');
put('long/items.rss', `<rss version="2.0"><channel>${'<a/>'.repeat(1_100_000)}</channel></rss>`, 'read/too-large');
put(
  'long/parts.eml',
  `From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${'--x\r\n\r\n'.repeat(200_000)}`,
  'read/too-large',
);
put('long/cells.csv', `text\n${','.repeat(MIB)}\n`, 'read/too-large');
put('long/comment.html', `<!doctype html><!-- ${'-'.repeat(MIB)}`);
put('long/open.html', `<!doctype html>${'<'.repeat(200_000)}`, 'read/too-large');
put('long/scripts.html', `<!doctype html>${'<script type="application/ld+json">{'.repeat(2000)}`);
put('long/columns.csv', `text,${'a,'.repeat(DEEP)}b\n${TEXT.trim()},${'1,'.repeat(DEEP)}2\n`);
put('long/quote.csv', `text,date\n"${TEXT.repeat(20_000)}`, 'read/damaged');
put('long/rows.csv', `text\n${'\n'.repeat(200_000)}`);
put(
  'long/header.eml',
  `From: a@example.org\r\nMIME-Version: 1.0\r\nSubject: ${'x'.repeat(4 * MIB)}\r\n\r\n${TEXT}`,
  'read/damaged',
);
put(
  'long/words.eml',
  `From: a@example.org\r\nMIME-Version: 1.0\r\nSubject: ${'=?utf-8?q?x?= '.repeat(20_000)}\r\n\r\n${TEXT}`,
  'article',
);
put('long/froms.mbox', `${'From a@b Mon Jan  1 00:00:00 2024\n\n'.repeat(2000)}`, 'read/empty');
put('long/empty.jsonl', '\n'.repeat(300_000), 'read/empty');
put('long/blank.txt', ' \n'.repeat(MIB), 'read/empty');
put('long/spaces.txt', `${TEXT}${' '.repeat(MIB)}x`, 'article');
put(
  'long/signs.txt',
  `${TEXT}${'('.repeat(30_000)}${'-'.repeat(30_000)}${'1.'.repeat(30_000)}${'A '.repeat(30_000)}`,
  'article',
);
put('long/word.txt', `${TEXT}${'a'.repeat(MIB)} ${'A'.repeat(MIB)} ${'1'.repeat(MIB)}`, 'article');
put('long/article.txt', TEXT.repeat(Math.ceil((17 * MIB) / TEXT.length)), 'read/too-large');
put('long/line.jsonl', `{"text": "${'a'.repeat(40 * MIB)}"}\n{"text": ${JSON.stringify(TEXT)}}\n`, 'read/too-large');
if (flags.length > 0) {
  const place = path.join(folder, 'long/600-mb.jsonl');
  const file = fs.openSync(place, 'w');
  fs.writeSync(file, '{"text": "');
  for (let i = 0; i < 600; i += 1) fs.writeSync(file, Buffer.alloc(1_000_000, 0x61));
  fs.writeSync(file, `"}\n{"text": ${JSON.stringify(TEXT)}}\n`);
  fs.closeSync(file);
  expected['long/600-mb.jsonl'] = 'read/too-large';
}

// Bytes that are no text, or not the text that they look like.
const broken = {
  alone: bytes(0x80),
  overlong: bytes(0xc0, 0xaf),
  'overlong-3': bytes(0xe0, 0x80, 0xaf),
  'overlong-4': bytes(0xf0, 0x80, 0x80, 0xaf),
  surrogate: bytes(0xed, 0xa0, 0x80),
  pair: bytes(0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x80),
  beyond: bytes(0xf4, 0x90, 0x80, 0x80),
  never: bytes(0xfe),
  'never-2': bytes(0xff),
  'five-bytes': bytes(0xf8, 0x88, 0x80, 0x80, 0x80),
  cut: bytes(0xe2, 0x82),
};
// A letter that is well formed tells that the text is meant as UTF-8.
for (const [name, wrong] of Object.entries(broken)) {
  put(
    `bytes/${name}.txt`,
    Buffer.concat([Buffer.from(`Zoë’s coöperatie: ${TEXT}`.repeat(3)), wrong, Buffer.from(` ${TEXT}`)]),
    'read/invalid-utf8',
  );
  put(
    `bytes/${name}.jsonl`,
    Buffer.concat([Buffer.from('{"text": "Zoë’s coöperatie ë ë ë ë '), wrong, Buffer.from(' is gehackt."}\n')]),
    'read/invalid-utf8',
  );
}
put(
  'bytes/cut-at-the-end.txt',
  Buffer.concat([Buffer.from(`Zoë: ${TEXT}`.repeat(3)), bytes(0xe2, 0x82)]),
  'read/invalid-utf8',
);
put('bytes/utf16-bare.txt', utf16(TEXT), 'article');
put('bytes/utf16-odd.txt', Buffer.concat([utf16(TEXT), bytes(0x41)]));
put('bytes/utf16-half.txt', utf16(`\ufeff${TEXT}\ud800 ${TEXT}`), 'article');
put('bytes/mark-only.txt', bytes(0xef, 0xbb, 0xbf), 'read/empty');
put('bytes/mark-16.txt', bytes(0xff, 0xfe), 'read/empty');
put('bytes/nul.txt', `${TEXT}\0${TEXT}`, 'read/binary');
put('bytes/nuls.txt', Buffer.alloc(MIB), 'read/binary');
put('bytes/nul.jsonl', `{"text": "a\0b"}\n{"text": "a\\u0000b, ${TEXT.trim()}"}\n`);
put(
  'bytes/noise.txt',
  Buffer.from(Array.from({ length: 50_000 }, (_, i) => (i * i * 7919 + (i >> 3)) & 0xff)),
  'read/binary',
);
put('bytes/controls.txt', `\u001b]0;rm -rf /\u0007\u001b[2J\u202e${TEXT}\u2066\u200b`, 'article');
put(
  'bytes/surrogates.jsonl',
  '{"text": "De gemeente \\ud800 is gehackt.", "title": "\\udfff", "publisher": "a\\ud83d"}\n',
  'record/lone-surrogate',
);
put('bytes/label.html', `<meta charset="utf-7">${PAGE}`, 'article');
put(
  'bytes/label.xml',
  `<?xml version="1.0" encoding="__proto__"?><rss version="2.0"><channel><title>t</title><item><description>${TEXT}</description></item></channel></rss>`,
  'article',
);

// Keys that are names of what every object has, and keys that stand twice.
put(
  'keys/names.jsonl',
  [
    `{"__proto__": {"text": "wrong", "polluted": true}, "text": ${JSON.stringify(TEXT)}}`,
    `{"constructor": {"prototype": {"polluted": true}}, "toString": 1, "text": ${JSON.stringify(TEXT)}}`,
    `{"text": "wrong", "text": ${JSON.stringify(`Het laatste telt. ${TEXT}`)}}`,
    '',
  ].join('\n'),
  'article',
);
put('keys/bare.json', '{"__proto__": {"text": "wrong"}}', 'read/no-text');
put(
  'keys/columns.csv',
  `__proto__,constructor,text\n1,2,"=HYPERLINK(""http://x""), +1, @SUM: ${TEXT.trim()}"\n`,
  'article',
);

// Archives and documents that end too early, and what is glued together of several.
const whole = {
  'cut.txt.gz': gzipSync(TEXT.repeat(50)),
  'cut.zip': zip([{ name: 'a.txt', data: TEXT.repeat(50) }]),
  'cut.jsonl.zst': zstd(Buffer.from(`{"text": ${JSON.stringify(TEXT)}}\n`.repeat(700))),
  'cut.docx': docx([TEXT]),
  'cut.pdf': pdf([[{ x: 50, y: 700, text: TEXT.trim() }]]),
  'cut.warc': warcAnswer(1, { url: 'https://example.org/a', body: PAGE }),
  'cut.warc.gz': gzipSync(warcAnswer(1, { url: 'https://example.org/a', body: PAGE })),
};
for (const [name, content] of Object.entries(whole)) {
  put(`cut/half-${name}`, content.subarray(0, content.length >> 1), name === 'cut.pdf' ? undefined : 'read/damaged');
  put(`cut/few-${name}`, content.subarray(0, 12), 'read/damaged');
}
put('cut/few-feed.rss', '<rss version="2.0"><channel><item><title>x', undefined);
put('cut/few-page.html', '<!doctype html><html><body><p');
put(
  'cut/few-mail.eml',
  'From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n',
  'read/empty',
);
put(
  'cut/length.warc',
  `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 999999999999999\r\n\r\nHTTP/1.1 200 OK\r\n`,
  'read/damaged',
);
put('cut/negative.warc', `WARC/1.0\r\nWARC-Type: response\r\nContent-Length: -1\r\n\r\n`, 'read/damaged');
put('cut/header.warc', `WARC/1.0\r\n${'a'.repeat(2 * MIB)}`, 'read/damaged');
put(
  'cut/chunks.warc',
  warcAnswer(1, { url: 'javascript:alert(1)', extra: 'Transfer-Encoding: chunked\r\n', body: 'ffffffff\r\nabc' }),
);
put('cut/other.warc', warcRecord({ 'WARC-Type': 'warcinfo' }, Buffer.from('x')), 'read/no-articles');
put(
  'glued/garbage.pdf',
  `%PDF-1.7\n${'\u0000\u0001obj endobj stream xref trailer << /Root 1 0 R >> '.repeat(500)}`,
  'read/damaged',
);
put(
  'glued/loop.pdf',
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>\nendobj\ntrailer\n<< /Root 1 0 R /Prev 0 >>\nstartxref\n0\n%%EOF\n',
);
put(
  'glued/counts.pdf',
  '%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [] /Count 999999999 >>\nendobj\ntrailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n',
);
put(
  'glued/script.pdf',
  Buffer.concat([
    pdf([[{ x: 50, y: 700, text: TEXT.trim() }]]),
    Buffer.from('9 0 obj\n<< /S /JavaScript /JS (app.launchURL("http://example.org")) >>\nendobj\n'),
  ]),
  'article',
);
put(
  'glued/pdf-and-zip.pdf',
  Buffer.concat([pdf([[{ x: 50, y: 700, text: TEXT.trim() }]]), zip([{ name: 'a.txt', data: TEXT }])]),
  'article',
);
put('glued/zip-and-pdf.txt', Buffer.concat([Buffer.from(TEXT), zip([{ name: 'a.txt', data: TEXT }])]), 'read/binary');
put('glued/picture-and-page.html', Buffer.concat([Buffer.from('GIF89a/*\0\0*/='), Buffer.from(PAGE)]));
put('glued/gzip-and-text.txt', Buffer.concat([gzipSync(TEXT), Buffer.from(TEXT)]));
put('glued/page.txt', PAGE, 'article');
put('glued/page.pdf', PAGE, 'article');
put('glued/zip.docx', zip([{ name: 'a.txt', data: TEXT }]), 'read/damaged');
put('glued/mail.json', 'From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nx', 'read/bad-json');
put(
  'glued/outside.html',
  `<!doctype html><html><head><base href="http://127.0.0.1:9/"><link rel="stylesheet" href="x.css"><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/"></head><body><iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1:9/x.png" onerror="process.exit(3)"><script>globalThis.polluted = true; process.exit(3)</script><article><p>${TEXT.repeat(4)}</p></article></body></html>`,
  'article',
);
put(
  'glued/paths.zip',
  zip([
    { name: '../../../escaped.txt', data: TEXT },
    { name: '/absolute.txt', data: TEXT },
    { name: 'C:\\escaped.txt', data: TEXT },
    { name: 'link.txt', data: '/etc/passwd', mode: 0o120777 },
    { name: 'bell\u0007\u202e.txt', data: TEXT },
  ]),
  'article',
);
put(
  'glued/same.zip',
  zip([
    { name: 'a.txt', data: TEXT },
    { name: 'a.txt', data: `Twee. ${TEXT}` },
  ]),
  'article',
);

// Code that nobody asked for.
for (const name of [
  'package.json',
  'index.js',
  'index.mjs',
  'incident-corpus.config.js',
  '.incident-corpus.js',
  '.babelrc.js',
  'node_modules/chalk/index.js',
])
  put(
    `code/${name}`,
    name.endsWith('json') ? '{"type": "module", "main": "index.js"}' : 'globalThis.polluted = true; process.exit(3);\n',
  );
put('code/article.txt', TEXT, 'article');

// Names.
const names = [
  'new\nline.txt',
  '[x].txt',
  '{a,b}.txt',
  '*.txt',
  '-dash.txt',
  '--output.txt',
  '__proto__.txt',
  'constructor.txt',
  'esc\u001b[31mred.txt',
  'right\u202etxt.txt',
  ' blank .txt',
  'quote\'".txt',
  '$(touch pwned).txt',
  `${'n'.repeat(250)}.txt`,
  'back\\slash.txt',
  'null',
  '2023-99-99.txt',
];
for (const name of names) put(`names/${name}`, `${TEXT}${name.length}\n`, name === 'null' ? undefined : 'article');
fs.writeFileSync(Buffer.concat([Buffer.from(`${folder}/names/raw-`), bytes(0xe9, 0xff), Buffer.from('.txt')]), TEXT);
expected['names/raw-\\xE9\\xFF.txt'] = 'article';

// Links and what is no file.
fs.writeFileSync(`${folder}.out/secret.txt`, 'geheim\n');
fs.mkdirSync(path.join(folder, 'links/below'), { recursive: true });
put('links/below/own.txt', TEXT, 'article');
for (const [name, target] of Object.entries({
  'circle-a.txt': 'circle-b.txt',
  'circle-b.txt': 'circle-a.txt',
  'self.txt': 'self.txt',
  'below/up': '..',
  'below/root': '/',
  'out.txt': `${folder}.out/secret.txt`,
  out: `${folder}.out`,
  'passwd.txt': '/etc/passwd',
  'zero.txt': '/dev/zero',
  'missing.txt': 'nowhere.txt',
  'deep.txt': 'below/own.txt',
}))
  fs.symlinkSync(target, path.join(folder, 'links', name));
fs.mkdirSync(`${folder}.out/links`);
fs.symlinkSync(`${folder}.out/secret.txt`, `${folder}.out/links/out.txt`);
fs.symlinkSync('/', `${folder}.out/links/root`);
for (const name of ['circle-a.txt', 'circle-b.txt', 'self.txt', 'missing.txt'])
  expected[`links/${name}`] = name === 'missing.txt' ? 'read/no-such-path' : 'read/unreadable';
if (process.platform !== 'win32') execFileSync('mkfifo', [path.join(folder, 'links/pipe.txt')]);

console.log(JSON.stringify(expected, null, 2));
