/**
 * Italian verbs by conjugation: infinitives without their *-are*, *-ere*, *-ire*, split by blanks. Data.
 *
 * Verbs with irregular forms need not stand here: `italian-irregular-verbs.ts` brings its own.
 */

/** Verbs of each conjugation, by its vowel: roots as the infinitive writes them (*cerc*, *cominci*, *studi*). */
export const verbRoots: Record<'a' | 'e' | 'i', string> = {
  a: `
    abbacin abbagli abbai abbandon abbarbic abbass abbever abbigli abbin abbindol abbisogn abbocc abbon
    abbond abbord abborracci abbozz abbracci abbrevi abbronz abdic abilit abit abitu abiur abomin abrog abus
    accalc accalor accamp accanton accaparr accarezz accartocci accas accasci accatast accatt accattiv
    accavall accec acceler accenn accent accentr accentu accerchi accert accett acchiapp accigli acclam
    acclar acclimat accoccol accod accoltell accomiat accomod accompagn accomun accontent accoppi accorci
    accord accorp accost accovacci accred accredit accucci accumul accus acquatt acquiet acquist adagi adatt
    addebit addens addent addentr addestr addit addizion addobb addolor addomestic addorment addoss adegu
    adesc adir adocchi adombr adont adoper ador adorn adott adul adulter adun affabul affacci affam affann
    affascin affastell affatic afferm afferr affett affezion affianc affibbi affid affil affili affin affior
    affiss affitt afflosci affog affoll affond affoss affranc affratell affresc affrett affront affumic
    agevol agganci agghiacci aggiorn aggir aggiudic aggiust agglomer aggomitol aggrapp aggrav aggrazi aggreg
    aggrott aggrovigli agguant agit agogn agonizz aguzz aiut aizz albeggi alberg aleggi alien aliment alit
    allacci allag allarg allarm allatt alle alleg allen allent allert allett allev allevi allign alline
    alloc alloggi allontan allung alt alter alterc altern alz am amalgam amareggi ambient ammacc ammaestr
    ammain ammal ammali ammanett ammant ammass ammazz ammicc amministr ammir ammodern ammont ammonticchi
    ammorb ammortizz ammucchi ammutin amnisti amoreggi ampli amplific amput analizz ancheggi ancor anel
    anestetizz angosci angusti anim annacqu annaffi annasp annebbi anneg annid annient annod annoi annot
    annover annull annunci annunzi annus anodizz anonimizz ansim anticip appag appai appallottol appalt
    appann apparecchi appart appassion appell appest appian appicc appiccic appiopp appioppi appisol applic
    appoggi appollai apport appost apprest apprezz approd approfitt appront appropri approssim approv
    approvvigion appunt appur ar arbitr archivi aren argin argoment arieggi arm armeggi armonizz aromatizz
    arpion arrabatt arrabbi arraff arrampic arranc arrang arrangi arrec arred arrest arretr arricci arring
    arrischi arriv arrog arrosol arross arrot arrotol arroton arrotond arrovell arrovent arruff arruggin
    arruol articol artigli asciug ascolt asfalt asfissi aspett aspir asport assaggi assalt assapor assassin
    assecond assedi assegn assembl assent asserragli assest assever assicur assiep assill assimil associ
    assod assoggett assold assomigli assord assottigli assuef atomizz attacc attagli attanagli attard
    attecch atteggi attent attenu attenzion atterr attest attir attiv attizz attorcigli attorni attracc
    attravers attrezz attu attualizz augur aument auscult auspic autentic autocertific autofinanzi autolimit
    automatizz autoproclam autoregol autorizz avall avanz avari avvall avvalor avvamp avvantaggi avvelen
    avvent avventur avver avvers avvi avvicend avvicin avvilupp avvinghi avvis avvist avvit azion azzann
    azzard azzecc azzer azzitt azzopp azzoppi azzuff bacchett baci bad bagn balbett balen ball ballonzol
    balugin balz banalizz banchett bann bar baratt barcamen barcoll barric bas bast baston battezz battibecc
    bazzic beatific becc beff beffeggi bel bend benefici bersagli bestemmi biancheggi biascic biasim biforc
    bighellon bilanci biodegrad bisbigli bisec bisogn bisticci bistratt bivacc blater blind blocc blogg
    boccheggi bocci bofonchi boicott boll bombard bonific borbott bordeggi borseggi bracc bram brancol
    brandeggi brandizz bras brevett brig brill brind brontol bruc bruci bruciacchi brulic bubol buc
    bucherell burl burocratizz busc buss butt cabl cacci cadenz cagion cagli cal calafat calamit calc calci
    calcific calcol caldeggi calendarizz calibr calm calmier calpest calunni calz cambi cammin camp campeggi
    campion camuff cancell candeggi candid cannibalizz cannoneggi canonizz cant canticchi cantier cantierizz
    cantilen canzon capeggi capit capitalizz capitol caracoll caramell caratterizz carbonizz carezz cari
    caric carrozz cartolarizz casc cass castig castr catalizz catalog catapult catechizz categorizz
    cateterizz cattur caus cautel cauterizz cav cavalc cavill cazzeggi cel celebr cement cen censur
    centellin centr centralizz centrifug centuplic cerc cerchi certific cesell cess cestin chatt chet
    chiacchier chiam chiarific chin chiocci chios cianci ciarl cib cicatrizz cifr cigol ciment cincischi
    cinguett ciondol circol circond circostanzi circumnavig cit civett civilizz classific clicc climatizz
    clon coabit coadiuv coagul coalizz coccol codific coedit cofinanzi coibent col collabor collass collaud
    colleg collezion collim colloc colloqui colm colonizz color colpevolizz coltell coltiv comand combaci
    combin cominci commemor commend comment commerci commercializz commin commiser commissari commission
    commisur commut compagin compar compassion compatt compens comper compet compil compit complet complic
    compliment complott comport compost compr comprov comput computerizz comunic concaten concelebr concentr
    concert concettualizz conci concili concim concord concretizz condann condens condizion condon confabul
    conferm confess confezion conficc confid configur confin confisc conform confort confront confut conged
    congegn congel congettur congiur conglob conglomer congratul coni coniug connot conquist consacr consegn
    conserv consider consigli consoci consol consolid consorzi const constat consult consum cont contabilizz
    contagi containerizz contamin contatt conteggi contemper contempl content contest contestualizz
    contingent continu contorn contrabband contraccambi contrappunt contrari contrassegn contrast contratt
    contrattacc contrattualizz controbilanci controfirm controindic controll convalid convers convit convoc
    convogli cooper coopt coordin copi corazz coreograf coric coron corred correl corrobor corrucci corrug
    corteggi cortocircuit cospir cost costeggi costell costern costip costum cov cozz crack cre crem crep
    crepit cresim criminalizz crioconserv cript cristallizz cristianizz critic critt crittograf crivell
    crogiol croll crom cronicizz cronometr cronoprogramm crucci cucin cull culmin cumul cur curios curv
    customizz dann danneggi danz dat dealloc deambul debell debilit debugg debutt decancell decant decapit
    decarbonizz deceler decentr decentralizz decifr decim declam declass declin decodific decoll decolonizz
    decolor decomment deconcentr decongestion decontamin decontestualizz decor decrement decret decript
    decritt decuplic decurt dedic defalc defec defenestr defezion defil defiscalizz deflagr deflazion
    deforest deform deframment defraud degener degn degrad degust deific deindicizz deindustrializz deleg
    delegittim deliber delimit deline delir delizi delocalizz delucid demagnetizz demand demarc
    dematerializz demerit demilitarizz demineralizz demistific democratizz demonetizz demonizz demoralizz
    demotiv denatur denigr denomin denot dent denuclearizz denud denunci denunzi deodor deospedalizz
    depauper depenalizz depenn depil depist deplor deport deposit depotenzi deprav deprec depred
    depressurizz deprezz depriv depur deput dequalific deragli derattizz deregol deregolament
    deresponsabilizz deriv derog derub derubric desacralizz desalinizz desegret deselezion desertific
    desider design despecializz dest destabilizz destagionalizz destin destreggi destruttur detass deterior
    determin detest deton detossific detronizz dett dettagli deturp deumidific devast devi devitalizz
    diagnostic dializz dialog dichiar diffam differenzi diffid digit digitalizz digiun digrign dilag dilani
    dilapid dilat dilav dilazion dileggi dilegu dilett dilung diluvi dimen dimension dimentic dimezz dimor
    dimostr dinamizz dipan diplom dirad diram dirocc dirott dirozz disabilit disabitu disaccoppi disacerb
    disaffezion disaggreg disalline disambigu disamor disancor disapprov disarcion disarm disarticol
    disassembl disassoci disattiv disbosc disciplin discolp discost discredit discrep discrimin disdegn
    disegn diserb disered disert disgel disgreg disgust disidrat disillus disimball disimpegn disincagli
    disincant disincentiv disincrost disinfest disinfett disinform disingann disinnesc disinnest disinstall
    disintegr disinteress disintossic disloc disobblig disoccup disonor disordin disorganizz disorient
    disoss disotterr dispens disper dispieg disprezz disput dissacr dissald dissangu dissecc disselci
    dissemin disserr dissert dissest disset dissimul dissip dissoci dissod disson dissotterr dist distacc
    distanzi distill distric disturb disus ditt divag divamp divaric divent diversific divin divincol
    divinizz divor divorzi divulg document dogmatizz dolcific dom domand domestic domicili domin don dondol
    dop doppi dor dormicchi dos dot drag drammatizz drappeggi dren dribbl drizz drog dubit duell duplic dur
    eccit echeggi ecliss economizz edific edit educ edulcor effemin effettu efficient effigi eguagli eiacul
    elabor elemosin elenc elettrific elettrizz elev elimin elogi elucubr eman emancip emargin emend emigr
    emozion emul emulsion energizz enfatizz entr entusiasm enucle enumer enunci epur equilibr equipaggi
    equipar equivoc eradic eredit erog erotizz err erutt esacerb esager esal esalt esamin esasper esautor
    esclam escogit esecr esemplific esent esercit esili esit esond esoner esorbit esorcizz esort espatri
    espi espir esplet esplic esplicit esplor esport espropri espugn essicc estasi estenu estern esternalizz
    estirp estrad estrani estrapol estremizz esul esulcer esult esum etern etichett europeizz evacu
    evangelizz evapor evidenzi eviscer evit evoc fabbric facilit fagocit falci falcidi fals falsific
    familiarizz fantastic farfugli farnetic fasci fascicol fascin fatic fattorizz fattur favell favoleggi
    favoreggi fecond felicit ferm ferment ferr fertilizz festeggi fiacc fiancheggi fiat ficc fid fidanz
    fidelizz figli figur fil filett film filosof filosofeggi filtr finalizz finanzi fiocc fiond firm
    fiscalizz fischi fischiett fiss fiut flagell flagg flirt fluidific fluidizz fluttu focalizz foder folgor
    folleggi foment fond for foraggi forgi form formalizz formatt formicol formul fornic fortific forz
    fossilizz fotocopi fotograf fotomont fotosintetizz fracass framment frammischi fran frantum frastagli
    frastorn fraternizz frattur frazion fredd freg fregi frem fren frequent frign frizz frod fronteggi frug
    frull frusci frust frustr frutt fruttific fucil fug fulmin fum fumig funest funzion fuorvi furoreggi
    fustig gabb gabell galleggi galopp galvanizz gambizz gamific garb gareggi gassific gatton gel gelatinizz
    gelific gemell gemm gener generalizz geolocalizz georeferenzi gerarchizz germanizz germin germogli
    gesticol gett ghettizz ghiacci ghigliottin ghign gingill gioc giocherell giov gir gironzol girovag
    giubil giudic giunt giur giustific giustizi glass globalizz glorific gocci gocciol goffr gonfi gongol
    googl gorgheggi gorgogli govern gozzovigli gracchi gracid gradin gradu graffi gran grandeggi grandin
    granell granul graticol gratific gratin gratt grattugi grav gravit grazi grid grigli grond guad guadagn
    guard guast guerreggi gufar guid guizz gust hack hacker ibrid iconizz ide idealizz identific ideologizz
    idolatr idrat idrogen idrolizz igienizz ignor illumin illustr imball imbalsam imbandier imbarazz imbarc
    imbavagli imbecc imbellett imbianc imbocc imbosc imbott imbottigli imbozzol imbracci imbranc imbratt
    imbrigli imbrogli imbronci imbuc imbullon imburr imit immagazzin immagin immatricol immedesim immigr
    immischi immobilizz immol immortal immunizz impacchett impacci impagin impagli impal impallin impan
    impantan impar imparent impast impastoi impatt impegn impegol impelag impellicci impenn imper imperl
    impermeabilizz imperni imperson impervers impetr impiant impiastr impiastricci impicc impicci impieg
    impietos impigli impil impingu impinz impiomb implement implic implor impollin impolver import importun
    impossess impost imprec impregn impression imprest imprigion impront improvvis impugn impunt imput
    inabiss inaffi inal inalber inamid inanell inarc inargent inast inaugur incagli incalz incamer incammin
    incanal incancren incant incaponir incapp incappucci incapricci incapsul incarcer incardin incaric
    incarn incarogn incart incartapecor incartocci incasell incasin incass incastell incaston incastr
    incaten incatram incav incavol incazz incendi incener incens incentiv incentr incepp incerott incespic
    incett inchin inchiod inciamp inciner incipri incist incit inclin incoll incolonn incolp incominci
    incomod incontr incoraggi incord incorn incornici incoron incorpor incravatt increment incresp incrimin
    incrin incroci incrost incub inculc incune incurv indag indebit indennizz indent indetermin indic
    indicizz indietreggi indign indirizz indisciplin individu indor indoss indottrin indovin indugi industri
    industrializz inebri inerpic infam infang infarin infatu infervor infest infett infeud infiamm infil
    infiltr infilz infinocchi infiocchett infischi inflazion influenz infoc infoder infogn inforc inform
    informatizz informicol inforn infortun infoss inframmezz infredd infreddol infuoc infuri ingabbi ingaggi
    ingann ingarbugli ingegn ingess inghirland inginocchi ingioiell ingiuri inglob ingoi ingolf ingoll
    ingombr ingomm ingorg ingozz ingran ingrass ingraticci ingravid ingrazi ingross inguai inguain ingurgit
    iniett inimic inizi inizializz innaffi innalz innamor inneggi innerv innesc innest innev innov inocul
    inoltr inond inquadr inquart inquiet inquin insabbi insacc insal insanguin insapon inscen insedi insegn
    insemin insidi insil insinu insonorizz insospett insozz inspir install instaur instill instrad insudici
    insult intabarr intacc intagli intarl intarsi intas intasc intavol integr intelai intellettualizz
    intensific intent intenzion intercal intercambi intercett interess interfacci interfogli interiorizz
    interlacci intermedi intermezz intern internalizz internazionalizz interpell interpol interpret interr
    interrog intersec intervall intervist intest intim intirizz intitol inton intonac intopp intorbid
    intossic intralci intrappol intrecci intric intrig introiett introit intron intronizz intrufol intrugli
    intub inum inurb inutilizz invalid invas invecchi invelen invent inventari investig inveter invi invidi
    inviscer invischi invit invoc invogli inzaccher inzupp ionizz ipnotizz ipotec ipotizz ironizz irradi
    irraggi irrig irrit islamizz isol ispezion ispir iss istanzi istig istituzionalizz iter lacc lacer
    lacrim lagn laicizz lament lamin lampeggi lanci lapid largheggi lasci lastric latineggi latr laure lav
    lavor lavoricchi lecc leg legalizz legifer legittim lemmatizz lesin lesion less lev levig liber
    liberalizz licenzi lievit lim limit limon linci link liofilizz liquid lisci liscivi list litig litograf
    livell lobotomizz loc localizz lod logg logor lott lottizz lubrific luccic lucid lucr lumin lusing luss
    lussureggi lustr macchi macchin macell macer macin maciull maggior magnetizz magnific malign malmen
    maltratt malvers manc mand maneggi manganell mangi manifest manipol manovr mapp marc marchi marci margin
    marginalizz marin marit martell martirizz martori mascher massacr massaggi massific massimizz masterizz
    mastic masturb match materializz matur meccanizz medi medic medicalizz medit melodrammatizz memor
    memorizz men mendic menom menzion meravigli mercanteggi merit mescol metabolizz metallizz metamorfos
    metodizz miagol microfilm migli miglior migr milit militarizz millant mim mimeograf mimetizz min minacci
    mini miniatur miniaturizz minimizz mir miracol miscel mischi mistific misur mitig mitizz mitragli mixar
    mobilit modell moder modernizz modific modul mol molest moll moltiplic mond mondializz monetizz monitor
    monitorizz monolog monopolizz mont moraleggi moralizz mordicchi mormor morsic mortific mostr motiv
    motorizz motteggi moviment mozz mugghi mugol mugugn mulin mult mummific municipalizz mur music mut mutil
    mutualizz narcotizz narr naturalizz naufrag nause navig nazionalizz nebulizz necessit necrotizz neg
    negozi nett neutralizz nevic nichil nidific nitrific nobili nobilit noleggi nomin normalizz not notific
    nullific numer nuot obbiett obblig ober obiett obliter obnubil occhieggi occult occup odi odor offici
    offusc oggettiv olezz oli oltraggi oltrepass omaggi ombreggi omogeneizz omolog ondeggi ondul onor
    opacizz oper operativizz opin opt orbit orchestr ordin organizz orient origin origli orin orizzont orl
    ormeggi orn os osann oscill oscur ospedalizz ospit ossequi osserv ossession ossid ossific ossigen
    ostacol osteggi ostent ostin ostracizz ottemper ottenebr ottimizz ottur ovatt ovul ovvi ozi ozonizz
    pacific padroneggi pag pagai pales palleggi palp palpeggi palpit panific par paracadut parafras paragon
    paralizz parametr parametrizz parcellizz parcheggi pareggi parific parl parlott parodi partecip parteggi
    particolareggi partizion pascol pass passeggi pasticci pastorizz patrocin patteggi pattin pattugli
    pavent paviment pavoneggi pazient pecc pedal pedin pedon pedonalizz peggior pel pen penalizz penetr pens
    pension penzol percol perdon perdur peregrin perequ perfezion perfor perform perlustr perme pernott
    peror perpetr perpetu perseguit persever personalizz personific perturb pes pesc pest pettegol pettin
    piagnucol piall pianific piant pianton piantum piastrell piazz picchett picchi picchiett pieg pietrific
    pigi pigli pigment pignor pigol pilot pilucc pinz piomb pioviggin pirat piroett pisol pittur pizzic plac
    placc plagi plan plasm plastific poet poggi polarizz polemizz polimerizz politicizz polverizz pomici
    pomp ponder pontific popol port pos posizion post postdat posteggi posticip postul pot potabilizz
    potenzi pranz pratic preannunci preassegn preavvis precaric precett precipit precis precompil
    preconfezion preconizz pred predestin predetermin predic predomin prefabbric prefigur prefinanzi prefiss
    preg pregi pregiudic pregust preimpost preinstall prelev prelib prelimin premedit premi prenot preoccup
    preordin prepar preselezion present presenzi preserv presidi press pressurizz prest prevaric preventiv
    prezz prim primeggi prioritizz priv privatizz privilegi problematizz procacci process proclam procrastin
    procre procur prodig profan profess profetizz profil profitt profum progett programm proiett prolass
    prolifer prolific prolung promulg pronostic pronunci pronunzi propag propagand propal propin propizi
    proporzion propugn prorog prosciug prosper prospett prostern prostr protest protocoll prov provoc
    pseudonimizz psicanalizz psicoanalizz pubblic pubblicizz pugnal pullul puls pungol punt punteggi puntell
    puntualizz punzecchi punzon purg purific puzz quadr quadrett quadruplic qualific quantific quantizz
    querel question quiet quintuplic quot rabberci rabbocc rabbui raccapezz raccapricci raccatt raccomand
    raccont raccord racimol raddoppi raddrizz radi radic radicalizz radiocomand radiograf radun raffazzon
    raffigur raffin rafforz raffredd raffront raggel raggir raggomitol raggranell raggrinz raggrum raggrupp
    ragguagli ragion ragli rallegr rallent ramazz ramific rammaric rammend ramment randell rannicchi
    rannuvol rantol rap rapin rappacific rappezz rapport rappresent ras raschi rasent rasp rassegn rasseren
    rassett rassicur rassod rassomigli rasterizz rastrell rateizz ratific rattopp rattrapp rattrist ravvi
    ravvicin ravvis ravviv razion razionalizz razzi razzol realizz rec recalcitr recapit recidiv recint
    recit reclam reclamizz reclin reclut recrimin recuper referenzi refert refriger regal registr regn regol
    regolament regolarizz reimbarc reimmagin reimpagin reimpieg reimport reimpost reincarn reindirizz
    reindustrializz reinfett reingaggi reinizi reinizializz reinnest reinsedi reinstall reinstrad reintegr
    reinterpret reinvent reiter relativizz relazion releg rem remix remuner renderizz rendicont replic reput
    resett resin respir responsabilizz rest restaur resuscit retrodat rettific revision revoc riabbass
    riabbracci riabilit riaccompagn riaccost riaccredit riacquist riadatt riaddorment riaffacci riafferm
    riaffior riagganci riaggiust riallacci rialline rialloc rialloggi rialz riambient riammodern rianalizz
    rianim riannett riannod riapp riappropri riapprov riarm riarticol riasfalt riassegn riassembl riassest
    riassett riassicur riattacc riattiv riattizz riattravers riavvi riavvicin ribalt ribass ribattezz ribell
    ribilanci ricalc ricalcol ricalibr ricam ricambi ricandid ricapitalizz ricapitol ricaric ricatt ricattur
    ricav ricerc ricertific richiam ricicl ricircol riclassific ricolleg ricolloc ricolm ricolonizz ricolor
    ricombin ricominci ricompatt ricompens ricompil ricompr ricomunic riconcili ricondann ricondizion
    riconferm riconfigur riconfront riconquist riconsacr riconsegn riconsider ricontatt ricontestualizz
    ricontratt ricontroll riconvoc ricopi ricord ricoric ricover ricre ricredit ricuper ricus rid ridacchi
    ridelimit rideposit ridetermin ridicolizz ridigit ridimension ridisegn ridond riecheggi riedific riedit
    rieduc rielabor rientr riepilog riequilibr riesamin riesplor riesport riesum rietichett rievoc rifabbric
    rifil rifinanzi rifiut rifocill rifoder rifond riforest riform riformatt riformul rifugi rig rigassific
    rigener rigett rigioc rigir rigonfi rigovern riguadagn riguard rigurgit rilanci rilasci rilass rilav
    rilavor rileg rilev rilocalizz rim rimand rimaneggi rimangi rimarc rimargin rimasterizz rimbacucc
    rimbalz rimbecc rimbocc rimbomb rimbors rimbosch rimedi rimescol rimest rimir rimodell rimodern rimont
    rimorchi rimpagli rimpall rimpast rimpatri rimpiazz rimpicciol rimpingu rimpinz rimpolp rimprover
    rimugin rimuner rinatur rinaturalizz rincalz rincar rincas rincentr rincoll rincuor rinegozi rinfacci
    rinfianc rinfocol rinfoder rinforz rinfranc rinfresc ringalluzz ringhi ringran ringrazi rinneg rinnest
    rinnov rinomin rinquadr rinsald rinserr rintan rintocc rintracci rintuzz rinunci rinunzi rinvi rioccup
    riordin riorganizz riorient ripag ripar riparametr riparl ripartizion ripass ripens ripesc ripian
    ripianific ripiant ripieg ripigli ripiomb riplasm ripopol riport ripos riposizion ripresent ripristin
    riprivatizz riprogett riprogramm riprov ripubblic ripudi ripugn ripuls ripurific riqualific risalt
    risalut risan riscald riscatt rischi rischiar risciacqu riscontr risegnal riselezion riserv risintonizz
    rison risparmi rispecchi rispett rispolver rispos ristagn ristamp ristor ristorn ristruttur ristudi
    risucchi risult risuon risuscit risvegli ritagli ritard ritent ritinteggi ritir ritocc ritorn ritrasform
    ritratt ritrov ritualizz riunific riurbanizz riutilizz rivaleggi rivalut rivang rivel rivendic riverber
    rivernici rivers rivisit rivitalizz rivolt rivoltol rivoluzion robotizz rod romanizz romanz romb ronz
    rosicchi rosol rote rotol rottam rovesci rovin rovist rub rubacchi rubric rull rumin rumoreggi ruot russ
    rutt ruzz ruzzol sabbi sabot saccheggi sacralizz sacrific saggi sagom sal salass sald salific saliv
    salmodi salp salt saltell salut salv salvaguard san sanguin sanific santific sanzion saponific sarchi
    satireggi satoll satur sazi sbaciucchi sbad sbadigli sbagli sball sballott sbalz sbanc sband sbandier
    sbaracc sbaragli sbarazz sbarb sbarc sbarr sbass sbatacchi sbav sbecc sbeffeggi sbellic sbend sberci
    sbevazz sbianc sbilanci sbirci sblocc sbobin sbocc sbocci sbocconcell sbollent sbors sbott sbotton
    sbracci sbrait sbran sbriciol sbrig sbrigli sbrin sbrind sbrindell sbrodol sbrogli sbronz sbruff sbuc
    sbucci sbudell sbuff sbugiard sbullon scacci scaffal scagion scagli scaglion scal scalci scald scalman
    scalpell scalpit scalz scambi scamici scamosci scamp scampan scampanell scandagli scandalizz scann
    scannerizz scans scansion scanton scapestr scapicoll scapigli scapit scapol scapp scappell scarabocchi
    scaravent scarcer scardin scaric scarnific scarrozz scarseggi scart scartabell scartavetr scartocci
    scass scassin scaten scatt scav scavalc scavezz scazzott scem scempi sceneggi scervell sched scheggi
    scherm scherz schiacci schiaffeggi schiamazz schiant schiatt schiavizz schier schif schiocc schiod
    schioppett schium schiv schizz sci sciabol sciabord sciacqu scial scialacqu sciam scianc scimmieggi
    scimmiott scintill sciocc scioglin scioper sciorin scipp sciup scivol scocc scocci scodell scodinzol
    scol scoll scolleg scollin scolor scolp scombicch scombin scombussol scomod scomp scompagin scompagn
    scompatt scompens scompigli scomput scomunic sconcert sconfess sconficc sconfin sconfort scongel
    scongiur sconquass sconsacr sconsider sconsigli sconsol scont scontent scontr scop scoperchi scopiazz
    scoppi scoppiett scoraggi scorazz scorci scord scoreggi scorn scorpor scorrazz scort scortecci scortic
    scosci scost scostum scotenn scott scov scozz screanz scredit screm screpol scricchi scricchiol scrittur
    scrocc scroll scrosci scrost scrut scrutin scudisci sculacci scuoi scus sdazi sdebit sdegn sdipan sdogan
    sdoppi sdrai sdrammatizz sdrucciol secc secolarizz second sed sediment seg segment segn segnal segreg
    segret seguit selci selezion sell sembr semin semplific sensibilizz sensorizz sensualizz sentenzi separ
    sequenzi sequestr serb seren serializz serigraf serpeggi serr setacci sett sevizi sezion sfaccend
    sfaccett sfacchin sfald sfals sfam sfarfall sfarin sfas sfasci sfat sfavill sfebbr sfeltr sferr
    sferragli sferruzz sferz sfianc sfiat sfibbi sfibr sfid sfiduci sfigur sfil sfilacci sfilz sfior sfitt
    sfoc sfoci sfoder sfog sfoggi sfogli sfolgor sfoll sfond sfor sforacchi sforbici sform sforn sforz
    sfracell sfratt sfrecci sfreg sfregi sfren sfrigol sfrond sfrutt sfum sfuri sgambett sganasci sganci
    sgangher sgargi sgarr sgattaiol sgavazz sgel sghignazz sgobb sgocciol sgol sgomber sgombr sgoment sgomin
    sgomit sgonfi sgonnell sgorg sgozz sgraffign sgran sgranocchi sgrass sgrav sgretol sgrid sgrovigli
    sguain sguazz sguinzagli sgusci shift sibil sigill sigl signific signoreggi silenzi sillab sillogizz
    silur simboleggi simbolizz simpatizz simul sincer sincronizz sindac sindacalizz singhiozz sinterizz
    sintetizz sintonizz sistem sistematizz situ slabbr slacci slanci slarg sleg slent slitt slog slogg
    sloggi slung smacc smacchi smagli smagnetizz smalt smanett smangi smani smantell smarc smargin smascher
    smaterializz smembr smemor smerci smerigli smezz smidoll smilitarizz smin smineralizz sminuzz smist
    smitizz smobilit smobilizz smoccol smonetizz smont smorfi smorz smozzic smur smuss snatur snazionalizz
    snerv snid sniff snobb snocciol snod sobbalz sobbarc sobill socializz sofferm soffi soffoc sofistic
    soggett soggettivizz sogghign soggiog soggiorn sogn solc sold soleggi solennizz solfeggi solfor
    solidarizz solidific sollazz sollecit solletic sollev solubilizz somatizz somigli somm somministr sond
    sonnecchi sonorizz soperchi soppes soppiant sopport sopraelev soprannomin sopravanz sopravvalut sormont
    sorpass sorseggi sorteggi sorvegli sorvol sospett sospir sost sostanzi sotterr sottilizz sottoaliment
    sottocapitalizz sottoline sottopag sottostim sottotitol sottoutilizz sottovalut soverchi sovietizz
    sovrabbond sovraccaric sovradimension sovraffatic sovraffoll sovraliment sovrast sovrastamp sovrastim
    sovrautilizz sovreccit sovvenzion spacc spacchett spacci spadroneggi spal spalanc spalleggi spalm spamm
    spann spappol spar sparagn sparecchi sparigli sparl sparpagli spasim spaur spavent spazi spazializz
    spazient spazz spazzol specchi specializz specific specul spelacchi spell spenn spennacchi spenzol sper
    spergiur speriment speron sperper spes spett spettacolarizz spettegol spettin spezz spezzett spi
    spiaccic spiaggi spian spiattell spiazz spicc spicci spicciol spieg spiegazz spiffer spig spigol spill
    spilluzzic spilucc spinton spiomb spir spiritualizz spiumacci spizzic spodest spoetizz spogli spolp
    spoltron spolver spomp spompin sponsorizz spopol sporc spos sposs spossess spost sprang sprec spregi
    sprezz sprigion sprimacci sprizz sprofond sproloqui spron sproporzion sproposit spropri spruzz spruzzol
    spulci spum spumeggi spunt spuntell spupazz spurg sput sputtan squadr squagli squalific squarci squart
    squass squilibr squill sradic sragion srotol stabilizz stabul stacc staccion staffil stagion stagli
    stagn stamp stampigli stan stanc standardizz stang stantuff stanzi stapp starnazz starnut statalizz
    stazion stazz stecc stell stemper stenograf stent stereotip sterilizz stermin sterr sterz stigmatizz
    stil stilizz still stim stimol stip stipendi stipul stir stiracchi stiv stocc stomac ston stopp
    storicizz storn storpi strabili strabuzz stracci stralci stralun stramazz strangol strani strapag
    straparl strapazz strapiomb strapp strarip strascic strascin stratific stratton stravacc stravizi strazi
    streg strem strepit stress strigli strill striminz strimpell strisci stritol strizz strofin strombazz
    stronc stropicci strozz strument strumentalizz struttur stucc studi stuf stupef stupr stur stuzzic
    subaffitt subappalt subentr subiss sublim subodor subordin suborn succhi sud suffrag suffumig suggell
    suggestion suicid suon super supervision supplic support suppur surclass surgel surriscald surrog suscit
    sussegu sussidi sussult sussurr svacc svag svaligi svalut svantaggi svapor svari svecchi svegli svel
    svelen svent sventagli sventol sventr svergin svergogn svern svernici svescic svett svezz svi svilupp
    svincol sviolin svis sviscer svit svogli svolazz svolt svuot switch t tabul taccheggi tacci tacit tagg
    tagli taglieggi tagliuzz tallon tambureggi tamburell tampin tampon tapp tappezz tar tarar tard targ tarp
    tartagli tartass tass tassell tast tatu teatralizz tecnicizz tedi telecomand telecontroll telefon
    telegraf teleguid teletrasport tematizz temper tempest temporeggi tempr tent tentenn teorizz tergivers
    termin termovalorizz terrific terrorizz terziarizz tesaurizz tesoreggi tesser test testific testimoni
    ticchett tif timbr tinteggi tintinn tipicizz tipizz tippett tir tiranneggi titill titol titub tocc
    tokenizz toller tondeggi tonific topp torment torn torref torreggi tortur tos tosar tost totalizz
    traball trabocc tracann traccheggi tracci tracim tracoll trafel traffic trafor trafug traghett train
    tralasci tralign tram tramand tramezz tramont tramut tranci trangugi tranquillizz transcodific transenn
    transit trapan trapass trapel trapiant trapunt trasand trasbord trascin trascolor trascur trasecol
    trasfigur trasform trasl traslitter trasloc trasmigr trasmod trasmut trasogn traspir trasport trastull
    trasud trasuman trasvol tratt tratteggi traumatizz travagli travalic travas travers travest travi travis
    trebbi trem tremol trepid tribol tribut trill trinc trincer trinci trionf triplic trisec trit tritur
    trivell trivializz tromb tronc troneggi trott trotterell trov trucc trucid truff tub tuff tumul tumult
    tumultu tuon tur turb turbin turlupin tutel twitt ubic ubriac uccell uffici ufficializz uggiol uguagli
    ulcer ultim ulul umanizz umett umidific umili unific uniform universalizz urbanizz urin url urt us
    ustion usurp utilizz vaccin vacill vag vagabond vagheggi vagli valic valid valorizz valut vampirizz
    vandalizz vaneggi vang vanific vant vaporizz var varc vari vaticin veget vegli veicol vel velarizz
    veleggi velocizz vendemmi vendic vener vent ventil verbalizz verdeggi vergogn verific vernici vers
    verseggi versific verticalizz vess vettorializz vettovagli vezzeggi viaggi vibr vidim viet vigil
    villeggi vincol vinific viol violent vir viralizz virgolett virilizz virtualizz vision visit vist
    visualizz vitaminizz vituper vivacchi vivacizz vivific vivisezion vizi voci vocifer vog vol volatilizz
    volg volgarizz volt volteggi vomit vot vulcanizz vuot zaff zampett zampill zapp zavorr zigzag zinc zipp
    zoom zoppic zuccher zufol`,
  e: `
    abbatt accad acced accend accing acclud accogli accorg accorr accresc affigg affligg aggiung allud
    ammett annett apparten append apprend ard arrend ascend ascriv assist assolv assum atten attend atting
    avval avvolg batt cad capovolg ced cern chied chiud cing circoscriv coesist cogli coincid coinvolg
    collid combatt commett commuov compet compiac compiang comprend comprim compromett conced concern
    conclud concorr condivid condol confond congiung connett conosc consist conten contend contorc
    contraddistingu controbatt converg convinc conviv corr corregg corrispond corrod corromp cosparg
    costring cred cresc crocifigg cuoc decad deced decid decorr decresc delud deprim derid descriv desist
    desum deten devolv dibatt difend diffond dimett dipend diping dirig dirim disattend discend discern
    disconnett discorr discut disiscriv dismett disperd dispiac dissolv dissuad distend distingu distogli
    distorc distrugg diverg divid dol dov ecced eccell elegg elud emerg emett equival erg erig erod eromp
    esclud esig esim esist espand espell esplod esprim estend estingu estorc evad evinc evolv fend ferv fing
    flett fond fraintend frem frigg fung gem genuflett giac giung god illud imbatt immerg immett implod
    imprim incid includ incomb incorr incut iner infligg infond infrang insist insorg intend interromp
    intess inting intraprend intratten intraved intrid intromett invad irromp iscriv led legg manomett
    manten mesc mett miet mord mung muov nasc nascond neglig nuoc occorr offend omett opprim otten par pend
    percorr percuot perd permett persist persuad pervad piac piang piov porg possed pot preced preclud
    precorr predilig prefigg prem premett prend prescind prescriv presied presum pretend preval preved
    proced profond promett promuov propend proromp prosciogli protegg protend provved pung raccogli rad
    raggiung rapprend recid reclud redig redim regg rend reprim resid resist resping restring retroced
    riaccend riassum riav ribatt ricad ricev richied ricongiung riconosc ricorr ricred ricresc rid rielegg
    riemerg riflett rifrang rilegg riman rimett rimpiang rimuov rinasc rinchiud rincorr rincresc ripercorr
    ripercuot ripet riprend ripromett riscriv riscuot risied risolv risorg risplend rispond riten ritorc
    rived rivend riviv rivolg rod romp sap sbatt scad scegli scend schiud scind sciogli scommett sconfigg
    sconnett sconvolg scorg scorr scriv scuot secern sed serp smett smuov soccomb soccorr soffrigg soggiung
    sommerg sopprim sopraggiung sopravviv soprintend sorg sorprend sorregg sorrid sospend sosping sosten
    sottend sottintend sottomett sottoscriv spand sparg spegn spend sperd spiac sping splend sporg sprem
    stend storc stravinc stravolg strid string strugg succed suddivid sugg sussist svell svend svolg tac
    tang tem ten tend terg tess ting togli torc trafigg trascorr trascriv trasfond trasmett tratten travolg
    uccid ung urg val ved vend vert vig vinc viv vol volg`,
  i: `
    abbell abbrustol abol aborr abort accan acconsent accud acquis acu addiven addolc ader affer affievol
    afflu ag aggred allegger allest amb ammans ammatt ammon ammorbid ammuff ammutol anner annichil annu
    appar appass appes appesant appet appiatt applaud approfond apr arricch arross arrost arruggin assal
    assent asser asserv assop assorb attecch atterr attribu attut avven avvert avvil avvizz band boll brand
    brun cap carp cens chiar circu colp compar compat concep cond confer conflu consegu consent contravven
    contribu conven convert copr costitu costru cuc custod defer defin deflu deglut demol deper destitu
    differ diger dilu dimagr diminu disinser disobbed dissent disseppell distribu disubbid diven divert dorm
    eccep elarg esaud esaur esegu esib esord esper fall farc favor fer fin fior flu forn fru fugg fuoriusc
    garant garr gest gherm gio grad grem grugn gua guar guarn illeggiadr illivid imbaldanz imbarbar imbast
    imbell imbest imbestial imbiond imbizzarr imborghes imbott imbrun imbrutt immalincon immelens impadron
    impallid impart impaur impazz imped impensier impermalos impett impiccol impietos impigr impover
    impratich imprezios imputrid inarid inaspr incener incrudel incup incurios indebol indispett indur
    infarc infastid infer inferoc infier infitt influ infrad infradic ingelos inger inghiott ingigant
    ingrand inib innervos inorgogl inorrid insapor insegu inser insign insospett instup insuperb intener
    interag interfer interloqu interven intimid intimor intirizz intisich intorpid intrist intu inturgid
    inumid invagh inve inverd invert invest invigor invil involgar irranc irret irrigid irrobust ispess
    istitu istru lamb langu len marc mart ment mor mugg mun nitr nutr obbed offr ord ostru part partor pat
    pattu pent per percep perquis persegu perven pervert piat poltr predefin prefer premun presag
    prestabil preven profer progred proib prosegu prostitu proven pul pun rabbon rabbrivid rabbru raggrinz
    rap rattrapp rattrist reag recens recep redargu redistribu regred reinser reinvest reper requis restitu
    retribu riacqu riappar riapplaud riapr riassop ribad riboll ricompar riconvert ricopr ricostitu ricostru
    ricuc ridefin ridiminu ridistribu rifer rifin rifior riflu riforn rifugg rimbamb rimbecill rimbosch
    rimpicciol rincitrull rincret rinfolt ringiovan rinsav rinsecch rinven rinvigor ripart ripul risal
    risarc riscopr risent ristabil riun riusc river rivest rugg sal sanc sbalord sband sbiad sbigott
    sbizzarr sboll scalf scand scarn scatur scherm schern schiar scolor scolp scompar scopr scuc scur segu
    sent seppell serv sfavor sfin sfior sfolt sfugg sgranch sgualc smagr smalt smarr sment sminu snell
    sobboll soffr sop sopper sorb sort sostitu sovvert spar spart spazient sped squitt stabil starnut statu
    stecch stord storm strabil stup sub sugger suppl sussegu svan svelt sven svest svil torn toss trad
    tramort trasal trasfer trasgred traspar travest ubbid ud un usc usucap usufru vag ven vest zitt`,
}
