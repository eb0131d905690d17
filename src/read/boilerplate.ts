import type { Block } from './blocks.ts';

/** Words with which a pointer to other pages begins, in Dutch and English. */
const POINTER =
  /^(?:lees (?:ook|meer|verder|hier|dit)|zie ook|bekijk ook|kijk ook|luister ook|ook interessant|meer (?:over|lezen|nieuws)|verder lezen|gerelateerd|aanbevolen|populair|meest gelezen|net binnen|read (?:also|more|next)|see also|also read|more (?:on|from|about|stories|like)|related|recommended|most (?:read|popular)|you (?:may|might) (?:also )?like|trending|up next|further reading)(?!\p{L})/iu;

/** Blocks that no article is made of: consent to cookies, newsletters, advertisements, buttons to share, rights. */
const NOISE = [
  /^(?:wij|we|deze (?:web)?site|onze (?:web)?site|[\p{L}.]{2,20}) (?:gebruiken|gebruikt|maakt gebruik van|maken gebruik van|plaatst|plaatsen) (?:\p{L}+ ){0,3}cookies(?!\p{L})/iu,
  /^(?:we|this (?:web)?site|our (?:web)?site|[\p{L}.]{2,20}) (?:uses?|sets?|places?) (?:\p{L}+ ){0,3}cookies(?!\p{L})/iu,
  /^(?:by (?:continuing|clicking|using)|door (?:verder te|op|gebruik)) .{0,200}cookies/iu,
  /^(?:accepteer|accept|weiger|reject|beheer|manage)(?: (?:alle|all|de|the))? cookies/iu,
  /^cookie(?:s|beleid|-?instellingen|s? policy| settings| consent)?$/iu,
  /^(?:meld je (?:hier )?aan|schrijf je in|aanmelden|abonneer je|ontvang (?:elke|onze|dagelijks)|sign up|subscribe|get our) .{0,120}(?:nieuwsbrief|newsletter|inbox|updates?|abonnement)/iu,
  /^(?:[Dd]oor|[Bb]y|[Tt]ekst|[Aa]uteur|[Aa]uthor):? \p{Lu}[^.!?]{1,80}$/u,
  /^(?:advertentie|advertisement|advertorial|reclame|sponsored)\.?$/iu,
  /^(?:deel (?:dit|deze|via|op|artikel)|delen|share (?:this|on|via)|share|print|reageer|reacties|comments?)(?: .{0,40})?$/iu,
  /^(?:de )?(?:tekst|artikel) (?:gaat|loopt) (?:hier)?(?:onder )?(?:verder|door)(?: onder .{0,40})?\.?$/iu,
  /^(?:article|story) continues (?:below|after).{0,40}$/iu,
  /^(?:©|\(c\)|copyright)(?!\p{L}).{0,200}$/iu,
  /^.{0,60}(?:alle rechten voorbehouden|all rights reserved)\.?$/iu,
  /^(?:dit artikel is|u heeft) (?:exclusief )?(?:voor|alleen).{0,40}(?:abonnees|leden).{0,40}$/iu,
];

const isNoise = ({ text }: Block): boolean => text.length <= 400 && NOISE.some(one => one.test(text));

/** Whether a block is nothing but links. */
const isLinks = ({ text, linked }: Block): boolean => linked >= text.replaceAll(/\s+/gu, '').length * 0.8;

/** Whether a block points to other pages: it says so, and is a link, a heading, or is followed by links. */
function isPointer(block: Block, next: Block | undefined): boolean {
  if (block.text.length > 300 || !POINTER.test(block.text)) return false;
  return (
    block.linked > 0 || block.text.endsWith(':') || (block.kind === 'heading' && next !== undefined && isLinks(next))
  );
}

/** Leave out what belongs to the site and not to the article: cookie notices, "Lees ook" and the links below it. */
export function withoutBoilerplate(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    const block = blocks[i];
    if (block === undefined || isNoise(block)) continue;
    if (isPointer(block, blocks[i + 1])) {
      for (let next = blocks[i + 1]; next !== undefined && isLinks(next); next = blocks[i + 1]) i += 1;
    } else kept.push(block);
  }
  return kept;
}
