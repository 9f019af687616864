/** What was measured → tables for people. Pure. */
import type { Block } from './blocks.ts'
import type { ChangeReport } from './change.ts'
import type { DrawnExpansion } from './expansions.ts'
import type { RelevanceRow } from './relevance.ts'
import type { SpeedReport } from './speed.ts'
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
