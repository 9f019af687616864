/** Mails: what their authors wrote in them, what their headers say, what is attached. */
import t from 'tap'
import { formatOf } from '../../../indexer/read/formats.ts'
import { ownText } from '../../../indexer/read/mail-text.ts'
import { membersOf, textsOf } from './members.ts'

const HEAD = [
  'From: Ufficio Bandi <bandi@comune.esempio.it>',
  'To: imprese@esempio.it',
  'Date: Thu, 13 Jul 2023 00:30:00 +0200',
  'Message-ID: <a1@comune.esempio.it>',
  'MIME-Version: 1.0',
]
const mail = (body: string, headers: readonly string[] = ['Subject: Avviso']): string =>
  [...HEAD, ...headers, '', body].join('\n')
const withParts = (...parts: string[]): string =>
  mail(`${parts.map((part) => `--X\n${part}`).join('\n')}\n--X--\n`, [
    'Subject: Avviso',
    'Content-Type: multipart/mixed; boundary=X',
  ])

t.test('headers say what a mail is', async (t) => {
  const cases: [why: string, headers: string[], want: Record<string, unknown>][] = [
    ['a subject', ['Subject: Nuovo bando'], { title: 'Nuovo bando' }],
    ['an answer', ['Subject: Re: R: RE[2]: Nuovo bando'], { title: 'Nuovo bando' }],
    ['a forward', ['Subject: I: Fwd: Nuovo bando'], { title: 'Nuovo bando' }],
    ['the mark of a list', ['Subject: [imprese] Re: [imprese] Orari'], { title: '[imprese] Orari' }],
    ['a mark in an answer', ['Subject: Re: [imprese] Orari'], { title: '[imprese] Orari' }],
    ['a word with a colon', ['Subject: Informatica: il corso'], { title: 'Informatica: il corso' }],
    [
      'encoded words',
      ['Subject: =?ISO-8859-1?Q?Citt=E0?= =?UTF-8?B?IGRpIFBpc2E=?='],
      { title: 'Città di Pisa' },
    ],
    [
      'a folded subject',
      ['Subject: Nuovo bando', '  per le imprese'],
      { title: 'Nuovo bando per le imprese' },
    ],
    ['keywords', ['Subject: A', 'Keywords: bandi, imprese'], { title: 'A', tags: ['bandi', 'imprese'] }],
    [
      'a thread',
      ['Subject: A', 'References: <0@x.it> <1@x.it>', 'In-Reply-To: <2@x.it>'],
      { title: 'A', thread: { id: 'a1@comune.esempio.it', references: ['0@x.it', '1@x.it', '2@x.it'] } },
    ],
    [
      'its address in an archive',
      ['Subject: A', 'Archived-At: <https://liste.esempio.it/7>'],
      { title: 'A', url: 'https://liste.esempio.it/7' },
    ],
  ]
  for (const [why, headers, want] of cases) {
    const [first] = await membersOf('a.eml', mail('Testo.', headers))
    t.strictSame(
      first?.metadata,
      {
        date: '2023-07-13',
        source: 'Ufficio Bandi',
        thread: { id: 'a1@comune.esempio.it', references: [] },
        ...want,
      },
      why,
    )
  }
})

