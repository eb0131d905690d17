import type { RuleBase } from '../model/rule.ts';

/** Rules that are the same in every language; their patterns are code, their meaning and proof stand here. */
export const generalRules: readonly RuleBase[] = [
  {
    id: 'names/gazetteer/listed',
    means:
      'A name that a gazetteer lists, spelled as it should be; ambiguous forms only with evidence around them or the full name elsewhere.',
    examples: [{ text: 'Volgens Microsoft zit er een lek in Exchange.', finds: 'Microsoft', value: 'Microsoft' }],
    rejects: ['De appel valt niet ver van de boom.'],
  },
  {
    id: 'names/vulnerability/cve',
    means: 'A CVE number in its spellings; the further numbers of a list take its year.',
    examples: [
      { text: 'De fout heet CVE-2023-12345 en is ernstig.', finds: 'CVE-2023-12345', value: 'CVE-2023-12345' },
      { text: 'De fout heet CVE 2023 12345 en is ernstig.', finds: 'CVE 2023 12345', value: 'CVE-2023-12345' },
      { text: 'They fixed CVE-2023-12345, -12346 and -12347.', finds: '12347', value: 'CVE-2023-12347' },
      { text: 'They fixed CVEs 2023-12345 and 2022-1234.', finds: '2022-1234', value: 'CVE-2022-1234' },
    ],
    rejects: ['De fout heet CVE en is ernstig.', 'In 2023 there were 12345 CVEs.', 'The case has number 2023-12345.'],
  },
  {
    id: 'names/malware/headed',
    means:
      'Malware that its noun or a word of naming shows, listed or not: the X ransomware, a wiper called X, infected with X.',
    examples: [
      { text: 'They used the Silverlock ransomware.', finds: 'Silverlock', value: 'Silverlock' },
      { text: 'They used malware called Silverlock.', finds: 'Silverlock', value: 'Silverlock' },
      { text: 'De Silverlock-trojan las berichten mee.', finds: 'Silverlock', value: 'Silverlock' },
      { text: 'Het is een nieuwe wiper, Silverlock genaamd.', finds: 'Silverlock', value: 'Silverlock' },
      { text: 'De servers zijn besmet met Clop.', finds: 'Clop', value: 'Clop' },
    ],
    rejects: [
      'They used malware called in by others.',
      'They used the ransomware.',
      'The Harlowe ransomware attack took weeks.',
      'The Silverlock ransomware gang posted names.',
      'Android malware is on the rise.',
      'Op Marktplaats ransomware kopen kan niet.',
    ],
  },
  {
    id: 'names/organisation/acronym',
    means: 'An acronym that the article itself defines behind a name, and its later uses.',
    examples: [
      {
        text: 'De Stichting Veilig Dorp (SVDX) vroeg om hulp. Later zweeg de SVDX over de hack.',
        finds: 'SVDX',
        value: 'Stichting Veilig Dorp',
      },
    ],
    rejects: ['De stichting (ook wel bekend) vroeg om hulp.'],
  },
  {
    id: 'names/organisation/short-form',
    means: 'The first word of a name of several words that a rule found, standing alone later on.',
    examples: [
      {
        text: 'Elmquistor Networks sold the router. Later Elmquistor sent a letter to its customers.',
        finds: 'Elmquistor',
        value: 'Elmquistor Networks',
      },
    ],
    rejects: ['The networks sold the router to them.'],
  },
  {
    id: 'names/organisation/acts',
    means: 'An unlisted name of unusual shape (an acronym, capitals inside) that acts or speaks like an organisation.',
    examples: [{ text: 'KraaiNet meldt dat de servers zijn gehackt.', finds: 'KraaiNet', value: 'KraaiNet' }],
    rejects: ['De servers draaien op KRVX sinds gisteren.'],
  },
  {
    id: 'names/organisation/founded',
    means: 'An unlisted name that was founded, merged or taken over.',
    examples: [{ text: 'On paper Brindlecote was founded in Leeds.', finds: 'Brindlecote' }],
    rejects: ['On paper Ann Brindlecote was born in Leeds.'],
  },
  {
    id: 'names/organisation/owns',
    means: 'An unlisted name that owns what organisations own: customers, a website, a network.',
    examples: [{ text: "The thieves copied Brindlecote's customer database.", finds: 'Brindlecote' }],
    rejects: ["The thieves copied Ann's customer database."],
  },
  {
    id: 'names/organisation/beside',
    means: 'An unlisted name beside an organisation in an enumeration.',
    examples: [{ text: 'The hole hit customers of Microsoft and Brindlecote alike.', finds: 'Brindlecote' }],
    rejects: ['The hole hit customers in Leeds and Farnley alike.'],
  },
  {
    id: 'names/organisation/told',
    means: 'An unlisted name behind which stands what kind of organisation it is.',
    examples: [{ text: 'At noon Brindlecote, a software maker from Leeds, went offline.', finds: 'Brindlecote' }],
    rejects: ['At noon Ann Brindlecote, a lawyer from Leeds, went offline.'],
  },
  {
    id: 'names/organisation/acronym-alone',
    means: 'An unlisted acronym that is no term of computing or other known abbreviation.',
    examples: [{ text: 'The files of the QRTW were copied.', finds: 'QRTW' }],
    rejects: ['The files of the VPN were copied.'],
  },
  {
    id: 'names/organisation/tracked',
    means: 'A threat group by the letters and number with which trackers follow it: UNC5221.',
    examples: [{ text: 'The trail leads to UNC98765 and stops there.', finds: 'UNC98765' }],
    rejects: ['The trail leads to ISO27001 and stops there.'],
  },
  {
    id: 'names/organisation/team',
    means: 'A sports team: a place and a noun in the plural with a capital.',
    examples: [{ text: 'The shop of the Boston Wobblers was hacked.', finds: 'Boston Wobblers' }],
    rejects: ['The shop in North Wales was hacked.'],
  },
  {
    id: 'names/organisation/of-place',
    means: 'Plain words with capitals before the country or town where the organisation is.',
    examples: [{ text: 'They called Quiet Harbour Finland at night.', finds: 'Quiet Harbour Finland' }],
    rejects: ['They called North Central Finland at night.'],
  },
  {
    id: 'names/organisation/of-country',
    means: "An acronym that a country owns: Italy's ACN.",
    examples: [{ text: "They called Italy's QZW at night.", finds: 'QZW' }],
    rejects: ["They called Italy's VPN at night."],
  },
  {
    id: 'names/organisation/hyphenated',
    means: 'A team by the names of two sponsors, one of which is listed: Lidl-Brindlecote.',
    examples: [{ text: 'Behind them rode a man of Lidl-Brindlecote in green.', finds: 'Lidl-Brindlecote' }],
    rejects: ['Behind them stood a Lidl-branch in green.', 'The Microsoft-CEO was seen.'],
  },
  {
    id: 'names/product/model',
    means: 'A device or program by its maker and its name, behind an article: een Fortinet Brindelkoot.',
    examples: [{ text: 'In de zaal hing een Fortinet Brindelkoot aan de muur.', finds: 'Fortinet Brindelkoot' }],
    rejects: ['In de zaal hing een Fortinet aan de muur.', 'In de zaal sprak Fortinet Brindelkoot aan.'],
  },
  {
    id: 'names/product/told',
    means: 'An unlisted name behind which stands that it is a program or a device.',
    examples: [{ text: 'Thieves abused Brindlecote, a browser for children, for weeks.', finds: 'Brindlecote' }],
    rejects: ['Thieves abused Brindlecote for weeks.'],
  },
  {
    id: 'names/product/of-vendor',
    means: 'An unlisted name that belongs to an organisation by its genitive: what it makes.',
    examples: [{ text: "The scans were done with IBM's Brindlecote.", finds: 'Brindlecote' }],
    rejects: ["The scans were done with IBM's Ann Brindlecote."],
  },
  {
    id: 'names/organisation/speaks-for',
    means: 'An unlisted name behind a person who is of it: Ann Lee of Brindlecote.',
    examples: [{ text: 'The files are gone, wrote Ann Lee of Brindlecote in May.', finds: 'Brindlecote' }],
    rejects: ['The files are gone, wrote Ann Lee of London in May.'],
  },
  {
    id: 'names/product/version',
    means: 'An unlisted name with a version directly behind it.',
    examples: [{ text: 'The bug is in Brindlecote 4.2.1, it seems.', finds: 'Brindlecote' }],
    rejects: ['The bug cost Brindlecote 4.2 million, it seems.'],
  },
  {
    id: 'names/reference/noun-phrase',
    means: 'A definite noun of an organisation that points back to the nearest one of a kind that fits.',
    examples: [
      { text: 'Capita lost the tokens. The company warned its staff.', finds: 'The company', value: 'Capita' },
      {
        text: 'De gemeente Ede zweeg. Later sloot de gemeente het loket.',
        finds: 'de gemeente',
        value: 'gemeente Ede',
      },
    ],
    rejects: ['Capita lost the tokens. The company on the corner warned its staff.', 'Okta zweeg. De gemeente ook.'],
  },
  {
    id: 'names/reference/pronoun',
    means:
      'A pronoun or possessive that repeats an organisation which is the subject of its clause or of the one before.',
    examples: [
      { text: 'Okta said it had warned them.', finds: 'it', value: 'Okta' },
      { text: 'Okta lost its tokens.', finds: 'its', value: 'Okta' },
      { text: 'Odido meldt dat het heeft betaald.', finds: 'het', value: 'Odido' },
    ],
    rejects: ['Okta lost the tokens. It rained.', 'The flaw of Okta is grave and its effect is great.'],
  },
];
