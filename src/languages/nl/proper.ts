/** Given names that are Dutch or Flemish. */
export const givenNames: readonly string[] = `
  aaf aart abbie adriaan alain aletta alexander alexandra alfred ank anke anneke annemarie annemiek anouk
  antoine arie arjan arjen arnoud astrid barbara bas bastiaan benoît bente bernard bert birgit björn bob bram
  carla carola carolien caspar cees christiaan conny cor corine cédric daan dennis dieuwertje dilan dirk
  dmitry doortje douwe edith edwin eelco eline ellen elles els emiel eric erik ernst erwin esmah esther evert
  femke ferd fleur floor floris frans françois fred freek frits frédéric geert gerben gerda gerrit gert
  gertjan gijs guus gwendolyn günther hanke hanneke hans harm harmen harry hein heleen hendrik henk henny
  herman hilde hubert hugo huub hélène illia ilse ineke inge ingrid ivo jaap jacco jan janneke jannie jean
  jelle jeltje jeroen jet jetta joanna jochem joep johan johanna joke jolande joost joris jorrit jos josep
  jozef judith jurgen jérôme jörg jürgen kajsa kathalijne kees kim klaas koen koos kåre lars laurens laurent
  leen leo lex lieke lies liesbeth lieven lilian lisette lodewijk loes lotte luc lucas ludivine maaike maarten
  machteld madeleine maggie manon marc marco marga margarita margriet marieke marijke marijn marja marjan
  marjolein mark marleen marnick marnix martijn martin mathijs matthijs maurits maxime meike menno merel
  michel michiel mieke mikhail mirjam mona monique mykhailo nico nicole niels nienke noortje olaf oleksandr
  onno pascal patrick paul peter petra petteri philippe piet pieter pim raymond rein reinier remco rens renske
  rené rianne richard rien rik rob robbert robin roel roelof rogier roland ron ronald roos ruben rudi rudy
  rutger ruud sander sanne sara saskia sergei siem sietske sigrid sjaak sjoerd sophie stef stefan steven
  stientje stéphane suzanne sven sylvia sébastien søren teun theo thierry thijs thomas tijs tim tineke tjeerd
  tom ton toon ursula vadim veerle vera victor vincent vladimir volodymyr walter wendy wessel wiebe wil willem
  wim wopke wouke wouter yevgeny yves yvonne zeger zuhal
`
  .trim()
  .split(/\s+/);

/** Words that names of places are made of, as Dutch spells them. */
export const places: readonly string[] = `
  aberdeen adelaide afghanistan africa afrika akron albanië algerije almere amerika amersfoort anatolia
  anchorage angeles antonio antwerpen apeldoorn arabië argentinië armenië arnhem aruba asia assen athene
  austin australië azerbeidzjan azië bagdad balkans baltimore bangladesh bath beieren belfast belgie belgië
  bengal bergen berkeley berlijn boedapest bohemen bohemia bosch bosnië brabant bradford brazilië breda
  brisbane britain bronx brooklyn brugge brussel buffalo bulgarije burma californië cambridge canada carolina
  catalonië caïro charleroi charlotte chili china cincinnati colombia columbus congo cork cornwall corsica
  cuba curaçao dakota damascus darwin delft denemarken derby deventer devon diego dordrecht drenthe dublin
  duitsland dundee edinburgh egypte eindhoven emirates emmen engeland england enschede essex estland ethiopië
  europa europe exeter filipijnen finland flevoland florida francisco frankfurt frankrijk friesland galicia
  gelderland genk gent genève georgia georgië griekenland groningen haag haarlem hague hamburg hampshire
  harlem hasselt hawaï helsinki hilversum hobart holland hollywood hongarije honolulu houston hull ierland
  ijsland india indonesië irak iran ireland israël istanbul italië jacksonville japan jemen jersey jeruzalem
  joegoslavië jordanië kazachstan kenia kent keulen kiev kingdom knoxville koerdistan kopenhagen korea
  kortrijk kroatië kyiv leeuwarden leiden lelystad letland leuven libanon libië limburg limerick lissabon
  litouwen lombardije londen louis louisville luik luxemburg lyon maastricht macedonië madison madrid maleisië
  manhattan marokko marseille mechelen mesopotamia mexico middelburg milaan moldavië moravia moravië moskou
  münchen namen nederland netherlands nieuw-zeeland nigeria nijmegen noord-brabant noord-holland noord-korea
  noorwegen norfolk normandië nottingham oakland oceanië oeganda oekraïne oezbekistan omaha oostende
  oostenrijk orlando orleans oslo overijssel oxford pakistan parijs paulo peking persia perth petersburg
  philippines plymouth polen portsmouth portugal praag pruisen prussia queens rhodesia richmond rijsel
  rochester roemenië rome rusland rwanda sacramento saksen saoedi-arabië sardinië savannah scandinavia
  schotland scotland servië siam siberië sicilië silesia silezië slovenië slowakije southampton spanje states
  stockholm sunderland suriname surrey swansea syrië taiwan tampa tanzania teheran texas tilburg tokio toledo
  toscane tsjechië tucson tunesië turkije utrecht vatican vegas venetië venezuela virginia vlaanderen wales
  wallonië warschau wenen wit-rusland york yorkshire yugoslavia zeeland zuid-afrika zuid-holland zuid-korea
  zweden zwitserland zwolle zürich
`
  .trim()
  .split(/\s+/);

