/** Text that many documents of a place share is left out of all but one, however the documents have come. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t, { type Test } from 'tap'
import { readTopics } from '../../cli/installation.ts'
import { liveIndexes } from '../../engine/generation.ts'
import { violations } from '../../engine/invariants.ts'
import { readPlaces } from '../../engine/places.ts'
import { type DocumentRecord, type PassageRecord, passageIds } from '../../engine/schema.ts'
import { allDocuments } from '../../engine/stored-documents.ts'
import { createWriting } from '../../engine/writing.ts'
import { candidatesIn } from '../../indexer/boilerplate/candidates.ts'
import {
  decodeFingerprints,
  encodeFingerprints,
  fingerprintOf,
} from '../../indexer/boilerplate/fingerprints.ts'
import { documentsNeeded } from '../../indexer/boilerplate/shared.ts'
import { beginAnew } from '../../indexer/current.ts'
import { createDescribing, topicsFingerprint } from '../../indexer/describing.ts'
import type { Block } from '../../indexer/document.ts'
import { createThreads } from '../../indexer/drafting/threads.ts'
import { indexPlace, type PlaceOptions } from '../../indexer/place.ts'
import { targetOf } from '../../indexer/places.ts'
import { contentOfBytes } from '../../indexer/read/content.ts'
import { openDocument } from '../../indexer/read/read.ts'
import { appOn, search } from '../helpers/app.ts'
import { openTestEngine } from '../helpers/engine.ts'

const topics = readTopics()
const engine = await openTestEngine(t)
const describing = createDescribing(topics)
const writing = createWriting(engine, { what: 'a test', topics: topicsFingerprint(topics) })
t.teardown(() => writing.close())
const app = await appOn(t, engine)
const signal = new AbortController().signal

const PLACES = ['Alassio', 'Bormio', 'Cefalù', 'Dozza', 'Erice', 'Fermo', 'Gubbio', 'Ivrea', 'Lodi', 'Matera']
const WORKS = [
  (place: string) =>
    `A ${place} il mercato coperto riapre dopo due anni di lavori, con una tettoia nuova e banchi più larghi. I commercianti di ${place} chiedono adesso che la piazza resti chiusa alle automobili il sabato.`,
  (place: string) =>
    `La biblioteca di ${place} presta da quest'anno anche attrezzi da giardino e strumenti musicali. L'idea è nata a ${place} da un gruppo di pensionati che ripara biciclette nel cortile della scuola.`,
  (place: string) =>
    `Il vecchio lavatoio di ${place} è stato ripulito dalle alghe e illuminato con lampade a basso consumo. Chi abita vicino al fiume di ${place} racconta che l'acqua non era così chiara da decenni.`,
]
const NOTICE =
  'Le notizie di questo sito possono essere riprodotte liberamente, purché se ne indichi la provenienza e non se ne alteri il contenuto.'
const INVITATION =
  'Ogni venerdì mandiamo ai nostri abbonati una lettera con le storie della settimana e qualche fotografia inedita.'
const FOOTER = `## Leggi anche\n\n${INVITATION}\n\n## Note legali\n\n${NOTICE}\n`

/** Pages with a text of their own and the same end. */
function pages(count: number, end = FOOTER): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const place = PLACES[index % PLACES.length] as string
      const text = WORKS[Math.floor(index / PLACES.length) % WORKS.length]?.(place)
      return [
        `${String(index).padStart(2, '0')}.md`,
        `# Notizie da ${place}, numero ${index}\n\n${text}\n\n${end}`,
      ]
    }),
  )
}

/** A folder that is a place of its own in an empty index. */
async function emptyPlace(t: Test, name = 'sito') {
  await beginAnew(engine, describing)
  const root = join(t.testdir({ [name]: {} }), name)
  return {
    root,
    write: (files: Record<string, string>): void => {
      for (const [path, content] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true })
        writeFileSync(join(root, path), content)
      }
    },
    remove: (...paths: string[]): void => {
      for (const path of paths) rmSync(join(root, path))
    },
    index: async (options: Partial<PlaceOptions> = {}) =>
      indexPlace(targetOf(root, await readPlaces(engine), false), {
        engine,
        writing,
        describing,
        signal,
        ...options,
      }),
  }
}

