/**
 * Italian words that must stay apart: an entry is a word, a colon and words of another meaning that must not have
 * its term (`casa: caso casi`); entries part at commas and line ends, and each of those words is one pair.
 */
export const ITALIAN_APART: Record<string, string> = {
  'no verb with a pronoun': `
legare: legami legame, credere: crediti credito, gemere: gemiti, radere: radici radice, unire: unici unico, segnare: segnali segnale
generare: generale generali, formare: formale formali, aprire: aprile, servire: servile, sedere: sedile sedili, appendere: appendici
proporre: propositi proposito, serrare: serrami, fila: file files, roma: rom, tossire: tossici tossico, parere: paio`,
  'no plural of a loan': `
http: https, jean: jeans`,
  'nouns by gender': `
casa: caso casi, case: caso casi, porta: porto porti, porte: porto porti, banca: banco banchi, banche: banco banchi
colla: collo, foglia: foglio fogli, foglie: foglio fogli, moda: modo modi, mode: modo modi
palla: palio, pianta: pianto, posta: posto posti, tappa: tappo tappi, tappe: tappi tappo, testa: testo testi
teste: testo testi, pala: palo pali, mostra: mostro mostri, mostre: mostro mostri, razza: razzo razzi, razze: razzi razzo
busta: busto busti, buste: busti busto, punta: punto punti, punte: punti, suola: suolo, vela: velo veli, vele: velo veli
torta: torto torti, torte: torti torto, pezza: pezzo pezzi, pezze: pezzi, balena: baleno
menta: mento, gamba: gambo gambi, gambe: gambo gambi, fronda: frodo, manica: manico manici, maniche: manico
scala: scalo scali, scale: scalo scali, filo: fila file, tela: telo teli, tele: telo teli, pasta: pasto pasti, paste: pasti pasto
tassa: tasso tassi, tasse: tasso tassi, mazza: mazzo mazzi, mazze: mazzi mazzo, capitale: capitolo capitoli
ballo: balla balle, arca: arco, arche: arco, buca: buco, cera: cero, branda: brando, botta: botto
pizza: pizzo pizzi, pizze: pizzi pizzo, batteria: batterio batteri, polpa: polpo polpi, falce: falco falchi, falci: falchi
orca: orco orchi, basilica: basilico, capriola: capriolo caprioli, granita: granito, catasta: catasto catasti, malta: malto
cassetta: cassetto cassetti, cassette: cassetti, vetrina: vetrino, pozza: pozzo pozzi, casella: casello caselli
tracolla: tracollo, sanatoria: sanatorio, soffitta: soffitto soffitti, caramella: caramello, cornetta: cornetto cornetti
maglia: maglio, spigola: spigolo spigoli, alba: albo albi, croce: croco, mola: molo moli, fava: favo, portiera: portieri`,
  'a shared beginning': `
comune: comunismo comunista comunione comunicare comunicazione, comuni: comunismo comunicato, parlamento: parlare
parlamenti: parla parlano, stazione: stato stati stare, stazioni: stato stare, università: universo universi, universitario: universo
nazione: nato nascere nati, nazioni: nati nata, nazionale: nato, casa: casino cassa casco caserma castello, caso: casino casco
monte: montare montone monto, moneta: monte monaco, porta: portafoglio portoghese portico, parte: partita partito parto
partito: parto, partita: parto, lettera: letto letti, letti: lettera lettere
stella: stalla stilla, stanza: stanca istanza, sole: solo sola suola, sale: salute, sali: sala, sala: salame salario saldo
pala: palazzo palude palestra, palla: pallido palladio pallone, pane: paniere panda pannello, pena: penna
pesce: pesca pescare pesche peso, pesco: pesce, mare: marito marea martire marzo, marca: marzo mare marcio marco
martello: martire martedì, marinaio: marito, mese: messa mesto mescere, messa: mese mesi messaggio, metro: metrica metropoli metodo
mento: mente menta mentire, mente: mentire menta mento, menti: menta, mentire: mentale, cane: canale cantare canna canone canto
canale: cantare canarino, canna: canone cantina cannone, capo: capello cappello capitale capitano capra capire, cappello: capello cappella
capelli: cappelli, cappella: cappello capello, capitano: capitale capitolo capitare, capire: capitale capitolo capo
capra: capriccio, carne: carta caro carnevale, carta: carità cartone carro caro, caro: carro carie, carro: carie carriera carota
arte: artico articolo arto arteria, articolo: artico arto artigiano artista, artista: articolo, artigiano: articolo arto
mora: morale morire moro morte, morte: morale moro, morale: morire morto, moda: modesto moderno modulo modello
modulo: moderno modesto moderare, modo: moderno modello modem, generale: genere genero generoso gentile generazione, genere: genero generoso
generoso: genero generale, gentile: gente genitore, gente: gengiva genitore, posta: postura postumo, posto: postura postumo, ospedale: ospite
ospite: ospizio, organo: organizzare organizzazione, organi: organizzazione, patata: patto patente, patto: patata patria, patria: padre patriarca
padre: padrone padella, madre: madrina madrigale, matto: mattina mattone, mattina: mattone mattarello, mattone: matto matita
lavoro: lavare lava lavatrice, lavorare: lavare lavato, lavorato: lavato, lavora: lavato, libro: libero libertà libbra libellula, libri: liberi libere
libero: libra libreria, libertà: libreria, legge: leggero leggenda leggio, leggi: leggero legno, leggero: leggenda, legna: lega
legale: legume, pace: pacco pagare, pacco: pagina, pagina: paga pagare pagliaccio, paga: paglia
pagano: pagina, paglia: palio, piano: pianeta pianta pianto piangere, pianeta: pianta pianto, pianoforte: piano, pianta: pianeta piangere
cura: curioso curia curva curdo, curioso: curva, corte: corto cortese corteo corteccia, corto: corteo cortile, corpo: corporazione
corona: coro, coro: cuore corrente corriere, corso: corsia corsaro, cuore: cuoio cuoco cuocere, cuoio: cuoco
fama: fame famiglia, fame: famoso famiglia, fiore: fioretto fiorino, fine: finestra finanza finto, finanza: fine finestra
finestra: fine, fatto: fattore fattoria fattura, fattoria: fattura fattore, fattura: fattore, forma: formica formaggio formula fermare
formaggio: formale formare, formica: formare, formula: formale, forno: fornire fornitura, forte: fortuna fortezza, fortuna: forte
fumo: fune fungo, fungo: funzione fune, funzione: funerale, gatto: gattopardo getto, gara: garage garanzia garza`,
  'words that differ by little': `
anno: ano annuncio, anni: ani, nono: nonno, nonna: nona, sete: sette, sera: serra, pala: palla, pale: palle, caldo: cado cadde
camino: cammino, camini: cammini, copia: coppia, copie: coppie, cane: canne, carro: caro, cassa: casa, casse: case, cola: colla
fato: fatto, note: notte, pena: penna, pene: penne, polo: pollo, poli: polli, rosa: rossa, rose: rosse, sano: sanno, tono: tonno
toni: tonni, tuta: tutta, vena: venna, bara: barra, bella: bela, dona: donna, ala: alla, fola: folla, mola: molla
moto: motto, pipa: pippa, papa: pappa, sono: sonno, sono: suono, suora: suola, sole: suole
principesse: principio, mondo: monda, monaco: moneta
abito: abitudine abete, abete: abate, abate: abbattere, accento: accendere, affetto: affitto
aglio: agio ago, agenda: agente agenzia, agente: agenda, alba: albero album, albero: albergo alba, albergo: alba albo, ambasciata: ambiente
amico: amido amianto, amo: amaro, amare: amaca, angelo: angolo, angeli: angoli
aria: area arietta, area: arena, asino: asilo, asilo: asiatico, asta: astuto astro, astro: astuccio, atto: attore attimo, attimo: attivo
avviso: avvisaglia, bagno: bagaglio, baia: bacio bar, balcone: balcanico, bando: banda banana, bandi: bande banane, banda: bandiera bando
barba: barbaro barbabietola, barca: barba bara barile, bastone: bastare basto, benzina: bene, bestia: bestemmia
bianco: biancheria, bilancio: bilancia, bilanci: bilancia bilance, birra: birillo, bocca: boccia bocciolo boccale, bosco: bossolo
bolla: bollo bollino bolletta, bolle: bolli, borsa: borsista borgo, borgo: borghese, bottiglia: bottega botte, bottega: botte bottone
bottone: botte, buono: buio buoi, busta: bustina bestia, calcio: calce calcolo calcare, calcolo: calce calca
camera: camerata cameriere cammello, cameriere: camera, camicia: camice camino camion, camion: camino, campo: campana campione campagna
campana: campagna campione, campione: campeggio, candela: candido candidato candeggina, candidato: candido candela, canto: cantiere cantina
cantina: cantiere cantone, cavallo: cavo cavolo cavaliere, cavolo: cavo cavare, cento: centro cena, centro: centesimo, certo: cervo cero
chiave: chiavica chiodo, chiodo: chiudere, cima: cimice cimitero, cimitero: cimice, cipolla: ciprea, città: citare
classe: classico, coda: codice codardo, codice: codino, colle: collo collega, collega: colle colletta, colonna: colonia colono
colonia: colonna, colpa: colpo colpire, colpe: colpi colpo, coltello: coltivare, comando: comandamento, comico: comizio comignolo
computer: compito, conto: conte contea, conte: contenere, conti: contenere, coppa: coppia coppola
costa: costume costola, costume: costo, costituzione: costo, costo: costola costruire, credito: credenza, croce: crociera
cucina: cugino cucire, cugino: cucina, cultura: culto, culto: cultura, dado: dattero dato, data: dado, dente: denso dentro
destra: destino destrezza, destino: destro, dieta: dieci, dito: ditta dittatore, ditta: dittatore dettare, divano: divario divo
dogana: doge dogma, dolce: dolo dolore, dolo: dolore, donna: dono, dono: donnola, dorso: dormire, eroe: eroina erosione
eroina: erosione, esame: esamina esempio, estate: estasi estero, estero: esteriore estetica, fava: favola favore, favola: favore
fede: federa federale, federa: federale, fegato: fetta, ferro: feria ferie ferito, ferie: ferita fiera, ferito: feria
fianco: fiasco, fiasco: fiaba, fiaba: fiamma, fiera: fiero, fiere: fiero, figlio: figura, figura: figlia, fila: filo filetto film`,
}
