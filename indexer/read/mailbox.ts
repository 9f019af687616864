/** A mailbox → its messages, under names that stay when others come or go. */
import { createHash } from 'node:crypto'
import { type Content, contentOfBytes } from './content.ts'
import type { Member } from './formats.ts'
import { readMail } from './mail.ts'
import { splitMailbox, withoutFromLine } from './mailbox-messages.ts'
import { createNames } from './member-names.ts'

/** The headers that are looked into here stand in so many bytes of a message. */
const HEAD_BYTES = 64 * 1024
const MAX_ID_LENGTH = 60

/**
 * The messages of a mailbox, each a mail: its path is made of its message id, so that it is the same document wherever it
 * stands in the mailbox. What was deleted and only not taken out yet is left out.
 */
export async function* readMailbox(content: Content): AsyncGenerator<Member> {
  if (/\.eml$/i.test(content.path)) {
    // A single mail that was taken out of a mailbox with the line above it.
    yield* readMail(contentOfBytes(content.path, withoutFromLine(await content.whole())))
    return
  }
  const names = createNames()
  let number = 0
  for await (const message of splitMailbox(content.pieces())) {
    number += 1
    if ('tooLargeBytes' in message) {
      const megabytes = Math.ceil(message.tooLargeBytes / 1024 ** 2)
      yield {
        path: names.of('', `message-${number}.eml`),
        failed: `message of ${megabytes} MB: the limit is 50 MB`,
      }
      continue
    }
    const { bytes } = message
    const head = headOf(bytes)
    if (isDeleted(head)) continue
    const path = names.of(`${nameOf(head, bytes)}.eml`, 'message.eml')
    yield { path, content: contentOfBytes(path, bytes) }
  }
}

function headOf(bytes: Buffer): string {
  const [head = ''] = bytes
    .subarray(0, HEAD_BYTES)
    .toString('latin1')
    .split(/\r?\n\r?\n/, 1)
  return head
}

/** Thunderbird's flags of a message that will go when the folder is compacted, and what IMAP servers keep for themselves. */
function isDeleted(head: string): boolean {
  const flags = /^x-mozilla-status:\s*([0-9a-f]{4})\s*$/im.exec(head)?.[1]
  if (flags !== undefined && (Number.parseInt(flags, 16) & 0x0008) !== 0) return true
  return /^subject:.*folder internal data/im.test(head) && /^x-imap(?:base)?:/im.test(head)
}

/** The message id, or, where it has signs that a path should not have, as much of it with a hash; of none, one of all bytes. */
function nameOf(head: string, bytes: Buffer): string {
  const id = /^message-id:\s*<?([^<>\s]{1,998})>?/im.exec(head)?.[1]
  if (id === undefined) return hashOf(bytes)
  const safe = id.replace(/[^\w@.+=-]+/g, '-').replace(/^[.-]+/, '')
  return safe === id && id.length <= MAX_ID_LENGTH
    ? id
    : `${safe.slice(0, MAX_ID_LENGTH - 17)}-${hashOf(Buffer.from(id))}`
}

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
