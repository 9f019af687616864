/** The lexicons of a running service, while their folder comes, goes and cannot be read. */
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import { followLexicons } from '../../cli/lexicon/follow.ts'
import type { Logger } from '../../engine/logger.ts'

/** A logger whose messages can be waited for, one after the other. */
function listen(): { logger: Logger; said: (pattern: RegExp) => Promise<string> } {
  const lines: string[] = []
  const note = (fields: object, message: string): void => {
    lines.push(`${message} ${JSON.stringify(fields)}`)
  }
  const said = async (pattern: RegExp): Promise<string> => {
    for (;;) {
      const at = lines.findIndex((line) => pattern.test(line))
      if (at !== -1) return lines.splice(0, at + 1).at(-1) ?? ''
      await delay(20)
    }
  }
  return { logger: { debug: () => {}, info: note, warn: note, error: note }, said }
}

t.test('a folder that cannot be listed leaves the last good lexicons in use', async (t) => {
  const dataDir = t.testdir({ lexicon: { 'own.tsv': 'zupparella\tsoupling\n' } })
  const folder = join(dataDir, 'lexicon')
  const { logger, said } = listen()
  const lexicons = followLexicons(dataDir, logger)
  t.teardown(lexicons.close)
  const isKnown = (): boolean => lexicons.bridge().knows('en', 'soupl')
  t.ok(isKnown(), 'it is read at the start')

  renameSync(folder, join(dataDir, 'aside'))
  writeFileSync(folder, 'a file where the folder was')
  t.match(await said(/cannot be used/), /lexicon/)
  t.ok(isKnown(), 'what was known is still known')

  renameSync(folder, join(dataDir, 'file'))
  mkdirSync(folder)
  writeFileSync(join(folder, 'own.tsv'), 'zupparella\tbrothling\n')
  await said(/using changed lexicons/)
  t.notOk(isKnown(), 'and changes count again')
})

t.test('a service starts without a folder that can be listed', async (t) => {
  const dataDir = t.testdir({ lexicon: 'a file where the folder should be' })
  const { logger, said } = listen()
  const lexicons = followLexicons(dataDir, logger)
  t.teardown(lexicons.close)
  await said(/cannot be used/)
  t.ok(lexicons.bridge().knows('it', 'cav'), 'the packaged lexicon is there')
})
