/** `bifora learn`: what it makes of files and documents, what it refuses, and that nothing is lost on the way. */
import { execFileSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t, { type Test } from 'tap'
import { readConfig } from '../../cli/config.ts'
import { readPairs, type SentencePair } from '../../cli/learn/pair-files.ts'
import type { LearnSummary } from '../../cli/learn/summary.ts'
import { type LearnOptions, learnCommand } from '../../cli/learn.ts'
import { createStatusLine } from '../../cli/status-line.ts'
import { parseLexicon } from '../../language/bridge/lexicon.ts'
import { makeProgram, until } from './program.ts'

const program = await makeProgram(t)

const PAIRS = [
  ['La banca presta denaro alle imprese.', 'The bank lends money to companies.'],
  ['Le imprese cercano denaro.', 'Companies are looking for money.'],
  ['Il porto accoglie le navi.', 'The port welcomes ships.'],
  ['Le navi lasciano il porto all’alba.', 'The ships leave the port at dawn.'],
  ['Trieste ha una nuova banca.', 'Trieste has a new bank.'],
  ['A Trieste le navi aspettano l’alba.', 'In Trieste the ships wait for dawn.'],
] as const

const tsv = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map((pair) => `${pair.join('\t')}\n`).join('')

/** A data directory and a file of pairs. */
function places(t: Test, content: string | Buffer = tsv(PAIRS)) {
  const root = t.testdir({ 'frasi.tsv': content, data: {} })
  const dataDir = join(root, 'data')
  return {
    root,
    dataDir,
    file: join(root, 'frasi.tsv'),
    learned: join(dataDir, 'lexicon', 'learned-it-en.tsv'),
    learn: (...args: string[]) => program.run(['learn', ...args], { env: { DATA_DIR: dataDir } }),
  }
}

t.test('a lexicon is learned from a file, and can be read, used and learned again', async (t) => {
  const { dataDir, file, learned, learn } = places(t)
  const { code, stdout, stderr } = await learn(file)
  t.match({ code, stderr }, { code: 0, stderr: '' })
  t.match(stdout, /^Learned \d+ entries from 6 pairs of sentences, \d+ s\.\n/)
  t.match(stdout, /^ {2}navi +ships +\d\.\d\d \d\.\d\d seen 3 times, in pairs 3, 4, 6$/m)
  t.match(stdout, new RegExp(`^Written to ${learned}\\. A running service takes it up by itself\\.\n$`, 'm'))

  const text = readFileSync(learned, 'utf8')
  t.match(text, /^# it ⇥ en\. Learned from 6 pairs of sentences: frasi\.tsv\.\n/)
  const { via, entries } = parseLexicon(text, 'it', 'en', learned)
  t.equal(via, 'learned')
  t.match(
    entries.find(({ source }) => source === 'banca'),
    { target: 'bank', forward: Number, backward: Number, evidence: 'seen 2 times, in pairs 1, 5' },
  )
  t.ok(
    entries.some(({ source, target }) => source === 'Trieste' && target === 'Trieste'),
    'names keep capitals',
  )
  t.strictSame(readdirSync(join(dataDir, 'lexicon')), ['learned-it-en.tsv'], 'nothing else is left behind')

  const explained = await program.run(['lexicon', 'explain', 'banca'], { env: { DATA_DIR: dataDir } })
  t.match(explained.stdout, /seen 2 times, in pairs 1, 5/, 'it is one of the lexicons in use')

  await learn(file)
  t.equal(readFileSync(learned, 'utf8'), text, 'the same pairs give the same file')
  await learn(file, file)
  t.match(readFileSync(learned, 'utf8'), /seen 4 times, first in pairs \S+frasi\.tsv:1, \S+frasi\.tsv:5/)
})

t.test('files may be gzipped, begin with a mark, end in any way, and have gaps', async (t) => {
  const { root, learn } = places(t)
  const plain = tsv(PAIRS)
  const cases: [why: string, content: string | Buffer][] = [
    ['plain', plain],
    ['gzipped', gzipSync(plain)],
    ['with a byte order mark', `\uFEFF${plain}`],
    ['lines of Windows', plain.replaceAll('\n', '\r\n')],
    ['no end of the last line', plain.trimEnd()],
    ['blank lines at the end', `${plain}\n  \n\n`],
    ['spaces around sentences', plain.replaceAll('\t', ' \t  ')],
  ]
  const file = join(root, 'altre frasi')
  for (const [why, content] of cases) {
    writeFileSync(file, content)
    const read: SentencePair[] = []
    for await (const { pairs } of readPairs(file, new AbortController().signal)) read.push(...pairs)
    t.strictSame(
      read,
      PAIRS.map(([source, target], index) => ({ source, target, line: index + 1 })),
      why,
    )
  }
  const long = Array.from({ length: 201 }, (_, index) => `voce${index}`).join(' ')
  writeFileSync(file, gzipSync(`Senza traduzione.\t\n\n${long}\ta list\n${plain}`))
  const { code, stdout } = await learn(file)
  t.equal(code, 0)
  t.match(stdout, /^Passed over: 1 lines with an empty side, 1 pairs of very long sentences\.$/m)
  t.match(stdout, /seen 3 times, in pairs 6, 7, 9$/m, 'evidence counts lines as an editor does')
})

t.test('the summary can be had as JSON, the lexicon elsewhere and in the other direction', async (t) => {
  const { root, dataDir, learn } = places(t)
  const reversed = join(root, 'pairs.tsv')
  writeFileSync(reversed, tsv(PAIRS.map(([italian, english]) => [english, italian] as const)))
  const output = join(root, 'altrove', 'glossario.tsv')
  const { code, stdout } = await learn(reversed, '--from', 'en', '--to', 'it', '--output', output, '--json')
  t.equal(code, 0)
  const summary = JSON.parse(stdout) as LearnSummary
  t.match(summary, {
    from: 'en',
    to: 'it',
    pairs: 6,
    documents: 0,
    passedOver: { untranslated: 0, tooLong: 0, longDocuments: 0 },
    output,
  })
  const { entries } = parseLexicon(readFileSync(output, 'utf8'), 'en', 'it', output)
  t.equal(summary.entries, entries.length)
  t.ok(entries.some(({ source, target }) => source === 'ships' && target === 'navi'))
  t.ok(summary.sample.length > 0 && summary.sample.length <= 12)
  t.notOk(existsSync(join(dataDir, 'lexicon')), 'the lexicons in use are left alone')
})

t.test(
  'what cannot be learned from is refused with file and line, and the lexicon before stays',
  async (t) => {
    const { root, dataDir, file, learned, learn } = places(t)
    await learn(file)
    const before = readFileSync(learned, 'utf8')
    const usual: LearnOptions = {
      config: readConfig({ DATA_DIR: dataDir }, root),
      signal: new AbortController().signal,
      asJson: false,
      from: 'it',
      to: 'en',
      output: undefined,
      fromDocuments: false,
    }
    const tryToLearn = (path: string) => learnCommand([path], usual)
    const italian = Array.from({ length: 8 }, () => 'Il porto è chiuso perché le navi non sono più tornate.')
    const english = Array.from(
      { length: 8 },
      () => 'The port is closed because the ships have not come back.',
    )
    const columns = (left: string[], right: string[]) =>
      left.map((text, index) => `${text}\t${right[index]}\n`).join('')
    const cases: [why: string, name: string, content: string | Buffer, message: RegExp][] = [
      [
        'no tab',
        'a.tsv',
        `${tsv(PAIRS)}Una frase sola.\n`,
        /a\.tsv, line 7 has no tab: "Una frase sola\."\. Write a sentence, a tab/,
      ],
      ['too many columns', 'b.tsv', 'uno\tone\t0.9\n', /b\.tsv, line 1 has 3 columns: "uno\tone\t0\.9"/],
      ['nothing', 'c.tsv', '', /c\.tsv has no pairs\. Write a sentence, a tab and its translation/],
      ['blank lines', 'd.tsv', '\n\n\n', /d\.tsv has no pairs/],
      ['one column is empty', 'e.tsv', 'Solo italiano.\t\n', /e\.tsv has no pairs/],
      [
        'another encoding',
        'f.tsv',
        Buffer.from('si\tyes\nperch\xe9\twhy\n', 'latin1'),
        /f\.tsv, line 2 is not UTF-8/,
      ],
      ['no lines at all', 'g.tsv', Buffer.alloc(1_200_000, 'x'), /g\.tsv, line 1 is longer than 1 MB/],
      [
        'a download cut short',
        'h.gz',
        gzipSync(tsv(PAIRS)).subarray(0, 90),
        /h\.gz is damaged: it does not unpack behind line \d+/,
      ],
      [
        'only Italian',
        'i.tsv',
        columns(italian, italian),
        /i\.tsv: both columns are Italian\. Put sentences in the first/,
      ],
      [
        'columns the other way round',
        'j.tsv',
        columns(english, italian),
        /j\.tsv: the columns are the other way round: .* --from en --to it/,
      ],
      [
        'English beside names',
        'k.tsv',
        columns(
          english,
          english.map(() => 'Trieste'),
        ),
        /k\.tsv: the columns are the other way round/,
      ],
      [
        'Italian as translations',
        'l.tsv',
        columns(
          english.map(() => 'Trieste'),
          italian,
        ),
        /l\.tsv: the second column is Italian, not English/,
      ],
      [
        'a single pair',
        'm.tsv',
        'La banca apre.\tThe bank opens.\n',
        /Nothing could be learned: .* and there are 1\. Give more/,
      ],
    ]
    for (const [why, name, content, message] of cases) {
      writeFileSync(join(root, name), content)
      await t.rejects(tryToLearn(join(root, name)), { name: 'LexiconError', message }, why)
    }
    const failed = await learn(join(root, 'a.tsv'))
    t.match(
      failed,
      { code: 2, stdout: '', stderr: /^bifora: [^\n]+a\.tsv, line 7 [^\n]+\n$/ },
      'said in one line',
    )
    const wrong: [files: string[], options: Partial<LearnOptions>, message: RegExp][] = [
      [[], {}, /There is nothing to learn from\. Give files of sentence pairs .*, or --documents/],
      [[join(root, 'manca.tsv')], {}, /manca\.tsv does not exist/],
      [[root], {}, /is a folder\. Give files/],
      [[file], { to: 'fr' }, /Nothing can be learned from "it" to "fr"\. Use --from it --to en/],
      [[file], { to: 'it' }, /Nothing can be learned from "it" to "it"/],
      [[file], { output: join(root, 'data') }, /cannot be used|is a folder/],
    ]
    for (const [files, options, message] of wrong) {
      await t.rejects(learnCommand(files, { ...usual, ...options }), { message }, String(message))
    }
    t.equal(readFileSync(learned, 'utf8'), before)
    t.strictSame(readdirSync(join(root, 'data', 'lexicon')), ['learned-it-en.tsv'])
  },
)

t.test('Ctrl-C leaves the lexicon as it was', { skip: process.platform !== 'linux' }, async (t) => {
  const { root, dataDir, file, learned, learn } = places(t)
  await learn(file)
  const before = readFileSync(learned, 'utf8')
  const pipe = join(root, 'senza-fine')
  execFileSync('mkfifo', [pipe])
  // Opened for both, it neither waits for a reader nor comes to an end.
  const end = openSync(pipe, 'r+')
  t.teardown(() => closeSync(end))
  writeSync(end, tsv(PAIRS))
  const running = program.start(t, ['learn', pipe], { env: { DATA_DIR: dataDir } })
  const files = `/proc/${running.pid}/fd`
  await until(() => readdirSync(files).some((fd) => isLinkTo(join(files, fd), pipe)))
  running.child.kill('SIGINT')
  const { code, stdout, stderr } = await running.finished
  t.match({ code, stdout }, { code: 130, stdout: '' })
  t.equal(stderr, 'bifora: interrupted; no lexicon was written, the one before is still there.\n')
  t.equal(readFileSync(learned, 'utf8'), before)
  t.strictSame(readdirSync(join(dataDir, 'lexicon')), ['learned-it-en.tsv'])
})

function isLinkTo(path: string, wanted: string): boolean {
  try {
    return readlinkSync(path) === wanted
  } catch {
    // Closed between being listed and being read.
    return false
  }
}

const ITALIAN = `---
title: La biblioteca di via Roma
lang: it
translations: [en/library.md]
---

# La biblioteca di via Roma

La biblioteca apre anche la sera. Il sindaco ha trovato i soldi, e da marzo si potrà leggere fino alle undici.

## I libri

I libri in prestito sono passati da 10400 a 13900. La biblioteca presta anche attrezzi. Il trapano è il più richiesto.

## I bambini

Per i bambini c’è un’ora di lettura in giardino. Il sindaco legge ai bambini la prima fiaba.
`
const ENGLISH = `---
title: The library in via Roma
lang: en
---

# The library in via Roma

The library now opens in the evening as well. The mayor has found the money. From March one can read until eleven.

## The books

Books on loan have grown from 10400 to 13900. The library lends tools too. The drill is most in demand.

## The children

For children there is an hour of reading in the garden. The mayor reads the first fairy tale to the children.
`
const ALONE = `---
lang: it
---

# Il mercato del sabato

Il sabato in piazza si vendono formaggi, miele e castagne. I bambini assaggiano tutto.
`

t.test(
  'documents that are translations of each other are learned from',
  { skip: program.skip },
  async (t) => {
    const { root, dataDir, file, learned, learn } = places(t)
    const none = await learn('--documents')
    t.match(none, {
      code: 2,
      stderr: /Nothing has been indexed yet\. Index some documents first: bifora index <path>/,
    })

    for (const [path, text] of [
      ['it/biblioteca.md', ITALIAN],
      ['en/library.md', ENGLISH],
      ['it/mercato.md', ALONE],
    ] as const) {
      mkdirSync(join(root, 'documenti', path, '..'), { recursive: true })
      writeFileSync(join(root, 'documenti', path), text)
    }
    const index = (path: string) => program.run(['index', path], { env: { DATA_DIR: dataDir } })
    await index(join(root, 'documenti', 'it', 'mercato.md'))
    const untranslated = await learn('--documents')
    t.match(untranslated, {
      code: 2,
      stderr: /No indexed document in "it" and "en" is a translation of another.*translations: /,
    })

    await index(join(root, 'documenti'))
    const { code, stdout } = await learn('--documents')
    t.equal(code, 0)
    t.match(
      stdout,
      /^Learned \d+ entries from \d+ pairs of sentences \(1 pairs of documents aligned\), \d+ s\.$/m,
    )
    const { entries } = parseLexicon(readFileSync(learned, 'utf8'), 'it', 'en', learned)
    for (const [italian, english] of [
      ['biblioteca', 'library'],
      ['sindaco', 'mayor'],
      ['bambini', 'children'],
      ['libri', 'books'],
    ]) {
      const entry = entries.find(({ source }) => source === italian)
      t.match(entry, { target: english }, `${italian} is ${english}`)
    }
    t.match(entries.find(({ source }) => source === 'sindaco')?.evidence, /^seen 2 times, in pairs \d+, \d+$/)

    t.equal((await learn(file, '--documents')).code, 0)
    const text = readFileSync(learned, 'utf8')
    t.match(text, /pairs of sentences: frasi\.tsv, 1 pairs of translated documents\.$/m)
    t.match(text, /^navi\tships\t.*in pairs \S+frasi\.tsv:3, /m)
    t.match(text, /^sindaco\tmayor\t.*in pairs it\/biblioteca\.md:\d+, it\/biblioteca\.md:\d+\t2$/m)
  },
)

t.test('on a terminal a line says what goes on, elsewhere none does', async (t) => {
  const written: string[] = []
  const stream = (isTTY: boolean) =>
    ({ isTTY, columns: 20, write: (text: string) => written.push(text) > 0 }) as unknown as NodeJS.WriteStream
  const silent = createStatusLine(stream(false))
  silent.show('reading')
  silent.end()
  t.strictSame(written, [])
  const line = createStatusLine(stream(true))
  line.show('reading a file with a long name')
  line.show('again, too soon to be seen')
  line.end()
  line.end()
  t.strictSame(written, ['\rreading a file with\x1b[K', '\r\x1b[K'], 'cut to the width, removed once')
})
