const ONSETS = 'b br d dr f fl g gr h k kl kr l m n p pl r s sl sn st t tr v w z'.split(' ');
const RIMES = 'aak aal ab and ark ek el end er ig im in ok ol ond or uk un us ym'.split(' ');
const ENDS = ['', ' Systems', ' Group', ' Zorg', ' Logistics', ' B.V.'];

/** Invented names, each another, in a fixed order. */
function invented(index) {
  const at = (list, n) => list[n % list.length];
  const a = at(ONSETS, index) + at(RIMES, Math.floor(index / ONSETS.length));
  const b = at(ONSETS, Math.floor(index / 7)) + at(RIMES, Math.floor(index / 3));
  const name = `${a.charAt(0).toUpperCase()}${a.slice(1)}${b}${index % 97}${at(ENDS, index)}`;
  const about = { vendor: null, country: null, sector: null, identifiers: {}, cve: [], aliases: [], caseSensitive: [] };
  return { ...about, name, kind: 'company', of: 'organisation', needsContext: [], needsHead: [] };
}

/** So many invented organisations, as entries of a gazetteer of a user's own. */
export const manyNames = count => Array.from({ length: count }, (_, index) => invented(index));
