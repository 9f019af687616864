/**
 * Where the text of a page stands. Markup that says so is believed; a page that is all text is taken as it is; only what
 * is left is given to Readability, which takes ten times as long as everything else.
 */
import { removeLinkLists } from './link-lists.ts'
import { askReadability } from './readability.ts'
import { ancestorsOf, elementsIn, type HtmlElement, type HtmlNode, inkOf, measure, rawText } from './tree.ts'

/** How the main text was found. */
export type MainText = { root: HtmlElement; by: 'markup' | 'whole' | 'readability' }

/** A main element with less of the ink of the page is an empty frame, or a teaser. */
const MIN_SHARE = 0.3
/** A page with a smaller share of its ink outside of paragraphs, lists, tables and code is all text. */
const MAX_NOISE = 0.04
/** A page with more of its ink in links than that, and little beside them, is an index: its links are its text. */
const MAX_LINKS = 0.6
const MAX_PROSE_OF_INDEX = 1000
/** Readability has lost the text where it keeps less of what stands outside links; of an article, which comments may follow. */
const MIN_KEPT = 0.5
const MIN_KEPT_OF_ARTICLE = 0.3

/**
 * Finds the main text in a measured tree without boilerplate, and takes out what stands in it without being part of it.
 *
 * @param body the visible page
 * @param isArticlePage whether the page calls itself an article: then what else stands there is less likely its text
 */
export function findMainText(body: HtmlElement, isArticlePage: boolean): MainText {
  const marked = markedText(body)
  const root = marked ?? body
  const by = marked === null ? 'whole' : 'markup'
  const isIndex = !isArticlePage && root.linkInk > MAX_LINKS * root.ink && proseOf(root) < MAX_PROSE_OF_INDEX
  if (isIndex || noiseIn(root) <= MAX_NOISE * root.ink) return finish(root, by)
  const kept = askReadability(root)
  const minKept = isArticlePage ? MIN_KEPT_OF_ARTICLE : MIN_KEPT
  if (kept === null || keptProseIn(root, kept, false) < minKept * proseOf(root)) return finish(root, by)
  const narrow = isArticlePage ? smallestHolding(root, kept) : root
  dropRest(narrow, kept, isArticlePage)
  return finish(narrow, 'readability')
}

function finish(root: HtmlElement, by: MainText['by']): MainText {
  measure(root)
  removeLinkLists(root)
  return { root, by }
}

/** The one element that its markup calls the main text: `main`, or the only long article in it. */
function markedText(body: HtmlElement): HtmlElement | null {
  const all = elementsIn(body)
  const mains = new Set(all.filter(({ name, attributes }) => name === 'main' || attributes.role === 'main'))
  const outer = [...mains].filter((main) => !ancestorsOf(main).some((above) => mains.has(above)))
  const main = outer.length === 1 ? outer[0] : undefined
  const frame = main !== undefined && main.ink >= MIN_SHARE * body.ink ? main : body
  const articles = outermostArticles(frame)
  const longest = articles.reduce<HtmlElement | null>(
    (best, one) => (best === null || proseOf(one) > proseOf(best) ? one : best),
    null,
  )
  if (longest !== null) {
    const others = articles.filter((article) => article !== longest)
    const isAlone = others.every((other) => proseOf(other) < 0.34 * proseOf(longest))
    const share = proseOf(longest) / Math.max(1, proseOf(frame))
    if (isAlone && share >= (others.length > 0 || frame === body ? 0.5 : 0.75)) return longest
  }
  return frame === body ? null : frame
}

/** Articles that stand in no other. */
function outermostArticles(element: HtmlElement): HtmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return isArticle(child) ? [child] : outermostArticles(child)
  })
}

function isArticle({ name, attributes }: HtmlElement): boolean {
  return (
    name === 'article' || attributes.role === 'article' || /\barticleBody\b/.test(attributes.itemprop ?? '')
  )
}

function proseOf({ ink, linkInk }: HtmlElement): number {
  return ink - linkInk
}

/** How much ink stands in links, or outside of what sets text: paragraphs, items, tables, code. */
function noiseIn({ name, ink, linkInk, links, children }: HtmlElement): number {
  const isLinks = linkInk > 0.5 * ink && links > 1
  if (/^(?:p|li|pre|table|dl|h[1-6]|blockquote|figcaption)$/.test(name)) return isLinks ? ink : 0
  let sum = 0
  for (const child of children) sum += typeof child === 'string' ? inkOf(child) : noiseIn(child)
  return sum
}

