/** What was measured → tables for people. Pure. */
import type { Block } from './blocks.ts'
import type { ChangeReport } from './change.ts'
import type { DescribeReport } from './describe.ts'
import { type Aspect, type Count, f1 } from './describe-score.ts'
import type { DrawnExpansion } from './expansions.ts'
import type { ExportRow } from './export.ts'
import type { OutageRow } from './outage.ts'
import type { ProcessesReport } from './processes.ts'
import type { RelevanceRow } from './relevance.ts'
import type { SizeRow } from './sizes.ts'
import type { SpeedReport } from './speed.ts'
import type { SuggestReport } from './suggest.ts'
import { asMs, asShare, formatTable } from './table.ts'

/** Relevance: a line for each field, mode, language and system. */
export function relevanceTable(rows: readonly RelevanceRow[]): string {
  return formatTable(
    ['field', 'mode', 'lang', 'system', 'queries', 'MRR@10', 'R@10', 'nDCG@10', 'none', 'p50 ms', 'p95 ms'],
    rows.map((row) => [
      row.field,
      row.mode,
      row.lang,
      row.system,
      row.queries,
      ...[row.mrr, row.recall, row.ndcg, row.none].map(asShare),
      ...[row.p50Ms, row.p95Ms].map(asMs),
    ]),
  )
}

/** Blocks: a line for each thing that a service does while it answers. */
export function blocksTable(blocks: readonly Block[]): string {
  return formatTable(
    ['work', 'longest block ms', 'took ms'],
    blocks.map(({ work, longestMs, tookMs }) => [work, asMs(longestMs), asMs(tookMs)]),
  )
}

/** Speed: indexing, searching, nearness to exact ranking. */
export function speedTables({ documents, indexing, alone, search, nearness }: SpeedReport): string {
  const { passages, straight, bifora, ratio } = indexing
  const perSecond = (speed: number) => Math.round(speed)
  return [
    `Indexing ${passages} passages in ${documents} documents: ratio ${asShare(ratio)}`,
    formatTable(
      ['what', 'passages/s'],
      [
        ['prepared records straight, before', perSecond(straight[0])],
        ['through Bifora', perSecond(bifora)],
        ['prepared records straight, after', perSecond(straight[1])],
        ['Meilisearch alone, raw text, default settings', perSecond(alone)],
      ],
    ),
    'Searching: ten documents, exact total, three facets',
    formatTable(
      ['query', 'clients', 'system', 'queries', 'p50 ms', 'p95 ms', 'requests/s', 'CPU ms', 'p50 ratio'],
      search.map((row) => [
        row.kind,
        row.clients,
        row.system,
        row.queries,
        ...[row.p50Ms, row.p95Ms].map(asMs),
        perSecond(row.perSecond),
        row.cpuMs === null ? '-' : asMs(row.cpuMs),
        row.ratio.toFixed(2),
      ]),
    ),
    'Nearness of the first ten to exact BM25',
    formatTable(
      [
        'query',
        'terms',
        'queries',
        'ratio',
        'R@10',
        'ratio, matches',
        'R@10, matches',
        'every word',
        'same total',
      ],
      nearness.map((row) => [
        row.kind,
        row.terms,
        row.queries,
        ...[row.overAll.ratio, row.overAll.recall, row.overMatches.ratio, row.overMatches.recall].map(
          asShare,
        ),
        ...[row.everyWord, row.sameTotal].map(asShare),
      ]),
    ),
  ].join('\n\n')
}

/** Expansions: a line for each, word by word. */
export function expansionTable(drawn: readonly DrawnExpansion[]): string {
  return formatTable(
    ['word', 'lang', 'expansion', 'weight', 'via'],
    drawn.map(({ word, lang, expansion: { to, weight, via } }) => [word, lang, to, weight.toFixed(2), via]),
  )
}