t.test('the date is the day that the sender had, the sender a name or a domain', async (t) => {
  const of = async (headers: string[]): Promise<Record<string, unknown>> =>
    (await membersOf('a.eml', [...headers, '', 'Testo.'].join('\n')))[0]?.metadata ?? {}
  const dates: [why: string, date: string, want: string | undefined][] = [
    ['shortly after midnight', 'Thu, 13 Jul 2023 00:30:00 +0200', '2023-07-13'],
    ['without a weekday', '3 Jul 2023 10:00 +0000', '2023-07-03'],
    ['two digits of a year', 'Mon, 03 Jul 95 10:00:00 GMT', '1995-07-03'],
    ['as C writes it', 'Mon Jul  3 10:00:00 2023', '2023-07-03'],
    ['ISO', '2023-07-03T10:00:00Z', '2023-07-03'],
    ['a day that no month has', 'Fri, 31 Feb 2023 10:00:00 +0100', undefined],
    ['a clock that was never set', 'Thu, 01 Jan 1970 00:00:00 +0000', undefined],
    ['words', 'domani', undefined],
  ]
  for (const [why, date, want] of dates) t.equal((await of(['Subject: A', `Date: ${date}`])).date, want, why)
  const received = ['Subject: A', 'Date: boh', 'Received: from a by b; Tue, 4 Jul 2023 09:00:00 +0200']
  t.equal((await of(received)).date, '2023-07-04', 'or the day that it was received')

  const senders: [why: string, from: string, want: string | undefined][] = [
    ['a name', 'Anna Bianchi <anna@esempio.it>', 'Anna Bianchi'],
    ['quoted', '"Bianchi, Anna" <anna@esempio.it>', 'Bianchi, Anna'],
    ['through a list', '"Anna Bianchi via Imprese" <imprese@esempio.it>', 'Anna Bianchi'],
    ['an address only', 'anna@Comune.Esempio.IT', 'comune.esempio.it'],
    ['an address as a name', '"anna@esempio.it" <anna@esempio.it>', 'esempio.it'],
    ['certified mail', '"Per conto di: anna@pec.esempio.it" <posta@pec.gestore.it>', 'pec.esempio.it'],
    ['nothing', '', undefined],
  ]
  for (const [why, from, want] of senders)
    t.equal((await of(['Subject: A', `From: ${from}`])).source, want, why)
})

t.test('what is quoted, signed or added by a list is left out', (t) => {
  const cases: [why: string, text: string, want: string, isForward?: true][] = [
    ['quoted lines', 'Sì, va bene.\n\n> Vieni domani?\n> Ciao', 'Sì, va bene.'],
    [
      'an Italian attribution in two lines',
      'Confermo.\n\nIl giorno gio 13 lug 2023 alle ore 10:12 Ugo Neri <ugo@esempio.it>\nha scritto:\n\n> Vieni?',
      'Confermo.',
    ],
    [
      'an English attribution',
      'Yes.\n\nOn 13 Jul 2023, at 10:12, Tom <tom@example.org> wrote:\n> Coming?',
      'Yes.',
    ],
    ['answers between', 'Ugo Neri ha scritto:\n> Uno?\nSì.\n> Due?\nNo.', 'Sì.\nNo.'],
    [
      'prose that tells who wrote something',
      'Nel 1840 il ministro scrisse molto.\nOn Monday the minister wrote:\nNothing is lost.',
      'Nel 1840 il ministro scrisse molto.\nOn Monday the minister wrote:\nNothing is lost.',
    ],
    [
      "Outlook's block",
      'Grazie mille.\n\nDa: Ugo Neri\nInviato: giovedì 13 luglio 2023 10:12\nA: Anna Bianchi\nOggetto: Orari\n\nGli orari sono questi.',
      'Grazie mille.',
    ],
    [
      'the same in English, below a rule',
      'Thanks.\n\n________________________________\nFrom: Tom\nSent: Thursday, July 13, 2023\nTo: Ann\nSubject: Hours\n\nHere they are.',
      'Thanks.',
    ],
    [
      'a form is no such block',
      'Da: Roma\nIl viaggio comincia alle nove.',
      'Da: Roma\nIl viaggio comincia alle nove.',
    ],
    [
      'a forward is read',
      'Per conoscenza.\n\n---------- Forwarded message ---------\nDa: Ugo Neri <ugo@esempio.it>\nDate: gio 13 lug 2023\nSubject: Orari\nTo: Anna\n\nGli orari sono questi.',
      'Per conoscenza.\n\n\nGli orari sono questi.',
      true,
    ],
    ['a signature', 'Ci vediamo.\n-- \nUgo Neri\nVia Roma 1', 'Ci vediamo.'],
    [
      'two hyphens far above the end',
      `Prima.\n--\n${'Riga del testo.\n'.repeat(40)}`,
      `Prima.\n--\n${'Riga del testo.\n'.repeat(40)}`.trim(),
    ],
    ['a telephone', 'A dopo.\n\nInviato da iPhone', 'A dopo.'],
    [
      'the footer of a list',
      'Domani si parla.\n_______________________________________________\nImprese mailing list\nhttps://liste.esempio.it/listinfo/imprese',
      'Domani si parla.',
    ],
    ['a rule in a text', 'Uno.\n____________________\nDue.', 'Uno.\n____________________\nDue.'],
    [
      'what PGP puts around',
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nIl testo.\n-----BEGIN PGP SIGNATURE-----\n\niQEzBAEB\n-----END PGP SIGNATURE-----',
      'Il testo.',
    ],
  ]
  for (const [why, text, want, isForward = false] of cases) {
    t.strictSame(ownText(text, isForward), { text: want, isOnlyQuoted: false }, why)
  }
  t.strictSame(
    ownText('> Gli orari sono questi.\n> Ciao', false),
    { text: 'Gli orari sono questi.\nCiao', isOnlyQuoted: true },
    'where nothing else is there, it is what is quoted',
  )
  t.end()
})

