/** `bifora index`: what it makes of folders good and bad, what it says about them, and that nothing is lost. */
import { appendFileSync, chmodSync, chownSync, closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { IndexSummary } from '../../indexer/pipeline.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { makeProgram, until } from './program.ts'

const program = await makeProgram(t)
const { skip, search } = program
const dataDir = program.makeDir('data')
const env = { DATA_DIR: dataDir }

const index = (...args: string[]) => program.run(['index', ...args], { env })

/** Indexes with `--json` and takes the one line on standard output apart. */
async function indexAsJson(...args: string[]) {
  const { code, stdout, stderr } = await index(...args, '--json')
  if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`No single JSON object: ${stdout}${stderr}`)
  return { code, summary: JSON.parse(stdout) as IndexSummary & { unchanged?: true } }
}

const harbor = `Il porto di Trieste elettrifica le banchine

L'autorità portuale ha acceso le prime prese di corrente per le navi da crociera: durante la sosta i motori restano
spenti, e nei quartieri vicini l'aria torna respirabile. La spesa è di dodici milioni di euro.
`
const library = `# A library that lends tools

Since March the town library has been lending drills, ladders and a sewing machine. Members book them online, and most
of what was broken on the way has been mended by the people who broke it.
`

t.test('a folder is indexed, and again only when something has changed', { skip }, async (t) => {
  const folder = t.testdir({
    it: { 'porto.txt': harbor },
    en: { 'library.md': library },
    'relazione.pdf': '%PDF-1.7',
    'note.docx': 'PK',
    '.hidden.txt': 'nothing',
    loop: t.fixture('symlink', '.'),
  })
  const first = await index(folder)
  t.match(first, { code: 0, stderr: '' })
  t.match(first.stdout, /^Indexed 2 documents \(1 (it|en), 1 (it|en)\) in 2 passages, \d+ s\.\n/)
  t.match(first.stdout, /^Skipped 3:$/m)
  t.match(first.stdout, /^ {2}unsupported format \.pdf \(Bifora reads \.txt and \.md\): relazione\.pdf$/m)
  t.match(first.stdout, /^ {2}unsupported format \.docx .*: note\.docx$/m)
  t.match(first.stdout, /^ {2}symbolic link, not followed: loop$/m, 'a loop of links ends')

  const again = await index(folder)
  t.match(again, {
    code: 0,
    stderr: '',
    stdout: /^Nothing has changed since the last time\. --force indexes again\.\n$/,
  })
  const before = (await search(dataDir, 'porto')).index.generation

  const forced = await indexAsJson(folder, '--force')
  t.match(forced, {
    code: 0,
    summary: { documents: 2, passages: 2, languages: { it: 1, en: 1 }, warnings: [] },
  })
  t.strictSame(
    forced.summary.skipped.map(({ path, kind }) => [path, kind]),
    [
      ['loop', 'ignored'],
      ['note.docx', 'ignored'],
      ['relazione.pdf', 'ignored'],
    ],
  )
  t.not((await search(dataDir, 'porto')).index.generation, before, 'it was built anew')

  appendFileSync(join(folder, 'it', 'porto.txt'), '\nAnche i rimorchiatori diventeranno elettrici.\n')
  t.match(await indexAsJson(folder), { code: 0, summary: { documents: 2 } }, 'a changed file is noticed')
  t.match(await search(dataDir, 'crociera'), {
    total: { value: 1 },
    results: [{ path: 'it/porto.txt' }],
  })

  const single = await indexAsJson(join(folder, 'en', 'library.md'))
  t.match(single, { code: 0, summary: { documents: 1 } }, 'a single file is a source too')
  t.match(await search(dataDir, 'crociera'), { total: { value: 0 } }, 'what is not named any more is gone')
})

