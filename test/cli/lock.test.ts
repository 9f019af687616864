/** Files of a data directory that several processes change at once. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { whileLocked } from '../../cli/lock.ts'
import { makeProgram } from './program.ts'

const { signal } = new AbortController()

t.test('a change waits for the one before, whatever becomes of that', async (t) => {
  const dataDir = join(t.testdir(), 'data')
  const order: string[] = []
  let finish = (): void => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  let begun = (): void => {}
  const hasBegun = new Promise<void>((resolve) => {
    begun = resolve
  })
  const first = whileLocked(dataDir, signal, async () => {
    begun()
    await finished
    order.push('first')
    throw new Error('no room')
  })
  await hasBegun
  const second = whileLocked(dataDir, signal, () => order.push('second'))
  const reason = new Error('enough')
  await t.rejects(
    whileLocked(dataDir, AbortSignal.abort(reason), () => order.push('never')),
    reason,
  )
  finish()
  await t.rejects(first, { message: 'no room' })
  t.equal(await second, 2, 'gives what the change gives')
  t.strictSame(order, ['first', 'second'])
  t.strictSame(readdirSync(dataDir), [], 'nothing is left behind')
})

t.test('who has died holds nothing up', async (t) => {
  const dataDir = t.testdir()
  const { pid } = spawnSync('true')
  const owner = { host: hostname(), owner: { pid, started: '1' } }
  writeFileSync(join(dataDir, 'changes.lock'), JSON.stringify(owner))
  t.equal(await whileLocked(dataDir, signal, () => 'done'), 'done')
  writeFileSync(join(dataDir, 'changes.lock'), '')
  t.equal(await whileLocked(dataDir, signal, () => 'done'), 'done', 'a file cut short is nobody’s')
  t.notOk(existsSync(join(dataDir, 'changes.lock')))
})

t.test('twenty pairs that are added at once are all there', async (t) => {
  const program = await makeProgram(t)
  const dataDir = program.makeDir('data')
  const pairs = Array.from({ length: 20 }, (_, index) => [`parolina${index}`, `wordlet${index}`] as const)
  const added = await Promise.all(
    pairs.map((pair) => program.run(['lexicon', 'add', ...pair], { env: { DATA_DIR: dataDir } })),
  )
  for (const { code, stdout, stderr } of added) {
    t.equal(code, 0, stderr)
    t.match(stdout, /^Added /)
  }
  const lines = readFileSync(join(dataDir, 'lexicon', 'own.tsv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  t.strictSame(lines.sort(), pairs.map((pair) => pair.join('\t')).sort())
  t.strictSame(readdirSync(join(dataDir, 'lexicon')), ['own.tsv'])
})
