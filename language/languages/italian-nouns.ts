/**
 * Italian nouns and adjectives that rules would get wrong: those with irregular forms, and those that rules would join
 * with a word of another meaning. Data.
 *
 * An entry is a base form; `/` leads to its plural, or several, where that is not the regular one; `*` stands behind an
 * adjective with four forms; `-` behind what has no plural; `=` leads to a word of the same meaning, to be found
 * together with it. What stands on one line is easily taken for each other; the first has a form that several have.
 */

/**
 * Irregular forms, which otherwise follow the rules: *uomini* has the stem of *uomo*. Behind them, nouns that are meant
 * before the verb whose form they are: *requisito* is a requirement.
 */
export const irregularNouns = `
uomo/uomini gentiluomo/gentiluomini galantuomo/galantuomini dio/dei dea/dee bue/buoi tempio/templi
bello/begli/bei/bel
buono/buon santo/san grande/gran
uovo/uova paio/paia migliaio/migliaia centinaio/centinaia miglio/miglia riso/risa
ginocchio/ginocchia/ginocchi dito/dita/diti braccio/braccia/bracci labbro/labbra/labbri osso/ossa/ossi
ciglio/ciglia/cigli
lenzuolo/lenzuola/lenzuoli membro/membra/membri orecchio/orecchie/orecchi grido/grida/gridi strido/strida
urlo/urla/urli
corno/corna/corni calcagno/calcagna sopracciglio/sopracciglia budello/budella
fondamento/fondamenta/fondamenti
cookie/cookies smartphone/smartphones website/websites database/databases template/templates
selfie/selfies startup/startups update/updates image/images node/nodes
dieci/decina mille/mila/migliaia quattrino/quattrini eco/echi arancia/arance
sovrauomo/superuomo/superuomini capoluogo/capoluoghi/capiluogo caposaldo/capisaldi capogruppo/capigruppo
capostazione/capistazione cassaforte/casseforti terracotta/terrecotte pomodoro/pomodori/pomidoro
capolavoro/capolavori capofamiglia/capifamiglia caposquadra/capisquadra
piacere dispiacere
ambito attestato bucato circuito deputato fatturato mandato requisito significato percorso ricorso permesso premessa
difesa svolta discesa ascesa entrata spesa offesa morte
`

