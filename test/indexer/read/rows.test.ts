/** Tables as documents: how they are written, which column is what, what is broken. */
import t from 'tap'
import { type ColumnMap, parseColumnMap, writeColumnMap } from '../../../indexer/read/column-map.ts'
import { contentOfBytes } from '../../../indexer/read/content.ts'
import { readDelimited } from '../../../indexer/read/delimited.ts'
import { detectDialect } from '../../../indexer/read/delimiter.ts'
import { readJsonLines } from '../../../indexer/read/json-rows.ts'
import { membersOf } from './members.ts'

const PROSE = 'Il bando finanzia i progetti delle imprese che investono nella ricerca.'

t.test('a row is a document: its columns are told by their names, the others are lines', async (t) => {
  const cases: [
    why: string,
    name: string,
    text: string,
    want: [path: string, metadata: object, texts: string[]][],
  ][] = [
    [
      'Italian, semicolons',
      'a.csv',
      `Titolo;Data;Testo;Parole chiave;Importo\nNuovo bando;03/07/2023;"${PROSE}";"ricerca, imprese";1.000,50\n`,
      [
        [
          'a.csv/1',
          { title: 'Nuovo bando', date: '03/07/2023', tags: ['ricerca', 'imprese'] },
          [PROSE, 'Importo: 1.000,50'],
        ],
      ],
    ],
    [
      'English, commas, an id and an address',
      'a.csv',
      `id,headline,published,body,link,language\nB-7,A new call,2023-07-03,"The call funds research, and more of it.",https://example.org/7,en\n`,
      [
        [
          'a.csv/B-7',
          { title: 'A new call', date: '2023-07-03', lang: 'en', url: 'https://example.org/7' },
          ['The call funds research, and more of it.'],
        ],
      ],
    ],
    [
      'tabs',
      'a.tsv',
      `title\ttext\nUno\t${PROSE} "Così" disse\nDue\t${PROSE}\n`,
      [
        ['a.tsv/1', { title: 'Uno' }, [`${PROSE} "Così" disse`]],
        ['a.tsv/2', { title: 'Due' }, [PROSE]],
      ],
    ],
    [
      'a column of prose under another name',
      'a.csv',
      `anno|osservazioni\n2023|${PROSE}\n2024|${PROSE}\n`,
      [
        ['a.csv/1', {}, [PROSE, 'anno: 2023']],
        ['a.csv/2', {}, [PROSE, 'anno: 2024']],
      ],
    ],
    [
      'titles without texts',
      'a.csv',
      'titolo,autore\nLa coscienza di Zeno,Italo Svevo\nIl fu Mattia Pascal,Luigi Pirandello\n',
      [
        ['a.csv/1', { title: 'La coscienza di Zeno' }, ['autore: Italo Svevo']],
        ['a.csv/2', { title: 'Il fu Mattia Pascal' }, ['autore: Luigi Pirandello']],
      ],
    ],
    [
      'HTML in a cell, and lines',
      'a.csv',
      `title,text\nUno,"<p>Prima tutto &egrave; cos&igrave;.</p><p>Poi non lo &egrave;.</p>"\nDue,"La prima riga.\n\nLa seconda riga."\n`,
      [
        ['a.csv/1', { title: 'Uno' }, ['Prima tutto è così.', 'Poi non lo è.']],
        ['a.csv/2', { title: 'Due' }, ['La prima riga.', 'La seconda riga.']],
      ],
    ],
    [
      'JSON Lines',
      'a.jsonl',
      `{"title":"Uno","text":"${PROSE}","tags":["a","b"],"author":{"name":"Anna"},"n":3,"no":null}\n`,
      [['a.jsonl/1', { title: 'Uno', tags: ['a', 'b'] }, [PROSE, 'author.name: Anna', 'n: 3']]],
    ],
    [
      'a list in JSON',
      'a.json',
      `[{"id":"x","title":"Uno","text":"${PROSE}"}\n, {"title":"Due","text":"${PROSE}"}]`,
      [
        ['a.json/x', { title: 'Uno' }, [PROSE]],
        ['a.json/2', { title: 'Due' }, [PROSE]],
      ],
    ],
    [
      'a list in an object',
      'a.json',
      `{"result":{"count":1,"records":[{"titolo":"Uno","testo":"${PROSE}"}]}}`,
      [['a.json/1', { title: 'Uno' }, [PROSE]]],
    ],
    [
      'an object that is a document',
      'a.json',
      `{"title":"Uno","body":"${PROSE}"}`,
      [['a.json', { title: 'Uno' }, [PROSE]]],
    ],
    [
      'objects one after the other',
      'a.json',
      `{"title":"Uno","text":"${PROSE}"}\n{"title":"Due","text":"${PROSE}"}\n`,
      [
        ['a.json/1', { title: 'Uno' }, [PROSE]],
        ['a.json/2', { title: 'Due' }, [PROSE]],
      ],
    ],
  ]
  for (const [why, name, text, want] of cases) {
    const shown = await membersOf(name, text)
    t.strictSame(
      shown.map(({ path, metadata, texts }) => [path, metadata, texts]),
      want,
      why,
    )
  }
})

