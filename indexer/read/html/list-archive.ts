/** Pages of the archive of a mailing list as Mailman makes them: the message, without what leads to others. */

/** Mailman's own marks around the text of a message. */
const MESSAGE = /<!--\s*beginarticle\s*-->([\s\S]*?)<!--\s*endarticle\s*-->/i
const HEAD_LENGTH = 20_000
const SUBJECT = /<h1[^>]*>[\s\S]{0,1000}?<\/h1>/i
/** `<I>Thu Mar  7 10:22:31 CET 2024</I>` */
const SENT =
  /<i>\s*\p{L}{3}\s+(\p{L}{3})\s+(\d{1,2})\s+\d{1,2}:\d{2}:\d{2}\s+(?:[A-Z]{2,5}\s+)?(\d{4})\s*<\/i>/iu

/** A message of such an archive: the page without what stands around it, and the day on which it was sent, in words. */
export type ArchivedMessage = { html: string; sent?: string }

/** The message of a page; null if the page is of another kind. */
export function takeArchivedMessage(html: string): ArchivedMessage | null {
  const match = MESSAGE.exec(html)
  if (match === null) return null
  const head = html.slice(0, match.index).slice(0, HEAD_LENGTH)
  const end = /<body\b/i.exec(head)?.index
  const subject = SUBJECT.exec(head)?.[0]
  if (end === undefined || subject === undefined) return null
  const message = `${head.slice(0, end)}<body>${subject}${match[1]}</body></html>`
  const [, month, day, year] = SENT.exec(head) ?? []
  return day === undefined ? { html: message } : { html: message, sent: `${day} ${month} ${year}` }
}
