/** Help for those who type: completion in the shells, and the manual page. */
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { installationDir } from '../../cli/installation.ts'
import { makeProgram } from './program.ts'

const program = await makeProgram(t)

/** Whether a program is on this machine; why its test is skipped if not. */
function missing(name: string): string | false {
  return spawnSync(name, ['--version']).error === undefined ? false : `there is no ${name} here`
}

/** What is typed → what completes its last word. */
const TYPED: [string, string[]][] = [
  ['bifora se', ['search', 'serve']],
  ['bifora search --la', ['--lang']],
  ['bifora search cavi --date', ['--date-basis']],
  ['bifora lexicon a', ['add']],
  ['bifora lexicon add --f', ['--from']],
  ['bifora completion ', ['bash', 'fish', 'zsh', ...['--help', '-h']]],
  ['bifora nothing', []],
]

t.test('bash completes commands, options and files', { skip: missing('bash') }, async (t) => {
  const { stdout } = await program.run(['completion', 'bash'])
  const folder = program.makeDir('bash')
  writeFileSync(join(folder, 'verbale di maggio.md'), '')
  const complete = (line: string): string[] => {
    const script = `${stdout}
COMP_WORDS=(${line.replace(/ $/, " ''")}); COMP_CWORD=$((\${#COMP_WORDS[@]}-1)); _bifora; printf '%s\\n' "\${COMPREPLY[@]}"`
    return execFileSync('bash', ['-c', script], { cwd: folder, encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .sort()
  }
  for (const [line, want] of TYPED) t.strictSame(complete(line), want.sort(), line)
  t.strictSame(complete('bifora index ver'), ['verbale di maggio.md'], 'a file, whatever is in its name')
  t.strictSame(complete('bifora learn --output ver'), ['verbale di maggio.md'])
  t.strictSame(complete('bifora search ver'), [], 'a word to search for is no file')
})

t.test('fish completes the same', { skip: missing('fish') }, async (t) => {
  const { stdout } = await program.run(['completion', 'fish'])
  for (const [line, want] of TYPED) {
    const found = execFileSync('fish', ['-c', `${stdout}\ncomplete -C ${JSON.stringify(line)}`], {
      encoding: 'utf8',
    })
    const words = found.split('\n').map((one) => one.split('\t')[0] ?? '')
    t.strictSame(
      words.filter((word) => want.includes(word)).sort(),
      want.filter((word) => words.includes(word)).sort(),
    )
    t.equal(
      words.filter((word) => /^[a-z]/.test(word)).length,
      want.filter((word) => /^[a-z]/.test(word)).length,
      line,
    )
  }
})

t.test('what zsh reads is zsh', { skip: missing('zsh') }, async (t) => {
  const { stdout } = await program.run(['completion', 'zsh'])
  t.match(stdout, /^#compdef bifora\n/)
  execFileSync('zsh', ['-n'], { input: stdout })
  t.match(stdout, /'--lang:only documents in these languages/)
})

t.test('another shell is refused, and those there are named', async (t) => {
  const { code, stderr } = await program.run(['completion', 'tcsh'])
  t.equal(code, 2)
  t.match(stderr, /bash, zsh, fish/)
})

t.test('the manual page that is packed is that of these commands', async (t) => {
  const { stdout } = await program.run(['manual'])
  const committed = readFileSync(join(installationDir, 'docs', 'bifora.1'), 'utf8')
  t.equal(committed, stdout, 'if not, bring it up to date: npm run manual')
  t.match(stdout, /^\.SS "bifora lexicon add /m)
  t.notMatch(stdout, /bifora manual/, 'what is for packing only is not shown')
  t.match(stdout, /^Exit codes: 0 done/m)
})

t.test('it is well formed', { skip: missing('groff') }, async (t) => {
  const page = join(installationDir, 'docs', 'bifora.1')
  const { stdout, stderr } = spawnSync('groff', ['-man', '-Tutf8', '-ww', '-P-cbou', page], {
    encoding: 'utf8',
  })
  t.equal(stderr, '')
  t.match(stdout, /field=column,…/)
})
