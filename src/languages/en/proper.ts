/** Given names of persons, of many countries; left out are those that more often mean something else. */
export const givenNames: readonly string[] = `
  andré eugène rené renée josé françois jérôme chloé zoé zoë daniël michaël raphaël gérard hélène irène
  mélanie sébastien stéphane frédéric grégory théo léon léa andrés jesús maría lucía sofía julián martín óscar ramón
  tomás nicolás adrián iván rubén víctor héctor raúl joël gaëlle anaïs loïc maïté andrée désirée aimée jürgen günther
  jörg stéphanie valérie véronique amélie céline élise étienne éric émile hervé benoît aurélie noémie
  frank will bill guy max ray hope faith jordan austin miles rose mason dean hunter melody jasmine ruby iris earl sandy lily daisy florence christian arne satnam lasse laure jia tapio
  aada aadya aaf aaliyah aaradhya aarav aaron aart aasha abagail abbey abbi abbie abby abdallah abdel
  abdoulaye abdul abdullah abdullo abdulrahman abe abel abi abie abigail abraham abram abril abu abubakr
  abulfazl ada adaline adalyn adam adama adan addie addilyn addison adel adela adelaide adele adelene adelia
  adelina adeline adelynn adi adolf adolfo adolph adreanna adriaan adrian adriana adrianna adrianne adriano
  adrien adriena adriene adrienne advik afonso agatha aggie agnes agustin agustina ahmad ahmed ahmet aicha
  aida aidan aiden aileen aimar aimee aina aino ainsley aisha aishah aisling aislinn aislynn ajani ajla akira
  aladdin alain alaina alan alana alanis alanna alannah alanoud alastair alayah alayna alba albert alberto
  albrecht alden alec alecia aleisha alejandra alejandro aleksandar aleksander aleksandr aleksandra aleksei
  alena alesia alessandra alessandro aletta alex alexa alexander alexandra alexandre alexandros alexandru
  alexei alexia alexis alf alfie alfonso alfred ali alia alice alicia alicja alina aline alisa alise alisha
  alison alissa alistair aliza allan allen allie allison allyson alois alonso alonzo alphonse alphonso althea
  alton alvaro alvin alya alycia alysa alyson alyssa amahle amaia amaira amalia amanda amar amber amberly
  amelia amelija amie amilia amina aminata amine amir amit ammanuel ammar amos amy ana anabel anamaria anas
  anastasia anastasija anatoli anatoliy anatoly anaya ander anders andi andjela andra andre andrea andreas
  andrei andrej andres andrew andrey andrzej andy ane aneta anette angel angela angelia angelica angelina
  angeline angelique angelo angie anika anisa anissa anita anja anjelica ank anke ann anna annabel annabella
  annabelle annalisa annamaria anne anneke annemarie annemiek annett annette annie annika annmarie anohito
  anouk anthony antoine antoinette anton antonella antoni antonia antonio antony anwar anya aoi aputsiaq arata
  archibald archie ari aria ariana arianna arianne arie ariel arielle ariki arjan arjen arjun arleen arlena
  arlene arlette armaan armand armando armin arnaud arnav arno arnold arnoud aroha aron arpita artem arthur
  artie artur arturo aryan asahi asha ashanti ashlee ashleigh ashley ashli ashlie ashly ashlyn ashraqat ashton
  asiya asja asmita assil astrid ataahua athena aubrey audra audrey audri audry augustina augustine augusto
  augustus aurelia austeja ava avery avi avigail awa aya ayaan ayana ayanna ayesha aygun aykhan aylin ayn ayse
  aysel aziz azra azuna bakary balazs bandar bandile banele barbara barbora barbra barney barrett barry bart
  bartholomew bas bastiaan bayarmaa bea beatrice beatriz becca becky belinay belinda ben benita benito
  benjamin bennie benny benoît benson bente berat bernadette bernadine bernard bernardo bernhard bernice
  bernie bert bertha bertie bertram bertrand beryl beshoi bess bessie beth bethanie bethany betsy bette bettie
  bettina betty bettye beula beulah bev beverley beverly bianca bibek biff bilal biljana billie billy binita
  bintou birgit bishal bismah bjorn björn blaine blair blake blanca blanche blaze blossom blythe bob bobbi
  bobbie bobby bogdan boglarka bolormaa bonnie boris boyd brad bradford bradley brady bram branden brandi
  brandie brandon branislav breanna bree brenda brendan brendon brenna brent brenton bret brett brian briana
  brianna brianne brice bridget bridgett bridgette brigid brigitte britney britt brittany brittney brittni
  brittny bronwyn brooke bruce bruno bryan bryanna bryce brynn bryon buddy burt burton buster byron caitlin
  caitlyn caleb calista callie calvin cameron camila camile camilla camille camilo candace candice cara carey
  carina carissa carl carla carlene carley carlie carlo carlos carlota carlotta carlton carly carmel carmela
  carmella carmen carol carola carole carolien caroline carolyn carrie carrol carroll cary casandra casey
  caspar cassandra cassidy cassie catarina caterina catherina catherine cathleen cathryn cathy catrina cayla
  cecelia cecil cecile cecilia cecily cedric cees celeste celia celina celine cesar chad chandra chanelle
  chantal chantelle charbel charis charissa charla charlena charlene charles charlette charley charlie
  charlotte charmaine chas chedeline chelsea chelsey cher cheri cherie cheryl chester chet cheyenne chloe
  chris chrissy christa christal christen christiaan christiana christiane christie christina christine
  christoph christophe christopher christos christy chrystal chuck ciara ciaran cierra cindi cindy clair
  claire clara clare clarence clarice claris clarissa claude claudette claudia claudine claudio claus clayton
  clemens clement cleo cleopatra cletus clifford clifton clint clive clotilde clyde cody colby cole coleen
  colette colin colleen collin colton concepcion connie connor conny conor conrad constance constantin
  constanza consuelo cor cora coralie cordelia corey cori corina corine corinna corinne cornelia cornelis
  cornelius corrine cory courtney courtni courtny craig cristal cristiano cristina cristobal curt curtis cyndi
  cynthia cyril cyrus cédric daan dahlia daina dalal dale damaris damia damian damien damion damon dan dana
  danette dani danica daniel daniela daniele daniella danielle danika danilo daniz danny daphna daphne dara
  darby darcey darcie darcy daren daria darin dario darius darla darlena darlene darnell darrel darrell darren
  darrin darryl daryl dave davi david davida davina dayle dayna deana deandra deandre deann deanna deanne deb
  debbie debby debora deborah debra debrah dede dee deedee deena deepak deidre deirdre dejan dela delbert
  delia delilah della delores deloris delphine demetria demetrius dena denice denis denise dennis denny deon
  derek derrick deshawn desiree desmond devan deven devin devon dewayne dewey dexter dhia diana diane dianna
  dianne diarmuid dieter dietmar dietrich dieuwertje dilan dillon dimitri dimitris dina dinah dinesh dion
  dionne dirk diya djeneba dmitri dmitry dolores domingo dominic dominick dominik dominique dominykas don dona
  donald donna donnell donnie donny donovan doortje dora doreen dorian doris dorla dorothea dorothy dorthy
  dottie doug douglas douwe dovydas doyle dragan drew duane dudley duncan dustin dwayne dwight dylan dyllan
  ebenezer ecrin eddie edel edgar edie edith edmond edmund edna edoardo eduard eduardo edward edwardo edwin
  edwina eelco eevi efrain efren eileen eisha eitan ekaterina ekta ela elaina elaine elana elbert eldon
  eleanor elen elena eleni eli eliana elias elicia elida elie elif elijah elin elina eline elinor eliot elisa
  elisabeth elise elisha eliska eliza elizabete elizabeth elizaveta ella ellen elles ellie elliot elliott
  ellis elly elma elmer elnora eloise elouise els elsa elsie elton elva elvin elvina elvira elvis elwood ema
  emanuel emanuela emelda emely emerald emerson emery emiel emil emile emilee emilia emiliano emilie emilija
  emilio emilis emily emina emine emirhan emma emmaline emmanuel emmanuelle emmeline emmett emmie emmy enid
  enoch enrico enrique enzo eoin ergi eric erica erich erick ericka erik erika erin erma ernest ernestina
  ernestine ernesto ernie ernst errol ervin erwin eryn esma esmah esmeralda esperanza esteban estela estele
  estella estelle ester estere esther estrella ethan ethel etienne etta eugen eugene eugenia eugenie eunice
  eva evan evangelina evangeline evelin evelina evelyn evens everett evert evgeny evi evie evita ewa eymen
  ezra fabian fabien fabio fabrice fabrizio fadi fahd fajr fanta farah farida farrah farzana fatemeh fatiha
  fatima fatin fatma fatoumata fay faye federico felecia felicia felipe felix femke feng fenna ferd ferdinand
  ferdinando fergus fernanda fernando fidel fien filip fiona fionn fletcher fleur floor flora florencia
  florian floris floyd forrest foster fozia fran frances francesca francesco francina francine francis
  francisca francisco franciszek francois francoise frankie franklin franklyn frans françois fraser fred freda
  freddie freddy frederic frederick frederik fredrick fredrik freek freja frida frieda friedrich frits fritz
  frédéric fyodor gabe gabi gabija gabreal gabriel gabriela gabriele gabrielius gabriella gabrielle gaby galen
  gamalat gamila gareth garland garnet garrett garry garth gary gavin gayle geert gemma gena genesis genevieve
  genna geoff geoffrey georg george georges georgette georgi georgie georgina georgios georgy gerald geraldina
  geraldine gerard gerardo gerben gerda gerhard geri germaine gerrit gerry gert gertjan gertrud gertrude gia
  giacomo gianna gigi gijs gilbert gilberto gilda giles gilles gillian gina gino giorgi giorgio giorgis
  giovanna giovanni gisela gisele giselle gita giuseppe gladys glen glena glenda glenn glenna gloria glynis
  godfrey golda goldie gonzalo googoosh goran gord gordon gottfried grace gracie graciela grady graham grant
  greg gregg gregor gregorio gregory greta gretchen griselda grover guido guilherme guillaume guillermo gunay
  gunel gunnar gunter gunther gus gustaf gustav gustave gustavo guus gwen gwendolyn gwyneth gyorgy günther
  habib habiba hailey hal hala haley halim hallie hamza hana hanah hank hanke hanna hannah hanneke hans hao
  hariet hariette harlan harley harm harmen harmony harold harri harriet harriett harriette harry haruhito
  haruki haruta haruto harvey hasan hasnaa hassan hasti hatice hattie hawa hayato hayden hayley heath heather
  hector heidi hein heinrich heitor heleen helen helena helene helga helmi hendrik henk henny henri henrietta
  henrik henrique henry henryk herbert herman hermann hermine hessa hester hilary hilda hilde hildegard
  hillary himari hinata hoda hollie homer horace horacio horatio hortense hosna hosniya hossein howard howie
  hubert hugh hugo humberto huseyin huseyn hussa hussain hussein huub hyacinth hydar hélène iain ian ibai
  ibrahim ichika ida ignacio igor ike iker ila ilene iliana ilija ilina illia ilona ilse ilya imane imelda
  imogena imogene indira ineke ines inge ingrid inji inuk inunnguaq iona ionut ira irati irena irene irina
  irma irvin irving irwin isaac isabel isabela isabele isabell isabella isabelle isadora isaiah isaias ishaan
  isiah isidora isla islande ismael ismail isobel issac itai itsuki iva ivaana ivalu ivan ivana ivo iwona
  izaro jaap jacco jacinda jacinta jack jackie jacky jaclyn jacob jacquelina jacqueline jacquelyn jacques jada
  jaden jaime jaka jake jakob jakov jakub jamal james jameson jami jamie jamison jammie jan jana janae jane
  janele janelle janessa janet janette janice janie janina janine janis janneke jannie jaqueline jared jarod
  jaroslav jarrett jarrod jarvis jasmin jasmina jason jasper javier javiera jayden jayne jayson jazmin jazmine
  jean jeana jeane jeanette jeanie jeanina jeanine jeanna jeanne jeannette jeannie jeannina jeannine jed jeff
  jeffery jeffrey jeffry jelena jelle jeltje jen jena jenelle jenifer jenna jennette jenni jennie jennifer
  jenny jens jerald jeremiah jeremy jeri jermaine jeroen jerome jeronimo jerri jerry jesica jess jesse jessica
  jessie jesus jet jetta jian jie jil jilian jill jillian jim jimi jimmie jimmy jing joan joana joane joann
  joanna joanne joao joaquin jocelyn jochem jodi jodie jody joe joel joelle joep joesph joey johan johana
  johann johanna johannes john johnathan johnathon johnie johnnie johnny joke jokubas jolande joleen jolena
  jolene jon jonah jonas jonathan jonathon joni jonny joost jordi jordon jorge joris jorrit jos jose josef
  josefa josefina josefine joselyn josep joseph josephina josephine josh joshua josiah josie josue jovana joya
  joyce jozef juan juana juanita jude judeline judith judy julen jules julia julian juliana julianna julianne
  julie julien julienne juliet julieta juliette julio julissa julius jurgen justin justina justine jérôme jörg
  jürgen kabita kacey kacper kadiatou kaede kai kaia kaitlin kaitlyn kajsa kajus kaleigh kali kalle kallie
  kamal kamala kamil kamila kamile kanata kanyakumari kara karen kari karim karima karin karina karissa karl
  karla karly karolina karyn kasey kaspar kassandra kassie kat katarina kate katelyn katelynn katerina
  kathalijne katharina katharine kathem katherina katherine kathie kathleen kathrine kathryn kathy kati katia
  katie katlyn katrina katy kauri kavita kay kaye kayla kaylee kayleigh keeley keely keenan kees keir keira
  keisha keith kejsi keley keli kelley kelli kellie kelly kelsey kelsie kely ken kendall kendra kendrick kenna
  kenneth kenny kenton kenyatta kenza kera keri kermit kerri kerry keven kevin khadija khadije khaled khalid
  khawla kheira khongordzol kia kiana kiara kiera kieran kiersten kiley kim kimberlee kimberley kimberli
  kimberly kimmernaq kingsley kip kira kiran kiril kirill kirk kirollos kirsten kirstin kizzy klaas klaus klea
  koen konrad konul koos kori kourtney kris krista kristen kristi kristian kristie kristin kristina kristine
  kristopher kristy kristyna krystal krzysztof kurt kurtis kyla kyle kylee kylie kyls kyra kåre lacey lacie
  lacy ladona ladonna laia laila lakesha lamar lambert lamija lamont lana lance landon lara larisa larissa
  larry lars lashawn laszlo latasha latifa latisha latonya latoya laura laurel lauren laurence laurens laurent
  laurie lauryn laverna laverne lavinia lawrence laxmi layla lea leah leana leandra leandro leane leann leanna
  leanne leda leen leena leevi leia leif leigh leila leilani leja lejla lela leland len lena lennart lenny
  lenora lenore leo leola leon leona leonard leonardo leonel leonid leonie leonora leopold leora lesedi lesley
  lesli leslie lesly lester lethabo leticia letitia lettie levente levi lex lexie leyla lia liam lian liana
  lianne libbie libby lidia lidya lieke liepa lies liesbeth lieven lila lili lilia lilian liliana lilja lillia
  lillian lillie lilly lin lina linda lindsay lindsey lindsi lindsy lindy linus lionel lior lisa lisette liv
  livia liz liza lizbeth lizette lizzie lloyd lodewijk loes logan lois lola lolita lonnie lora loraina loraine
  lorelei loren lorena lorene lorenzo loretta lori lorie lorna lorraina lorraine lorri lorrie lotte lottie lou
  louella louie louis louisa louise lovelie lovro lowell luann luc luca lucas lucia luciana luciano lucie
  lucien lucija lucile lucille lucinda lucy ludivine ludovic ludvig ludwig luela luella luigi luis luisa luise
  luiz luka lukas luke lula lulu lulwa luna lupe lupita luther luuk luz lydia lyla lyle lyn lyna lynda lyndon
  lyndsey lyne lynette lynn lynna lynne lynnette lynsey maaike maarten maayan mabel mable macaulay machteld
  macie maciej mack macy madalyn maddie madeleine madelina madeline madelyn madge madison madonna mads mae
  magda magdalena magdalene maggie magnus maha mahamadou mahammad mahdi mahesh mahmoud maia maire maisie maite
  maja majd maksim malachai malachy malak malcolm malen malia malik malika malinda mallory mamadou manaia
  mandakranta mandy manfred manish manny manon manuel manuela mara marc marcel marcela marcell marcella
  marcelle marcello marcelo marci marcia marcie marcin marco marcos marcus marcy marga margaret margarette
  margarida margarita marge margery margie margo margot margret margrette margriet marguerite mari maria
  mariah mariam mariamawit mariami marian mariana mariane marianna marianne mariano maribel marie marieke
  mariela mariella marija marijke marijn marilyn marina mario marion marios maris marisa marisol marissa
  maritza marius marja marjan marjolein marjorie mark markel marko markos markus marla marleen marlena marlene
  marlin marlo marlon marnick marnie marnix marquis marsha marshal marshall marta martha marti martijn martim
  martin martina martine marty marvin marwa mary maryam maryan maryann marybeth maryjane marylou masoud
  masoumeh matej mateo matheus mathew mathias mathieu mathijs mathilde mathis matias matilda matilde matt
  matteo matthew matthias matthijs matti mattia mattias mattie matty matus matyas maud maude maura maureen
  maurice mauricio maurits mavis maxime maximilian maximiliano maxina maxine maxwell maybell mayra maysoun
  mazie mckenzie meagan meg megan meghan mehdi mehmet mei meike mel melanie melina melinda melisa melissa
  mellisa melokuhle melvin menno meredith merel meriem merissa merjem merle meron merrill mervin mervyn meryem
  meryl mia micaela micah michael michaela michal micheal michel michele michelle michiel mick mickey micky
  midori mieke miguel mihai mika mikaela mikaere mike mikel mikhail mikolaj mila milagros mildred milena
  milhouse milica millicent millie milly milo milos milton mimi mina minato mindy minenhle minerva minh minik
  minnie mira miral miranda miriam mirjam mirlande mitch mitchell mitzi miyar mobina modibo moe mohamad
  mohamed mohammad mohammed moira moises mollie molly mona monica monika monique monte monty morgan moritz
  moses moshe moussa mrignayani muhamed muhammad muhammed murad muriel mustafa mustapha mya mykhailo myles
  myra myriam myrlande myrna myron myrtle naasunnguaq nadene nadia nadina nadine nadya nahia nahom naima nalla
  nancy nanette naomi naomie narges natalia natalie natalya natasha nate nathalie nathan nathanael nathaniel
  nathy neal ned nehir neil nel nela nelisa nell nellie nelson nena nerissa nesreen neville nguyen nia niamh
  nicholas nichole nick nicki nickolas nicky nico nicola nicolas nicole nicolette niels nienke nigel niharika
  niilo nik nika nikau nikhil niki nikita nikki niklas niko nikola nikolai nikolay nikos nila nilay niles nils
  nina nisanur nisha nita nivi noa noah noam noel noella noelle noemi nojus nolan nomaan noor noortje nora
  norah norbert noreen norma norman nouf nour nuka nur nuray nurul nyla octavia octavio odelia odette odval
  ofelia oier oisha oksana ola olaf olav oleksandr olga oliver olivia olivier ollie omar omer ondrej onno
  ophelia ori orville osama oscar oskar osman osvaldo oswald otis otto oumar oumou owen oyunbileg pablo
  padraig paige pam pamela pandora paninnguaq paola paolo parvati pascal pat patrica patrice patricia patrick
  patrik patti pattie patty paul paula paulette paulie paulina pauline paulo paulos pavel pavlo pedro peg
  peggy penelope percy perla petar pete peter petr petra petro petros petteri phil philip philipp philippe
  phillip philomena phoebe phylis phyllis pia pierce pierre piet pieter pietro pim piotr pipaluk polina polly
  portia prakash pravit prem preston priscila priscilla priyamvada prudence puteri pyotr queenie quentin
  quiana quincy quinn quinton rabina rachael rachel rachele rachelle rachid rachida rae rafael rahul raina
  rainer rajesh ralf ralph ramiro ramon ramona randal randall randi randolph rania raoul raphael raquel rashad
  rasmus raul rawiri rayan raymond rayna reanna reba rebeca rebecca rebeka rebekah recep reece reem reema
  regan reggie regina reginald regis reid reihaneh rein reina reinier remco rena renae renata rene renee rens
  renske rené reta reuben reyansh reyna reynaldo reza rhea rhett rhiannon rhoda rhona rhonda ria rianne
  ricardo riccardo richard richelle richie rick rickey ricki rickie ricky rico rien rik rikki riko riley rimas
  rin rina rita riya roan rob robbert robbie robbin robby robert roberta roberto robin robyn rocco rochele
  rochelle rocio roderick rodger rodney rodolfo rodrigo roel roelof rogelio roger roghayyeh rogier rohan
  roland rolanda rolando rolf roman romeo ron ronald ronan ronda roni ronna ronnie ronny roos rory rosa
  rosalie rosalina rosalind rosalinda rosalyn rosanna rosanne rosario roscoe roseann roseanne rosella roselle
  rosemarie rosemary rosetta rosie roslyn ross rowan rowena roxana roxane roxanna roxanne roxie roxy roy ruben
  rubin rudi rudolf rudolph rudy rufus rupert russ russel russell rutger ruth ruthie ruud ryan ryou saanvi
  sabina sabine sabrina sade sadie saeed sahar saida sakeena sakineh sakura salik sallie sally salma salome
  salvatore sam samantha sami samir samira samkelo sammie sammy samuel sandeep sander sandra sandro sanjay
  sanne santino saqib sara sarah sarina sasha saskia satoshi saul savanna scarlett scot scott scottie scotty
  seamus sean sebastian sebastien sekou selena selene selim selina selma sepp serena serge sergei sergey
  sergio serife setayesh seth sevda sevinj seymour shahd shahid shaikha shaim shaimaa shakira shana shanaya
  shanda shane shania shanna shannon shanon shaquille shari sharlene sharon sharron sharyn shaun shauna shawn
  shawna shay shayla shayma shayna shayne shea sheba sheena sheila shelby sheldon shelia shelley shelly
  shelton sheri sheridan sherifa sherman sherri sherrie sherry sheryl shiloh shira shirley shirli shirly
  shlomo shona shristi shyla sid siddhartha sidney siem sierra sietske sigmund sigrid silas sillin silvia
  silvio simon simona simone sindy siobhan sita siti siyabonga sjaak sjoerd skye slobodan snezana sobia sofia
  sofie sofija solomon somayyeh sondra sonia sonja sonya sophia sophie soren souleymane souta spencer spike
  sri stacey staci stacie stacy stan stanislav stanislaw stanley starla stef stefan stefanie stefano stefanos
  stela stella stephan stephane stephanie stephen steve steven stevie stew stewart stientje stu stuart
  stéphane sue suha sumayah sumit sunita suraj suresh susan susana susane susanna susannah susanne susi susie
  suzan suzana suzane suzanna suzanne suzette suzie suzy sven svend sybil syd syed sylvester sylvia sylvie
  szymon sébastien søren tabatha tabitha tadgh taha taichi taika tala talia talitha tamar tamara tamera tami
  tamika tammi tammie tammy tamra tania tanika tanisha tanner tanya tara tarana tareq taryn tasha tatiana
  tatsuki tawana ted teddy tegan teodora terence teresa tereza teri terrance terrell terrence terri terrie
  terry tess tessa tessie teun thad thaddeus thalia thandolwethu thea thelma theo theodor theodora theodore
  theresa therese thiago thierry thijs thom thomas thomasina tia tiana tianna tiara tiffany tijs tim timmy
  timothy tina tineke tingting tisha titus tjeerd tobias toby tod todd tom tomas tomasz tommaso tommy tomoharu
  ton toni tonia tony tonya toon tora tori tracey traci tracie tracy travis trent trenton trevor trey tricia
  trina trish trisha trista tristan trudy truman tui tula tunar turki tyler tyra tyrone tyson ughur ugne
  ulrich ulrik ulysses umberto unax uri ursula urte usha usman uxue vadim val valentin valentina valentine
  valeria valerie valery vance vanesa vanessa vasily veda veerle velma vera vern verna vernice vernon veronica
  vesna vic vicente vicki vickie vicky victor vihaan vikky viktor viktoria viktorie viktorija vilte vince
  vincent vincenzo violeta virgil vivaan vivek vivian viviana vivien vivienne vlad vladimir vladislav vojtech
  volodymyr vusala wade wakana wallace wally walt walter wanda waylon wayne wei wendell wendi wendy werner wes
  wesley wessel weston whitney whitni whitny widelene wiebe wil wila wilbert wilbur wiley wilfred wilfredo
  wilfrid wilfried wilhelm wilhelmina willa willard willem william willie willis willow willy wilma wim
  winfried winifred winnie winnifred winona winslow winston wojciech wolfgang woodrow wopke wouke wout wouter
  wyatt xavier xhoel xiaomei xiaoyan ximena xinyi yael yagmur yahli yan yanis yann yannick yarin yaroslav
  yasmin yasmine yassin yassine yelena yesenia yevgeni yevgeny ying yolanda yonas yonatan yonathan yong yosef
  yousouf youssef yuen yuina yuna yuri yuriy yury yusif yusuf yuuma yuval yves yvette yvona yvone yvonna
  yvonne zac zach zachariah zachary zachery zack zackary zada zahid zahra zainab zakaria zan zane zara zeger
  zehra zeinab zelda zelma zena zeynab zeynep zineb zoe zoey zofia zola zora zoran zsofia zuhal
`
  .trim()
  .split(/\s+/);

