import type { Cue } from './cue.ts';
import type { HolidayName } from './holidays.ts';
import type { MalwareLanguage } from './malware.ts';
import type { NameCue, NameRule, OrganisationKind, ProperWords, QuantityLanguage } from './name.ts';
import type { TimeLanguage } from './time.ts';
import type { TriggerRule } from './trigger.ts';

/** The languages whose articles are analysed. */
export type LanguageCode = 'nl' | 'en';

/** Word classes; the order gives each its bit. A word may be of several: Dutch "dat" is pronoun, determiner, subordinator. */
export const WORD_CLASSES = [
  'determiner',
  'possessive', // zijn, their
  'preposition',
  'pronoun',
  'subject', // pronouns that can only be subjects: hij, they
  'coordinator', // en, but
  'subordinator', // omdat, because
  'relative', // die, which
  'question', // of, whether, hoe
  'have',
  'be',
  'become', // worden: the Dutch passive auxiliary
  'modal', // kunnen, may
  'future', // zullen, will
  'negation',
  'to', // te, to
  'adverb',
  'adjective',
  'past', // finite past tense
  'present', // finite present tense
  'participle', // past participle
  'infinitive',
  'gerund', // English -ing
  'particle', // uit, off
  'speech', // zegt, said
  'agent', // door, by: brings in who did it
  'title', // burgemeester, spokesperson: a person's function
  'noun', // nouns that are also something else
  'firstName',
] as const;

export type WordClass = (typeof WORD_CLASSES)[number];

/** What a common noun names; the order gives each its bit. */
export const NOUN_CLASSES = [
  'system', // server, netwerk
  'service', // dienstverlening, website
  'data',
  'flaw',
  'attack',
  'malware',
  'money',
  'patch',
  'account',
  'people', // medewerkers, customers: those who suffer or do
  'attacker',
  'organisation', // gemeente, company
  'measure',
  'evidence', // sporen, traces
  'message', // brief, letter
  'crisis', // crisisteam
  'work', // thuiswerken, surgery
  'access', // toegang
  'expert', // deskundigen, consultants
  'authority', // politie, regulator
  'problem', // problemen, outage
  'suspect', // verdachte
  'use', // gebruik
  'penalty', // boete
  'software',
] as const;

export type NounClass = (typeof NOUN_CLASSES)[number];

