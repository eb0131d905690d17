const ONES = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** English number words of one token, and their value; "twenty-two" is put together where numbers are read. */
export const numberWords: Readonly<Record<string, number>> = {
  ...Object.fromEntries(ONES.map((word, n): [string, number] => [word, n]).slice(1)),
  ...Object.fromEntries(TENS.flatMap((word, n): [string, number][] => (word === '' ? [] : [[word, n * 10]]))),
  a: 1,
  an: 1,
  another: 1,
  half: 0.5,
  hundred: 100,
  thousand: 1000,
  million: 1_000_000,
  billion: 1_000_000_000,
  dozen: 12,
};

/** English ordinals and their value. */
export const ordinalWords: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
};
