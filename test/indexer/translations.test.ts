/** Which documents are taken for translations of each other, and which are not. */
import { readFileSync } from 'node:fs'
import t from 'tap'
import { packagedLexicon } from '../../cli/lexicon/files.ts'
import { documentId } from '../../indexer/record.ts'
import { joinTranslations, type Link, MAX_VERSIONS } from '../../indexer/translations/join.ts'
import { keptPairs } from '../../indexer/translations/kept.ts'
import { isNumber, markOf, NO_MARK } from '../../indexer/translations/marks.ts'
import { matchTranslations } from '../../indexer/translations/match.ts'
import { createDirectory, resolveNamed } from '../../indexer/translations/named.ts'
import {
  completeSignature,
  createSignature,
  SAMPLE_SIZE,
  signatureOf,
} from '../../indexer/translations/signature.ts'
import { createTermNumbers } from '../../indexer/translations/term-numbers.ts'
import { analyze } from '../../language/analyzer.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { parseLexicon } from '../../language/bridge/lexicon.ts'

const bridge = createBridge([parseLexicon(readFileSync(packagedLexicon.path, 'utf8'), 'it', 'en', 'it-en')])

type Text = { name: string; lang: string; date?: string; text: string }

function sign({ name, lang, date, text }: Text, termNumbers = createTermNumbers(bridge)) {
  const builder = createSignature({ lang, path: `${lang}/${name}.md` })
  const terms = new Set<string>()
  for (const passage of text.split('\n\n')) {
    const found = analyze(passage, lang)
    for (const { term } of found) terms.add(term)
    builder.add(found)
  }
  // As it comes back from where it was stored.
  const complete = completeSignature(builder.parts(), terms, (term) => bridge.knows(lang, term))
  const { signature } = JSON.parse(JSON.stringify(complete)) as typeof complete
  const day = date === undefined ? {} : { date: Date.parse(date) / 1000 }
  return signatureOf({ lang, ...day }, signature, termNumbers)
}

/** Names of the texts that are recognized as translations of each other. */
async function pairsOf(
  texts: readonly Text[],
  needs = (_place: number, _lang: string) => true,
): Promise<string[]> {
  const termNumbers = createTermNumbers(bridge)
  const signatures = texts.map((text) => sign(text, termNumbers))
  const pairs = await matchTranslations(signatures, termNumbers, { needs, pause: async () => {} })
  return pairs.map(({ first, second }) => [texts[first]?.name, texts[second]?.name].join(' = '))
}

