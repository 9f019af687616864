/** `bifora check`: damage is named, and mended as far as the records go. */
import { join } from 'node:path'
import t from 'tap'
import { openEngine } from '../../engine/engine.ts'
import { liveIndexes } from '../../engine/generation.ts'
import { makeProgram } from './program.ts'

const program = await makeProgram(t)
const { skip, search } = program
const silent = (): void => {}
const logger = { debug: silent, info: silent, warn: silent, error: silent }

/** Takes one passage of the live index away, as damage does. */
async function losePassage(dataDir: string): Promise<void> {
  const engine = await openEngine({ dataDir, meiliBin: program.meiliBin, logger })
  try {
    const passages = (await liveIndexes(engine))?.passages ?? ''
    const { results } = await engine
      .client()
      .index(passages)
      .getDocuments({ limit: 10, fields: ['id'] })
    const id = results.map(({ id }) => String(id)).find((one) => one.endsWith('-0')) ?? ''
    await engine.client().index(passages).deleteDocument(id).waitTask()
  } finally {
    await engine.close()
  }
}

t.test('an index that lost a passage is mended, and the file read again', { skip }, async (t) => {
  const dataDir = program.makeDir('data')
  const run = (...args: string[]) => program.run(args, { env: { DATA_DIR: dataDir } })
  const folder = t.testdir({
    'porto.txt':
      'Il porto di Ancona\n\nLe prime banchine sono elettriche.\n\nUna gru\n\nLa gru nuova solleva quaranta tonnellate e non fa rumore.\n',
  })
  const file = join(folder, 'porto.txt')
  t.match(await run('index', file), { code: 0 })
  const { total } = await search(dataDir, 'banchine')
  t.match(await run('check'), { code: 0, stdout: 'All is there, and counted right.\n' })

  await losePassage(dataDir)
  t.match(await run('check'), { code: 1, stdout: /^Document \w+ has .*\n(.*\n)*bifora check --repair / })
  t.match(await run('check', '--repair'), { code: 0, stdout: /and all holds again\.\n$/ })
  t.match(await run('check', '--json'), { code: 0, stdout: '{"violations":[]}\n' })
  t.match(await run('index', file), { code: 0, stdout: /1 (new|changed)/ }, 'what was lost is read again')
  t.strictSame((await search(dataDir, 'banchine')).total, total)
})