/** Change: puts, searches beside a load, a folder again. */
export function changeTables({ documents, puts, bulk, folder }: ChangeReport): string {
  const [built] = folder
  const times = (value: number, base: number) => (value / base).toFixed(2)
  return [
    `From PUT to found in an index of ${documents} documents, and the same records given to Meilisearch alone`,
    formatTable(
      [
        'load',
        'puts',
        'passages each',
        'p50 ms',
        'p95 ms',
        'alone p50',
        'alone p95',
        'p50 ratio',
        'p95 ratio',
        'late',
      ],
      puts.map((row) => [
        row.load,
        row.puts,
        row.passages.toFixed(1),
        ...[row.p50Ms, row.p95Ms, row.aloneP50Ms, row.aloneP95Ms].map(asMs),
        times(row.p50Ms, row.aloneP50Ms),
        times(row.p95Ms, row.aloneP95Ms),
        row.late,
      ]),
    ),
    `Searches of one client, idle and while ${bulk.loaded} documents came in, ${Math.round(bulk.loaded / bulk.seconds)} a second (${bulk.searches} searches)`,
    formatTable(
      ['measure', 'idle ms', 'loading ms', 'ratio'],
      [
        ['p50', asMs(bulk.idleP50Ms), asMs(bulk.loadingP50Ms), times(bulk.loadingP50Ms, bulk.idleP50Ms)],
        ['p95', asMs(bulk.idleP95Ms), asMs(bulk.loadingP95Ms), times(bulk.loadingP95Ms, bulk.idleP95Ms)],
      ],
    ),
    'A folder, and what it costs again',
    formatTable(
      ['run', 'seconds', 'changed', 'unchanged', 'tasks of the engine', 'share of the first'],
      folder.map((row) => [
        row.run,
        row.seconds.toFixed(2),
        row.changed,
        row.unchanged,
        row.engineTasks,
        (row.seconds / (built?.seconds ?? row.seconds)).toFixed(3),
      ]),
    ),
  ].join('\n\n')
}

/** Suggest: a line for queries of each length. */
export function suggestTable({ documents, rows }: SuggestReport): string {
  return [
    `Suggestions in an index of ${documents} documents, and one query of Meilisearch alone for the same letters`,
    formatTable(
      [
        'query',
        'queries',
        'suggestions',
        'p50 ms',
        'p95 ms',
        'alone p50',
        'alone p95',
        'p50 ratio',
        'p95 ratio',
      ],
      rows.map((row) => [
        row.kind,
        row.queries,
        row.suggestions.toFixed(1),
        ...[row.p50Ms, row.p95Ms, row.aloneP50Ms, row.aloneP95Ms].map(asMs),
        (row.p50Ms / row.aloneP50Ms).toFixed(2),
        (row.p95Ms / row.aloneP95Ms).toFixed(2),
      ]),
    ),
  ].join('\n\n')
}

/** Export: a line for each time that everything was exported. */
export function exportTable(rows: readonly ExportRow[]): string {
  return formatTable(
    [
      ...['format', 'documents', 'missing', 'repeated', 'changes', 'seconds'],
      ...['begin MB', 'at 1/4', 'at 1/2', 'at 3/4', 'end MB', 'most MB'],
    ],
    rows.map((row) => [
      row.format,
      row.documents,
      row.missing,
      row.repeated,
      row.changes,
      row.seconds.toFixed(1),
      ...[...row.memory, row.mostMb].map((mb) => Math.round(mb)),
    ]),
  )
}

/** Describing: documents by format, then a line for each thing that is to be understood, with the mark that is set for it. */
export function describeTables(report: DescribeReport): string {
  const { counts, formats, files, documents, wrongDates, unlabelled, msPerDocument } = report
  const share = (value: number, of: number): string => (of === 0 ? '-' : asShare(value / of))
  const yes = (what: string, aspect: Aspect, mark: string) => {
    const { right, of } = counts[aspect]
    return [what, share(right, of), mark, `${right} of ${of}`]
  }
  const sets = (what: string, { right, extra, lacking }: Count, mark: string) => [
    [`${what}: precision`, share(right, right + extra), mark, `${right} of ${right + extra}`],
    [`${what}: recall`, share(right, right + lacking), mark, `${right} of ${right + lacking}`],
  ]
  const { mainText, date } = counts
  return [
    `${documents} documents of ${files} files`,
    formatTable(
      ['format', 'read', 'failed'],
      formats.map(({ format, read, failed }) => [format === '' ? '-' : format, read, failed]),
    ),
    formatTable(
      ['what', 'share', 'mark', 'count'],
      [
        yes('read, or not for the right reason', 'read', '1'),
        yes('language of passages', 'language', '.99'),
        yes('language of documents', 'ownLanguage', '-'),
        yes('date and precision exactly right', 'date', '.95'),
        [
          'wrong date instead of none',
          share(wrongDates, date.of),
          'at most .02',
          `${wrongDates} of ${date.of}`,
        ],
        yes('basis of right dates', 'dateBasis', '-'),
        ...sets('topics', counts.topics, '.92'),
        ...sets('references', counts.references, '-'),
        yes('titles', 'title', '.95'),
        yes('headings above passages', 'headings', '1'),
        ['main text of pages: F1', asShare(f1(mainText)), '.94', `${mainText.of} pages`],
        ['ms a document', asMs(msPerDocument), '-', ''],
        ['documents without a label', String(unlabelled.length), '0', unlabelled.slice(0, 3).join(' ')],
      ],
    ),
  ].join('\n\n')
}

