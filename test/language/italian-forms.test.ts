/** Italian words: which forms meet in one stem, which words stay apart, and what a dictionary lists them under. */
import t from 'tap'
import { termFinder, termOf } from '../../language/analyzer.ts'
import { italian } from '../../language/languages/italian.ts'
import { verbOfEnclitic, verbOfForm } from '../../language/languages/italian-verb-forms.ts'

const { baseForms, formInitials } = italian
const basesOf = (word: string): string[] => baseForms(word).map(({ base }) => base)
const weightOf = (word: string, base: string): number =>
  baseForms(word).find((form) => form.base === base)?.weight ?? 0

t.test('all forms of a word have one stem', async (t) => {
  const words = [
    // nouns and adjectives by their endings
    'città citta',
    'amico amici amica amiche',
    'medico medici',
    'fuoco fuochi',
    'lago laghi',
    'psicologo psicologi psicologa psicologhe',
    'banca banche',
    'provincia province provincie',
    'ciliegia ciliegie ciliege',
    'farmacia farmacie',
    'acqua acque',
    'studio studi',
    'ufficio uffici',
    'vario varia vari varie',
    'zio zii',
    'operaio operai operaia operaie',
    'corridoio corridoi',
    'eroe eroi',
    'idea idee',
    'continuo continua continui continue',
    'italiano italiana italiani italiane',
    'artigiano artigiani artigiane',
    'utente utenti',
    'problema problemi',
    'turista turisti turiste turistico',
    'collega colleghi colleghe',
    'direttore direttori direttrice direttrici',
    'elettrico elettrici elettrica elettriche',
    'centrico centrici',
    'dottore dottoressa dottoresse',
    'edificio edifici',
    'laboratorio laboratori',
    'attività attivita attivo attiva',
    'possibilità possibile possibili',
    'velocità velocita veloce velocemente',
    'capacità capacita',
    'conformità conformita',
    'sovranità sovranita',
    'opportunità opportunita',
    'integrità integrita',
    'continuità continuita',
    'semplicità semplicita',
    'intensità intensita',
    'crescita crescite',
    'infinita infinito infiniti',
    'implicita implicito impliciti',
    'margherita margherite',
    'gratuita gratuito gratuiti',
    'tacita tacito taciti',
    'rapido rapida rapidamente rapidissimo',
    // irregular plurals
    'uomo uomini',
    'uovo uova',
    'braccio braccia bracci',
    'centinaio centinaia',
    'paio paia',
    'tempio templi',
    'ala ali',
    'arma armi',
    'mano mani',
    'moglie mogli',
    'bello bei begli bel bella belle',
    // regular verbs
    'usare usa usano usato usate uso userebbe usando usarlo',
    'cercare cerco cerca cerchiamo cercherà cercarono cercata',
    'cominciare comincio cominci cominciamo comincerà cominciando',
    'mangiare mangi mangeranno mangiato',
    'studiare studio studi studiamo studiato studierà',
    'spacciare spacci spacciato spacciamo',
    'finire finisco finisce finiscono finì finirebbe finito',
    'temere teme temono temeva temuto',
    'comunicare comunicarglielo comunicandole comunicazione comunicativo',
    'iscrivere iscriversi iscritto iscrissero',
    'svolgere svolto svoltosi svolgimento',
    'contattare contattaci contattato',
    // irregular verbs
    'andare vado vai vanno andremo andrebbe andato',
    'fare farlo facendo facciamo fecero farebbe fatta',
    'dire dico disse dirlo dicendo direbbe detto dimmi',
    'dare davano diede darsi dando darà',
    'venire vengo viene vennero verrebbe venuto',
    'mantenere mantengono mantiene mantenne manterrà mantenuto',
    'porre pongo pose porrà ponendo porlo',
    'comporre compongono composto comporrebbe',
    'produrre produco produce produsse prodotto produrrà produzione',
    'attrarre attraggono attrasse attratti attraendo',
    'raccogliere raccolgo raccolse raccolta raccogliendo',
    'uscire esco esce usciamo uscito',
    'riuscire riesce riusciva',
    'morire muore morì morto morti',
    'rimanere rimangono rimase rimasto rimarranno',
    'chiedere chiesto chiesero chiedono',
    'concludere concluso conclusione concludendo',
    'scrivere scrisse scritto scrivono',
    'nascere nato nacque nascono',
    'vivere vissuto visse vivranno',
    'aprire aperto apre aprirono',
    'volere vuole vogliono vorrebbe volle voluto',
    'sapere sanno sappiamo seppe saprebbe',
    'bere bevono bevve berrà bevuto',
    'dirigere diresse dirigono',
    'costruire costruisce costruzione costruito',
  ]
  for (const line of words) {
    const [first = '', ...others] = line.split(' ')
    for (const other of others) t.equal(termOf(other, 'it'), termOf(first, 'it'), `${other} is ${first}`)
  }
})