t.test('a mapping says which column is what', async (t) => {
  const text = `code,headline,text,when\nA/1,Una cosa,poco,2023\nA/2,Altra cosa,poco,2024\n`
  const map = parseColumnMap('title=Headline,id=code,text=headline')
  t.strictSame(
    (await membersOf('a.csv', text, { map })).map(({ path, metadata, texts }) => [path, metadata, texts]),
    [
      ['a.csv/A-1', { title: 'Una cosa', id: 'A/1' }, ['Una cosa', 'text: poco', 'when: 2023']],
      ['a.csv/A-2', { title: 'Altra cosa', id: 'A/2' }, ['Altra cosa', 'text: poco', 'when: 2024']],
    ],
  )
  t.match(
    await membersOf('a.csv', '1,Il primo testo\n2,Il secondo testo\n', { map: { text: '2' } }),
    [{ texts: ['Il primo testo', 'column 1: 1'] }, { texts: ['Il secondo testo', 'column 1: 2'] }],
    'by number, where there is no header',
  )
  await t.rejects(membersOf('a.csv', text, { map: { text: 'corpo' } }), {
    name: 'IndexingError',
    message: 'no column "corpo" for text; its columns are: code, headline, text, when',
  })
})

t.test('tags are tags, even where a mapping does not name them', async (t) => {
  const posts = (tags: object) => `${JSON.stringify({ headline: 'Il bando', body: PROSE, ...tags })}\n`
  const cases: [why: string, tags: object, map: string, want: string[] | undefined][] = [
    ['a list', { tags: ['ricerca', 'imprese'] }, 'title=headline,text=body', ['ricerca', 'imprese']],
    ['a text', { keywords: 'ricerca, imprese' }, 'title=headline,text=body', ['ricerca', 'imprese']],
    ['objects', { tags: [{ id: 7, name: 'Ricerca' }] }, 'title=headline,text=body', ['Ricerca']],
    ['below', { meta: { keywords: ['ricerca'] } }, 'title=headline,text=body', ['ricerca']],
    ['named', { tags: ['x'], temi: ['ricerca'] }, 'text=body,tags=temi', ['ricerca']],
    ['used otherwise', { tags: ['ricerca'] }, 'text=body,source=tags', undefined],
    ['none', {}, 'text=body', undefined],
  ]
  for (const [why, tags, map, want] of cases) {
    const [member] = await membersOf('a.jsonl', posts(tags), { map: parseColumnMap(map) })
    t.strictSame(member?.metadata?.tags, want, why)
  }
})

t.test('a mapping is read and written', (t) => {
  const cases: [why: string, text: string, want: ColumnMap][] = [
    ['some fields', 'title=headline,date=published', { title: 'headline', date: 'published' }],
    ['spaces', ' title = head line , text=body', { title: 'head line', text: 'body' }],
    ['a comma in a name', 'title="cognome, nome",text=3', { title: 'cognome, nome', text: '3' }],
    ['an equals sign in a name', 'text=a=b', { text: 'a=b' }],
  ]
  for (const [why, text, want] of cases) {
    t.strictSame(parseColumnMap(text), want, why)
    t.strictSame(parseColumnMap(writeColumnMap(want)), want, `${why}, and back`)
  }
  const wrong: [why: string, text: string, message: RegExp][] = [
    [
      'an unknown field',
      'titel=a',
      /^"titel" is no field of a document\..* the fields are title, text, date/,
    ],
    ['no equals sign', 'title', /"title" is no mapping/],
    ['no column', 'title=', /No column is named for "title"/],
    ['twice', 'title=a,title=b', /"title" is mapped twice/],
    ['nothing', '', /empty/],
    ['a name that objects have', '__proto__=a', /"__proto__" is no field/],
  ]
  for (const [why, text, message] of wrong) t.throws(() => parseColumnMap(text), { message }, why)
  t.end()
})

