/**
 * Failure at every step of a change, one after another and none left out: whatever goes wrong, each change has happened
 * as a whole or not at all, nothing is left behind, and the same change again succeeds.
 */
import t, { type Test } from 'tap'
import type { ChangeRequest } from '../../engine/change-request.ts'
import type { Engine } from '../../engine/engine.ts'
import { fold } from '../../engine/fold.ts'
import { liveIndexes, readBuild } from '../../engine/generation.ts'
import { violations } from '../../engine/invariants.ts'
import type { Writer } from '../../engine/writer.ts'
import { createDescribing } from '../../indexer/describing.ts'
import { rebuild } from '../../indexer/rebuild.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { type Fault, faultyEngine, openKillable } from './killable.ts'

const isLong = process.env.DRILLS === 'long'
const signal = new AbortController().signal
const describing = createDescribing([])

const engine = await openKillable(t)
const faulty = faultyEngine(t, engine)

/** Documents by id, each with the texts of its passages; what is stored is known by its content hash. */
type Documents = Record<string, readonly string[]>

const before: Documents = {
  a: ['il porto di Genova', 'la nave bianca'],
  b: ['il faro'],
  c: ['un molo nuovo', 'due moli', 'tre moli'],
}

/** What is done, what there is afterwards, and what there may be where only a part of it was done. */
type Work = {
  run: (writer: Writer, on: Engine) => Promise<unknown>
  after: Documents
  between?: Documents
}

const draftsOf = (documents: Documents) =>
  Object.entries(documents).map(([id, passages]) => smallDraft({ id, passages }))

function changing(put: Documents, remove: readonly string[] = []): Work {
  const after = { ...before, ...put }
  for (const id of remove) delete after[id]
  const request = (): ChangeRequest => ({ put: draftsOf(put), remove })
  return { run: (writer) => writer.change(request()), after }
}

const works: Record<string, Work> = {
  'put documents': changing({ x: ['la banchina', 'il porto'], y: ['un faro'] }),
  'replace documents': changing({ a: ['il porto'], c: ['un altro molo'] }),
  'remove documents': changing({}, ['a', 'c']),
  'put, replace and remove documents': changing({ a: ['la nave nera'], x: ['un faro', 'un porto'] }, ['b']),
  'two changes at a time': {
    run: async (writer) => {
      const first = writer.change({ put: draftsOf({ a: ['la nave nera'], x: ['un faro'] }) })
      const second = writer.change({ put: draftsOf({ y: ['un porto'], x: ['due fari'] }), remove: ['b'] })
      second.catch(() => {})
      await first
      await second
    },
    between: { ...before, a: ['la nave nera'], x: ['un faro'] },
    after: { a: ['la nave nera'], c: before.c ?? [], x: ['due fari'], y: ['un porto'] },
  },
  fold: { run: (writer, on) => fold(on, writer, signal), after: before },
  rebuild: {
    run: (writer, on) => rebuild(writer, { engine: on, describing, signal }),
    after: before,
  },
}

/** What is stored, as a text that can be compared. */
async function stored(): Promise<string> {
  const indexes = await liveIndexes(engine)
  const { results } = (await engine.read(`indexes/${indexes?.documents}/documents/fetch`, {
    limit: 100,
    fields: ['id', 'contentHash'],
  })) as { results: { id: string; contentHash: string }[] }
  return asText(results.map(({ id, contentHash }) => [id, contentHash]))
}

function asText(entries: readonly (readonly [string, string])[]): string {
  return entries
    .map(([id, hash]) => `${id}: ${hash}`)
    .sort()
    .join('; ')
}

const textOf = (documents: Documents): string =>
  asText(Object.entries(documents).map(([id, passages]) => [id, passages.join()]))

/** Puts the documents of `before` there, whatever there is. */
async function begin(): Promise<void> {
  const { writer } = await openLiveWriter(engine)
  const ids = (await stored()).split('; ').map((one) => one.split(':')[0] ?? '')
  await writer.change({ put: draftsOf(before), remove: ids.filter((id) => id !== '' && !(id in before)) })
  await writer.settle()
}

/** Who goes on after the fault: the writer that met it, or another one. */
type Next = 'the same writer' | 'another writer'

async function drill(t: Test, work: Work, fault: Fault, next: Next): Promise<void> {
  const states = new Set<string>()
  for (let n = 1; ; n += 1) {
    await begin()
    const { writer } = await openLiveWriter(faulty)
    faulty.arm(n, fault)
    const error = await work.run(writer, faulty).then(
      async () => {
        // What is left for later has its steps, too; that it was done was said before.
        await writer.settle().catch(() => {})
        return undefined
      },
      (error: unknown) => error,
    )
    await engine.untilUp()
    const met = faulty.met()
    faulty.arm(0, fault)
    const why = `${fault} at call ${n} (${met}), then ${next}`
    if (next === 'another writer') {
      await openLiveWriter(engine)
      const now = await stored()
      states.add(now)
      if (error === undefined) t.equal(now, textOf(work.after), `${why}: what was acknowledged is there`)
      else if (![before, work.between ?? before, work.after].some((state) => now === textOf(state)))
        t.fail(`${why}: neither old nor new: ${now}`)
      t.strictSame(await violations(engine, signal), [], `${why}: the index is whole`)
    }
    const isLive = (await readBuild(engine))?.generation === writer.build().generation
    const { writer: last } = next === 'the same writer' && isLive ? { writer } : await openLiveWriter(engine)
    await work.run(last, engine)
    await last.settle().catch((error: unknown) => isLive && t.fail(`${why}: ${error}`))
    t.equal(await stored(), textOf(work.after), `${why}: the same again succeeds`)
    t.strictSame(await violations(engine, signal), [], `${why}: the index is whole after that`)
    if (met === undefined) {
      t.equal(error, undefined, `${n - 1} calls`)
      t.comment(`${n - 1} calls`)
      break
    }
    if (n > 300) throw new Error('There is no end to it')
  }
  if (next === 'another writer' && textOf(work.after) !== textOf(before))
    t.equal(states.size, work.between === undefined ? 2 : 3, 'both ends were seen')
}

const all: [Fault, Next][] = [
  ['refused', 'the same writer'],
  ['refused', 'another writer'],
  ['lost', 'the same writer'],
  ['lost', 'another writer'],
  ['dead', 'another writer'],
  ['killed', 'the same writer'],
  ['killed', 'another writer'],
]
/** Every step of every work; the long version adds the other ways to fail. */
const short: Record<string, [Fault, Next][]> = {
  'put, replace and remove documents': [
    ['refused', 'the same writer'],
    ['lost', 'the same writer'],
    ['dead', 'another writer'],
  ],
  'remove documents': [['dead', 'another writer']],
  'two changes at a time': [
    ['refused', 'the same writer'],
    ['dead', 'another writer'],
  ],
  fold: [['dead', 'another writer']],
  rebuild: [['lost', 'another writer']],
}

for (const [name, work] of Object.entries(works)) {
  for (const [fault, next] of isLong ? all : (short[name] ?? [])) {
    t.test(`${name}: ${fault}, ${next}`, (t) => drill(t, work, fault, next))
  }
}
