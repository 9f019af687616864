/** `bifora index -` and `bifora explain -`: documents that come in on the standard input. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { pack } from 'tar-stream'
import type { Explanation } from '../../indexer/explain.ts'
import { makeProgram } from './program.ts'

const program = await makeProgram(t)
const { skip, search } = program
const env = { DATA_DIR: program.makeDir('data') }
const run = (args: readonly string[], input?: string | Buffer) =>
  program.run(args, { env, ...(input === undefined ? {} : { input }) })

const letter = `Il mercato coperto riapre a primavera

Dopo due anni di lavori il mercato coperto di Ravenna riapre con quaranta banchi, e la tettoia in ghisa è stata
restaurata pezzo per pezzo dagli artigiani della zona.
`
const posts = [
  {
    headline: 'La funivia torna a salire',
    body: 'La funivia del Mottarone riapre dopo i collaudi delle nuove funi portanti.',
  },
  {
    headline: 'A ferry without a crew',
    body: 'The ferry crosses the harbour on its own, with a pilot who watches from the shore.',
  },
]
const lines = posts.map((post) => `${JSON.stringify(post)}\n`)

async function tarOf(files: Record<string, string>): Promise<Buffer> {
  const tar = pack()
  for (const [name, text] of Object.entries(files)) tar.entry({ name }, text)
  tar.finalize()
  const pieces: Buffer[] = []
  for await (const piece of tar) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

t.test(
  'a text that comes in is a document of the place stdin, and the next one takes its place',
  { skip },
  async (t) => {
    const first = await run(['index', '-'], letter)
    t.equal(first.code, 0)
    // On a busy machine it says how far it is.
    t.equal(first.stderr.replace(/^Indexing stdin: .*\n/gm, ''), '')
    t.match(first.stdout, /^Indexed stdin: 1 new; it has 1 documents \(1 it\) in 1 passages/)
    t.match(await search(env.DATA_DIR, 'tettoia in ghisa'), {
      results: [
        {
          path: 'stdin',
          paths: [{ place: 'stdin', path: 'stdin' }],
          title: 'Il mercato coperto riapre a primavera',
        },
      ],
    })
    t.match(await run(['index', '-'], letter), { code: 0, stdout: /^stdin: nothing has changed/ })
    t.match(await run(['index', '-'], letter.replace('quaranta', 'ottanta')), {
      stdout: /^Indexed stdin: 1 changed/,
    })
    t.match(await search(env.DATA_DIR, 'ottanta banchi'), { total: { value: 1 } })
    t.match(await search(env.DATA_DIR, 'quaranta'), { total: { value: 0 } }, 'what it was is gone')
    t.match((await run(['places'])).stdout, /^stdin\t1 document\tcame in on the standard input, /)
  },
)

t.test(
  'JSON Lines are told without a name; another name is another place, kept in step row by row',
  { skip },
  async (t) => {
    const map = ['--map', 'title=headline,text=body']
    const first = await run(['index', '-', '--name', 'posts', ...map], lines.join(''))
    t.match(first, { code: 0, stdout: /^Indexed posts: 2 new; it has 2 documents/ })
    t.match(await search(env.DATA_DIR, 'funi portanti'), {
      results: [{ title: 'La funivia torna a salire' }],
    })
    const again = await run(['index', '-', '--name', 'posts'], lines[1])
    t.match(again, { code: 0, stdout: /^Indexed posts: 1 changed, 1 removed;/ }, 'the mapping is remembered')
    t.match(await search(env.DATA_DIR, 'funi portanti'), { total: { value: 0 } })
    t.match(await search(env.DATA_DIR, 'tettoia in ghisa'), { total: { value: 1 } }, 'stdin is as it was')
    t.match((await run(['forget', 'posts'])).stdout, /^Forgot posts: 1 document was removed/)
  },
)

t.test('archives are opened, tables are told by their looks, and --format decides', { skip }, async (t) => {
  const tar = await tarOf({
    'docs/mercato.txt': letter,
    'docs/traghetto.md': `# ${posts[1]?.headline}\n\n${posts[1]?.body}\n`,
  })
  const cases: [why: string, args: string[], input: string | Buffer, paths: string[]][] = [
    ['tar cz', ['--name', 'docs'], gzipSync(tar), ['docs/docs/mercato.txt', 'docs/docs/traghetto.md']],
    ['tar c', [], tar, ['stdin/docs/mercato.txt', 'stdin/docs/traghetto.md']],
    [
      'a table',
      [],
      `title;text\n${posts.map(({ headline, body }) => `${headline};${body}\n`).join('')}La terza riga;Un testo che è più corto degli altri due.\n`,
      ['stdin/1', 'stdin/2', 'stdin/3'],
    ],
    ['a page', [], `<!doctype html><html lang="it"><title>Mercato</title><p>${letter}</p></html>`, ['stdin']],
    ['Markdown', [], `# Mercato\n\n${letter}`, ['stdin']],
    ['Windows-1252', [], Buffer.from(letter, 'latin1'), ['stdin']],
    [
      'gzip, by name',
      ['--name', 'p.jsonl.gz', '--map', 'title=headline,text=body'],
      gzipSync(lines.join('')),
      ['p.jsonl.gz/p.jsonl/1', 'p.jsonl.gz/p.jsonl/2'],
    ],
    ['what a name says', ['--name', 'nota.md'], '**Nota**: il mercato riapre.\n', ['nota.md']],
    ['what --format says', ['--format', 'text'], lines.join(''), ['stdin']],
  ]
  for (const [why, args, input, paths] of cases) {
    const { stdout, stderr } = await run(['explain', '-', '--json', ...args], input)
    const shown = stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Explanation]))
    t.strictSame(
      shown.flatMap((one) => ('title' in one ? [one.path] : [])),
      paths,
      `${why}: ${stdout}${stderr}`,
    )
  }
})

t.test('what cannot be done is said, and what was indexed stays', { skip }, async (t) => {
  const folder = t.testdir({ elenco: { 'a.txt': letter } })
  t.match(await run(['index', join(folder, 'elenco')]), { code: 0 })
  const cases: [why: string, args: string[], input: string | Buffer, said: RegExp][] = [
    [
      'nothing',
      ['index', '-'],
      '',
      /^bifora: Nothing came in on the standard input.*"stdin" stays.*bifora forget stdin/,
    ],
    [
      'bytes',
      ['index', '-'],
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]),
      /neither text nor of a format that is read/,
    ],
    [
      'a folder of that name',
      ['index', '-', '--name', 'elenco'],
      letter,
      /The place "elenco" is .*\/elenco\. .*--name/,
    ],
    [
      'the place of REST',
      ['index', '-', '--name', 'api'],
      letter,
      /The place "api" has documents of another origin/,
    ],
    ['a path for a name', ['index', '-', '--name', '../x'], letter, /"\.\.\/x" cannot be the name/],
    [
      'no such format',
      ['index', '-', '--format', 'word'],
      letter,
      /no format "word"\. Formats: text, markdown/,
    ],
    ['watching', ['index', '-', '--watch'], letter, /cannot be watched/],
    ['twice', ['index', '-', '-'], letter, /give - one time/],
    ['a name for a folder', ['index', folder, '--name', 'x'], letter, /give - as the path/],
    ['nothing to explain', ['explain', '-'], '', /Nothing came in/],
  ]
  for (const [why, args, input, said] of cases)
    t.match(await run(args, input), { code: 2, stderr: said }, why)
  t.match(await search(env.DATA_DIR, 'tettoia in ghisa'), { total: { value: 2 } })
})

t.test(
  'a folder and the standard input in one run; a folder named like it gets another name',
  { skip },
  async (t) => {
    const own = { DATA_DIR: program.makeDir('both') }
    const folder = t.testdir({ stdin: { 'a.txt': letter } })
    const both = await program.run(['index', '-', join(folder, 'stdin')], { env: own, input: lines.join('') })
    t.match(both, { code: 0, stdout: /^Indexed stdin: 2 new.*\n[\s\S]*^Indexed stdin-2: 1 new/m })
  },
)

t.test('Ctrl-C while it still comes in ends at once and leaves nothing', { skip }, async (t) => {
  const own = { DATA_DIR: program.makeDir('stopped') }
  const running = program.start(t, ['index', '-'], { env: own, input: letter, isInputOpen: true })
  const isTaken = () => readdirSync(own.DATA_DIR).some((name) => name.startsWith('input-'))
  while (!isTaken()) await new Promise((resolve) => setTimeout(resolve, 20))
  running.child.kill('SIGINT')
  t.match(await running.finished, { code: 130, stderr: /interrupted/ })
  t.notOk(isTaken())
})

t.test('what a killed process has left is taken away by the next', { skip }, async (t) => {
  const own = { DATA_DIR: program.makeDir('killed') }
  const left = () => readdirSync(own.DATA_DIR).filter((name) => name.startsWith('input-'))
  const running = program.start(t, ['index', '-'], { env: own, input: letter, isInputOpen: true })
  while (left().length === 0) await new Promise((resolve) => setTimeout(resolve, 20))
  running.child.kill('SIGKILL')
  await running.finished
  t.equal(left().length, 1)
  const next = await program.run(['index', '-', '--name', 'lettera.txt'], { env: own, input: letter })
  t.match(next, { code: 0, stdout: /^Indexed lettera\.txt: 1 new/m })
  t.strictSame(left(), [])
})
