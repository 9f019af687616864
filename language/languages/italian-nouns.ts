/**
 * Italian nouns and adjectives that rules would get wrong: those with irregular forms, and those that rules would join
 * with a word of another meaning. Data.
 *
 * An entry is a base form; `/` leads to its plural, or several, where that is not the regular one; `*` stands behind an
 * adjective with four forms; `-` behind what has no plural; `=` leads to a word of the same meaning, to be found
 * together with it. What stands on one line is easily taken for each other; the first has a form that several have.
 */

/** Irregular forms, which otherwise follow the rules: *uomini* has the stem of *uomo*. */
export const irregularNouns = `
uomo/uomini gentiluomo/gentiluomini galantuomo/galantuomini dio/dei dea/dee bue/buoi tempio/templi bello/begli/bei/bel
buono/buon santo/san grande/gran
uovo/uova paio/paia migliaio/migliaia centinaio/centinaia miglio/miglia riso/risa
ginocchio/ginocchia/ginocchi dito/dita/diti braccio/braccia/bracci labbro/labbra/labbri osso/ossa/ossi ciglio/ciglia/cigli
lenzuolo/lenzuola/lenzuoli membro/membra/membri orecchio/orecchie/orecchi grido/grida/gridi strido/strida urlo/urla/urli
corno/corna/corni calcagno/calcagna sopracciglio/sopracciglia budello/budella fondamento/fondamenta/fondamenti
dieci/decina mille/mila/migliaia quattrino/quattrini eco/echi arancia/arance
sovrauomo/superuomo/superuomini capoluogo/capoluoghi/capiluogo caposaldo/capisaldi capogruppo/capigruppo
capostazione/capistazione cassaforte/casseforti terracotta/terrecotte pomodoro/pomodori/pomidoro
capolavoro/capolavori capofamiglia/capifamiglia caposquadra/capisquadra
cinema film computer
`

