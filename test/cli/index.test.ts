/** `bifora index`: what it makes of folders good and bad, what it says about them, and that nothing is lost. */
import {
  appendFileSync,
  chmodSync,
  chownSync,
  closeSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import type { PlaceSummary } from '../../indexer/place.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { makeProgram, until } from './program.ts'

const program = await makeProgram(t)
const { skip, search } = program
const dataDir = program.makeDir('data')
const env = { DATA_DIR: dataDir }

/** Indexes. Lines about how far it is come by time: on a slow machine there are some. */
async function index(...args: string[]) {
  const ran = await program.run(['index', ...args], { env })
  return { ...ran, stderr: ran.stderr.replace(/^Indexing .* files looked at, .*\n/gm, '') }
}

/** Indexes with `--json` and takes the one line on standard output apart. */
async function indexAsJson(...args: string[]) {
  const { code, stdout, stderr } = await index(...args, '--json')
  if (!/^\{.*\}\n$/.test(stdout)) throw new Error(`No single JSON object: ${stdout}${stderr}`)
  const { places, skipped, warnings } = JSON.parse(stdout) as { places: PlaceSummary[] } & Pick<
    PlaceSummary,
    'skipped' | 'warnings'
  >
  return { code, places, summary: { ...(places[0] as PlaceSummary), skipped, warnings } }
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
    'relazione.exe': 'MZ',
    'note.xz': 'no archive that is read',
    '.hidden.txt': 'nothing',
    loop: t.fixture('symlink', '.'),
  })
  const first = await index(folder)
  t.match(first, { code: 0, stderr: '' })
  t.match(
    first.stdout,
    /^Indexed .*: 2 new; it has 2 documents \(1 (it|en), 1 (it|en)\) in 2 passages, \d+ s\.\n/,
  )
  t.match(first.stdout, /^Skipped 3:$/m)
  t.match(first.stdout, /^ {2}unsupported format \.exe: relazione\.exe$/m)
  t.match(first.stdout, /^ {2}packed with xz, which is not read: .*: note\.xz$/m)
  t.match(first.stdout, /^ {2}symbolic link, not followed: loop$/m, 'a loop of links ends')

  const again = await index(folder)
  t.match(again, { code: 0, stderr: '', stdout: /^.*: nothing has changed, 2 documents/ })
  const before = (await search(dataDir, 'porto')).index.generation

  const rebuilt = await indexAsJson(folder, '--rebuild')
  t.match(rebuilt, {
    code: 0,
    summary: { added: 0, changed: 2, documents: 2, passages: 2, languages: { it: 1, en: 1 }, warnings: [] },
  })
  t.strictSame(
    rebuilt.summary.skipped.map(({ path, kind }) => [path, kind]),
    [
      ['loop', 'ignored'],
      ['note.xz', 'ignored'],
      ['relazione.exe', 'ignored'],
    ],
  )
  t.not((await search(dataDir, 'porto')).index.generation, before, 'it was built anew')

  appendFileSync(join(folder, 'it', 'porto.txt'), '\nAnche i rimorchiatori diventeranno elettrici.\n')
  const dry = await indexAsJson(folder, '--dry-run')
  t.match(dry, { code: 0, summary: { would: { add: [], change: ['it/porto.txt'], remove: [] } } })
  t.match(await search(dataDir, 'rimorchiatori'), { total: { value: 0 } }, 'a dry run does nothing')
  const changed = { added: 0, changed: 1, removed: 0, unchanged: 1, documents: 2 }
  t.match(await indexAsJson(folder), { code: 0, summary: changed }, 'a changed file is noticed')
  t.match(await search(dataDir, 'rimorchiatori'), { total: { value: 1 } })
  const now = new Date()
  utimesSync(join(folder, 'it', 'porto.txt'), now, now)
  t.match(await indexAsJson(folder), { summary: { changed: 0 } }, 'the time of a file says nothing')
})