t.test('where there is nothing to index, the index stays as it was', { skip }, async (t) => {
  const folder = t.testdir({
    good: { 'porto.txt': harbor },
    bad: {
      'foto.jpg': 'x',
      'vuoto.txt': '',
      'spazi.md': ' \n\n',
      'programma.txt': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]),
    },
    void: {},
  })
  await index(join(folder, 'good'))
  const before = (await search(dataDir, 'porto')).index.generation
  const cases: [args: string[], message: RegExp][] = [
    [
      [join(folder, 'missing')],
      /^bifora: Nothing was indexed: cannot find ".*missing": there is no such file/,
    ],
    [[join(folder, 'void')], /^bifora: Nothing was indexed: .*void has no document that can be read/],
    [
      [join(folder, 'bad')],
      /no document .*\nSkipped 4:\n {2}empty file: spazi\.md, vuoto\.txt\n {2}unsupported .*\.jpg\n {2}binary file: pro/,
    ],
  ]
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = await index(...args)
    t.equal(code, 2, stderr)
    t.match(stderr, message)
    t.equal(stdout, '', 'nothing on standard output')
  }
  t.match(
    await search(dataDir, 'porto'),
    { index: { generation: before }, total: { value: 1 } },
    'the index answers as before',
  )
})

/** The characters of Windows-1252 that are not Latin-1 and stand in the texts below. */
const windows1252 = new Map(
  [...'€’“”–'].map((character, at) => [character, [0x80, 0x92, 0x93, 0x94, 0x96][at] ?? 0]),
)
/** The Russian letters as KOI8-R has them, from 0xC0 on; capitals follow from 0xE0 on. */
const koi8 = 'юабцдефгхийклмнопярстужвьызшэщчъ'

const encoders = {
  'utf-8': (text: string) => Buffer.from(text),
  'utf-16le': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'windows-1252': (text: string) => Buffer.from([...text].map((c) => windows1252.get(c) ?? c.charCodeAt(0))),
  'koi8-r': (text: string) =>
    Buffer.from(
      [...text].map((c) => {
        const letter = koi8.indexOf(c.toLowerCase())
        return letter === -1 ? c.charCodeAt(0) : letter + (c === koi8[letter] ? 0xc0 : 0xe0)
      }),
    ),
}