/** Words that stand for themselves: their stem is their base form, and no verb and no derivation shares it. */
export const apartNouns = `
casa caso casata
porto porta portata portale
colpo colpa foglio foglia figlio=figlia banco banca banchetto panca modo moda modello
modulo
posto posta punto punta puntata testo testa teste testata conto conte
contabile
corso corsa collo colle colla collega/colleghi/colleghe costo costa
pasto pasta partito partita parte parto lotto lotta lottizzazione
velo vela palo pala suolo suola palmo palma
razzo razza manico/manici manica mano/mani mostro mostra visto vista vistoso*
capitolo capitano capo capa cappello cappella
pena pene/peni penale fine fino* finale=finalista finalità calle callo tasso tassa busto busta
ballo balla ballata panno
pianta piano* piana
fondo fonda- fondamentale
mente mento menta mentale mentalità menzione
canone canzone cantiere
mare mora mora moro* morale morso
messa messe-
pacco pacca pagano*
rete reta
sole solo* solaio
sale sala saliva salsa salute-=sanitario* saluto salvia
vite vita vitale
voto voce
arco/archi arca aria arma/armi armata
ora oro ore orario orda ordinario*
era eredità=erede
ala/ali alto* altare alcol
legge lega legale=legalità legato legno legna leggio
lato latte lata latino*
letto lettera=letterale
luce luco
libra libreria=libraio libero*=libertà liberale
linea lineare lino lina
lista listino lirica livello=livella
lupo lupa
mancia mancino*
marca marco marchio/marchi margine marito marina marinaio=marinaro marino* martire
martello
massa massaia masso massimo*=massimale
materia=materiale/materiali maternità=materno*
media medio* medico*=medicina=medicinale
mela melo mele
merce mercante=mercantile
metà meta metropoli=metropolitano* metrica metallo
minore minimo* ministero=ministeriale minuto*
misto
molla molle mole
moneta=monetario* monte
moto motore=motrice=motorino motivo
muro/muri/mura musa musica=musicale musicista
notaio=notarile noto* notizia=notiziario
numeroso* nome=nominale
onere onorevole
opera=operetta operaio*
orso orsa
patto
parolaio parlamento=parlamentare=parlamentarismo parete parere parata parato
parco/parchi paramento pari
passo passato* passera passero passivo*
pelo
pendio/pendii gamba gambo mazza mazzo camice camicia
pera pero
pesce pesca pesco/peschi peste
pezzo pezza
pieno* piega piazza=piazzale
pilota/piloti
polizia=poliziotto pollo polmone=polmonare polvere
popolo=popolazione popolare=popolarità
prezzo prezioso* presente=presenza presto preside
primo* primato principio principe=principessa principale principiante
privato*=privatista privativo* privilegio
pro
processo procura procuratore
professione=professionale=professionista professo
quadro=quadrato quotidiano*
radio/radio radice ragione=ragionevole ragioniere=ragioneria ramo rame rapa
rasoio
razione
re regno reggimento regia=regista regione=regionale regola
regolamento=regolamentare=regolamentazione regolare=regolarità
resto resina
resa rendita
resistenza
riccio* rigo riga rigore=rigoroso*
rima riva rivista rivolta rivoluzione=rivoluzionario*
riso risorsa
rosa
rotta
sacco/sacchi sacca saggio*
sano*=sanità
scala scalo scalino scarto scatto
schiera schermo scherma
scia scienza=scienziato
scopo scopa scossa
scorta
scuola=scolastico*=scolaro scolo scola
secco* secchio secolo=secolare secondo*
sede sedia seduta segretario=segretaria=segreteria segreto*
sega sego seggio
senso=sensoriale senno senato=senatore=senatrice
serie serio*=serietà sera serra
sete setta sette settore=settoriale
sicuro*=sicurezza
sinistra sindaco*/sindaci sindacato=sindacale=sindacalista
soldo soldato sodo* sodio
soglia
sorta sorte
sostanza sostanziale sostenibile=sostenibilità
spiaggia
speciale=specialità specialista=specialistico* specchio
spettacolo=spettacolare
stalla stampo stanza stato=statale stazione statua statuto=statutario*
statistica=statistico*
stella
storia=storico* storto* strada=stradale
studente=studentessa=studentesco*
stufa
suono
tacco/tacchi tagliando
tappa tappo tara tardo*
tasca tasco tasto tela telo telaio tema/temi tempo tempia tempesta tempra
tenda tendenza tenuta
terreno territorio=territoriale
titolare tesi tessera tessuto=tessile
tinta tipo=tipico*
tono torta torto torchio
trama tratto trattato trattore trattoria
trave travaglio tribuna tributo
tromba
tuba
umano*=umanità umore
unità=unitario* unico* università=universitario* universo=universale=universalità
urbano*=urbanistica
utile=utilità
valle valore valuta vano* vanità
vario*
vena venere vento venti
verde vero*=verità verso
vescovo=vescovile
via
vigile viola violino=violinista violento*=violenza
visa viso visione
volto volta volontà=volontario*=volontariato
comune=comunale comunità=comunitario* comunismo=comunista comunicato
nazione=nazionale=nazionalità=nazionalismo=nazionalista natura=naturale
contratto=contrattuale
fatto fattore fattoria fata fato
atto attuale=attualità attenzione
dettaglio dito ditta
moderno*=modernità
dato data
esperimento=sperimentale
estate esterno*
eterno*
faccia facciata facile=facilità facoltà
fame fama famiglia=familiare famoso*
faro farmaco/farmaci=farmacia=farmacista=farmaceutico*
fascia fascio fascicolo
favore=favorevole fedele=fedeltà federa federale=federalismo=federazione
felice=felicità feria ferro ferrovia=ferroviario*
fico/fichi fidanzato* fiducia
fiera fiero* file/files fila
roma- rom-
fiore=fiorista fisco=fiscale=fiscalità fisico*=fisica
foca foce folla folle=follia
formato formazione=formativo* formalità forno=fornaio forte fortezza
fosso fossa foto=fotografia=fotografo=fotografico* frana franco* frate=fratello
frodo
funzione=funzionale=funzionario funzionalità
galla gallo=gallina
candidato* gelato gemello* genere generale generico* generoso*=generosità genero genio gene=genetico*
gentile=gentilezza
gesto gestione=gestore
gioco/giochi=giocatore=giocatrice giorno=giornata giornale=giornalista=giornalismo=giornalistico*
giovane=giovanile giovanni giudice=giudiziario* giudizio giunta giunto* giusto*=giustizia
gola goccia grado grana grano grafia grammatica grande=grandezza grazia
guardiano
idea ideale impero=imperiale importante=importanza imposta imposto*
indice individuo=individuale
innocente=innocenza
insegnante interno* intesa
isola=isolano istinto istituto=istituzionale istituzione
laboratorio largo*
latitante laurea=laureato*
lento*=lentezza leva
lima licenza
locale località loggia logica=logico* lodo
macchina=macchinario macello mago/maghi magia=magico* magistrato=magistratura
manifesto* manifestazione manifestante manuale
maschio
mendico meno meridione=meridionale
miglio mille milite=militare=milizia
mobile=mobilia mobilità mondo=mondiale mondano*
moralità mosca
negoziante negoziato normale=normalità
obiettivo
orbita organo organico* organismo osservatorio ostia
papa/papi papà
pedone pensione=pensionato perito*
personale personalità=personaggio picco/picchi
possibile=possibilità potente=potenza potenziale=potenzialità potere precario*=precariato
prefetto=prefettura prete
progresso proprio*
provincia/province/provincie=provinciale prudente=prudenza pubblico* pubblicità=pubblicitario*
pugno
qualità=qualitativo* quale questione questura=questore
rapporto rappresentanza reale=realtà=realismo realista redazione=redattore
relazione religione=religioso*
remo repubblica=repubblicano* responsabile=responsabilità retta retto*
ricevuta rito=rituale roccia rocca romanzo=romanziere romano*
rombo
sabato saldo* salmo
scapolo scorso* scrittore=scrittrice=scrittura scultore=scultrice=scultura
sensibile=sensibilità sentenza serbatoio
settimanale sigaro=sigaretta simile
sociale società=societario* socialismo=socialista somma
sommario*
specifico* spiga
stabile=stabilità stagno staio stallo sterzo
stomaco/stomaci/stomachi
studioso* stupendo* orrendo* tremendo* successo successivo*=successivamente suicida
suicidio suggerimento superficie/superfici=superficiale superiore=superiorità
tale tecnica=tecnico* televisione=televisivo*=televisore tempio
teoria=teorico*
tetto tosse
tosto* totale transito trattamento triste=tristezza turbina turco*
uccello ufficio ufficiale=ufficialità
vanga vendetta venditore=venditrice versamento vivace
voglia
zitto*
bacio/baci baco/bachi cerchio/cerchi calcio calce calca cieco* cera censo centro=centrale
china ciclo=ciclista=ciclismo ciglio cinta circo/circhi circolo circolare
città=cittadella civile=civiltà
cliente=clientela colonia=coloniale commissione compagnia
compito computo concetto concorso condizione condominio=condomino=condominiale condotta
conferenza confine conservatore=conservatrice consiglio
consolato=console consumatore=consumatrice contenuto contorno
contrario* coperta coppia coppa corpo=corporeo* corridoio
corte corto* cosa costante=costanza costituzione=costituzionale
cotta cucina culla culto=culturale cuoco* curia curva
curvo*
cava cavo cavallo cavalla caverna cartella
caro* cassa cattedra=cattedrale cattivo*
campo campione=campionato
calamita calamità calza
balena banda bando bara barbaro*
basso* bastone battuta becco/becchi bene beneficio benefico*
bianco* bici=bicicletta=ciclabile bilancio bilancia bocca boccia bolla bollo
botta botte branca branco/branchi branda
breve=brevità brutto* bruco buca buco/buchi buio
burocrazia=burocrate=burocratico*
debole=debolezza democrazia=democratico*
destino destro* destra differenza=differente difficile=difficoltà
dignità dipendente dipendenza diplomatico*=diplomazia diretta diretto* direttiva
diritto
disponibile=disponibilità distanza diva diverso*=diversità dividendo divisa
docente=docenza
domestico* dotto* dote dottore=dottoressa dovere drago/draghi duca/duchi=ducato duro*
eccesso eclissi edilizia=edile editore=editrice=editoria=editoriale efficace=efficacia
efficiente=efficienza elemento=elementare emergenza emozione eroe=eroico*
esatto* esito esplicito* implicito* infinito*
abito abitante affare affetto
agile agio ago/aghi agricoltore=agricoltrice=agricoltura=agricolo* albergo/alberghi
alleanza altezza ambasciata=ambasciatore=ambasciatrice ambiente=ambientale
ambizione=ambizioso* amico*/amici=amicizia amaro* amo ampio*=ampiezza anima animo
ansia antico* apparecchio appetito aprile
arabo* arbitrio archivio argomento arte artigiano*=artigianato
asino asse assenza=assente asso assegnazione associazione
astro=astronomia attentato autore=autrice autorità
avvocato=avvocata=avvocatura azione azionista
anna
leggero* tenero* scarso* agiato* riso chiesa danno=dannoso* porco/porci pregio pregiato* scortese
secondario* ordinario* sodo*
cortese=cortesia conservatorio
batteria batterio mola molo pizza pizzo polpa polpo falce falco/falchi orca orco/orchi basilico- capriola capriolo
spigola spigolo cavalletta cavalletto granita granito giunca giunco/giunchi croma cromo- bora boro- fava favo
cannella cannello caramella caramello cornetta cornetto casella casello pozza pozzo catasta catasto
malta malto groppa groppo sanatoria sanatorio tracolla tracollo chicca chicco/chicchi ciocca ciocco/ciocchi
soffitta soffitto turbine fodera fodero maglia maglio doge doga terzina terzino puntina puntino
cassetta cassetto paletta paletto pastella pastello vetrina vetrino portiere portiera corriere corriera
croce mito mite fascina alba albo bonifico spunto tendine tendina retina retino cece ceco/cechi
scure grata casta faraona faraone stilo regalo covo soda indebitamento
`

/** Nouns and adjectives that only look like a form of a verb: *bacino* is not of *baciare*. They follow the rules. */
export const plainNouns = `
cadetti cadette vedette scorretti scorrette
abbaino arrotino bacino bagnino bocchino calzino colino disegnino fascino figurino frullino frustino
giochino intestino macinino mirino pisolino postino progettino puntino rubino sbarazzino scontrino scrutino
spazzino spazzolino spuntino stagnino stoppino festino mattino vetrino stellino bambino tacchino moschino
fischino ronzino cestino canino calcino zecchino padrino marino tavolino lumino lettino pallino codino
gradino taccuino bollino visino panino sellino pulcino popolano scrivano sedano spartano inumano domani
umano cubano persiano anziano sovrano profano gitano mediano granai macellai fornai marinai operai notai
salumai solerti inserti concerti deserti esperti avatar radar stellar polar militar dollar binari piumino
camino tombino listino bottino rapino torino cammino porcino stampino buttino orecchino brillantino
volantino cavallino quattrino budino pannolino girino mulino bustino borsino pescino peso pesi pesa pese spino andino provino doppino riposi posi riposo
trattino temperino strozzino
`