t.test('a body is read whatever it is written in', async (t) => {
  const html = (body: string): string => mail(body, ['Subject: A', 'Content-Type: text/html; charset=utf-8'])
  const cases: [why: string, source: string | Buffer, want: string[]][] = [
    [
      'HTML',
      html('<style>p {}</style><p>Il <b>bando</b> è aperto.<p>Scade <br>Domani alle 12'),
      ['Il bando è aperto.', 'Scade', 'Domani alle 12'],
    ],
    [
      'HTML with what it answers',
      html('<p>Va bene.</p><div class="gmail_quote"><p>Vieni?</p></div>'),
      ['Va bene.'],
    ],
    [
      'HTML that nobody sees',
      html('<div style="display:none">Anteprima</div><p>Il testo.</p>'),
      ['Il testo.'],
    ],
    [
      'a list and a table',
      html('<ul><li>Uno<li>Due</ul><table><tr><td>A<td>B</table>'),
      ['Uno', 'Due', 'A', 'B'],
    ],
    [
      'lines that flow',
      mail('Il bando finanzia \ni progetti.\n\nDue.', [
        'Subject: A',
        'Content-Type: text/plain; format=flowed',
      ]),
      ['Il bando finanzia i progetti.', 'Due.'],
    ],
    [
      'text that only points to the HTML',
      mail(
        `--X\nContent-Type: text/plain\n\nApri nel browser.\n--X\nContent-Type: text/html\n\n<p>${'Il bando finanzia i progetti. '.repeat(5)}</p>\n--X--`,
        ['Subject: A', 'Content-Type: multipart/alternative; boundary=X'],
      ),
      ['Il bando finanzia i progetti. '.repeat(5).trim()],
    ],
    [
      'Windows-1252 that calls itself UTF-8',
      Buffer.from(
        mail('La città è bella.', ['Subject: A', 'Content-Type: text/plain; charset=utf-8']),
        'latin1',
      ),
      ['La città è bella.'],
    ],
    [
      'UTF-8 that calls itself Latin-1',
      mail('La città è più bella.', ['Subject: A', 'Content-Type: text/plain; charset=iso-8859-1']),
      ['La città è più bella.'],
    ],
    ['nothing said about it', mail('La città è bella.', ['Subject: A']), ['La città è bella.']],
  ]
  for (const [why, source, want] of cases) t.strictSame(await textsOf('a.eml', source), want, why)
  const old = Buffer.from('From: a@x.it\nSubject: Città\n\nTesto.', 'latin1')
  t.equal((await membersOf('a.eml', old))[0]?.metadata?.title, 'Città', 'headers too')
})

