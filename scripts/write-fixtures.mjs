/**
 * Write the fixtures of the formats that no editor writes: fixtures/formats, each an article or some as other programs
 * export them, and the broken twins of them in fixtures/broken. All of it is invented.
 *
 * usage: node scripts/write-fixtures.mjs
 */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { docx, pdf, warcAnswer, warcRecord, zip, zstd } from './containers.mjs';

process.chdir(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

const write = (folder, files) => {
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, data] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), data);
};
/** Bytes of windows-1252, for the signs that are used here. */
const western = text =>
  Buffer.from(
    [...text].map(
      char => ({ '€': 0x80, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96 })[char] ?? char.charCodeAt(0),
    ),
  );
/** A gzip without the time and the machine. */
const gzip = data => {
  const bytes = gzipSync(data, { level: 9 });
  bytes[9] = 3;
  return bytes;
};

const page = `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<title>Waterschap Reestdal haalt gemalen van het internet | De Reestbode</title>
<meta property="og:site_name" content="De Reestbode">
<meta property="og:title" content="Waterschap Reestdal haalt gemalen van het internet">
<link rel="canonical" href="https://reestbode.example/nieuws/gemalen-offline">
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
  {"@type": "WebSite", "name": "De Reestbode", "headline": "Niet deze"},
  {"@type": ["NewsArticle"], "headline": "Waterschap Reestdal haalt gemalen van het internet",
   "datePublished": "2024-03-19T00:20:00+01:00", "dateModified": "2024-03-21T08:00:00+01:00",
   "author": {"@type": "Person", "name": "Femke Oosting"},
   "publisher": {"@type": "NewsMediaOrganization", "name": "De Reestbode"}}
]}
</script>
<style>.kop { color: navy }</style>
</head>
<body>
<div id="cookiemelding" class="cookie-banner"><p>De Reestbode gebruikt cookies om de site te verbeteren en advertenties te tonen.</p><button>Alles accepteren</button></div>
<header><nav><ul><li><a href="/">Voorpagina</a></li><li><a href="/sport">Sport</a></li><li><a href="/weer">Het weer</a></li></ul></nav></header>
<main>
<article>
<h1 class="kop">Waterschap Reestdal haalt gemalen van het internet</h1>
<p class="byline">Door Femke Oosting · <time datetime="2024-03-19">19 maart 2024</time></p>
<p>Waterschap Reestdal heeft maandag de besturing van elf gemalen losgekoppeld van het internet. Een onderzoeker had het waterschap gewezen op een lek in de software van Siemens.</p>
<p>&lsquo;Het water staat nergens te hoog&rsquo;, zegt dijkgraaf Joris Elzinga. De gemalen worden voorlopig met de hand bediend.<br>Dat kost zo&#39;n 4.000 euro per dag.</p>
<figure><img src="gemaal.jpg" alt="Een gemaal"><figcaption>Het gemaal bij Oosterhaule.</figcaption></figure>
<div class="ad">Advertentie</div>
<h2>Geen sporen</h2>
<p>Het Nationaal Cyber Security Centrum adviseert alle waterschappen om de update te installeren. Volgens <a href="/dossier/elzinga">Elzinga</a> zijn er geen sporen van misbruik gevonden.</p>
<ul><li>Het waterschap telt elf gemalen.</li><li>Negen daarvan zijn op afstand te bedienen.</li></ul>
<p><strong>Lees ook:</strong> <a href="/nieuws/brug">Brug bij Oosterhaule een week dicht</a></p>
<p>De provincie wil dat het waterschap voor de zomer verslag doet.</p>
</article>
<aside><h3>Meest gelezen</h3><ol><li><a href="/1">Ooievaar terug op nest</a></li><li><a href="/2">Kermis gaat door</a></li></ol></aside>
</main>
<footer><p>© 2024 De Reestbode. Alle rechten voorbehouden.</p></footer>
<script>document.write('niet lezen')</script>
</body>
</html>
`;

