/** Dates in the byline of a page: `<time>` and microdata beside the name of the author, never dates of the text. */
import { ancestorsOf, elementsIn, type HtmlElement, rawText } from './tree.ts'

const BYLINE =
  /(?:^|[\s_-])(?:by-?line|meta|publish\w*|pubblica\w*|pubdate|posted|date|data|time|timestamp|dateline|author|autore|entry-date|post-date)(?:$|[\s_-])/i
const NO_BYLINE = /(?:event|evento|scadenz|deadline|comment|related|correlat|calendar|countdown|expir)/i
const UPDATED = /(?:modif|updat|aggiorn|revis)/i
/** How far above a date its byline may begin. */
const MAX_STEPS = 4

/** A byline stands among the first dates of a page. */
const MAX_TIMES = 30

/** When a byline says that a page was published and changed, as written. */
export type Byline = { published?: string; updated?: string }

/** The dates of the byline in a part of a page. */
export function bylineDates(place: HtmlElement): Byline {
  const found: Byline = {}
  const note = (element: HtmlElement, isUpdate: boolean): void => {
    const value = element.attributes.datetime ?? element.attributes.content ?? rawText(element)
    if (!/\d{4}/.test(value) || value.length > 80) return
    if (isUpdate) found.updated ??= value
    else found.published ??= value
  }
  let times = 0
  for (const element of elementsIn(place)) {
    if (found.published !== undefined && found.updated !== undefined) break
    const { itemprop = '', pubdate } = element.attributes
    if (/\bdatePublished\b/i.test(itemprop) || pubdate !== undefined) note(element, false)
    else if (/\bdateModified\b/i.test(itemprop)) note(element, true)
    else if (element.name === 'time' && element.attributes.datetime !== undefined && times < MAX_TIMES) {
      times += 1
      const kind = bylineOf(element)
      if (kind !== null) note(element, kind === 'updated')
    }
  }
  return found
}

function bylineOf(time: HtmlElement): 'published' | 'updated' | null {
  const above = [time, ...ancestorsOf(time)].slice(0, MAX_STEPS)
  const names = above.map(({ attributes }) => `${attributes.class ?? ''} ${attributes.id ?? ''}`)
  if (names.some((name) => NO_BYLINE.test(name))) return null
  if (above.some(({ name }) => name === 'li' || name === 'td' || name === 'nav')) return null
  const label = labelBefore(time)
  const isByline =
    names.some((name) => BYLINE.test(name)) ||
    above.some(({ name }) => name === 'header' || name === 'address') ||
    /(?:pubblicat|published|posted|aggiornat|modificat|updated|modified|revised)[^.;]{0,20}$/i.test(label)
  if (!isByline) return null
  return UPDATED.test(names[0] ?? '') ||
    /(?:aggiornat|modificat|updated|modified|revised)[^.;]{0,20}$/i.test(label)
    ? 'updated'
    : 'published'
}

/** What stands right before an element, in the same line. */
function labelBefore(element: HtmlElement): string {
  const siblings = element.parent?.children ?? []
  const before = siblings.slice(Math.max(0, siblings.indexOf(element) - 2), siblings.indexOf(element))
  return before
    .map((node) => (typeof node === 'string' ? node : rawText(node)))
    .join('')
    .trim()
    .slice(-60)
}
