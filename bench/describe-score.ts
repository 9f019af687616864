/** What was understood of a document, compared with what is right. Pure. */
import type { DocumentDraft, PassageDraft } from '../engine/drafts.ts'
import { UNCLASSIFIED } from '../engine/schema.ts'
import type { CorpusLabel, DocumentLabel } from './describe-labels.ts'

/** What came of a document. */
export type Got = { path: string; format: string } & (
  | { document: Omit<DocumentDraft, 'id'>; passages: readonly PassageDraft[] }
  | { failed: string }
)

/** What is looked at. */
export const ASPECTS = [
  'read',
  'language',
  'ownLanguage',
  'date',
  'dateBasis',
  'topics',
  'references',
  'title',
  'headings',
  'mainText',
] as const

/** One of what is looked at. */
export type Aspect = (typeof ASPECTS)[number]

/** A mistake: what was got and what is right, for a person. */
export type Miss = { path: string; aspect: Aspect; got: string; right: string }

/** Counts of one aspect. `right` of `of` for yes or no; the others for sets: found, not right, not found. */
export type Count = { right: number; of: number; extra: number; lacking: number }

/** The counts of a document or of many, and the mistakes. */
export type Score = {
  counts: Record<Aspect, Count>
  /** Dates that are given and are not the document's. */
  wrongDates: number
  misses: Miss[]
}

/** Nothing counted yet. */
export function emptyScore(): Score {
  const entries = ASPECTS.map((aspect) => [aspect, { right: 0, of: 0, extra: 0, lacking: 0 }])
  return { counts: Object.fromEntries(entries), wrongDates: 0, misses: [] }
}

/** Adds what came of a document to a score. `got` is absent where nothing came. */
export function scoreDocument(score: Score, label: CorpusLabel, got: Got | undefined): void {
  const { path } = label
  const judge = (aspect: Aspect, isRight: boolean, found: unknown, right: unknown): void => {
    const count = score.counts[aspect]
    count.of += 1
    if (isRight) count.right += 1
    else score.misses.push({ path, aspect, got: shown(found), right: shown(right) })
  }
  if ('fails' in label) {
    const reason = got !== undefined && 'failed' in got ? got.failed : 'read'
    judge('read', reason.includes(label.fails), reason, `fails: ${label.fails}`)
    return
  }
  const isRead = got !== undefined && 'document' in got
  judge('read', isRead, got === undefined ? 'nothing of this path' : isRead || shown(got), 'read')
  if (!isRead) return
  const { document, passages } = got

  for (const { text, lang } of passages) {
    const right = label.passages?.find(({ contains }) => text.includes(contains))?.lang ?? label.lang
    judge('language', lang === right, `${lang}: ${text.slice(0, 60)}`, right)
  }
  judge('ownLanguage', document.lang === label.lang, document.lang, label.lang)
  const date = dateOf(document)
  judge('date', date === label.date, `${date} (${document.dateWords ?? ''})`, label.date)
  if (date !== null && !(label.date ?? '').startsWith(date)) score.wrongDates += 1
  const { dateBasis } = document as { dateBasis?: string }
  if (label.dateBasis !== undefined && dateBasis !== undefined && date === label.date) {
    const basis = dateBasis === 'unknown' ? null : dateBasis
    judge('dateBasis', basis === label.dateBasis, basis, label.dateBasis)
  }
  const topics = document.topics.filter((id) => id !== UNCLASSIFIED && !label.topicsAlso?.includes(id))
  judgeSet(score, 'topics', path, topics, label.topics)
  const { references } = document as { references?: string[] }
  if (references !== undefined) judgeSet(score, 'references', path, references, label.references)
  const titles = [label.title].flat()
  judge(
    'title',
    titles.some((title) => plain(title) === plain(document.title)),
    document.title,
    label.title,
  )
  for (const { passageContains, heading } of label.headings ?? []) {
    const above = passages.filter(({ text }) => text.includes(passageContains)).map((one) => one.heading)
    const known = [document.title, ...titles]
    const isRight = above.length > 0 && above.every((one) => chain(one, known) === chain(heading, known))
    judge('headings', isRight, above.length === 0 ? `no passage: ${passageContains}` : above, heading)
  }
  judgeMainText(score, label, passages)
}

/** Harmonic mean of precision and recall. */
export function f1({ right, extra, lacking }: Count): number {
  return right === 0 ? 0 : (2 * right) / (2 * right + extra + lacking)
}

function judgeSet(
  { counts, misses }: Score,
  aspect: Aspect,
  path: string,
  got: readonly string[],
  right: readonly string[],
): void {
  const count = counts[aspect]
  const extra = got.filter((one) => !right.includes(one))
  const lacking = right.filter((one) => !got.includes(one))
  count.of += 1
  count.right += got.length - extra.length
  count.extra += extra.length
  count.lacking += lacking.length
  if (extra.length + lacking.length === 0) return
  misses.push({
    path,
    aspect,
    got: extra
      .map((one) => `+${one}`)
      .concat(lacking.map((one) => `-${one}`))
      .join(' '),
    right: right.join(' '),
  })
}

function judgeMainText(
  { counts, misses }: Score,
  label: DocumentLabel,
  passages: readonly PassageDraft[],
): void {
  const { path, mainText } = label
  if (mainText === undefined) return
  const text = plain(passages.flatMap(({ heading, text }) => [...heading, text]).join('\n'))
  const count = counts.mainText
  count.of += 1
  for (const [expected, isExpected] of [
    ...mainText.has.map((words) => [words, true] as const),
    ...mainText.hasNot.map((words) => [words, false] as const),
  ]) {
    const isThere = text.includes(plain(expected))
    if (isThere && isExpected) count.right += 1
    else if (isThere) count.extra += 1
    else if (isExpected) count.lacking += 1
    if (isThere !== isExpected)
      misses.push({
        path,
        aspect: 'mainText',
        got: isThere ? `has: ${expected}` : `lacks: ${expected}`,
        right: isExpected ? 'has it' : 'is left out',
      })
  }
}

function dateOf({ date, datePrecision }: Omit<DocumentDraft, 'id'>): string | null {
  if (date === undefined) return null
  const length = { day: 10, month: 7, year: 4 }[datePrecision ?? 'day']
  return new Date(date * 1000).toISOString().slice(0, length)
}

/** Headings as they are compared: without the title of the document, case and signs. */
function chain(headings: readonly string[], titles: readonly string[]): string {
  const [first] = headings
  const isTitle = first !== undefined && titles.some((title) => letters(title) === letters(first))
  return letters(headings.slice(isTitle ? 1 : 0).join(' '))
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

function plain(text: string): string {
  return text.replace(/[’‘]/g, "'").replace(/\s+/g, ' ').trim()
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
