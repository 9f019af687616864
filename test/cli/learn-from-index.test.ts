/** What indexing learns by itself: from which documents, when it lets go of it, and that the index never suffers. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { evenly } from '../../cli/learn/evenly.ts'
import { type LearnFromIndexOptions, learnedLines, learnFromIndex } from '../../cli/learn/from-index.ts'
import { INDEX_NAME, lexiconPath, readLexicons } from '../../cli/lexicon/files.ts'
import { readBuild } from '../../engine/generation.ts'
import { createBridge } from '../../language/bridge/bridge.ts'
import { type Files, indexDocuments, openTestEngine } from '../helpers/engine.ts'
import { makeProgram } from './program.ts'

const program = await makeProgram(t)

/** The workshops of a valley: *gualchiera* and *fulling mill* are in no lexicon of ours, the others mostly are. */
const PLACES = [
  ['La segheria', 'The sawmill'],
  ['La gualchiera', 'The walkmill'],
  ['Il frantoio', 'The oil press'],
  ['La fornace', 'The kiln'],
] as const
const EVENTS = [
  ['lavora da ottobre a marzo', 'works from October to March'],
  ['è stata restaurata dal comune', 'was restored by the town'],
  ['accoglie le scuole ogni martedì', 'welcomes schools every Tuesday'],
  ['prende l’acqua dal torrente', 'takes its water from the stream'],
] as const

/** A document and its translation for each town, each of sixteen sentences. */
function valley(towns: readonly string[], isTranslated = true): Files {
  const text = (column: 0 | 1, town: string): string =>
    PLACES.flatMap((place) =>
      EVENTS.map((event) => `${place[column]} ${column === 0 ? 'di' : 'of'} ${town} ${event[column]}.`),
    ).join(' ')
  const files: Files = {}
  for (const town of towns) {
    const named = isTranslated ? `translations: [en/${town}.md]\n` : ''
    files[`it/${town}.md`] = `---\nlang: it\n${named}---\n\n# I mulini di ${town}\n\n${text(0, town)}\n`
    files[`en/${town}.md`] = `---\nlang: en\n---\n\n# The mills of ${town}\n\n${text(1, town)}\n`
  }
  return files
}

const TOWNS = ['Asiago', 'Bormio', 'Cavalese', 'Dobbiaco', 'Edolo', 'Feltre', 'Gorizia', 'Iseo']

async function place(t: Test) {
  const dataDir = t.testdir({})
  const engine = await openTestEngine(t)
  const learn = (options: Partial<LearnFromIndexOptions> = {}) =>
    learnFromIndex({ engine, dataDir, learns: true, signal: new AbortController().signal, ...options })
  return { dataDir, engine, learn, path: lexiconPath(dataDir, INDEX_NAME) }
}