/** Small groups of words that play a part in grammar; a language fills each with its own, or leaves it empty. */
export const WORD_GROUPS = [
  'of', // what brings in the whole or the owner: de servers VAN Ede
  'partitives', // behind which a determiner stands for a noun: veel VAN de, een OF meer
  'and', // joins the last member of an enumeration
  'or', // offers the last member of an enumeration
  'whether', // opens an indirect question
  'ransom', // what an extortion asks for, also inside a longer word
  'but', // joins what is no enumeration
  'that', // brings in what is said
  'agent', // brings in who did it in the passive
  'recipient', // brings in to whom
  'instrument', // brings in with what
  'owner', // brings in at whose place
  'about', // brings in what a noun of action is aimed at
  'complementing', // behind a definite noun, says which one is meant: de aanval OP Ede
  'origin', // behind a noun of action, brings in whose it is: a warning FROM the agency
  'blameFor', // before a gerund, brings in for what somebody is blamed or thanked: FOR breaking in
  'reducedBefore', // behind a bare participle, shows that it is no finite verb: systems hit BY
  'definite', // determiners of something known: de, their
  'definiteNouns', // determiners of a noun of action that its clause takes for granted
  'articles', // determiners with which a bare noun only points back
  'pointing', // determiners that always point back
  'infinitiveArticles', // make a noun of an infinitive: HET blokkeren van
  'infinitiveMarkers', // nothing but an infinitive follows
  'infinitiveOpeners', // begin an infinitive group: OM … te
  'verbOrPossessive', // a form of to be that is also a possessive
  'questionOrChoice', // or, and also whether
  'adverbialCoordinators', // coordinators that are mostly adverbs
  'relativeOpeners', // can open a relative clause
  'obliqueRelatives', // relatives that are never the subject: WAARMEE, WHOSE
  'prepositionRelatives', // are relative also behind a preposition: in WHICH
  'nounRelatives', // are relative only directly behind a noun
  'weakSubordinators', // open a clause only where a finite verb follows
  'clausePrepositions', // prepositions that open a clause if a verb follows
  'complementOpeners', // open another clause before a verb was found
  'dummies', // pronouns that stand for nothing or for the subject: ER is, ZICH verschaffen
  'negativeDeterminers', // negate a noun phrase
  'verbalNegations', // negate a verb
  'afterNegation', // adverbs between a negated auxiliary and its verb: no LONGER
  'weakFuture', // auxiliaries of the future that also mean to go
  'pastAuxiliaries', // auxiliaries with which something has happened
  'within', // puts a story into a year: IN 2019
  'pastCopulas', // forms of be that are past beside those that the word lists call so
  'pastModals', // modals in the past tense
  'passives', // auxiliaries of the passive that tell of a change
  'becoming', // auxiliaries of a passive that still goes on
  'progressives', // auxiliaries with which a gerund still goes on
  'attributiveEndings', // endings with which a participle only stands before a noun
  'infinitiveEndings', // endings of an infinitive and of a strong participle
  'pluralNounEndings', // endings of nouns that stand for several
  'presentEndings', // endings of the third person of the present; a form without is a bare stem
  'stemSubjects', // beside which a bare stem is a verb: IK meld
  'pluralEndings', // endings of a noun that stands for several
  'neuterPronouns', // can stand for an organisation
  'feminineOrganisations', // subjects that can stand for one organisation: ZE betaalt niet
  'ownedByOne', // possessives that can be those of one organisation: ITS, HAAR
  'ownedByPersons', // of those the ones that are also a person's: ZIJN
  'pluralPronouns', // can stand for those of an organisation
  'adjacentPronouns', // stand for who was named right before
  'wePronouns', // stand for those who speak
  'personPronouns', // stand for one person
  'indefinitePersons', // pronouns of nobody known
  'indefiniteThings', // pronouns of nothing known
  'speakerPronouns', // pronouns of those who can be cited
  'speakers', // nouns of those who can be cited, also as the end of a compound
  'representing', // brings in for whom a person speaks
  'citing', // words before who is cited
  'thus', // opens a clause of who says what stands before it: , ZO heeft Ede bekendgemaakt
  'canModals', // finite verbs of who is able to: KAN niet uitsluiten
  'own', // before a noun of saying: naar EIGEN zeggen
  'ownSaying', // nouns of saying behind that
  'citedPersons', // words before a person who is cited
  'actedBy', // words before who acts or speaks
  'lets', // forms of the verb in: LAAT weten
  'know', // the infinitive in: laat WETEN
  'contentOpeners', // open a clause of what is said
  'splitSpeech', // infinitives of verbs of saying that stand in two parts: gaf … TOE
  'weakSpeech', // verbs that speak only with a clause or a quote of what is said
  'claims', // verbs of saying what nobody has shown
  'speaksOf', // verbs of saying whose object, behind a preposition or not, is what is said: SPRAK van een storing
  'denies', // verbs of saying that it is not so
  'confirms', // verbs of saying that it is so
  'perfectWithBe', // verbs whose perfect is formed with to be: IS overgestapt
  'victimWords', // before or behind an attack and its preposition, make who is told of its victim: fell PREY to
  'receives', // verbs whose subject is given something
  'carries', // verbs that carry any noun of action: DEED een oproep
  'acts', // verb forms with which an organisation acts; a place or a product does not
  'placeBefore', // behind which a name is a place
  'productBefore', // behind which a name is a product in use
  'inUse', // directly before a name that is an organisation or a product, make it the product
  'flawIn', // between a flaw or patch and the product that has it
  'comesFrom', // behind which a town is where somebody comes from
  'ministers', // titles behind which a ministry is not meant
  'ministryBefore', // behind which a bare ministry is meant
  'municipal', // words of municipalities: near them a bare town stands for its council
  'malwareNouns', // behind which a name is a program, not those who made it
  'scores', // words of how grave a flaw is, before or behind a number
  'outOf', // between a score and the most that it could be
  'versionWords', // before the number of a version
  'genitives', // what hangs on a name that owns
  'nameEndings', // what a name may wear before its verb
  'nameParticles', // small words inside names of persons
  'insideNames', // small words inside names of organisations
  'continueNames', // go on with a name of which the head was read: Bureau OF Investigation
  'nameArticles', // articles inside names behind that
  'backwardNames', // join what stands before to a name that is read backwards: Bank OF Ireland Group
  'continuedHeads', // heads of names that go on: National BUREAU of Investigation
  'noHeads', // compounds that end like a head of names, but bring in none: BLOEDGROEP AB
  'territory', // what a province or municipality has as a place: in het NOORDEN van
  'pluralHeads', // heads of several names: de GEMEENTEN Ede en Tiel
  'placeHeads', // heads that stand in lower case before a place: the CITY of Leeds
  'resumed', // taken up again before the next name of a list: van Ede en VAN Tiel
  'insideMinistries', // inside the name of a ministry: Cultuur EN Wetenschap
  'named', // between a common noun and the name that it brings in: a firm CALLED Ionica
  'commonAcronyms', // capitals that name no organisation and no product: CEO, VPN
  'noOrganisations', // first or last words of names of events, works and ideas: World CUP
  'continents', // adjectives of what has no government of its own: EUROPEAN
  'placeWords', // words of places, as the last or first of a name or behind it: RIVER, STREET
  'personRelatives', // bring in what a person does: WHO
  'thingRelatives', // bring in what an organisation or a thing does: WHICH
  'founded', // participles of what befalls organisations alone
  'personStates', // participles of what befalls persons alone
  'ownedByOrganisations', // what organisations own and places and persons hardly do: CUSTOMERS, WEBSITE
  'legalForms', // legal forms that show a company in any case
  'stoppedForms', // legal forms that end with a full stop
  'numberArticles', // number words that count nothing
  'rangeJoins', // join the ends of a range of numbers
  'measure', // nouns that stand for those whom they count
  'amountOf', // brings in what an amount counts: twee VAN de fouten
  'actsFor', // nouns, beside those of experts, of those who act for their organisation: an AFFILIATE of the gang
  'quantifiers', // heads behind which the phrase of what they count decides
  'earlier', // say that a count goes back
  'sameUnit', // say that the same day, week … is meant
  'since', // behind which a time lies in the past whatever the tense
  'until', // before a time at which something ends
  'timeAfter', // before what is over by then: NA de aanval van vrijdag
  'timeBefore', // before what is still to come then
  'otherTime', // open a clause that lies at another time than the one it hangs on: NADAT
  'sameTime', // open a clause that lies at the time of the one it hangs on: TOEN
  'resultRelatives', // open a clause that tells what came of it: WAARDOOR
  'towards', // bring in what somebody is urged or ordered to do: opdracht TOT een onderzoek
  'hearsay', // auxiliaries with which only hearsay is told: ZOU zijn gehackt
  'thingPronouns', // pronouns that stand for a thing: DIE moet het verhelpen
  'stays', // forms of to remain: BLIJFT gesloten
  'conditions', // open a condition: ALS de leverancier niets doet
  'invertedConditions', // verbs that open one without such a word: SHOULD the vendor fail
  'pastDuties', // verbs of a duty in the past, also of one that is told of: zei dat ze MOESTEN opletten
  'manner', // ask how or why, not whether
  'amounts', // behind "how", ask for a number: how MANY
  'superlatives', // between which and "since" a date only says how rare something is: the WORST since 2017
  'plans', // behind which a time lies ahead, unless the verb is in the past
  'numberEndings', // thousands and millions written onto a number: 3bn
  'meridiems', // halves of the day behind an hour
  'clockEndings', // endings of an hour: 5pm, 20u
  'ordinalEndings', // endings of an ordinal: 9th, 14e
  'decadeEndings', // endings of a decade: 1990s
] as const;