const western1252 = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<title>Harrow Vale pays for new tills - The Vale Echo</title>
<meta name="dcterms.issued" content="2023-11-08"></head>
<body><h1>Harrow Vale pays for new tills</h1>
<p>Harrow Vale Council will spend €48,000 on new tills for its swimming pools after criminals encrypted the old ones on 30 October 2023.</p>
<p>“We did not pay a penny in ransom,” said councillor Ruth Penhale. The council switched off its booking system the same day – and it isn’t back yet.</p>
<p>The National Cyber Security Centre is helping with the investigation, the council’s café tenant told this paper.</p></body></html>
`;

/** Lines of a column, from the top. */
const column = (x, top, lines) => lines.map((text, i) => ({ x, y: top - i * 13, text }));
const clipping = pdf([
  [
    { x: 60, y: 770, text: 'Freight firm stops trains after break-in', size: 20 },
    { x: 60, y: 742, text: 'THE SIDING POST - 14 February 2024', size: 9 },
    // Written row by row, as some programs do: who reads them in this order mixes the columns.
    ...column(60, 700, [
      'Kestrel Freight stopped all its trains on Mon-',
      'day after intruders reached the server that as-',
      'signs drivers to trains. The firm took the sys-',
      'tem offline at six in the morning.',
    ]).flatMap((line, i) => [
      line,
      ...column(320, 700, [
        'Spokesman Owen Tarrant said customer data',
        'were not stolen. The attackers used a flaw in',
        'Ivanti Connect Secure, CVE-2024-21887, that',
        'had been fixed two weeks before.',
      ]).slice(i, i + 1),
    ]),
    ...column(60, 640, [
      'Network Rail kept the lines open for other',
      'companies. Nobody was hurt, and the IT-',
      'Security Office of the ministry was warned.',
    ]),
    ...column(320, 640, [
      'Kestrel hopes to run again on Friday. Until',
      'then lorries carry the mail, the firm said in',
      'a statement.',
    ]),
    { x: 290, y: 40, text: '12', size: 9 },
  ],
]);

const letter = docx([
  '# Brief aan ouders na datalek bij scholengroep De Wierde',
  'Loppersum, 6 september 2023',
  'Scholengroep De Wierde heeft woensdag alle ouders een brief gestuurd over een datalek. Een medewerker had een lijst met 1.200 adressen naar een verkeerd adres gemaild.',
  'De scholengroep heeft het lek gemeld bij de Autoriteit Persoonsgegevens. Wachtwoorden zijn niet gelekt, aldus bestuurder Hilda Noord.',
]);

const nexis = docx([
  'User Name: Example Reader',
  'Date and Time: Monday, April 8, 2024 10:12:00 AM CEST',
  'Job Number: 1000001',
  'Documents (2)',
  '1. Hospital in Brackwater cancels operations',
  '2. Brackwater hospital back online',
  'Hospital in Brackwater cancels operations',
  'The Brackwater Chronicle',
  'April 3, 2024 Wednesday',
  'Copyright 2024 Chronicle Papers All Rights Reserved',
  'Section: NEWS; Pg. 1',
  'Length: 61 words',
  'Byline: Sam Aldous',
  'Dateline: BRACKWATER',
  'Body',
  'Brackwater General Hospital cancelled forty operations on Tuesday because doctors could not open patient records. The hospital shut down its network after it found ransomware on a file server.',
  'Police are investigating. A group called LockBit claimed the attack, but the hospital would not confirm that.',
  'Classification',
  'Language: ENGLISH',
  'Publication-Type: Newspaper',
  'Subject: HOSPITALS (90%); RANSOMWARE (88%)',
  'Load-Date: April 3, 2024',
  'End of Document',
  'Brackwater hospital back online',
  'The Brackwater Chronicle',
  'April 6, 2024 Saturday',
  'Copyright 2024 Chronicle Papers All Rights Reserved',
  'Section: NEWS; Pg. 3',
  'Length: 32 words',
  'Body',
  'Brackwater General Hospital restored its patient records on Friday from a backup. All operations will go ahead on Monday, a spokeswoman said.',
  'Load-Date: April 6, 2024',
  'End of Document',
]);

const nexisDutch = `                               1 van 2 DOCUMENTEN

                                De Peelkoerier

                           17 januari 2023 dinsdag

Pinautomaten in Deurne urenlang stuk

AUTEUR: TOON VERBERKT

SECTIE: Regio; Blz. 7

LENGTE: 44 woorden

In Deurne kon maandag urenlang niet worden gepind. Een storing bij
betaalbedrijf Worldline legde de automaten van drie banken plat.

Worldline heeft de storing in de avond verholpen. Er was geen sprake van een
aanval, zegt het bedrijf.

LAAD-DATUM: 17 januari 2023

TAAL: NEDERLANDS; DUTCH

PUBLICATIETYPE: Krant

                               2 van 2 DOCUMENTEN

                                De Peelkoerier

                          20 januari 2023 vrijdag

Asten waarschuwt voor valse boetes

SECTIE: Regio; Blz. 9

LENGTE: 31 woorden

De gemeente Asten waarschuwt inwoners voor mails over een boete die niet bestaat.
Wie op de link klikt, komt op een nagemaakte pagina van DigiD.

