/** Markdown → blocks, and which file is read as what. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import type { FoundFile, ReadDocument } from '../../../indexer/document.ts'
import { contentOfFile, contentOfText } from '../../../indexer/read/content.ts'
import { readMarkdown } from '../../../indexer/read/markdown.ts'
import { openDocument } from '../../../indexer/read/read.ts'
import { collect } from '../streams.ts'

/** `1 Titolo` for headings, `0 Testo` for paragraphs. */
async function outline(text: string): Promise<string[]> {
  const { blocks } = await readMarkdown(contentOfText('a.md', text))
  return (await collect(blocks)).map(({ level, text }) => `${level} ${text}`)
}

t.test('what Markdown says becomes headings and paragraphs', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    [
      'headings',
      '# Uno\n\nDue\n===\n\n### Tre *quattro*\n\nTesto',
      ['1 Uno', '1 Due', '3 Tre quattro', '0 Testo'],
    ],
    [
      'lines of a paragraph',
      'prima riga\nseconda riga  \nterza riga',
      ['0 prima riga seconda riga terza riga'],
    ],
    [
      'emphasis',
      'con **forza**, *accento*, ~~errore~~ e `codice`',
      ['0 con forza, accento, errore e codice'],
    ],
    ['links', 'il [sito](https://esempio.it "t") e https://altro.it', ['0 il sito e https://altro.it']],
    ['references', 'il [sito][s] e [S]\n\n[s]: https://esempio.it', ['0 il sito e S']],
    ['images', 'foto ![del palazzo](a.png) e ![][i]\n\n[i]: b.png', ['0 foto del palazzo e']],
    [
      'lists',
      '- uno\n- due\n  - tre\n\n1. quattro\n\n   cinque',
      ['0 uno', '0 due', '0 tre', '0 quattro', '0 cinque'],
    ],
    ['tasks', '- [x] fatto\n- [ ] da fare', ['0 fatto', '0 da fare']],
    ['quotations', '> detto\n>\n> # da altri', ['0 detto', '1 da altri']],
    ['tables', '| Paese | Anno |\n|---|:-:|\n| **Italia** | 2023 |', ['0 Paese | Anno', '0 Italia | 2023']],
    ['code', '```js\nconst a = 1\n\nif (a < 2) b()\n```', ['0 const a = 1 if (a < 2) b()']],
    ['notes', 'testo[^1]\n\n[^1]: La nota.', ['0 testo', '0 La nota.']],
    [
      'HTML in a line',
      'un <u>vertice</u> a<br>Tokyo &egrave; <b class="x">finito</b>',
      ['0 un vertice a Tokyo è finito'],
    ],
    ['HTML on its own', '<div>\n<p>Testo &amp; altro</p>\n</div>\n\nDopo', ['0 Testo & altro', '0 Dopo']],
    ['tags that are text', 'il tag `<b>` e \\<u>', ['0 il tag <b> e <u>']],
    ['scripts', '<script>\nalert(1)\n</script>\n\nDopo', ['0 Dopo']],
    ['comments', '<!-- non\n\nda leggere -->\n\nDopo <!-- né questo --> tutto', ['0 Dopo tutto']],
    ['rules', 'uno\n\n---\n\n***\n\ndue', ['0 uno', '0 due']],
    ['private use as an entity', 'a&#xE000;b', ['0 ab']],
    ['a heading as long as a paragraph', `# ${'parola '.repeat(60)}`, [`0 ${'parola '.repeat(60).trim()}`]],
    ['a rule further down is no front matter', 'uno\n\n---\n\ntitle: no\n\n---', ['0 uno', '0 title: no']],
  ]
  for (const [why, text, want] of cases) t.strictSame(await outline(text), want, why)
})

t.test('front matter is read, and its place is not part of the text', async (t) => {
  const document = await readMarkdown(
    contentOfText('a.md', '---\ntitle: Il vertice\ntopics: [ai]\n---\n\n# Titolo\n\nTesto'),
  )
  t.strictSame(document.metadata, { title: 'Il vertice', topics: ['ai'] })
  t.strictSame(await collect(document.blocks), [
    { kind: 'heading', level: 1, text: 'Titolo', start: 0 },
    { kind: 'paragraph', level: 0, text: 'Testo', start: 8 },
  ])
  const broken = await readMarkdown(contentOfText('a.md', '---\n- uno\n---\nTesto'))
  t.strictSame(broken.warnings, [], 'a list is none')
  t.equal((await collect(broken.blocks)).length, 2, 'but text')
})

