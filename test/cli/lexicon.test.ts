/** The command `lexicon`: files come and go, nothing is lost on an error, and the bridge is explained. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Command } from 'commander'
import t, { type Test } from 'tap'
import { EXIT, explain } from '../../cli/exit.ts'
import { readLexicons } from '../../cli/lexicon/files.ts'
import { addLexiconCommand } from '../../cli/lexicon.ts'
import { LexiconError } from '../../language/bridge/lexicon.ts'

type Ran = { code: number | undefined; stdout: string; stderr: string; error: unknown }

/** Runs `bifora lexicon …` on a data directory. */
async function run(dataDir: string, args: string[], signal = new AbortController().signal): Promise<Ran> {
  const ran: Ran = { code: undefined, stdout: '', stderr: '', error: undefined }
  const program = new Command('bifora')
    .exitOverride()
    .configureOutput({ writeErr: () => {}, writeOut: () => {} })
  addLexiconCommand(program, {
    dataDir: () => dataDir,
    signal,
    stdout: { write: (text) => (ran.stdout += text) },
    stderr: { write: (text) => (ran.stderr += text) },
    onDone: (code) => {
      ran.code = code
    },
  })
  await program.parseAsync(['lexicon', ...args], { from: 'user' }).catch((error: unknown) => {
    ran.error = error
  })
  return ran
}

/** A data directory and a folder of files to import. */
function places(t: Test): { dataDir: string; folder: string; stored: (name: string) => string } {
  const root = t.testdir({ data: {}, files: {} })
  const dataDir = join(root, 'data')
  return { dataDir, folder: join(root, 'files'), stored: (name) => join(dataDir, 'lexicon', name) }
}

function writeDictionary(folder: string, name: string): void {
  const text = 'cavo /ˈkavo/ <n>\ncable, rope\n'
  const digit = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'[Buffer.byteLength(text)]
  writeFileSync(join(folder, `${name}.index`), `cavo\tA\t${digit}\n`)
  writeFileSync(join(folder, `${name}.dict.dz`), gzipSync(text))
}

