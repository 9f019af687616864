/** Measuring: the arithmetic of measures, what is drawn by chance, input files, and one small run end to end. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { readPassages } from '../../bench/documents.ts'
import { BenchError } from '../../bench/errors.ts'
import { createExactIndex, highest } from '../../bench/exact.ts'
import { readJudgments } from '../../bench/judgments.ts'
import { percentile } from '../../bench/percentile.ts'
import { createRandom } from '../../bench/random.ts'
import { collectSentences, recombine } from '../../bench/recombine.ts'
import { measureRelevance } from '../../bench/relevance.ts'
import { relevanceTable } from '../../bench/report.ts'
import { whileSearching } from '../../bench/searching.ts'
import { mean, ndcg, recall, reciprocalRank } from '../../cli/evaluation/measures.ts'
import { findBinary } from '../../engine/embedded/binary.ts'
import { EngineError } from '../../engine/errors.ts'

const quiet = () => {}

/** Why there is no engine to measure on this machine; false where there is one. */
let skip: string | false = false
let binary: string | undefined
try {
  binary = (await findBinary({ meiliBin: process.env.MEILI_BIN, dataDir: t.testdir() })).path
} catch (error) {
  if (!(error instanceof EngineError) || error.code !== 'ENGINE_NOT_FOUND') throw error
  skip = error.message
}

t.test('a ranking is measured over its first ten results', async (t) => {
  const eleven = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k']
  const cases: [string, string[], string[], { rank: number; recall: number; ndcg: number }][] = [
    ['found first', ['a', 'b'], ['a'], { rank: 1, recall: 1, ndcg: 1 }],
    ['found second', ['b', 'a'], ['a'], { rank: 1 / 2, recall: 1, ndcg: 1 / Math.log2(3) }],
    ['found eleventh', eleven, ['k'], { rank: 0, recall: 0, ndcg: 0 }],
    ['nothing found', [], ['a'], { rank: 0, recall: 0, ndcg: 0 }],
    ['one of two found', ['a'], ['a', 'z'], { rank: 1, recall: 1 / 2, ndcg: 1 / (1 + 1 / Math.log2(3)) }],
    ['both found, last', ['x', 'a', 'b'], ['a', 'b'], { rank: 1 / 2, recall: 1, ndcg: 0.6934264036172708 }],
  ]
  for (const [why, found, relevant, want] of cases) {
    const wanted = new Set(relevant)
    t.equal(reciprocalRank(found, wanted), want.rank, `${why}: reciprocal rank`)
    t.equal(recall(found, wanted), want.recall, `${why}: recall`)
    t.ok(Math.abs(ndcg(found, wanted) - want.ndcg) < 1e-12, `${why}: nDCG`)
  }
})

t.test('means and percentiles', async (t) => {
  const values = [5, 1, 4, 2, 3]
  t.equal(mean(values), 3, 'mean')
  t.equal(percentile(values, 0.5), 3, 'the median is the middle one')
  t.equal(percentile(values, 0.95), 5, 'of few values, the 95th percentile is the largest')
  t.equal(percentile([7], 0.5), 7, 'a single value is every percentile')
  t.same([mean([]), percentile([], 0.5)], [0, 0], 'of nothing, 0')
})

t.test('passages are recombined by chance, and the same way every time', async (t) => {
  const texts = [
    {
      lang: 'it',
      text: 'Il porto di Genova cresce ancora. Le navi arrivano la mattina presto. Il porto di Genova cresce ancora.',
    },
    { lang: 'en', text: 'The harbor keeps growing every year. Ships arrive early in the morning. No.' },
  ]
  const sentences = collectSentences(texts)
  t.equal(sentences.get('it')?.length, 2, 'a repeated sentence counts once')
  t.equal(sentences.get('en')?.length, 2, 'what is too short is no sentence')
  const make = (seed: number) =>
    recombine({
      sentences,
      topics: ['ai', 'energy'],
      passages: 40,
      perDocument: 8,
      random: createRandom(seed),
    })
  const documents = make(1)
  t.same(make(1), documents, 'the same seed gives the same documents')
  t.not(JSON.stringify(make(2)), JSON.stringify(documents), 'another seed gives others')
  t.equal(
    documents.reduce((total, { texts }) => total + texts.length, 0),
    40,
    'exactly as many passages as wanted',
  )
  for (const { lang, texts } of documents) {
    const known = sentences.get(lang) ?? []
    const rest = known.reduce((text, sentence) => text.replaceAll(sentence, ''), texts.join(' '))
    t.equal(rest.trim(), '', 'a document holds whole sentences of its own language and nothing else')
  }
})

