/** The title of a page, without the name of its site; and which of its headings is that of the page. */
import { headingLevel, headingText } from './texts.ts'
import { ancestorsOf, elementsIn, type HtmlElement } from './tree.ts'

/** What may part a title from the name of the site. */
const PARTS = /\s+[|–—·•»«:]+\s+|\s+-{1,2}\s+|\s*\|\s*/

/** Headings that a program sets on each of its pages: what the page is about stands in its title. */
const SECTION_NAME =
  /^(?:documentation|documentazione|synopsis|sinossi|description|descrizione|summary|riepilogo|details|dettagli|contents|contenuti)$/i

/** @param sites names that the site has, as far as known */
export function titleOfPage(found: {
  heading: string
  given: string
  title: string
  sites: readonly string[]
}): string {
  const { heading, sites } = found
  const isSectionName =
    SECTION_NAME.test(heading) && found.title.trim() !== '' && !fold(found.title).includes(fold(heading))
  if (heading !== '' && !isSectionName) return heading
  const [given, title] = [found.given, found.title].map((text) => withoutSite(text, sites))
  return given !== undefined && given !== '' ? given : (title ?? '')
}

/**
 * A title without the name of the site before or behind it. A last part that is no name known counts as one if it is
 * short, and shorter than what is left.
 */
export function withoutSite(title: string, sites: readonly string[]): string {
  const parts = title.split(PARTS)
  const [first = '', last = ''] = [parts[0], parts.at(-1)]
  if (parts.length < 2 || first === '' || last === '') return title
  if (sites.some((site) => isSame(site, last)))
    return title.slice(0, title.length - last.length).replace(/[\s|–—·•»«:-]+$/, '')
  if (sites.some((site) => isSame(site, first)))
    return title.slice(first.length).replace(/^[\s|–—·•»«:-]+/, '')
  const kept = title.slice(0, title.length - last.length).replace(/[\s|–—·•»«:-]+$/, '')
  // "Porto di Bari (orari - inverno)": a name of a site stands in no parenthesis.
  if (kept.lastIndexOf('(') > kept.lastIndexOf(')')) return title
  const isBar = /\|\s*[^|]*$/.test(title)
  const words = (text: string): number => text.split(/\s+/).length
  const isName = isBar
    ? last.length < kept.length || words(last) <= 3
    : words(last) <= 4 && words(kept) >= 2 && last.length < kept.length
  return isName ? kept : title
}

function isSame(one: string, other: string): boolean {
  return fold(one) === fold(other) && fold(one) !== ''
}

/** Letters and digits alone, in lower case. */
function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/** Places whose headings are never that of the page. */
const ELSEWHERE = new Set(['nav', 'footer', 'aside', 'dialog', 'form'])

/**
 * The heading of the page: of those of level 1 the one that its title repeats, else the first that is no site name;
 * of deeper ones only one that the title repeats.
 *
 * @param root the page, or what is left of it
 * @param content where the main text stands: a heading in it counts before others
 */
export function mainHeadingOf(
  root: HtmlElement,
  {
    titles,
    sites,
    content,
  }: { titles: readonly string[]; sites: readonly string[]; content: HtmlElement | null },
): HtmlElement | null {
  const names = new Set(sites.map(fold))
  const wanted = titles.map(fold).filter((title) => title !== '')
  const candidates: { element: HtmlElement; level: number; folded: string; isInside: boolean }[] = []
  for (const element of elementsIn(root)) {
    const level = headingLevel(element)
    if (level === 0) continue
    const folded = fold(headingText(element))
    if (folded === '' || names.has(folded)) continue
    const above = ancestorsOf(element)
    if (
      above.some(
        ({ name, attributes }) =>
          ELSEWHERE.has(name) ||
          /^(?:navigation|contentinfo|complementary|dialog)$/.test(attributes.role ?? ''),
      )
    )
      continue
    candidates.push({
      element,
      level,
      folded,
      isInside: content !== null && (content === element || above.includes(content)),
    })
    if (candidates.length >= 500) break
  }
  const isTitle = ({ folded }: { folded: string }): boolean =>
    folded.length >= 3 &&
    wanted.some(
      (title) =>
        title === folded ||
        (folded.length >= 8 && title.startsWith(folded)) ||
        (folded.length >= 8 && title.endsWith(folded)) ||
        (title.length >= 12 && folded.startsWith(title)),
    )
  const top = candidates.filter(({ level }) => level === 1)
  const isHome = ({ element }: { element: HtmlElement }): boolean => isSiteName(element)
  return (
    (
      top.find((heading) => heading.isInside && isTitle(heading)) ??
      top.find((heading) => isTitle(heading) && !isHome(heading)) ??
      candidates.find(
        (heading) => heading.level <= 3 && heading.isInside && wanted.includes(heading.folded),
      ) ??
      top.find((heading) => heading.isInside) ??
      candidates.find((heading) => heading.level <= 3 && isTitle(heading) && !isHome(heading)) ??
      top.find((heading) => !isHome(heading)) ??
      null
    )?.element ?? null
  )
}

/** A heading that is a link to the beginning of the site is the name of the site. */
function isSiteName(element: HtmlElement): boolean {
  const links = ancestorsOf(element).slice(0, 2).concat(elementsIn(element))
  return links.some(
    ({ name, attributes }) =>
      name === 'a' &&
      /^(?:https?:\/\/[^/]+)?\/?(?:index\.html?|it\/?|en\/?)?$|^(?:\.\.?\/)+(?:index\.html?)?$/i.test(
        attributes.href ?? '-',
      ),
  )
}