t.test('odd files: what can be read is found, what cannot is named with the reason', { skip }, async (t) => {
  const koi = encoders['koi8-r'](
    'Министерство опубликовало отчёт о развитии сетей связи в северных областях страны.'.replace('ё', 'е'),
  )
  // 半導体の輸出管理について、経済産業省は新しい指針を公表した。
  const shiftJis =
    '94bc93b191cc82cc97418f6f8ac7979d82c982c282a282c481418c6f8dcf8e598bc68fc882cd' +
    '905682b582a28e77906a82f08cf6955c82b582bd8142'
  const folder = t.testdir({
    'utf8.txt': encoders['utf-8'](
      'La velocità delle reti cresce anche nei comuni montani, dove mancano ancora due tralicci.',
    ),
    'utf16le.txt': encoders['utf-16le'](
      'L’elettricità costa meno di notte, quando le fabbriche della valle sono ferme.',
    ),
    'utf16be.md': encoders['utf-16be'](
      '# La sovranità digitale\n\nI dati dei cittadini restano negli archivi del Paese.',
    ),
    'latino.txt': encoders['windows-1252'](
      'La “creatività” dei giovani artigiani vale più di 40 € – dice l’assessore alla cultura.',
    ),
    'russo.txt': koi,
    'giapponese.txt': Buffer.from(shiftJis, 'hex'),
    'vuoto.txt': '',
    'solo-testata.md': '---\ntitle: Verbale della riunione\ndate: 2024-05-06\n---\n',
    'binario.md': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
    'testata.md':
      '---\ntitolo: [mai chiusa\n---\n\nLa biblioteca resta aperta fino a mezzanotte per tutta la sessione d’esami.\n',
  })
  const { code, stdout, stderr } = await index(folder)
  t.match({ code, stderr }, { code: 1, stderr: '' }, 'done, but only in part')
  t.match(stdout, /^Indexed 5 documents /)
  t.match(stdout, /^ {2}encoding not recognized: .*: giapponese\.txt, russo\.txt$/m)
  t.match(stdout, /^ {2}empty file: vuoto\.txt$/m)
  t.match(stdout, /^ {2}binary file: binario\.md$/m)
  t.match(stdout, /^ {2}no text: solo-testata\.md$/m)
  t.match(stdout, /^ {2}testata\.md: front matter ignored: not valid YAML \(line \d/m)

  const service = program.start(t, ['serve', '--json'], { env: { ...env, PORT: '0' } })
  const { url } = JSON.parse((await service.said(/^\{"url".*\}$/m))[0]) as { url: string }
  const cases = [
    ['velocità', 'utf8.txt'],
    ['elettricità', 'utf16le.txt'],
    ['sovranità', 'utf16be.md'],
    ['creatività', 'latino.txt'],
    ['biblioteca', 'testata.md'],
  ] as const
  for (const [word, path] of cases) {
    const { results } = (await (await fetch(`${url}/v1/search?q=${word}`)).json()) as SearchResponse
    t.match(results, [{ path }], word)
    t.equal(results.length, 1, word)
    const { text, highlights } = results[0]?.passages[0] ?? { text: '', highlights: [] }
    if (path !== 'utf16be.md')
      t.match(
        highlights.map(({ start, end }) => text.slice(start, end)),
        [word],
      )
    t.notMatch(text, /[\uFFFD\u0080-\u009F]/, 'every character is right')
  }
  service.child.kill('SIGTERM')
  t.match(await service.finished, { code: 0 })
})

/** Nothing is forbidden to root, so the program runs as another user then. */
const uid = process.getuid?.() === 0 ? 65_534 : undefined
const canRun = uid === undefined || (await program.run(['--version'], { uid })).code === 0
const skipForbidden = skip || (canRun ? false : 'run as root, where other users may not read the program')

t.test('files that may not be read are named, the others indexed', { skip: skipForbidden }, async (t) => {
  t.teardown(() => chmodSync(join(t.testdirName, 'chiusa'), 0o700))
  const folder = t.testdir({ 'porto.txt': harbor, 'segreto.txt': library, chiusa: { 'dentro.txt': library } })
  chmodSync(join(folder, 'segreto.txt'), 0)
  chmodSync(join(folder, 'chiusa'), 0)
  const ownDir = program.makeDir('data-of-another-user')
  if (uid !== undefined) chownSync(ownDir, uid, uid)
  const { code, stdout, stderr } = await program.run(['index', folder], {
    env: { DATA_DIR: ownDir },
    ...(uid === undefined ? {} : { uid }),
  })
  t.match({ code, stderr }, { code: 1, stderr: '' })
  t.match(stdout, /^Indexed 1 documents /)
  t.match(stdout, /^ {2}no permission to read it: chiusa, segreto\.txt$/m)
})

t.test('a line of 100 MB is cut into paragraphs, in little memory', { skip }, async (t) => {
  const folder = t.testdir({ testi: {} })
  const line = openSync(join(folder, 'testi', 'riga.txt'), 'w')
  const megabyte = Buffer.from(harbor.replaceAll(/\s+/g, ' ').repeat(4000).slice(0, 1_000_000))
  for (let written = 0; written < 100; written += 1) writeSync(line, megabyte)
  closeSync(line)
  const running = program.start(t, ['index', join(folder, 'testi')], { env })
  let peakKb = 0
  let hasEnded = false
  running.child.once('exit', () => {
    hasEnded = true
  })
  await until(() => {
    peakKb = Math.max(peakKb, peakMemoryKb(running.pid))
    return hasEnded
  })
  const { code, stdout } = await running.finished
  t.equal(code, 0)
  t.match(stdout, /^Indexed 1 documents \(1 it\)/)
  t.match(stdout, /^ {2}riga\.txt: a line of more than 32 KB was cut into paragraphs$/m)
  if (process.platform === 'linux') t.ok(peakKb > 0 && peakKb < 400_000, `at most ${peakKb} kB of memory`)
  t.match(await search(dataDir, 'crociera'), {
    total: { value: 1 },
    results: [{ path: 'riga.txt' }],
  })
})

/** The most memory a process has had so far, by proc(5); 0 where it is gone or the system does not tell. */
function peakMemoryKb(pid: number): number {
  try {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

t.test('a data directory that is a file is refused', { skip }, async (t) => {
  const folder = t.testdir({ 'porto.txt': harbor, data: 'not a directory' })
  for (const DATA_DIR of [join(folder, 'data'), join(folder, 'data', 'below')]) {
    const { code, stdout, stderr } = await program.run(['index', folder], { env: { DATA_DIR } })
    t.match({ code, stdout }, { code: 2, stdout: '' })
    t.match(
      stderr,
      /^bifora: The data directory .* cannot be used: .* is a file.* Move the file away, or set DATA_DIR .*\n$/,
    )
  }
  t.equal(readFileSync(join(folder, 'data'), 'utf8'), 'not a directory')
})