LAAD-DATUM: 20 januari 2023
`;

const factiva = `HD
Ferry line loses bookings in hack
BY
Morag Lennie
WC
58 words
PD
21 August 2023
SN
The Sound Herald
SC
SNDHER
LA
English
CY
(c) 2023 Sound Herald Ltd.

LP
Sound of Erran Ferries lost two days of bookings after hackers deleted a database on Saturday.

TD
The company restored most of it from a copy on Sunday. It advises travellers to bring a printed ticket.

No card numbers were stolen, said managing director Isla Rannoch.

CO
snderr : Sound of Erran Ferries
AN
Document SNDHER0020230821ej8l00003

HD
Ferries call in police
WC
24 words
PD
22 August 2023
SN
The Sound Herald
LA
English
LP
Sound of Erran Ferries reported the hack of its booking system to Police Scotland on Monday.
TD
An officer said it was too early to name a suspect.
AN
Document SNDHER0020230822ej8m00001
`;

const table = `Nummer;Kop;Datum;Bron;Link;Tekst
17;Café-keten sluit kassa’s;12-06-2023;Vakblad Gastvrij;https://gastvrij.example/17;"De keten Bruin & Blond heeft zaterdag alle kassa’s uitgezet, nadat een leverancier was gehackt.
De schade is €20.000, zegt eigenaar Zoë de Wit."
18;Kassa’s weer aan;14-06-2023;Vakblad Gastvrij;https://gastvrij.example/18;"De kassa’s van Bruin & Blond doen het weer. Leverancier Tilpunt installeerde dinsdag een update, ""zonder losgeld te betalen""."
`;

const tabs = [
  ['docid', 'when', 'full', 'where'],
  [
    'c-1',
    '2022-10-04',
    'The port of Ravensey disconnected its cranes from the network on Monday after a warning from Europol.',
    'Quay News',
  ],
  [
    'c-2',
    '2022-10-06',
    'Ravensey reconnected its cranes on Wednesday. The warning proved false, the port said.',
    'Quay News',
  ],
]
  .map(row => `${row.join('\t')}\n`)
  .join('');

const mail = `Return-Path: <alert@nieuwsvanger.example>
Received: from mx.nieuwsvanger.example by mail.example; Thu, 2 May 2024 23:40:00 +0200
From: =?utf-8?q?Nieuwsvanger_=E2=80=93_uw_alert?= <alert@nieuwsvanger.example>
To: lezer@example.org
Subject: =?iso-8859-1?Q?Bibliotheek_Noordveld_sluit_cataloog_af=2C_leden_ge=EFnformeerd?=
Date: Thu, 02 May 2024 23:40:00 +0200
Message-ID: <alert-2024-05-02-01@nieuwsvanger.example>
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary="grens"

--grens
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

Bibliotheek Noordveld heeft donderdag haar online catalogus afgesloten. Een ha=
cker had de namen van 9.000 leden gekopieerd.

De bibliotheek vraagt leden hun wachtwoord te wijzigen. De kosten lopen op to=
t =80 15.000, zegt directeur Ren=E9 Postma.

--grens
Content-Type: text/html; charset=utf-8

<p>Bibliotheek Noordveld heeft donderdag haar online catalogus afgesloten.</p>

--grens--
`;

const mailbox = `From alerts@pressbell.example Mon Jan  8 07:00:01 2024
From: Press Bell <alerts@pressbell.example>
To: desk@example.org
Subject: Museum of Toys reopens website
Date: Mon, 8 Jan 2024 07:00:00 +0000
Message-ID: <bell-1@pressbell.example>
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

The Museum of Toys in Aldervale reopened its website on Sunday, a month after it was defaced.
>From now on tickets are sold at the door only, it said.

From alerts@pressbell.example Tue Jan  9 07:00:01 2024
From: Press Bell <alerts@pressbell.example>
To: desk@example.org
Subject: =?utf-8?B?VGFwd2F0ZXIg4oCTIG5vIHJpc2s=?=
Date: Tue, 9 Jan 2024 07:00:00 +0000
Message-ID: <bell-2@pressbell.example>
MIME-Version: 1.0
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from('<html><body><p>Aldervale Water blocked a login from abroad on Monday. Tap water was never at risk, the company said.</p><p>Sign up for our newsletter to get more of this in your inbox.</p></body></html>').toString('base64')}