/** Words that names of places are made of: countries, regions, large cities. */
export const places: readonly string[] = `
  aalborg aarhus ababa aberdeen abidjan abu accra addis adelaide adygea afghanistan africa african afrika
  agartala aguascalientes ahmedabad aires aizawl akron alabama alaska albania albanië alberta albuquerque
  aleppo algeria algerije algiers almaty almere altai amaravati america amerika amersfoort amman amsterdam ana
  anaheim anapolis anatolia anchorage ancona andhra andorra angeles angola anguilla ankara antarctica antigua
  antonio antwerp antwerpen apeldoorn aqaba arab arabia arabië argentina argentinië arizona arkansas arlington
  armenia armenië arnhem aruba arunachal ashdod ashgabat asia assam assen asuncion athene athens atlanta
  auckland austin australia australië austria aviv azerbaijan azerbeidzjan azië bagdad baghdad bahamas bahia
  bahrain baja bakersfield baku balkans balkaria baltimore bandung bangalore bangkok bangladesh banja baotou
  barbados barbuda barcelona bari barranquilla basel bashkortostan basque basrah bath bator bavaria bayan
  beieren beijing beirut belarus belfast belgie belgium belgië belgrade belize belo bengal bengaluru benghazi
  benin bergen berkeley berlijn berlin bermuda bern bhopal bhubaneshwar bhutan bihar birmingham bissau
  boedapest bogota bohemen bohemia bolivia bonaire bosch bosnia bosnië boston botswana brabant bradford
  brasilia bratislava brazil brazilië brazzaville breda bremen brisbane bristol britain bronx brooklyn brugge
  brunei brunswick brussel brussels bucharest buckinghamshire budapest buenos buffalo bulgaria bulgarije
  burgas burkina burma bursa burundi buryatia busan butuan cagliari caicos cairo calgary california californië
  camayenne cambodia cambridge cambridgeshire cameroon campeche canada canberra cancun caracas cardiff
  carolina catalonië catania catarina cayman caïro ceara cebu changchun changsha changzhou charleroi charlotte
  chattogram chechnya chengdu chengzhong chennai cherkessia chhattisgarh chiang chiapas chicago chihuahua
  chile chili china chittagong chongqing christchurch chuvashia cincinnati cleveland coahuila colima cologne
  colombia colombo colorado columbia columbus comoros conakry congo connecticut constanta copenhagen cordoba
  cork cornwall corsica costa cote coventry craiova crimea croatia cuba cumbria curacao curaçao curitiba
  cyprus czech czechia dadonghai daegu daejeon dagestan dakar dakota dalian dallas damascus dar darwin
  daugavpils dehradun delaware delft delhi denemarken denmark denver derby derbyshire detroit deventer devon
  dhabi dhaka diego dispur djibouti doha domingo dominica dominican dongguan dordrecht dorset dortmund drenthe
  dresden dubai dublin duesseldorf duitsland dundee dunkirk durango durban dushanbe ecuador edinburgh edmonton
  egypt egypte eindhoven elizabeth emirates emmen engeland england enschede equatorial eritrea essex estland
  estonia ethiopia ethiopië europa europe exeter faisalabad faroe faso fes fiji filipijnen finland flevoland
  florida fortaleza foshan france francisco frankfurt frankrijk fresno friesland fujian fukuyama futuna gabon
  galicia galway gambia gandhinagar gangtok gansu gaza gdansk gelderland geneva genk genoa gent genève georgia
  georgië gerais germany ghana ghent gibraltar giza glasgow gloucestershire goa gothenburg graz greece
  greenland grenada griekenland groningen guadalajara guadalupe guadeloupe guam guanajuato guangdong guangzhou
  guatemala guayaquil guernsey guiana guinea guizhou gujarat gujrat guyana haag haarlem hague haifa haiti
  halifax hamburg hampshire hangzhou hannover hanoi harbin harlem haryana hasselt havana hawaii hawaï hefei
  helena helsinki heraklion hertfordshire herzegovina hidalgo hilversum himachal hobart holland hollywood
  honduras hong hongarije honolulu horizonte houston hull hunan hungary hyderabad ibadan iceland idaho ierland
  ijsland illinois imphal incheon india indiana indianapolis indonesia indonesië indore ingushetia iowa irak
  iran iraq ireland irkutsk isfahan islamabad islington israel israël istanbul italië italy itanagar ivoire
  izmir iztapalapa jacksonville jadidah jaipur jakarta jalisco jamaica japan jeddah jemen jersey jerusalem
  jeruzalem jharkhand jiangxi jilin jinan joegoslavië johannesburg jordanië jose juan kabardino kabul kaduna
  kallakurichi kalmykia kampala kandahar kandy kano kanpur kansas kaohsiung karachay karachi karaj karelia
  karnataka kaunas kawaguchi kazachstan kazakhstan kedah kelantan kenia kent kentucky kenya kerala keulen
  khakassia kharkiv khartoum khulna kiev kingdom kingston kinshasa kiribati kirkuk klaipeda knoxville
  koerdistan kohima kolkata komi kong kopavogur kopenhagen korea kortrijk kosice kosovo kowloon krakow kroatië
  kuala kunming kunshan kuwait kyiv kyoto kyrgyzstan labrador lagos lahore lake lancashire lanka lanzhou
  latvia lausanne lebanon leeds leeuwarden leicester leicestershire leiden leipzig lelystad leon leone lesotho
  leste letland leuven libanon liberia libië libreville libya liechtenstein liege lima limassol limburg
  limerick lincolnshire linz lisbon lissabon lithuania litouwen liverpool lombardije londen london long louis
  louisiana louisville luanda lucia lucknow ludhiana luik luis luka lumpur luxembourg luxemburg lviv lyon
  maarten maastricht macao macau macedonia macedonië madagascar madhya madison madrid maharashtra mai maine
  makassar malacca malawi malaysia maldives maleisië mali malmo malta manaus manchester mandalay manhattan
  manila manipur manitoba maracaibo maracay maranhao mari mariana maribor marino marokko marrakesh marseille
  marta martin martinique maryland mashhad massachusetts mauritania mauritius mawsil mayotte mecca mechelen
  medan medina meghalaya melbourne memphis mendoza mesopotamia messina mexico miami michigan michoacan
  micronesia middelburg midlands milaan milan milwaukee minas minnesota minsk miskolc mississauga mississippi
  missouri mizoram mogadishu moldavië moldova monaco mongolia montana montenegro montevideo montpellier
  montreal montserrat moravia moravië mordovia morelos morocco moscow moskou mosul mozambique mumbai munich
  muscat myanmar münchen nadu nagaland nagano nagasaki nagoya nagpur nairobi namen namibia nanchang nanchong
  nanjing nantes nantong naples nashville nauru navan nayarit nebraska nederland nepal netherlands nevada
  newcastle newfoundland nicaragua nieuw-zeeland niger nigeria nijmegen ningbo niue noord-brabant
  noord-holland noord-korea noorwegen norfolk normandië normandy northamptonshire norway nottingham
  nottinghamshire nova novosibirsk nuevo nunavut nur nyc oakland oaxaca oceanië odessa odisha oeganda oekraïne
  oezbekistan ohio oklahoma omaha oman omsk ontario oostende oostenrijk oran ordos oregon orlando orleans
  osaka oslo ossetia ottawa overijssel oxford oxfordshire padua pahang pakistan palau palermo palestine panaji
  panama papua paraguay parana parijs paris paso patna patras paulo pedro pei peking penang penh pennsylvania
  perak pernambuco persia perth peru petah petersburg philadelphia philippines phnom phoenix pilsen piraeus
  pitcairn pittsburgh plymouth poland polen polynesia portland porto portsmouth portugal potosi poznan praag
  pradesh prague prato pretoria pruisen prussia puebla puerto punjab puyang pyongyang qadimah qatar qingdao
  qinghai quebec queens queensland queretaro quezon quintana quito rabat raipur rajasthan rajshahi raleigh
  ranchi rangpur rawalpindi recife reims rennes reykjavik rhode rhodesia rica richmond rico riga rijsel riyadh
  rochester roemenië romania rome roo rotterdam rusland russia rwanda sacramento said saksen salaam salem salt
  salvador salzburg samoa sanaa santo saoedi-arabië sapporo sarajevo sarawak sardinië saskatchewan saudi
  savannah saxony scandinavia schotland scotia scotland seattle selangor senegal seoul serbia servië seville
  seychelles shanghai shantou sheffield shenyang shenzhen shijiazhuang shillong shimla shiyan siam siberia
  siberië sichuan sicilië sicily sierra sikkim silesia silezië sinaloa singapore sint skopje slovakia slovenia
  slovenië slowakije somalia somerset sonora southampton soweto spain spanje sri staffordshire staten states
  stockholm strasbourg stuttgart sudan suffolk sunderland surabaya surat suriname surrey sussex suzhou swansea
  swaziland sweden switzerland sylhet syria syrië tabasco tabriz taian taichung tainan taipei taiwan taiyuan
  tajikistan tallinn tamaulipas tamil tampa tampere tangier tangshan tanzania tartu tashkent tasmania
  tatarstan tbilisi tegucigalpa teheran tehran tel telangana tennessee texas thailand thessaloniki tianjin
  tianshui tijuana tikva tilburg timisoara timor tirana tlaxcala tobago togo tokelau tokio tokyo toledo tomsk
  tonga toronto toscane toulon toulouse trieste trinidad tripoli tripura trondheim tsjechië tucson tulsa
  tunesië tunis tunisia turin turkey turkije turkmenistan turks turku tuscany tuva tuvalu udmurtia uganda
  ukraine ulan uruguay urumqi usa ussr utah utrecht uttar uttarakhand uzbekistan valencia vancouver vanuatu
  varna vatican vaughn vegas venetië venezuela venice veracruz verde vermont verona versailles vienna vietnam
  vilnius virginia vlaanderen vladivostok volgograd wales wallis wallonië warsaw warschau warwickshire
  washington wellington wenen wexford wichita wicklow windhoek windsor winnipeg winterthur wisconsin
  wit-rusland wroclaw wuhan wuxi wuzhou wyoming xiamen xian xinyang yakutia yangon yekaterinburg yemen yerevan
  yokohama york yorkshire yucatan yugoslavia yukon yunfu zacatecas zagreb zambia zanzibar zealand zeeland
  zhangzhou zhengzhou zhongshan zibo zimbabwe zuid-afrika zuid-holland zuid-korea zurich zweden zwitserland
  zwolle zürich
`
  .trim()
  .split(/\s+/);