const accordo: Text = {
  name: 'accordo',
  lang: 'it',
  date: '2022-05-12',
  text: `A Tokyo nasce il partenariato digitale

L’Unione europea e il Giappone lavoreranno insieme sulle tecnologie digitali. Lo hanno annunciato giovedì nella capitale giapponese il primo ministro Fumio Kishida, la presidente della Commissione Ursula von der Leyen e il presidente del Consiglio europeo Charles Michel, alla fine del vertice annuale.

Il partenariato riguarda i semiconduttori, le reti mobili, il calcolo ad alte prestazioni, l’intelligenza artificiale e la sicurezza informatica. Ogni anno un consiglio di ministri ne verificherà i risultati: il primo si terrà nel 2023. Un gruppo di 25 esperti preparerà le norme comuni.

Una parte importante è dedicata ai dati. Dal 2019 le informazioni personali circolano liberamente fra le due economie, che insieme contano 570 milioni di abitanti. Ora Bruxelles e Tokyo vogliono estendere la fiducia reciproca ai pagamenti, alle firme elettroniche e ai contratti fra imprese.

I leader hanno parlato anche della guerra in Ucraina. Hanno condannato l’aggressione della Russia, promesso altre sanzioni e discusso come ridurre la dipendenza dal gas di Mosca.`,
}
const agreement: Text = {
  name: 'agreement',
  lang: 'en',
  date: '2022-05-13',
  text: `A digital partnership is born in Tokyo

The European Union and Japan are going to work together on digital technologies. This was announced on Thursday in the Japanese capital by Prime Minister Fumio Kishida, the President of the Commission, Ursula von der Leyen, and the President of the European Council, Charles Michel, at the end of the annual summit.

The partnership is about semiconductors, mobile networks, high-performance computing, artificial intelligence and cybersecurity. A council of ministers will check the results every year; the first will be held in 2023. A group of 25 experts will prepare common standards.

An important part is devoted to data. Personal information has moved freely between the two economies, which together have 570 million inhabitants, since 2019. Brussels and Tokyo now want to extend mutual trust to payments, electronic signatures and contracts between companies.

The leaders spoke about the war in Ukraine too. They condemned the aggression of Russia, promised more sanctions and discussed how to reduce dependence on gas from Moscow.`,
}
/** The same summit, by somebody else. */
const guerra: Text = {
  name: 'guerra',
  lang: 'it',
  date: '2022-05-12',
  text: `Kishida: la sicurezza dell’Europa è anche la nostra

Doveva essere il vertice del digitale, è stato quello della guerra. A Tokyo Charles Michel e Ursula von der Leyen hanno trovato un alleato deciso: Fumio Kishida ha detto che l’invasione dell’Ucraina scuote le fondamenta dell’ordine internazionale, in Asia come in Europa.

Il Giappone ha congelato i beni di 140 oligarchi e di sette banche, ha espulso otto diplomatici e rinuncerà al carbone russo. Sul petrolio andrà più piano, perché importa quasi tutta l’energia che consuma. Von der Leyen ha definito Mosca la minaccia più diretta alla pace.

Si è discusso della Cina, che i tre hanno invitato a non aiutare la Russia ad aggirare le sanzioni, e della Corea del Nord, dopo i 16 missili lanciati da gennaio. Michel visiterà domani Hiroshima con i sopravvissuti alla bomba del 1945.

Resta il partenariato sulle tecnologie digitali: semiconduttori, reti mobili, intelligenza artificiale. I ministri si vedranno nel 2023, ma di soldi per ora non si parla.`,
}
const war: Text = {
  name: 'war',
  lang: 'en',
  date: '2022-05-12',
  text: `Europe courts Japan with chips and cables

When Ursula von der Leyen and Charles Michel landed in Tokyo, officials had spent months on a list of technologies that neither side wants to buy from China. The digital partnership signed on Thursday with Prime Minister Fumio Kishida is the result: eleven pages, and no budget.

Semiconductors come first. Europe makes one chip in ten, Japan used to make one in two, and both now subsidise new factories. Engineers would exchange data on shortages, and warn each other before ports close. On mobile networks, NEC and Nokia hope for joint orders in Africa.

Artificial intelligence will be harder. Tokyo prefers guidelines to laws, while Brussels is about to regulate; the ministers who meet in 2023 may have to agree to differ. Diplomats expect quicker progress on submarine cables through the Arctic, where a route of 14,000 kilometres is being surveyed.

Ukraine was discussed over lunch. Mr Kishida repeated that Japan would join every sanction on Russia, although oil from Sakhalin was a different matter.`,
}