`;

const rss = `<?xml version="1.0" encoding="ISO-8859-1"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Stadsnieuws Vechtoord</title>
<link>https://vechtoord.example/</link>
<description>Het laatste nieuws</description>
<item>
<title>Theater De Sluis verliest gastenlijst &amp; website</title>
<link>https://vechtoord.example/theater</link>
<guid isPermaLink="false">vo-301</guid>
<pubDate>Fri, 13 Oct 2023 18:05:00 +0200</pubDate>
<description>Een korte samenvatting.</description>
<content:encoded><![CDATA[<p>Theater De Sluis heeft vrijdag de politie ingeschakeld. De website werd overgenomen en de gastenlijst is gestolen, meldt directeur Zo\xeb Albers.</p><p>Lees ook: <a href="/x">Premi\xe8re uitgesteld</a></p>]]></content:encoded>
</item>
<item>
<title>Geen storing bij gemeente</title>
<link>https://vechtoord.example/storing</link>
<guid>https://vechtoord.example/storing</guid>
<dc:date>2023-10-12</dc:date>
<description>De gemeente Vechtoord spreekt tegen dat haar systemen donderdag waren gehackt. De balie was dicht vanwege een verhuizing.</description>
</item>
</channel>
</rss>
`;

const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>Moorland Wire</title>
<id>urn:moorland</id>
<updated>2024-01-30T09:00:00Z</updated>
<entry>
<title type="html">Dairy co-op &lt;b&gt;halts&lt;/b&gt; deliveries</title>
<id>urn:moorland:77</id>
<link rel="alternate" href="https://moorland.example/77"/>
<published>2024-01-29T22:30:00Z</published>
<updated>2024-01-30T09:00:00Z</updated>
<content type="html">&lt;p&gt;Moorland Dairies halted deliveries on Monday after its order system was hit by ransomware.&lt;/p&gt;&lt;p&gt;Farmers were told to store milk for a day.&lt;/p&gt;</content>
</entry>
</feed>
`;

const simplePage = (title, date, text) =>
  `<!doctype html><html lang="en"><head><title>${title} | Crawl Courier</title><meta property="og:site_name" content="Crawl Courier"><meta property="article:published_time" content="${date}T09:00:00+00:00"></head><body><nav><a href="/">Home</a></nav><article><h1>${title}</h1>${text.map(one => `<p>${one}</p>`).join('')}</article></body></html>`;
const bakery = simplePage('Bakery chain blames supplier for leak', '2024-04-01', [
  'Crumb & Co said on Monday that a supplier leaked the phone numbers of 3,000 customers. The supplier, Ovenware, denies this.',
  'The Information Commissioner’s Office was told on Sunday.',
]);
const library = simplePage('Library cards work again in Thornby', '2024-04-02', [
  'Thornby Library has repaired its card readers. A faulty update from its supplier had made them useless since Thursday.',
  'Nobody broke in, the council said on Tuesday.',
]);
const warcInfo = warcRecord(
  {
    'WARC-Type': 'warcinfo',
    'WARC-Record-ID': '<urn:uuid:00000000-0000-4000-8000-000000000000>',
    'WARC-Date': '2024-04-02T06:00:00Z',
    'Content-Type': 'application/warc-fields',
  },
  Buffer.from('software: example\r\n'),
);
const chunk = text => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;
const crawl = [
  warcInfo,
  warcAnswer(1, { url: 'https://courier.example/bakery', body: bakery }),
  warcAnswer(2, {
    url: 'https://courier.example/gone',
    status: '404 Not Found',
    body: '<html><body><p>This page is gone, and so is its story.</p></body></html>',
  }),
  warcAnswer(3, { url: 'https://courier.example/logo.png', type: 'image/png', body: '\x89PNG' }),
  warcAnswer(4, {
    url: 'https://courier.example/library',
    extra: 'Transfer-Encoding: chunked\r\n',
    body: `${chunk(library.slice(0, 200))}${chunk(library.slice(200))}0\r\n\r\n`,
  }),
];

const lines = [
  {
    id: 1,
    text: 'De gemeente Zuidwolde heeft dinsdag haar telefooncentrale uitgezet na een waarschuwing van de leverancier.',
    published: '2024-02-06',
  },
  {
    id: 2,
    text: 'Inwoners van Zuidwolde kunnen de gemeente weer bellen. De leverancier heeft het lek gedicht.',
    published: '2024-02-09',
  },
]
  .map(one => `${JSON.stringify(one)}\n`)
  .join('');

const note = `---
title: "Camping Duinrand mailt gasten na inbraak"
date: 2023-07-21
source: https://camping.example/bericht
tags:
  - inbraak
---

# Camping Duinrand mailt gasten na inbraak

Camping Duinrand heeft vrijdag 600 gasten gemaild. Iemand had ingebroken in het **reserveringssysteem** en daaruit namen gehaald.

De camping heeft het systeem afgesloten en aangifte gedaan bij de politie.
`;