t.test('attachments are documents with their own names', async (t) => {
  const text = (name: string, body: string): string =>
    `Content-Type: text/plain\nContent-Disposition: attachment; filename="${name}"\n\n${body}`
  const source = withParts(
    'Content-Type: text/plain\n\nIn allegato i verbali.',
    text('verbale.txt', 'Primo verbale.'),
    text('verbale.txt', 'Secondo verbale.'),
    text('../../etc/.passwd.txt', 'Terzo.'),
    'Content-Type: text/plain\nContent-Disposition: attachment\n\nSenza nome.',
    'Content-Type: image/png; name=logo.png\nContent-Disposition: inline\nContent-ID: <logo>\n\nx',
    'Content-Type: application/ms-tnef; name=winmail.dat\n\nx',
    'Content-Type: application/pgp-signature; name=signature.asc\n\nx',
    'Content-Type: message/rfc822\n\nFrom: ugo@esempio.it\nSubject: Dentro\n\nMessaggio dentro.',
  )
  t.strictSame(
    (await membersOf('m.eml', source)).map(({ path, texts, failed }) => [path, failed ?? texts?.join('|')]),
    [
      ['m.eml', 'In allegato i verbali.'],
      ['m.eml/verbale.txt', 'Primo verbale.'],
      ['m.eml/verbale-2.txt', 'Secondo verbale.'],
      ['m.eml/passwd.txt', 'Terzo.'],
      ['m.eml/attachment.txt', 'Senza nome.'],
      [
        'm.eml/winmail.dat',
        'attachments that Outlook packed into a format of its own (winmail.dat): send them anew as they are',
      ],
      ['m.eml/message.eml', 'Messaggio dentro.'],
    ],
  )
})

t.test('what cannot be read says why', async (t) => {
  const encrypted = mail('--X\nContent-Type: application/pgp-encrypted\n\nVersion: 1\n--X--', [
    'Subject: A',
    'Content-Type: multipart/encrypted; boundary=X',
  ])
  t.match(await membersOf('a.eml', encrypted), [{ path: 'a.eml', failed: /^encrypted mail/ }])
  t.match(await membersOf('a.eml', 'From: a@x.it\n\n'), [{ failed: /without text and subject/ }])
  t.match(
    await membersOf('a.eml', mail('', ['Subject: Solo oggetto'])),
    [{ metadata: { title: 'Solo oggetto' }, texts: [], warnings: ['mail without text'] }],
    'a subject is a document',
  )
  const deep = Array.from(
    { length: 80 },
    (_, depth) => `--${depth}\nContent-Type: multipart/mixed; boundary=${depth + 1}\n\n`,
  )
  await t.rejects(
    membersOf('a.eml', mail(deep.join(''), ['Subject: A', 'Content-Type: multipart/mixed; boundary=0'])),
    { name: 'IndexingError', message: /deep inside each other/ },
    'parts in parts',
  )
  await t.rejects(
    membersOf('a.eml', `Subject: ${'x'.repeat(2_000_000)}\n\nTesto`),
    { name: 'IndexingError', message: /headers of more than 1 MB/ },
    'endless headers',
  )
})

t.test('mails are recognized by their headers, whatever they are called', (t) => {
  const cases: [why: string, text: string, want: string | undefined][] = [
    ['a mail', mail('Testo.'), 'mail'],
    [
      'as a server stored it',
      'Return-Path: <a@x.it>\nReceived: from a\n\tby b\nFrom: a@x.it\n\nTesto',
      'mail',
    ],
    [
      'by address and time',
      'From: Anna <a@x.it>\nDate: Thu, 13 Jul 2023 10:00:00 +0200\nSubject: A\n\nTesto',
      'mail',
    ],
    ['a memo', 'From: Anna\nDate: 13 luglio 2023\nSubject: Orari\n\nGli orari.', undefined],
    ['notes', 'Title: Orari\nDate: 2023-07-13\n\nGli orari.', undefined],
    ['text that looks so at first', 'Subject: A\nDate: oggi\nE poi altro.\n', undefined],
    ['a mailbox', `From anna@x.it Thu Jul 13 10:00:00 2023\n${mail('Testo.')}`, 'mailbox'],
    ['a sentence', 'From here on it is easy.\nTrust: me', undefined],
    ['nothing', '', undefined],
  ]
  for (const [why, text, want] of cases) t.equal(formatOf('cur/1689:2,S', Buffer.from(text))?.name, want, why)
  t.end()
})
