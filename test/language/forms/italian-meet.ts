/**
 * Italian words that must meet: an entry is a base form, a colon and the forms of it that must have its term
 * (`ente: enti`); entries part at commas and line ends, and each form is one pair with its base.
 * Written from a grammar and not from the rules of the stemmer, so that it can find them wrong.
 */
export const ITALIAN_MEET: Record<string, string> = {
  'imperatives and third persons with pronouns': `
guardare: guardalo guardami guardiamoci guardatelo, portare: portalo portamelo portiamoli portatecelo, lavare: lavalo laviamoci lavatevi
cucinare: cucinala cuciniamola, spostare: spostalo spostatelo spostiamolo, ascoltare: ascoltami ascoltaci ascoltatemi
credere: credimi credici credetemi, vendere: vendilo vendila vendiamolo vendesi, attendere: attendimi attendiamoci attendetevi
perdere: perdilo perditi perdiamoci, difendere: difenditi difendiamoci, dormire: dormici dormiamoci, servire: serviti servitevi
capire: capiscimi capiscilo, costruire: costruiscilo costruiamolo, sostituire: sostituiscila sostituitela
cercare: cercasi, affittare: affittasi, offrire: offresi, scegliere: sceglilo scegliamoli, tenere: tienilo tienimi teniamoci
dare: daccelo dattelo dateci, fare: fammela fatecelo, dire: dimmela diglielo, andare: andateci andiamocene, sedere: siediti sediamoci`,
  'loans with an English plural': `
manager: managers, partner: partners, report: reports, token: tokens, account: accounts, router: routers, laptop: laptops
ticket: tickets, smartphone: smartphones, cookie: cookies, template: templates`,
  'women and men of an office': `
sindaco: sindaca sindache, medico: medica mediche, cuoco: cuoca cuoche, avvocato: avvocatessa, poeta: poetessa poetesse`,
  'nouns, -o and -i': `
libro: libri, tavolo: tavoli, gatto: gatti, treno: treni, vestito: vestiti, documento: documenti, anno: anni
giorno: giorni, secolo: secoli, governo: governi, comune: comuni, popolo: popoli, titolo: titoli, articolo: articoli
capitolo: capitoli, elemento: elementi, momento: momenti, argomento: argomenti, strumento: strumenti, tempo: tempi
monumento: monumenti, appartamento: appartamenti, pagamento: pagamenti, regolamento: regolamenti, numero: numeri
gruppo: gruppi, campo: campi, corpo: corpi, dito: dita, muro: muri, ramo: rami, vaso: vasi, naso: nasi, peso: pesi
prezzo: prezzi, pezzo: pezzi, palazzo: palazzi, mezzo: mezzi, cavallo: cavalli, castello: castelli, coltello: coltelli
fratello: fratelli, anello: anelli, cappello: cappelli, uccello: uccelli, modello: modelli, livello: livelli
cervello: cervelli, cancello: cancelli, quadro: quadri, teatro: teatri, metro: metri, centro: centri, maestro: maestri
registro: registri, filtro: filtri, ministro: ministri, nastro: nastri, vetro: vetri, semestre: semestri
bicchiere: bicchieri, quartiere: quartieri, cantiere: cantieri, ingegnere: ingegneri, cameriere: camerieri
errore: errori, colore: colori, valore: valori, fiore: fiori, cuore: cuori, dolore: dolori, motore: motori

caffè: caffe, virtù: virtu`,

  'nouns, -a and -e': `
tavola: tavole, scuola: scuole, strada: strade, donna: donne, finestra: finestre, sedia: sedie, lettera: lettere
parola: parole, storia: storie, vittoria: vittorie, memoria: memorie, categoria: categorie, teoria: teorie
malattia: malattie, farmacia: farmacie, libreria: librerie, pizzeria: pizzerie, energia: energie, tecnologia: tecnologie
strategia: strategie, allergia: allergie, bugia: bugie, magia: magie, bottiglia: bottiglie, famiglia: famiglie
battaglia: battaglie, medaglia: medaglie, montagna: montagne, campagna: campagne, lavagna: lavagne, vigna: vigne
foresta: foreste, tempesta: tempeste, protesta: proteste, richiesta: richieste, inchiesta: inchieste, risposta: risposte
domanda: domande, bevanda: bevande, vivanda: vivande, azienda: aziende, agenda: agende, leggenda: leggende
faccenda: faccende, lingua: lingue, tregua: tregue, acqua: acque, cucina: cucine, macchina: macchine
medicina: medicine, officina: officine, piscina: piscine, vetrina: vetrine, cantina: cantine, regina: regine
pagina: pagine, collina: colline, chiesa: chiese, impresa: imprese, difesa: difese, attesa: attese, sorpresa: sorprese
scadenza: scadenze, conoscenza: conoscenze, differenza: differenze, esperienza: esperienze, licenza: licenze
vacanza: vacanze, distanza: distanze, ambulanza: ambulanze, circostanza: circostanze, piazza: piazze, ragazza: ragazze
bellezza: bellezze, ricchezza: ricchezze, debolezza: debolezze, certezza: certezze, tristezza: tristezze
fotografia: fotografie, biografia: biografie, firma: firme, forma: forme, riforma: riforme, piattaforma: piattaforme
isola: isole, regola: regole, tabella: tabelle, cartella: cartelle, stella: stelle, sorella: sorelle, candela: candele
tutela: tutele, cautela: cautele, fattura: fatture, natura: nature, misura: misure, figura: figure, procedura: procedure
struttura: strutture, cultura: culture, avventura: avventure, pianura: pianure, bandiera: bandiere, preghiera: preghiere
maniera: maniere, frontiera: frontiere, miniera: miniere, tastiera: tastiere, poltrona: poltrone, persona: persone
zona: zone, corona: corone, fragola: fragole, nuvola: nuvole, favola: favole, scatola: scatole, camicia: camicie`,

  'nouns, -e and -i': `
ente: enti, dente: denti, mente: menti, ponte: ponti, monte: monti, fonte: fonti, fronte: fronti, gente: genti
cliente: clienti, studente: studenti, presidente: presidenti, dirigente: dirigenti, docente: docenti, agente: agenti
parente: parenti, paziente: pazienti, utente: utenti, ambiente: ambienti, incidente: incidenti, serpente: serpenti
dipendente: dipendenti, assistente: assistenti, insegnante: insegnanti, cantante: cantanti, amante: amanti
comandante: comandanti, elefante: elefanti, gigante: giganti, diamante: diamanti, rappresentante: rappresentanti
abitante: abitanti, passante: passanti, ristorante: ristoranti, badante: badanti, volante: volanti, pulsante: pulsanti
variante: varianti, istante: istanti, montante: montanti, nazione: nazioni, stazione: stazioni, azione: azioni
lezione: lezioni, elezione: elezioni, emozione: emozioni, posizione: posizioni, soluzione: soluzioni, regione: regioni
ragione: ragioni, stagione: stagioni, prigione: prigioni, religione: religioni, riunione: riunioni, opinione: opinioni
unione: unioni, pensione: pensioni, versione: versioni, decisione: decisioni, televisione: televisioni, balcone: balconi
pallone: palloni, sapone: saponi, limone: limoni, leone: leoni, cotone: cotoni, milione: milioni, canzone: canzoni
cane: cani, pane: pani, rete: reti, parete: pareti, prete: preti, chiave: chiavi, nave: navi, neve: nevi, notte: notti
carne: carni, fiume: fiumi, lume: lumi, nome: nomi, volume: volumi, costume: costumi, legume: legumi, pesce: pesci
voce: voci, croce: croci, luce: luci, noce: noci, pace: paci, radice: radici, cornice: cornici, vernice: vernici
indice: indici, codice: codici, giudice: giudici, vertice: vertici, complice: complici, pollice: pollici
mare: mari, altare: altari, padre: padri, madre: madri, ospedale: ospedali, giornale: giornali, canale: canali
animale: animali, tribunale: tribunali, segnale: segnali, generale: generali, capitale: capitali, stivale: stivali
legale: legali, locale: locali, finale: finali, speciale: speciali, sociale: sociali, naturale: naturali
normale: normali, regionale: regionali, nazionale: nazionali, comunale: comunali, digitale: digitali, fiscale: fiscali
penale: penali, centrale: centrali, annuale: annuali, manuale: manuali, attuale: attuali, uguale: uguali
simile: simili, facile: facili, difficile: difficili, utile: utili, inutile: inutili, fertile: fertili, mobile: mobili
agile: agili, fragile: fragili, civile: civili, sottile: sottili, gentile: gentili, ostile: ostili, cortile: cortili
possibile: possibili, impossibile: impossibili, responsabile: responsabili, disponibile: disponibili
visibile: visibili, sensibile: sensibili, stabile: stabili, amabile: amabili, notevole: notevoli, piacevole: piacevoli
francese: francesi, inglese: inglesi, cinese: cinesi, giapponese: giapponesi, olandese: olandesi, paese: paesi
mese: mesi, borghese: borghesi, milanese: milanesi, torinese: torinesi, felice: felici, semplice: semplici
veloce: veloci, feroce: feroci, capace: capaci, efficace: efficaci, tenace: tenaci, audace: audaci, verde: verdi
grande: grandi, breve: brevi, grave: gravi, lieve: lievi, dolce: dolci, forte: forti, triste: tristi, celeste: celesti
importante: importanti, elegante: eleganti, interessante: interessanti, costante: costanti, distante: distanti
recente: recenti, evidente: evidenti, urgente: urgenti, potente: potenti, prudente: prudenti, intelligente: intelligenti
permanente: permanenti, precedente: precedenti, seguente: seguenti, frequente: frequenti, corrente: correnti
vincente: vincenti, coerente: coerenti, trasparente: trasparenti, efficiente: efficienti, sufficiente: sufficienti
vegetale: vegetali, minerale: minerali, militare: militari, familiare: familiari, popolare: popolari
titolare: titolari, particolare: particolari, singolare: singolari, circolare: circolari, regolare: regolari
maggiore: maggiori, minore: minori, migliore: migliori, peggiore: peggiori, superiore: superiori, inferiore: inferiori
interiore: interiori, esteriore: esteriori, ulteriore: ulteriori, anteriore: anteriori, posteriore: posteriori`,

  'nouns, -io, -ia': `
studio: studi, figlio: figli, foglio: fogli, bacio: baci, orologio: orologi, negozio: negozi, esempio: esempi
servizio: servizi, ufficio: uffici, edificio: edifici, esercizio: esercizi, principio: principi, premio: premi
stipendio: stipendi, incendio: incendi, episodio: episodi, criterio: criteri, desiderio: desideri, mistero: misteri
ministero: ministeri, laboratorio: laboratori, territorio: territori, dizionario: dizionari, calendario: calendari
armadio: armadi, stadio: stadi, rimedio: rimedi, viaggio: viaggi, villaggio: villaggi, messaggio: messaggi
formaggio: formaggi, passaggio: passaggi, linguaggio: linguaggi, paesaggio: paesaggi, personaggio: personaggi
vantaggio: vantaggi, parcheggio: parcheggi, noleggio: noleggi, raggio: raggi, consiglio: consigli, dettaglio: dettagli
bagaglio: bagagli, ginocchio: ginocchia ginocchi, occhio: occhi, specchio: specchi, orecchio: orecchi, vecchio: vecchi vecchia vecchie
mucchio: mucchi, coniglio: conigli, giglio: gigli, sbaglio: sbagli, taglio: tagli, abbraccio: abbracci, ghiaccio: ghiacci
braccio: braccia, bilancio: bilanci, annuncio: annunci, lancio: lanci, divorzio: divorzi, commercio: commerci
silenzio: silenzi, spazio: spazi, dazio: dazi, indizio: indizi, giudizio: giudizi, inizio: inizi, vizio: vizi
beneficio: benefici, sacrificio: sacrifici, artificio: artifici, pregiudizio: pregiudizi, matrimonio: matrimoni
patrimonio: patrimoni, testimonio: testimoni, demonio: demoni, dominio: domini, condominio: condomini, tirocinio: tirocini
salario: salari, veterinario: veterinari veterinaria veterinarie, segretario: segretari segretaria segretarie
proprietario: proprietari proprietaria proprietarie, volontario: volontari volontaria volontarie
necessario: necessari necessaria necessarie, contrario: contrari contraria contrarie, ordinario: ordinari ordinaria ordinarie
straordinario: straordinari straordinaria straordinarie, primario: primari primaria primarie, vario: vari varia varie
serio: seri seria serie, proprio: propri propria proprie, doppio: doppi doppia doppie, ampio: ampi ampia ampie
obbligatorio: obbligatori obbligatoria obbligatorie, provvisorio: provvisori provvisoria provvisorie
notaio: notai, operaio: operai operaia operaie, macellaio: macellai, fornaio: fornai, marinaio: marinai, cucchiaio: cucchiai
rasoio: rasoi, corridoio: corridoi, serbatoio: serbatoi, zio: zii, pendio: pendii, addio: addii, oblio: oblii
grigio: grigi grigia, saggio: saggi saggia sagge, malvagio: malvagi malvagia, selvaggio: selvaggi selvaggia selvagge`,

  'nouns and adjectives with c and g': `
amica: amiche, banca: banche, barca: barche, mosca: mosche, musica: musiche, fabbrica: fabbriche, domenica: domeniche
politica: politiche, pratica: pratiche, tecnica: tecniche, grafica: grafiche, statistica: statistiche, ricerca: ricerche
biblioteca: biblioteche, discoteca: discoteche, ipoteca: ipoteche, formica: formiche, tasca: tasche, vasca: vasche
bocca: bocche, roccia: rocce, oca: oche, epoca: epoche, rubrica: rubriche, modifica: modifiche, verifica: verifiche
qualifica: qualifiche, notifica: notifiche, classifica: classifiche, verruca: verruche, panca: panche, marca: marche
riga: righe, paga: paghe, targa: targhe, lega: leghe, bottega: botteghe, collega: colleghi colleghe, strega: streghe
toga: toghe, droga: droghe, sinagoga: sinagoghe, tartaruga: tartarughe, ruga: rughe, fuga: fughe, diga: dighe, fatica: fatiche
amico: amici, nemico: nemici nemica nemiche, medico: medici, greco: greci greca greche, porco: porci
sindaco: sindaci, monaco: monaci, stomaco: stomaci, farmaco: farmaci, meccanico: meccanici, tecnico: tecnici
politico: politici, critico: critici critica critiche, pubblico: pubblici pubblica pubbliche, elettrico: elettrici elettrica elettriche
pratico: pratici, storico: storici storica storiche, simpatico: simpatici simpatica simpatiche, unico: unici unica uniche
economico: economici economica economiche, democratico: democratici democratica democratiche, fisico: fisici
tipico: tipici tipica tipiche, classico: classici classica classiche, logico: logici logica logiche, magico: magici magica magiche
automatico: automatici automatica automatiche, domestico: domestici domestica domestiche, scientifico: scientifici scientifica scientifiche
specifico: specifici specifica specifiche, artistico: artistici artistica artistiche, turistico: turistici turistica turistiche
energetico: energetici energetica energetiche, informatico: informatici informatica informatiche, turco: turchi turca turche
tedesco: tedeschi tedesca tedesche, fresco: freschi fresca fresche, bianco: bianchi bianca bianche, stanco: stanchi stanca stanche
ricco: ricchi ricca ricche, secco: secchi secca secche, antico: antichi antica antiche, cieco: ciechi cieca cieche
fuoco: fuochi, gioco: giochi, cuoco: cuochi, bosco: boschi, disco: dischi, elenco: elenchi, parco: parchi, arco: archi
banco: banchi, tacco: tacchi, pacco: pacchi, sacco: sacchi, attacco: attacchi, blocco: blocchi, succo: succhi, sacrificio: sacrifici
carico: carichi, incarico: incarichi, valico: valichi, buco: buchi, bruco: bruchi, cerchio: cerchi, palco: palchi, fianco: fianchi
lago: laghi, ago: aghi, luogo: luoghi, fungo: funghi, albergo: alberghi, dialogo: dialoghi, catalogo: cataloghi, obbligo: obblighi
impiego: impieghi, castigo: castighi, drago: draghi, rogo: roghi, sugo: sughi, mago: maghi, borgo: borghi, gergo: gerghi
lungo: lunghi lunga lunghe, largo: larghi larga larghe, vago: vaghi vaga vaghe, analogo: analoghi analoga analoghe
psicologo: psicologi psicologa psicologhe, biologo: biologi biologa biologhe, geologo: geologi, archeologo: archeologi archeologa archeologhe
teologo: teologi, asparago: asparagi, cardiologo: cardiologi cardiologa cardiologhe, sociologo: sociologi, antropologo: antropologi
chirurgo: chirurghi, belga: belgi belghe, profugo: profughi profuga profughe, naufrago: naufraghi, intrigo: intrighi
provincia: province provincie, faccia: facce, goccia: gocce, treccia: trecce, freccia: frecce, traccia: tracce, buccia: bucce
arancia: arance arancie, bilancia: bilance, mancia: mance, pancia: pance, guancia: guance, lancia: lance, boccia: bocce
minaccia: minacce, caccia: cacce, marcia: marce, torcia: torce, quercia: querce, striscia: strisce, fascia: fasce, coscia: cosce
ascia: asce, denuncia: denunce, rinuncia: rinunce, pronuncia: pronunce, pioggia: piogge, spiaggia: spiagge, loggia: logge
foggia: fogge, frangia: frange, ciliegia: ciliegie ciliege, valigia: valigie valige, scheggia: schegge, reggia: regge
liscio: lisci liscia lisce, marcio: marci, riccio: ricci riccia ricce, sudicio: sudici sudicia, fradicio: fradici fradicia`,

  'nouns, -ista, -ma, -ta, -cida': `
artista: artisti artiste, turista: turisti turiste, giornalista: giornalisti giornaliste, pianista: pianisti pianiste
dentista: dentisti dentiste, autista: autisti autiste, barista: baristi bariste, ciclista: ciclisti cicliste
specialista: specialisti specialiste, socialista: socialisti socialiste, regista: registi registe, farmacista: farmacisti farmaciste
economista: economisti economiste, fascista: fascisti fasciste, protagonista: protagonisti protagoniste
elettricista: elettricisti, tassista: tassisti tassiste, analista: analisti analiste, ottimista: ottimisti ottimiste
problema: problemi, sistema: sistemi, tema: temi, programma: programmi, telegramma: telegrammi, diagramma: diagrammi
dramma: drammi, clima: climi, panorama: panorami, schema: schemi, dilemma: dilemmi, teorema: teoremi, poema: poemi
diploma: diplomi, sintomo: sintomi, trauma: traumi, enigma: enigmi, stemma: stemmi, emblema: emblemi, aroma: aromi
fantasma: fantasmi, dogma: dogmi, carisma: carismi, plasma: plasmi, idioma: idiomi, assioma: assiomi
poeta: poeti, pianeta: pianeti, atleta: atleti atlete, profeta: profeti, pilota: piloti, idiota: idioti idiote
patriota: patrioti patriote, pirata: pirati, papa: papi, pediatra: pediatri, psichiatra: psichiatri psichiatre
geometra: geometri, omicida: omicidi omicide, suicida: suicide, insetticida: insetticidi, duca: duchi, monarca: monarchi`,

  'nouns, -ano and other ends of peoples': `
italiano: italiani italiana italiane, romano: romani romana romane, artigiano: artigiani artigiana artigiane
anziano: anziani anziana anziane, cittadino: cittadini cittadina cittadine, americano: americani americana americane
africano: africani africana africane, siciliano: siciliani siciliana siciliane, toscano: toscani toscana toscane
napoletano: napoletani napoletana napoletane, veneziano: veneziani veneziana veneziane, cristiano: cristiani cristiana cristiane
umano: umani umana umane, urbano: urbani urbana urbane, sano: sani sana sane, lontano: lontani lontana lontane
strano: strani strana strane, vulcano: vulcani, gabbiano: gabbiani, capitano: capitani, piano: piani, nano: nani, grano: grani
divano: divani, uragano: uragani, decano: decani, brano: brani, veterano: veterani, pagano: pagani pagana pagane
quotidiano: quotidiani quotidiana quotidiane, contadino: contadini contadina contadine, bambino: bambini bambina bambine
marino: marini, argentino: argentini argentina argentine, alpino: alpini alpina alpine, vicino: vicini vicina vicine
europeo: europei europea europee, russo: russi russa russe, spagnolo: spagnoli spagnola spagnole, svizzero: svizzeri svizzera svizzere
polacco: polacchi polacca polacche, austriaco: austriaci austriaca austriache, slavo: slavi slava slave, arabo: arabi araba arabe
ebreo: ebrei ebrea ebree, museo: musei, liceo: licei, trofeo: trofei, idea: idee, dea: dee, area: aree, linea: linee`,

  'nouns, -tore and -trice, -essa, -iere': `
direttore: direttori direttrice direttrici, attore: attori attrice attrici, lettore: lettori lettrice lettrici
autore: autori autrice autrici, pittore: pittori pittrice pittrici, scrittore: scrittori scrittrice scrittrici
lavoratore: lavoratori lavoratrice lavoratrici, imprenditore: imprenditori imprenditrice imprenditrici
consumatore: consumatori consumatrice consumatrici, senatore: senatori senatrice senatrici, giocatore: giocatori giocatrice giocatrici
allenatore: allenatori allenatrice allenatrici, amministratore: amministratori amministratrice amministratrici
conduttore: conduttori conduttrice conduttrici, produttore: produttori produttrice produttrici, traduttore: traduttori traduttrice traduttrici
venditore: venditori venditrice venditrici, ricercatore: ricercatori ricercatrice ricercatrici, educatore: educatori educatrice educatrici
fornitore: fornitori fornitrice fornitrici, viaggiatore: viaggiatori viaggiatrice viaggiatrici, ambasciatore: ambasciatori
calcolatore: calcolatori, contatore: contatori, ascensore: ascensori, assessore: assessori, difensore: difensori, professore: professori professoressa professoresse
dottore: dottori dottoressa dottoresse, censore: censori, sensore: sensori, infermiere: infermieri infermiera
consigliere: consiglieri consigliera, cassiere: cassieri cassiera, parrucchiere: parrucchieri parrucchiera, straniero: stranieri straniera straniere`,

  'nouns, -tà and -tù': `
città: citta, università: universita, qualità: qualita, libertà: liberta, verità: verita, società: societa, età: eta
attività: attivita, possibilità: possibilita, realtà: realta, novità: novita, quantità: quantita, comunità: comunita
identità: identita, velocità: velocita, pubblicità: pubblicita, responsabilità: responsabilita, disabilità: disabilita
povertà: poverta, volontà: volonta, autorità: autorita, sicurezza: sicurezze, proprietà: proprieta
facoltà: facolta, difficoltà: difficolta, metà: meta, maternità: maternita, gioventù: gioventu, servitù: servitu
perché: perche, così: cosi, più: piu, lunedì: lunedi, martedì: martedi, giovedì: giovedi, venerdì: venerdi
tribù: tribu, tabù: tabu, menù: menu, papà: papa, oblò: oblo, falò: falo, comò: como, parità: parita, sanità: sanita, carità: carita`,

  'irregular plurals': `
uomo: uomini, dio: dei, uovo: uova, dito: dita, braccio: braccia, ginocchio: ginocchia, labbro: labbra, ciglio: ciglia, osso: ossa
paio: paia, miglio: miglia, centinaio: centinaia, migliaio: migliaia, lenzuolo: lenzuola lenzuoli, muro: muri
grido: grida, urlo: urla, riso: risa, bue: buoi, tempio: templi, mano: mani, ala: ali, arma: armi, eco: echi, eroe: eroi
moglie: mogli, superficie: superfici, uovo: uova, mille: mila
ciglio: cigli, corno: corna corni, membro: membri membra, braccio: bracci, osso: ossi, filo: fili, gesto: gesti`,

  'adjectives with four forms': `
nuovo: nuovi nuova nuove, rosso: rossi rossa rosse, nero: neri nera nere, giallo: gialli gialla gialle, azzurro: azzurri azzurra azzurre
alto: alti alta alte, basso: bassi bassa basse, bello: belli bella belle, buono: buoni buona buone, cattivo: cattivi cattiva cattive
piccolo: piccoli piccola piccole, pieno: pieni piena piene, vuoto: vuoti vuota vuote, caldo: caldi calda calde, freddo: freddi fredda fredde
caro: cari cara care, povero: poveri povera povere, vero: veri vera vere, falso: falsi falsa false, sicuro: sicuri sicura sicure
duro: duri dura dure, maturo: maturi matura mature, puro: puri pura pure, scuro: scuri scura scure, chiaro: chiari chiara chiare
raro: rari rara rare, intero: interi intera intere, leggero: leggeri leggera, severo: severi severa severe, onesto: onesti onesta oneste
giusto: giusti giusta giuste, corretto: corretti corretta corrette, perfetto: perfetti perfetta perfette, esatto: esatti esatta esatte
adatto: adatti adatta adatte, stretto: stretti stretta strette, diretto: diretti, completo: completi completa complete
segreto: segreti segreta segrete, discreto: discreti discreta discrete, quieto: quieti quieta quiete, lieto: lieti lieta liete
attivo: attivi attiva attive, positivo: positivi positiva positive, negativo: negativi negativa negative, vivo: vivi viva vive
esclusivo: esclusivi esclusiva esclusive, relativo: relativi relativa relative, creativo: creativi creativa creative
amministrativo: amministrativi amministrativa amministrative, educativo: educativi educativa educative, sportivo: sportivi sportiva sportive
famoso: famosi famosa famose, numeroso: numerosi numerosa numerose, pericoloso: pericolosi pericolosa pericolose
prezioso: preziosi preziosa preziose, geloso: gelosi gelosa gelose, religioso: religiosi religiosa religiose, nervoso: nervosi nervosa nervose
rapido: rapidi rapida rapide, timido: timidi timida timide, umido: umidi umida umide, solido: solidi solida solide, liquido: liquidi liquida liquide
tranquillo: tranquilli tranquilla tranquille, giovane: giovani, moderno: moderni moderna moderne, interno: interni interna interne
esterno: esterni esterna esterne, eterno: eterni eterna eterne, materno: materni materna materne, inverno: inverni, profondo: profondi profonda profonde
rotondo: rotondi rotonda rotonde, biondo: biondi bionda bionde, secondo: secondi seconda seconde, ultimo: ultimi ultima ultime
primo: primi prima prime, minimo: minimi minima minime, massimo: massimi massima massime, prossimo: prossimi prossima prossime
legittimo: legittimi legittima legittime, autonomo: autonomi autonoma autonome, anonimo: anonimi anonima anonime, comodo: comodi comoda comode
idoneo: idonei idonea idonee, estraneo: estranei estranea estranee, spontaneo: spontanei spontanea spontanee
continuo: continui continua continue, ambiguo: ambigui ambigua ambigue, individuo: individui, annuo: annui annua annue, assiduo: assidui assidua assidue
obliquo: obliqui obliqua oblique, antiquato: antiquati antiquata antiquate, iniquo: iniqui iniqua inique, innocuo: innocui innocua innocue
sottoscritto: sottoscritti sottoscritta sottoscritte, ammalato: ammalati ammalata ammalate, privato: privati privata private`,

  'superlatives, and adverbs of adjectives': `
bello: bellissimo bellissima bellissimi bellissime, grande: grandissimo grandissima, alto: altissimo altissima altissime
rapido: rapidissimo rapidissima, forte: fortissimo fortissima, veloce: velocissimo velocissima, felice: felicissimo felicissimi
importante: importantissimo importantissima, facile: facilissimo facilissima, difficile: difficilissimo difficilissimi
lungo: lunghissimo lunghissima, largo: larghissimo, ricco: ricchissimo ricchissimi, antico: antichissimo antichissima
simpatico: simpaticissimo simpaticissima, vecchio: vecchissimo, caro: carissimo carissimi, nuovo: nuovissimo nuovissima
famoso: famosissimo famosissima, bravo: bravissimo bravissima bravi brava, dolce: dolcissimo, breve: brevissimo, utile: utilissimo
basso: bassissimo, caldo: caldissimo, freddo: freddissimo, chiaro: chiarissimo, raro: rarissimo, ampio: ampissimo
rapido: rapidamente, lento: lentamente lenti lenta lente, veloce: velocemente, felice: felicemente, chiaro: chiaramente
facile: facilmente, sicuro: sicuramente, corretto: correttamente, esatto: esattamente, completo: completamente
perfetto: perfettamente, libero: liberamente liberi libera libere, serio: seriamente, vero: veramente, attuale: attualmente
automatico: automaticamente, pubblico: pubblicamente, gratuito: gratuitamente gratuiti gratuita gratuite, tranquillo: tranquillamente`,

  'verbs in -are': `
usare: usa usano usato usando userà usavano usate usata usi usiamo usò usarono usasse userebbe usino userò useranno
parlare: parlo parli parla parliamo parlate parlano parlavo parlava parlavano parlai parlò parlarono parlerò parlerà parleranno parlerei parlerebbe parlerebbero parlassi parlasse parlassero parlando parlato
mangiare: mangio mangia mangiamo mangiano mangiavo mangiava mangiò mangiarono mangerò mangerà mangeranno mangerebbe mangiasse mangino mangiando mangiato mangiata
cominciare: comincio comincia cominciamo cominciano cominciava cominciò cominciarono comincerà cominceranno comincerebbe cominciasse comincino cominciando cominciato
lasciare: lascio lascia lasciamo lasciano lasciava lasciò lasciarono lascerà lasceranno lascerebbe lasciasse lascino lasciando lasciato
viaggiare: viaggiano viaggiamo viaggiava viaggiò viaggerà viaggeranno viaggerebbe viaggiando viaggiato
cercare: cerco cerca cerchiamo cercate cercano cercava cercavano cercò cercarono cercherò cercherà cercheranno cercherebbe cercasse cerchino cercando cercato
pagare: pago paghi paghiamo pagano pagava pagavano pagò pagarono pagherò pagherà pagheranno pagherebbe pagasse paghino pagando pagato pagata
giocare: giocano giochiamo giocava giocavano giocò giocherà giocheranno giocherebbe giocasse giocando giocato
spiegare: spiego spiega spiegano spieghiamo spiegava spiegò spiegarono spiegherà spiegheranno spiegherebbe spieghino spiegando spiegato
pubblicare: pubblicano pubblicava pubblicò pubblicarono pubblicherà pubblicheranno pubblichino pubblicando pubblicato pubblicata pubblicati pubblicate
collegare: collegano collegava collegò collegherà collegheranno colleghino collegando collegato collegata collegati
studiare: studia studiamo studiano studiava studiavano studiò studiarono studierà studieranno studierebbe studiasse studino studiando studiato
inviare: invia inviano inviamo inviava inviò inviarono invierà invieranno invierebbe inviino inviando inviato inviata inviati
sciare: sciano sciava sciò scierà sciando sciato
cambiare: cambia cambiano cambiamo cambiava cambiò cambiarono cambierà cambieranno cambierebbe cambino cambiando cambiato
lavorare: lavora lavorano lavoriamo lavorava lavoravano lavorò lavorarono lavorerà lavoreranno lavorerebbe lavorasse lavorino lavorando lavorato
comprare: compro compra comprano compriamo comprava comprò comprarono comprerà compreranno comprerebbe comprasse comprino comprando comprato comprata
trovare: trovo trova trovano troviamo trovava trovò trovarono troverà troveranno troverebbe trovasse trovino trovando trovato trovati
guardare: guardo guardano guardiamo guardava guardò guardarono guarderà guarderanno guarderebbe guardino guardando guardato
pensare: penso pensa pensano pensiamo pensava pensò pensarono penserà penseranno penserebbe pensasse pensino pensando pensato
chiamare: chiamo chiama chiamano chiamava chiamò chiamarono chiamerà chiameranno chiamerebbe chiamino chiamando chiamato chiamata
aiutare: aiuta aiutano aiutava aiutò aiutarono aiuterà aiuteranno aiuterebbe aiutino aiutando aiutato aiutati
abitare: abita abitano abitava abitavano abitò abitarono abiterà abitasse abitino abitando abitato
installare: installa installano installava installò installerà installeranno installi installino installando installato installata installati
cancellare: cancella cancellano cancellava cancellò cancellarono cancellerà cancelleranno cancellando cancellato cancellata
configurare: configura configurano configurava configurò configurerà configurando configurato configurata configurati
salvare: salva salvano salvava salvò salvarono salverà salveranno salvino salvando salvato salvata salvati
creare: crea creano creava creò crearono creerà creeranno creerebbe creasse creino creando creato creata creati create
entrare: entra entrano entrava entrò entrarono entrerà entreranno entrino entrando entrato entrata entrati
arrivare: arriva arrivano arrivava arrivò arrivarono arriverà arriveranno arrivino arrivando arrivato arrivati
diventare: diventa diventano diventava diventò diventarono diventerà diventeranno diventino diventando diventato
aspettare: aspetta aspettano aspettava aspettò aspettarono aspetterà aspetteranno aspettando aspettato
dimenticare: dimentica dimentichi dimenticano dimenticava dimenticò dimenticherà dimenticheranno dimenticando dimenticato
modificare: modifica modificano modificava modificò modificherà modificheranno modifichi modifichino modificando modificato modificata
negare: nega neghi negano negava negò negarono negherà negheranno neghino negando negato negata
pregare: prega preghi pregano pregava pregò pregarono pregherà pregando pregato
consigliare: consiglia consigliano consigliava consigliò consiglierà consigliando consigliato consigliata
sbagliare: sbaglia sbagliano sbagliava sbagliò sbagliarono sbaglierà sbagliando sbagliato sbagliata
sognare: sogna sognano sognava sognò sognarono sognerà sogneranno sogniamo sognando sognato
insegnare: insegna insegnano insegnava insegnò insegnarono insegnerà insegneremo insegnando insegnato`,

  'verbs in -ere, regular': `
credere: credo credi crede crediamo credete credono credeva credevano credette credettero crederà crederanno crederebbe credesse creda credano credendo creduto
vendere: vendo vende vendiamo vendono vendeva vendevano venderà venderanno venderebbe vendesse venda vendano vendendo venduto venduta
temere: teme temiamo temono temeva temevano temette temettero temerà temeranno temesse temano temendo temuto
ricevere: ricevo riceve riceviamo ricevono riceveva ricevevano ricevette ricevettero riceverà riceveranno riceverebbe ricevesse ricevano ricevendo ricevuto
ripetere: ripeto ripete ripetono ripeteva ripeté ripeterà ripeteranno ripetesse ripetano ripetendo ripetuto
battere: battono batteva battevano batterà batteranno battesse battano battendo battuto
combattere: combatte combattono combatteva combatterà combattesse combattendo combattuto combattuti
godere: gode godono godeva godevano godette godrà godesse godano godendo goduto
cedere: cede cedono cedeva cedette cedettero cederà cedesse cedendo ceduto
mietere: miete mietono mieteva mieterà mietendo mietuto
gemere: geme gemono gemeva gemerà gemendo gemuto
premere: preme premono premeva premerà premano premendo premuto
riflettere: riflette riflettono rifletteva rifletterà riflettendo riflettuto
potere: può possono poteva potevano potrà potranno potrebbe potesse possa possano potuto potuti
compiere: compie compiono compiva compirà compiranno compiendo compiuto compiuti`,

  'verbs in -ire': `
dormire: dormo dormi dorme dormiamo dormite dormono dormiva dormivano dormì dormirono dormirà dormiranno dormirebbe dormisse dorma dormano dormendo dormito
partire: partiamo partono partiva partivano partì partirono partirà partiranno partirebbe partisse partano partendo
sentire: sento senti sente sentiamo sentono sentiva sentivano sentì sentirono sentirà sentiranno sentirebbe sentisse sentano sentendo sentito
seguire: seguo segue seguiamo seguono seguiva seguivano seguì seguirono seguirà seguiranno seguirebbe seguisse seguano seguendo seguito
servire: servo serve serviamo servono serviva servivano servì servirono servirà serviranno servisse servano servendo servito
vestire: veste vestono vestiva vestì vestirono vestirà vestano vestendo
finire: finisco finisci finisce finiamo finite finiscono finiva finivano finì finirono finirà finiranno finirebbe finisse finisca finiscano finendo finito finita
capire: capisco capisci capisce capiamo capite capiscono capiva capivano capì capirono capirà capiranno capirebbe capisse capisca capiscano capendo capito
costruire: costruisco costruisce costruiamo costruiscono costruiva costruì costruirono costruirà costruiranno costruisse costruisca costruendo costruito costruita
pulire: pulisco pulisce puliscono puliva pulì pulirono pulirà pulisca puliscano pulendo pulito pulita
preferire: preferisco preferisce preferiscono preferiva preferì preferirà preferirebbe preferisca preferendo preferito
spedire: spedisco spedisce spediscono spediva spedì spedirono spedirà spedisca spedendo spedito spedita spediti
unire: unisco unisce uniscono univa unì unirono unirà unisca uniscano unendo
punire: punisce puniscono puniva punì punirono punirà punisca punendo punito puniti
fornire: fornisce forniscono forniva fornì fornirono fornirà fornisca forniscano fornendo fornito forniti
garantire: garantisce garantiscono garantiva garantì garantirà garantiranno garantisca garantendo garantito garantita
definire: definisce definiscono definiva definì definirà definisca definendo definito definita definiti
inserire: inserisci inserisce inseriscono inseriva inserì inserirà inserisca inserendo inserito inserita inseriti
tradire: tradisce tradiscono tradiva tradì tradirono tradirà tradisca tradendo tradito traditi
restituire: restituisce restituiscono restituiva restituì restituirà restituisca restituendo restituito restituita
sostituire: sostituisce sostituiscono sostituiva sostituì sostituirà sostituisca sostituendo sostituito sostituita
diminuire: diminuisce diminuiscono diminuiva diminuì diminuirà diminuisca diminuendo diminuito
agire: agisce agiscono agiva agì agirono agirà agisca agiscano agendo agito
guarire: guarisce guariscono guariva guarì guarirono guarirà guarisca guarendo guarito guarita`,

  'reflexive forms and enclitics': `
lavare: lavarsi lavandosi lavarlo lavarla, alzare: alzarsi alzandosi, svegliare: svegliarsi, chiamare: chiamarsi chiamarlo chiamarmi chiamandolo
vedere: vedersi vederlo vederla vedendolo, prendere: prenderlo prenderla prendersi prenderne prendendolo, mettere: mettersi metterlo mettendolo
iscrivere: iscriversi iscrivendosi, registrare: registrarsi registrarlo registrandosi, collegare: collegarsi collegarlo collegandosi
usare: usarlo usarla usarli usarle usandolo, aprire: aprirlo aprirla aprirsi aprendolo, chiudere: chiuderlo chiudersi chiudendola
scrivere: scriverlo scrivergli scrivermi scrivendogli, inviare: inviarlo inviarci inviarvi inviandolo, mandare: mandarmi mandarlo mandarglielo
installare: installarlo installarla installandolo, cancellare: cancellarlo cancellarsi cancellarla, comprare: comprarlo comprarsi comprandolo
trovare: trovarsi trovarlo trovarla trovandosi, ricordare: ricordarsi ricordarlo, sentire: sentirsi sentirlo sentendosi, vestire: vestirsi vestendosi
spostare: spostarsi spostarlo spostandosi, fermare: fermarsi fermarlo fermandosi, parlare: parlargli parlarne parlarci parlandone
portare: portarlo portarla portandolo portarmelo, modificare: modificarlo modificarla modificandolo, pagare: pagarlo pagarla pagarsi
muovere: muoversi muovendosi, rivolgere: rivolgersi rivolgendosi, difendere: difendersi difenderlo difendendosi, accorgersi: accorgendosi
offrire: offrirgli offrirlo offrendogli, condurre: condurlo condurla condursi, produrre: produrlo produrne, tradurre: tradurlo tradurla
porre: porsi porlo, comporre: comporsi comporlo, esporre: esporsi esporlo, capire: capirlo capirsi capirne, finire: finirlo finirla
conoscere: conoscerlo conoscersi conoscendola, decidere: decidersi deciderlo, convincere: convincerlo convincersi, aggiungere: aggiungerlo aggiungersi aggiungervi`,

  'irregular verbs, -ere with -s- and participles in -so': `
prendere: prendo prende prendono presero prenderà prenderanno prenda prendano prendendo prendeva preso presi
apprendere: apprende apprendono apprese appresero apprenderà apprenda apprendendo appreso appresi
comprendere: comprende comprendono comprese compresero comprenderà comprenda comprendendo compreso compresi
riprendere: riprende riprendono riprese ripresero riprenderà riprenda riprendendo ripreso
sorprendere: sorprende sorprendono sorpresero sorprenderà sorprendendo sorpreso
intraprendere: intraprende intraprese intrapresero intraprenderà intraprendendo intrapreso
rendere: rende rendono resero renderà renderanno renda rendano rendendo reso resi
attendere: attende attendono attesero attenderà attenda attendendo atteso attesi
intendere: intende intendono intesero intenderà intenda intendendo inteso
pretendere: pretende pretendono pretese pretesero pretenderà pretendendo preteso
estendere: estende estendono estese estesero estenderà estenda estendendo esteso estesa estesi
stendere: stende stendono stese stesero stenderà stendendo steso
difendere: difende difendono difesero difenderà difenda difendendo difeso difesi
offendere: offende offendono offesero offenderà offendendo offeso offesi
scendere: scende scendono scese scesero scenderà scenda scendano scendendo sceso scesi
spendere: spende spendono spesero spenderà spenderanno spenda spendendo speso spesi
sospendere: sospende sospendono sospese sospesero sospenderà sospendendo sospeso sospesa
dipendere: dipende dipendono dipese dipesero dipenderà dipenda dipendendo dipeso
appendere: appende appendono appese appesero appenderà appendendo appeso
accendere: accende accendono accese accesero accenderà accenda accendendo acceso accesa
tendere: tendono tese tesero tenderà tendendo teso
perdere: perde perse persero perderà perderanno perdano perdendo perso perduto
mordere: morde mordono morse morsero morderà mordendo
ardere: arde ardono arse arsero arderà ardendo arso
chiudere: chiude chiudono chiuse chiusero chiuderà chiuda chiudano chiudendo chiuso chiusa
concludere: conclude concludono concluse conclusero concluderà concluda concludendo concluso
includere: include includono incluse inclusero includerà includa includendo incluso inclusi
escludere: esclude escludono escluse esclusero escluderà escluda escludendo escluso esclusi
deludere: delude deludono deluse delusero deluderà deludendo deluso delusi
illudere: illude illudono illuse illusero illuderà illudendo illuso
alludere: allude alludono alluse allusero alluderà alludendo alluso
ridere: ride ridono rise risero riderà ridano ridendo
sorridere: sorride sorridono sorrise sorrisero sorriderà sorridendo sorriso
decidere: decide decidono decise decisero deciderà decida decidano decidendo deciso decisi
uccidere: uccide uccidono uccise uccisero ucciderà uccida uccidendo ucciso uccisa uccisi
incidere: incide incidono incise incisero inciderà incidendo inciso
dividere: divide dividono divisero dividerà divida diviso
condividere: condivide condividono condivise condivisero condividerà condivida condividendo condiviso condivisi
coincidere: coincide coincidono coincise coincisero coinciderà coincidendo coinciso
rodere: rode rodono rosero roderà rodendo roso
esplodere: esplode esplodono esplose esplosero esploderà esploda esplodendo esploso
invadere: invade invadono invase invasero invaderà invadendo invaso
evadere: evade evadono evase evasero evaderà evadendo evaso
persuadere: persuade persuadono persuase persuasero persuaderà persuadendo persuaso
radere: rade radono rase rasero raderà radendo
fondere: fonde fondono fuse fusero fondendo
confondere: confonde confondono confuse confusero confonderà confonda confondendo confuso
diffondere: diffonde diffondono diffuse diffusero diffonderà diffonda diffondendo diffuso diffusi
correre: corro corre corriamo corrono corsero correrà correranno corrano correndo correva
soccorrere: soccorre soccorrono soccorse soccorsero soccorrerà soccorrendo
ricorrere: ricorre ricorrono ricorse ricorsero ricorrerà ricorrendo
percorrere: percorre percorrono percorse percorsero percorrerà percorrendo
trascorrere: trascorre trascorrono trascorse trascorsero trascorrerà trascorrendo trascorso
occorrere: occorre occorrono occorse occorsero occorrerà occorra occorso
emergere: emerge emergono emerse emersero emergerà emerga emergendo emerso emersi
immergere: immerge immergono immerse immersero immergerà immergendo immerso
spargere: sparge spargono sparse sparsero spargerà spargendo sparso
espellere: espelle espellono espulse espulsero espellerà espellendo espulso espulsi
muovere: muove muovono mosse mossero muoverà muova muovano muovendo mosso mossi
commuovere: commuove commuovono commosse commossero commuoverà commuovendo commosso
rimuovere: rimuove rimuovono rimosse rimossero rimuoverà rimuova rimuovendo rimosso
promuovere: promuove promuovono promosse promossero promuoverà promuova promuovendo promosso promossi
scuotere: scuote scuotono scossero scuoterà scuotendo scosso
percuotere: percuote percuotono percosse percossero percuoterà percuotendo percosso
riscuotere: riscuote riscuotono riscosse riscossero riscuoterà riscuotendo riscosso
discutere: discute discutono discusse discussero discuterà discuta discutendo discusso discussi
esprimere: esprime esprimono espresse espressero esprimerà esprima esprimendo
imprimere: imprime imprimono impresse impressero imprimerà imprimendo impresso
comprimere: comprime comprimono compresse compressero comprimerà comprimendo compresso
opprimere: opprime opprimono oppresse oppressero opprimerà opprimendo oppresso oppressi
sopprimere: sopprime sopprimono soppresse soppressero sopprimerà sopprimendo soppresso
concedere: concede concedono concesse concessero concederà conceda concedendo concesso
succedere: succede succedono successe successero succederà succeda succedendo succeduto
mettere: mette mettono mise misero metterà metteranno metta mettano mettendo messo messi
permettere: permette permettono permise permisero permetterà permetta permettendo permesso
promettere: promette promettono promise promisero prometterà promettendo promesso
ammettere: ammette ammettono ammise ammisero ammetterà ammettendo ammesso ammessi
commettere: commette commettono commise commisero commetterà commettendo commesso
trasmettere: trasmette trasmettono trasmise trasmisero trasmetterà trasmetta trasmettendo trasmesso
smettere: smette smettono smise smisero smetterà smettendo smesso
dimettere: dimette dimettono dimise dimisero dimetterà dimettendo dimesso
emettere: emette emettono emise emisero emetterà emettendo emesso emessi
scommettere: scommette scommettono scommise scommisero scommetterà scommettendo scommesso
connettere: connette connettono connesse connettendo connesso connessi`,

  'irregular verbs, -ere with participles in -to': `
chiedere: chiede chiedono chiesero chiederà chieda chiedano chiedendo chiesto chiesti
richiedere: richiede richiedono richiese richiesero richiederà richieda richiedendo richiesto richiesti
rispondere: risponde rispondono rispose risposero risponderà risponda rispondendo risposto
corrispondere: corrisponde corrispondono corrispose corrisposero corrisponderà corrispondendo corrisposto
nascondere: nasconde nascondono nascose nascosero nasconderà nascondendo nascosto nascosti
leggere: leggo leggiamo leggono lesse lessero leggerà leggeranno legga leggano leggendo leggeva
eleggere: elegge eleggono elesse elessero eleggerà elegga eleggendo eletto eletti
proteggere: protegge proteggono protesse protessero proteggerà protegga proteggendo protetto protetti
correggere: corregge correggono corresse corressero correggerà corregga correggendo
scrivere: scrivo scrive scrivono scrisse scrissero scriverà scriveranno scriva scrivendo scritto scritti scritta
iscrivere: iscrive iscrivono iscrisse iscrissero iscriverà iscriva iscrivendo iscritto iscritti
descrivere: descrive descrivono descrisse descrissero descriverà descriva descrivendo descritto
prescrivere: prescrive prescrivono prescrisse prescriverà prescrivendo prescritto
sottoscrivere: sottoscrive sottoscrivono sottoscrisse sottoscriverà sottoscrivendo sottoscritto
trascrivere: trascrive trascrivono trascrisse trascriverà trascrivendo trascritto
vivere: vive vivono visse vissero vivrà vivranno vivrebbe vivano vivendo vissuto
sopravvivere: sopravvive sopravvivono sopravvisse sopravvissero sopravvivrà sopravvivendo sopravvissuto
vincere: vince vincono vinse vinsero vincerà vinca vincano vincendo vinto vinti
convincere: convince convincono convinse convinsero convincerà convinca convincendo convinto
piangere: piange piangono pianse piansero piangerà pianga piangendo pianto
spingere: spinge spingono spinse spinsero spingerà spinga spingendo spinto spinti
respingere: respinge respingono respinse respinsero respingerà respingendo respinto
dipingere: dipinge dipingono dipinse dipinsero dipingerà dipingendo dipinto dipinti
fingere: finge fingono finse finsero fingerà finga fingendo finto
tingere: tinge tingono tinse tinsero tingerà tingendo
stringere: stringe stringono strinse strinsero stringerà stringendo stretto
costringere: costringe costringono costrinse costrinsero costringerà costringendo costretto costretti
giungere: giunge giungono giunse giunsero giungerà giunga giungendo
raggiungere: raggiunge raggiungono raggiunse raggiunsero raggiungerà raggiunga raggiungendo raggiunto
aggiungere: aggiunge aggiungono aggiunse aggiunsero aggiungerà aggiunga aggiungendo aggiunto aggiunti
ungere: ungono unse unsero ungerà ungendo
porgere: porge porgono porse porsero porgerà porgendo
sorgere: sorge sorgono sorse sorsero sorgerà sorga sorgendo
scorgere: scorge scorgono scorsero scorgerà scorgendo
svolgere: svolge svolgono svolse svolsero svolgerà svolga svolgendo svolto
coinvolgere: coinvolge coinvolgono coinvolse coinvolsero coinvolgerà coinvolga coinvolgendo coinvolto coinvolti
sconvolgere: sconvolge sconvolgono sconvolse sconvolsero sconvolgerà sconvolgendo sconvolto
rivolgere: rivolge rivolgono rivolse rivolsero rivolgerà rivolga rivolgendo rivolto
avvolgere: avvolge avvolgono avvolse avvolsero avvolgerà avvolgendo avvolto
risolvere: risolve risolvono risolse risolsero risolverà risolva risolvendo risolto risolti
assolvere: assolve assolvono assolse assolsero assolverà assolvendo assolto
cogliere: coglie colgono colse colsero coglierà colga cogliendo
accogliere: accoglie accolgono accolse accolsero accoglierà accolga accogliendo accolto accolti
raccogliere: raccoglie raccolgono raccolse raccolsero raccoglierà raccolga raccogliendo raccolto
scegliere: sceglie scelgo scelgono scelse scelsero sceglierà scelga scegliendo scelto scelti
togliere: toglie tolgo tolgono tolse tolsero toglierà tolga togliendo tolto tolti
sciogliere: scioglie sciolgono sciolse sciolsero scioglierà sciolga sciogliendo sciolto
cuocere: cuoce cuociono cosse cossero cuocerà cuocendo cotto
nuocere: nuoce nocque nuocerà nuocendo nuociuto
nascere: nasce nascono nacque nacquero nascerà nasca nascano nascendo
crescere: cresce crescono crebbe crebbero crescerà cresca crescano crescendo cresciuto cresciuti
conoscere: conosce conoscono conobbe conobbero conoscerà conosca conoscano conoscendo conosciuto
riconoscere: riconosce riconoscono riconobbe riconobbero riconoscerà riconosca riconoscendo riconosciuto
rompere: rompe rompono ruppe ruppero romperà rompa rompendo rotto rotti
corrompere: corrompe corrompono corruppe corruppero corromperà corrompendo corrotto
interrompere: interrompe interrompono interruppe interruppero interromperà interrompa interrompendo interrotto interrotti
redigere: redige redigono redasse redassero redigerà rediga redigendo redatto redatti
dirigere: dirige dirigono diresse diressero dirigerà dirigendo
erigere: erige erigono eresse eressero erigerà erigendo eretto
esigere: esige esigono esigette esigerà esiga esigendo
distinguere: distingue distinguono distinse distinsero distinguerà distingua distinguendo distinto
estinguere: estingue estinguono estinse estinsero estinguerà estinguendo estinto
assumere: assume assumono assunse assunsero assumerà assuma assumendo assunto assunti
riassumere: riassume riassumono riassunse riassumerà riassumendo riassunto
presumere: presume presumono presunse presumerà presumendo presunto
esistere: esiste esistono esisteva esistette esisterà esista esistendo esistito esistita
assistere: assiste assistono assisteva assisterà assista assistendo assistito assistiti
insistere: insiste insistono insisteva insisterà insistendo insistito
resistere: resiste resistono resisteva resisterà resistendo resistito
consistere: consiste consistono consisteva consisterà consistendo consistito
affiggere: affigge affiggono affisse affissero affiggerà affiggendo affisso
infliggere: infligge infliggono inflisse inflissero infliggerà infliggendo inflitto
sconfiggere: sconfigge sconfiggono sconfisse sconfissero sconfiggerà sconfiggendo sconfitto
friggere: frigge friggono frisse friggerà friggendo fritto
distruggere: distrugge distruggono distrusse distrussero distruggerà distrugga distruggendo distrutto distrutti
spegnere: spegne spengono spense spensero spegnerà spenga spegnendo spento spenti
torcere: torce torcono torse torsero torcerà torcendo
scindere: scinde scindono scisse scissero scinderà scindendo scisso
redimere: redime redimono redense redimerà redimendo redento
piovere: piove piovono piovve pioverà piova piovendo piovuto`,

  'irregular verbs, -ere with changing stems': `
cadere: cade cadono cadde caddero cadrà cadranno cadrebbe cadano cadendo caduto caduti
accadere: accade accadono accadde accaddero accadrà accadendo accaduto
scadere: scade scadono scadde scadrà scadranno scadendo scaduto scaduta scaduti
vedere: vedo vede vedono vide videro vedrà vedranno vedrebbe veda vedano vedendo vedeva veduto
prevedere: prevede prevedono previde previdero prevederà preveda prevedendo previsto previsti
rivedere: rivede rivedono rivide rividero rivedrà rivedendo rivisto
provvedere: provvede provvedono provvide provvidero provvederà provveda provvedendo provvisto provveduto
sapere: so sa sappiamo sanno seppe seppero saprà sapranno saprebbe sappia sappiano sapeva sapendo saputo
volere: voglio vuole vogliamo vogliono volle vollero vorrà vorranno vorrebbe vogliano voleva volendo voluto
devo: deve dobbiamo devono dovette dovrà dovranno dovrebbe debba debbano doveva dovendo dovuto
bere: bevo beve beviamo bevono bevve bevvero berrà berranno berrebbe beva bevano bevendo beveva bevuto
tenere: tengo tiene teniamo tengono tenne tennero terrà terranno terrebbe tenga tengano tenendo teneva tenuto
contenere: contiene contengono contenne contennero conterrà contenga contenendo conteneva
mantenere: mantiene mantengono mantenne mantennero manterrà mantenga mantenendo mantenuto
ottenere: ottiene ottengono ottenne ottennero otterrà ottenga ottenendo ottenuto ottenuti
sostenere: sostiene sostengono sostenne sostennero sosterrà sostenga sostenendo sostenuto
ritenere: ritiene ritengono ritenne ritennero riterrà ritenga ritenendo ritenuto
appartenere: appartiene appartengono appartenne apparterrà appartenga appartenendo appartenuto
trattenere: trattiene trattengono trattenne tratterrà trattenga trattenendo trattenuto
rimanere: rimane rimango rimangono rimase rimasero rimarrà rimarranno rimarrebbe rimanga rimangano rimanendo rimasto rimasti
valere: vale valgo valgono valse valsero varrà varranno varrebbe valga valgano valendo valeva
dolere: duole dolgono dolse dorrà dolga dolendo
sedere: siedo siede siedono sedeva sedette siederà sieda siedano sedendo seduto
possedere: possiede possiedono possedeva possedette possieda possedendo posseduto
piacere: piace piacciono piacque piacquero piacerà piaccia piacciano piacendo piaciuto
tacere: tace tacciono tacque tacquero tacerà taccia tacendo taciuto
giacere: giace giacciono giacque giacquero giacerà giaccia giacendo giaciuto
parere: paiono parve parvero parrà paia parso`,

  'irregular verbs, -are and -ire': `
andare: vado vai va andiamo vanno andrà andranno andrebbe vada vadano andava andò andarono andato andando
dare: do dà diamo darà daranno darebbe diede diedero dava davano desse dessero
stare: sto sta stiamo stanno starà staranno starebbe stette stettero stava stavano stia stiano stando
fare: faccio fa facciamo fanno farà faranno farebbe fece fecero facesse faceva facevano facciano facendo
rifare: rifà rifanno rifece rifarà rifaceva rifacendo rifatto
soddisfare: soddisfa soddisfano soddisfece soddisfarà soddisfaceva soddisfacendo soddisfatto soddisfatti
disfare: disfece disfarà disfaceva disfacendo disfatto
essere: sono siamo siete erano sarà saranno sarebbe fu furono fossero siano essendo
avere: ho hai ha abbiamo avete hanno aveva avevano avrà avranno avrebbe ebbe ebbero avesse abbia abbiano avendo avuto
dire: dico dice diciamo dicono disse dissero dirà diranno direbbe dicesse dica dicano diceva dicendo
contraddire: contraddice contraddicono contraddisse contraddirà contraddiceva contraddicendo contraddetto
benedire: benedice benedicono benedisse benedirà benediceva benedicendo benedetto
maledire: maledice maledicono maledisse maledirà malediceva maledicendo maledetto
venire: vengo viene veniamo vengono venne vennero verrà verranno verrebbe venga vengano veniva venivano venuto venuti
divenire: diviene divengono divenne divennero diverrà divenga divenendo divenuto
avvenire: avviene avvengono avvenne avvennero avverrà avvenga avvenendo avvenuto
intervenire: interviene intervengono intervenne intervennero interverrà intervenga intervenendo intervenuto
convenire: conviene convengono convenne converrà convenga convenendo convenuto
prevenire: previene prevengono prevenne preverrà prevenga prevenendo prevenuto
provenire: proviene provengono provenne provennero proverrà provenga provenendo
uscire: esco esce usciamo escono uscì uscirono uscirà usciranno esca escano usciva uscendo uscito usciti
riuscire: riesco riesce riescono riuscì riuscirono riuscirà riesca riusciva riuscendo riuscito
salire: salgo saliamo salgono salì salirono salirà saliranno salga salgano salendo salito
risalire: risalgono risalì risalirono risalirà risalga risaliva risalendo risalito
morire: muoio muore muoiono morì morirono morirà muoia moriva morendo morto morti
apparire: appare appaiono apparve apparvero apparirà appaia appariva apparendo apparso apparsi
scomparire: scompare scompaiono scomparve scomparvero scomparirà scompaia scomparendo scomparso
comparire: compare compaiono comparve comparvero comparirà compaia comparendo comparso
aprire: apre aprono aprì aprirono aprirà apra apriva aprendo aperto aperti
coprire: copre coprono coprì coprirono coprirà copra copriva coprendo coperto coperti
scoprire: scopre scoprono scoprì scoprirono scoprirà scopra scopriva scoprendo scoperto
offrire: offre offrono offrì offrirono offrirà offra offriva offrendo offerto
soffrire: soffre soffrono soffrì soffrirono soffrirà soffra soffriva soffrendo sofferto
udire: odo ode odono udì udirono udirà oda udiva udendo udito
seppellire: seppellisce seppellì seppellirono seppellirà seppellendo seppellito sepolto
cucire: cuce cuciono cucì cucirà cuciva cucendo cucito
riempire: riempie riempiono riempì riempirà riempiva riempiendo riempito`,

  'irregular verbs, -rre': `
porre: pongo pone poniamo pongono pose posero porrà porranno porrebbe ponga pongano poneva ponendo
comporre: compone compongono compose composero comporrà componga componeva componendo composto composti
proporre: propone propongono propose proposero proporrà proponga proponeva proponendo proposto
disporre: dispone dispongono dispose disposero disporrà disponga disponeva disponendo disposto
esporre: espone espongono espose esposero esporrà esponga esponeva esponendo esposto esposti
imporre: impone impongono impose imposero imporrà imponga imponeva imponendo
opporre: oppone oppongono oppose opposero opporrà opponga opponeva opponendo
supporre: suppone suppongono suppose supposero supporrà supponga supponeva supponendo supposto
trarre: trae traggono trasse trassero trarrà tragga traeva traendo
attrarre: attrae attraggono attrasse attrassero attrarrà attragga attraeva attraendo attratto
estrarre: estrae estraggono estrasse estrassero estrarrà estragga estraeva estraendo estratto
sottrarre: sottrae sottraggono sottrasse sottrarrà sottraeva sottraendo sottratto
distrarre: distrae distraggono distrasse distrarrà distraendo distratto
produrre: produce producono produsse produssero produrrà produca produceva producendo
tradurre: traduce traducono tradusse tradussero tradurrà traduca traduceva traducendo tradotto tradotti
condurre: conduce conducono condusse condussero condurrà conduca conduceva conducendo
ridurre: riduce riducono ridusse ridussero ridurrà riduca riduceva riducendo ridotto ridotti
introdurre: introduce introducono introdusse introdussero introdurrà introduca introducendo introdotto
dedurre: deduce deducono dedusse dedurrà deduca deducendo dedotto
indurre: induce inducono indusse indussero indurrà induca inducendo indotto
sedurre: seduce seducono sedusse sedurrà seducendo sedotto
riprodurre: riproduce riproducono riprodusse riprodurrà riproducendo riprodotto`,
}
