/** Lists of links inside of the main text that lead away from it: contents, "read also", what comes before and after. */
import { type HtmlElement, rawText } from './tree.ts'

/** What heads links to other pages, at the beginning of a heading or line. */
const ELSEWHERE =
  /^(?:leggi anche|leggi pure|potrebbe(?:ro)? interessarti|ti potrebbe(?:ro)? interessare|articoli (?:correlati|simili|recenti)|notizie correlate|altre notizie|contenuti correlati|pagine correlate|ultime notizie|i più letti|le più lette|più letti|in evidenza|condividi|seguici|argomenti correlati|read (?:also|more|next)|you (?:may|might) (?:also )?(?:like|be interested)|related (?:articles?|posts?|stories|news|content|links?|topics|pages)|more (?:from|stories|news|on)|most (?:read|popular)|latest news|recommended|recent posts|share (?:this|on)|follow us|on this page|in questa pagina|contents|table of contents|sommario|indice(?: dei contenuti)?)\s*:?\s*/i
/** A link alone that leads to another place of the page that one is on. */
const BACK =
  /^[\s↑▲⇧^]*(?:torna (?:su|in alto|all['’]inizio|al sommario|all['’]indice)|(?:back|return|go) to (?:the )?(?:top|contents)|top(?: of (?:the )?page)?|inizio pagina|(?:skip|jump) to (?:the )?(?:main )?content|(?:vai|salta) al contenuto)[\s.↑▲⇧^]*$/i
const LIST = /^(?:ul|ol|div|section|nav|table|menu|p|aside|dl)$/

/**
 * Takes such lists out of a measured element. A list without a heading of its own is one where it only has links into
 * the page, or stands at the very end; lists that a text introduces stay, and so does everything on a page of links.
 */
export function removeLinkLists(root: HtmlElement): void {
  if (root.linkInk > 0.6 * root.ink) return
  prune(root, true)
}

function prune(element: HtmlElement, isLast: boolean): void {
  const children = element.children
  const filled = children.filter((child) => (typeof child === 'string' ? child.trim() !== '' : child.ink > 0))
  const dropped = new Set<HtmlElement | string>()
  /** From here on there is nothing but links. */
  const tail = filled.findLastIndex((child) => typeof child === 'string' || !isLinks(child)) + 1
  filled.forEach((child, index) => {
    if (typeof child === 'string') return
    const before = filled[index - 1]
    const isAlone = filled.every((other) => typeof other !== 'string')
    if (
      isAlone &&
      isLinks(child) &&
      child.links === 1 &&
      child.ink < 40 &&
      BACK.test(rawText(child).trim())
    ) {
      dropped.add(child)
      return
    }
    const atEnd = isLast && index >= tail
    if (isLinks(child) && child.links >= 2 && LIST.test(child.name)) {
      const head = typeof before === 'object' && !isLinks(before) ? before : null
      const isElsewhere = head !== null && head.ink < 60 && ELSEWHERE.test(rawText(head).trim())
      if (isElsewhere || isContents(child) || (atEnd && child.links >= 3 && !isIntroduced(before))) {
        dropped.add(child)
        if (isElsewhere && head !== null) dropped.add(head)
        return
      }
    }
    if (child.name === 'td' && isLinks(child) && child.links >= 2 && element.ink - element.linkInk > 150) {
      dropped.add(child)
      return
    }
    if (ownsHeading(child) && child.linkInk > 0.5 * child.ink && child.links >= 2) {
      dropped.add(child)
      return
    }
    if (
      /^(?:p|div|strong)$/.test(child.name) &&
      child.linkInk > 0.5 * child.ink &&
      child.links >= 1 &&
      child.ink < 300 &&
      /^(?:leggi anche|read (?:also|more)|related)\s*:/i.test(rawText(child).trim())
    ) {
      dropped.add(child)
      return
    }
    prune(child, isLast && index === filled.length - 1)
  })
  if (dropped.size > 0) element.children = children.filter((child) => !dropped.has(child))
}

function isLinks({ ink, linkInk, links }: HtmlElement): boolean {
  return links >= 1 && linkInk >= 0.85 * ink
}

/** Links to places of the page itself, each of which has a heading there. */
function isContents(element: HtmlElement): boolean {
  return element.links >= 3 && hasOnlyLocalLinks(element)
}

function hasOnlyLocalLinks({ name, attributes, children }: HtmlElement): boolean {
  if (name === 'a' && attributes.href !== undefined && !attributes.href.startsWith('#')) return false
  return children.every((child) => typeof child === 'string' || hasOnlyLocalLinks(child))
}

/** Whether what stands before a list leads to it: a heading, or a line that ends in a colon. */
function isIntroduced(before: HtmlElement | string | undefined): boolean {
  if (before === undefined) return true
  const text = typeof before === 'string' ? before : rawText(before)
  return (
    (typeof before === 'object' && /^(?:h[1-6]|dt|summary|header)$/.test(before.name)) ||
    /[:：]\s*$/.test(text)
  )
}

/** A box that begins with a heading such as "Related articles". */
function ownsHeading(element: HtmlElement): boolean {
  const first = element.children.find((child) =>
    typeof child === 'string' ? child.trim() !== '' : child.ink > 0,
  )
  return (
    typeof first === 'object' &&
    first.ink < 60 &&
    /^(?:h[1-6]|p|strong|b|div|span|header)$/.test(first.name) &&
    ELSEWHERE.test(rawText(first).trim())
  )
}
