/** The bench as a program: that what its README names is there. */
import { readFileSync } from 'node:fs'
import t from 'tap'
import { benchProgram } from '../../bench/commands.ts'

t.test('every measurement of the README is a command with the options named there', async (t) => {
  const program = benchProgram({ signal: new AbortController().signal, say: () => {}, binary: undefined })
  const readme = readFileSync(new URL('../../bench/README.md', import.meta.url), 'utf8')
  const sections = readme.split(/^## /m).filter((section) => section.includes('npm run bench -- '))
  t.equal(sections.length, program.commands.length, 'a section for each')
  for (const section of sections) {
    const name = /npm run bench -- (\w+)/.exec(section)?.[1]
    const command = program.commands.find((one) => one.name() === name)
    if (command === undefined) {
      t.fail(`${name} is no command`)
      continue
    }
    const options = command.options.map(({ long }) => long)
    for (const [, option] of section.matchAll(/`(--[a-z-]+)/g)) {
      t.ok(options.includes(option), `${name} ${option}`)
    }
  }
})
