/** `bifora evaluate`: what it asks, measures, writes and compares, and how it fails. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { Command, CommanderError } from 'commander'
import t, { type Test } from 'tap'
import { type Config, readConfig } from '../../cli/config.ts'
import { addEvaluateCommand } from '../../cli/evaluate.ts'
import { ndcg, recall, reciprocalRank } from '../../cli/evaluation/measures.ts'
import { parityLine, parityOf } from '../../cli/evaluation/parity.ts'
import type { Report } from '../../cli/evaluation/report.ts'
import { explain } from '../../cli/exit.ts'
import { findBinary } from '../../engine/embedded/binary.ts'
import { openEngine } from '../../engine/engine.ts'
import { EngineError } from '../../engine/errors.ts'
import { indexFolder } from '../helpers/engine.ts'

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/** A stream that hands on what is written to it. */
function collect(take: (text: string) => void): Writable {
  return new Writable({
    write: (chunk, _encoding, done) => {
      take(String(chunk))
      done()
    },
  })
}

/** Runs the command in this process, as the program does. */
async function evaluate(
  args: readonly string[],
  { dataDir = join(t.testdirName, 'none'), controller = new AbortController() } = {},
) {
  const said = { code: -1, stdout: '', stderr: '' }
  const stdout = collect((text) => {
    said.stdout += text
  })
  const stderr = collect((text) => {
    said.stderr += text
  })
  const config = (): Config => ({
    ...readConfig({ ...process.env, DATA_DIR: dataDir }, '/'),
    logLevel: 'silent',
  })
  const program = new Command('bifora')
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) })
  const { signal } = controller
  const onDone = (code: number): void => {
    said.code = code
  }
  addEvaluateCommand(program, { config, signal, stdout, stderr, onDone })
  try {
    await program.parseAsync(['evaluate', ...args], { from: 'user' })
  } catch (error) {
    const isUsage = error instanceof CommanderError
    said.code = isUsage ? (error.exitCode === 0 ? 0 : 2) : explain(error, signal, stderr)
  }
  return said
}

/** What a stand-in for the service answers: a status with a body, or the documents found. */
type Reply = { status: number; body: object } | string[]

