/** `bifora search`: what people and scripts get to see, with a service running and without. */
import { existsSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { resultLines } from '../../cli/search.ts'
import type { SearchResponse } from '../../server/schemas/search.ts'
import { makeProgram } from './program.ts'

const program = await makeProgram(t)
const { skip } = program
const dataDir = program.makeDir('data')
const env = { DATA_DIR: dataDir, PORT: '0' }
const search = (...args: string[]) => program.run(['search', ...args], { env })

const documents = program.makeDir('documents')
const many = Array.from(
  { length: 12 },
  (_, number) => `Quaderno ${number}\n\nIl guardiano annota le navi del giorno ${number}.\n`,
)
const files = {
  'faro.md': `---
title: La Lanterna riapre al pubblico
date: 2024-05-03
lang: it
source: Comune di Genova
url: https://www.example.org/lanterna
---

Dopo due anni di lavori si torna a salire i trecentosettantacinque gradini che portano alla prima terrazza, da dove lo
sguardo arriva fino alla Corsica nelle giornate di tramontana. Il restauro ha consolidato la torre e rifatto gli
intonaci; sullo stemma della città, ridipinto, si legge di nuovo la data. Il faro del molo vecchio invece resta chiuso.
`,
  'lighthouse.txt':
    'A keeper remembers\n\nOn Skerryvore the keeper counted passing whales, one pebble in the jar for each.\n',
  ...Object.fromEntries(many.map((text, number) => [`quaderno-${number}.txt`, text])),
}
for (const [name, text] of Object.entries(files)) writeFileSync(join(documents, name), text)

t.test('before anything is indexed, it says what to do', { skip }, async (t) => {
  t.match(await search('faro'), {
    code: 2,
    stdout: '',
    stderr: /^bifora: Index some documents first: bifora index <path>\.$/m,
  })
  t.match(await program.run(['index', documents], { env }), { code: 0 })
})

/** A search as people see it. */
async function checkOutput(t: Test): Promise<void> {
  const { code, stdout } = await search('stemma')
  t.equal(code, 0)
  t.match(stdout, /^1\. La Lanterna riapre al pubblico\n {3}it · 2024-05-03 · Comune di Genova/)
  t.match(
    stdout,
    /\n {3}… [^\n]* sullo stemma della città, ridipinto[^\n]*\n {3}https:\/\/www\.example\.org\/lanterna\n/,
  )
  t.match(stdout, /\n\n1 document\n/)
  t.notMatch(stdout, '\x1b', 'no codes of a terminal where there is none')
}

t.test('without a service, the data directory is opened', { skip }, async (t) => {
  t.notOk(existsSync(join(dataDir, 'service.json')))
  await checkOutput(t)
  t.match(await search('inesistentissimo', '--json'), { code: 1, stdout: /^\{.*"total":\{"value":0/ })
  const wrong = await search('stemma', '--sort', 'newest')
  t.match(wrong, {
    code: 2,
    stdout: '',
    stderr: /^bifora: sort must be one of: relevance, date, -date\.$/m,
  })
})

t.test('a reader that goes away early is no fault', { skip }, async (t) => {
  const running = program.start(t, ['search', 'guardiano'], { env })
  running.child.stdout?.destroy()
  const { code, stderr } = await running.finished
  t.equal(code, 0)
  t.notMatch(stderr, /EPIPE|^ {4}at /m)
})

t.test('with a service, it is asked', { skip }, async (t) => {
  const running = program.start(t, ['serve', '--json'], { env })
  const { url } = JSON.parse((await running.said(/^\{"url".*\}\n$/))[0]) as { url: string }
  // The service holds the data directory: an answer can only come through it.
  await checkOutput(t)
  const asJson = await search('skerryvore', '--json')
  t.match(asJson, { code: 0, stdout: /^\{.*\}\n$/ }, 'one line')
  const wanted = { total: { value: 1 }, results: [{ path: 'lighthouse.txt' }], page: { size: 10 } }
  t.match(JSON.parse(asJson.stdout), wanted)
  const cases: [args: string[], code: number, output: RegExp][] = [
    [['stemma', '--from', '2025'], 1, /^0 documents$/m],
    [['"alla prima terrazza"', '--lang', 'it'], 0, /\n1 document$/m],
    [['--lang', 'it', '--', 'guardiano', '-navi'], 1, /^0 documents$/m],
    [
      ['guardiano', '--lang', 'it', '--size', '5', '--page', '3'],
      0,
      /^11\. Q[\s\S]*^12\. Q[\s\S]*^12 documents, page 3 of 3$/m,
    ],
    [['faro', '--lang', 'italiano'], 2, /^bifora: "italiano" is no language code\. Use two letters/m],
    [
      ['faro', '--topic', 'semiconductor'],
      2,
      /^bifora: "semiconductor" is not .* Did you mean "semiconductors"/m,
    ],
    [['faro', '--from', '2024-13'], 2, /^bifora: 2024-13 is no date of the calendar\./m],
    [['faro', '--size', '101'], 2, /^bifora: size must be 100 or less\.$/m],
  ]
  await Promise.all(
    cases.map(async ([args, code, output]) => {
      const found = await search(...args)
      t.equal(found.code, code, args.join(' '))
      t.match(code === 2 ? found.stderr : found.stdout, output, args.join(' '))
      t.equal(code === 2 ? found.stdout : '', '', 'errors go to standard error only')
    }),
  )
  const elsewhere = { DATA_DIR: program.makeDir('elsewhere') }
  const answer = await program.run(['search', 'stemma', '--url', url, '--json'], { env: elsewhere })
  t.match(answer, { code: 0, stdout: /"path":"faro\.md"/ }, 'a service anywhere')

  running.child.kill('SIGKILL')
  await running.finished
  t.ok(existsSync(join(dataDir, 'service.json')), 'it left its note behind')
  t.match(
    await search('stemma'),
    { code: 0, stdout: /^1\. La Lanterna/ },
    'the note of a killed service does not mislead',
  )
})

t.test('where no Bifora answers, it says so', async (t) => {
  const listening = async (server: Server): Promise<string> => {
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)))
    t.teardown(() => server.close())
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  }
  const strangers = ['{"detail":"Not Found"}', 'null', 'Forbidden'].map((body) =>
    listening(createServer((_request, response) => response.writeHead(404).end(body))),
  )
  const gone = createServer()
  const nobody = await listening(gone)
  await new Promise((resolve) => gone.close(resolve))
  await Promise.all(
    [...(await Promise.all(strangers)), nobody, 'localhost'].map(async (url) => {
      const { code, stdout, stderr } = await search('faro', '--url', url)
      t.match({ code, stdout }, { code: 2, stdout: '' })
      t.equal(stderr, `bifora: No Bifora service answers at ${url}. Start one with: bifora start\n`)
    }),
  )
})