/** Peoples, languages, faiths and what belongs to a region, as adjective and as noun. */
export const peoples: readonly string[] = `
  afghan afghans african africans albanian albanians algerian algerians alpine american americans anglo-saxon
  angolan angolans antarctic arab arabic arctic argentine argentines armenian armenians asian asians atlantic
  aussie aussies australian australians austrian austrians austro-hungarian azerbaijani baltic bangladeshi
  bangladeshis bavarian belarusian belarusians belgian belgians bohemian bolivian bolivians bosnian bosnians
  brazilian brazilians brit british brits buddhist bulgarian bulgarians burmese byzantine californian
  californians cambodian cambodians cameroonian cameroonians canadian canadians caribbean catalan catholic
  celtic chadian chadians chechen chilean chileans chinese christian colombian colombians communist congolese
  croat croatian croatians croats cuban cubans cypriot czech dane danes danish democrat democratic dominican
  dominicans dutch eastern ecuadorian ecuadorians egyptian egyptians elizabethan emirati emiratis english
  englishman estonian estonians ethiopian ethiopians european europeans filipino filipinos finnish flemish
  french frisian gambian gambians georgian georgians german germanic germans ghanaian ghanaians greek greeks
  guatemalan guatemalans haitian haitians hindi hindis hindu honduran hondurans hungarian hungarians icelandic
  icelandics indian indians indonesian indonesians iranian iranians iraqi iraqis irish irishman islamic
  israeli israelis italian italians ivorian ivorians jamaican jamaicans japanese jewish jordanian jordanians
  kazakh kazakhs kenyan kenyans korean koreans kosovar kurdish kuwaiti kuwaitis kyrgyz lao laos latin latvian
  latvians lebanese liberian liberians libyan libyans lithuanian lithuanians londoners macedonian macedonians
  malagasies malagasy malaysian malaysians maltese mediterranean mexican mexicans moldovan mongolian
  mongolians montenegrin moroccan moroccans muslim namibian namibians nazi nepalese nicaraguan nicaraguans
  nigerian nigerians nigerien nigeriens nordic northern norwegian norwegians omani omanis orthodox ottoman
  pacific pakistani pakistanis palestinian palestinians panamanian panamanians paraguayan paraguayans parisian
  peruvian peruvians philippine philippines polish portuguese protestant prussian qatari qataris republican
  roman romanian romanians russian russians rwandan rwandans samoan samoans saudi saudis scandinavian scots
  scottish senegalese serb serbian serbians serbs singaporean singaporeans slavic slovak slovaks slovene
  slovenian somalian somalians southern soviet spaniard spaniards spanish sudanese swede swedes swedish swiss
  syrian syrians taiwanese tajik tatar texan texans thai thais trinidadian trinidadians tunisian tunisians
  turkish turkmen turkmens ugandan ugandans ukrainian ukrainians uzbek venezuelan venezuelans victorian
  vietnamese welsh western yorkers zambian zambians zimbabwean zimbabweans
`
  .trim()
  .split(/\s+/);