t.test('documents have as many passages as is asked for, the last one what is left', async (t) => {
  const sentences = new Map([['it', ['Il porto di Genova cresce ancora.', 'Le navi arrivano presto.']]])
  const sizes = (passages: number): number[] =>
    recombine({
      sentences,
      topics: [],
      passages,
      perDocument: 8,
      perDocumentAtLeast: 8,
      random: createRandom(1),
    }).map(({ texts }) => texts.length)
  t.same(sizes(24), [8, 8, 8])
  t.same(sizes(20), [8, 8, 4])
})

t.test(
  'clients search for as long as the work takes, and one that fails makes the measurement fail',
  async (t) => {
    const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
    let asked = 0
    const ask = async (): Promise<number> => {
      asked += 1
      await turn()
      return 1
    }
    const work = async (): Promise<string> => {
      while (asked < 10) await turn()
      return 'done'
    }
    const { result, searches } = await whileSearching(2, ask, work)
    t.equal(result, 'done')
    t.ok(searches.length > 0 && searches.length <= asked, 'only what was answered meanwhile counts')
    const before = asked
    await turn()
    await turn()
    t.equal(asked, before, 'nobody searches any more')
    t.same((await whileSearching(0, ask, async () => 1)).searches, [], 'no clients, no searches')
    const fails = async (): Promise<number> => {
      throw new BenchError('The service answered 503.')
    }
    await t.rejects(
      whileSearching(2, fails, async () => turn()),
      BenchError,
      'though the work went well',
    )
  },
)

t.test('exact BM25 agrees with the formula worked out by hand', async (t) => {
  const texts = ['harbor ships', 'harbor harbor cranes', 'cranes trains', 'trains']
  const documents = texts.map((text, index) => ({
    id: `d${index}`,
    lang: 'en',
    title: '',
    date: '',
    topics: [],
    texts: [text],
  }))
  const { scores, has } = createExactIndex(documents, 'en').score(['harbor', 'crane'])
  // Four passages of two terms on average; each of the two terms is in two of them: idf = ln 2.
  const bm25 = (frequency: number, length: number) =>
    (Math.log(2) * frequency * 1.6) / (frequency + 0.6 * (0.25 + (0.75 * length) / 2))
  const want = [bm25(1, 2), bm25(2, 3) + bm25(1, 3), bm25(1, 2), 0]
  for (const [place, score] of want.entries()) {
    t.ok(Math.abs((scores[place] ?? -1) - score) < 1e-12, `score of "${texts[place]}"`)
  }
  t.same([...has], [0b01, 0b11, 0b10, 0], 'which terms each document has')
  t.same(
    highest(Float64Array.of(1, 3, 0, 2, 3), 3, (place) => place !== 4),
    [3, 2, 1],
    'the highest scores, best first, without 0 and without what is not accepted',
  )
})

