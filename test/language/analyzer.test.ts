/** Text → terms: what meets and what does not, what is dropped and what is kept, and where words stand. */
import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import {
  analyze,
  analyzeParts,
  analyzeWhole,
  isStopWord,
  termFinder,
  termOf,
  termsOfUnit,
} from '../../language/analyzer.ts'

const wordsKept = (text: string, lang: string): string[] => analyze(text, lang).map(({ word }) => word)
const termsOf = (text: string, lang: string): string[] => analyze(text, lang).map(({ term }) => term)

t.test('inflections of a word are one term', async (t) => {
  const cases: [lang: string, ...forms: string[]][] = [
    ['it', 'ufficio', 'uffici', 'Ufficio', 'UFFICI'],
    ['it', 'semiconduttore', 'semiconduttori'],
    ['it', 'impresa', 'imprese', "l'impresa", 'un’impresa'],
    ['it', 'legge', 'leggi'],
    ['it', 'attività', 'attivita', 'ATTIVITÀ', 'attivita\u0300'],
    ['it', 'città', 'citta', 'cittá'],
    ['it', 'europeo', 'europea', 'europei', 'europee'],
    ['it', 'uomo', 'uomini'],
    ['en', 'semiconductor', 'semiconductors'],
    ['en', 'policy', 'policies', 'Policies'],
    ['en', 'company', 'companies', "company's", 'company’s'],
    ['en', 'café', 'cafe', 'cafés'],
    ['en', 'child', 'children'],
    ['en', 'organisation', 'organization'],
    ['it', 'IRIS²', 'Iris2'],
    ['it', 'U.E.', 'UE'],
  ]
  for (const [lang, first = '', ...others] of cases) {
    for (const other of others) {
      t.strictSame(termsOf(other, lang), termsOf(first, lang), `${lang}: ${other} is ${first}`)
      t.equal(termsOf(other, lang).length, 1, `${lang}: ${other} is one term`)
    }
  }
})

t.test('what the stemmers cannot know stays apart', async (t) => {
  const cases: [lang: string, one: string, other: string][] = [
    ['en', 'policy', 'police'],
    ['en', 'person', 'people'],
    ['it', 'carta', 'carte geografiche'],
  ]
  for (const [lang, one, other] of cases)
    t.notSame(termsOf(one, lang), termsOf(other, lang), `${one}, ${other}`)
})

t.test('elided articles and prepositions are dropped, whatever the apostrophe', async (t) => {
  const cases: [text: string, kept: string[]][] = [
    ["l'acqua", ['acqua']],
    ['l’acqua', ['acqua']],
    ['lʼacqua', ['acqua']],
    ["dell'Unione europea", ['Unione', 'europea']],
    ["un'impresa all'estero", ['impresa', 'estero']],
    ['Nell’ambito dell’accordo', ['ambito', 'accordo']],
    ["quest'anno", ['anno']],
    ["un po' d'acqua", ['acqua']],
    ["l'11 settembre", ['11', 'settembre']],
    ["c'è, dov'è, cos'è, com'è", []],
    ['E’ vero', ['vero']],
    ['’ndrangheta', ['ndrangheta']],
  ]
  for (const [text, kept] of cases) t.strictSame(wordsKept(text, 'it'), kept, text)
})

t.test('the English possessive and contracted verbs are dropped', async (t) => {
  const cases: [text: string, kept: string[]][] = [
    ["Europe's chips", ['Europe', 'chips']],
    ['the company’s policy', ['company', 'policy']],
    ["They don't, it isn't and we've", []],
    ["O'Brien", ['Brien']],
  ]
  for (const [text, kept] of cases) t.strictSame(wordsKept(text, 'en'), kept, text)
})

t.test('acronyms are kept where the same letters are a word of grammar', async (t) => {
  const cases: [lang: string, text: string, kept: string[]][] = [
    ['it', "Il regolamento sull'AI vale ai fini della legge", ['regolamento', 'AI', 'vale', 'fini', 'legge']],
    ['it', 'L’AI Act', ['AI', 'Act']],
    ['it', "l'ai", ['ai']],
    ['it', 'ai', []],
    ['it', 'AI', ['AI']],
    ['it', "norme dell'U.E. sui chip", ['norme', 'U.E.', 'chip']],
    ['en', 'The IT sector says it', ['IT', 'sector', 'says']],
    ['en', 'The US and the WHO told us who', ['US', 'WHO', 'told']],
    ['en', "IT's budget and the US's policy", ['IT', 'budget', 'US', 'policy']],
    ['en', 'it', []],
    ['en', 'IT', ['IT']],
    ['en', 'The U.S. and us', ['U.S.']],
  ]
  for (const [lang, text, kept] of cases) t.strictSame(wordsKept(text, lang), kept, `${lang}: ${text}`)
})