const TURTLE = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://example.org/1> skos:prefLabel "posa di cavi"@it, "cable laying"@en .
`

t.test('files of every kind become lexicons of the data directory', async (t) => {
  const { dataDir, folder, stored } = places(t)
  writeFileSync(
    join(folder, 'Il mio glossario.tsv'),
    'cavo sottomarino\tsubmarine cable\nbanca\tbank\t0.8\t0.6\tseen\n',
  )
  writeFileSync(join(folder, 'voci-en-it.tsv'), '# via: learned\nsubsea cable\tcavo sottomarino\n')
  writeFileSync(join(folder, 'posa.ttl'), TURTLE)
  writeDictionary(folder, 'freedict-ita-eng')
  writeDictionary(folder, 'mare')
  const cases: [why: string, args: string[], name: string, text: string, said: RegExp][] = [
    [
      'TSV',
      ['Il mio glossario.tsv'],
      'Il-mio-glossario.tsv',
      '# via: own\ncavo sottomarino\tsubmarine cable\nbanca\tbank\t0.8\t0.6\tseen\n',
      /^Added Il-mio-glossario: 2 pairs, it–en, own\./,
    ],
    [
      'TSV that says its direction and where its pairs come from',
      ['voci-en-it.tsv'],
      'voci-en-it.tsv',
      '# via: learned\nsubsea cable\tcavo sottomarino\n',
      /Added voci-en-it: 1 pairs, en–it, learned/,
    ],
    [
      'a dictionary by its index',
      ['freedict-ita-eng.index'],
      'freedict-it-en.tsv',
      '# via: dictionary\ncavo\tcable\ncavo\trope\n',
      /Added freedict-it-en: 2 pairs, it–en, dictionary/,
    ],
    [
      'the same by both files, again',
      ['freedict-ita-eng.dict.dz', 'freedict-ita-eng.index'],
      'freedict-it-en.tsv',
      '# via: dictionary\ncavo\tcable\ncavo\trope\n',
      /^Replaced freedict-it-en: [^\n]*\n$/,
    ],
    [
      'a dictionary whose name does not say its languages',
      ['mare.index', '--from', 'it', '--to', 'en', '--name', 'nautica'],
      'nautica.tsv',
      '# via: dictionary\ncavo\tcable\ncavo\trope\n',
      /Added nautica/,
    ],
    [
      'a thesaurus, from English',
      ['posa.ttl', '--from', 'en', '--to', 'it'],
      'posa-en-it.tsv',
      '# via: thesaurus\ncable laying\tposa di cavi\t\t\thttp://example.org/1\n',
      /Added posa-en-it: 1 pairs, en–it, thesaurus/,
    ],
  ]
  for (const [why, [file = '', ...rest], name, text, said] of cases) {
    const args = rest.map((arg) => (arg.startsWith('freedict') ? join(folder, arg) : arg))
    const { code, stdout, error } = await run(dataDir, ['add', join(folder, file), ...args])
    t.equal(error, undefined, why)
    t.equal(code, EXIT.done, why)
    t.match(stdout, said, why)
    t.equal(readFileSync(stored(name), 'utf8'), text, why)
  }
  t.notOk(
    readdirSync(join(dataDir, 'lexicon')).some((name) => name.endsWith('.tmp')),
    'no temporary file stays',
  )
  const { lexicons, problems } = readLexicons(dataDir)
  t.same(problems, [])
  t.same(
    lexicons.map(({ name, from, to, via }) => [name, from, to, via]),
    [
      ['it-en', 'it', 'en', 'lexicon'],
      ['it', 'it', 'it', 'variant'],
      ['en', 'en', 'en', 'variant'],
      ['Il-mio-glossario', 'it', 'en', 'own'],
      ['freedict-it-en', 'it', 'en', 'dictionary'],
      ['nautica', 'it', 'en', 'dictionary'],
      ['posa-en-it', 'en', 'it', 'thesaurus'],
      ['voci-en-it', 'en', 'it', 'learned'],
    ],
    'all of them are read',
  )
})

t.test('a pair of words goes into the lexicon of own pairs, once', async (t) => {
  const { dataDir, stored } = places(t)
  const own = stored('own.tsv')
  t.match(
    (await run(dataDir, ['add', 'cavo sottomarino', 'submarine cable'])).stdout,
    /^Added "cavo sottomarino" – "submarine cable" to .*own\.tsv\.\n$/,
  )
  const again = await run(dataDir, ['add', 'Cavo  sottomarino ', 'submarine CABLE'])
  t.match(again.stdout, /is already in .*own\.tsv/)
  t.equal(again.code, EXIT.done)
  await run(dataDir, ['add', '--from', 'en', '--to', 'it', 'chipmaker', 'fabbricante di chip'])
  t.equal(
    readFileSync(own, 'utf8'),
    '# via: own\ncavo sottomarino\tsubmarine cable\nfabbricante di chip\tchipmaker\n',
  )

  writeFileSync(own, '# via: own\n# my comment\nbanca\tbank')
  await run(dataDir, ['add', 'posa', 'laying'])
  t.equal(
    readFileSync(own, 'utf8'),
    '# via: own\n# my comment\nbanca\tbank\nposa\tlaying\n',
    'what was there stays as it is',
  )
})

t.test('on any error everything stays as it was', async (t) => {
  const { dataDir, folder, stored } = places(t)
  const file = (name: string): string => join(folder, name)
  writeFileSync(file('glossario.tsv'), 'cavo\tcable\n')
  await run(dataDir, ['add', file('glossario.tsv')])
  await run(dataDir, ['add', 'posa', 'laying'])
  writeFileSync(file('glossario.tsv'), 'banca\tbank\nno pair\n')
  writeFileSync(file('vuoto.tsv'), '# nothing\n')
  writeFileSync(file('latin.tsv'), Buffer.from('citt\xe0\tcity\n', 'latin1'))
  writeFileSync(file('good.tsv'), 'banca\tbank\n')
  writeFileSync(file('bad.ttl'), TURTLE.slice(0, -5))
  writeFileSync(file('doctype.rdf'), '<!DOCTYPE x><x/>')
  writeFileSync(file('list.docx'), 'x')
  writeFileSync(file('half-ita-eng.index'), 'x\tA\tB\n')
  mkdirSync(file('folder.ttl'))
  writeDictionary(folder, 'mare')
  writeDictionary(folder, 'cut-ita-eng')
  const packed = readFileSync(file('cut-ita-eng.dict.dz'))
  writeFileSync(file('cut-ita-eng.dict.dz'), packed.subarray(0, -10))
  const before = readdirSync(join(dataDir, 'lexicon')).map((name) => [
    name,
    readFileSync(stored(name), 'utf8'),
  ])
  const cases: [why: string, args: string[], message: RegExp][] = [
    ['a line that is no pair', [file('glossario.tsv')], /glossario\.tsv, line 2: "no pair" is no pair/],
    ['a good file beside a bad one', [file('good.tsv'), file('bad.ttl')], /bad\.ttl, line \d/],
    ['no pairs', [file('vuoto.tsv')], /vuoto\.tsv has no pairs/],
    ['another encoding', [file('latin.tsv')], /latin\.tsv is not UTF-8/],
    ['a document type', [file('doctype.rdf')], /doctype\.rdf, line 1: document type/],
    ['an unknown kind of file', [file('list.docx')], /list\.docx is no kind of file .* Use \.tsv/],
    ['a folder', [file('folder.ttl')], /folder\.ttl is a folder/],
    [
      'half a dictionary',
      [file('half-ita-eng.index')],
      /half of a dictionary: .*half-ita-eng\.dict is not beside it/,
    ],
    [
      'a dictionary cut short',
      [file('cut-ita-eng.dict.dz')],
      /cut-ita-eng\.dict\.dz is damaged or was cut short/,
    ],
    [
      'a dictionary of unknown direction',
      [file('mare.index')],
      /mare\.index does not say .* --from it --to en/,
    ],
    ['a file that is not there', [file('missing.tsv')], /There is no file ".*missing\.tsv"/],
    ['three words', ['uno', 'due', 'tre'], /There is no file "uno"\. Give files, or a pair/],
    ['one word', ['uno'], /There is no file "uno"/],
    ['a pair without a word', ['di', 'of'], /"di" has no word that searches look for/],
    ['an empty pair', ['posa', ' '], /" " has no word/],
    ['a pair that would be a comment', ['#posa', 'laying'], /"#posa" has no word/],
    ['a pair with a name', ['posa', 'laying', '--name', 'x'], /leave --name out/],
    ['one language', [file('good.tsv'), '--from', 'it'], /--from and --to together, out of it and en/],
    [
      'an unknown language',
      [file('good.tsv'), '--from', 'it', '--to', 'fr'],
      /"fr" is no language of Bifora/,
    ],
    ['the same language', [file('good.tsv'), '--from', 'it', '--to', 'it'], /both "it"/],
    ['a name that is a path', [file('good.tsv'), '--name', '../good'], /"\.\.\/good" cannot name a lexicon/],
    [
      'the name of own pairs',
      [file('good.tsv'), '--name', 'own'],
      /"own" is for pairs that are added one by one/,
    ],
    [
      'two files of one name',
      [file('good.tsv'), file('good.tsv').replace('good', './good')],
      /both be the lexicon "good"/,
    ],
  ]
  for (const [why, args, message] of cases) {
    const { code, stdout, error } = await run(dataDir, ['add', ...args])
    t.type(error, LexiconError, why)
    t.match((error as Error).message, message, why)
    t.equal(code, undefined, why)
    t.equal(stdout, '', why)
  }
  writeFileSync(stored('own.tsv'), 'broken')
  t.match((await run(dataDir, ['add', 'banca', 'bank'])).error, {
    message: /own\.tsv, line 1: "broken" is no pair/,
  })
  t.equal(readFileSync(stored('own.tsv'), 'utf8'), 'broken', 'not even what cannot be read is replaced')
  writeFileSync(stored('own.tsv'), before.find(([name]) => name === 'own.tsv')?.[1] ?? '')

  const stopped = AbortSignal.abort()
  writeFileSync(file('long.ttl'), TURTLE)
  const interrupted = await run(dataDir, ['add', file('long.ttl')], stopped)
  t.equal((interrupted.error as Error).name, 'AbortError', 'Ctrl-C')
  const after = readdirSync(join(dataDir, 'lexicon')).map((name) => [
    name,
    readFileSync(stored(name), 'utf8'),
  ])
  t.same(after, before, 'the lexicons are what they were before')
})

t.test('lexicons are listed, and a broken one costs none of the others', async (t) => {
  const { dataDir, stored } = places(t)
  const { code, stdout } = await run(dataDir, ['list'])
  t.match(
    stdout,
    /^it-en {2}it–en {2}lexicon .*it-en\.tsv\nit +it–it {2}variant .*it\.tsv\nen +en–en {2}variant .*en\.tsv\n$/,
    'the packaged ones alone',
  )
  t.equal(code, EXIT.done)

  await run(dataDir, ['add', 'posa', 'laying'])
  writeFileSync(stored('broken.tsv'), 'cavo\tcable\nno pair\n')
  writeFileSync(stored('.hidden.tsv'), 'no pair')
  writeFileSync(stored('notes.txt'), 'no pair')
  mkdirSync(stored('folder.tsv'))
  const listed = await run(dataDir, ['list'])
  t.match(listed.stdout, /own +it–en +own +1 pairs/)
  t.match(listed.stderr, /^bifora: not used: .*broken\.tsv, line 2: "no pair" is no pair\. .*\n$/)
  t.equal(listed.code, EXIT.partly)
  const json = JSON.parse((await run(dataDir, ['list', '--json'])).stdout)
  t.match(json.lexicons, [
    { name: 'it-en', from: 'it', to: 'en', via: 'lexicon', isPackaged: true },
    { name: 'it', from: 'it', to: 'it', via: 'variant', isPackaged: true },
    { name: 'en', from: 'en', to: 'en', via: 'variant', isPackaged: true },
    { name: 'own', via: 'own', entries: 1, path: stored('own.tsv'), isPackaged: false },
  ])
  t.match(json.problems, [{ line: 2, message: /broken\.tsv, line 2/ }])
})

t.test('a pair is rejected, whatever lexicons say, and can be added again', async (t) => {
  const { dataDir, stored } = places(t)
  const explained = async (word: string): Promise<string> => (await run(dataDir, ['explain', word])).stdout
  t.match(await explained('rete'), /goal/)
  t.match(
    (await run(dataDir, ['reject', 'reti', 'goals'])).stdout,
    /^Rejected "reti" – "goals" in .*rejected\.tsv\.\n$/,
  )
  t.match(await explained('rete'), / no translation of reti: goals\n/)
  t.notMatch(await explained('rete'), /goal +lexicon/)
  t.match(await explained('goal'), / no translation of goals: reti\n/)
  t.match((await run(dataDir, ['reject', 'rete', 'goal'])).stdout, /^"reti" – "goals" is already in /)
  t.match((await run(dataDir, ['list'])).stdout, /rejected +it–en +own +1 pairs/)

  t.match(
    (await run(dataDir, ['add', 'rete', 'goal'])).stdout,
    /^Added "rete" – "goal" .* It was rejected before\.\n$/,
  )
  t.notMatch(readFileSync(stored('rejected.tsv'), 'utf8'), /goal/)
  t.match((await run(dataDir, ['reject', 'rete', 'goal'])).stdout, /It was a pair of your own before\.\n$/)
  t.notMatch(readFileSync(stored('own.tsv'), 'utf8'), /goal/)
  for (const [it, en, message] of [
    ['della', 'goal', /articles and prepositions/],
    ['2024', 'goal', /no letter/],
  ] as const) {
    t.match((await run(dataDir, ['reject', it, en])).error, { name: 'LexiconError', message })
  }
})

t.test('there is a limit to a lexicon and to all of them, and own pairs are always there', async (t) => {
  const { dataDir, folder, stored } = places(t)
  const pairs = (count: number): string =>
    Array.from({ length: count }, (_, index) => `p${index}\tw${index}\n`).join('')
  writeFileSync(join(folder, 'huge.tsv'), pairs(300_001))
  const refused = await run(dataDir, ['add', join(folder, 'huge.tsv')])
  t.match(refused.error, {
    name: 'LexiconError',
    message: /more than 300000 entries, the most/,
    line: 300_001,
  })
  await run(dataDir, ['add', 'posa', 'laying'])
  writeFileSync(stored('a.tsv'), pairs(250_000))
  writeFileSync(stored('b.tsv'), pairs(250_000))
  writeFileSync(stored('c.tsv'), pairs(2))
  const { lexicons, problems } = readLexicons(dataDir)
  t.strictSame(
    lexicons.filter(({ isPackaged }) => !isPackaged).map(({ name }) => name),
    ['a', 'c', 'own'],
  )
  t.match(problems, [{ message: /b\.tsv is one too many: .* more than 500000 entries/ }])
})

t.test('a lexicon that was added can be removed, the packaged one cannot', async (t) => {
  const { dataDir, stored } = places(t)
  t.match((await run(dataDir, ['remove', 'own'])).error, {
    message: /There is no lexicon "own"\. None have been added/,
  })
  await run(dataDir, ['add', 'posa', 'laying'])
  t.match((await run(dataDir, ['remove', 'oven'])).error, { message: /no lexicon "oven"\. There are: own\./ })
  t.match((await run(dataDir, ['remove', 'it-en'])).error, { message: /"it-en" comes with Bifora and stays/ })
  t.match((await run(dataDir, ['remove', '../lexicon/own'])).error, { message: /There is no lexicon/ })
  const { code, stdout } = await run(dataDir, ['remove', 'own.tsv'])
  t.match(stdout, /^Removed .*own\.tsv\.\n$/)
  t.equal(code, EXIT.done)
  t.notOk(existsSync(stored('own.tsv')))
})

t.test('what the bridge knows of a word is explained in both languages', async (t) => {
  const { dataDir, stored } = places(t)
  mkdirSync(join(dataDir, 'lexicon'))
  writeFileSync(
    stored('eurovoc.tsv'),
    '# via: thesaurus\nposa di zorpi\tzorp laying\t\t\thttp://example.org/1\n',
  )
  writeFileSync(stored('own.tsv'), '# via: own\nzorpo\tzorp\nzorpa\tto zorpify\n')
  const it = await run(dataDir, ['explain', 'posa', 'di', 'zorpi'])
  t.equal(it.code, EXIT.done)
  t.match(
    it.stdout,
    /^Italian:\n {2}posa di zorpi \(pos zorp\)\n {4}1\.00 {2}zorp laying {2}thesaurus · http:\/\/example\.org\/1\n/,
  )
  t.match(
    it.stdout,
    / {2}zorpo \(zorp\)\n {4}0\.50 {2}zorp +own · for zorpo\n {4}0\.50 {2}to zorpify +own · for zorpa\n/,
  )
  t.match(
    (await run(dataDir, ['explain', 'zorps'])).stdout,
    /Italian: nothing is known .*\nEnglish:\n {2}zorp \(zorp\)\n {4}1\.00 {2}zorpo {2}own\n/,
  )
  const json = JSON.parse((await run(dataDir, ['explain', '--json', 'Zorpi'])).stdout)
  t.match(json, {
    words: 'Zorpi',
    languages: [
      {
        lang: 'it',
        terms: ['zorp'],
        units: [
          {
            word: 'zorpo',
            translations: [{ lang: 'en', word: 'zorp', weight: 0.5, via: 'own', sources: ['zorpo'] }, {}],
          },
        ],
      },
      { lang: 'en', terms: ['zorpi'], units: [] },
    ],
  })
  const unknown = await run(dataDir, ['explain', 'qwxyz'])
  t.equal(unknown.code, EXIT.partly)
  t.equal(
    unknown.stdout,
    'Italian: nothing is known of "qwxyz" (qwxyz).\nEnglish: nothing is known of "qwxyz" (qwxyz).\n',
  )
  const empty = await run(dataDir, ['explain', '??'])
  t.equal(empty.code, EXIT.partly)
  t.match(empty.stdout, /Italian: "\?\?" has no word that searches look for/)
})

t.test('an error of a lexicon is one clear line and exit code 2', async (t) => {
  let text = ''
  const stream = { write: (line: string) => (text += line) } as unknown as NodeJS.WritableStream
  t.equal(
    explain(new LexiconError('glossario.tsv, line 3: no.', 3), new AbortController().signal, stream),
    EXIT.failed,
  )
  t.equal(text, 'bifora: glossario.tsv, line 3: no.\n')
})