export type WordGroup = (typeof WORD_GROUPS)[number];

/** Groups of verbs, each verb by its infinitive: all its forms count. */
export const VERB_GROUPS = [
  'weakSpeech',
  'claims',
  'speaksOf',
  'denies',
  'confirms',
  'perfectWithBe',
  'receives',
  'carries',
] as const satisfies readonly WordGroup[];

/** What a generic noun can stand for: "de gemeente" for a municipality told before. */
export interface StandsFor {
  readonly nouns: readonly string[];
  readonly kinds: readonly OrganisationKind[];
}

/** How sentences of a language are built, where that is not told by its words. */
export interface Grammar {
  /** Verbs close the clause, auxiliaries may stand behind them, and an idiom's verb is its last word: "aan het licht komen". */
  readonly verbFinal: boolean;
  /** The subject may stand behind the finite verb: "Gisteren sloot Ede de servers af". */
  readonly inversion: boolean;
  /** The plural of the present is spelled like the infinitive: "hackers misbruiken het lek". */
  readonly pluralIsInfinitive: boolean;
  /** The imperative is the infinitive, not a finite form. */
  readonly imperativeIsInfinitive: boolean;
  /** A bare infinitive group is a clause of its own: "asked customers TO reset". */
  readonly infinitiveClauses: boolean;
  /** What is said needs no word that opens it: "the firm said it had closed". */
  readonly bareContent: boolean;
  /** A head stands bare before the name, "gemeente Ede"; otherwise it has a capital and a joining word, "City of Leeds". */
  readonly bareHeads: boolean;
  /** Near words of municipalities a bare town stands for its council. */
  readonly townsAct: boolean;
  /** A vendor is who makes what an article is about, not everybody of the trade: "leverancier" against "security vendor". */
  readonly vendorsByRole: boolean;
  /** Months are written with a capital: without one "may" and "march" are no months. */
  readonly capitalMonths: boolean;
  /** The marks between thousands and before decimals. */
  readonly figures: { readonly group: string; readonly point: string };
}