t.test('a snippet shows the first match, wherever it stands', async (t) => {
  const filler = 'parola '.repeat(60)
  const long = 'x'.repeat(400)
  const cases: [why: string, text: string, match: string, shown: RegExp][] = [
    ['at the beginning', `Faro ${filler}`, 'Faro', /^ {3}\*Faro\* parola .* parola …$/],
    ['in the middle', `${filler}faro ${filler}`, 'faro', /^ {3}… parola .* \*faro\* parola .* …$/],
    ['at the end', `${filler}faro`, 'faro', /^ {3}… parola .* \*faro\*$/],
    ['in a short text', 'Il faro.', 'faro', /^ {3}Il \*faro\*\.$/],
    ['in several lines', 'Il\n\nfaro.', 'faro', /^ {3}Il \*faro\*\.$/],
    ['behind a word without an end', `${long}faro ${filler}`, 'faro', /^ {3}… \*faro\* parola/],
    ['before a word without an end', `Il faro ${long}${long}`, 'faro', /^ {3}Il \*faro\* …$/],
    ['nowhere', `${filler}`, '', /^ {3}parola .* …$/],
  ]
  for (const [why, text, match, shown] of cases) {
    const start = text.indexOf(match)
    const highlights = match === '' ? [] : [{ start, end: start + match.length }]
    const [, , line = ''] = resultLines(answerWith(text, highlights), true)
    t.match(line.replaceAll('\x1b[1m', '*').replaceAll('\x1b[0m', '*'), shown, why)
    t.ok(line.length < 300, `${why}: ${line.length} characters`)
  }
  t.match(resultLines(answerWith('Il faro.', [{ start: 3, end: 7 }]), false), [
    '1. Titolo',
    '   it',
    '   Il faro.',
    '   a.txt',
    '',
    '1 document',
  ])
})

/** An answer with one result of one passage. */
function answerWith(text: string, highlights: { start: number; end: number }[]): SearchResponse {
  const passage = { id: 'a-0', lang: 'it', heading: [], text, start: 0, end: text.length, highlights }
  const hit = {
    path: 'a.txt',
    url: null,
    title: 'Titolo',
    lang: 'it',
    date: null,
    source: null,
    topics: [],
    passages: [passage],
  }
  return {
    undated: null,
    query: { matching: { words: 'all', share: 1 }, filters: {} },
    total: { value: 1, relation: 'eq' },
    results: [hit],
    page: { number: 1, size: 10, pages: 1 },
    warnings: [],
  } as unknown as SearchResponse
}