/** How much ink outside links is left of an element, if only marked elements keep the text that stands right in them. */
function keptProseIn(element: HtmlElement, kept: ReadonlySet<HtmlElement>, inLink: boolean): number {
  const isLink = inLink || (element.name === 'a' && element.attributes.href !== undefined)
  let prose = 0
  for (const child of element.children) {
    if (typeof child !== 'string') prose += keptProseIn(child, kept, isLink)
    else if (!isLink && kept.has(element)) prose += inkOf(child)
  }
  return prose
}

/** The deepest element that holds all marked ones that have text. */
function smallestHolding(body: HtmlElement, kept: ReadonlySet<HtmlElement>): HtmlElement {
  let root = body
  for (;;) {
    const holding = root.children.filter(
      (child) => typeof child === 'object' && holdsAny(child, kept),
    ) as HtmlElement[]
    const [only] = holding
    if (
      holding.length !== 1 ||
      only === undefined ||
      kept.has(root) ||
      /^(?:p|table|pre|ul|ol|dl|h[1-6])$/.test(only.name)
    )
      return root
    root = only
  }
}

function holdsAny(element: HtmlElement, kept: ReadonlySet<HtmlElement>): boolean {
  return (
    kept.has(element) || element.children.some((child) => typeof child === 'object' && holdsAny(child, kept))
  )
}

/**
 * Takes out what Readability left out. Of a page that is no article only what does not look like text: it judges
 * paragraphs by their neighbors, and tables, code and lists of manuals by how little they look like news.
 */
function dropRest(root: HtmlElement, kept: ReadonlySet<HtmlElement>, isStrict: boolean): void {
  const classes = new Set(
    root.children.flatMap((child) =>
      typeof child !== 'string' && holdsAny(child, kept) ? [classOf(child)] : [],
    ),
  )
  const left = root.children.filter((child) => {
    if (typeof child === 'string') return true
    if (holdsAny(child, kept)) {
      dropRest(child, kept, isStrict)
      return true
    }
    if (isStrict) return isPartOfArticle(child)
    // A section of links beside sections of text: "See also".
    return isText(child) || (classOf(child) !== '' && classes.has(classOf(child)))
  })
  root.children = isStrict ? withoutBareHeadings(left, kept) : left
}

function classOf({ attributes }: HtmlElement): string {
  return attributes.class ?? ''
}

function isPartOfArticle(element: HtmlElement): boolean {
  return /^(?:h[1-6]|br|pre)$/.test(element.name) || isByline(element)
}

/** Headings stay above what was kept; others were those of boxes that are gone. */
function withoutBareHeadings(nodes: readonly HtmlNode[], kept: ReadonlySet<HtmlElement>): HtmlNode[] {
  const elements = nodes.filter((node) => typeof node !== 'string')
  const isBare = (node: HtmlElement): boolean => {
    if (!/^h[1-6]$/.test(node.name) || node.name === 'h1' || kept.has(node)) return false
    const next = elements[elements.indexOf(node) + 1]
    return next === undefined || !holdsAny(next, kept)
  }
  const bare = new Set<HtmlNode>(elements.filter(isBare))
  return nodes.filter((node) => !bare.has(node))
}

function isText(element: HtmlElement): boolean {
  const { name, ink, linkInk } = element
  if (/^(?:h[1-6]|pre|table|figure|figcaption|dl|br)$/.test(name)) return true
  if (linkInk === 0)
    return !/©|copyright|all rights reserved|tutti i diritti/i.test(rawText(element).slice(0, 300))
  if (linkInk > 0.3 * ink) return false
  if (isByline(element)) return true
  return ink >= 60 || /^(?:p|li|dt|dd|td|th|blockquote|code|em|strong|b|i|span|a|q|sup|sub)$/.test(name)
}

/** The line of the author and the date. */
function isByline(element: HtmlElement): boolean {
  if (element.ink > 120 || element.links > 2) return false
  const text = rawText(element)
  return /\b(?:19|20)\d\d\b/.test(text) && !/©|copyright/i.test(text)
}