t.test('a translation is recognized, and only a translation', async (t) => {
  const cases: [why: string, texts: Text[], want: string[]][] = [
    ['an article and its translation', [accordo, agreement], ['agreement = accordo']],
    ['whatever else there is about the event', [guerra, accordo, war, agreement], ['agreement = accordo']],
    ['articles about the same event', [accordo, guerra, war], []],
    ['articles about the same event, the other way', [agreement, guerra, war], []],
    ['the same article in one language', [accordo, { ...accordo, name: 'copia' }], []],
    [
      'two copies, of which neither is the better one',
      [accordo, agreement, { ...agreement, name: 'copy' }],
      [],
    ],
    ['undated', [{ ...accordo, date: '' }, agreement].map(undated), ['agreement = accordo']],
    [
      'a month later, but every word of it',
      [accordo, { ...agreement, date: '2022-06-20' }],
      ['agreement = accordo'],
    ],
    ['a year later', [accordo, { ...agreement, date: '2023-05-12' }], []],
    ['the first half of it', [accordo, { ...agreement, text: agreement.text.slice(0, 700) }], []],
    [
      'a title',
      [
        { ...accordo, text: 'Il vertice di Tokyo' },
        { ...agreement, text: 'The Tokyo summit' },
      ],
      [],
    ],
    [
      'nothing',
      [
        { ...accordo, text: '' },
        { ...agreement, text: '' },
      ],
      [],
    ],
    ['a language without lexicon', [accordo, { ...agreement, lang: 'de' }], []],
  ]
  for (const [why, texts, want] of cases) {
    t.strictSame(await pairsOf(texts), want, why)
    t.strictSame(await pairsOf(texts.toReversed()), want, `${why}, in another order`)
  }
  const settled = await pairsOf([accordo, agreement], (place) => place !== 0)
  t.strictSame(settled, [], 'a document whose translation is known is not looked at')
})

/** A bulletin as it comes out every month, with other figures. */
function bulletin(lang: string, month: number, figures: readonly number[]): Text {
  const [a, b, c, d, e, f] = figures
  const date = `2024-0${month}-15`
  return lang === 'it'
    ? {
        name: `bollettino ${month}`,
        lang,
        date,
        text: `I prezzi dell’energia sono scesi del ${a} per cento rispetto al mese precedente, secondo l’istituto di statistica. Le famiglie hanno pagato in media ${b} euro per l’elettricità e ${c} euro per il gas naturale. La produzione industriale è cresciuta nelle regioni del nord, mentre nel mezzogiorno è rimasta stabile. Le esportazioni verso la Germania e la Francia valgono ${d} milioni di euro, le importazioni ${e} milioni. Gli occupati sono ${f} mila in più, soprattutto giovani e donne con un contratto a tempo indeterminato. Il prossimo bollettino conterrà anche i dati sul turismo, sui trasporti e sulle piccole imprese.`,
      }
    : {
        name: `bulletin ${month}`,
        lang,
        date,
        text: `Energy prices have fallen by ${a} per cent compared with the previous month, according to the institute of statistics. Families paid on average ${b} euros for electricity and ${c} euros for natural gas. Industrial production grew in the northern regions, while in the south it remained stable. Exports to Germany and France are worth ${d} million euros, imports ${e} million. There are ${f} thousand more people employed, above all young people and women with a permanent contract. The next bulletin will also contain data on tourism, transport and small companies.`,
      }
}

t.test('of texts that differ only in their figures those with the same are translations', async (t) => {
  const figures = [4, 5, 6, 7].map((month) =>
    Array.from({ length: 6 }, (_, index) => 11 + month * 37 + index * 13),
  )
  const months = (lang: string) => figures.map((of, index) => bulletin(lang, index + 4, of))
  const own = [4, 5, 6, 7].map((month) => `bulletin ${month} = bollettino ${month}`)
  t.strictSame((await pairsOf([...months('it'), ...months('en')])).sort(), own)
  t.strictSame((await pairsOf([...months('it'), ...months('en')].map(undated))).sort(), own, 'undated')
  const later = [...months('it').slice(0, 2), ...months('en').slice(2)]
  t.strictSame(await pairsOf(later), [], 'other months')
  t.strictSame(await pairsOf(later.map(undated)), [], 'other months, undated')
})

function undated({ date: _, ...text }: Text): Text {
  return text
}