/** A stand-in for the service: `answer` decides what is found for a query in the languages that are asked for. */
async function standIn(t: Test, answer: (q: string, lang: string) => Reply, generation = () => 'g1') {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://service')
    const found =
      pathname === '/health/live'
        ? { status: 200, body: { status: 'live' } }
        : answer(searchParams.get('q') ?? '', searchParams.get('lang') ?? '')
    if (pathname === '/v1/search') asked.push(decodeURIComponent(searchParams.toString()))
    const results = Array.isArray(found) ? found.map((path) => ({ id: `id-of-${path}`, path })) : []
    const { status, body } = Array.isArray(found)
      ? { status: 200, body: { results, index: { generation: generation() } } }
      : found
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

const jsonLines = (...values: object[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('')
const readReport = (path: string): Report => JSON.parse(readFileSync(path, 'utf8'))

const cable = {
  id: 'q1',
  lang: 'it',
  q: 'cavi sottomarini',
  relevant: { it: ['it/cavi.md'], en: ['en/cables.md', 'en/sea.md'] },
  core: { it: ['it/cavi.md'], en: ['en/cables.md'] },
}
const fine = { id: 'q2', lang: 'it', q: 'multe', relevant: { it: ['id-of-it/multe.md'], en: [] } }
const chips = {
  id: 'q3',
  lang: 'en',
  q: 'chip shortages',
  relevant: { it: ['it/chip.md'], en: ['en/chips.md'] },
}

/** The documents found for each query and filter. */
const answers: Record<string, string[]> = {
  'cavi sottomarini it': ['it/cavi.md'],
  'cavi sottomarini en': ['en/harbors.md', 'en/cables.md'],
  'cavi sottomarini ': ['it/cavi.md', 'en/cables.md', 'en/sea.md'],
  'multe it': ['it/strade.md', 'it/multe.md'],
  'multe ': ['it/strade.md', 'it/multe.md'],
  'chip shortages en': ['en/chips.md'],
  'chip shortages ': ['en/chips.md', 'it/chip.md'],
}
const answer = (q: string, lang: string): string[] => answers[`${q} ${lang}`] ?? []

t.test('a ranking is measured as far as the cutoff', async (t) => {
  const cases: [why: string, found: string[], relevant: string[], cutoff: number, want: number[]][] = [
    ['found first', ['a', 'b'], ['a'], 10, [1, 1, 1]],
    ['found second', ['b', 'a'], ['a'], 10, [1 / 2, 1, 1 / Math.log2(3)]],
    ['behind the cutoff', ['x', 'y', 'a'], ['a'], 2, [0, 0, 0]],
    ['at the cutoff', ['x', 'y', 'a'], ['a'], 3, [1 / 3, 1, 1 / 2]],
    ['one of two', ['a'], ['a', 'z'], 10, [1, 1 / 2, 1 / (1 + 1 / Math.log2(3))]],
    ['more that is relevant than can be shown', ['a'], ['a', 'b'], 1, [1, 1 / 2, 1]],
    ['nothing found', [], ['a'], 10, [0, 0, 0]],
    ['nothing relevant', ['a'], [], 10, [0, 0, 0]],
  ]
  for (const [why, found, relevant, cutoff, want] of cases) {
    const set = new Set(relevant)
    const got = [reciprocalRank(found, set, cutoff), recall(found, set, cutoff), ndcg(found, set, cutoff)]
    for (const [index, value] of want.entries()) {
      t.ok(Math.abs((got[index] ?? -1) - value) < 1e-12, `${why}: ${got[index]} is ${value}`)
    }
  }
})

t.test('queries are asked in their own language, in the other and in both', async (t) => {
  const { url, asked } = await standIn(t, answer)
  const directory = t.testdir({ 'queries.jsonl': `\uFEFF${jsonLines(cable, fine)}\n${jsonLines(chips)}` })
  const out = join(directory, 'report.json')
  const { code, stdout, stderr } = await evaluate([
    ...['--queries', join(directory, 'queries.jsonl')],
    ...['--url', url, '--json', out],
  ])
  t.match({ code, stderr }, { code: 0, stderr: '' })
  t.strictSame(
    asked.map((params) => params.replaceAll('+', ' ')),
    [
      'q=cavi sottomarini&size=10&lang=it',
      'q=cavi sottomarini&size=10&lang=en',
      'q=cavi sottomarini&size=10',
      'q=multe&size=10&lang=it',
      'q=multe&size=10',
      'q=chip shortages&size=10&lang=en',
      'q=chip shortages&size=10&lang=it',
      'q=chip shortages&size=10',
    ],
    'where nothing is relevant, nothing is asked',
  )
  t.equal(
    stdout,
    `language  field  documents       queries  MRR@10  recall@10  nDCG@10  no results
en        q      own language          1   1.000      1.000    1.000       0.000
it        q      own language          2   0.750      1.000    0.815       0.000
en        q      other language        1   0.000      0.000    0.000       1.000
it        q      other language        1   0.500      0.500    0.387       0.000
en        q      both                  1   1.000      1.000    1.000       0.000
it        q      both                  2   0.750      1.000    0.815       0.000
`,
  )
  const { means, results, ...facts } = readReport(out)
  t.match(facts, { format: 'bifora-evaluation/1', queries: /queries\.jsonl$/, size: 10, generation: 'g1' })
  t.match(facts.at, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/)
  t.match(means[3], { field: 'q', lang: 'it', mode: 'other', queries: 1, mrr: 0.5, recall: 0.5, none: 0 })
  t.equal(results.length, 8)
  t.match(results[1], {
    ...{
      id: 'q1',
      lang: 'it',
      field: 'q',
      mode: 'other',
      q: 'cavi sottomarini',
      mrr: 0.5,
      recall: 0.5,
      none: 0,
    },
    relevant: ['en/cables.md', 'en/sea.md'],
    found: ['en/harbors.md', 'en/cables.md'],
  })
  t.match(
    results[3],
    { id: 'q2', found: ['it/strade.md', 'id-of-it/multe.md'] },
    'found by its id, as judged',
  )
})

t.test('a query may have several wordings, and another number of results may count', async (t) => {
  const { url, asked } = await standIn(t, (q) => (q === 'Reno confine' ? ['x', 'y', 'p1474', 'p3787'] : []))
  const directory = t.testdir({
    'queries.jsonl': jsonLines({
      ...{ id: 'rhine', lang: 'it', question: 'Il Reno era il confine con chi?', keywords: 'Reno confine' },
      relevant: { it: ['p1474'], en: ['p3787'] },
    }),
  })
  const path = join(directory, 'queries.jsonl')
  const { code, stdout } = await evaluate([
    '--queries',
    path,
    '--url',
    url,
    '--fields',
    'question, keywords',
    '--size',
    '3',
  ])
  t.equal(code, 0)
  t.equal(asked.length, 6)
  t.ok(
    asked.every((params) => params.includes('size=3')),
    'no more is asked for than counts',
  )
  t.match(stdout, /MRR@3 {2}recall@3 {2}nDCG@3/)
  t.match(stdout, /^it +question +both +1 +0\.000 +0\.000 +0\.000 +1\.000$/m)
  t.match(stdout, /^it +keywords +both +1 +0\.333 +0\.500 /m)

  const missing = await evaluate(['--queries', path, '--url', url])
  t.match(missing, {
    code: 2,
    stderr: /line 1: "q" must be .* This line has texts in: question, keywords; choose with --fields\.$/m,
  })
})

t.test('a later run is compared with an earlier one', async (t) => {
  const words = Array.from({ length: 12 }, (_, index) => `parola${index}`)
  const queries = words.map((q) => ({ id: q, lang: 'it', q, relevant: { it: [`${q}.md`] } }))
  const directory = t.testdir({ 'queries.jsonl': jsonLines(...queries) })
  const [path, earlier] = [join(directory, 'queries.jsonl'), join(directory, 'earlier.json')]
  /** A service that finds the right document behind as many others as `others` says of a query. */
  const serving = (others: (index: number) => number) =>
    standIn(t, (q) => [
      ...Array.from({ length: others(words.indexOf(q)) }, (_, at) => `other${at}`),
      `${q}.md`,
    ])
  const good = await serving(() => 0)
  t.match(await evaluate(['--queries', path, '--url', good.url, '--json', earlier]), { code: 0 })
  const against = (url: string, ...args: string[]) =>
    evaluate(['--queries', path, '--url', url, '--against', earlier, ...args])

  const same = await against(good.url)
  t.match(same, { code: 0, stderr: '', stdout: /^Difference from \d{4}-.*Z:$[\s\S]*^No query lost\.$/m })
  t.match(same.stdout, /^it +q +own language +12 +=( +=){3}$/m)

  const bad = await serving((index) => index)
  const worse = await against(bad.url)
  t.equal(worse.code, 1)
  t.match(worse.stdout, /^it +q +own language +12 +-0\.\d{3} +-0\.167 +-0\.\d{3} +=$/m)
  t.match(
    worse.stdout,
    /^Lost most \(10 of 22\):\n {2}parola10 +q +own language +MRR@10 1\.000 → 0\.000 +parola10$/m,
  )
  t.match(worse.stdout, /^ {2}parola9 .* MRR@10 1\.000 → 0\.100 +parola9$/m)
  t.equal(worse.stdout.match(/^ {2}parola.* → /gm)?.length, 10, 'ten of them')
  t.match(
    worse.stderr,
    /^bifora: Worse than before: MRR@10 lost 0\.\d{3} \(it, q, own language\); 0\.01 is tolerated\.\n$/,
  )

  const slightly = await serving((index) => (index === 3 ? 1 : 0))
  t.match(await against(slightly.url), { code: 1 })
  t.match(await against(slightly.url, '--tolerance', '0.05'), {
    code: 0,
    stdout: /parola3 .* 1\.000 → 0\.500/,
  })

  const replaced = queries.map((query, index) =>
    index === 0 ? { ...query, relevant: { it: ['altro.md'] } } : query,
  )
  writeFileSync(path, jsonLines(...replaced, { ...chips, relevant: { en: ['en/chips.md'] } }))
  const partly = await against(good.url)
  t.match(partly, {
    code: 0,
    stdout: /^Not compared: \d+ results that only one report has, or that are judged/m,
  })
  t.match(partly.stdout, /^it +q +own language +11 +=/m, 'the others are compared')

  t.match(await against(good.url, '--size', '20'), {
    code: 2,
    stderr: /counts 10 results, not 20\. .*--size 10/,
  })
  writeFileSync(path, jsonLines(cable))
  t.match(await against(good.url), { code: 2, stderr: /has no query in common with/ })
  for (const [text, message] of [
    ['{"results"', /earlier\.json is no JSON/],
    [
      '{"results": []}',
      /earlier\.json is no report of an evaluation: .* Make one with: bifora evaluate --json/,
    ],
  ] as const) {
    writeFileSync(earlier, text)
    t.match(await against(good.url), { code: 2, stdout: '', stderr: message })
  }
})

t.test('a broken file of queries is named with its line', async (t) => {
  const { url, asked } = await standIn(t, answer)
  const path = join(t.testdir(), 'queries.jsonl')
  const whole = JSON.stringify(cable)
  const cases: [text: string, message: RegExp][] = [
    ['', /queries\.jsonl has no queries/],
    [`${whole}\n\n{"id": "q2", `, /queries\.jsonl, line 3: this is no JSON/],
    [`${whole}\n["q2"]`, /line 2: a JSON object is wanted/],
    [whole.replace('"q1"', '7'), /line 1: "id" must be a text/],
    [whole.replace('"lang":"it"', '"lang":""'), /line 1: "lang" must be a text/],
    [whole.replace('"cavi sottomarini"', 'null'), /line 1: "q" must be a text that is not empty\.\n$/],
    [`${whole}\n${whole}`, /line 2: "q1" is the id of an earlier query too/],
    [jsonLines({ ...cable, relevant: {} }), /line 1: "relevant" must map languages to lists/],
    [jsonLines({ ...cable, relevant: { it: 'it/cavi.md' } }), /line 1: "relevant" must map/],
    [jsonLines({ ...cable, relevant: { it: [3] } }), /line 1: "relevant" must map/],
    [jsonLines({ ...cable, relevant: { it: [], en: [] } }), /has no query with a relevant document/],
  ]
  for (const [text, message] of cases) {
    writeFileSync(path, text)
    t.match(
      await evaluate(['--queries', path, '--url', url]),
      { code: 2, stdout: '', stderr: message },
      String(message),
    )
  }
  t.strictSame(asked, [], 'nothing was asked')
})

t.test('what cannot be measured fails with one line', async (t) => {
  const directory = t.testdir({ 'queries.jsonl': jsonLines(cable) })
  const queries = ['--queries', join(directory, 'queries.jsonl')]
  const { url } = await standIn(t, answer)
  const refusing = await standIn(t, () => ({
    status: 503,
    body: { requestId: 'r', detail: 'Index some documents.' },
  }))
  const stranger = await standIn(t, () => ({ status: 200, body: { hello: 'world' } }))
  const builds = ['g1', 'g2', 'g3']
  const rebuilt = await standIn(t, answer, () => builds.shift() ?? '')
  const cases: [why: string, args: string[], message: RegExp][] = [
    [
      'no file',
      ['--queries', join(directory, 'none.jsonl'), '--url', url],
      /none\.jsonl cannot be read: ENOENT/,
    ],
    ['no queries given', ['--url', url], /either --queries <file> or --from-translations/],
    ['size 0', [...queries, '--size', '0'], /whole number from 1 to 100/],
    ['size 101', [...queries, '--size', '101'], /whole number from 1 to 100/],
    ['an empty field', [...queries, '--fields', 'q,'], /names with commas/],
    ['tolerance', [...queries, '--tolerance', 'some'], /number from 0 to 1/],
    [
      'no folder',
      [...queries, '--url', url, '--json', join(directory, 'a', 'b.json')],
      /b\.json cannot be written: ENOENT/,
    ],
    ['a folder', [...queries, '--url', url, '--json', directory], /cannot be written: EISDIR/],
    [
      'no earlier report',
      [...queries, '--against', join(directory, 'x.json')],
      /x\.json cannot be read: ENOENT/,
    ],
    [
      'a refusal',
      [...queries, '--url', refusing.url],
      /^bifora: Index some documents\. \(Query q1: cavi sottomarini\)\n$/,
    ],
    [
      'something else',
      [...queries, '--url', stranger.url],
      /^bifora: No Bifora service answers at http.*bifora start/,
    ],
    ['no address', [...queries, '--url', 'nowhere'], /^bifora: No Bifora service answers at nowhere/],
    [
      'a new index',
      [...queries, '--url', rebuilt.url],
      /The index was replaced while it was measured\. Measure again/,
    ],
  ]
  for (const [why, args, message] of cases) {
    const { code, stderr } = await evaluate(args)
    t.equal(code, 2, why)
    t.match(stderr, message, why)
  }

  const controller = new AbortController()
  const interrupting = await standIn(t, (q, lang) => {
    controller.abort()
    return answer(q, lang)
  })
  const interrupted = await evaluate([...queries, '--url', interrupting.url], { controller })
  t.match(interrupted, { code: 130, stdout: '', stderr: /interrupted/ })

  const strange = await standIn(t, () => ['other.md'])
  const nothing = await evaluate([...queries, '--url', strange.url])
  t.match(nothing, {
    code: 0,
    stderr: /nothing relevant was found\. Is this the index that the queries are about\?/,
  })
})

/** Why there is no engine on this machine; false where there is one. */
let skip: string | false = false
try {
  await findBinary({ meiliBin: process.env.MEILI_BIN, dataDir: t.testdir() })
} catch (error) {
  if (!(error instanceof EngineError) || error.code !== 'ENGINE_NOT_FOUND') throw error
  skip = error.message
}

t.test(
  'without an address, the service of the data directory is asked, or its index is opened',
  { skip },
  async (t) => {
    const directory = t.testdir({
      'queries.jsonl': jsonLines(cable),
      documents: {
        it: {
          'cavi.md':
            '# Cavi sottomarini\n\nUn cavo sottomarino posato sul fondo unisce la Sicilia alla Tunisia.',
        },
        en: {
          'cables.md':
            '# Submarine cables\n\nA submarine cable on the sea floor connects Sicily with Tunisia.',
        },
      },
    })
    const dataDir = join(directory, 'data')
    const queries = ['--queries', join(directory, 'queries.jsonl')]
    const { url, asked } = await standIn(t, () => ['en/sea.md'])
    mkdirSync(dataDir)
    writeFileSync(join(dataDir, 'service.json'), JSON.stringify({ url, pid: process.pid }))
    t.match(await evaluate(queries, { dataDir }), { code: 0, stdout: /both +1 +1\.000 +0\.333 / })
    t.equal(asked.length, 3, 'the service that runs was asked')

    const engine = await openEngine({ dataDir, meiliBin: process.env.MEILI_BIN, logger: silent })
    try {
      await indexFolder(engine, join(directory, 'documents'))
    } finally {
      await engine.close()
    }
    writeFileSync(
      join(dataDir, 'service.json'),
      JSON.stringify({ url: 'http://127.0.0.1:9', pid: process.pid }),
    )
    const { code, stdout, stderr } = await evaluate(queries, { dataDir })
    t.match({ code, stderr }, { code: 0, stderr: '' })
    t.match(stdout, /own language +1 +1\.000 +1\.000 +1\.000 /, 'its index was opened')
    t.match(stdout, /other language +1 +1\.000 +0\.500 /, 'with the lexicon that connects the languages')
  },
)

t.test('the translations of an index are queries that nobody had to judge', { skip }, async (t) => {
  const directory = t.testdir({
    it: {
      'cavi.md':
        '---\ntranslations: [en/cables.md]\n---\n# Cavi sottomarini\n\nUn cavo sottomarino posato sul fondo unisce la Sicilia alla Tunisia.',
      'solo.md': '# Il molo\n\nIl molo di levante è chiuso per lavori.',
    },
    en: {
      'cables.md': '# Submarine cables\n\nA submarine cable on the sea floor connects Sicily with Tunisia.',
      'zinc.md': '# Zinc\n\nZinc is mined in few places.',
    },
  })
  const dataDir = join(t.testdirName, 'data')
  const none = t.testdirName
  const engine = await openEngine({ dataDir, meiliBin: process.env.MEILI_BIN, logger: silent })
  try {
    await indexFolder(engine, directory)
  } finally {
    await engine.close()
  }
  const json = join(none, 'report.json')
  const { code, stdout, stderr } = await evaluate(['--from-translations', '--json', json], { dataDir })
  t.match({ code, stderr }, { code: 0, stderr: '' })
  t.match(stdout, /Parity \(.*\): en \d\.\d{3}, it \d\.\d{3}\. Score: \d\.\d{3}\./)
  const { results } = readReport(json)
  t.strictSame([...new Set(results.map(({ field }) => field))].sort(), ['title', 'words'])
  t.strictSame(
    [...new Set(results.map(({ q }) => q))].filter((q) => /molo|zinc/i.test(q)),
    [],
    'only what has one',
  )
  const other = results.filter(({ mode, field }) => mode === 'other' && field === 'title')
  t.strictSame(
    other.map(({ lang, mrr }) => [lang, mrr]),
    [
      ['it', 1],
      ['en', 1],
    ],
    'each title finds the translation',
  )
})

t.test('parity is what is left of a language in the other', (t) => {
  const row = (lang: string, mode: 'own' | 'other', field: string, queries: number, mrr: number) =>
    ({ field, lang, mode, queries, mrr, recall: mrr, ndcg: mrr, none: 0 }) as const
  const means = [
    row('it', 'own', 'title', 10, 0.8),
    row('it', 'other', 'title', 10, 0.6),
    row('it', 'own', 'words', 30, 0.4),
    row('it', 'other', 'words', 30, 0.2),
    row('en', 'own', 'title', 5, 0.5),
    row('en', 'other', 'title', 5, 0.9),
  ]
  const parities = parityOf({ means })
  t.strictSame(
    parities.map(({ lang, share }) => [lang, Number(share.toFixed(6))]),
    [
      ['en', 1],
      ['it', 0.6],
    ],
  )
  t.match(parityLine(parities), 'en 1.000, it 0.600. Score: 0.600.')
  t.match(parityLine(parityOf({ means: [] })), /nothing was found/)
  t.end()
})