/** All documents with their passages, in order of their paths. */
async function stored(): Promise<(DocumentRecord & { texts: PassageRecord[] })[]> {
  const indexes = await liveIndexes(engine)
  if (indexes === undefined) return []
  const found = []
  for await (const document of allDocuments({ engine, indexes, signal })) {
    const { results } = (await engine.read(`indexes/${indexes.passages}/documents/fetch`, {
      ids: passageIds(document.key, document.passages),
      limit: document.passages,
    })) as { results: PassageRecord[] }
    found.push({ ...document, texts: results.sort((a, b) => a.position - b.position) })
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** What must be equal in two indexes of the same files: all but the numbers of changes, and levels of terms. */
async function contents(): Promise<unknown[]> {
  return (await stored()).map(
    ({ revision: _, key: __, addedAt: ___, changedAt: ____, tok, texts, ...document }) => ({
      ...document,
      tok: tok.sort(),
      texts: texts.map(({ id: _, document: __, tok: ___, ...passage }) => passage),
    }),
  )
}

async function textsOf(path: string): Promise<string> {
  const document = (await stored()).find((one) => one.path === path)
  return (document?.texts ?? []).map(({ heading, text }) => [...heading, text].join('\n')).join('\n\n')
}

/** The blocks of a plain text. */
async function blocksOf(text: string): Promise<Block[]> {
  const { read } = await openDocument(contentOfBytes('prova.txt', Buffer.from(text)))
  const blocks: Block[] = []
  for await (const block of read.blocks) blocks.push(block)
  return blocks
}

const totalOf = async (q: string): Promise<number> => (await search(app, { q, words: 'all' })).total.value

const revisions = async (): Promise<Map<string, number>> =>
  new Map((await stored()).map(({ path, revision }) => [path, revision]))

t.test('the footer of a site is found once, its pages by what they say', async (t) => {
  const site = await emptyPlace(t)
  site.write(pages(30))
  const summary = await site.index()
  t.match(summary, { added: 30, changed: 0, documents: 30, boilerplate: { blocks: 4, documents: 29 } })
  t.equal(await totalOf('riprodotte liberamente provenienza'), 1)
  t.equal(await totalOf('abbonati lettera fotografia'), 1)
  t.equal(await totalOf('lavatoio alghe'), 10)
  t.equal(await totalOf('biblioteca Matera'), 1)
  const all = await stored()
  t.ok(
    (await textsOf('00.md')).includes(`Note legali\n${NOTICE}`),
    'the first one keeps it, under its heading',
  )
  for (const { path, texts } of all.slice(1)) {
    const text = texts.map(({ heading, text }) => [...heading, text].join('\n')).join('\n')
    t.notMatch(text, /Leggi anche|Note legali|riprodotte|abbonati/, path)
    t.equal(texts.length, 1)
    for (const { text, start, end } of texts) t.equal(end - start, text.length)
  }
  t.strictSame(await violations(engine, signal), [])

  await t.test('a run that finds nothing new leaves all as it is', async (t) => {
    const before = await revisions()
    t.match(await site.index(), { added: 0, changed: 0, unchanged: 30, boilerplate: undefined })
    t.strictSame(await revisions(), before)
  })

  await t.test('a page that comes later is like the others, which stay as they are', async (t) => {
    const before = await revisions()
    site.write({
      '30.md': `# Il ponte di Orta\n\nIl ponte di legno sul torrente è stato rifatto in tre mesi, e adesso ci passano anche le carrozzine. Gli operai hanno lavorato soprattutto di notte.\n\n${FOOTER}`,
    })
    t.match(await site.index(), { added: 1, changed: 0, unchanged: 30, boilerplate: { documents: 30 } })
    const after = await revisions()
    after.delete('30.md')
    t.strictSame(after, before)
    t.equal(await totalOf('riprodotte liberamente provenienza'), 1)
    t.equal(await totalOf('torrente carrozzine'), 1)
    site.write({ '31.md': (pages(1)['00.md'] as string).replaceAll('Alassio', 'Noto') })
    const touched = new Set([join(site.root, '31.md')])
    t.match(
      await site.index({ touched }),
      { added: 1, unchanged: 31, boilerplate: { documents: 31 } },
      'seen by a watch',
    )
    t.equal(await totalOf('riprodotte liberamente provenienza'), 1)
    site.remove('31.md')
    t.match(await site.index(), { removed: 1, unchanged: 31 })
  })

  await t.test(
    'when the page that keeps it goes, or another comes first, the then first one has it',
    async (t) => {
      site.remove('00.md')
      t.match(await site.index(), { removed: 1, changed: 0, unchanged: 30 })
      t.match(await textsOf('01.md'), NOTICE)
      site.write({ '00.md': pages(1)['00.md'] as string })
      t.match(await site.index(), { added: 1, changed: 0, unchanged: 30 })
      t.match(await textsOf('00.md'), NOTICE)
      t.notMatch(await textsOf('01.md'), NOTICE)
      t.equal(await totalOf('riprodotte liberamente provenienza'), 1)
    },
  )

  await t.test('page by page or at once, the index is the same', async (t) => {
    const one = await contents()
    await beginAnew(engine, describing)
    await site.index()
    t.strictSame(await contents(), one)
  })

  await t.test('where too few pages are left, each has it again', async (t) => {
    site.remove(...Object.keys(pages(30)).slice(0, 12))
    const { boilerplate, changed } = await site.index()
    t.strictSame({ boilerplate, changed }, { boilerplate: undefined, changed: 0 })
    t.equal(await totalOf('riprodotte liberamente provenienza'), 19)
    t.strictSame(await violations(engine, signal), [])
  })
})

t.test('in threads it comes to the same', async (t) => {
  const site = await emptyPlace(t)
  site.write(pages(60))
  await site.index()
  const one = await contents()
  const drafting = createThreads(topics, { count: 2 })
  t.teardown(drafting.close)
  await beginAnew(engine, describing)
  await site.index({ describing: createDescribing(topics, undefined, drafting) })
  t.strictSame(await contents(), one)
})

t.test('ten pages of a site have as much in common as they have', async (t) => {
  const site = await emptyPlace(t)
  site.write(pages(10))
  t.equal((await site.index()).boilerplate, undefined)
  t.equal(await totalOf('riprodotte liberamente provenienza'), 10)
})

t.test('a run that was interrupted before it knew is made good by the next one', async (t) => {
  const site = await emptyPlace(t)
  site.write(pages(30))
  const stop = new AbortController()
  let seen = 0
  const run = site.index({
    signal: stop.signal,
    onProgress: ({ documents }) => {
      seen = documents
      if (documents === 29) stop.abort(new Error('Ctrl-C'))
    },
  })
  await t.rejects(run, /Ctrl-C/)
  t.equal(seen, 29)
  await site.index()
  t.equal(await totalOf('riprodotte liberamente provenienza'), 1)
})

t.test('files with the same content keep all of their names', async (t) => {
  const site = await emptyPlace(t)
  const files = pages(30)
  site.write({ ...files, 'copia/05.md': files['05.md'] as string })
  t.match(await site.index(), { documents: 30, copies: 1, boilerplate: { documents: 29 } })
  const document = (await stored()).find(({ path }) => path === '05.md')
  t.strictSame(
    document?.paths.map(({ path }) => path),
    ['05.md', 'copia/05.md'],
  )
  t.match(await site.index(), { added: 0, changed: 0, removed: 0, unchanged: 31 })
})

t.test('what is said by all pages of a site is not what each of them is about', async (t) => {
  const site = await emptyPlace(t)
  const banner =
    'This website is part of a research programme on artificial intelligence, machine learning and neural networks, and its pages are published with the support of the foundation in London.'
  site.write(pages(30, `${banner}\n`))
  await site.index()
  const [first, ...others] = await stored()
  t.match(first, { topics: ['ai'] }, 'the one that keeps it')
  for (const { path, topics, lang } of others) {
    t.match({ topics, lang }, { topics: ['unclassified'], lang: 'it' }, path)
  }
})

t.test('headings and what a document says by itself stay, however many say the same', async (t) => {
  const clause =
    'Per ogni controversia relativa al presente contratto è competente in via esclusiva il Foro di Cremona, salvo diverso accordo scritto.'
  const cases: [why: string, make: (text: string, index: number) => string, q: string][] = [
    [
      'sections of manual pages with the same names',
      (text) => `# NAME\n\n${text}\n\n# DESCRIPTION\n\n${text.toUpperCase()}\n\n# SEE ALSO\n\n${NOTICE}\n`,
      'description',
    ],
    [
      'a numbered clause',
      (text) => `# Contratto\n\n${text}\n\n14. ${clause}\n\nLetto e firmato.\n`,
      'controversia Cremona',
    ],
    [
      'what stands below the heading of an article',
      (text) => `# Contratto\n\n${text}\n\n## Art. 14 – Foro competente\n\n${clause}\n`,
      'controversia Cremona',
    ],
    [
      'the question of an interview',
      (text) =>
        `# Intervista\n\n${text}\n\nChe cosa consiglierebbe oggi a chi vuole aprire una bottega in un paese di montagna?\n\nDi cominciare.\n`,
      'consiglierebbe bottega',
    ],
    [
      'the header of a table, and a row',
      (text) =>
        `# Spese\n\n${text}\n\n| capitolo di spesa | importo previsto in euro | importo pagato in euro | residuo |\n| --- | --- | --- | --- |\n| manutenzione del verde pubblico e dei viali alberati | 1.000 | 800 | 200 |\n`,
      'capitolo residuo alberati',
    ],
    [
      'what a document begins with, and when it is from',
      (text, index) =>
        `Verbale della seduta ordinaria del Consiglio comunale in prima convocazione\n\nSeduta aperta dal presidente il 3 maggio 2023 alle ore nove\n\n${text} Numero ${index}.\n`,
      'verbale presidente',
    ],
    [
      'short answers',
      (text) => `# Parere\n\n${text}\n\nParere favorevole con prescrizioni.\n`,
      'favorevole prescrizioni',
    ],
    [
      'letters that are little else',
      (_, index) =>
        `Gentile abbonato numero ${index},\n\n${clause}\n\n${NOTICE}\n\n${INVITATION}\n\nLa direzione la ringrazia della fiducia che ci ha dato.\n`,
      'riprodotte provenienza',
    ],
    [
      'contracts of the same wording',
      (text, index) =>
        `# Contratto ${index}\n\n${text.slice(0, 160)}\n\n${clause}\n\n${NOTICE}\n\n${INVITATION}\n\nLe parti si impegnano a mantenere riservate le informazioni di cui vengono a conoscenza.\n`,
      'controversia Cremona',
    ],
  ]
  for (const [why, make, q] of cases) {
    const place = await emptyPlace(t)
    const texts = Array.from({ length: 30 }, (_, index) => {
      const text = WORKS[Math.floor(index / PLACES.length)]?.(PLACES[index % PLACES.length] as string) ?? ''
      return [`${index}.md`, make(text, index)]
    })
    place.write(Object.fromEntries(texts))
    await place.index()
    t.equal(await totalOf(q), 30, why)
  }
})

t.test('rows of a table share values, mails of a mailbox their disclaimer', async (t) => {
  const place = await emptyPlace(t, 'ufficio')
  const answer =
    'Domanda accolta con riserva di verifica dei requisiti dichiarati dal richiedente entro sessanta giorni.'
  const rows = PLACES.flatMap((town) => [0, 1, 2].map((number) => `Pratica ${town} ${number},"${answer}"`))
  place.write({ 'pratiche.csv': `title,text\n${rows.join('\n')}\n` })
  await place.index()
  t.equal(await totalOf('accolta riserva verifica requisiti'), 30)

  const disclaimer =
    'Il contenuto di questo messaggio è riservato ai destinatari indicati. Chi lo riceve per errore è pregato di avvisare il mittente e di cancellarlo, senza farne copia né comunicarlo ad altri.'
  const mails = Object.keys(pages(30)).map((_, index) => {
    const town = PLACES[index % PLACES.length] as string
    return `From ufficio@esempio.it Mon May  1 10:00:00 2023\nFrom: Ufficio tecnico <ufficio@esempio.it>\nTo: tutti@esempio.it\nSubject: Sopralluogo ${town} ${index}\nDate: Mon, 1 May 2023 10:00:00 +0200\nMessage-ID: <${index}@esempio.it>\nContent-Type: text/plain; charset=utf-8\n\n${WORKS[index % 3]?.(town)}\n\nSaluti cordiali\n\n${disclaimer}\n`
  })
  place.write({ 'posta.mbox': mails.join('\n') })
  t.match(await place.index(), { added: 30, boilerplate: { blocks: 1, documents: 29 } })
  t.equal(await totalOf('riservato destinatari cancellarlo mittente'), 1)
  t.equal(await totalOf('sopralluogo'), 30)
  t.match(await place.index(), { added: 0, changed: 0, unchanged: 60 })
})

t.test('how many documents must have a block', (t) => {
  for (const [documents, ofFrame, between] of [
    [19, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [20, 10, 10],
    [50, 10, 10],
    [100, 20, 20],
    [250, 50, 50],
    [1000, 50, 200],
    [5000, 50, 1000],
    [200_000, 2000, 40_000],
  ] as const) {
    t.equal(documentsNeeded(documents, true), ofFrame, `${documents}, frame`)
    t.equal(documentsNeeded(documents, false), between, `${documents}, between`)
  }
  t.end()
})

t.test('fingerprints come back as they were stored, each once', (t) => {
  const some = [NOTICE, INVITATION, NOTICE].map((text, index) => fingerprintOf(text, index === 1))
  t.strictSame(
    decodeFingerprints(encodeFingerprints(some)),
    [...new Set(some)].sort((a, b) => a - b),
  )
  t.equal(fingerprintOf(NOTICE.toUpperCase().replaceAll(' ', '\n '), false), fingerprintOf(NOTICE, false))
  t.not(fingerprintOf(NOTICE, true), fingerprintOf(NOTICE, false), 'the same in the middle is another')
  t.end()
})

t.test('what may be boilerplate and what is a document’s own', async (t) => {
  const own =
    'Il consiglio ha discusso a lungo della strada che porta al mulino, senza arrivare a una decisione.'
  const cases: [why: string, text: string, isCandidate: boolean][] = [
    ['a notice', NOTICE, true],
    ['a disclaimer in English', 'This message is intended only for the person it is addressed to.', true],
    ['an invitation to do something', 'Leggi anche', true],
    ['a short answer', 'Approvato all’unanimità dei presenti.', false],
    ['a numbered clause', `7.2 ${NOTICE}`, false],
    ['a clause with a letter', `b) ${NOTICE}`, false],
    ['an article', `Art. 12. ${NOTICE}`, false],
    ['a question', 'Che cosa direbbe oggi a un giovane che vuole fare il suo mestiere?', false],
    [
      'what introduces a list',
      'La Giunta, visto il parere favorevole degli uffici, delibera quanto segue:',
      false,
    ],
    ['a day', 'Aggiornato dalla redazione il giorno 3 maggio 2023 alle ore dieci e trenta', false],
    [
      'a row of a table',
      'manutenzione del verde | mille euro | ottocento euro | duecento euro ancora',
      false,
    ],
    ['a line of a program', 'static int open_file(const char *name, int flags, int mode, int user);', false],
  ]
  for (const [why, text, isCandidate] of cases) {
    const blocks = await blocksOf(`${own}\n\n${text}\n\n${own}\n`)
    const found = [...candidatesIn(blocks).keys()].some((block) => block.text.startsWith(text.slice(0, 20)))
    t.equal(found, isCandidate, why)
  }
})
