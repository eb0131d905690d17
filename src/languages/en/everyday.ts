/**
 * Everyday English words that no rule needs: names are made of them, so a name that is one must have other evidence. Words
 * that rules know stand with the rules.
 */
export const everyday: readonly string[] = `
ability accent accountant acid admiral adult advantage adventure advice age agenda aircraft album alcohol alpha
alpine ambition amnesia analysis angel animal ant apartment archer area arena arrow art aspect assessment asset
assistance assistant asylum atlas attic attitude audio audition auto avalanche avenue baby bagel baker bakery
balloon bamboo bandit banker barn baron basket basketball bath battalion bay beach beam beast beauty bed bee
best better bike bill bin bird bishop blackjack blade blanket blood bloody boat bond bone bonus border born
bottle bottom boulevard bounty bowl brass bravo bread breath brigade brook brother brute bubble buddy buffalo
builder bull bunny burger butler butterfly button cab cabin cactus cadet caffeine cake calendar cam camp campus
canal cancer candle candy cannon canvas cape capital carbon cardinal career cargo carpet carriage cart case
castle cat cavalry cell center chalk chamber champagne chapter character charter cheese chef cherry chest chick
chicken chili chocolate choice chopper cinnamon circuit circus classroom clay cliff climate clip cloak clover
coal coast coat coffee collection colony color com comet commerce commonwealth companion compass competition
complaint concept concert conclusion constitution construction consul continental cook cooking coop cooperation
copper corps corruption cosmic cosmos cotton courier courthouse covenant cow coyote cozy crab crane crate cream
creek crew crime crown crystal cube cuckoo cult culture cup curly currency curtain curve daddy dagger dancer
danger dear death debt deception deck decoy deed deer defense delta democracy demon den denial departure deputy
destroyer destruction detector development devil diabetes dialogue diamond diet dimension direction disco
discovery dish division doe dog dome domino dot dragon drama drug drum duke dusk dust dynamite eagle earth east
economy edge edition editor education effect egg election element elephant emperor empire employment energy
enigma entertainment equation establishment eternity evaluation event evolution example expedition expertise
explorer fabric fact factor faith falcon fantasy fashion fat father feast feather fiber finger fish fisher
fishing flame flea fleet flex floor flower flu fog folk food foot football forest formula fort fortune fountain
fox fraud freak freedom frog front frontier fruit fun funk furniture fusion galaxy gallery gamma garage garden
gear geek gem generation genie gentlemen ghost gift glass globe glory goal goat godfather gold golf goods
goodwill gorilla grace grain grass gravity gravy gray greatness grief groove growth guardian guitar gulf gun guy
habit hair hall hamburger handy hangover harbor hardcore harmony haven hazard headquarters heart heel height
helm helper herb hero herring highway hill hive hockey holiday home homeland honey horizon horn horse
hospitality hub hurricane hut ice icon idea identification ignition illusion imagination immunity improvement
indigo ink inn insight inspection instinct insurance integrity interior interlock investigation investment
island item jade jet jewelry joker journal journalism joy judgment juice jumpy junction jungle justice keeper
killer kingdom kitchen kitten kitty knife knight knockout knot knowledge labor lace ladder ladies lady lake lamb
language laser laundry law lawn layer leaf league leather lee legacy legend lemon lens leopard liberty life
lifestyle lighthouse lightning lily lime lion lip lizard loft logic lookout loop lord loss lot lottery lotus
loyalty luck lunch lynx maestro magazine magnet maintenance majesty mall management mango manor marathon marina
marker mass mate mathematics matrix matter max maze meadow meal meat medal media medicine mega melody membership
memorial meow mercury mercy metal meteor method midnight mile milk mill millennium min mind mini mirage mission
mist mode moment monkey monster mood moon moonlight moose mortgage motel mother motion motor mountain mouse
mouth movement multi mummy muscle music mustard mystery myth nation nature neck needle neighbor neo nest news
nickel nightmare nip nitrogen nobel noise north notion nova nursing nut observer ocean oil olive omega onion
opal opera option orange origin osprey outlook oven owl oyster pacific pain painter pal palace pan panda panel
panther paper paradise parrot partnership passion path pawn peace peach pearl pebble peek penguin pension pepper
perception performance pet piano picnic pilgrim pillar pink pipe piper pizza plane planet plasma plastic plate
plenty plus poker pop popcorn pork porter pot potato potatoes powder precision premiere presentation pride
princess prism privacy prize pro probation prophet prospect pulse pumpkin punk puppet python quality quantum
quest quilt rabbit rack radar radiation radius railroad rainbow raven razor reaper receiver reception recipe
recovery reef relief rental republic resistance response retirement revenge revolution ribbon rice riddle rider
ridge rifle rival river road rocket role roller romance roof room rope rouge rover rubber ruby rug runner safety
sage saint salmon salt salvation sand satin sauce savings scar scarlet scene scholar science scout sea season
section security selection sense series serum sewer shade shadow shark shelf shirt shoe shotgun shovel shuttle
sidewalk sight signature silk silver situation skeleton skill skin sky slot snake sneaker snow soap society soda
soil solo son sonar sonic soul south southeast southwest space sphere spicy spider spirit sponge sport sporting
squad stalker steam steel stone story strategy strawberry street strength string studio stuff substance subway
success sugar summit sun sundown sunrise surveillance swan swine sword symbol symphony tail talent tank taxi tea
telegraph temple tennis tent tequila term terror terrorism theater therapy thing thorn thread threat thunder
tide tiger titan toast tobacco toll tomato ton tone tongue tooth topic tower tradition transportation traveling
treasure treasury treaty tree trend triad trial triangle tribe tribute trio trooper truck truth tube tune turbo
turkey turtle twilight twinkle ultra umbrella unity universe valley valve vampire vanguard vanilla vanity
variety vault vector veil velvet venus verge vice victory village violet violin viper virgin visa vision volcano
volt volume voodoo voyage wagon war warehouse warlock warrior waters wealth weather weaver web wedding weight
welfare werewolf west wheel window wine wing winner wit wizard wolf wood woods woody wool word workshop world
wow yacht yard zebra zenith zero zest zip zombie zone zoo
`
  .trim()
  .split(/\s+/u);
