/**
 * A read document → what is known about it: title, language, date, topics, publisher. Each is found by a
 * module of its own that gets the front matter and the blocks; nothing is read from anywhere else.
 */
import { passageLanguage } from '../../language/detect.ts'
import type { Block, Description, Metadata } from '../document.ts'
import { describeDate, givenDate } from './date.ts'
import { detectLanguage, type LanguageDetector, languageCode, sampleText } from './language.ts'
import { describeReferences } from './references.ts'
import { createRejected } from './rejected.ts'
import { describeSource, isWebAddress } from './source.ts'
import { describeTags } from './tags.ts'
import { describeTitle } from './title.ts'
import type { TopicMatcher } from './topics.ts'

/** A document to describe. */
export type DescribeInput = {
  /** Path below the root; its last part may give a title and a date. */
  path: string
  /** Name of the format it was read from. */
  format: string
  metadata: Metadata
  /** The blocks of the document, or of the first megabyte of it. */
  head: readonly Block[]
  topics: TopicMatcher
  /** Default `detectLanguage`; asked only if the front matter gives no language. */
  detect?: LanguageDetector
  /**
   * Called with a plain sentence for each value of the front matter that cannot be used. Default: nobody is
   * told.
   */
  warn?: (warning: string) => void
}

/**
 * Describes a document. What its author says in the front matter goes before anything found in the text.
 *
 * A title from `heading` or `first-line` is a block of the document, which `chunk` puts above passages as
 * `heading`; from `first-sentence` it is part of the text.
 */
export async function describe(input: DescribeInput): Promise<Description> {
  const { path, format, metadata, head, topics, detect = detectLanguage } = input
  for (const warning of unusable(metadata, topics)) input.warn?.(warning)
  const { reject, rejected } = createRejected()
  const { title, titleFrom, block } = describeTitle(input, metadata.title, head, reject)
  const lang = await languageOf(input, detect)
  const ownTitle = titleFrom === 'first-sentence' ? '' : title
  const source = describeSource(metadata, head)
  return {
    title,
    titleFrom,
    lang,
    date: describeDate({
      path,
      lang,
      givenLang: metadata.lang,
      given: metadata.date,
      givenUpdate: metadata.updated,
      title: titleFrom === 'metadata' ? title : undefined,
      url: source.url === '' ? undefined : source.url,
      // A manual page has its date in its title line; its text speaks of other ones.
      blocks: format === 'manual-page' && metadata.updated !== undefined ? [] : head,
      reject,
    }),
    topics: topics.match({
      lang,
      title: ownTitle,
      titleInBlocks: block !== null || titleFrom === 'first-sentence',
      blocks: head,
      given: metadata.topics ?? [],
      reject,
    }),
    references: describeReferences(block === null ? ownTitle : '', head),
    tags: describeTags(metadata.tags),
    ...source,
    translations: metadata.translations ?? [],
    rejected,
  }
}

/** As the author says; what a page says is often what its template says, and must not be plainly wrong. */
async function languageOf(
  { format, metadata, head }: DescribeInput,
  detect: LanguageDetector,
): Promise<string> {
  const given = languageCode(metadata.lang ?? '')
  if (given !== null && !TEMPLATE_FORMATS.has(format)) return given
  const sample = sampleText(head, metadata.title)
  if (given !== null && passageLanguage(sample, given) === given) return given
  return await detect(sample)
}

/** Pages, whose language stands in a template, or is told by the folder: half of them may not be translated. */
const TEMPLATE_FORMATS: ReadonlySet<string> = new Set(['html', 'manual-page'])

function* unusable(
  { date, updated, lang, url, topics = [] }: Metadata,
  matcher: TopicMatcher,
): Generator<string> {
  const ignored = (name: string, value: string, why: string): string =>
    `front matter ${name} "${value}" ignored: ${why}`
  if (date !== undefined && givenDate(date) === null) yield ignored('date', date, 'not a date')
  if (updated !== undefined && givenDate(updated) === null) yield ignored('update', updated, 'not a date')
  if (lang !== undefined && languageCode(lang) === null)
    yield ignored('language', lang, 'not a known language')
  if (url !== undefined && !isWebAddress(url)) yield ignored('address', url, 'not an http or https address')
  for (const id of topics) {
    if (!matcher.ids.has(id)) yield ignored('topic', id, 'not one of the topics of this installation')
  }
}
