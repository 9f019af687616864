/** Documents and mails that were signed as they are → what was signed. */
import t from 'tap'
import { formatOf } from '../../../indexer/read/formats.ts'
import { membersOf } from './members.ts'

/** A value of DER with its tag and length; `null` for a length that is not counted. */
function der(tag: number, body: Buffer, counted = true): Buffer {
  if (!counted) return Buffer.concat([Buffer.from([tag, 0x80]), body, Buffer.from([0, 0])])
  if (body.length < 0x80) return Buffer.concat([Buffer.from([tag, body.length]), body])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([Buffer.from([tag, 0x84]), length, body])
}

const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex')
const DATA = Buffer.from('06092a864886f70d010701', 'hex')

/** A SignedData around content; `inParts` as programs write it that do not know how long it is. */
function signed(content: Buffer | null, inParts = false): Buffer {
  const octets = (body: Buffer): Buffer =>
    inParts
      ? der(0x24, Buffer.concat([der(0x04, body.subarray(0, 9)), der(0x04, body.subarray(9))]), false)
      : der(0x04, body)
  const inner = content === null ? Buffer.alloc(0) : der(0xa0, octets(content), !inParts)
  const data = Buffer.concat([
    der(0x02, Buffer.from([1])),
    der(0x31, der(0x30, Buffer.from('0609608648016503040201', 'hex'))),
    der(0x30, Buffer.concat([DATA, inner]), !inParts),
    der(0x31, Buffer.alloc(0)),
  ])
  return der(0x30, Buffer.concat([SIGNED_DATA, der(0xa0, der(0x30, data, !inParts), !inParts)]), !inParts)
}

const TEXT = Buffer.from('Verbale di gara\n\nLa commissione apre le buste e ne verifica il contenuto.\n')
const TEXTS = ['Verbale di gara', 'La commissione apre le buste e ne verifica il contenuto.']

t.test('a signed document is read, whatever way it is written', async (t) => {
  const pem = `-----BEGIN PKCS7-----\n${signed(TEXT).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END PKCS7-----\n`
  const cases: [why: string, bytes: Buffer][] = [
    ['counted', signed(TEXT)],
    ['in parts', signed(TEXT, true)],
    ['in base64', Buffer.from(pem)],
    ['in base64 without lines around it', Buffer.from(signed(TEXT).toString('base64'))],
  ]
  for (const [why, bytes] of cases) {
    t.match(
      await membersOf('verbale.txt.p7m', bytes),
      [{ path: 'verbale.txt.p7m/verbale.txt', texts: TEXTS }],
      why,
    )
  }
  t.equal(formatOf('verbale', signed(TEXT))?.name, 'signed', 'told by what it begins with')
  t.match(await membersOf('a.txt.p7m.p7m', signed(signed(TEXT))), [{ texts: TEXTS }], 'signed twice')
})

t.test('what has no document in it says so', async (t) => {
  const bytes = signed(TEXT)
  for (const given of [signed(null), bytes.subarray(0, 60), Buffer.from('nessuna firma')])
    await t.rejects(membersOf('a.pdf.p7m', given), { message: /signature without the document/ })
  t.not(formatOf('chiavi.p7b', signed(null))?.name, 'signed')
  const nested = Buffer.concat([
    ...Array.from({ length: 5000 }, () => Buffer.from([0x30, 0x80])),
    SIGNED_DATA,
  ])
  await t.rejects(membersOf('a.p7m', nested), { message: /signature/ }, 'and depth is bounded')
})

t.test('a mail that was signed as one piece has its text and its attachments', async (t) => {
  const inner = [
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Cara Anna, il ponte riapre lunedì mattina.',
    '--x',
    'Content-Type: text/plain; name=orari.txt',
    'Content-Disposition: attachment; filename=orari.txt',
    '',
    'Il ponte è aperto dalle sei alle ventidue.',
    '--x--',
    '',
  ].join('\r\n')
  const mail = [
    'From: ufficio@esempio.it',
    'Subject: Il ponte',
    'MIME-Version: 1.0',
    'Content-Type: application/pkcs7-mime; smime-type=signed-data; name=smime.p7m',
    'Content-Transfer-Encoding: base64',
    'Content-Disposition: attachment; filename=smime.p7m',
    '',
    signed(Buffer.from(inner)).toString('base64').replace(/.{64}/g, '$&\r\n'),
    '',
  ].join('\r\n')
  t.match(await membersOf('a.eml', mail), [
    { path: 'a.eml', metadata: { title: 'Il ponte' }, texts: ['Cara Anna, il ponte riapre lunedì mattina.'] },
    { path: 'a.eml/orari.txt', texts: ['Il ponte è aperto dalle sei alle ventidue.'] },
  ])
})
