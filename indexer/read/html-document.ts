/** HTML → a document: the main text of the page under its own headings, and what the page says about itself. */
import type { Block, ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import { createBlockMaker } from './block-maker.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'
import type { Content } from './content.ts'
import { removeBoilerplate } from './html/boilerplate.ts'
import { bylineDates } from './html/byline.ts'
import { decodeHtml } from './html/decode.ts'
import { readLinearly } from './html/linear.ts'
import { takeArchivedMessage } from './html/list-archive.ts'
import { findMainText } from './html/main-text.ts'
import { metadataOf } from './html/metadata.ts'
import { type HtmlText, headingText, textsOf } from './html/texts.ts'
import { mainHeadingOf, withoutSite } from './html/title.ts'
import {
  ancestorsOf,
  buildTree,
  type HtmlElement,
  type HtmlPage,
  MAX_DEPTH,
  MAX_TAGS,
  measure,
} from './html/tree.ts'
import { markLawHeadings } from './law-lines.ts'
import { cutLongText } from './long-text.ts'

/** Larger pages are data that somebody wrote as HTML. */
export const MAX_HTML_BYTES = 20 * 1024 ** 2

/**
 * Reads an HTML or XHTML document, or a fragment of one. A page that is too deep or has too many tags for a tree is read
 * in one pass, without looking for its main text, with a warning.
 *
 * @throws {IndexingError} `EMPTY_FILE` with the reason why the page has no text (a frameset, a page that a script fills,
 *   a redirect), `BINARY_FILE` or `UNKNOWN_ENCODING`
 */
export async function readHtml(content: Content): Promise<ReadDocument> {
  const { html: whole, warnings } = await decodeHtml(content)
  const message = takeArchivedMessage(whole)
  const html = message?.html ?? whole
  const page = buildTree(html)
  if (page === null) {
    const why = `nested more than ${MAX_DEPTH} deep or more than ${MAX_TAGS} tags: read as it is, with what stands beside the text`
    return { metadata: {}, blocks: toBlocks(readLinearly(html)), warnings: [...warnings, why] }
  }
  const read = readPage(page, warnings)
  if (message?.sent !== undefined) read.metadata.date ??= message.sent
  return read
}

function readPage(page: HtmlPage, warnings: string[]): ReadDocument {
  measure(page.root)
  const body = bodyOf(page.root)
  const titles = titlesOf(page)
  const sites = sitesOf(page)
  const early = mainHeadingOf(body, { titles, sites, content: null })
  // Heads and feet of an article are no text, and go; their dates are those of the page.
  const edges = early === null ? {} : bylineDates(articleOf(early))
  removeBoilerplate(body, early !== null && isAmongText(early) ? early : null)
  measure(body)
  const main = findMainText(body, isArticlePage(page))
  const heading = mainHeadingOf(main.root, { titles, sites, content: main.root }) ?? early
  const texts = withMainHeading(textsOf(main.root, { mainHeading: heading }), heading, main.root)
  const lines = markLawHeadings(texts)
  const title = heading === null ? titleOfLaw(lines) : headingText(heading)
  const bylines = [main.root, body, ...headersOf(heading)].map(bylineDates)
  const described = metadataOf(page, title, [...bylines, edges])
  if (!lines.some(({ text }) => /[\p{L}\p{N}]/u.test(text)) || isShell(page, lines)) throw noText(page)
  return {
    metadata: described.metadata,
    blocks: toBlocks(lines),
    warnings: [...warnings, ...described.warnings],
  }
}

function bodyOf(root: HtmlElement): HtmlElement {
  const html = root.children.find((child) => typeof child === 'object' && child.name === 'html') ?? root
  const frame = typeof html === 'object' ? html : root
  const bodies = frame.children.filter(
    (child) => typeof child === 'object' && child.name === 'body',
  ) as HtmlElement[]
  const [body] = bodies
  return bodies.length === 1 && body !== undefined && body.ink >= 0.5 * root.ink ? body : root
}

/** The article that a heading is the title of, or else what it stands in. */
function articleOf(heading: HtmlElement): HtmlElement {
  const above = ancestorsOf(heading)
  return above.find(({ name }) => name === 'article' || name === 'main') ?? above[0] ?? heading
}

/** The page header that the heading stands in: it is no text, but may hold the byline. */
function headersOf(heading: HtmlElement | null): HtmlElement[] {
  return heading === null
    ? []
    : ancestorsOf(heading)
        .filter(({ name }) => name === 'header')
        .slice(0, 1)
}

function titlesOf({ title, metas }: HtmlPage): string[] {
  const given = metas.filter(({ property, name }) =>
    /^(?:og|twitter|dc|dcterms|citation)[:._]title$/i.test(property ?? name ?? ''),
  )
  const all = [title, ...given.map(({ content = '' }) => content)].map((text) =>
    text.replace(/\s+/g, ' ').trim(),
  )
  return [...new Set(all.flatMap((text) => [withoutSite(text, []), text]))].filter((text) => text !== '')
}

function sitesOf({ metas }: HtmlPage): string[] {
  return metas
    .filter(({ property, name }) => /^(?:og:site_name|application-name)$/i.test(property ?? name ?? ''))
    .map(({ content = '' }) => content)
}

function isAmongText(heading: HtmlElement): boolean {
  return !ancestorsOf(heading).some(({ name }) => name === 'header')
}

/** Whether a page says that it is an article. */
function isArticlePage({ metas, jsonLd }: HtmlPage): boolean {
  return (
    metas.some(
      ({ property = '', content = '' }) =>
        /^article:/i.test(property) || (/^og:type$/i.test(property) && /article/i.test(content)),
    ) || jsonLd.some((json) => /"@type"\s*:\s*\[?\s*"\w*(?:Article|Posting)"/.test(json))
  )
}

/** The heading of the page first, where it stands outside of the main text; headings before it head nothing. */
function withMainHeading(texts: HtmlText[], heading: HtmlElement | null, root: HtmlElement): HtmlText[] {
  if (heading === null) return texts
  const text = headingText(heading)
  if (text === '') return texts
  const isInside = heading === root || ancestorsOf(heading).includes(root)
  if (!isInside) return [{ text, level: 1 }, ...texts]
  const at = texts.findIndex((line) => line.level === 1 && line.text === text)
  return texts.map((line, index) => (index < at && line.level > 0 ? { ...line, level: 0 } : line))
}

/** What the markup of a law calls its title. */
function titleOfLaw(lines: readonly HtmlText[]): string {
  return lines.find(({ role, level }) => role === 'title' && level === 1)?.text ?? ''
}

/** A page of a script says that it loads, if it says anything. */
function isShell({ hasScript }: HtmlPage, lines: readonly HtmlText[]): boolean {
  if (!hasScript || lines.length > 2) return false
  const text = lines.map((line) => line.text).join(' ')
  return (
    text.length < 120 &&
    /^(?:loading|please wait|caricamento|attendere|un momento)\b|\b(?:enable|abilita\w*|attiva\w*) javascript\b/i.test(
      text,
    )
  )
}

function noText({ hasFrames, hasScript, metas }: HtmlPage): IndexingError {
  const isRedirect = metas.some((meta) => meta['http-equiv']?.toLowerCase() === 'refresh')
  const why = hasFrames
    ? 'the page only shows other pages in frames'
    : isRedirect
      ? 'the page only leads to another one'
      : hasScript
        ? 'the page is filled by a script in the browser'
        : 'nothing on the page is text'
  return new IndexingError('EMPTY_FILE', `no text: ${why}`)
}

async function* toBlocks(lines: readonly HtmlText[]): AsyncGenerator<Block> {
  const make = createBlockMaker()
  for (const { text, level, isCode, isNumbered, ends } of lines) {
    const about = { ...(isCode ? { isCode } : {}), ...(isNumbered ? { isNumbered } : {}) }
    let isFirst = true
    // Cut before it is cleaned: a page may be one text of many megabytes.
    for (const piece of cutLongText(text))
      for (const block of make(toSingleLine(cleanCharacters(piece)), level, about)) {
        if (isFirst && ends !== undefined) block.ends = ends
        isFirst = false
        yield block
      }
  }
}