/** Peoples, languages, faiths and what belongs to a region, as adjective and as noun. */
export const peoples: readonly string[] = `
  afghaanse afrikaans afrikaanse albanees albanese algerijnse amerikaan amerikaans amerikaanse amerikanen
  amsterdams amsterdamse antilliaanse antwerpse arabieren arabisch arabische argentijns argentijnse arubaanse
  australisch australische aziatisch aziatische baskische belg belgen belgisch belgische berlijnse brabants
  brabantse braziliaans braziliaanse brit brits britse britten brusselse bulgaars bulgaarse byzantijnse
  canadees canadese catalaanse chileense chinees chinese chinezen colombiaanse congolese cubaanse curaçaose
  deen deens deense denen duits duitse duitser duitsers egyptisch egyptische engels engelse engelsen engelsman
  estse ethiopische europeanen europees europese filipijnse fin finnen fins finse frans franse fransen
  fransman fries friese gelderse gentse germaanse griek grieken grieks griekse groningse haagse hervormde
  hongaars hongaarse ier iers ierse ijslandse indiaas indiase indische indonesisch indonesische iraakse iraans
  iraanse iraniër iraniërs islamitische israëlisch israëlische israëliër israëliërs italiaan italiaans
  italiaanse italianen japanner japanners japans japanse joods joodse katholieke keltische keniaanse koerden
  koerdische koreaans koreaanse kroatische latijn latijnse letse limburgs limburgse litouwse londense
  luxemburgse maleisische marokkaans marokkaanse mexicaans mexicaanse nederlander nederlanders nederlands
  nederlandse nieuw-zeelandse nigeriaanse noor noord-koreaanse noors noorse noren oekraïens oekraïense
  oekraïner oekraïners oostenrijker oostenrijks oostenrijkse ottomaanse pakistaanse palestijnen palestijns
  palestijnse parijse polen pool pools poolse portugees portugese protestantse roemeens roemeense romeinen
  romeins romeinse rooms-katholieke rotterdamse rus russen russisch russische schot schots schotse servisch
  servische slavische sloveense slowaakse sovjet spaans spaanse spanjaard spanjaarden surinaams surinaamse
  syrische syriër syriërs thaise tsjechisch tsjechische tunesische turk turken turks turkse utrechtse
  venezolaanse vietnamese vlaams vlaamse vlaming vlamingen waals waalse zeeuws zeeuwse zuid-afrikaanse
  zuid-koreaanse zweden zweed zweeds zweedse zwitser zwitsers zwitserse
`
  .trim()
  .split(/\s+/);