/** Words that stand for themselves: their stem is their base form, and no verb and no derivation shares it. */
export const apartNouns = `
casa caso casata
porto porta portata portiere portico/portici portale portatile
colpo colpa foglio foglia figlio=figlia banco banca bancario* banchina banchetto panca modo moda modello
modulo
posto posta punto punta puntata puntiglio testo testa teste testata testamento conto conte contea
contabile
corso corsa corsia corsaro collo colla collega/colleghi costo costa costola
pasto pasta pastore pastello partito partita parte parto partitura particola lotto lotta lottizzazione
velo vela velina palo pala pallone palla palazzo palestra suolo suola palmo palma
razzo razza razziale manico/manici manica mano/mani mostro mostra mostarda visto vista vistoso*
capitolo capitale capitano capo capa capello cappello cappella cappa
pena pene/peni penale fine fino* finale=finalista finalità calle callo tasso tassa tassista busto busta
bustina
ballo balla ballata tavola=tavolo tavoletta panno pane panino pannello pannolino
pianta piano* piana pianeta/pianeti pianura pianista pianoforte piatto* piattino
fondo* fondazione fondamentale fonte fonda fronte frontiera fronda
mento menta mente mentale mentalità menzione
cane canna canone canale canile canoa canotto canzone cantiere cantina
mare mora mora moro*le morte morso morbo
mese messa messe messaggio mensa mensile
nave navata naviglio neve
pace pacco pacca pagano* pagina pagella
rete=retina reta rettile
sole solo* solare solaio solitudine
sale sala saliva salario salume salsa salute=sanitario* saluto salvia salone salotto
vite vita vitto vitale vitello vitamina
voto voce vocale vocabolo
arco/archi arca arcata area aria arma/armi armata armadio armatura
ora oro ore orario orale orata orda orto orma ordinario* ordinanza ordinamento
era erario erba eredità=erede
ala/ali alimento=alimentare alto* altare alcol alga
legge lega legale=legalità legato legame legno legna leggio leggenda legione
lato latte lata latta lattina latino*
letto lettera=letterale letterario* lettura lettino lettiga
luce luco luna lutto
libra libreria=libraio libero*=libertà liberale
linea lineare lino lina
lingua linguaggio
lista listino lira lirica lite livello=livella
lupo lupa luogo
mancia mancino*
marca marco marchio/marchi marchese marea margine marito marina marinaio=marinaro marino* martire
martello
massa massaia masso massimo*=massimale massiccio*
materia=materiale/materiali materasso maternità=materno*
media medio* medico/medici=medicina=medicinale mediatico*
mela melo mele miele
merce mercato mercante=mercantile mercenario*
metà meta metro metropoli=metropolitano* metrica metallo
miniera minore minoranza minimo* ministro ministero=ministeriale minuta minuto*
miracolo mirra
misto mistero missione missile
moglie/mogli molla molle mole
moneta=monetario* monte montagna monaca=monaco/monaci
motto moto motore=motrice=motorino motivo
mura muro/muri museo musa musica=musicale musicista
notte notaio=notarile noto* notizia=notiziario
numeroso* nome=nominale
onda onere onorevole
opera=operetta operaio*
orso orsa orologio
paese paesaggio padre patria patto patata patente patrimonio patrono
palato palco/palchi paralume
parola parolaio parlamento=parlamentare=parlamentarismo parlatorio parete parente parere parata parato
parco/parchi parabola paramento pari parità paritario*
passo passato* passera passero passivo* passione passaporto
pelle pelo pellicola
penna pendio pennello
pera pero perla
pesce pesca pesco/peschi pescatore peste
petto pettine pezzo pezza
piede pieno* piega piazza=piazzale piazzola piuma pioggia
pila pilota/piloti pilastro pillola
polo polare polizia=poliziotto polizza polso pollo polline politica=politico* polmone=polmonare polvere
poppa popolo=popolazione popolare=popolarità
prato
prezzo prezioso* presente=presenza presto preside presidente=presidenza presidenziale
prima primo* primario* primato primavera principe=principessa principio principale principiante
privato*=privatista privativo* privilegio
pro prole prosa
processo processione procura procuratore
professore=professoressa professione=professionale=professionista professo
proroga
quadro=quadrato quarto* quartiere quotidiano*
radio/radio radice raggio raggiro ragione=ragionevole ragioniere=ragioneria ramo rame rana rapa
rata ratto rasoio
razione razionale
re regina regno reggimento regia=regista regime regione=regionale regola
regolamento=regolamentare=regolamentazione regolare=regolarità
resto resina
resa rendita rene
resistenza
riccio rigo riga rigore=rigoroso*
rima riva rivale=rivalità rivista rivolta rivoluzione=rivoluzionario*
riservatezza risotto riso risorsa
rosa rosso* rossetto rosario
rotta ruolo
rupe
sacco/sacchi sacca sagra saga saggio*
sangue sano*=sanità
sasso sassofono
scala scalo scalino scarpata scarto scatola scatto
scena scenario sceneggiatura
schiena schiera schermo scherma
scia sciame scienza=scienziato scientifico*
scopo scopa scossa
scorta scorza
scuola=scolastico*=scolaro scolo scola scuro*
secco* secchio secolo=secolare secondo*
sede sedia seduta segretario=segretaria=segreteria segreto*
sega sego seggio
sella selva seme senso=sensoriale senno seno senato=senatore=senatrice
sera serata serio*=serietà serie serra serva servo servizio servizievole
sesso sesto* seta sete setta sette settimana settore=settoriale settembre
sicuro*=sicurezza
sinistra sinistro* sindaco/sindaci sindacato=sindacale=sindacalista
sito situazione
soldo soldato sodio sodo*
soglia sogliola
sonno sorta sorte sorriso
sostanza sostanziale sostenibile=sostenibilità
spada spalla spiaggia spina spirale
specie speciale=specialità specialista=specialistico* specchio
spettacolo=spettacolare
staffa stalla stampo stampella stanza stato=statale stazione statua statura statuto=statutario*
statistica=statistico*
stella stirpe stoffa
storia=storico* storto* strada=stradale
struzzo
studente=studentessa=studentesco*
stufa stufo* stuolo stipite
suono sugo suora
tacco/tacchi tagliando talpa tana
tappa tappo tara tardo* tarlo
tasca tasco tasto tela telo telaio tema/temi tempo=temporale tempia tempesta tempra
tenda tendenza tenuta tenore tensione tenente
terra terreno terrestre terrazza territorio=territoriale terzo* terapia
tesi tesoro tessera tessuto=tessile
tinta tino tipo=tipico* toga
tomba tombola tono tonno topo torre toro torta torto torrone torchio
tragedia trama tratto trattato trattore trattoria
trave travaglio treccia treno tribuna tribunale tributo
trono tromba tropico
trota truppa tuba turismo=turista=turistico*
umano*=umanità umore umanitario*=umanitaria
unità=unitario* unico* unione=unionista università=universitario* universo=universale=universalità
urbano*=urbanistica urna
uva usura utile=utilità
vacca vacanza valle valigia valore valuta valanga vano* vanità
vario* varietà variante vaso vasca
velluto
vena venere ventaglio vento venti ventre
verbo verbale verde verdura vero*=verità versione verso versante
vescovo=vescovile vespa
vetro vetta via vicenda vicolo
vigna vigile vigore villa vino viola violino=violinista violento*=violenza
visa viso visione
volto volta volpe volume volontà=volontario*=volontariato
zoppo* zucca zuppa
comune=comunale comunità=comunitario* comunismo=comunista comunione comunicato
nazione=nazionale=nazionalità=nazionalismo=nazionalista natale natura=naturale
contratto=contrattuale
fatto fattore fattoria fattura fata fato
atto attore=attrice attuale=attualità attività attenzione
dettaglio dito ditta
moderno*=modernità
dato data datore=datrice
ente entità
esperto* esperienza esperimento=sperimentale
estate estero* est esterno*
etto età eterno*
faccia facciata faccenda facile=facilità facoltà
fama fame famiglia=familiare famoso* fanale fango
farina faro farmaco/farmaci=farmacia=farmacista=farmaceutico*
fase fascia fascio fascismo=fascista fascicolo
favola favore=favorevole fede fedele=fedeltà federa federale=federalismo=federazione
felice=felicità feria ferro ferrovia=ferroviario*
feto fetta fiaba fianco/fianchi fico/fichi fidanzato* fiducia
fiera fiero* fila filone filosofia=filosofo filiera filiale
fiore=fiorista firmamento fisco=fiscale=fiscalità fisico*=fisica fissa fisso*
foca foce folla folle=follia
formaggio formato formazione=formativo* formalità fornace forno=fornaio forte=fortezza fortuna
fosso fossa fossile foto=fotografia=fotografo=fotografico* frana franco* frate=fratello frase
freccia frequenza=frequente
frodo frode frontale fruttivendolo frumento
fumetto fune funzione=funzionale=funzionario funzionalità funerale fuoco/fuochi
galla gallo=gallina galleria gamma gatto=gatta
gelato gelso gemello* genere generale generico* generoso* genero genio genitore gene=genetico* gente
gentile=gentilezza
gesto gestione=gestore gesso gettone
gioco/giochi=giocatore=giocatrice giogo giorno=giornata giornale=giornalista=giornalismo=giornalistico*
giovane=giovanile giovanni giudice=giudiziario* giudizio giunta giunto* giusto*=giustizia
giustificazione
gola golfo goccia gomma grado grana grano grafia grafico*=grafica grammatica grande=grandezza grazia
gru guardiano
idea ideale impero=imperiale importante=importanza imposta imposto*
inchiesta inchiostro indice individuo=individuale
infermiere innocente=innocenza
insieme insegnante interno* intesa
isola=isolano istinto istituto=istituzionale istituzione
laboratorio lacuna ladro=ladra lago/laghi lama lana largo*
lastra latitante laurea=laureato*
lente lento*=lentezza leva levatrice
lima limpido* liceo licenza
locale località loggia logica=logico* lodo lordo*
macchina=macchinario macello mago/maghi magia=magico* magistrato=magistratura
manifesto* manifestazione manifestante manifattura manuale
maschio matrice matto* mattina=mattino mattone
mendico meno meraviglia meridione=meridionale mestiere
mezza mezzo* mezzi micro miglio mille milite=militare=milizia
mobile=mobilia mobilità mondo=mondiale mondano*
montaggio moralità mosca
negoziante negoziato nido normale=normalità
nube
obiettivo oggi oliva=olivo omicidio=omicida/omicidi
orbita organo organico* organismo osservatorio ostia ottobre
papa/papi papà pappa
partenza pasqua passeggero=passeggera
pedone pegno pelliccia pensione=pensionato perdita perdono perito*
personale personalità=personaggio picco/picchi
pista ponte posizione
possibile=possibilità potabile potente=potenza potenziale=potenzialità potere precario*=precariato
prefetto=prefettura preghiera pretesto prete pretore
produttore=produttrice produttivo*=produttività progresso proprio* proprietà proprietario*
provincia/province/provincie=provinciale prudente=prudenza pubblico* pubblicità=pubblicitario*
pugno pugile
qualità=qualitativo* quantità=quantitativo* quale questione questura=questore quindici quinto*
randagio* rapporto rappresentante rappresentanza reale=realtà=realismo realista redazione=redattore relatore
relazione religione=religioso*
remo remoto* repubblica=repubblicano* residenza=residente responsabile=responsabilità retta retto* reticolo
ricetta ricevuta ricotta rito=rituale ritmo rivoltella roccia rocca rogo romanzo=romanziere romano*
rombo ronda
sabato saldo* saletta salmo salmone salame sarto=sarta satira
scapolo scettico* scimmia scivolo scorso* scrittore=scrittrice=scrittura scultore=scultrice=scultura
sensore sensibile=sensibilità sentenza sentimento sentiero seminario serbatoio seriale
settimanale sgabello siccità sicario sigaro=sigaretta simile simpatia sindrome singolo* sirena
smeraldo sociale società=societario* socio=socia socialismo=socialista soluzione somma sommo*
sommario* soprano sorgente sospetto*
spettatore=spettatrice specifico* speme spiegazione spiga spora sposo=sposa
stabile=stabilità stabilimento stagno staio stallo stemma/stemmi stesura sterzo stivale
stomaco/stomaci strage strategia=strategico*=stratega/strateghi strato strofa
studioso* stupendo* orrendo* tremendo* successo successione successivo*=successivamente successore suicida
suicidio suggerimento superficie/superfici=superficiale superiore=superiorità supplente
taccuino tale tamburo tartaruga tecnica=tecnico* televisione=televisivo*=televisore temperatura tempio
tendina teoria=teorico*
terapeuta/terapeuti terremoto terrore=terrorismo=terrorista tetto timone tirannia=tiranno torrente tosse
tosto* totale trappola traguardo transito trattamento tregua trincea triste=tristezza turbina turco*
uccello ufficio ufficiale=ufficialità
vagone vanga vendetta venditore=venditrice veranda versamento vertice vescica vezzo vicario vivace
voglia vulcano=vulcanico*
zaino zanna zattera zelo zinco zitto* zoccolo zolfo zolla zuffa
bacio/baci baco/bachi cerchio/cerchi calcio calce calca cielo cieco* cella cera censo centro=centrale
cesto=cesta chilo china ciclo=ciclista=ciclismo ciglio cinta circo/circhi circolo circolare
cittadino*=cittadinanza città=cittadella civile=civiltà
cliente=clientela coda cognato* colonia=coloniale commissione compagnia compatto* competente=competenza
compito componente computo concetto concorso condizione condominio=condomino=condominiale condotta
conferenza confine consenso conservatore=conservatrice=conservatorio consiglio
consigliere consolato=console consumatore=consumatrice contante contatore contenuto contorno
contrada contrario* convegno convento convinzione coperta coppia coppa corda coro corpo=corporeo* corridoio
corridore corte=cortese=cortesia corteo corto* cosa costante=costanza costituzione=costituzionale
cotta cratere cravatta creta creatura crociera cucina culla culto=culturale cuoco/cuochi curia curva
curvo*
cava cavo cavallo cavalla cavaliere caverna carta cartella cartolina cartone carica carico/carichi carne
caro* carnevale carriera carro carrello cassa cassetto=cassetta cattedra=cattedrale cattivo* causale cauto*
camera campo campagna campana campione=campionato cancro
caratteristica=caratteristico* carattere calamita calamità calendario calza calzone calvo*
bagno baia balcone balena bambino=bambina banda bando bandiera bara barba barbaro* barra basilica
basso* bastone battaglia battello battuta beccho becco/becchi bene beneficio benefico* bestia bevanda biada
bianco* bicchiere bici=bicicletta=ciclabile biglia biglietto bilancio bilancia bocca boccia bolla bollo
bolletta bordo borgo/borghi borsa bosco/boschi botta botte bottega branca branco/branchi branda
breve=brevità brillante bruno* brutto* bruco buca buco/buchi budino buio bufera bufalo burro
burocrazia=burocrate=burocratico*
debole=debolezza decano degno* delitto delta democrazia=democratico* denaro densità denso* deputato=deputata
destino destro* destra diametro diario differenza=differente difficile=difficoltà diga digitale
dignità dipartimento dipendente dipendenza diplomatico*=diplomazia diretta diretto* direttiva
direttore=direttrice direzione dirigente=dirigenza diritto disabile=disabilità
disponibile=disponibilità disposizione distanza distante diva divano diverso*=diversità dividendo divisa
divisione doccia docente=docenza documento=documentale=documentario documentazione dolce=dolcezza domani
domestico* donazione dosso dotto* dote dottore=dottoressa dovere drago/draghi duca/duchi=ducato duro*
eccesso eccezione eclissi edera edilizia=edile editore=editrice=editoria=editoriale efficace=efficacia
efficiente=efficienza elemento=elementare elettricità=elettrico* emergenza emozione equo* eroe=eroico*
esatto* esito esplicito* implicito* infinito*
abito abitudine abitante aceto acquario acquedotto adulto* aereo* aeroplano affare affetto agente agenzia
agenda agile agio agnello ago/aghi agricoltore=agricoltrice=agricoltura=agricolo* albergo/alberghi allarme
alleato*=alleanza allievo=allieva altezza ambasciata=ambasciatore=ambasciatrice ambiente=ambientale
ambizione=ambizioso* ambulanza amico*/amici=amicizia amante amaro* amo ampio*=ampiezza anfora anima animo
annata ansia antico* antro ape apice apparato apparecchio appartamento appetito appuntamento aprile aquila
arabo* aratro arbitrio archivio argento argomento armonia arte artigiano*=artigianato artista=artistico*
ascia asino asse assenza=assente asso assegnazione assistente=assistenza associazione
astro=astronomia atlante attentato attico/attici aula autore=autrice autorità autostrada avvenire
avvocato=avvocata=avvocatura azione azionista
`
