import type { WordClass } from '../../model/language.ts';
import { adjectives, adverbs } from './adverbs.ts';
import { particles } from './verbs.ts';

/** Dutch closed word classes. */
export const words: Readonly<Partial<Record<WordClass, readonly string[]>>> = {
  determiner: ['de', 'het', 'een', 'één', 'deze', 'dit', 'die', 'dat', 'elke', 'elk', 'iedere', 'ieder', 'alle', 'al', 'sommige', 'enkele', 'veel', 'vele', 'weinig', 'meer', 'meerdere', 'diverse', 'verschillende', 'verscheidene', 'beide', 'geen', 'géén', 'welke', 'welk', 'zulke', 'zo\'n', 'dezelfde', 'hetzelfde', 'genoeg', 'andere', 'meeste', 'minder', 'tal', 'tientallen', 'honderden', 'duizenden', 'ettelijke', 'allerlei', 'allerhande', 'der', 'des', '\'t', '\'n', 'wat'],
  possessive: ['zijn', 'haar', 'hun', 'mijn', 'jouw', 'uw', 'ons', 'onze', 'diens', 'jullie', 'wiens', 'wier'],
  preposition: ['van', 'in', 'op', 'met', 'aan', 'bij', 'voor', 'uit', 'over', 'om', 'tot', 'naar', 'na', 'tegen', 'onder', 'door', 'sinds', 'vanaf', 'via', 'volgens', 'tussen', 'zonder', 'tijdens', 'binnen', 'buiten', 'wegens', 'vanwege', 'dankzij', 'ondanks', 'per', 'rond', 'rondom', 'langs', 'boven', 'achter', 'naast', 'tegenover', 'jegens', 'namens', 'behalve', 'vanuit', 'richting', 'omtrent', 'inzake', 'omstreeks', 'gedurende', 'te', 'ten', 'ter', 'conform', 'middels', 'vlakbij', 'bovenop', 'versus'],
  pronoun: ['hij', 'zij', 'ze', 'het', 'wij', 'we', 'ik', 'jij', 'je', 'u', 'jullie', 'hem', 'haar', 'hen', 'hun', 'ons', 'mij', 'me', 'zich', 'zichzelf', 'elkaar', 'dit', 'dat', 'deze', 'die', 'er', 'iemand', 'niemand', 'iets', 'niets', 'iedereen', 'alles', 'men', 'wie', 'wat', 'zelf', 'degene', 'degenen', 'sommigen', 'velen', 'anderen', 'allen', 'daar', 'hier'],
  subject: ['hij', 'zij', 'ze', 'wij', 'we', 'ik', 'jij', 'men', 'het', 'u', 'je'],
  coordinator: ['en', 'of', 'maar', 'want', 'dus', 'noch', 'evenals', 'alsmede', 'alsook', 'ofwel', 'oftewel'],
  subordinator: ['dat', 'omdat', 'doordat', 'zodat', 'nadat', 'voordat', 'totdat', 'opdat', 'terwijl', 'hoewel', 'ofschoon', 'als', 'wanneer', 'toen', 'indien', 'tenzij', 'mits', 'zodra', 'zolang', 'sinds', 'aangezien', 'waardoor', 'waarbij', 'waarmee', 'waarin', 'waarop', 'waarna', 'waarvan', 'waarvoor', 'waaruit', 'waaronder', 'waarover', 'waaraan', 'waartoe', 'waar', 'naarmate', 'of', 'om', 'alsof', 'daar', 'ondanks', 'voor', 'voordat', 'naargelang', 'hoe', 'waarom', 'wat', 'wie', 'welke', 'zoals'],
  relative: ['die', 'dat', 'wie', 'wat', 'waarvan', 'waarin', 'waarop', 'waarmee', 'waarbij', 'waardoor'],
  question: ['of', 'hoe', 'waarom', 'wie', 'wat', 'welke', 'welk', 'hoeveel', 'wanneer'],
  have: ['heb', 'hebt', 'heeft', 'hebben', 'had', 'hadden', 'gehad'],
  be: ['ben', 'bent', 'is', 'zijn', 'was', 'waren', 'geweest', 'wezen'],
  become: ['word', 'wordt', 'worden', 'werd', 'werden', 'geworden', 'raakt', 'raakte', 'raken', 'raakten'],
  modal: ['kan', 'kunt', 'kun', 'kunnen', 'kon', 'konden', 'mag', 'mogen', 'mocht', 'mochten', 'moet', 'moeten', 'moest', 'moesten', 'wil', 'wilt', 'willen', 'wilde', 'wilden', 'wou', 'hoeft', 'hoeven', 'hoefde', 'hoefden', 'zou', 'zouden', 'dient', 'dienen', 'diende', 'dienden', 'blijft', 'blijven', 'bleef', 'bleven', 'laat', 'laten', 'liet', 'lieten', 'lijkt', 'lijken', 'leek', 'leken', 'blijkt', 'blijken', 'bleek', 'bleken', 'schijnt', 'schijnen', 'ga', 'gaat', 'gaan', 'ging', 'gingen', 'gekund', 'kunnen'],
  future: ['zal', 'zult', 'zullen', 'zul', 'gaat', 'gaan'],
  negation: ['niet', 'geen', 'géén', 'nooit', 'nergens', 'niemand', 'niets', 'niks', 'noch', 'zonder', 'evenmin', 'nimmer', 'geenszins', 'allerminst'],
  to: ['te'],
  adverb: adverbs,
  adjective: adjectives,
  particle: particles,
  agent: ['door'],
  title: ['burgemeester', 'wethouder', 'staatssecretaris', 'minister', 'minister-president', 'premier', 'president', 'koning', 'commissaris', 'gedeputeerde', 'woordvoerder', 'woordvoerster', 'directeur', 'bestuurder', 'bestuursvoorzitter', 'bestuurslid', 'voorzitter', 'topman', 'topvrouw', 'ceo', 'cio', 'ciso', 'cto', 'oprichter', 'onderzoeker', 'beveiligingsonderzoeker', 'hoogleraar', 'professor', 'prof', 'dr', 'drs', 'mr', 'ir', 'kamerlid', 'tweede kamerlid', 'raadslid', 'gemeentesecretaris', 'gemeentedirecteur', 'officier van justitie', 'rechter', 'advocaat', 'expert', 'beveiligingsexpert', 'deskundige', 'analist', 'hacker', 'journalist', 'verslaggever', 'fractievoorzitter', 'politicus', 'inspecteur', 'korpschef', 'rector', 'rector magnificus', 'mevrouw', 'meneer', 'de heer', 'teamleider', 'manager', 'ict-manager', 'hoofd', 'lector', 'arts', 'huisarts', 'eigenaar', 'ondernemer', 'bewoner', 'inwoner', 'verdachte', 'demissionair', 'ambassadeur', 'commissaris van de koning', 'cybersecurity-expert', 'it-expert', 'promovendus', 'medewerker', 'adviseur', 'beveiliger', 'ombudsman', 'generaal', 'kolonel'],
  noun: ['gebruik', 'lek', 'besluit', 'antwoord', 'werk', 'plan', 'raad', 'advies', 'verkeer', 'contact', 'overleg', 'onderzoek', 'oproep', 'bericht', 'dienst', 'bestand', 'melding', 'storing', 'aanval', 'verzoek', 'herstel', 'bericht', 'begin', 'eind', 'brief', 'staat', 'kosten', 'zorgen', 'bank', 'weken', 'leden', 'delen', 'gaten', 'hoop', 'eis', 'stel', 'druk', 'deel', 'uitval', 'misbruik', 'hack', 'scan', 'update', 'patch', 'eigen', 'beeld', 'gevolg', 'gevolgen', 'eisen', 'bron', 'bronnen', 'feit', 'kop', 'kijk', 'zorg', 'hulp', 'reeks', 'test', 'zaak', 'waren', 'steun', 'week', 'dag', 'uur', 'maand', 'jaar'],
};

