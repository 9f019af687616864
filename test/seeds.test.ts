/** The sample corpus: it indexes cleanly, is well described, and answers the questions that come with it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { installationDir, readTopics, sampleDocuments } from '../cli/installation.ts'
import { analyze } from '../language/analyzer.ts'
import { appOn, type DocumentResponse, get, pathsOf, search } from './helpers/app.ts'
import { indexFolder, openTestEngine } from './helpers/engine.ts'

/** A question with the documents that answer it, by language: all of them, and those that must be found. */
type Question = {
  id: string
  lang: 'it' | 'en'
  q: string
  relevant: Record<'it' | 'en', string[]>
  core: Record<'it' | 'en', string[]>
}
const questions = readFileSync(join(installationDir, 'seeds', 'queries.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Question => JSON.parse(line))
const topics = readTopics()
/** They do not say when they were written, as some sources do not. */
const UNDATED = ['it/competenze-digitali-facilitazione.md', 'it/robotica-regolamento-macchine.md']

const engine = await openTestEngine(t)
const summary = await indexFolder(engine, sampleDocuments, { topics })
const app = await appOn(t, engine)
const { results: all } = await search(app, { size: 100 })

t.test('it indexes without a remark', async (t) => {
  t.strictSame(summary.skipped, [])
  t.strictSame(summary.warnings, [])
  t.strictSame([summary.documents, all.length], [40, 40])
  t.strictSame(summary.languages, { it: 20, en: 20 })
})

t.test('every document is described', async (t) => {
  const ids = new Set(all.map(({ id }) => id))
  for (const { id, path, title, lang, date, source, url, topics } of all) {
    t.ok(title.length > 5, `${path} has a title`)
    t.equal(lang, path.slice(0, 2), `${path} is in the language of its directory`)
    const file = readFileSync(join(sampleDocuments, path), 'utf8')
    const saysWho = file.startsWith('---') || /^(Fonte|Source): /m.test(file)
    t.equal(source !== null, saysWho, `${path} has a source where it says so`)
    t.equal(url !== null, /^url: /m.test(file), `${path} has an address where it says so`)
    t.equal(date === null, UNDATED.includes(path), `${path} has a date`)
    t.ok(topics.length > 0, `${path} has a topic`)
    const { body } = await get<DocumentResponse>(app, `/v1/documents/${id}`)
    for (const translation of body.translations) {
      t.ok(ids.has(translation.id), `${path}: its translations are there`)
    }
  }
})

t.test('the topics are well formed', async (t) => {
  t.equal(new Set(topics.map(({ id }) => id)).size, topics.length, 'ids are distinct')
  for (const { id, labels, wordings } of topics) {
    t.match(id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
    for (const lang of ['it', 'en'] as const) {
      t.ok(labels[lang].length > 0, `${id} has a name in ${lang}`)
      t.ok(wordings[lang].length > 0, `${id} has wordings in ${lang}`)
      t.strictSame(
        wordings[lang].filter((wording) => analyze(wording, lang).length === 0),
        [],
        `${id}: its wordings can be found`,
      )
      t.equal(new Set(wordings[lang]).size, wordings[lang].length, `${id}: no wording twice`)
    }
    const count = all.filter((hit) => hit.topics.some((topic) => topic.id === id)).length
    t.ok(count > 0, `${id} has a document`)
  }
})

t.test('the questions name documents that are there', async (t) => {
  const paths = new Set(all.map(({ path }) => path))
  t.equal(new Set(questions.map(({ id }) => id)).size, questions.length)
  for (const { id, relevant, core } of questions) {
    for (const lang of ['it', 'en'] as const) {
      t.ok(
        relevant[lang].every((path) => paths.has(path)),
        id,
      )
      t.ok(
        core[lang].every((path) => relevant[lang].includes(path)),
        `${id}: the core is part of the relevant`,
      )
    }
  }
})

t.test('every question finds its answers among the first ten, in its own language', async (t) => {
  for (const { id, lang, q, core } of questions) {
    const found = await pathsOf(app, { q, lang, size: 10 })
    t.strictSame(
      core[lang].filter((path) => !found.includes(path)),
      [],
      `${id} "${q}" misses nothing`,
    )
  }
})