t.test('how a table is written is found out', (t) => {
  const cases: [
    why: string,
    text: string,
    want: [delimiter: string, header: string[] | undefined, skipped: number],
  ][] = [
    ['commas', 'a,b\n1,2\n3,4\n', [',', ['a', 'b'], 0]],
    ['semicolons with decimal commas', 'anno;valore\n2020;1,5\n2021;2,5\n', [';', ['anno', 'valore'], 0]],
    ['a byte order mark', '\uFEFFtitolo;testo\nA;B\n', [';', ['titolo', 'testo'], 0]],
    ['no header', '2020,1.5\n2021,2.5\n', [',', undefined, 0]],
    ['no header, with exponents', '1e-4,2.5e-01\n1.1e+4,2\n', [',', undefined, 0]],
    ['a name that comes twice', 'a,a,\nx,y,z\n', [',', undefined, 0]],
    [
      'a name that comes twice, and one that is known',
      'text,a,a,\nx,1,2,3\n',
      [',', ['text', 'a', 'a 3', 'column 4'], 0],
    ],
    ["Excel's first line", 'sep=;\ntitolo;testo\nA;B, C\n', [';', ['titolo', 'testo'], 1]],
    [
      'a title above',
      'Elenco dei bandi;;\nanno;titolo;testo\n2020;A;B\n2021;C;D\n',
      [';', ['anno', 'titolo', 'testo'], 1],
    ],
    ['one column', 'testo\nUna frase, e altro.\nDue.\n', [',', ['testo'], 0]],
  ]
  for (const [why, text, want] of cases) {
    const { delimiter, header, skippedRows } = detectDialect(text, true)
    t.strictSame([delimiter, header, skippedRows], want, why)
  }
  t.end()
})

t.test('bare data is one document, a row a paragraph', async (t) => {
  t.strictSame(await membersOf('a.csv', 'anno,valore\n2020,1.5\n2021,\n'), [
    { path: 'a.csv', metadata: {}, texts: ['anno: 2020; valore: 1.5', 'anno: 2021'], warnings: [] },
  ])
  const [table] = await membersOf('a.csv', `anno,valore\n${'2020,1.5\n'.repeat(6000)}`)
  t.equal(table?.texts?.length, 5000)
  t.match(table?.warnings, [/the first 5000/], 'as far as that goes')
})

