/** A mail (RFC 5322, MIME) → its own text and its attachments, each of which is a document. */
import PostalMime, { type Attachment, type Email } from 'postal-mime'
import type { ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import type { Content } from './content.ts'
import type { Member } from './formats.ts'
import { htmlToLines } from './html-lines.ts'
import { blocksOfText } from './loose-text.ts'
import { attachmentMembers, bytesOf, isEncrypted, isSignedMail } from './mail-attachments.ts'
import { asWindows1252, withoutMojibake, withUtf8Headers } from './mail-bytes.ts'
import { metadataOf, subjectOf } from './mail-headers.ts'
import { ownText, partPatch } from './mail-text.ts'
import { signedContent } from './signed.ts'

/** No mail program nests parts so deep. */
const MAX_PARTS_DEPTH = 50
const MAX_HEADER_BYTES = 1024 * 1024

/** A text that says that there is more in the HTML is that much shorter. */
const STUB_SHARE = 0.25

/**
 * Reads a mail: first its own text (path ''), then its attachments. What it quotes and who signed it is left out.
 *
 * @throws {IndexingError} `UNREADABLE` if it is no mail, or its parts are nested beyond reason
 */
export async function* readMail(content: Content): AsyncGenerator<Member> {
  const bytes = withUtf8Headers(await content.whole())
  const email = await parseSigned(bytes)
  if (email.headers.length === 0) throw new IndexingError('UNREADABLE', 'no mail: it has no headers')
  const { isForward } = subjectOf(email.subject ?? '')
  const own = ownText(textOf(await withRightEncoding(email, bytes), isForward), isForward)
  const metadata = metadataOf(email)
  const hasText = /[\p{L}\p{N}]/u.test(own.text)
  if (!hasText && isEncrypted(email.attachments)) {
    yield { path: '', failed: 'encrypted mail: only its receiver can read it' }
    return
  }
  if (!hasText && metadata.title === undefined) yield { path: '', failed: 'mail without text and subject' }
  else yield { path: '', read: documentOf(own, metadata) }
  yield* attachmentMembers(email.attachments)
}

function documentOf(
  { text, isOnlyQuoted }: ReturnType<typeof ownText>,
  metadata: ReadDocument['metadata'],
): ReadDocument {
  const warnings = isOnlyQuoted ? ['all of its text is quoted: it was read as its own'] : []
  if (!/[\p{L}\p{N}]/u.test(text)) warnings.splice(0, 1, 'mail without text')
  const { text: prose, code } = partPatch(text)
  return { metadata, blocks: blocksOfText(prose, { code }), warnings }
}

/** A mail; where all of it was signed as one piece, with the text and the attachments that stand in that. */
async function parseSigned(bytes: Buffer): Promise<Email> {
  const email = await parse(bytes)
  const signed = email.attachments.filter(isSignedMail)
  const inner = signed.length === 1 ? signedContent(bytesOf((signed[0] as Attachment).content)) : null
  if (inner === null) return email
  const { text, html, attachments } = await parse(inner)
  const others = email.attachments.filter((attachment) => !isSignedMail(attachment))
  return {
    ...email,
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
    attachments: [...attachments, ...others],
  }
}

async function parse(bytes: Buffer): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: MAX_PARTS_DEPTH,
      maxHeadersSize: MAX_HEADER_BYTES,
    })
  } catch (cause) {
    const why = /header/i.test(String(cause))
      ? 'headers of more than 1 MB'
      : `parts more than ${MAX_PARTS_DEPTH} deep inside each other`
    throw new IndexingError('UNREADABLE', `mail with ${why}`, { cause })
  }
}

/** The mail, read with another encoding where the one that its parts name gives fewer letters. */
async function withRightEncoding(email: Email, bytes: Buffer): Promise<Email> {
  const lost = lostLetters(email)
  if (lost === 0) return email
  const other = asWindows1252(bytes)
  if (other === undefined) return email
  const again = await parse(other)
  return lostLetters(again) < lost ? again : email
}

function lostLetters({ text = '', html = '' }: Email): number {
  return (text.match(/\uFFFD/g)?.length ?? 0) + (html.match(/\uFFFD/g)?.length ?? 0)
}

function textOf({ text = '', html = '' }: Email, isForward: boolean): string {
  const plain = withoutMojibake(text)
  if (html === '') return plain
  const readable = withoutMojibake(html)
  // Where nothing else is there, what is quoted is all that can be read.
  const rich = htmlToLines(readable, { leavesOutQuotes: !isForward }) || htmlToLines(readable)
  const length = plain.replace(/\s+/g, ' ').trim().length
  return length < STUB_SHARE * rich.length || length === 0 ? rich : plain
}