t.test('places: what is gone goes, and nothing of another place', { skip }, async (t) => {
  const env = { DATA_DIR: program.makeDir('places') }
  const run = async (...args: string[]) => program.run(args, { env })
  const folder = t.testdir({
    uno: { 'porto.txt': harbor, sotto: { 'library.md': library } },
    due: { 'porto.txt': `${harbor}\nAnche Ancona comincia.\n` },
    vuoto: {},
  })
  const [one, two] = [join(folder, 'uno'), join(folder, 'due')]
  t.match(await run('index', one, two), { code: 0 })
  t.match(await search(env.DATA_DIR, 'crociera'), { total: { value: 2 } }, 'same path, two places')
  t.match((await run('places')).stdout, /^due\t1 document\t.*\nuno\t2 documents\t/)

  rmSync(join(one, 'porto.txt'))
  t.match((await run('index', one, '--keep-missing')).stdout, /uno: nothing has changed, 2 documents/)
  t.match((await run('index', one)).stdout, /^Indexed uno: 1 removed, 1 unchanged; it has 1 documents/)
  t.match(await search(env.DATA_DIR, 'crociera'), { total: { value: 1 } })

  t.match((await run('index', join(one, 'sotto'))).stdout, /^uno: nothing has changed/, 'a part of a place')
  renameSync(join(one, 'sotto'), join(folder, 'altrove'))
  const unmounted = await run('index', one)
  t.match(unmounted, { code: 2, stderr: /^bifora: Nothing is left below ".*uno", where 1 .*--allow-empty/ })
  t.match(await search(env.DATA_DIR, 'drills'), { total: { value: 1 } }, 'nothing was removed')
  renameSync(one, join(folder, 'smontato'))
  t.match(await run('index', one), { code: 2, stderr: /cannot find/ }, 'nor where the folder itself is gone')
  t.match(await search(env.DATA_DIR, 'drills'), { total: { value: 1 } })
  renameSync(join(folder, 'smontato'), one)
  t.match(await run('index', one, '--allow-empty'), { code: 0, stdout: /1 removed/ })

  renameSync(join(folder, 'altrove'), join(one, 'sotto'))
  t.match(await run('index', join(one, 'sotto')), { code: 0, stdout: /^Indexed uno: 1 new/ })
  t.match(
    (await run('index', folder)).stdout,
    /: 2 changed; it has 2 documents/,
    'places inside become a part',
  )
  t.equal((await run('places')).stdout.trim().split('\n').length, 1)
  t.match(await search(env.DATA_DIR, 'crociera'), {
    total: { value: 1 },
    results: [{ path: 'due/porto.txt' }],
  })

  t.match(await run('forget', 'tre'), { code: 2, stderr: /^bifora: There is no place "tre"\. Places: / })
  t.match(await run('forget', folder), { code: 0, stdout: /2 documents were removed/ })
  t.match(await search(env.DATA_DIR, 'crociera'), { total: { value: 0 } })
})

t.test('a mapping of columns is checked, and remembered with its place', { skip }, async (t) => {
  const folder = t.testdir({
    'avvisi.csv': `codice;riga;corpo\nA1;Banchine elettriche;Il porto accende le prese.\n`,
  })
  const wrong = await index(folder, '--map', 'titolo=riga')
  t.equal(wrong.code, 2)
  t.match(wrong.stderr, /"titolo" is no field of a document.*the fields are title, text, date/)

  const titleOf = async (): Promise<string | undefined> =>
    (await search(dataDir, 'banchine')).results[0]?.title
  await indexAsJson(folder)
  t.not(await titleOf(), 'Banchine elettriche', 'nobody has said which column is the title')
  const { summary } = await indexAsJson(folder, '--map', 'title=riga,text=corpo')
  t.equal(summary.added + summary.changed > 0, true, 'with a mapping all is read again')
  t.equal(await titleOf(), 'Banchine elettriche')
  appendFileSync(join(folder, 'avvisi.csv'), 'A2;Biblioteca;La biblioteca presta attrezzi.\n')
  await indexAsJson(folder)
  t.equal(await titleOf(), 'Banchine elettriche', 'and the place remembers it')
  t.equal((await indexAsJson(folder)).summary.changed, 0)
})

