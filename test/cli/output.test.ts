/** What is shown on a terminal is shown, and never obeyed: names, words and titles come from anywhere. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { withoutControls } from '../../cli/logger.ts'
import { keepPrintable, printable, printableLine } from '../../cli/output.ts'
import { resultLines } from '../../cli/search.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { makeProgram } from './program.ts'

/** A window title, a cleared screen, a color, the same as one character (C1), writing turned around, a beep. */
const HOSTILE = '\x1b]0;owned\x07\x1b[2J\x1b[31m\u009b31m\u202e\x7f\x08\r'
const OBEYED = /(?!\n|\t)\p{Cc}|[\u2028-\u202e\u2066-\u2069]/u

t.test('control characters are written out, everything else stays', async (t) => {
  for (const [text, want] of [
    ['perché “no” 漢字 👩🏽‍🚀 e\u0301', 'perché “no” 漢字 👩🏽‍🚀 e\u0301'],
    ['a\tb\nc', 'a\tb\nc'],
    ['\x1b[31m', '\\u001b[31m'],
    ['\u009b\x7f\r', '\\u009b\\u007f\\u000d'],
    ['gnp.\u202etxt', 'gnp.\\u202etxt'],
  ] as const) {
    t.equal(printable(text), want)
    t.equal(printable(want), want, 'once')
  }
  t.strictSame(JSON.parse(printable(JSON.stringify({ a: HOSTILE }))), { a: HOSTILE }, 'JSON says the same')
})

t.test('a name stays on its line', async (t) => {
  for (const [text, want] of [
    ['rosso\x1b[31m\nfinto.txt', 'rosso\\u001b[31m\\nfinto.txt'],
    ['a\tb.txt', 'a\\tb.txt'],
    ['perché.txt', 'perché.txt'],
  ] as const)
    t.equal(printableLine(text), want)
})

t.test('a stream lets only through what this program tells a terminal', async (t) => {
  for (const [isTTY, text, want] of [
    [true, '\x1b[1mTitolo\x1b[0m', '\x1b[1mTitolo\x1b[0m'],
    [true, '\r50 %\x1b[K', '\r50 %\x1b[K'],
    [true, 'a\rb\x1b[Kc', 'a\\u000db\\u001b[Kc'],
    [true, '\x1b[31m', '\\u001b[31m'],
    [false, '\x1b[1mTitolo', '\\u001b[1mTitolo'],
    [false, 'a\nb', 'a\nb'],
  ] as const) {
    let wrote = ''
    const stream = {
      isTTY,
      write: (chunk: string) => {
        wrote += chunk
        return true
      },
    } as unknown as NodeJS.WriteStream
    keepPrintable(stream)
    t.equal(stream.write(text), true)
    t.equal(wrote, want)
  }
})

t.test('results on a terminal are bold where they match, and nowhere else', async (t) => {
  const hit = {
    title: `Titolo${HOSTILE}\x1b[1m`,
    path: 'a.md',
    url: null,
    lang: 'it',
    date: null,
    source: HOSTILE,
    topics: [],
    passages: [{ text: `Un chip ${HOSTILE}`, highlights: [{ start: 3, end: 7 }] }],
  }
  const found = {
    results: [hit],
    total: { value: 1, relation: 'eq' },
    page: { number: 1, size: 10, pages: 1 },
    undated: null,
    query: { matching: { words: 'all' }, filters: {} },
    warnings: [HOSTILE],
  } as unknown as SearchResponse
  const lines = resultLines(found, true).join('\n')
  t.match(lines, '\x1b[1mchip\x1b[0m')
  t.notMatch(
    lines.replaceAll('\x1b[0m', '').replaceAll('\x1b[1mchip', '').replaceAll('\x1b[1mTitolo', ''),
    OBEYED,
  )
})

t.test('a line of the log means the same, with control characters as text', async (t) => {
  for (const [text, want] of [
    ['\x1b[31m\r\b\u009b', '\\u001b[31m\\r\\b\\u009b'],
    ['\\u001b', '\\u001b'],
    ['C:\\rete', 'C:\\rete'],
    ['at a (b.ts)\n\tat c', 'at a (b.ts)\n\tat c'],
  ] as const) {
    t.equal(JSON.parse(withoutControls(JSON.stringify({ msg: text }))).msg, want)
  }
})

t.test('no command writes what a terminal would obey', async (t) => {
  const program = await makeProgram(t)
  const documents = program.makeDir('documenti')
  const dataDir = program.makeDir('data')
  const env = { DATA_DIR: dataDir }
  const name = HOSTILE.replaceAll('/', '')
  writeFileSync(join(documents, `${name}.md`), `# Chip ${HOSTILE}\n\nUn chip ${HOSTILE} nuovo.`)
  writeFileSync(join(documents, `${name}.pdf`), 'no document')
  writeFileSync(join(documents, `${name}.tsv`), `${name}\tchip\nno pair\n`)
  mkdirSync(join(dataDir, 'lexicon'), { recursive: true })
  writeFileSync(join(dataDir, 'lexicon', `${name}.tsv`), `parolina\tword${HOSTILE}let\t2\n`)
  const quoted = `chip "${HOSTILE}"`
  for (const args of [
    ['lexicon', 'list'],
    ['lexicon', 'explain', `${HOSTILE} cavo`],
    ['lexicon', 'explain', '--json', `${HOSTILE} cavo`],
    ['lexicon', 'add', join(documents, `${name}.tsv`)],
    ['lexicon', 'add', `${HOSTILE}x`, `${HOSTILE}y`, 'z'],
    ['lexicon', 'remove', HOSTILE],
    ['learn', join(documents, name)],
    ['evaluate', join(documents, name)],
    [HOSTILE],
    ...(program.skip
      ? []
      : [
          ['index', documents],
          ['index', join(documents, `${name}.pdf`)],
          ['search', quoted],
          ['search', '--json', quoted],
          ['search', '--topic', HOSTILE, 'chip'],
        ]),
  ]) {
    const { stdout, stderr } = await program.run(args, { env })
    const why = JSON.stringify(args.slice(0, 2))
    t.not(stdout + stderr, '', `${why} says something`)
    t.notMatch(stdout + stderr, OBEYED, why)
  }
})