t.test('long Markdown is read in pieces as if it were read in one', async (t) => {
  const section = (index: number): string =>
    `## Sezione ${index}\n\nTesto ${index} con un [rimando][r] e una nota.[^n]\n\n| a | b |\n|---|---|\n| ${index} | 2 |\n`
  const wanted = (index: number): string[] => [
    `2 Sezione ${index}`,
    `0 Testo ${index} con un rimando e una nota.`,
    '0 a | b',
    `0 ${index} | 2`,
  ]
  const count = 2_000
  const sections = Array.from({ length: count }, (_, index) => section(index))
  const blocks = await outline(`${sections.join('\n')}\n\n[r]: https://esempio.it\n[^n]: La nota.\n`)
  const want = [...sections.flatMap((_, index) => wanted(index)), '0 La nota.']
  t.equal(blocks.length, want.length, 'the same number of blocks')
  t.strictSame(
    blocks.filter((block, index) => block !== want[index]),
    [],
    'links and notes find their definitions, which come once',
  )

  const code = `# Prima\n\n~~~\n${'una riga\n\n# commento\n'.repeat(4_000)}~~~\n\n# Dopo\n`
  const headings = (await outline(code)).filter((block) => block.startsWith('1'))
  t.strictSame(headings, ['1 Prima', '1 Dopo'], 'code that fills several pieces stays code')

  const line = await outline('parola '.repeat(20_000))
  t.ok(line.length > 1 && line.every((block) => block.length <= 32 * 1024 + 2), 'a long line is cut')
})

t.test('what would bring the parser down is read as plain text', async (t) => {
  const cases: [why: string, text: string][] = [
    ['quotations in quotations', `${'> '.repeat(10_000)}parole`],
    ['lists in lists', `${'- '.repeat(5_000)}parole`],
    ['brackets in brackets', `${'[['.repeat(10_000)}parole${'](b)]'.repeat(10_000)}`],
  ]
  for (const [why, text] of cases) {
    const document = await readMarkdown(contentOfText('a.md', `${text}\n\nTesto **dopo**`))
    const blocks = await collect(document.blocks)
    t.ok(
      blocks.some((block) => block.text.includes('parole')),
      why,
    )
    t.match(document.warnings, [/nested more than 50 deep: .* plain text$/], `${why}: says so`)
  }
})

t.test('the extension says how a file is read', async (t) => {
  const text = '# Titolo\n\nTesto **forte** qui.'
  const [title = '', paragraph = ''] = ['Titolo', 'Testo forte qui.']
  for (const [name, want] of [
    ['a.md', ['heading Titolo', `paragraph ${paragraph}`]],
    ['a.MARKDOWN', ['heading Titolo', `paragraph ${paragraph}`]],
    ['a.txt', [`paragraph # ${title}`, `paragraph ${paragraph}`]],
  ] as const) {
    const { blocks } = await read(t, name, text)
    t.strictSame(
      (await collect(blocks)).map(({ kind, text }) => `${kind} ${text}`),
      want,
      name,
    )
  }
  await t.rejects(read(t, 'a.xyz', text), {
    code: 'UNSUPPORTED_FORMAT',
    message: /^unsupported format \.xyz/,
  })
})

t.test('a file that is not what it seems is refused with a reason', async (t) => {
  const long = 'x'.repeat(5.5 * 1024 * 1024)
  await t.rejects(
    read(t, 'a.md', long),
    {
      code: 'TOO_LARGE',
      message: 'markdown file of 5.5 MB: the limit is 4 MB; split it or rename it to .txt',
    },
    'long Markdown, with its size',
  )
  t.ok(await read(t, 'a.txt', long), 'text has no such limit')
  await t.rejects(read(t, 'a.txt', ''), { code: 'EMPTY_FILE', message: 'empty file' })
  await t.rejects(read(t, 'a.md', Buffer.from('PK\u0003\u0004\0\0')), {
    code: 'BINARY_FILE',
    message: 'binary file',
  })
})

async function read(t: Test, name: string, content: string | Buffer): Promise<ReadDocument> {
  const absolutePath = join(t.testdir(), name)
  writeFileSync(absolutePath, content)
  const file: FoundFile = { absolutePath, path: name, sizeBytes: Buffer.byteLength(content), mtimeMs: 0 }
  return (await openDocument(contentOfFile(file))).read
}
