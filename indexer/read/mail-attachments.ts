/** The attachments of a mail → members with names of their own. */
import type { Attachment } from 'postal-mime'
import { contentOfBytes } from './content.ts'
import type { Member } from './formats.ts'
import { createNames } from './member-names.ts'

/** Extensions for parts without a name, by media type. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/csv': '.csv',
  'text/calendar': '.ics',
  'text/markdown': '.md',
  'text/rtf': '.rtf',
  'application/rtf': '.rtf',
  'application/pdf': '.pdf',
  'application/json': '.json',
  'application/xml': '.xml',
  'application/zip': '.zip',
  'application/msword': '.doc',
  'application/epub+zip': '.epub',
  'application/vnd.oasis.opendocument.text': '.odt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': '.docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': '.pptx',
}

/** Parts that belong to the mail itself: signatures, and what servers report. */
const BELONGINGS = new Set([
  'application/pgp-signature',
  'application/pgp-encrypted',
  'application/pgp-keys',
  'application/pkcs7-signature',
  'application/x-pkcs7-signature',
  'message/delivery-status',
  'message/disposition-notification',
  'message/external-body',
  'message/feedback-report',
  'text/rfc822-headers',
])

/** Whether a mail is one that only its receiver can open. */
export function isEncrypted(attachments: readonly Attachment[]): boolean {
  return attachments.some(
    (attachment) => attachment.mimeType === 'application/pgp-encrypted' || isSignedMail(attachment),
  )
}

/** Whether a part holds a whole mail, signed or encrypted, and not a signed document. */
export function isSignedMail({ mimeType, filename }: Attachment): boolean {
  return /^application\/(?:x-)?pkcs7-mime$/.test(mimeType) && /^smime\.p7m$/i.test(filename ?? 'smime.p7m')
}

/** The attachments that are documents; pictures inside the text and signatures are left out. */
export function* attachmentMembers(attachments: readonly Attachment[]): Generator<Member> {
  const names = createNames()
  for (const attachment of attachments) {
    const { mimeType, filename, content } = attachment
    if (BELONGINGS.has(mimeType) || isPictureInText(attachment)) continue
    const path = names.of(filename ?? '', fallbackName(mimeType))
    if (mimeType === 'application/ms-tnef' || /^winmail\.dat$/i.test(filename ?? '')) {
      yield {
        path,
        failed:
          'attachments that Outlook packed into a format of its own (winmail.dat): send them anew as they are',
      }
    } else yield { path, content: contentOfBytes(path, bytesOf(content)) }
  }
}

function isPictureInText({ mimeType, disposition, related, contentId }: Attachment): boolean {
  if (!mimeType.startsWith('image/')) return false
  return related === true || disposition !== 'attachment' || contentId !== undefined
}

function fallbackName(mimeType: string): string {
  if (mimeType === 'message/rfc822') return 'message.eml'
  return `attachment${EXTENSIONS[mimeType] ?? ''}`
}

/** What stands in an attachment. */
export function bytesOf(content: Attachment['content']): Buffer {
  if (typeof content === 'string') return Buffer.from(content)
  return content instanceof ArrayBuffer
    ? Buffer.from(content)
    : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
}