t.test('where few have come, pairs are looked for that have one of them', async (t) => {
  const texts = [guerra, accordo, war, agreement]
  const nameOf = (place: number): string => texts[place]?.name ?? ''
  const cases: [why: string, meant: string[], want: string[]][] = [
    ['the Italian one has come', ['accordo'], ['agreement = accordo']],
    ['the English one has come', ['agreement'], ['agreement = accordo']],
    ['others have come', ['guerra', 'war'], []],
    ['none has come', [], []],
  ]
  const termNumbers = createTermNumbers(bridge)
  const signatures = texts.map((text) => sign(text, termNumbers))
  for (const [why, meant, want] of cases) {
    const pairs = await matchTranslations(signatures, termNumbers, {
      needs: () => true,
      pause: async () => {},
      isMeant: (place) => meant.includes(nameOf(place)),
    })
    const names = pairs.map(({ first, second }) => `${nameOf(first)} = ${nameOf(second)}`)
    t.strictSame(names, want, why)
  }
})

t.test('pairs of documents that nothing has happened to stay', (t) => {
  const documents = [
    { id: 'contratto', translations: ['contract'] },
    { id: 'contract', translations: ['contratto'] },
    { id: 'bando', translations: ['call'] },
    { id: 'call', translations: ['bando'] },
    { id: 'orario', translations: [] },
    { id: 'verbale', translations: ['minutes'] },
    { id: 'minutes', translations: [] },
  ]
  const cases: [why: string, touched: string[], links: [number, number][], open: string[]][] = [
    [
      'nothing has come',
      [],
      [
        [0, 1],
        [2, 3],
      ],
      ['verbale'],
    ],
    ['one has changed', ['bando'], [[0, 1]], ['bando', 'call', 'verbale']],
    [
      'one has come',
      ['orario'],
      [
        [0, 1],
        [2, 3],
      ],
      ['orario', 'verbale'],
    ],
    [
      'one that is none of these has gone',
      ['lettera'],
      [
        [0, 1],
        [2, 3],
      ],
      ['verbale'],
    ],
  ]
  for (const [why, touched, links, open] of cases) {
    const kept = keptPairs(documents, new Set(touched))
    t.strictSame(kept.links, links, why)
    t.strictSame(
      [...kept.open].map((place) => documents[place]?.id),
      open,
      why,
    )
  }
  const without = documents.filter(({ id }) => id !== 'contract')
  const kept = keptPairs(without, new Set(['contract']))
  t.strictSame(kept.links, [[1, 2]])
  t.ok(kept.open.has(0), 'whose translation has gone may find another one')
  t.end()
})

t.test('a mark is what translations write the same', async (t) => {
  const same: [word: string, other: string][] = [
    ['18', '18th'],
    ['2024', '2024'],
    ['Kishida', 'KISHIDA'],
    ['Malmö', 'Malmo'],
    ['5G', '5g'],
    ['IRIS²', 'Iris2'],
  ]
  for (const [word, other] of same) t.equal(markOf(word), markOf(other), `${word} is ${other}`)
  for (const word of ['energia', 'a', 'A', '7', '000', 'città', '½']) t.equal(markOf(word), NO_MARK, word)
  t.ok(isNumber(markOf('2024')))
  t.notOk(isNumber(markOf('NIS2')))
  t.not(markOf('2023'), markOf('2024'))
})

t.test('a signature stays small, and samples of the same set are the same', async (t) => {
  const words = Array.from({ length: 3000 }, (_, index) => `Nome${index} ${index + 10}`)
  const long = sign({ name: 'a', lang: 'it', text: words.join(' ') })
  const reversed = sign({ name: 'a', lang: 'it', text: words.toReversed().join('\n\n') })
  t.equal(long.names.length, SAMPLE_SIZE)
  t.equal(long.numbers.length, SAMPLE_SIZE)
  t.strictSame(long.names, reversed.names)
  t.strictSame(long.numbers, reversed.numbers)
  t.equal(long.length, reversed.length)
  const other = sign({ name: 'a', lang: 'en', text: '' })
  t.strictSame(
    other.names,
    sign({ name: 'a', lang: 'it', text: '' }).names,
    'it/a.md and en/a.md are one name',
  )
})

