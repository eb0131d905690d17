const ONES = [
  'nul',
  'een',
  'twee',
  'drie',
  'vier',
  'vijf',
  'zes',
  'zeven',
  'acht',
  'negen',
  'tien',
  'elf',
  'twaalf',
  'dertien',
  'veertien',
  'vijftien',
  'zestien',
  'zeventien',
  'achttien',
  'negentien',
];
const TENS = ['', '', 'twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'];

/** Dutch writes "tweeëntwintig": the one before the ten, with a diaeresis where two vowels would meet. */
function belowHundred(n: number): string {
  if (n < 20) return ONES[n] ?? '';
  const one = n % 10;
  const ten = TENS[Math.floor(n / 10)] ?? '';
  if (one === 0) return ten;
  const head = ONES[one] ?? '';
  return `${head}${head.endsWith('e') ? 'ën' : 'en'}${ten}`;
}

const counted: [string, number][] = [];
for (let n = 0; n < 100; n += 1) counted.push([belowHundred(n), n]);
for (let n = 2; n < 10; n += 1) counted.push([`${ONES[n]}honderd`, n * 100], [`${ONES[n]}duizend`, n * 1000]);
for (let n = 10; n < 20; n += 1) counted.push([`${ONES[n]}honderd`, n * 100], [`${ONES[n]}duizend`, n * 1000]);
for (let n = 20; n < 100; n += 10) counted.push([`${TENS[n / 10]}duizend`, n * 1000]);
for (let n = 2; n < 13; n += 1) {
  const word = ONES[n] ?? '';
  counted.push(
    [`${word}${word.endsWith('e') ? 'ë' : 'e'}nhalf`, n + 0.5],
    [`${word}${word.endsWith('e') ? 'ë' : 'e'}nhalve`, n + 0.5],
    [`${word}${word.endsWith('e') ? 'ë' : 'e'}neenhalf`, n + 0.5],
    [`${word}${word.endsWith('e') ? 'ë' : 'e'}neenhalve`, n + 0.5],
  );
}

/** Dutch number words and their value. */
export const numberWords: Readonly<Record<string, number>> = {
  ...Object.fromEntries(counted),
  één: 1,
  ene: 1,
  beide: 2,
  honderd: 100,
  duizend: 1000,
  anderhalf: 1.5,
  anderhalve: 1.5,
  half: 0.5,
  halve: 0.5,
  honderdduizend: 100_000,
  miljoen: 1_000_000,
  miljard: 1_000_000_000,
};

/** Dutch ordinals and their value. */
export const ordinalWords: Readonly<Record<string, number>> = {
  eerste: 1,
  tweede: 2,
  derde: 3,
  vierde: 4,
  vijfde: 5,
  zesde: 6,
  zevende: 7,
  achtste: 8,
  negende: 9,
  tiende: 10,
  elfde: 11,
  twaalfde: 12,
  dertiende: 13,
  veertiende: 14,
  vijftiende: 15,
  zestiende: 16,
  zeventiende: 17,
  achttiende: 18,
  negentiende: 19,
  twintigste: 20,
  eenentwintigste: 21,
  tweeëntwintigste: 22,
  drieëntwintigste: 23,
  vierentwintigste: 24,
  vijfentwintigste: 25,
  zesentwintigste: 26,
  zevenentwintigste: 27,
  achtentwintigste: 28,
  negenentwintigste: 29,
  dertigste: 30,
  eenendertigste: 31,
};
