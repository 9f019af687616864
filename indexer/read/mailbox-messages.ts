/** The bytes of a mailbox (mboxo, mboxrd) → the bytes of its messages, one at a time. */
import { isFromLine } from './recognize-mail.ts'

/** Larger messages are passed over. */
const MAX_MESSAGE_BYTES = 50 * 1024 ** 2

/** So much of what comes after a line that begins with `From ` tells whether a message begins there. */
const LOOK_AHEAD_BYTES = 1500

const MARK = Buffer.from('\nFrom ')

/** A message without its `From ` line, or the size of one that is too large. */
export type MailboxMessage = { bytes: Buffer } | { tooLargeBytes: number }

/** The messages of a mailbox. In memory stands one at a time. */
export async function* splitMailbox(
  pieces: AsyncIterable<Buffer>,
  maxBytes = MAX_MESSAGE_BYTES,
): AsyncGenerator<MailboxMessage> {
  // What was read and belongs to the message under way, then what was not looked at yet.
  let kept: Buffer[] = []
  let keptBytes = 0
  let held: Buffer = Buffer.from('\n')
  const keep = (bytes: Buffer): void => {
    keptBytes += bytes.length
    if (keptBytes <= maxBytes) kept.push(Buffer.from(bytes))
    else kept = []
  }
  const take = function* (): Generator<MailboxMessage> {
    if (keptBytes > maxBytes) yield { tooLargeBytes: keptBytes }
    else {
      const bytes = withoutFromLine(Buffer.concat(kept))
      if (bytes.length > 0) yield { bytes }
    }
    kept = []
    keptBytes = 0
  }
  const scan = function* (isLast: boolean): Generator<MailboxMessage> {
    const limit = isLast ? held.length : held.length - LOOK_AHEAD_BYTES
    let from = 0
    for (let at = held.indexOf(MARK); at !== -1 && at < limit; at = held.indexOf(MARK, at + 1)) {
      if (!beginsMessage(held.subarray(at + 1, at + 1 + LOOK_AHEAD_BYTES))) continue
      keep(held.subarray(from, at + 1))
      yield* take()
      from = at + 1
    }
    const end = isLast ? held.length : Math.max(from, limit)
    keep(held.subarray(from, end))
    held = held.subarray(end)
  }
  for await (const piece of pieces) {
    held = Buffer.concat([held, piece])
    if (held.length > LOOK_AHEAD_BYTES) yield* scan(false)
  }
  yield* scan(true)
  yield* take()
}

function beginsMessage(bytes: Buffer): boolean {
  const [line = '', next = ''] = bytes.toString('latin1').split(/\r?\n/, 2)
  return isFromLine(line, next)
}

/** Takes the `From ` line away, and the sign that kept lines of the text from looking like one. */
export function withoutFromLine(bytes: Buffer): Buffer {
  const start = bytes[0] === 0x0a ? 1 : 0
  if (!bytes.subarray(start, start + 5).equals(MARK.subarray(1))) return bytes.subarray(start)
  const message = bytes.subarray(bytes.indexOf(0x0a, start) + 1 || bytes.length)
  if (!message.includes('\n>From ') && !message.includes('\n>>From ')) return message
  return Buffer.from(message.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
}