t.test('what translations teach is a lexicon of its own, as new as the index', async (t) => {
  const { dataDir, engine, learn, path } = await place(t)
  t.match(await learn(), { entries: 0, documents: 0 }, 'nothing is indexed yet')

  await indexDocuments(engine, valley(TOWNS))
  const learned = await learn()
  t.match(learned, { documents: 8, pairs: Number, problem: undefined })
  t.ok(learned.entries > 5 && learned.pairs >= 120)
  t.strictSame(learnedLines(learned), [
    `Learned ${learned.entries} pairs of words from 8 translated documents.`,
  ])
  const text = readFileSync(path, 'utf8')
  t.match(
    text,
    /^# it ⇥ en\. Learned from \d+ pairs of sentences of 8 translated documents of this index\.$/m,
  )
  t.match(text, /^# via: learned$/m)

  const { lexicons, problems } = readLexicons(dataDir)
  t.strictSame(problems, [])
  const own = lexicons.find(({ name }) => name === INDEX_NAME)
  t.match(own, { via: 'learned', isOfIndex: true })
  const entry = own?.entries.find(({ source, target }) => source === 'gualchiera' && target === 'walkmill')
  t.match(entry, { times: 32, evidence: /^seen 32 times, first in pairs it\/Asiago\.md:\d+, / })
  const [unit] = createBridge(lexicons).unitsAt('it', ['gualchier'], 0)
  t.match(unit?.translations[0], { word: 'walkmill', via: 'learned', times: 32 }, 'it is in use')

  await learn()
  t.equal(readFileSync(path, 'utf8'), text, 'the same documents teach the same')

  await indexDocuments(engine, valley(TOWNS.slice(1)))
  t.match(await learn(), { documents: 7 })
  t.notMatch(readFileSync(path, 'utf8'), /Asiago/, 'what is gone is forgotten')
  t.strictSame(readdirSync(join(dataDir, 'lexicon')), [`${INDEX_NAME}.tsv`], 'nothing else is left behind')

  await indexDocuments(engine, valley(TOWNS, false))
  const none = await learn()
  t.match(none, { entries: 0, documents: 0 })
  t.strictSame(learnedLines(none), [], 'nothing is said where there is nothing to say')
  t.notOk(existsSync(path), 'without translations there is no lexicon')
})

t.test('what was learned goes where it should not be learned, or there is too little', async (t) => {
  const { engine, learn, path } = await place(t)
  await indexDocuments(engine, valley(TOWNS))
  await learn()
  t.ok(existsSync(path))
  t.match(await learn({ learns: false }), { entries: 0, documents: 0, pairs: 0 })
  t.notOk(existsSync(path), 'LEARN=off')

  await learn()
  await indexDocuments(engine, valley(['Asiago']))
  const little = await learn()
  t.match(little, { entries: 0, documents: 1 })
  t.match(learnedLines(little), [
    /^Nothing was learned from 1 translated document: 1[67] pairs of sentences are too few, \d+ are needed\.$/,
  ])
  t.notOk(existsSync(path), 'one document')
})

t.test('whatever becomes of learning, index and lexicon stay', async (t) => {
  const { dataDir, engine, learn, path } = await place(t)
  await indexDocuments(engine, valley(TOWNS))
  await learn()
  const [before, build] = [readFileSync(path, 'utf8'), await readBuild(engine)]

  const interrupted = await learn({ signal: AbortSignal.abort() })
  t.match(interrupted, { entries: 0, problem: 'interrupted' })
  t.strictSame(learnedLines(interrupted), [
    'Learning from translations was interrupted; the index is complete.',
  ])
  const blocked = join(dataDir, 'a file')
  writeFileSync(blocked, '')
  const failed = await learn({ dataDir: blocked })
  t.match(learnedLines(failed), [/^Nothing was learned from translations, the index is complete: .*a file/])
  t.equal(readFileSync(path, 'utf8'), before)
  t.strictSame(await readBuild(engine), build)
})

t.test('bifora index learns, and says so in a line', { skip: program.skip }, async (t) => {
  const root = t.testdir({ data: {}, documents: { it: {}, en: {} } })
  for (const [path, text] of Object.entries(valley(TOWNS))) writeFileSync(join(root, 'documents', path), text)
  const index = (env: Record<string, string>, ...args: string[]) =>
    program.run(['index', join(root, 'documents'), ...args], {
      env: { DATA_DIR: join(root, 'data'), ...env },
    })
  const path = lexiconPath(join(root, 'data'), INDEX_NAME)
  t.match(await index({}), {
    code: 0,
    stdout:
      /^Indexed .*16 documents .*\n.*pairs of translations.*\nLearned \d+ pairs of words from 8 translated documents\.\n$/,
  })
  t.ok(existsSync(path))
  const asJson = await index({}, '--rebuild', '--json')
  t.match(JSON.parse(asJson.stdout), {
    places: [{ documents: 16 }],
    learned: { documents: 8, entries: Number },
  })
  const off = await index({ LEARN: 'off' }, '--rebuild')
  t.notMatch(off.stdout, /learned/i)
  t.notOk(existsSync(path))
})

t.test('of many documents some are chosen, evenly spread', async (t) => {
  const numbers = Array.from({ length: 100 }, (_, index) => index)
  t.strictSame(
    evenly(numbers, () => 1, 200),
    numbers,
    'all that fit',
  )
  t.strictSame(
    evenly(numbers, () => 1, 4),
    [24, 49, 74, 99],
  )
  const long = evenly(numbers, (number) => (number % 10 === 0 ? 91 : 1), 500)
  const size = long.reduce((sum, number) => sum + (number % 10 === 0 ? 91 : 1), 0)
  t.ok(size > 400 && size <= 500, `a long one counts as much as it is: ${size}`)
  t.strictSame(
    evenly([], () => 1, 4),
    [],
  )
})
