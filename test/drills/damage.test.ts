/**
 * Each file of the engine's database damaged in each way: it opens, or it is moved aside with a word about what to do. It
 * never fails to start, answers from half of its data, or throws away what was there.
 */
import { randomBytes } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { openEngine } from '../../engine/engine.ts'
import { violations } from '../../engine/invariants.ts'
import type { Logger } from '../../engine/logger.ts'
import { openLiveWriter, smallDraft } from '../helpers/drafts.ts'
import { openKillable } from './killable.ts'
import { storedDocuments } from './outcomes.ts'

const isLong = process.env.DRILLS === 'long'
const signal = new AbortController().signal

const ways: Record<string, (file: string) => void> = {
  truncated: (file) => truncateSync(file, Math.floor(statSync(file).size / 2)),
  zeroed: (file) => writeFileSync(file, Buffer.alloc(statSync(file).size)),
  overwritten: (file) => writeFileSync(file, randomBytes(statSync(file).size)),
}

const original = await openKillable(t)
const { writer } = await openLiveWriter(original)
const drafts = Array.from({ length: 20 }, (_, index) =>
  smallDraft({ id: `d${index}`, passages: ['il porto', `la nave ${index}`] }),
)
await writer.change({ put: drafts })
await writer.settle()
await original.close()

function filesBelow(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(join(dir, entry.name)) : [join(dir, entry.name)],
  )
}

/** Not those that the engine writes anew at every start. */
const files = filesBelow(join(original.dataDir, 'data.ms'))
  .filter((file) => !file.endsWith('lock.mdb') && statSync(file).size > 0)
  .map((file) => file.slice(original.dataDir.length))

for (const file of files) {
  // The names of indexes are random: all of them are tried in the long version.
  const tried =
    isLong || !file.includes('/indexes/') ? Object.entries(ways) : Object.entries(ways).slice(0, 2)
  for (const [how, damage] of tried) {
    t.test(`${file.replace(/[0-9a-f-]{36}/, '…')} ${how}`, async (t) => {
      const dataDir = mkdtempSync(join(tmpdir(), 'bifora-damage-'))
      t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
      cpSync(original.dataDir, dataDir, { recursive: true })
      damage(join(dataDir, file))
      const said: string[] = []
      const silent = (): void => {}
      const logger: Logger = {
        debug: silent,
        info: silent,
        warn: silent,
        error: (_fields: object, message?: string) => void said.push(message ?? ''),
      }
      const engine = await openEngine({ dataDir, meiliBin: process.env.MEILI_BIN, logger })
      t.teardown(() => engine.close())
      const aside = readdirSync(dataDir).filter((name) => name.startsWith('data.ms.damaged-'))
      if (aside.length === 0) {
        t.equal((await storedDocuments(engine)).size, 20, 'it is not needed: nothing is missing')
      } else {
        t.match(
          said.join('\n'),
          /was damaged.*moved to .*data\.ms\.damaged-\w+.*bifora index <path>/,
          'it is told',
        )
        t.ok(
          existsSync(join(dataDir, aside[0] ?? '', file.replace('/data.ms/', ''))),
          'what was there is kept',
        )
        t.equal((await storedDocuments(engine)).size, 0, 'the index is empty')
      }
      const { writer } = await openLiveWriter(engine)
      await writer.change({ put: [smallDraft({ id: 'new', passages: ['il faro'] })] })
      await writer.settle()
      t.strictSame(await violations(engine, signal), [], 'and can be written to')
    })
  }
}
