/** Several processes write to one index: one at a time, whatever happens to any of them and to their clocks. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { openLiveWriter } from '../helpers/drafts.ts'
import { type KillableEngine, openKillable } from './killable.ts'
import { checkWhole, storedDocuments } from './outcomes.ts'
import type { Said } from './writer-child.ts'

const isLong = process.env.DRILLS === 'long'
const CHANGES = isLong ? 60 : 12
const script = fileURLToPath(new URL('writer-child.ts', import.meta.url))

const engine = await openKillable(t)
await openLiveWriter(engine)

type Child = {
  process: ChildProcess
  said: Said[]
  ended: Promise<void>
  until: (enough: (said: Said[]) => boolean) => Promise<void>
}

function writeIn(t: Test, on: KillableEngine, name: string, ways = '', changes = CHANGES): Child {
  const { host, apiKey = '' } = on.client().config
  const child = spawn(
    process.execPath,
    [...process.execArgv, script, host, apiKey, name, String(changes), ways],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  t.teardown(() => child.kill('SIGKILL'))
  const said: Said[] = []
  const lines = createInterface({ input: child.stdout })
  lines.on('line', (line) => said.push(JSON.parse(line) as Said))
  const ended = once(child, 'close').then(() => {})
  return {
    process: child,
    said,
    ended,
    until: async (enough) => {
      for await (const _ of eachLine(lines, ended)) if (enough(said)) return
    },
  }
}

/** After each line, and at the end. */
async function* eachLine(
  lines: ReturnType<typeof createInterface>,
  ended: Promise<void>,
): AsyncGenerator<void> {
  let isOver = false
  const over = ended.then(() => {
    isOver = true
  })
  for (;;) {
    yield
    if (isOver) return
    await Promise.race([once(lines, 'line'), over])
  }
}

type Acknowledged = Extract<Said, { revision: number }>
const acknowledged = ({ said }: Child): Acknowledged[] =>
  said.filter((one): one is Acknowledged => 'revision' in one)

/** No two had the same number, and of each document the last that was said is there, or something later. */
async function check(t: Test, children: readonly Child[], why: string): Promise<void> {
  const all = children.flatMap(acknowledged)
  const numbers = all.map(({ revision }) => revision)
  t.equal(new Set(numbers).size, numbers.length, `${why}: each change has a number of its own`)
  await openLiveWriter(engine)
  await checkWhole(t, engine, why)
  const stored = await storedDocuments(engine)
  for (const child of children) {
    const last = acknowledged(child).at(-1)
    if (last === undefined) continue
    const there = stored.get(last.id)
    const isLater = there !== undefined && there.revision > last.revision
    t.ok(
      isLater || there?.contentHash === last.text,
      `${why}: ${last.id}, which was acknowledged last, is there`,
    )
  }
}

t.test('two processes write at once', async (t) => {
  const children = [writeIn(t, engine, 'p'), writeIn(t, engine, 'q')]
  await Promise.all(children.map(({ ended }) => ended))
  for (const { said } of children) {
    t.strictSame(
      said.filter((one) => 'failed' in one),
      [],
    )
    t.strictSame(said.at(-1), { isDone: true })
  }
  t.equal(children.flatMap(acknowledged).length, 2 * CHANGES)
  await check(t, children, 'two at once')
})

t.test('clocks that jump do not matter', async (t) => {
  const children = [writeIn(t, engine, 'r', 'jumping'), writeIn(t, engine, 's', 'jumping')]
  await Promise.all(children.map(({ ended }) => ended))
  t.strictSame(
    children.flatMap(({ said }) => said.filter((one) => 'failed' in one)),
    [],
  )
  await check(t, children, 'with jumping clocks')
})

t.test('a process that is killed leaves the index to the others', async (t) => {
  for (let round = 0; round < (isLong ? Number(process.env.ROUNDS ?? 20) : 2); round += 1) {
    const first = writeIn(t, engine, 'u', 'greedy', 1000)
    await first.until((said) => said.length > round % 7)
    first.process.kill('SIGKILL')
    await first.ended
    const second = writeIn(t, engine, 'v')
    await second.ended
    t.strictSame(
      second.said.filter((one) => 'failed' in one),
      [],
    )
    await check(t, [first, second], `round ${round}`)
  }
})

t.test(
  'a process that stood still does not write when another one has taken over',
  { skip: isLong ? false : 'takes a while: npm run drills' },
  async (t) => {
    const first = writeIn(t, engine, 'w', 'greedy', 400)
    await first.until((said) => said.length > 3)
    first.process.kill('SIGSTOP')
    const second = writeIn(t, engine, 'z')
    await second.ended
    first.process.kill('SIGCONT')
    const third = writeIn(t, engine, 'y')
    await Promise.all([first.ended, third.ended])
    t.strictSame(
      second.said.filter((one) => 'failed' in one),
      [],
    )
    const failed = first.said.filter((one) => 'failed' in one)
    t.ok(failed.length <= 1, `at most the change that was under way fails: ${JSON.stringify(failed)}`)
    await check(t, [first, second, third], 'after it went on')
  },
)
