/** Mailboxes: where messages begin and end, what they are called, how much memory that takes. */
import t from 'tap'
import { contentOfBytes } from '../../../indexer/read/content.ts'
import { readMailbox } from '../../../indexer/read/mailbox.ts'
import { splitMailbox } from '../../../indexer/read/mailbox-messages.ts'
import { collect, streamOf } from '../streams.ts'
import { membersOf } from './members.ts'

const LINE = 'From anna@esempio.it Thu Jul 13 10:12:00 2023\n'
const message = (id: string, text: string, more = ''): string =>
  `From: Anna <anna@esempio.it>\nDate: Thu, 13 Jul 2023 10:12:00 +0200\nSubject: ${text}\n${id === '' ? '' : `Message-ID: <${id}>\n`}${more}\n${text}\n\n`

t.test('a mailbox is parted where messages begin, and nowhere else', async (t) => {
  const cases: [why: string, box: string, want: string[]][] = [
    ['two messages', `${LINE}Subject: A\n\nUno\n\n${LINE}Subject: B\n\nDue\n`, ['Uno', 'Due']],
    [
      'line ends of Windows',
      `${LINE}Subject: A\n\nUno\n\n${LINE}Subject: B\n\nDue\n`.replaceAll('\n', '\r\n'),
      ['Uno', 'Due'],
    ],
    ['no empty line between', `${LINE}Subject: A\n\nUno\n${LINE}Subject: B\n\nDue`, ['Uno', 'Due']],
    [
      'a sentence',
      `${LINE}Subject: A\n\nUno\n\nFrom here on: it is easy\nReally: yes\n`,
      ['Uno|From here on: it is easy|Really: yes'],
    ],
    ['a quoted line', `${LINE}Subject: A\n\nUno\n>From here\n>>From there\n`, ['Uno|From here|>From there']],
    ["Thunderbird's line", 'From - Thu Jul 13 10:12:00 2023\nSubject: A\n\nUno\n', ['Uno']],
    ['a line with a zone', 'From a@x.it Thu Jul 13 10:12:00 CEST 2023\nSubject: A\n\nUno\n', ['Uno']],
    [
      'an archive',
      'From anna at esempio.it  Thu Jul 13 10:12:00 2023\nFrom: anna at esempio.it\n\nUno\n',
      ['Uno'],
    ],
    ['a line without a date', 'From MAILER@x.it\nSubject: A\n\nUno\n', ['Uno']],
  ]
  for (const [why, box, want] of cases) {
    for (const size of [1, 7, 1_000_000]) {
      const bytes = Buffer.from(box)
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      )
      const messages = await collect(splitMailbox(streamOf(pieces)))
      const bodies = messages.map((one) => ('bytes' in one ? String(one.bytes) : ''))
      t.strictSame(
        bodies.map((body) =>
          body
            .split(/\r?\n\r?\n/)
            .slice(1)
            .join('\n')
            .trim()
            .replace(/\s*\r?\n\s*/g, '|'),
        ),
        want,
        `${why}, in pieces of ${size}`,
      )
    }
  }
})

t.test('the path of a message stays when others come before or after', async (t) => {
  const first = message('1@esempio.it', 'Primo')
  const second = message('strano/../id$<2>@esempio.it', 'Secondo')
  const third = message('', 'Terzo')
  const pathsOf = async (...messages: string[]): Promise<Record<string, string>> => {
    const shown = await membersOf('posta', messages.map((one) => LINE + one).join(''))
    return Object.fromEntries(shown.map(({ path, texts }) => [texts?.[0] ?? '', path]))
  }
  const before = await pathsOf(first, second, third)
  t.match(before, {
    Primo: /^posta\/1@esempio\.it\.eml$/,
    Secondo: /^posta\/strano-\.\.-id--[0-9a-f]{16}\.eml$/,
    Terzo: /^posta\/[0-9a-f]{16}\.eml$/,
  })
  t.strictSame(await pathsOf(message('9@esempio.it', 'Nuovo'), third, second, first), {
    ...before,
    Nuovo: 'posta/9@esempio.it.eml',
  })
  const [, copy] = await membersOf('posta', LINE + first + LINE + first)
  t.equal(copy?.path, 'posta/1@esempio.it-2.eml', 'a copy is numbered')
})

t.test('what was deleted, or is not a message, is left out', async (t) => {
  const box = [
    message('1@x.it', 'Cancellato', 'X-Mozilla-Status: 0009\n'),
    message('2@x.it', 'Letto', 'X-Mozilla-Status: 0001\n'),
    message('3@x.it', "DON'T DELETE THIS MESSAGE -- FOLDER INTERNAL DATA", 'X-IMAP: 1 2\n'),
  ]
  const shown = await membersOf('a.mbox', box.map((one) => LINE + one).join(''))
  t.strictSame(
    shown.map(({ path }) => path),
    ['a.mbox/2@x.it.eml'],
  )
})

t.test('a mailbox of any size is read a message at a time', async (t) => {
  const one = Buffer.from(LINE + message('', 'Testo '.repeat(2000)))
  let held = 0
  const content = {
    ...contentOfBytes('grande.mbox', Buffer.alloc(0)),
    pieces: async function* () {
      for (let count = 0; count < 2_000; count += 1) yield one
    },
  }
  let count = 0
  for await (const member of readMailbox(content)) {
    count += 1
    if ('content' in member) held = Math.max(held, member.content.sizeBytes)
  }
  t.equal(count, 2_000)
  t.ok(held < 2 * one.length, 'each as large as it is')

  const large = [LINE, 'Subject: A\n\n', 'x'.repeat(3000), `\n\n${LINE}Subject: B\n\nDue\n`].map((text) =>
    Buffer.from(text),
  )
  const messages = await collect(splitMailbox(streamOf(large), 1000))
  t.match(messages, [{ tooLargeBytes: Number }, { bytes: /Due/ }], 'one that is too large costs only itself')
})
