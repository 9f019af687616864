/** What site generators put around a text in Markdown is no text, and what stands inside it is; code stays as it is. */
import t from 'tap'
import { contentOfText } from '../../../indexer/read/content.ts'
import { readMarkdown } from '../../../indexer/read/markdown.ts'
import { collect } from '../streams.ts'

/** `1 Titolo` for headings, `0 Testo` for paragraphs, `c codice` for code. */
async function outline(text: string, name = 'a.md'): Promise<string[]> {
  const { blocks } = await readMarkdown(contentOfText(name, text))
  return (await collect(blocks)).map(({ level, text, isCode }) => `${isCode ? 'c' : level} ${text}`)
}

t.test('calls of templates are no text, what they enclose is', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    ['Hugo', '{{< toc >}}\n\n{{% avviso %}}\nIl **ponte**.\n{{% /avviso %}}', ['0 Il ponte.']],
    [
      'over several lines',
      'Prima.\n\n{{< figure\n  src="a.png"\n  caption="x" >}}\n\nDopo.',
      ['0 Prima.', '0 Dopo.'],
    ],
    ['in the address of a link', 'Il [ponte]({{< ref "ponte.md" >}}) vecchio.', ['0 Il ponte vecchio.']],
    ['Liquid', '{% if page.a %}Il ponte {{ page.nome | upcase }} regge.{% endif %}', ['0 Il ponte regge.']],
    ['comments', '{% comment %}no{% endcomment %}Sì.{/* no */}', ['0 Sì.']],
    [
      'code between calls',
      '{{< highlight go >}}\nfmt.Print("{{ a }}")\n{{< /highlight >}}',
      ['c fmt.Print("{{ a }}")'],
    ],
    ['code of Jekyll', '{% highlight ruby %}\nputs 1\n{% endhighlight %}', ['c puts 1']],
    [
      'but not in code',
      'Con `{{< toc >}}` e\n\n```\n{% if a %}\n```',
      ['0 Con {{< toc >}} e', 'c {% if a %}'],
    ],
    ['what is not closed', 'Il segno {{ resta, {% anche.', ['0 Il segno {{ resta, {% anche.']],
  ]
  for (const [why, text, want] of cases) t.strictSame(await outline(text), want, why)
})

t.test('fences of admonitions are no text, their titles are', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    ['a title', ':::tip Da leggere\nIl testo.\n:::', ['0 Da leggere', '0 Il testo.']],
    ['in brackets', ':::note[Da **leggere**]\n\nIl testo.\n\n:::', ['0 Da leggere', '0 Il testo.']],
    [
      'in attributes',
      '::: {.callout-note title="Da leggere"}\nIl testo.\n:::',
      ['0 Da leggere', '0 Il testo.'],
    ],
    ['none', ':::danger\nIl testo.\n:::\n\nDopo.', ['0 Il testo.', '0 Dopo.']],
    [
      'MkDocs',
      '!!! note "Da leggere"\n    Il testo.\n\n    Ancora.\n\nDopo.',
      ['0 Da leggere', '0 Il testo.', '0 Ancora.', '0 Dopo.'],
    ],
    [
      'with code inside',
      '!!! note\n    Il testo.\n\n    ```\n    a b\n    ```\n\n    Ancora.\n\nDopo.',
      ['0 Il testo.', 'c a b', '0 Ancora.', '0 Dopo.'],
    ],
    ['tabs', '=== "Linux"\n\n    Il testo.', ['0 Linux', '0 Il testo.']],
    ['GitHub', '> [!WARNING]\n> Il testo.', ['0 Il testo.']],
    ['Obsidian', '> [!faq]- Da leggere\n> Il testo.', ['0 Da leggere', '0 Il testo.']],
  ]
  for (const [why, text, want] of cases) t.strictSame(await outline(text), want, why)
})

t.test('attributes, components and pictures are no text', async (t) => {
  const cases: [why: string, text: string, want: string[], name?: string][] = [
    ['an id', '# Il ponte {#ponte .x}\n\nTesto', ['1 Il ponte', '0 Testo']],
    ['kramdown', 'Testo\n{: .nota }\n\n## Sotto {: #s}', ['0 Testo', '2 Sotto']],
    ['of an image', 'Foto ![del ponte](a.png){width=50%}', ['0 Foto del ponte']],
    ['Pandoc', '[Il ponte]{.smallcaps} regge.', ['0 Il ponte regge.']],
    ['braces of a text', 'Gli insiemi {a, b} e {x}.', ['0 Gli insiemi {a, b} e {x}.']],
    [
      'a component',
      '<Riquadro colore="verde" su={[1, {a: ">"}]}>\n\nIl **ponte**.\n\n</Riquadro>',
      ['0 Il ponte.'],
    ],
    ['one in a line', 'Il <Nota id="x">ponte</Nota> regge <Icona nome="ok" />.', ['0 Il ponte regge .']],
    ['one with a dash', '<mia-scheda titolo="x">\n\nIl ponte.\n\n</mia-scheda>', ['0 Il ponte.']],
    [
      'types are text',
      'Una Map<String, List<Ponte>> e un Set<Ponte>.',
      ['0 Una Map<String, List<Ponte>> e un Set<Ponte>.'],
    ],
    ['imports', "import A from './a.js'\nexport const b = 1\n\nTesto", ['0 Testo']],
    [
      'a sentence is none',
      'import duties are paid at the border.',
      ['0 import duties are paid at the border.'],
    ],
    ['expressions of MDX', 'Testo {props.a} qui.\n\n    rientrato', ['0 Testo qui.', '0 rientrato'], 'a.mdx'],
    ['pictures', 'Uno <svg><title>x</title><path d="M1"/></svg> due.', ['0 Uno due.']],
    ['programs', '<script lang="ts" setup>\n\nconst a = 1\n\n</script>\n\nTesto', ['0 Testo']],
  ]
  for (const [why, text, want, name] of cases) t.strictSame(await outline(text, name), want, why)
})

