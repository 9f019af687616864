/** Whether a file is a mail or a mailbox, told by what it begins with: mails are often kept under names without extension. */

/** Headers that every mail has some of. */
const MAIL_HEADER = /^(?:from|date|subject|message-id|received)$/i
/** Headers that only mail programs and servers write. */
const SENT_HEADER = /^(?:message-id|received|return-path|delivered-to|mime-version|x-mailer|dkim-signature)$/i
const HEADER = /^([!-9;-~]{1,80}):/

const DAYS = '(?:mon|tue|wed|thu|fri|sat|sun)'
const MONTHS = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)'
/** `From mario@esempio.it Thu Jul 13 10:12:00 2023`, with a time zone or without. */
const FROM_LINE = new RegExp(
  `^From .{0,300}${DAYS},? +(?:${MONTHS} +\\d{1,2}|\\d{1,2} +${MONTHS}) +(?:\\d{4} +)?\\d{1,2}:\\d\\d.{0,40}$`,
  'i',
)

/** Whether a file that begins so is a mail: headers of which two say that, and nothing else above the first empty line. */
export function recognizesMail(opening: Buffer): boolean {
  const text = opening.toString('latin1')
  const first = text.slice(0, 200)
  if (!HEADER.test(first)) return false
  const [head = ''] = text.split(/\r?\n\r?\n/, 1)
  const lines = head.split(/\r?\n/)
  // The opening may end inside a line.
  if (head.length === text.length) lines.pop()
  const names: string[] = []
  for (const line of lines) {
    if (/^[ \t]/.test(line)) continue
    const name = HEADER.exec(line)?.[1]
    if (name === undefined) return false
    names.push(name)
  }
  const telling = new Set(names.filter((name) => MAIL_HEADER.test(name)).map((name) => name.toLowerCase()))
  const isSent = names.some((name) => SENT_HEADER.test(name))
  // Notes and pages of site generators begin with `Date:` and `Subject:`, too.
  return telling.size >= 2 && (isSent || (/^from:.*@/im.test(head) && /^date:.{4,40}\d\d:\d\d/im.test(head)))
}

/** Whether a file that begins so is a mailbox. */
export function recognizesMailbox(opening: Buffer): boolean {
  const [first = '', second = ''] = opening.toString('latin1').split(/\r?\n/, 2)
  return isFromLine(first, second)
}

/**
 * Whether a line begins a message in a mailbox: it has the date of one, or an address, and headers come next. A sentence
 * that begins with *From* does not.
 *
 * @param line without its end
 * @param next the line after it; may be cut
 */
export function isFromLine(line: string, next: string): boolean {
  if (!line.startsWith('From ') || !(HEADER.test(next) || next.startsWith('>From '))) return false
  return FROM_LINE.test(line) || /^From \S+@\S+\s*$/.test(line)
}
