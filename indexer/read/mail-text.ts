/**
 * The text of a mail → what its author wrote in it: without the messages that it answers, signatures and the footers of
 * mailing lists. Those have documents of their own, or say nothing.
 */

const QUOTED = /^ {0,3}(?:[A-Z]{1,3})?>(?!From )/
const SIGNATURE = /^(?:-- ?|— ?|-- \u00A0?)$/
/** A longer text below two hyphens was not signed by them. */
const MAX_SIGNATURE_LINES = 30

/** What programs add by themselves. */
const SENT_FROM =
  /^(?:sent from (?:my|yahoo|outlook|mail for|proton)\b.{0,60}|get outlook for \w+.{0,60}|inviato da(?:l mio| i?phone| ipad| outlook| libero| yahoo| posta| tablet| smartphone| huawei| samsung).{0,60}|scarica outlook per .{0,60}|ottieni (?:outlook|bluemail) per .{0,60})$/i

/** A line of underscores or hyphens that a mailing list, or a program, draws above what it adds. */
const RULE = /^[_=*-]{10,}\s*$/
const LIST_FOOTER =
  /\bmailing list\b|\blist(?:a)? (?:di discussione|info)\b|\/(?:mailman|listinfo|sympa)\b|\bunsubscribe\b|\bcancell(?:arsi|are l'iscrizione|azione)\b|\bdisiscriver|you received this (?:message|email) because|hai ricevuto questo messaggio perch/i
/** Footers that stand in the last lines. */
const MAX_FOOTER_LINES = 14

/** `On Thu, 13 Jul 2023 at 10:12, Mario Rossi <m@esempio.it> wrote:`, in a line or broken into some. */
const ATTRIBUTIONS = [
  /^(?:il giorno|il|in data|on|am|le|el|at)\b.{4,240}\b(?:ha scritto|hanno scritto|scrive(?:va)?|wrote|writes|schrieb|a écrit|escribió)\b.{0,60}:?$/i,
  /^.{1,160}\b(?:ha scritto|scrive(?:va)?|wrote|writes|said|schrieb|a écrit)\s*:$/i,
  /^\d{4}-\d\d-\d\d\b.{0,40}<[^<>@\s]+@[^<>\s]+>:$/,
  /^[*-] .{2,120}\[[^\]]{6,60}\]\s*:$/,
]
const MAX_ATTRIBUTION_LINES = 4
const MAX_ATTRIBUTION_LENGTH = 300
/** What no prose has: an address in angle brackets, or a day with an hour. */
const SURE = /<[^<>@\s]+@[^<>\s]+>|\b\d{1,2}[:.]\d\d\b/

const HEADER_LABEL =
  /^[*\s]*(?:da|from|inviato|sent|data|date|a|to|cc|ccn|bcc|oggetto|subject|priorità|importance|rispondi a|reply-to|per conto di)\s*\*?:\*?(?:\s|$)/i
const FIRST_LABEL = /^[*\s]*(?:da|from|inizio messaggio inoltrato|begin forwarded message)\s*\*?:/i
const DIVIDER =
  /^-{2,}\s*(?:messaggio originale|original message|messaggio inoltrato|forwarded message|messaggio inoltrato da.*|forwarded by.*|ursprüngliche nachricht)\s*-*$/i
const FORWARDED = /inoltrat|forwarded/i

/** The parts of a mail's text. */
export type MailText = {
  /** What its author wrote, or forwards. */
  text: string
  /** Whether it has nothing but words of others, which `text` then is. */
  isOnlyQuoted: boolean
}

/**
 * What the author of a mail wrote. Text that is forwarded counts as theirs; where nothing else is there, so does what is
 * quoted.
 *
 * @param text decoded, lines as they were sent
 * @param isForward whether its subject says that it forwards a message
 */
export function ownText(text: string, isForward: boolean): MailText {
  const lines = withoutSignedFrame(text.split(/\r?\n/))
  const own = withoutTail(withoutQuotes(lines, isForward)).join('\n').trim()
  if (/[\p{L}\p{N}]/u.test(own)) return { text: own, isOnlyQuoted: false }
  const bare = lines
    .map((line) => line.replace(/^(?:\s?>)+ ?/, ''))
    .filter((line) => !DIVIDER.test(line.trim()))
  return { text: withoutTail(withoutHeaders(bare)).join('\n').trim(), isOnlyQuoted: true }
}