t.test('HTML in Markdown has headings, rows and Markdown of its own', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    ['a heading', '<h1 align="center">Il <em>ponte</em></h1>\n\nTesto', ['1 Il ponte', '0 Testo']],
    ['the description of a logo', '<h1><img src="a.svg" alt="Ponte"></h1>', ['1 Ponte']],
    ['Markdown', '<div markdown="1">\n  Il **ponte** [nuovo](b.md).\n</div>', ['0 Il ponte nuovo.']],
    ['details', '<details><summary>Altro</summary>\n\n- uno\n\n</details>', ['0 Altro', '0 uno']],
    [
      'a table',
      '<table><tr><th>Paese</th><th>Anno</th></tr>\n<tr><td>Italia</td><td>2023</td></tr></table>',
      ['0 Paese | Anno', '0 Italia | 2023'],
    ],
    ['code', '<pre><code>a  b</code></pre>', ['c a b']],
    ['JSX on an element', '<div style={{color: "red"}}>\n<p>Il ponte.</p>\n</div>', ['0 Il ponte.']],
    ['a placeholder', 'Il comando <nome> qui.', ['0 Il comando <nome> qui.']],
  ]
  for (const [why, text, want] of cases) t.strictSame(await outline(text), want, why)
})

t.test('links between notes, marks of notes and citations leave their words', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    ['a label', 'Vedi [[ponti/vecchio|il ponte]] e [[Strade]].', ['0 Vedi il ponte e Strade.']],
    ['an embed', 'Testo ![[foto.png]] qui.', ['0 Testo qui.']],
    [
      'notes',
      'Testo.[^a] Altro.\n\n[^a]: La nota\n    su due righe.',
      ['0 Testo. Altro.', '0 La nota su due righe.'],
    ],
    ['a note of one word', 'Testo.[^1]\n\n[^1]: Nota', ['0 Testo.', '0 Nota']],
    ['citations', 'Regge [@rossi2020, p. 3] bene.', ['0 Regge bene.']],
    ['contents', '[TOC]\n\nTesto', ['0 Testo']],
    ['highlights', 'Il ==ponte== con a == b.', ['0 Il ponte con a == b.']],
    ['definitions far away', `[il ponte][p]\n\n${'Testo.\n\n'.repeat(9000)}[p]: b.md`, []],
  ]
  for (const [why, text, want] of cases) {
    const found = await outline(text)
    if (want.length > 0) t.strictSame(found, want, why)
    else t.equal(found[0], '0 il ponte', why)
  }
})

t.test('a page of front matter alone has its title and description', async (t) => {
  t.strictSame(await outline('---\ntitle: Il ponte\nsummary: Quando riapre.\n---\n'), [
    '1 Il ponte',
    '0 Quando riapre.',
  ])
})

t.test('what is written to be slow ends', async (t) => {
  const fill = (text: string): string => text.repeat(Math.ceil(300_000 / text.length))
  for (const text of [
    '<?',
    '~~a ',
    'a\n=\n',
    '[a](',
    '`a``b',
    '<Aa b={',
    '{{< a ',
    '{#a ',
    '[[a|',
    '!!! a\n    ',
    '<!-- a ',
    '[a]: b\n',
    '{% a',
    ':::a\n',
    '<svg>',
    '%%a ',
  ])
    t.ok((await outline(fill(text))).length >= 0, text)
})

t.test('tables that are drawn are tables', async (t) => {
  const grid = [
    'Prima.',
    '',
    '+-----------+-------+',
    '| Nome      | Anno  |',
    '+:==========+======:+',
    '| Il        | 1345  |',
    '| **ponte** |       |',
    '+-----------+-------+',
    '|           | `a b` |',
    '+-----------+-------+',
    '',
    'Dopo.',
  ]
  t.strictSame(await outline(grid.join('\n')), [
    '0 Prima.',
    '0 Nome | Anno',
    '0 Il ponte | 1345',
    '0 | a b',
    '0 Dopo.',
  ])
  t.strictSame(await outline(['```', ...grid, '```'].join('\n')), [
    `c ${grid.join(' ').replace(/\s+/g, ' ')}`,
  ])
})
