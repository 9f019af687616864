/** reStructuredText → blocks: what is text, what is layout, and what the fields at the top say. */
import t from 'tap'
import { contentOfText } from '../../../indexer/read/content.ts'
import { readRst } from '../../../indexer/read/rst.ts'
import { showDocument } from '../../helpers/blocks.ts'
import { collect } from '../streams.ts'

/** `1 Titolo` for headings, `0 Testo` for paragraphs, `c codice` for code. */
async function outline(text: string): Promise<string[]> {
  const { blocks } = await readRst(contentOfText('a.rst', text))
  return (await collect(blocks)).map(({ level, text, isCode }) => `${isCode ? 'c' : level} ${text}`)
}

t.test('what reStructuredText says becomes headings and paragraphs', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    [
      'titles, by the order of their styles',
      '=====\nPonti\n=====\n\nStoria\n======\n\nTesto.\n\nDetto\n-----\n\nAltro.\n\nUso\n===\n\nFine.',
      ['1 Ponti', '2 Storia', '0 Testo.', '3 Detto', '0 Altro.', '2 Uso', '0 Fine.'],
    ],
    [
      'words in a line',
      'Il **ponte** *vecchio*, ``a *b*``, :ref:`la storia <s>`, :class:`~p.q.Ponte`, `sito <https://a.it>`_, altro_ e snake_case.',
      ['0 Il ponte vecchio, a *b*, la storia, Ponte, sito, altro e snake_case.'],
    ],
    ['substitutions', 'Il |p| regge.\n\n.. |p| replace:: ponte', ['0 Il ponte regge.']],
    ['notes', 'Regge. [1]_\n\n.. [1] La nota\n   lunga.', ['0 Regge.', '0 La nota lunga.']],
    ['code behind two colons', 'Così::\n\n    a = 1\n\nDopo.', ['0 Così:', 'c a = 1', '0 Dopo.']],
    ['code', '.. code-block:: py\n   :linenos:\n\n   a = 1', ['c a = 1']],
    ['a session', '>>> 1 + 1\n2\n\nDopo.', ['c >>> 1 + 1 2', '0 Dopo.']],
    ['an admonition', '.. warning:: Attenzione.\n\n   Il **ponte**.', ['0 Attenzione.', '0 Il ponte.']],
    [
      'lists',
      '* uno\n* due\n  e mezzo\n\n  - tre\n\n1. quattro',
      ['0 uno', '0 due e mezzo', '0 tre', '0 quattro'],
    ],
    ['terms', 'Arco\n   Parte del ponte.', ['0 Arco', '0 Parte del ponte.']],
    ['fields', 'Testo.\n\n:param int lato: il lato', ['0 Testo.', '0 lato: il lato']],
    [
      'a drawn table',
      '+------+------+\n| Nome | Anno |\n+======+======+\n| Il   | 1345 |\n| ponte|      |\n+------+------+',
      ['0 Nome | Anno', '0 Il ponte | 1345'],
    ],
    [
      'a simple table',
      '=====  ====\nNome   Anno\n=====  ====\nPonte  1345\n=====  ====',
      ['0 Nome | Anno', '0 Ponte | 1345'],
    ],
    ['a picture', '.. image:: a.png\n   :alt: Il ponte', ['0 Il ponte']],
    [
      'layout',
      '.. contents::\n   :depth: 2\n\n.. toctree::\n\n   a\n   b\n\n.. _s:\n\nTesto.\n\n.. non si vede\n   né questo',
      ['0 Testo.'],
    ],
    ['other files', '.. include:: /etc/passwd\n\n.. literalinclude:: a.py\n\nTesto.', ['0 Testo.']],
    ['a signature', '.. function:: apri(nome)\n\n   Apre.', ['c apri(nome)', '0 Apre.']],
    ['a rule', 'Uno.\n\n----\n\nDue.', ['0 Uno.', '0 Due.']],
  ]
  for (const [why, text, want] of cases) t.strictSame(await outline(text), want, why)
})

t.test('fields at the top are what it says about itself', async (t) => {
  for (const text of [
    ':Date: 2024-03-02\n:Author: Neri\n:Keywords: ponti, strade\n\nTitolo\n======\n\nTesto.',
    'Titolo\n======\n\n:Date: 2024-03-02\n:Author: Neri\n:Keywords: ponti, strade\n\nTesto.',
  ]) {
    const { metadata } = await readRst(contentOfText('a.rst', text))
    t.strictSame(metadata, { date: '2024-03-02', tags: ['ponti', 'strade'] })
    t.strictSame(await outline(text), ['1 Titolo', '0 Testo.'], 'and no text')
  }
})

t.test('what is written to be slow ends', async (t) => {
  const fill = (text: string): string => text.repeat(Math.ceil(200_000 / text.length))
  const deep = Array.from({ length: 400 }, (_, index) => `${' '.repeat(index)}* a`).join('\n')
  for (const text of [
    fill('* '),
    fill('.. a:: b\n  '),
    fill('`a '),
    fill('+--+\n'),
    fill('= =\n'),
    fill('|a'),
    fill('a\n=\n'),
    deep,
  ])
    t.ok((await outline(text)).length >= 0, text.slice(0, 9))
})

t.test('sources that generators show as text are read as what they are', async (t) => {
  const rst = Buffer.from('.. _nodi:\n\nNodi\n====\n\nLa ``gassa`` tiene *sempre*.\n')
  const shown = await showDocument('_sources/nodi.rst.txt', rst)
  t.equal(shown.format, 'restructuredtext')
  t.same(shown.lines, ['# Nodi', 'La gassa tiene sempre.'])
  t.equal((await showDocument('nodi.md.txt', Buffer.from('# Nodi\n\nLa *gassa*.\n'))).format, 'markdown')
  t.equal((await showDocument('rst.txt', rst)).format, 'text')
})