t.test('a file that fails keeps its last good version', { skip }, async (t) => {
  const env = { DATA_DIR: program.makeDir('failing') }
  const folder = t.testdir({ 'porto.txt': harbor, 'library.md': library })
  await program.run(['index', folder], { env })
  writeFileSync(join(folder, 'porto.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2]))
  writeFileSync(join(folder, 'library.md'), '<!-- nothing to be read -->\n')
  const { code, stdout } = await program.run(['index', folder], { env })
  t.equal(code, 1)
  t.match(stdout, /^ {2}text, binary file: porto\.txt$/m)
  t.match(stdout, /^ {2}no text: library\.md$/m)
  t.match(await search(env.DATA_DIR, 'crociera'), { total: { value: 1 } })
  t.match(await search(env.DATA_DIR, 'drills'), { total: { value: 1 } })
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
  const { index: generation, total } = await search(dataDir, 'porto')
  const before = { index: generation, total }
  const cases: [args: string[], message: RegExp][] = [
    [
      [join(folder, 'missing')],
      /^bifora: Nothing was indexed: cannot find ".*missing": there is no such file/,
    ],
    [[join(folder, 'void')], /^bifora: Nothing was indexed: .*void has no document that can be read/],
    [
      [join(folder, 'bad')],
      /no document .*\nSkipped 4:\n {2}text, binary file: pro.*\n {2}markdown, empty file: spazi\.md\n {2}text, empty file: vuoto\.txt\n {2}image; set OCR=on to read it: foto\.jpg/,
    ],
  ]
  for (const [args, message] of cases) {
    const { code, stdout, stderr } = await index(...args)
    t.equal(code, 2, stderr)
    t.match(stderr, message)
    t.equal(stdout, '', 'nothing on standard output')
  }
  t.match(await search(dataDir, 'porto'), before, 'the index answers as before')
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
  const env = { DATA_DIR: program.makeDir('odd') }
  const { code, stdout, stderr } = await program.run(['index', folder], { env })
  t.match({ code, stderr }, { code: 1, stderr: '' }, 'done, but only in part')
  t.match(stdout, /^Indexed .*: 6 new; it has 6 documents /)
  t.match(stdout, /^ {2}text, encoding not recognized: .*: giapponese\.txt, russo\.txt$/m)
  t.match(stdout, /^ {2}text, empty file: vuoto\.txt$/m)
  t.match(stdout, /^ {2}markdown, binary file: binario\.md$/m)
  t.match(stdout, /^ {2}testata\.md: front matter is not valid YAML \(line \d.*: read line by line$/m)

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
  t.match(stdout, /: 1 new; it has 1 documents /)
  t.match(stdout, /^ {2}no permission to read it: chiusa, segreto\.txt$/m)
})

t.test('a line of 100 MB is cut into paragraphs, in little memory', { skip }, async (t) => {
  const folder = t.testdir({ testi: {} })
  const line = openSync(join(folder, 'testi', 'riga.txt'), 'w')
  const megabyte = Buffer.from(harbor.replaceAll(/\s+/g, ' ').repeat(4000).slice(0, 1_000_000))
  for (let written = 0; written < 100; written += 1) writeSync(line, megabyte)
  closeSync(line)
  const ownDir = program.makeDir('line')
  const running = program.start(t, ['index', join(folder, 'testi')], { env: { DATA_DIR: ownDir } })
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
  t.match(stdout, /^Indexed testi: 1 new; it has 1 documents \(1 it\)/)
  t.match(stdout, /^ {2}riga\.txt: a line of more than 32 KB was cut into paragraphs$/m)
  if (process.platform === 'linux') t.ok(peakKb > 0 && peakKb < 600_000, `at most ${peakKb} kB of memory`)
  t.match(await search(ownDir, 'crociera'), {
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