/** Dutch verbs that introduce what somebody says; infinitives. */
export const speechVerbs: readonly string[] = ['zeggen', 'melden', 'stellen', 'schrijven', 'verklaren', 'bevestigen', 'erkennen', 'benadrukken', 'claimen', 'beweren', 'ontkennen', 'reageren', 'vertellen', 'laten', 'waarschuwen', 'vermoeden', 'denken', 'berichten', 'vinden', 'bestempelen', 'toevoegen', 'uitleggen', 'aangeven', 'toelichten', 'onthullen', 'concluderen', 'constateren', 'tegenspreken', 'spreken', 'twitteren', 'noemen', 'verwachten', 'luiden', 'stelde', 'benoemen', 'toegeven', 'mededelen', 'meedelen', 'herhalen', 'opmerken', 'betogen', 'aankondigen', 'bekendmaken', 'weerspreken', 'schetsen', 'hopen', 'vrezen', 'beloven', 'besluiten'];

/** Dutch abbreviations whose full stop does not end a sentence. */
export const abbreviations: readonly string[] = ['bijv', 'bv', 'bvb', 'nl', 'nr', 'ca', 'dhr', 'mevr', 'mw', 'drs', 'dr', 'ir', 'ing', 'mr', 'prof', 'st', 'resp', 'evt', 'incl', 'excl', 'o.a', 'm.b.t', 'i.v.m', 'jan', 'feb', 'febr', 'mrt', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'okt', 'nov', 'dec', 'jl', 'max', 'min', 'tel', 'art', 'vgl', 'zgn', 'inc', 'ltd', 'corp', 'co', 'vs', 'gem', 'ds', 'lt', 'gen', 'kol'];