t.test('capitals in a shouted headline are no acronyms', async (t) => {
  const cases: [lang: string, text: string, kept: string[]][] = [
    ['it', 'IL MINISTRO RISPONDE AI DEPUTATI', ['MINISTRO', 'RISPONDE', 'DEPUTATI']],
    ['it', "L'ACCORDO DELL'UNIONE CON LE IMPRESE", ['ACCORDO', 'UNIONE', 'IMPRESE']],
    ['en', 'THE FUTURE OF IT IN THE CITIES', ['FUTURE', 'CITIES']],
  ]
  for (const [lang, text, kept] of cases) t.strictSame(wordsKept(text, lang), kept, text)
})

t.test('signs that belong to a name stay, others separate', async (t) => {
  t.strictSame(termsOf('C++ e C#, non C', 'it'), ['c++', 'c#', 'c'])
  t.strictSame(termsOf('C#', 'en'), termsOf('c#', 'en'))
  t.strictSame(termsOf('F# e g++', 'en'), ['f#', 'e', 'g++'])
  t.strictSame(termsOf('.NET .net net', 'it'), ['.net', '.net', 'net'], 'a name with a point is not the word')
  t.strictSame(termsOf('R&D, R & D e Q&A', 'it'), ['r&d', 'r&d', 'q&a'])
})

t.test('spellings of a joined word meet, and other words do not', async (t) => {
  const meeting: [lang: string, ...spellings: string[]][] = [
    ['it', 'Wi-Fi', 'wifi', 'WI-FI', 'wi‑fi', 'Wifi'],
    ['it', 'e-commerce', 'ecommerce', "l'e-commerce", 'l’ecommerce'],
    ['en', 'co-operation', 'cooperation', 'Co-Operation'],
    ['en', 'e-mails', 'email', 'E-mail'],
    ['it', 'on-line', 'online'],
    ['it', 'COVID-19', 'covid19', 'Covid‐19'],
    ['it', 'S.p.A.', 'SpA', 'SPA', 'S.p.a'],
    ['it', 'D.Lgs.', 'DLgs', 'd.lgs'],
    ['en', 'Ph.D.', 'PhD', 'phd'],
    ['it', "dell'U.S.A.", 'USA', 'u.s.a.'],
    ['it', '64-bis', '64bis'],
    ['it', '2.500.000', '2500000', '2,500,000', '2 500 000', '2\u202f500\u202f000'],
    ['it', '1.250,00', '1250', '1,250', '1.250'],
    ['it', '3,5', '3.5'],
    ['en', '1.234,56', '1,234.56'],
    ['en', 'v2.4.1', '2.4.1'],
    ['it', '7°', '7º', '7'],
    ['it', '1ª', '1a'],
    ['en', '21st', '21'],
    ['en', 'Node.js', 'NodeJS'],
    ['en', 'snake_case', 'SnakeCase'],
    ['en', 'TCP/IP', 'tcp-ip'],
    ['it', 'l´istanza', "l'istanza", 'l`istanza', 'lʼistanza', 'istanza'],
    ['it', "citta'", 'città', 'citta`'],
    ['en', 'company´s', 'company'],
  ]
  for (const [lang, first = '', ...others] of meeting) {
    for (const other of others) {
      t.equal(analyzeWhole(other, lang)[0]?.term, analyzeWhole(first, lang)[0]?.term, `${other} is ${first}`)
      t.equal(analyzeWhole(other, lang).length, 1, `${other} is one word`)
    }
  }
  const apart: [one: string, other: string][] = [
    ['24/7', '247'],
    ['2014-2020', '20142020'],
    ['3.12', '312'],
    ['2024/1689', '2024'],
    ['.NET', 'net'],
    ['R&D', 'RD'],
    ['C#', 'C'],
  ]
  for (const [one, other] of apart) t.not(analyze(one, 'it')[0]?.term, analyze(other, 'it')[0]?.term, one)
})

t.test('a joined word has its parts behind it, but for words of grammar', async (t) => {
  const cases: [lang: string, text: string, terms: string[]][] = [
    ['en', 'state-of-the-art', ['stateoftheart', 'state', 'art']],
    ['en', 'a how-to', ['howto']],
    ['en', 'v-if and v-for', ['vif', 'v', 'vfor', 'v']],
    ['it', 'e-mail', ['email', 'mail']],
    ['it', '5G/6G', ['5g6g', '5g', '6g']],
    ['it', 'D.Lgs. 231/2001', ['dlgs', 'lgs', '231/2001', '231', '2001']],
    ['en', 'release 2.4.1', ['releas', '2.4.1', '2', '2.4']],
    ['it', 'art. 6(1)(f)', ['art', '6(1)(f)', '6', '6(1)']],
    ['it', '17.05.2024', ['17.05.2024', '17', '05', '2024']],
    ['it', '2.500 euro', ['2500', 'eur']],
    ['en', 'this and/or that, he/she', []],
    ['en', 'e.g. chips, i.e. semiconductors', ['chip', 'semiconductor']],
    ['en', 'Node.js', ['nodej', 'node', 'js']],
    ['en', 'AT&T', ['at&t']],
    ['en', '#climate', ['#climat', 'climat']],
    ['en', 'IT-based', ['itbas', 'it', 'base']],
  ]
  for (const [lang, text, terms] of cases) t.strictSame(termsOf(text, lang), terms, text)
})

