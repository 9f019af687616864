/** The headers of a mail → Metadata. */
import type { Address, Email } from 'postal-mime'
import type { Metadata } from '../document.ts'
import { cleanCharacters, toSingleLine } from './characters.ts'

/** Marks of replies and forwards, in the languages of the mail programs that set them. */
const REPLY = /^(?:re|r|rif|ris|aw|antw|sv|odp|res)(?:\[\d+\]|\(\d+\))?\s?:\s*/i
const FORWARD = /^(?:fwd?|fw|i|inoltro|inoltra|wg|tr|rv|enc)(?:\[\d+\]|\(\d+\))?\s?:\s*/i
/** The mark of a mailing list, which may stand before or between them. */
const LIST_MARK = /^\[[^\]]{1,40}\]\s*/

/** A subject without the marks that programs put before it. */
export type Subject = { title: string; isForward: boolean }

/** Takes the marks of replies and forwards off a subject: `R: I: Convocazione` → `Convocazione`. */
export function subjectOf(raw: string): Subject {
  let title = clean(raw)
  let isForward = false
  let mark = ''
  for (;;) {
    const list = LIST_MARK.exec(title)?.[0] ?? ''
    const rest = title.slice(list.length)
    const found = REPLY.exec(rest)?.[0] ?? FORWARD.exec(rest)?.[0]
    if (found === undefined) break
    isForward ||= !REPLY.test(rest)
    if (list !== '') mark = list
    title = rest.slice(found.length)
  }
  // A list sets its mark once more in an answer to it.
  return { title: title.startsWith(mark.trim()) ? title : `${mark}${title}`, isForward }
}

/** What the headers of a mail say about it. */
export function metadataOf(email: Email): Metadata {
  const metadata: Metadata = {}
  const { title } = subjectOf(email.subject ?? '')
  if (title !== '') metadata.title = title
  const date = dateOf(email)
  if (date !== undefined) metadata.date = date
  const source = senderOf(email.from ?? email.sender)
  if (source !== '') metadata.source = source
  const url = /<(https?:\/\/[^>\s]{4,500})>/.exec(headerOf(email, 'archived-at') ?? '')?.[1]
  if (url !== undefined) metadata.url = clean(url)
  const tags = (headerOf(email, 'keywords') ?? '')
    .split(',')
    .map(clean)
    .filter((tag) => tag !== '')
  if (tags.length > 0) metadata.tags = tags.slice(0, MAX_TAGS)
  const thread = threadOf(email)
  if (thread !== undefined) metadata.thread = thread
  return metadata
}

const MAX_TAGS = 50
const MAX_REFERENCES = 200

/** The value of the first header of a name (in lower case). */
function headerOf({ headers }: Email, name: string): string | undefined {
  return headers.find(({ key }) => key === name)?.value
}

function threadOf(email: Email): Metadata['thread'] {
  const [id] = idsIn(email.messageId)
  if (id === undefined) return undefined
  // Some programs name in `References` all but the message that is answered.
  const references = new Set([...idsIn(email.references), ...idsIn(email.inReplyTo)])
  references.delete(id)
  return { id, references: [...references].slice(-MAX_REFERENCES) }
}

function idsIn(value: string | undefined): string[] {
  const ids = (value ?? '').match(/<[^<>]{1,998}>/g) ?? []
  return ids.map((id) => clean(id.slice(1, -1)).replace(/\s/g, '')).filter((id) => id !== '')
}

/** The name of who sent it, or the domain of the address: `Segreteria` or `comune.esempio.it`. */
function senderOf(from: Address | undefined): string {
  if (from === undefined) return ''
  // Mailing lists add themselves to the name: "Mario Rossi via Discussioni".
  const name = clean(from.name)
    .replace(/ (?:via|per conto di|on behalf of) .{1,80}$/i, '')
    .replace(/^(['"])(.*)\1$/, '$2')
    .replace(/^per conto di: ?/i, '')
  const address = clean(from.address ?? from.group?.[0]?.address ?? '')
  if (name !== '' && !name.includes('@')) return name
  return (name.includes('@') ? name : address).split('@').pop()?.toLowerCase() ?? ''
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * The day a mail was sent, `YYYY-MM-DD`, as its sender's calendar had it; where the header says nothing that can be, the
 * day it was received.
 */
function dateOf(email: Email): string | undefined {
  const received = email.headers
    .filter(({ key }) => key === 'received')
    .map(({ value }) => value.split(';').pop())
  for (const value of [headerOf(email, 'date'), ...received]) {
    const day = dayOf(value ?? '')
    if (day !== undefined) return day
  }
  return undefined
}

/** RFC 5322, section 3.3, and the shapes that older programs wrote. */
function dayOf(value: string): string | undefined {
  const text = value.slice(0, 200)
  const usual = /\b(\d{1,2})[\s-]+([a-z]{3})[a-z]*[\s-]+(\d{4}|\d{2})\b/i.exec(text)
  const ctime = /\b([a-z]{3})\s+(\d{1,2})\s+[\d:]{5,8}\s+(?:[a-z]{3,4}\s+)?(\d{4})\b/i.exec(text)
  const iso = /\b(\d{4})-(\d\d)-(\d\d)(?!\d)/.exec(text)
  const [day, month, year] = usual
    ? [usual[1], MONTHS.indexOf((usual[2] as string).toLowerCase()) + 1, usual[3]]
    : ctime
      ? [ctime[2], MONTHS.indexOf((ctime[1] as string).toLowerCase()) + 1, ctime[3]]
      : iso
        ? [iso[3], Number(iso[2]), iso[1]]
        : []
  if (day === undefined || year === undefined || month === undefined || month === 0) return undefined
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900)
  const date = new Date(Date.UTC(full, month - 1, Number(day)))
  // A clock that was never set says 1970, or a year far ahead.
  const isPossible =
    date.getUTCDate() === Number(day) && full > 1970 && full <= new Date().getUTCFullYear() + 1
  return isPossible ? date.toISOString().slice(0, 10) : undefined
}

function clean(text: string): string {
  return toSingleLine(cleanCharacters(text))
}
