/**
 * Where the text of a page stands. Markup that says so is believed; a page that is all text is taken as it is; only what
 * is left is given to Readability, which takes ten times as long as everything else.
 */
import { removeLinkLists } from './link-lists.ts'
import { askReadability } from './readability.ts'
import { ancestorsOf, elementsIn, type HtmlElement, measure, rawText } from './tree.ts'

/** How the main text was found. */
export type MainText = { root: HtmlElement; by: 'markup' | 'whole' | 'readability' }

/** A main element with less of the ink of the page is an empty frame, or a teaser. */
const MIN_SHARE = 0.3
/** A page with a smaller share of its ink in boxes of links is all text. */
const MAX_LINK_SHARE = 0.12
/** Readability has lost the text where it keeps less of what stands outside links. */
const MIN_KEPT = 0.5

/**
 * Finds the main text in a measured tree without boilerplate, and takes out what stands in it without being part of it.
 *
 * @param body the visible page
 */
export function findMainText(body: HtmlElement): MainText {
  const marked = markedText(body)
  if (marked !== null) return finish(marked, 'markup')
  const boxed = inkInLinkBoxes(body)
  if (boxed <= MAX_LINK_SHARE * body.ink || boxed >= 0.7 * body.ink) return finish(body, 'whole')
  const kept = askReadability(body)
  if (kept === null) return finish(body, 'whole')
  const prose = proseOf(body)
  const keptProse = keptProseIn(body, kept, false)
  if (keptProse < MIN_KEPT * prose) return finish(body, 'whole')
  const root = smallestHolding(body, kept)
  dropRest(root, kept)
  return finish(root, 'readability')
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

/** How much ink stands in boxes that are mostly links. */
function inkInLinkBoxes(element: HtmlElement): number {
  if (element.links < 3) return 0
  if (element.linkInk > 0.5 * element.ink && !/^t(?:able|body|head|r|d|h)$/.test(element.name))
    return element.ink
  let sum = 0
  for (const child of element.children) if (typeof child !== 'string') sum += inkInLinkBoxes(child)
  return sum
}

/** How much ink outside links is left of an element, if only marked elements keep the text that stands right in them. */
function keptProseIn(element: HtmlElement, kept: ReadonlySet<HtmlElement>, inLink: boolean): number {
  const isLink = inLink || (element.name === 'a' && element.attributes.href !== undefined)
  let prose = 0
  for (const child of element.children) {
    if (typeof child !== 'string') prose += keptProseIn(child, kept, isLink)
    else if (!isLink && kept.has(element)) prose += child.replace(/\s+/g, '').length
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
 * Takes out what Readability left out, except text: it judges paragraphs by their neighbours, and tables, code and
 * lists of manuals by how little they look like news.
 */
function dropRest(root: HtmlElement, kept: ReadonlySet<HtmlElement>): void {
  root.children = root.children.filter((child) => {
    if (typeof child === 'string') return true
    if (holdsAny(child, kept)) {
      dropRest(child, kept)
      return true
    }
    return isText(child)
  })
}

function isText(element: HtmlElement): boolean {
  const { name, ink, linkInk } = element
  if (/^(?:h[1-6]|pre|table|figure|figcaption|dl|br)$/.test(name)) return true
  if (linkInk > 0.3 * ink) return false
  // The line of the author and the date.
  if (ink < 120 && /\b(?:19|20)\d\d\b/.test(rawText(element)) && !/©|copyright/i.test(rawText(element)))
    return true
  return ink >= 60 || /^(?:p|li|dt|dd|td|th|blockquote|code|em|strong|b|i|span|a|q|sup|sub)$/.test(name)
}