t.test('a line that is not as it should be is named by its number', async (t) => {
  const directory = t.testdir()
  const write = (name: string, text: string | Buffer): string => {
    const path = join(directory, name)
    writeFileSync(path, text)
    return path
  }
  const good = '{"id":"p1","lang":"it","text":"Il porto di Genova."}\n'
  const cases: [string, string, RegExp][] = [
    ['no JSON', `${good}{"id":`, /line 2: this is no JSON/],
    ['no object', `${good}\n[1]\n`, /line 3: a JSON object is wanted/],
    ['no text', `${good}{"id":"p2","lang":"it"}`, /line 2: "text" must be a text/],
    ['no language', '{"id":"p1","lang":"Italian","text":"x"}', /line 1: "Italian" is no language code/],
    ['an id twice', `${good}${good}`, /line 2: there is an "p1" already/],
    ['no date', '{"id":"p1","lang":"it","text":"x","date":"May"}', /line 1: "May" is no date/],
    ['nothing in it', '\n', /has no passages/],
  ]
  for (const [why, text, message] of cases) {
    const error = await readPassages(write('broken.jsonl', text)).catch((error: unknown) => error)
    t.ok(error instanceof BenchError && message.test(error.message), `${why}: ${(error as Error).message}`)
  }
  await t.rejects(readPassages(join(directory, 'none.jsonl')), /none\.jsonl cannot be read/, 'a missing file')
  const cut = write('cut.jsonl.gz', gzipSync(good).subarray(0, -12))
  await t.rejects(readPassages(cut), BenchError, 'a gzipped file that was cut short')
  const whole = await readPassages(write('whole.jsonl.gz', gzipSync(good)))
  t.equal(whole[0]?.id, 'p1', 'a gzipped file is read')
  const query = '{"id":"q1","lang":"it","question":"Dove cresce il porto?","relevant":{"it":["p1"]}}\n'
  const queries = write('queries.jsonl', query)
  t.equal((await readJudgments(queries, ['question']))[0]?.wordings.get('question'), 'Dove cresce il porto?')
  await t.rejects(
    readJudgments(queries, ['keywords']),
    /line 1: "keywords" must be a text/,
    'a field it lacks',
  )
})

t.test('six passages are indexed, served, asked and measured', { skip }, async (t) => {
  const texts: [id: string, lang: string, text: string][] = [
    ['it-1', 'it', 'Il porto di Genova amplia i moli per le grandi navi portacontainer.'],
    ['it-2', 'it', 'I vigneti delle Langhe soffrono per la siccità di questa estate.'],
    ['it-3', 'it', 'Le biblioteche comunali restano aperte anche la domenica mattina.'],
    ['en-1', 'en', 'The port of Genoa is extending its piers for large container ships.'],
    ['en-2', 'en', 'Vineyards in the Langhe hills suffer from this summer’s drought.'],
    ['en-3', 'en', 'Public libraries stay open on Sunday mornings as well.'],
  ]
  const documents = texts.map(([id, lang, text]) => ({
    id,
    lang,
    title: '',
    date: '',
    topics: [],
    texts: [text],
  }))
  const query = (lang: string, q: string, it: string, en: string) => ({
    id: q,
    lang,
    wordings: new Map([['keywords', q]]),
    relevant: new Map([
      ['it', new Set([it])],
      ['en', new Set([en])],
    ]),
  })
  const queries = [
    query('it', 'biblioteca domenica', 'it-3', 'en-3'),
    query('en', 'vineyard drought', 'it-2', 'en-2'),
  ]
  const rows = await measureRelevance({
    documents,
    queries,
    fields: ['keywords'],
    withPeers: true,
    bridge: 'full',
    lexicons: [],
    binary,
    signal: new AbortController().signal,
    say: quiet,
  })
  t.equal(rows.length, 3 * 2 * 3, 'a row for each mode, language and system')
  for (const row of rows.filter(({ system, mode }) => system === 'bifora' && mode === 'own')) {
    t.match(
      row,
      { queries: 1, mrr: 1, recall: 1, ndcg: 1, none: 0 },
      `${row.lang}: another inflection finds its passage`,
    )
  }
  for (const { p50Ms, p95Ms } of rows) t.ok(p50Ms > 0 && p95Ms >= p50Ms, 'every row was timed')
  t.equal(relevanceTable(rows).split('\n').length, rows.length + 2, 'the table has a line for each row')
})
