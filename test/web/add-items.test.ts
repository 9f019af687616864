/** Files and texts that people add: which are sent, as what, and under which id. */
import t from 'tap'
import { formatOfPath, formatOfType, READABLE_TYPES } from '../../indexer/read/formats.ts'
import { anotherId, idOf } from '../../web/src/add/ids.ts'
import { itemOfText, itemsOf } from '../../web/src/add/items.ts'
import { ACCEPTED, mediaTypeOf } from '../../web/src/add/media-types.ts'
import { toldOf, UNREAD } from '../../web/src/add/problem-words.ts'
import { refusalWords } from '../../web/src/add/refusal-words.ts'

t.test(
  'every file that can be chosen is sent as a type of its format, which the service reads',
  async (t) => {
    for (const extension of ACCEPTED.split(',')) {
      const type = mediaTypeOf(`Relazione${extension}`)
      t.ok(READABLE_TYPES.includes(type ?? ''), extension)
      t.equal(formatOfType(type ?? '')?.name, formatOfPath(`x${extension}`)?.name, extension)
    }
  },
)

t.test('every format that the service reads can be chosen', async (t) => {
  const chosen = new Set(ACCEPTED.split(',').map((extension) => formatOfPath(`x${extension}`)?.name))
  for (const type of READABLE_TYPES) {
    const format = formatOfType(type)
    // XML is of many kinds: what it is shows in its text.
    if (format !== undefined && !format.extensions.includes('.xml')) t.ok(chosen.has(format.name), type)
  }
})

for (const [path, type] of [
  ['Atti/Verbale.PDF', 'application/pdf'],
  ['note.txt', 'text/plain'],
  ['foto.png', undefined],
  ['dati.csv', undefined],
  ['LEGGIMI', undefined],
] as const) {
  t.test(`${path} is sent as ${type ?? 'nothing'}`, async (t) => {
    t.equal(mediaTypeOf(path), type)
  })
}

const IDS = [
  ['Relazione annuale 2024.pdf', 'relazione-annuale-2024'],
  ['Città & società/È così.md', 'citta-societa-e-cosi'],
  ['D.Lgs. 82-2005.docx', 'd-lgs-82-2005'],
  ['report_final (2).txt', 'report-final-2'],
] as const
for (const [path, id] of IDS) {
  t.test(`"${path}" has the id ${id}`, async (t) => {
    t.equal(idOf(path), id)
  })
}

t.test('ids are such as the service takes, and different for names that are', async (t) => {
  const paths = [
    'Документ 1.pdf',
    'Файл 1.pdf',
    '日本.txt',
    '…',
    `${'lungo '.repeat(40)}a.pdf`,
    `${'lungo '.repeat(40)}b.pdf`,
  ]
  const ids = paths.map((path) => idOf(path))
  for (const id of ids) t.match(id, /^[A-Za-z0-9_-]{1,128}$/)
  t.equal(new Set(ids).size, ids.length)
  t.strictSame(
    paths.map((path) => idOf(path)),
    ids,
    'the same again for the same name',
  )
})

t.test(
  'two files whose names come to the same are two documents; the same file again is the same',
  async (t) => {
    const file = new Blob(['testo'])
    const { items } = itemsOf(
      [
        { path: 'Relazione 1.pdf', file },
        { path: 'relazione-1.pdf', file },
        { path: 'Relazione 1.pdf', file },
      ],
      [],
    )
    const [first, second, third] = items.map(({ id }) => id)
    t.equal(first, 'relazione-1')
    t.not(second, first)
    t.equal(third, first)
    t.match(anotherId('relazione-1', 1_700_000_000_000), /^relazione-1-[a-z0-9]+$/)
    t.equal(anotherId('x'.repeat(128), 1_700_000_000_000).length, 128)
  },
)

t.test('of a folder, what systems leave there is passed over, and what is not read says so', async (t) => {
  const file = new Blob(['testo'])
  const { items, hidden } = itemsOf(
    [
      { path: 'Atti/.DS_Store', file },
      { path: 'Atti/~$verbale.docx', file },
      { path: 'Atti/.git/config.txt', file },
      { path: 'Atti/verbale.docx', file },
      { path: 'Atti/logo.svg', file },
      { path: 'Atti/vuoto.txt', file: new Blob([]) },
    ],
    [],
  )
  t.equal(hidden, 3)
  t.strictSame(
    items.map(({ name, problem }) => [name, problem?.type]),
    [
      ['Atti/verbale.docx', undefined],
      ['Atti/logo.svg', '#unread'],
      ['Atti/vuoto.txt', '#empty'],
    ],
  )
})

t.test('a pasted text is sent with what is said of it, and nothing that is empty', async (t) => {
  const pasted = { text: 'Il ponte è aperto.', title: 'Il ponte', date: '', source: 'Comune' }
  t.strictSame(itemOfText(pasted, 'Testo'), {
    name: 'Il ponte',
    sizeBytes: 19,
    id: 'il-ponte',
    content: { document: { text: 'Il ponte è aperto.', title: 'Il ponte', source: 'Comune' } },
  })
  t.match(itemOfText({ ...pasted, title: '' }, 'Testo'), { name: 'Testo', id: 'il-ponte-e-aperto' })
})

t.test('what is refused is said in plain words; what is not known, in those of the service', async (t) => {
  for (const words of [refusalWords.en, refusalWords.it]) {
    const large = {
      type: '/problems/too-large',
      title: 'The request is too large',
      detail: 'At most 256 MB.',
    }
    t.strictSame(toldOf(large, words), {
      title: words.problems['too-large'][0],
      hint: words.problems['too-large'][1],
      said: 'At most 256 MB.',
    })
    t.match(toldOf(UNREAD, words), { title: words.unread[0], said: undefined })
    t.match(toldOf({ type: '/problems/new', title: 'New', detail: 'Thing.' }, words), {
      title: 'New',
      said: 'Thing.',
    })
  }
})