t.test('words that only look alike stay apart', async (t) => {
  const words = [
    'casa caso',
    'porto porta portare',
    'colpo colpa',
    'foglio foglia',
    'banca banco',
    'modo moda',
    'posto posta porre',
    'punto punta',
    'testo testa',
    'conto conte',
    'corso corsa correre',
    'collo colla collega',
    'costo costa',
    'partito partita parte partire parto',
    'lotto lotta',
    'palo pala',
    'mostro mostra',
    'capitolo capitale capitano capitare',
    'pena penna',
    'fine finire',
    'tasso tassa',
    'cappello cappella capelli',
    'stato stazione stare',
    'nazione nato',
    'mercato merce',
    'comune comunità comunismo comunicare',
    'università universo',
    'importante importare',
    'parlamento parlare',
    'regolamento regola regolare',
    'autorità autore',
    'dato data dare',
    'legge leggere',
    'salute salutare sale salire',
    'volare volere',
    'sera serio',
    'generale genere generare',
    'pubblico pubblicità pubblicare',
    'sostenibile sostenere',
    'baco bacio',
    'chiesa chiesto',
    'cerchi cercare',
    'danno dare',
    'vario varare',
  ]
  for (const line of words) {
    const terms = line.split(' ').map((word) => termOf(word, 'it'))
    t.equal(new Set(terms).size, terms.length, `${line}: ${terms.join(', ')}`)
  }
})

t.test('base forms come likeliest first, the word itself among them', async (t) => {
  const cases: [word: string, first: string, ...others: string[]][] = [
    ['comuni', 'comune'],
    ['cavi', 'cavo', 'cavare'],
    ['case', 'casa'],
    ['casa', 'casa'],
    ['chiesto', 'chiedere', 'chiesto'],
    ['enti', 'ente'],
    ['pazienti', 'paziente', 'paziento'],
    ['verifiche', 'verifica', 'verifico', 'verificare'],
    ['immagini', 'immagine', 'immaginare'],
    ['pesi', 'peso', 'pesare'],
    ['uomini', 'uomo'],
    ['città', 'città'],
    ['farlo', 'fare'],
    ['usati', 'usare', 'usato'],
    ['vado', 'andare'],
    ['comunicherebbe', 'comunicare'],
    ['googlando', 'googlare'],
    ['informazioni', 'informazione'],
    ['rapidamente', 'rapidamente', 'rapido'],
    ['prodotti', 'produrre', 'prodotto'],
    ['computer', 'computer'],
    ['leggi', 'legge', 'leggere'],
  ]
  for (const [word, first, ...others] of cases) {
    const bases = basesOf(word)
    t.ok(weightOf(word, first) === 1, `${word}: ${first} is as likely as any of ${bases.join(', ')}`)
    for (const base of [...others, word])
      t.ok(bases.includes(base), `${word}: ${base} is among ${bases.join(', ')}`)
    for (const { weight } of baseForms(word)) t.ok(weight > 0 && weight <= 1, `${word}: weights up to 1`)
  }
  t.ok(
    weightOf('immagini', 'immagine') > 5 * weightOf('immagini', 'immaginare'),
    'a noun before a rare verb form',
  )
  t.notOk(basesOf('casa').includes('caso'), 'what is kept apart is no candidate')
})

t.test('a form in -a is of the verb, where the noun in -o has no feminine', async (t) => {
  const cases: [form: string, verb: string, masculine: string, likelier: string][] = [
    ['riguarda', 'riguardare', 'riguardo', 'riguardare'],
    ['usa', 'usare', 'uso', 'usare'],
    ['gioca', 'giocare', 'gioco', 'giocare'],
    ['viaggia', 'viaggiare', 'viaggio', 'viaggiare'],
    ['sbaglia', 'sbagliare', 'sbaglio', 'sbagliare'],
    ['completa', 'completare', 'completo', 'completo'],
    ['libera', 'liberare', 'libero', 'libero'],
    ['varia', 'variare', 'vario', 'vario'],
  ]
  for (const [form, verb, masculine, likelier] of cases) {
    const other = likelier === verb ? masculine : verb
    t.ok(weightOf(form, likelier) > weightOf(form, other), `${form}: ${likelier} before ${other}`)
    t.ok(weightOf(form, other) > 0, `${form}: ${other} is possible`)
  }
})

t.test('a form is of one verb', async (t) => {
  const cases: [form: string, infinitive: string | undefined][] = [
    ['affiliate', 'affiliare'],
    ['spaccava', 'spaccare'],
    ['varerà', 'varare'],
    ['sparirono', 'sparire'],
    ['sparavano', 'sparare'],
    ['italiano', undefined],
    ['guardiano', undefined],
    ['comando', undefined],
  ]
  for (const [form, infinitive] of cases) t.equal(verbOfForm(form)?.verb.infinitive, infinitive, form)
  const enclitics: [form: string, infinitive: string | undefined][] = [
    ['vedendola', 'vedere'],
    ['andarsene', 'andare'],
    ['condurlo', 'condurre'],
    ['carne', undefined],
    ['diversi', undefined],
    ['semplici', undefined],
  ]
  for (const [form, infinitive] of enclitics) t.equal(verbOfEnclitic(form)?.infinitive, infinitive, form)
})

t.test('forms with another first letter are found in a text', async (t) => {
  t.equal(formInitials(termOf('andare', 'it')), 'v')
  t.equal(formInitials(termOf('uscire', 'it')), 'e')
  t.equal(formInitials(termOf('casa', 'it')), '')
  const found = termFinder('it', new Set([termOf('andare', 'it')]))('Vado via, poi andremo insieme.')
  t.strictSame(
    found.map(({ word }) => word),
    ['Vado', 'andremo'],
  )
})

t.test('whatever comes has a stem', async (t) => {
  for (const word of [
    '',
    'a',
    'è',
    'ii',
    'io',
    'aaaa',
    'xyz',
    'ñandú',
    'i',
    'chi',
    'iiii',
    '-',
    'º',
    'ch',
    'ghia',
  ])
    t.doesNotThrow(() => [termOf(word, 'it'), baseForms(word)], word)
})
