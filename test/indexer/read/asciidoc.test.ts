/** AsciiDoc → blocks: what is text, what is layout, and what the header says. */
import t from 'tap'
import { readAsciidoc } from '../../../indexer/read/asciidoc.ts'
import { contentOfText } from '../../../indexer/read/content.ts'
import { collect } from '../streams.ts'

/** `1 Titolo` for headings, `0 Testo` for paragraphs, `c codice` for code. */
async function outline(text: string): Promise<string[]> {
  const { blocks } = await readAsciidoc(contentOfText('a.adoc', text))
  return (await collect(blocks)).map(({ level, text, isCode }) => `${isCode ? 'c' : level} ${text}`)
}

t.test('what AsciiDoc says becomes headings and paragraphs', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    [
      'titles',
      '= Ponti\n\n== Storia ==\n\nTesto.\n\n=== Detto\n\nAltro.',
      ['1 Ponti', '2 Storia', '0 Testo.', '3 Detto', '0 Altro.'],
    ],
    ['older titles', 'Ponti\n=====\n\nStoria\n------\n\nTesto.', ['1 Ponti', '2 Storia', '0 Testo.']],
    [
      'words in a line',
      'Il *ponte* _vecchio_, `a_b_c`, https://a.it[sito], <<s,la storia>>, link:b.html[pagina] e linkgit:git-add[1].',
      ['0 Il ponte vecchio, a_b_c, sito, la storia, pagina e git-add(1).'],
    ],
    [
      'quotation marks',
      "Il ``ponte vecchio'' e l'`arco', il \"`pilastro`\" e '`la chiave`', `apri`'s e `l'apri`.",
      ["0 Il “ponte vecchio” e l'‘arco’, il “pilastro” e ‘la chiave’, apri's e l'apri."],
    ],
    ['entities', 'Lungo &#8805; 3&nbsp;m, A &amp; B, a&b.', ['0 Lungo ≥ 3 m, A & B, a&b.']],
    [
      'addresses that are defined elsewhere',
      'Il {url-ponte}[sito^] e {url}/guida.html[la guida].',
      ['0 Il sito e la guida.'],
    ],
    ['code of other files', '----\ninclude::a.py[tag=x]\n----\n\nTesto.', ['0 Testo.']],
    ['attributes', ':p: ponte\n\nIl {p} e {altro}.', ['0 Il ponte e {altro}.']],
    ['code', '[source,py]\n----\na = 1\n\nb = 2\n----\n\nDopo.', ['c a = 1 b = 2', '0 Dopo.']],
    [
      'an indented paragraph',
      'Testo.\n\n $ ponte --apri\n\nDopo.',
      ['0 Testo.', 'c $ ponte --apri', '0 Dopo.'],
    ],
    ['admonitions', 'NOTE: Il ponte.\n\n[TIP]\n====\nAltro.\n====', ['0 Il ponte.', '0 Altro.']],
    [
      'lists',
      '* uno\n** due\n+\nancora\n\n. tre\n\nArco:: Parte del ponte.',
      ['0 uno', '0 due', '0 ancora', '0 tre', '0 Arco', '0 Parte del ponte.'],
    ],
    [
      'a table',
      '[cols="1,1"]\n|===\n|Nome |Anno\n\n|Ponte\n|1345\n|===',
      ['0 Nome | Anno', '0 Ponte | 1345'],
    ],
    ['a picture', 'image::a.png[Il ponte,300]', ['0 Il ponte']],
    ['layout', '// no\n////\nno\n////\nifdef::a[]\nTesto.\nendif::[]\n\ntoc::[]', ['0 Testo.']],
    ['other files', 'include::/etc/passwd[]\n\nTesto.', ['0 Testo.']],
  ]
  for (const [why, text, want] of cases) t.strictSame(await outline(text), want, why)
})

t.test('the header is what it says about itself', async (t) => {
  const text =
    '= Ponti\nAnna Neri <a@esempio.it>\nv1.2, 2024-03-02: bozza\n:description: Tutti i ponti.\n:lang: it\n\nTesto.'
  const { metadata } = await readAsciidoc(contentOfText('a.adoc', text))
  t.strictSame(metadata, { description: 'Tutti i ponti.', date: '2024-03-02', lang: 'it' })
  t.strictSame(await outline(text), ['1 Ponti', '0 Testo.'], 'and no text')
})

t.test('what is written to be slow ends', async (t) => {
  const fill = (text: string): string => text.repeat(Math.ceil(200_000 / text.length))
  for (const text of ['* ', '----\na\n', '|===\n', 'a:: b\n', '<<a,', '`a ', 'a:b[', '*a ', '(((a', ' a\n\n'])
    t.ok((await outline(fill(text))).length >= 0, text)
})
