/**
 * Files as other programs write them, made by hand, byte by byte: the same input gives the same bytes on any machine.
 * For the fixtures and the tests; the program itself writes none of these.
 */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

const u16 = value => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = value => Buffer.from([value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff]);

/**
 * A zip.
 *
 * @param entries `{ name, data, flags?, method?, mode?, size? }`; `size` is what it pretends to inflate to
 */
export function zip(entries) {
  const parts = [];
  const central = [];
  let at = 0;
  for (const { name, data, flags = 0x800, method = 8, mode = 0o100644, size } of entries) {
    const raw = Buffer.from(data);
    const packed = method === 8 ? deflateRawSync(raw, { level: 9 }) : raw;
    const label = Buffer.isBuffer(name) ? name : Buffer.from(name);
    const facts = Buffer.concat([
      ...[u16(flags), u16(method), u16(0), u16(0x21), u32(crc32(raw)), u32(packed.length), u32(size ?? raw.length)],
      ...[u16(label.length), u16(0)],
    ]);
    parts.push(Buffer.from('PK\x03\x04'), u16(20), facts, label, packed);
    central.push(
      Buffer.from('PK\x01\x02'),
      u16(0x0314),
      u16(20),
      facts,
      u16(0),
      u16(0),
      u16(0),
      u32(mode * 65536),
      u32(at),
      label,
    );
    at += 4 + 2 + facts.length + label.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const count = u16(entries.length);
  const end = [Buffer.from('PK\x05\x06'), u16(0), u16(0), count, count, u32(directory.length), u32(at), u16(0)];
  return Buffer.concat([...parts, directory, ...end]);
}

/** A zstd frame of blocks that are not compressed, or of one byte that is repeated. */
export function zstd(data, { repeat = 0 } = {}) {
  const blocks = [];
  if (repeat > 0) {
    for (let left = repeat; left > 0; left -= 131072) {
      const size = Math.min(left, 131072);
      blocks.push(u32((size << 3) | 2 | (left <= 131072 ? 1 : 0)).subarray(0, 3), Buffer.from([data[0]]));
    }
  } else {
    for (let from = 0; from < data.length || from === 0; from += 65536) {
      const part = data.subarray(from, from + 65536);
      blocks.push(u32((part.length << 3) | (from + 65536 >= data.length ? 1 : 0)).subarray(0, 3), part);
    }
  }
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38]), ...blocks]);
}

/**
 * A PDF in Helvetica.
 *
 * @param pages lists of `{ x, y, text, size? }`, from the lower left in points
 */
export function pdf(pages) {
  const escaped = text => text.replaceAll(/[\\()]/g, '\\$&');
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  const kids = [];
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  for (const lines of pages) {
    const content = lines
      .map(({ x, y, text, size = 10 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
      .join('\n');
    const packed = deflateSync(Buffer.from(content, 'latin1'), { level: 9 });
    objects.push([`<< /Length ${packed.length} /Filter /FlateDecode >>`, packed]);
    const font = '<< /Font << /F1 3 0 R >> >>';
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${objects.length} 0 R /Resources ${font} >>`,
    );
    kids.push(`${objects.length} 0 R`);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`;
  const parts = [Buffer.from('%PDF-1.4\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const places = [];
  let at = parts[0].length;
  for (const [i, object] of objects.entries()) {
    places.push(at);
    const body = Array.isArray(object)
      ? [Buffer.from(`${object[0]}\nstream\n`), object[1], Buffer.from('\nendstream')]
      : [Buffer.from(object)];
    const bytes = Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), ...body, Buffer.from('\nendobj\n')]);
    parts.push(bytes);
    at += bytes.length;
  }
  const table = places.map(place => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const xml = text => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** A Word document of paragraphs; one that begins with "# " is a heading. */
export function docx(paragraphs) {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const body = paragraphs.map(text => {
    const style = text.startsWith('# ') ? '<w:pPr><w:pStyle w:val="Heading1"/></w:pPr>' : '';
    return `<w:p>${style}<w:r><w:t xml:space="preserve">${xml(text.replace(/^# /, ''))}</w:t></w:r></w:p>`;
  });
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  return zip([
    {
      name: '[Content_Types].xml',
      data: `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: `${declaration}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'word/styles.xml',
      data: `${declaration}<w:styles xmlns:w="${w}"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`,
    },
    {
      name: 'word/document.xml',
      data: `${declaration}<w:document xmlns:w="${w}"><w:body>${body.join('')}</w:body></w:document>`,
    },
  ]);
}

/** A record of a crawl. */
export function warcRecord(headers, block) {
  const lines = Object.entries({ ...headers, 'Content-Length': block.length }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return Buffer.concat([Buffer.from(`WARC/1.0\r\n${lines.join('')}\r\n`), block, Buffer.from('\r\n\r\n')]);
}

/** The answer of a web server, as a record of a crawl. */
export function warcAnswer(number, { url, status = '200 OK', type = 'text/html; charset=utf-8', extra = '', body }) {
  const head = `HTTP/1.1 ${status}\r\nContent-Type: ${type}\r\n${extra}\r\n`;
  return warcRecord(
    {
      'WARC-Type': 'response',
      'WARC-Record-ID': `<urn:uuid:00000000-0000-4000-8000-${String(number).padStart(12, '0')}>`,
      'WARC-Date': '2024-04-02T06:00:00Z',
      'WARC-Target-URI': url,
      'Content-Type': 'application/http; msgtype=response',
    },
    Buffer.concat([Buffer.from(head), Buffer.from(body)]),
  );
}