t.test('what is broken costs what it must', async (t) => {
  const row = `{"title":"Uno","text":"${PROSE}"}`
  const cases: [why: string, name: string, text: string, want: object[], fails?: RegExp][] = [
    [
      'a row without text',
      'a.csv',
      `title,text\nUno,${PROSE}\nDue,\n`,
      [{ path: 'a.csv/1' }, { path: 'a.csv/2', failed: /column "text"/ }],
    ],
    [
      'rows of other lengths',
      'a.csv',
      `title,text,n\nUno,${PROSE}\nDue,${PROSE},1,2\n`,
      [
        { texts: [PROSE], warnings: ['row 1 has 2 values, the header 3'] },
        { texts: [PROSE, 'n: 1', 'column 4: 2'], warnings: ['row 2 has 4 values, the header 3'] },
      ],
    ],
    [
      'a sentence that was cut at its semicolon',
      'a.csv',
      `titolo;testo\nUno;${PROSE}\nDue;${PROSE.replace('.', '')}; e poi ancora.\n`,
      [{ texts: [PROSE] }, { texts: [`${PROSE.replace('.', '')}; e poi ancora.`], warnings: [] }],
    ],
    [
      'an id that comes twice',
      'a.csv',
      `id,text\nx,${PROSE}\nx,${PROSE}\n../y,${PROSE}\n2,${PROSE}\n`,
      [{ path: 'a.csv/x' }, { path: 'a.csv/2' }, { path: 'a.csv/-y' }, { path: 'a.csv/4' }],
    ],
    [
      'a quotation mark that is never closed',
      'a.csv',
      `title,text\nUno,${PROSE}\nDue,"${PROSE}\n${`x,${PROSE}\n`.repeat(2000)}`,
      [{ path: 'a.csv/1' }],
      /quotation mark is opened and never closed, after row 1:/,
    ],
    [
      'a line that is no JSON',
      'a.jsonl',
      `${row}\n{oh\n${row}\n`,
      [{ path: 'a.jsonl/1' }, { path: 'a.jsonl/2', failed: /line 2/ }, { path: 'a.jsonl/3' }],
    ],
    ['lines that are none', 'a.jsonl', 'testo\n'.repeat(50), [], /no JSON Lines/],
    [
      'a list that breaks',
      'a.json',
      `[${row},\n${row},\n{"title" "x"}]`,
      [{ path: 'a.json/1' }, { path: 'a.json/2' }],
      /broken JSON at line 3/,
    ],
    [
      'a list that is cut off',
      'a.json',
      `[${row},\n${row},\n{"title":"x`,
      [{ path: 'a.json/1' }, { path: 'a.json/2' }],
      /broken JSON at line 3/,
    ],
    ['settings', 'a.json', '{"name":"bifora","version":"1.0.0","files":["a"]}', [], /without documents/],
    ['depth', 'a.json', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, [{ failed: /no object/ }]],
    ['nothing', 'a.json', ' ', [], /empty file/],
  ]
  for (const [why, name, text, want, fails] of cases) {
    const shown: object[] = []
    const read = (async () => {
      const { openAll } = await import('../../../indexer/read/read.ts')
      for await (const opened of openAll(contentOfBytes(name, Buffer.from(text)))) {
        if ('failed' in opened) shown.push({ path: opened.path, failed: opened.failed.message })
        else {
          const texts: string[] = []
          for await (const block of opened.read.blocks) texts.push(block.text)
          shown.push({ path: opened.path, texts, warnings: opened.read.warnings })
        }
      }
    })()
    if (fails === undefined) await read
    else await t.rejects(read, { name: 'IndexingError', message: fails }, `${why}: says so`)
    t.match(shown, want, why)
    t.equal(shown.length, want.length, `${why}: and no more`)
  }
})

t.test('tables of any length are read as a stream', async (t) => {
  const repeated = (head: string, row: string, times: number) => ({
    ...contentOfBytes('a', Buffer.alloc(0)),
    pieces: async function* () {
      yield Buffer.from(head)
      for (let count = 0; count < times; count += 100) yield Buffer.from(row.repeat(100))
    },
  })
  const rows = 10_000
  const formats = [
    readDelimited(repeated('title,text\n', `Uno,"${PROSE}"\n`, rows), {}),
    readJsonLines(repeated('', `{"title":"Uno","text":"${PROSE}"}\n`, rows), {}),
  ]
  for (const members of formats) {
    let count = 0
    for await (const member of members) count += 'read' in member ? 1 : 0
    t.equal(count, rows)
  }
})

t.test('columns named after what they belong to, and questions with their answers', async (t) => {
  const cases: [why: string, header: string, want: object][] = [
    ['a thing', 'titolo_notizia,data notizia,x,testo', { title: 'Ponte', date: '2024-05-03' }],
    ['a language', 'title_it,date,title_en,text_it', { title: 'Ponte', date: '2024-05-03' }],
    ['questions', 'domanda,x,data,risposta', { title: 'Ponte' }],
    ['another date', 'titolo,data_scadenza,x,testo', { title: 'Ponte' }],
  ]
  for (const [why, header, want] of cases) {
    const [shown] = await membersOf('a.csv', `${header}\nPonte,2024-05-03,b,${PROSE}\n`)
    t.match(shown, { metadata: want, texts: [PROSE] }, why)
    if (why === 'another date') t.equal(shown?.metadata?.date, undefined, why)
  }
})