/** A form of a verb with the class it stands for and the lemma it belongs to. */
export interface VerbForm {
  readonly form: string;
  readonly lemma: string;
  readonly is: 'past' | 'present' | 'participle' | 'infinitive' | 'gerund';
}

/** Everything that a language brings: data, no loops. */
export interface Language {
  readonly code: LanguageCode;
  /** Words of each class. */
  readonly words: Readonly<Partial<Record<WordClass, readonly string[]>>>;
  /** Nouns by what they name, singular and plural. */
  readonly nouns: Readonly<Partial<Record<NounClass, readonly string[]>>>;
  /** All verb forms. */
  readonly verbs: readonly VerbForm[];
  /** Verbs' lemmas that introduce what somebody says. */
  readonly speechVerbs: readonly string[];
  /** Abbreviations whose full stop does not end a sentence. */
  readonly abbreviations: readonly string[];
  /** Words of computing, by which an incident is told from a burst pipe. */
  readonly computing: readonly string[];
  /** Those of them that mean an attack or a leak and hardly anything else. */
  readonly security: readonly string[];
  /** Whether a compound's last part tells what it is: Dutch "beveiligingslek" is a kind of "lek". */
  readonly compounds: boolean;
  /** The two countries whose organisations are meant first where a name is shared, as ISO 3166 writes them. */
  readonly countries: readonly [string, string];
  /** The country outside of which an acronym alone is not believed; null if it is believed of all. */
  readonly home: string | null;
  readonly grammar: Grammar;
  readonly groups: Readonly<Record<WordGroup, readonly string[]>>;
  /** Words before who is cited that are more than one: "according to". */
  readonly citingPhrases: readonly string[];
  readonly standsFor: readonly StandsFor[];
  readonly dates: TimeLanguage;
  /** Holidays that the rules of dates find by more than one word, and those that begin at a part of the day. */
  readonly holidays: Readonly<Record<string, HolidayName>>;
  /** Words of a habit and what recurs: a weekday's number or a part of the day. */
  readonly habits: Readonly<Record<string, number | string>>;
  readonly quantities: QuantityLanguage;
  readonly malware: MalwareLanguage;
  readonly names: readonly NameRule[];
  readonly nameCues: readonly NameCue[];
  readonly proper: ProperWords;
  readonly triggers: readonly TriggerRule[];
  readonly cues: readonly Cue[];
}

/** What the stages ask of a language itself; the rest they know from its compiled tables alone. */
export type Spoken = Pick<
  Language,
  'compounds' | 'countries' | 'home' | 'grammar' | 'groups' | 'dates' | 'holidays' | 'habits' | 'quantities'
>;

/** The parts of a language that `Spoken` keeps. */
export function spokenOf(language: Language): Spoken {
  const { compounds, countries, home, grammar, groups, dates, holidays, habits, quantities } = language;
  return { compounds, countries, home, grammar, groups, dates, holidays, habits, quantities };
}
