/** Several servers as people use them: one index, one more server, a rebalance that is killed and run again. */
import { setTimeout as sleep } from 'node:timers/promises'
import t from 'tap'
import { addressOf, openServers } from '../helpers/parts.ts'
import { makeProgram } from './program.ts'

const program = await makeProgram(t)
const { skip } = program
t.setTimeout(600_000)

t.test('an index grows by a server; killed and interrupted, it goes on', { skip }, async (t) => {
  const servers = (await openServers(t, 3)).map(addressOf)
  const dataDir = program.makeDir('data')
  const env = (count: number) => ({
    DATA_DIR: dataDir,
    MEILI_URL: servers
      .slice(0, count)
      .map(({ url }) => url)
      .join(','),
    MEILI_KEY: servers
      .slice(0, count)
      .map(({ key }) => key)
      .join(','),
  })
  const run = (count: number, ...args: string[]) => program.run(args, { env: env(count) })
  const found = async (count: number): Promise<unknown> => {
    const { stdout } = await run(count, 'search', 'porto', '--json')
    return JSON.parse(stdout).total
  }
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [
      `verbale-${index}.txt`,
      `Verbale numero ${index}\n\nIl porto di Ancona ha aperto la banchina ${index * 7} alle navi di linea.\n`,
    ]),
  )
  const folder = t.testdir(files)

  t.match(await run(2, 'rebalance'), { code: 2, stderr: /Nothing is indexed yet/ })
  t.match(await run(2, 'index', folder), { code: 0 })
  const all = { value: 60, relation: 'eq' }
  t.strictSame(await found(2), all)
  t.match(await run(2, 'check'), { code: 0, stdout: 'All is there, and counted right.\n' })
  t.match(await run(2, 'rebalance'), {
    code: 0,
    stdout: 'The index is spread over 2 servers, as it is to be.\n',
  })
  t.match(await run(1, 'check'), { code: 2, stderr: /spread over 2 servers, and MEILI_URL names 1\./ })
  t.match(await program.run(['rebalance'], { env: { DATA_DIR: program.makeDir('other') } }), {
    code: 2,
    stderr: /MEILI_URL names no further server/,
  })

  const killed = program.start(t, ['rebalance'], { env: env(3) })
  await sleep(4_000)
  process.kill(killed.pid, 'SIGKILL')
  await killed.finished
  t.strictSame(await found(3), all, 'killed')
  const interrupted = program.start(t, ['rebalance'], { env: env(3) })
  await sleep(5_000)
  process.kill(interrupted.pid, 'SIGINT')
  t.match(await interrupted.finished, { code: 130, stderr: /interrupted/ })
  t.strictSame(await found(3), all, 'interrupted')
  const { code, stdout } = await run(3, 'rebalance', '--json')
  t.equal(code, 0)
  t.match(JSON.parse(stdout), { from: 2, to: 3 })
  t.strictSame(await found(3), all, 'done')
  t.match(await run(3, 'check'), { code: 0, stdout: 'All is there, and counted right.\n' })
  t.match(await run(2, 'index', folder), {
    code: 2,
    stderr: /spread over 3 servers, and MEILI_URL names 2\./,
  })
  t.match(await run(3, 'index', folder), { code: 0 })

  const backup = `${program.makeDir('backup')}/index.gz`
  t.match(await run(3, 'backup', backup), { code: 0 })
  const alone = { DATA_DIR: program.makeDir('alone') }
  t.match(await program.run(['restore', backup], { env: alone }), { code: 0 }, 'a backup fits on one server')
  t.match(await program.run(['check'], { env: alone }), { code: 0 })
  t.match(await run(3, 'restore', backup, '--replace'), { code: 0 }, 'and on three')
  t.match(await run(3, 'check'), { code: 0, stdout: 'All is there, and counted right.\n' })
  t.strictSame(await found(3), all)
})
