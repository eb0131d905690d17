/**
 * Everyday Dutch words that no rule needs: names are made of them, so a name that is one must have other evidence. Words
 * that rules know stand with the rules.
 */
export const everyday: readonly string[] = `
aanbod aandeel aarde aardolie academie accreditatie admiraal akker alchimist alef alfa alliantie aluminium
amarant ambacht arbeidsinspectie arbeidsvoorziening arbo arena arend arke armageddon ars artikel asiel assen
associatie audiologie aula automobiel avis baas bakker balans bankautoriteit bankgiro bascule basisadministratie
basisregistratie basisvoorziening baxter beek beer begrip beheersorganisatie belang belasting beleid beoordeling
berger beroepsopleiding beroepsorganisatie bescherming best beter beton beurstoezichthouder bever bevordering
bier biobank biologie bioscoopbon biotechnologie bis blad blinden bling bloedbank bloem bloemenveiling bloesem
boekhandel boekhouden bol bom boom bord bos boter brandpunt bril broek brood brug buik buis buitenhof buitenland
burcht buren burgerrechten burgerrechtenorganisatie bus buurt cadeau cambio cassatie catering cel centra
centrale cerberus cheers chemie chipkaart chipset coalitie collaboratief combi combinatie commissariaat
compagnie concertgebouworkest concordia congres connectie connectief conservatorium console
consumentenorganisatie consumentenprogramma context conti continu cool courant coöperatie coöperatieve
coördinator cultuur cyber cybersecurity cyclus daad dagblad dak dal dar darknet das dating degen democratie
depot designer detachering deur deurbel device dia diagnostiek diamant dier dieren diergaarde digitalisering
directoraat dispatch display documentatie doel doelen domeinregistratie donut doorbraak dorp douane draad draak
drinkwater duif duim duin echo ecologie economie editie educatie eend eenheid eik eiland elektronica energie
engel epilepsie equipe erfgoed ergon ernst expertisebureau ezel facilitair familiales familie federatie
financiële financiën fiscus flat fluor fort fruit fuga functie futures fysica fysiotherapie gans garantie garde
garen gas gasmarkt gaspedaal gasthuis geest gemak gemeenschap gen gendarmerie genootschap genua gerecht
geschiedenis getrouw gewest gezondheid gezondheidsinspectie gezondheidsregio gezondheidszorg glas goedemorgen
golem gothic goud gouvernement graafschap graan gras grey grond grot gymnastiek haai haan haard haas hak hal
halte hand handelsregister handhaving haren hart havenloods heerlijk held helft hemd her herkenning hert
hightech hoed hoek hogere hond hooggerechtshof hoogheemraadschap hoorn horeca horizon horst hotelschool hotspot
hout houten huisman huisvesting huizen humanistiek hybris hyper hypotheek idee ijs ijzer immigratie imperium
inburgering incasso incassobureau independent indexbeleggen indicatiestelling industrie informatica
informatievoorziening inkomen inlichting innovatie installatietechniek integratie interactie intercommunaal
interdisciplinair interfederaal interne interprovinciaal interuniversitair inzicht iris ja jacht janus jas jeugd
jeugdhulp journaal journalistiek justitieel justitiële kaart kaas kabeltelevisie kade kamers kamille kampioen
kanker kankercentrum kankerregistratie kans kant kanton kanttekening kapitein kapo karakter karwei kasteel kat
katoen kawa keizer kering kern kernenergie kers ketel ketting keuken keus kier kik kinder kindermisbruik
kinderpornografie kinderpornografisch kinderziekenhuis kip kist klas klimaat klomp klooster knop koe koffer
koffie koi koningin kool kopje koraal korps kosmos kouter kraan kracht krediet kredietregistratie krijt kring
kromme kruispuntbank krul kuiper kungfu kunst kwadrant kwik laan laar lampion landbouw lands landsverdediging
lat leads leasing leefomgeving leeuw lelie lening letter libre lichaam lied liefde liga linde lint lip lockdown
lot luchtvaart luik maas maat macht machtigen mand markt markten marktinformatie marren mars materiaal
mededingingsautoriteit meerkat meester meeuw meier meisje mes metaal metropoolregio meubel middelaar middelares
middelbaar middleware mier migratie milieubeheer milieudienst misdaad missing mobiliteit mode moeder mol molen
monitoring mos motor mozaïek muis mutualiteit muur muziek naald nast natie naturalisatie naturalisatiedienst
natuur nazi necro neder nest netbeheer netfilter nieuws niveau nobel nom nood noord noorden noorderkwartier
noordoost noordoostpolder noordwest noot normalisatie notariaat notariële novum oase obscura oever officiële
olie olifant oma ombudsdienst omstreken omvormer ondernemersorganisatie ondersteuning onderzoeksprogramma
ontwikkelingshulp oog oogziekenhuis oom oor oord oorlogsdocumentatie oost opa operating opsporing orde ordening
orgaan overheidsinformatie ozon paal pabo pacman pad pan pannen papier paradijs parel parfumerie park parket
participatie patrimonium pauw peer peloton pels pensioen pensioenuitvoerder pernod perron persagentschap
persbureau pets pijl pijn pijp pingo pingpong planbureau plank plein plek plicht pluim pluriform plus politieke
politiekorps politieorganisatie pop postauto postbank pre preventie prins prinses prisma processing profil
promotion provinciehuis psychotrauma punt radar radioprogramma radiotherapeutisch ras realisatie realtime
rechtshandhaving rechtspraak reclame reclassering recreatie redder redding rede reep reformatorisch regeling
regie regio registratie regulering reiniging reisplanner reizigersvereniging relations remover renner rente
rentree reply report reporter research reserve residentie resource retail retailing return revalidatie revenu
ridder riet ring risico robijn rode rok ronde roos rots route rug ruimte ruimteagentschap ruimtevaartcentrum
ruimtevaartorganisatie ruwaard saffier salto samenleving samenwerking samenwerkingsorganisatie scala schaap
scheepvaart schenker scheper schip schone schouder senaat senaatsfractie serie signalering silex slag slang
slechtzienden sleutelhanger slot spaarbank sparkling speaking sportfederatie sportweddenschappen spreiding
springer staal staatlozen stadhuis stadsdeel stadsregio standaardisatie stater statistiek stek stelsel ster
stoomboot straat strafhof streekziekenhuis suiker summa synergie systems taal tafel tak talen talkshow tand
tandheelkunde tante tao tas tata technica techniek technische technologie technologies technoloog tegenlicht
telecom telecommunicatie telecomtoezichthouder televisieprogramma tempo tent terra textielsupers thema thesaurie
thuiszorg ticketing tijd tijger toekomst toelating toerisme toetsing toetsingscommissie toezicht topsector toto
touringcar tramweg transformatie transplantatie triade tribunaal triton tuin tuinbouw turk uil uitvoering
uitvoeringsorganisatie unicum unie unit universiteitsziekenhuis uploader vader vak vakbeweging vakblad
vakcentrale vakmensen vakopleiding vakschool vakverbond valk valkenburg vallei vaste vastgoed vastgoedinformatie
vee veer veiligheid veiligheidshuis veiligheidsraad veld velociraptor venster ver verbod verde
verdragsorganisatie vereenvoudiging verkenner verloskundigen verse verwarming verzekering vijver vip visser
vivat vivo vlas vleugel vloer vluchtelingenorganisatie voedsel vogel voip volgsysteem volk vonk vorming vorst
vos vrede vreugde vriend vrijheid vrouwe waard waardebepaling wal wand warande wasstraat waterland waterleiding
watermanagement watersport waterstaat waterweg waterzuiveringsinstallatie weekblad weerbaarheid wegverkeer weide
welzijn wereld werkorganisatie werkvoorzieningschap west westkust wet wetenschap wever wiel wii wijn wiskunde
wol wolf woning woningbouw woningstichting wooncorporatie woonstichting woonzorg woord zaan zadel zalm zand zang
zebra zee zeeman zekerheid zen zicht ziekenfonds ziekte ziel zilver zoetwaren zolder zorgverzekering zuid
zuidoost zuidwest zwaan zwarte
`
  .trim()
  .split(/\s+/u);
