/** Learning beside a running service: when it begins, and that asking for it often is asking once. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { learnInBackground } from '../../cli/learn/in-background.ts'
import { until } from './program.ts'

const silent = (): void => {}

t.test('asked for several times it runs once, and once more for what came meanwhile', async (t) => {
  const directory = t.testdir({ scripts: {} })
  const runs = join(directory, 'runs')
  const go = join(directory, 'go')
  const script = join(directory, 'learn.mjs')
  writeFileSync(
    script,
    `import { appendFileSync, existsSync } from 'node:fs'
appendFileSync(${JSON.stringify(runs)}, process.env.DATA_DIR + '\\n')
while (!existsSync(${JSON.stringify(go)})) await new Promise((resolve) => setTimeout(resolve, 5))
console.error('there is nothing to learn from')
process.exitCode = 2`,
  )
  const warned: object[] = []
  const logger = {
    debug: silent,
    info: silent,
    error: silent,
    warn: (fields: object) => {
      warned.push(fields)
    },
  }
  const count = (): number => (existsSync(runs) ? readFileSync(runs, 'utf8').split('\n').length - 1 : 0)
  const learning = learnInBackground({ DATA_DIR: 'here' }, logger, {
    command: [script],
    quietMs: 10,
    pauseMs: 0,
  })
  for (let asked = 0; asked < 5; asked += 1) learning.ask()
  await until(() => count() === 1)
  learning.ask()
  learning.ask()
  t.equal(count(), 1, 'not two at a time')
  writeFileSync(go, '')
  await until(() => count() === 2)
  await until(() => warned.length === 2)
  t.match(warned[0], { code: 2, said: /nothing to learn from/ }, 'that it failed is in the log')
  t.equal(readFileSync(runs, 'utf8'), 'here\nhere\n')
  learning.close()
  learning.ask()
  t.equal(count(), 2, 'closed, it begins nothing')
})