t.test('named translations are found by path and by id', async (t) => {
  const directory = createDirectory()
  const ids = ['nis2', 'en/ai.md', 'it/ai.md', 'it/doppio.md', 'it/doppio.md\n2'].map(documentId)
  const paths = ['en/nis2.md', 'en/ai.md', 'it/ai.md', 'it/doppio.md', 'it/doppio.md']
  for (const [index, path] of paths.entries()) directory.add({ id: ids[index] ?? '', paths: [{ path }] })
  const cases: [name: string, found: number[] | RegExp][] = [
    ['nis2', [0]],
    ['en/nis2.md', [0]],
    ['./en/nis2.md', [0]],
    ['/en/ai.md', [1]],
    ['en//ai.md', [1]],
    ['it/../en/ai.md', [1]],
    [documentId('en/ai.md'), [1]],
    ['it/ai.md', /"it\/ai\.md" ignored: it is the document itself/],
    ['it/doppio.md', /2 documents have this path or id/],
    ['en/mancante.md', /"en\/mancante\.md" ignored: no indexed document has this path or id/],
    ['../../etc/passwd', /no indexed document/],
    ['', /no indexed document/],
  ]
  for (const [name, want] of cases) {
    const { links, remarks } = resolveNamed([{ place: 2, path: 'it/ai.md', names: [name] }], directory)
    if (want instanceof RegExp) {
      t.strictSame(links, [], name)
      t.match(remarks, [{ path: 'it/ai.md', remark: want }], name)
    } else {
      t.strictSame(
        links,
        want.map((other) => [2, other]),
        name,
      )
      t.strictSame(remarks, [], name)
    }
  }
})

t.test('links go both ways, and on to other languages', async (t) => {
  const langs = ['it', 'en', 'de', 'en', 'und', 'it']
  const cases: [why: string, links: Link[], want: Record<number, number[]>][] = [
    ['none', [], {}],
    ['one direction is enough', [[0, 1]], { 0: [1], 1: [0] }],
    [
      'both say so',
      [
        [0, 1],
        [1, 0],
      ],
      { 0: [1], 1: [0] },
    ],
    [
      'three languages',
      [
        [0, 1],
        [0, 2],
      ],
      { 0: [1, 2], 1: [0, 2], 2: [0, 1] },
    ],
    [
      'a chain',
      [
        [0, 1],
        [1, 2],
      ],
      { 0: [1, 2], 1: [0, 2], 2: [0, 1] },
    ],
    [
      'two versions in one language',
      [
        [0, 1],
        [0, 3],
      ],
      { 0: [1, 3], 1: [0], 3: [0] },
    ],
    ['what is said goes, whatever the languages', [[0, 5]], { 0: [5], 5: [0] }],
    [
      'an unknown language may be any',
      [
        [0, 4],
        [0, 1],
      ],
      { 0: [1, 4], 1: [0], 4: [0] },
    ],
    [
      'two groups',
      [
        [0, 1],
        [2, 3],
      ],
      { 0: [1], 1: [0], 2: [3], 3: [2] },
    ],
  ]
  for (const [why, links, want] of cases) {
    const { translations, tooMany } = joinTranslations(links, (place) => langs[place] ?? '')
    const found = [...translations].map(([place, others]) => [place, [...others].sort((a, b) => a - b)])
    t.strictSame(Object.fromEntries(found), want, why)
    t.strictSame(tooMany, [], why)
  }
  const hub = Array.from({ length: MAX_VERSIONS }, (_, index): Link => [0, index + 1])
  const { translations, tooMany } = joinTranslations([...hub, [100, 101]], () => 'it')
  t.strictSame([...translations.keys()], [100, 101], 'a document that too many name is a mistake')
  t.strictSame(
    tooMany.map((group) => group.length),
    [MAX_VERSIONS + 1],
  )
})
