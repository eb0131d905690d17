import type { QuantityLanguage } from '../../model/name.ts';

/** English words of quantities. */
export const quantities: QuantityLanguage = {
  multipliers: { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9, m: 1e6, bn: 1e9, k: 1000, dozen: 12 },
  units: [
    { id: 'money', kind: 'money', words: { euro: 'EUR', euros: 'EUR', dollar: 'USD', dollars: 'USD', pound: 'GBP', pounds: 'GBP', bitcoin: 'BTC', bitcoins: 'BTC', yen: 'JPY', francs: 'CHF', kronor: 'SEK', kroner: 'DKK' } },
    { id: 'data-volume', kind: 'data-volume', words: { kilobytes: 'kB', megabytes: 'MB', gigabytes: 'GB', terabytes: 'TB', petabytes: 'PB', gigabyte: 'GB', terabyte: 'TB', kb: 'kB', mb: 'MB', gb: 'GB', tb: 'TB' } },
    { id: 'percentage', kind: 'percentage', words: { percent: 'percent', 'per cent': 'percent', '%': 'percent' } },
    { id: 'people', kind: 'people', words: { people: 'person', persons: 'person', customers: 'customer', patients: 'patient', employees: 'employee', staff: 'staff', workers: 'worker', users: 'user', students: 'student', pupils: 'pupil', residents: 'resident', members: 'member', victims: 'victim', citizens: 'citizen', subscribers: 'subscriber', americans: 'American', passengers: 'passenger', individuals: 'individual', suspects: 'suspect', men: 'man', women: 'woman', drivers: 'driver', taxpayers: 'taxpayer', households: 'household', clients: 'client', teachers: 'teacher', voters: 'voter' } },
    { id: 'records', kind: 'records', words: { records: 'record', files: 'file', documents: 'document', accounts: 'account', passwords: 'password', addresses: 'address', emails: 'email', messages: 'message', credentials: 'credential', numbers: 'number', passports: 'passport', photos: 'photo' } },
    { id: 'systems', kind: 'systems', words: { servers: 'server', computers: 'computer', systems: 'system', devices: 'device', laptops: 'laptop', machines: 'machine', networks: 'network', websites: 'website', routers: 'router', cameras: 'camera', atms: 'ATM', phones: 'phone', firewalls: 'firewall', pcs: 'PC' } },
    { id: 'organisations', kind: 'organisations', words: { companies: 'company', organisations: 'organisation', organizations: 'organization', businesses: 'business', firms: 'firm', hospitals: 'hospital', schools: 'school', councils: 'council', agencies: 'agency', stores: 'store', shops: 'shop', universities: 'university', banks: 'bank', governments: 'government', institutions: 'institution', practices: 'practice' } },
  ],
  about: ['about', 'around', 'some', 'approximately', 'roughly', 'an estimated', 'nearly', 'almost', 'circa', 'close to'],
  lessThan: ['less than', 'fewer than', 'under', 'up to', 'at most', 'no more than', 'below'],
  moreThan: ['more than', 'over', 'at least', 'upwards of', 'in excess of', 'no fewer than'],
};
