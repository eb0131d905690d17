import type { QuantityLanguage } from '../../model/name.ts';

/** Dutch words of quantities. */
export const quantities: QuantityLanguage = {
  multipliers: { honderd: 100, duizend: 1000, miljoen: 1e6, mln: 1e6, miljard: 1e9, mld: 1e9, ton: 1e5 },
  units: [
    { id: 'money', kind: 'money', words: { euro: 'EUR', "euro's": 'EUR', eurocent: 'EUR', dollar: 'USD', dollars: 'USD', pond: 'GBP', bitcoin: 'BTC', bitcoins: 'BTC', yen: 'JPY', frank: 'CHF', kroon: 'SEK' } },
    { id: 'data-volume', kind: 'data-volume', words: { kilobyte: 'kB', megabyte: 'MB', gigabyte: 'GB', terabyte: 'TB', petabyte: 'PB', kb: 'kB', mb: 'MB', gb: 'GB', tb: 'TB' } },
    { id: 'percentage', kind: 'percentage', words: { procent: 'percent', '%': 'percent' } },
    { id: 'people', kind: 'people', words: { mensen: 'mens', personen: 'persoon', nederlanders: 'Nederlander', belgen: 'Belg', klanten: 'klant', patiënten: 'patiënt', medewerkers: 'medewerker', inwoners: 'inwoner', gebruikers: 'gebruiker', leerlingen: 'leerling', studenten: 'student', werknemers: 'werknemer', ambtenaren: 'ambtenaar', leden: 'lid', slachtoffers: 'slachtoffer', burgers: 'burger', deelnemers: 'deelnemer', reizigers: 'reiziger', abonnees: 'abonnee', vrouwen: 'vrouw', verdachten: 'verdachte', agenten: 'agent', cliënten: 'cliënt', huishoudens: 'huishouden', bewoners: 'bewoner' } },
    { id: 'records', kind: 'records', words: { bestanden: 'bestand', documenten: 'document', gegevens: 'gegeven', records: 'record', dossiers: 'dossier', accounts: 'account', wachtwoorden: 'wachtwoord', 'e-mailadressen': 'e-mailadres', adressen: 'adres', rijbewijzen: 'rijbewijs', paspoorten: 'paspoort', foto: 'foto', berichten: 'bericht', mails: 'mail', telefoonnummers: 'telefoonnummer' } },
    { id: 'systems', kind: 'systems', words: { servers: 'server', computers: 'computer', systemen: 'systeem', apparaten: 'apparaat', laptops: 'laptop', werkplekken: 'werkplek', netwerken: 'netwerk', websites: 'website', routers: 'router', "camera's": 'camera', pinautomaten: 'pinautomaat', telefoons: 'telefoon', apparaat: 'apparaat', firewalls: 'firewall' } },
    { id: 'organisations', kind: 'organisations', words: { bedrijven: 'bedrijf', organisaties: 'organisatie', gemeenten: 'gemeente', ziekenhuizen: 'ziekenhuis', ministeries: 'ministerie', scholen: 'school', instellingen: 'instelling', winkels: 'winkel', filialen: 'filiaal', universiteiten: 'universiteit', overheden: 'overheid', banken: 'bank', instanties: 'instantie', apotheken: 'apotheek', praktijken: 'praktijk' } },
  ],
  about: ['ongeveer', 'circa', 'zo\'n', 'rond', 'naar schatting', 'zeker', 'grofweg', 'pakweg', 'zowat', 'ca', 'rond de'],
  lessThan: ['minder dan', 'bijna', 'hooguit', 'maximaal', 'hoogstens', 'tot', 'nog geen'],
  moreThan: ['meer dan', 'ruim', 'minstens', 'minimaal', 'ten minste', 'tenminste', 'over de'],
};