t.test('a text can be read with joined words as wholes or as parts', async (t) => {
  const text = 'A real-time e-mail how-to'
  t.strictSame(
    analyzeWhole(text, 'en').map(({ word }) => word),
    ['real-time', 'e-mail', 'how-to'],
  )
  t.strictSame(
    analyzeParts(text, 'en').map(({ word }) => word),
    ['real', 'time', 'e', 'mail', 'how-to'],
  )
  t.strictSame(analyzeWhole('real-time', 'en')[0]?.parts, ['real', 'time'])
  t.equal(analyzeWhole('2.4.1', 'en')[0]?.parts, undefined, '2 does not say what 2.4.1 says')
  t.strictSame(termsOfUnit('real-time', 'en'), ['realtim'])
  t.strictSame(termsOfUnit('real-time data', 'en'), termsOfUnit('real time data', 'en'))
})

t.test(
  'offsets cut exactly the word out of the text, also where it is written in decomposed form',
  async (t) => {
    const texts: [lang: string, text: string][] = [
      ['it', 'La citta\u0300 perche\u0301 no? Le citta\u0300 dell’universita\u0300, ecco.'],
      ['it', '𝒳 semiconduttori 🚀 e dell’U.E. (l’AI)'],
      ['en', 'The ﬁnance team’s naïve café — “Łódź” & Straße'],
      ['ja', '半導体 と chip'],
    ]
    for (const [lang, text] of texts) {
      let last = 0
      for (const { word, start, end } of analyze(text, lang)) {
        t.equal(text.slice(start, end), word, `${word} in ${text}`)
        t.ok(start >= last, 'in the order of the text')
        last = end
      }
    }
    t.match(analyze('Le citta\u0300 piccole', 'it')[0], { term: 'citt', start: 3, end: 9 })
  },
)

t.test('texts without anything to find have no terms', async (t) => {
  for (const text of ['', '   \n', '… — !?', 'di a da in con su per tra fra', 'x'.repeat(65), '\u0000']) {
    t.strictSame(termsOf(text, 'it'), [], JSON.stringify(text.slice(0, 40)))
  }
  t.strictSame(
    wordsKept(`${'chiave'.repeat(20)} breve`, 'it'),
    ['breve'],
    'only the run of letters is passed over',
  )
  t.equal(wordsKept('x'.repeat(64), 'it').length, 1, '64 letters are still a word')
})

t.test('other languages are folded and nothing more', async (t) => {
  t.strictSame(termsOf('Économie numérique de la Straße', 'fr'), [
    'economie',
    'numerique',
    'de',
    'la',
    'strasse',
  ])
  t.strictSame(termsOf('日本語 IT', 'ja'), ['日本語', 'it'])
  t.strictSame(termsOf('The Offices', 'und'), ['the', 'offices'])
})

t.test('a single word has a term even if it is a stop word, and can be asked whether it is', async (t) => {
  t.equal(termOf('IT', 'en'), 'it')
  t.equal(termOf('U.S.', 'en'), 'us')
  t.equal(termOf('Uffici', 'it'), termOf('ufficio', 'it'))
  const cases: [word: string, lang: string, want: boolean][] = [
    ['della', 'it', true],
    ['Perché', 'it', true],
    ['della', 'en', false],
    ["don't", 'en', true],
    ['don’t', 'en', true],
    ['chip', 'it', false],
    ['the', 'fr', false],
  ]
  for (const [word, lang, want] of cases) t.equal(isStopWord(word, lang), want, `${lang}: ${word}`)
})

t.test('wanted terms are found where all terms are, and no others', async (t) => {
  const directory = new URL('../../seeds/documents/', import.meta.url)
  const seeds = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(`${parentPath}/${name}`, 'utf8'))
  const texts = [
    ...seeds,
    "Dell'UE e dell’ACQUA: l'Ai Act, U.E., C++ e Łódź. Ça va, ﬁne, éCOLE, 5G, IRIS².",
    '',
    '日本語 and ΑΘΗΝΑ',
  ]
  for (const text of texts) {
    for (const lang of ['it', 'en', 'de']) {
      const all = analyze(text, lang)
      const distinct = [...new Set(all.map(({ term }) => term))]
      for (let first = 0; first < distinct.length; first += 25) {
        const wanted = new Set(distinct.slice(first, first + 3))
        t.strictSame(
          termFinder(lang, wanted)(text),
          all.filter(({ term }) => wanted.has(term)),
          `${lang}: ${[...wanted].join(', ')}`,
        )
      }
      t.strictSame(termFinder(lang, new Set(['nowhere', '']))(text), [])
    }
  }
})
