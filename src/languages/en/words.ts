import type { WordClass } from '../../model/language.ts';
import { adjectives, adverbs } from './adverbs.ts';
import { nounLike } from './verbs.ts';

/** English closed word classes. */
export const words: Readonly<Partial<Record<WordClass, readonly string[]>>> = {
  determiner: ['the', 'a', 'an', 'this', 'that', 'these', 'those', 'each', 'every', 'all', 'some', 'any', 'no', 'many', 'several', 'both', 'most', 'more', 'much', 'few', 'fewer', 'other', 'another', 'such', 'which', 'what', 'either', 'neither', 'half', 'enough', 'various', 'dozens', 'hundreds', 'thousands', 'millions', 'whose', 'less'],
  possessive: ['its', 'their', 'his', 'her', 'our', 'my', 'your', 'whose', "'s"],
  preposition: ['of', 'in', 'on', 'at', 'by', 'for', 'with', 'from', 'to', 'into', 'onto', 'over', 'under', 'after', 'before', 'since', 'until', 'till', 'through', 'via', 'during', 'about', 'against', 'between', 'among', 'amid', 'without', 'within', 'across', 'behind', 'around', 'near', 'per', 'despite', 'because', 'due', 'according', 'towards', 'toward', 'upon', 'outside', 'inside', 'off', 'out', 'up', 'down', 'as', 'like', 'than', 'regarding', 'concerning', 'throughout', 'besides', 'beyond', 'following', 'including', 'unlike', 'versus', 'below', 'above', 'along', 'beside', 'past'],
  pronoun: ['he', 'she', 'it', 'they', 'we', 'i', 'you', 'him', 'her', 'them', 'us', 'me', 'himself', 'herself', 'itself', 'themselves', 'ourselves', 'this', 'that', 'these', 'those', 'who', 'which', 'what', 'someone', 'somebody', 'nobody', 'nothing', 'anyone', 'anybody', 'everyone', 'everybody', 'everything', 'something', 'anything', 'none', 'one', 'others', 'there', 'whoever', 'whom'],
  subject: ['he', 'she', 'they', 'we', 'i', 'you', 'it'],
  coordinator: ['and', 'or', 'but', 'nor', 'yet', 'so'],
  subordinator: ['that', 'because', 'although', 'though', 'while', 'when', 'whenever', 'if', 'unless', 'after', 'before', 'since', 'until', 'once', 'whether', 'as', 'so', 'where', 'whereas', 'how', 'why', 'what', 'which', 'who', 'whose', 'lest', 'provided', 'till'],
  relative: ['who', 'which', 'that', 'whose', 'whom', 'where'],
  question: ['whether', 'how', 'why', 'who', 'what', 'which', 'when', 'where'],
  have: ['have', 'has', 'had', 'having', "'ve"],
  be: ['be', 'am', 'is', 'are', 'was', 'were', 'been', 'being', "'re", "'m"],
  become: ['get', 'gets', 'got', 'gotten', 'becomes', 'became', 'become'],
  modal: ['can', 'could', 'may', 'might', 'must', 'should', 'would', 'shall', 'ought', 'need', 'ca', 'cannot', "'d", 'do', 'does', 'did', 'sha', 'wo'],
  future: ['will', 'shall', "'ll", 'wo'],
  negation: ['not', "n't", 'no', 'never', 'nobody', 'nothing', 'none', 'neither', 'nor', 'without', 'cannot', 'nowhere'],
  to: ['to'],
  adverb: adverbs,
  adjective: adjectives,
  particle: ['up', 'down', 'out', 'off', 'in', 'on', 'over', 'away', 'back', 'offline', 'online', 'apart', 'through', 'into', 'around', 'forward', 'along', 'aside', 'together', 'open', 'public'],
  agent: ['by'],
  title: ['mayor', 'minister', 'prime minister', 'president', 'secretary', 'spokesperson', 'spokesman', 'spokeswoman', 'director', 'chief executive', 'chief', 'ceo', 'cio', 'ciso', 'cto', 'founder', 'researcher', 'professor', 'dr', 'mr', 'mrs', 'ms', 'sir', 'senator', 'congressman', 'congresswoman', 'representative', 'governor', 'commissioner', 'chairman', 'chairwoman', 'chair', 'chancellor', 'judge', 'prosecutor', 'attorney', 'attorney general', 'lawyer', 'analyst', 'journalist', 'reporter', 'expert', 'head', 'vice president', 'superintendent', 'sheriff', 'detective', 'officer', 'inspector', 'general', 'king', 'queen', 'prince', 'hacker', 'engineer', 'manager', 'consultant', 'doctor', 'teacher', 'resident', 'user', 'administrator', 'principal', 'dean', 'rector', 'councillor', 'adviser', 'advisor', 'ambassador', 'mp', 'agent'],
  noun: nounLike,
};

/** English verbs that introduce what somebody says; infinitives. */
export const speechVerbs: readonly string[] = ['say', 'tell', 'write', 'report', 'state', 'announce', 'confirm', 'deny', 'claim', 'allege', 'acknowledge', 'admit', 'add', 'warn', 'explain', 'insist', 'believe', 'think', 'note', 'stress', 'argue', 'reply', 'respond', 'tweet', 'post', 'suggest', 'estimate', 'reveal', 'conclude', 'concede', 'declare', 'maintain', 'assert', 'describe', 'call', 'promise', 'reckon', 'hope', 'expect', 'fear', 'suspect', 'find', 'show', 'indicate', 'boast'];

/** English abbreviations whose full stop does not end a sentence. */
export const abbreviations: readonly string[] = ['mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'sen', 'rep', 'gov', 'gen', 'col', 'lt', 'sgt', 'capt', 'jr', 'sr', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'inc', 'ltd', 'corp', 'co', 'llc', 'vs', 'etc', 'no', 'dept', 'est', 'approx', 'fig', 'e.g', 'i.e', 'cf', 'al', 'mt', 'ft', 'messrs', 'supt', 'det', 'maj'];