const plain =
  'Tram stops halt in Oakhaven\r\n\r\n5 December 2023\r\n\r\nOakhaven Transit shut down its ticket machines on Monday after a break-in at a supplier. Travel is free until Thursday, the company said.\r\n';
const euro =
  'Veiling in Aalsmeer gestopt\n\n9 mei 2023\n\nDe veiling van Aalsmeer lag dinsdag een uur stil door een storing. De schade is ¤ 90.000, zegt de coöperatie. Hackers waren er niet bij betrokken.\n';

write('fixtures/formats', {
  'page.html': page,
  'western.html': western(western1252),
  'clipping.pdf': clipping,
  'letter.docx': letter,
  'nexis.docx': nexis,
  'nexis-dutch.txt': nexisDutch,
  'factiva.txt': factiva,
  'table.csv': western(table),
  'columns.tsv': tabs,
  'alert.eml': mail.replaceAll('\n', '\r\n'),
  'alerts.mbox': mailbox,
  'news.rss': Buffer.from(rss, 'latin1'),
  'news.atom': atom,
  'crawl.warc': Buffer.concat(crawl),
  'crawl.warc.gz': Buffer.concat(crawl.map(gzip)),
  'bundle.zip': zip([
    { name: 'nieuws/', data: '', method: 0, mode: 0o40755 },
    { name: 'nieuws/oakhaven.txt', data: plain },
    { name: 'nieuws/page.html.gz', data: gzip(page), method: 0 },
    { name: '../../uit/duinrand.md', data: note },
    { name: 'link.txt', data: '/etc/hostname', mode: 0o120777 },
    { name: 'plaatje.png', data: 'geen tekst' },
  ]),
  'page.html.gz': gzip(page.replaceAll('elf gemalen', 'twaalf gemalen')),
  'lines.jsonl.zst': zstd(Buffer.from(lines)),
  'note.md': note,
  'utf16.txt': Buffer.from(`\ufeff${plain}`, 'utf16le'),
  'latin9.txt': Buffer.from(euro, 'latin1'),
});

const cut = (bytes, share = 0.6) => Buffer.from(bytes).subarray(0, Math.floor(Buffer.from(bytes).length * share));
const nested = Array.from({ length: 4 }).reduce(
  (data, _, i) => zip([{ name: `level-${i}.zip`, data }]),
  zip([{ name: 'a.txt', data: plain }]),
);
const locked = zip([{ name: 'secret.txt', data: plain, flags: 0x801 }]);

write('fixtures/broken', {
  'deep.html': `<html><body>${'<div>'.repeat(600)}Too deep.</body></html>`,
  'no-article.html': '<!doctype html><html><head><title>Empty</title></head><body><script>1</script></body></html>',
  'cut.pdf': cut(clipping, 0.3),
  'picture.pdf': pdf([[]]),
  'cut.docx': cut(letter),
  'no-zip.docx': 'This is no Word document at all.',
  'count.txt': nexisDutch.replaceAll('van 2 DOCUMENTEN', 'van 3 DOCUMENTEN'),
  'no-text-column.csv': 'name,amount\nA,3\n',
  'cut.csv': 'title,text\nA,"This text goes on and on',
  'empty.eml': 'From: a@example.org\r\nSubject: Nothing\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n\r\n',
  'no-mail.mbox': 'There is no mail in here.\n',
  'no-feed.xml': '<?xml version="1.0"?><catalogue><book/></catalogue>',
  'no-items.rss': '<rss version="2.0"><channel><title>Nothing new</title></channel></rss>',
  'cut.warc': cut(Buffer.concat([warcInfo, warcAnswer(1, { url: 'https://courier.example/bakery', body: bakery })])),
  'cut.txt.gz': cut(gzip(plain)),
  'cut.jsonl.zst': cut(zstd(Buffer.from(lines))),
  'cut.zip': cut(zip([{ name: 'a.txt', data: plain }])),
  'nested.zip': nested,
  'locked.zip': locked,
  'bomb.txt.gz': gzip(Buffer.alloc(20 * 1024 * 1024, 0x20)),
  'guess.txt': Buffer.from(
    'De coöperatie heeft de veiling gisteren stilgelegd na een storing in het netwerk.\n',
    'latin1',
  ),
  'unknown-format.rtf': '{\\rtf1 This is not read.}\n',
  'binary.pdf': Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    Buffer.from(Array.from({ length: 500 }, (_, i) => (i * 7919) & 0xff)),
  ]),
});