/** The mistakes of describing, one after another. */
export function missTable({ misses }: DescribeReport): string {
  return misses
    .map(({ path, aspect, got, right }) => `${aspect}  ${path}\n  got    ${got}\n  right  ${right}`)
    .join('\n')
}

/** Searches a second with one process and with several, and what each process takes of memory. */
export function processesTables({ documents, rows, memory }: ProcessesReport): string {
  return [
    `Searches a second over ${documents} documents, and processor time of the service for each`,
    formatTable(
      ['turn', 'one process', 'several', 'ratio', 'one, CPU ms', 'several, CPU ms'],
      rows.map(({ one, several, oneCpuMs, severalCpuMs }, index) => [
        index + 1,
        one.toFixed(1),
        several.toFixed(1),
        (several / one).toFixed(2),
        asMs(oneCpuMs),
        asMs(severalCpuMs),
      ]),
    ),
    'Resident memory in MB',
    formatTable(
      ['one process', 'main of several', 'each that answers'],
      [[memory.one.toFixed(0), memory.main.toFixed(0), memory.others.map((mb) => mb.toFixed(0)).join(' ')]],
    ),
  ].join('\n\n')
}

/** Sizes: what each takes, and what its searches cost. */
export function sizesTables(rows: readonly SizeRow[]): string {
  const whole = (value: number): string => value.toFixed(0)
  return [
    'Memory in MB: of the engine without and with the files that it maps, and of Node.js',
    formatTable(
      ['passages', 'documents', 'disk GB', 'indexing s', 'most memory', 'ready after s', 'memory, serving'],
      rows.map(({ passages, documents, diskGb, indexing, startSeconds, memory }) => [
        passages,
        documents,
        diskGb.toFixed(1),
        indexing === undefined ? '-' : whole(indexing.seconds),
        indexing === undefined ? '-' : memoryText(indexing.most),
        startSeconds.toFixed(1),
        memoryText(memory),
      ]),
    ),
    'Searches by kind: words of the query',
    formatTable(
      ['passages', 'words', 'clients', 'p50 ms', 'p95 ms', 'a second'],
      rows.flatMap(({ passages, searches }) =>
        searches.map(({ kind, clients, p50Ms, p95Ms, perSecond }) => [
          passages,
          kind,
          clients,
          asMs(p50Ms),
          asMs(p95Ms),
          perSecond.toFixed(1),
        ]),
      ),
    ),
  ].join('\n\n')

  function memoryText({ engineOwn, engine, node }: SizeRow['memory']): string {
    return [engineOwn, engine, node].map(whole).join(' · ')
  }
}

/** Outages: what four clients noticed of each. */
export function outageTable(rows: readonly OutageRow[]): string {
  const times = ({ p50Ms, p95Ms, maxMs }: OutageRow['before']): string =>
    [p50Ms, p95Ms, maxMs].map((ms) => ms.toFixed(0)).join(' · ')
  const ms = (value: number | undefined): string => value?.toFixed(0) ?? 'never'
  return [
    'Milliseconds of answers: median · p95 · longest',
    formatTable(
      [
        'one server',
        'before',
        'meanwhile',
        'after',
        'whole',
        'partial',
        '503',
        'partial after',
        'whole after',
      ],
      rows.map((row) => [
        row.failure,
        times(row.before),
        times(row.meanwhile),
        times(row.after),
        row.whole,
        row.partial,
        row.refused,
        ms(row.partialAfterMs),
        ms(row.wholeAfterMs),
      ]),
    ),
  ].join('\n\n')
}