function withoutQuotes(lines: readonly string[], isForward: boolean): string[] {
  const kept: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as string
    if (QUOTED.test(line)) continue
    const attribution = attributionLength(lines, index)
    if (attribution > 0) {
      index += attribution - 1
      continue
    }
    const header = headerLength(lines, index)
    if (header.length > 0) {
      // Below it stands the earlier message to its end; one that is forwarded is what the mail is for.
      if (!isForward && !header.isForwarded) break
      index += header.length - 1
      continue
    }
    if (!SENT_FROM.test(line.trim())) kept.push(line)
  }
  return kept
}

/** How many lines from `index` on tell who wrote what is quoted below; 0 if none. */
function attributionLength(lines: readonly string[], index: number): number {
  let text = ''
  for (let count = 1; count <= MAX_ATTRIBUTION_LINES; count += 1) {
    const line = lines[index + count - 1]?.trim() ?? ''
    if (line === '' || line.length > MAX_ATTRIBUTION_LENGTH) return 0
    text = text === '' ? line : `${text} ${line}`
    if (!ATTRIBUTIONS.some((shape) => shape.test(text))) continue
    const below = lines.slice(index + count).find((next) => next.trim() !== '')
    const isAbove = below !== undefined ? QUOTED.test(below) : count === 1 && SURE.test(text)
    if (isAbove || (SURE.test(text) && /<[^<>@\s]+@[^<>\s]+>/.test(text))) return count
  }
  return 0
}

/** The lines of a mail's headers that a program copied above its text, with the line that announces them. */
function headerLength(lines: readonly string[], index: number): { length: number; isForwarded: boolean } {
  const none = { length: 0, isForwarded: false }
  const first = (lines[index] as string).trim()
  const isDivider = DIVIDER.test(first) || /^_{20,}$/.test(first)
  if (!isDivider && !FIRST_LABEL.test(first)) return none
  let labels = 0
  let end = index
  for (let at = index; at < Math.min(lines.length, index + 14); at += 1) {
    const line = (lines[at] as string).trim()
    if (HEADER_LABEL.test(line)) {
      labels += 1
      end = at
    } else if (line === '' && labels >= 2) break
  }
  if (labels >= 3) return { length: end - index + 1, isForwarded: FORWARDED.test(first) }
  return DIVIDER.test(first) ? { length: 1, isForwarded: FORWARDED.test(first) } : none
}

function withoutHeaders(lines: readonly string[]): string[] {
  const kept: string[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const { length } = headerLength(lines, index)
    if (length > 0) index += length - 1
    else kept.push(lines[index] as string)
  }
  return kept
}

/** Parts a text from the patch that follows it, file by file: that is code, in no language. */
export function partPatch(text: string): { text: string; code: string[] } {
  const start = /^(?:diff --git |diff -\w+ |Index: \S+$|--- \S.*\n\+\+\+ \S)/m.exec(text)?.index
  if (start === undefined) return { text, code: [] }
  return { text: text.slice(0, start), code: text.slice(start).split(/^(?=diff |Index: |@@ )/m) }
}

/** Cuts the signature off, and what a mailing list added below. */
function withoutTail(lines: readonly string[]): string[] {
  let end = lines.length
  const footerFrom = Math.max(0, end - MAX_FOOTER_LINES)
  for (let at = footerFrom; at < end; at += 1) {
    const below = lines.slice(at, at + 5).join('\n')
    if (RULE.test(lines[at] as string) && LIST_FOOTER.test(below)) end = at
    else if (
      /^(?:you received this (?:message|email)|hai ricevuto questo messaggio|to unsubscribe\b)/i.test(
        (lines[at] as string).trim(),
      )
    )
      end = at
  }
  for (let at = Math.max(0, end - MAX_SIGNATURE_LINES); at < end; at += 1) {
    if (SIGNATURE.test(lines[at] as string)) end = at
  }
  return lines.slice(0, end)
}

/** Takes away what PGP puts around a signed text, and what it encrypts. */
function withoutSignedFrame(lines: readonly string[]): string[] {
  const kept: string[] = []
  let inBlock = ''
  let isSigned = false
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] as string
    const begin = /^-----BEGIN PGP (SIGNATURE|MESSAGE|PUBLIC KEY BLOCK)-----$/.exec(line.trim())
    if (inBlock !== '') {
      if (line.trim() === `-----END PGP ${inBlock}-----`) inBlock = ''
    } else if (begin !== null) inBlock = begin[1] as string
    else if (line.trim() === '-----BEGIN PGP SIGNED MESSAGE-----') {
      isSigned = true
      while (index + 1 < lines.length && (lines[index + 1] as string).trim() !== '') index += 1
    } else kept.push(isSigned ? line.replace(/^- (?=-)/, '') : line)
  }
  return kept
}
