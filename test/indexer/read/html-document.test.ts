/** HTML → a document: what is text and what is furniture, structure, metadata, laws, and pages that are none. */
import t from 'tap'
import { chunk } from '../../../indexer/chunk.ts'
import type { Metadata } from '../../../indexer/document.ts'
import { contentOfBytes, contentOfText } from '../../../indexer/read/content.ts'
import { formatOf } from '../../../indexer/read/formats.ts'
import { readHtml } from '../../../indexer/read/html-document.ts'
import { showDocument } from '../../helpers/blocks.ts'
import { collect } from '../streams.ts'

/** `1 Titolo` for headings, `0 Testo` for paragraphs, `c codice` for code. */
async function outline(html: string): Promise<string[]> {
  const { blocks } = await readHtml(contentOfText('a.html', html))
  return (await collect(blocks)).map(({ level, text, isCode }) => `${isCode ? 'c' : level} ${text}`)
}

async function metadataOf(html: string): Promise<Metadata> {
  return (await readHtml(contentOfText('a.html', `${html}<p>Un testo.</p>`))).metadata
}

const LONG =
  'Il ministero ha presentato ieri a Torino il piano per la banda larga, che porterà la fibra in trecento comuni.'
const LONGER = `${LONG} I lavori, affidati con una gara europea, cominceranno in autunno e dureranno tre anni.`

t.test('elements become headings, paragraphs and code', async (t) => {
  const cases: [why: string, html: string, want: string[]][] = [
    ['a fragment', '<h2>Uno</h2><p>due <b>tre</b>, qua<wbr>ttro', ['2 Uno', '0 due tre, quattro']],
    ['text without a tag around it', 'uno<hr>due', ['0 uno', '0 due']],
    ['line breaks', '<p>uno<br>due<br><br>tre</p>', ['0 uno due', '0 tre']],
    ['an item a paragraph', '<ul><li>uno<ul><li>due</ul><li><p>tre</ul>', ['0 uno', '0 due', '0 tre']],
    [
      'terms with what they mean',
      '<dl><dt>fibra<dt>FTTH<dd>un cavo<dd>di vetro</dl>',
      ['0 fibra, FTTH: un cavo', '0 di vetro'],
    ],
    ['a term by itself', '<dl><dt>fibra</dl>', ['0 fibra']],
    ['code', '<p>Scrivi</p><pre><code>a = 1\n  b = 2</code></pre>', ['0 Scrivi', 'c a = 1 b = 2']],
    [
      'highlighted code',
      '<div class="highlight-python"><pre><span>x</span> = <span>1</span></pre></div>',
      ['c x = 1'],
    ],
    [
      'a manual page',
      `<pre>\nNOME\n     prova - un comando di prova, scritto per questo test, che non fa nulla.\n\nUSO\n     Si chiama senza opzioni, e termina\n     subito dopo.\n</pre>`,
      [
        '2 NOME',
        '0 prova - un comando di prova, scritto per questo test, che non fa nulla.',
        '2 USO',
        '0 Si chiama senza opzioni, e termina subito dopo.',
      ],
    ],
    ['quotations', '<blockquote><p>Detto da altri.</blockquote>', ['0 Detto da altri.']],
    [
      'captions',
      '<figure><img alt="Una sala piena di gente che ascolta."><figcaption>La sala</figcaption></figure>',
      ['0 La sala'],
    ],
    [
      'a described image',
      '<p>Ecco:</p><img alt="Il grafico mostra una crescita costante."><img alt="logo">',
      ['0 Ecco:', '0 Il grafico mostra una crescita costante.'],
    ],
    ['marks that link to headings', '<h2>Avvio<a href="#avvio">¶</a></h2>', ['2 Avvio']],
    ['marks of notes', '<p>Lo dice la legge<sup><a href="#n1">[1]</a></sup>.</p>', ['0 Lo dice la legge.']],
    ['exponents', '<p>cento m<sup>2</sup></p>', ['0 cento m2']],
    ['headings by role', '<div role="heading" aria-level="3">Tre</div><p>x</p>', ['3 Tre', '0 x']],
    [
      'what is hidden',
      '<p hidden>a</p><p aria-hidden="true">b</p><p style="color:red; display: none">c</p><p>d</p>',
      ['0 d'],
    ],
    [
      'what is no text',
      '<style>a{}</style><script>b</script><template>c</template><svg><text>d</text></svg><noscript>e</noscript><p>f</p>',
      ['0 f'],
    ],
    [
      'empty elements of XHTML',
      '<?xml version="1.0"?><html><head><script src="a"/></head><body><p><a id="x"/>uno</p></body></html>',
      ['0 uno'],
    ],
    ['private use as an entity', '<p>a&#xE000;b &egrave;</p>', ['0 ab è']],
    ['tags that look like words', '<p>se a &lt; b</p>', ['0 se a < b']],
  ]
  for (const [why, html, want] of cases) t.same(await outline(html), want, why)
})

t.test('rows of tables say which column a value stands in', async (t) => {
  const cases: [why: string, html: string, want: string[]][] = [
    [
      'a head',
      '<table><caption>Gare</caption><tr><th>Comune<th>Anno<tr><td>Asti<td>2021</table>',
      ['0 Gare', '0 Comune: Asti; Anno: 2021'],
    ],
    [
      'two rows of head',
      '<table><thead><tr><th rowspan=2>Anno<th colspan=2>Utenti<tr><th>Nord<th>Sud</thead><tr><td>2020<td>5<td>6</table>',
      ['0 Anno: 2020; Utenti Nord: 5; Utenti Sud: 6'],
    ],
    [
      'cells over rows',
      '<table><tr><th>Regione<th>Città<tr><td rowspan=2>Lazio<td>Roma<tr><td>Rieti</table>',
      ['0 Regione: Lazio; Città: Roma', '0 Regione: Lazio; Città: Rieti'],
    ],
    [
      'a line across',
      '<table><tr><th>Città<th>Anno<tr><td colspan=2>Nord<tr><td>Asti<td>2021</table>',
      ['0 Nord', '0 Città: Asti; Anno: 2021'],
    ],
    [
      'keys and values',
      '<table><tr><th>Nome<td>Ada<tr><th>Nata:<td>1815</table>',
      ['0 Nome: Ada', '0 Nata: 1815'],
    ],
    [
      'no head',
      '<table><tr><td>Asti<td>2021<tr><td>Alba<td>2022</table>',
      ['0 Asti | 2021', '0 Alba | 2022'],
    ],
    ['a layout', `<table role="presentation"><tr><td>${LONG}<td>A lato</table>`, [`0 ${LONG}`, '0 A lato']],
    [
      'a layout by its headings',
      '<table><tr><td>Sinistra<td><h2>Titolo</h2><p>Testo</table>',
      ['0 Sinistra', '2 Titolo', '0 Testo'],
    ],
    ['a single column', '<table><tr><td>uno<tr><td>due</table>', ['0 uno', '0 due']],
    [
      'numbers and their text',
      '<table><tr><td>(12)<td><p>Le reti servono a tutti.</table>',
      ['0 (12) Le reti servono a tutti.'],
    ],
    [
      'lines of code',
      '<table class="highlighttable"><tr><td><div><pre>1\n2</pre></div><td class="code"><div class="highlight"><pre>a\nb</pre></div></table>',
      ['c 1 2', 'c a b'],
    ],
  ]
  for (const [why, html, want] of cases) t.same(await outline(html), want, why)
})

t.test('what stands beside the text is left out', async (t) => {
  const text = `<h1>Fibra per tutti</h1><p>${LONG}</p><p>${LONGER}</p>`
  const want = ['1 Fibra per tutti', `0 ${LONG}`, `0 ${LONGER}`]
  const links =
    '<ul><li><a href="/a">Il nuovo supercomputer di Bologna</a><li><a href="/b">Cavi sottomarini</a><li><a href="/c">Reti 5G</a></ul>'
  const cases: [why: string, html: string][] = [
    [
      'navigation, header, footer',
      `<header><a href="/">Il Foglio Tecnico</a></header><nav>${links}</nav><main>${text}</main><footer>© 2024 Editrice</footer>`,
    ],
    [
      'a page without marks',
      `<div class="menu">${links}</div><div>${text}</div><div id="footer">Tutti i diritti riservati</div>`,
    ],
    [
      'breadcrumbs and share buttons',
      `<main><div class="breadcrumb"><a href="/">Home</a> › Reti</div>${text}<div class="share-buttons">Condividi su Facebook</div></main>`,
    ],
    [
      'a cookie banner by its name',
      `<div id="cookie-banner">Usiamo i cookie. <button>Va bene</button></div>${text}`,
    ],
    [
      'a cookie banner by its words',
      `<body>${text}<div class="x7">Questo sito usa cookie di terze parti. Proseguendo la navigazione li accetti.</div>`,
    ],
    ['forms', `${text}<form>Iscriviti: <input></form>`],
    [
      'read also, in the text',
      `<article><h1>Fibra per tutti</h1><p>${LONG}</p><p>Leggi anche: <a href="/x">La gara per il 5G</a></p><p>${LONGER}</p></article>`,
    ],
    ['related articles', `<article>${text}<h3>Articoli correlati</h3>${links}</article>`],
    ['a list of links at the end', `<main>${text}${links}</main>`],
    [
      'a table of contents',
      `<main><h1>Fibra per tutti</h1><ul><li><a href="#a">Il piano</a><li><a href="#b">La gara</a><li><a href="#c">I tempi</a></ul><p>${LONG}</p><p>${LONGER}</p></main>`,
    ],
    [
      'comments, though they are longer',
      `<article>${text}</article><section id="comments"><h3>2 commenti</h3><ol><li class="comment">${LONG.repeat(9)}<li class="comment">Bravi.</ol></section>`,
    ],
    [
      'teasers of other articles',
      `<main><article>${text}</article><article><h2>Reti 5G</h2><p>Le gare.</p></article></main>`,
    ],
    ['an aside', `<main>${text}<aside><p>Il nostro mensile in edicola.</p></aside></main>`],
  ]
  for (const [why, html] of cases) t.same(await outline(html), want, why)
})

t.test('what looks like furniture and is text stays', async (t) => {
  const cases: [why: string, html: string, kept: string][] = [
    [
      'a section about cookies',
      `<main><section id="cookies"><h2>Cookie</h2><p>Il modulo legge i cookie.</p></section><p>${LONGER}</p></main>`,
      '0 Il modulo legge i cookie.',
    ],
    ['a form around the whole page', `<form><h1>Avviso</h1><p>${LONG}</p></form>`, `0 ${LONG}`],
    [
      'a note beside the text',
      `<main><p>${LONGER}</p><aside class="admonition note"><p>Serve la versione 3.</p></aside></main>`,
      '0 Serve la versione 3.',
    ],
    [
      'an index of links',
      '<h1>Indice</h1><ul><li><a href="a.html">Installazione</a><li><a href="b.html">Uso</a><li><a href="c.html">Domande</a></ul>',
      '0 Installazione',
    ],
    [
      'links under a heading of their own',
      `<main><p>${LONGER}</p><h2>Allegati</h2><ul><li><a href="1.pdf">Bando</a><li><a href="2.pdf">Modulo</a><li><a href="3.pdf">Mappa</a></ul></main>`,
      '0 Bando',
    ],
    [
      'links that a line introduces',
      `<main><p>${LONGER}</p><p>Servono questi moduli:</p><ul><li><a href="1">Bando</a><li><a href="2">Modulo</a><li><a href="3">Mappa</a></ul></main>`,
      '0 Mappa',
    ],
    [
      'a class with furniture in its name',
      `<div class="content-with-sidebar-wrp"><h1>Titolo</h1><p>${LONG}</p><p>${LONGER}</p></div>`,
      `0 ${LONGER}`,
    ],
    [
      'sections of a manual beside each other',
      `<div class="s"><h2>A</h2><div>${LONG}</div></div><div class="s"><h2>B</h2><div>${LONGER}</div></div>`,
      `0 ${LONG}`,
    ],
    [
      'a header in an article',
      `<article><header><h1>Titolo</h1><p class="byline">di Anna Bianchi, 12 marzo 2024</p></header><p>${LONGER}</p></article>`,
      '0 di Anna Bianchi, 12 marzo 2024',
    ],
  ]
  for (const [why, html, kept] of cases) t.ok((await outline(html)).includes(kept), why)
})

t.test('a page of boxes without names is told from its text by Readability', async (t) => {
  const box = (text: string): string => `<div class="b"><div><a href="/x">${text}</a></div></div>`
  const html = `<html><head><meta property="og:type" content="article"></head><body><div>${['Sport', 'Meteo', 'Cultura', 'Viaggi'].map(box).join('')}</div>
    <div class="c"><h1>Fibra per tutti</h1><p>${LONGER}</p><p>${LONGER.replace('Torino', 'Cuneo')}</p><p>${LONGER.replace('Torino', 'Asti')}</p></div>
    <div>${['La gara per le frequenze', 'Il prezzo del rame', 'Chip: la crisi'].map(box).join('')}<div>Inserto gratuito con il giornale</div></div></body></html>`
  const texts = await outline(html)
  t.equal(texts[0], '1 Fibra per tutti')
  t.equal(texts.length, 4)
  t.ok(texts.every((text) => !/Sport|rame|Inserto/.test(text)))
})

t.test('the title is the main heading of the page, else a title without the name of the site', async (t) => {
  const cases: [why: string, html: string, want: string | undefined][] = [
    [
      'the heading before the title',
      '<title>Fibra | Il Foglio</title><h1>Fibra per tutti</h1>',
      'Fibra per tutti',
    ],
    [
      'not the name of the site',
      '<title>Fibra per tutti - Il Foglio</title><meta property="og:site_name" content="Il Foglio"><header><h1>Il Foglio</h1></header><h2>Fibra per tutti</h2>',
      'Fibra per tutti',
    ],
    [
      'not a link to the home page',
      '<title>Fibra per tutti</title><div><a href="/"><h1>Il Foglio Tecnico</h1></a></div><div><h2>Fibra per tutti</h2></div>',
      'Fibra per tutti',
    ],
    ['not a kicker', '<article><h4>Economia</h4><h1>Fibra per tutti</h1></article>', 'Fibra per tutti'],
    ['not navigation', '<title>Avviso - Comune</title><nav><h1>Menu</h1></nav>', 'Avviso - Comune'],
    [
      'a known site behind it',
      '<title>Avviso pubblico - Comune di Asti</title><meta property="og:site_name" content="Comune di Asti">',
      'Avviso pubblico',
    ],
    [
      'a known site before it',
      '<title>Comune di Asti - Avviso pubblico</title><meta property="og:site_name" content="Comune di Asti">',
      'Avviso pubblico',
    ],
    ['a bar', '<title>Avviso pubblico per le reti | Asti</title>', 'Avviso pubblico per le reti'],
    [
      'a dash inside a title',
      '<title>Reti - Stato e prospettive del mercato italiano</title>',
      'Reti - Stato e prospettive del mercato italiano',
    ],
    [
      'of a social network',
      '<title>x</title><meta property="og:title" content="Avviso pubblico">',
      'Avviso pubblico',
    ],
    ['none', '', undefined],
  ]
  for (const [why, html, want] of cases) t.equal((await metadataOf(html)).title, want, why)
})

t.test('a main heading outside of the main text stands first; headings before it head nothing', async (t) => {
  t.same(await outline(`<header><h1>Fibra</h1></header><main><h2>Il piano</h2><p>${LONG}</p></main>`), [
    '1 Fibra',
    '2 Il piano',
    `0 ${LONG}`,
  ])
  t.same(await outline(`<main><h3>Economia</h3><h1>Fibra</h1><p>${LONG}</p></main>`), [
    '0 Economia',
    '1 Fibra',
    `0 ${LONG}`,
  ])
})

t.test('a section ends where its element ends', async (t) => {
  const html = `<h1>Guida</h1><section><h2>Avvio</h2><p>Premi il tasto.</p></section><p>Questo vale per tutto.</p>`
  const { blocks } = await readHtml(contentOfText('a.html', html))
  const passages = await collect(chunk(blocks))
  t.same(
    passages.map(({ heading, text }) => [text, heading]),
    [
      ['Premi il tasto.', ['Guida', 'Avvio']],
      ['Questo vale per tutto.', ['Guida']],
    ],
  )
})

t.test('the head of a page is its metadata', async (t) => {
  const json = (value: unknown): string =>
    `<script type="application/ld+json">${JSON.stringify(value)}</script>`
  const meta = (name: string, content: string): string => `<meta name="${name}" content="${content}">`
  const cases: [why: string, html: string, want: Partial<Metadata>][] = [
    ['lang', '<html lang="it-IT"><body>', { lang: 'it-IT' }],
    ['xml:lang', '<html xml:lang="en"><body>', { lang: 'en' }],
    ['og:locale', '<meta property="og:locale" content="it_IT">', { lang: 'it_IT' }],
    ['the address', '<link rel="canonical" href="https://a.example/x">', { url: 'https://a.example/x' }],
    [
      'no address of another kind',
      '<link rel="canonical" href="/x"><meta property="og:url" content="https://a.example/y">',
      { url: 'https://a.example/y' },
    ],
    [
      'description and tags',
      `${meta('Description', 'Di che si tratta')}${meta('keywords', 'reti, fibra; Reti')}`,
      { description: 'Di che si tratta', tags: ['reti', 'fibra'] },
    ],
    ['the source', '<meta property="og:site_name" content="Il Foglio">', { source: 'Il Foglio' }],
    [
      'Dublin Core',
      `${meta('DC.date.issued', '2021-03-04')}${meta('DC.publisher', 'Comune di Asti')}${meta('dcterms.modified', '2021-05-06')}`,
      { date: '2021-03-04', source: 'Comune di Asti', updated: '2021-05-06' },
    ],
    [
      'Open Graph before a plain date',
      `<meta property="article:published_time" content="2022-01-02T08:00Z">${meta('date', '1999-01-01')}`,
      { date: '2022-01-02T08:00Z' },
    ],
    [
      'a byline',
      `<article><div class="byline"><time datetime="2020-02-03">3 febbraio</time>, aggiornato <time class="updated" datetime="2020-02-04">il 4</time></div><p>${LONG}</p></article>`,
      { date: '2020-02-03', updated: '2020-02-04' },
    ],
    [
      'a byline in the header of the page',
      `<header><h1>Fibra</h1><time datetime="2020-02-03">x</time></header><main><p>${LONG}</p></main>`,
      { date: '2020-02-03' },
    ],
    [
      'microdata',
      '<span itemprop="datePublished" content="2019-05-06">6 maggio</span>',
      { date: '2019-05-06' },
    ],
    [
      'alternates',
      '<link rel="alternate" hreflang="en" href="/en/x"><link rel="alternate" hreflang="x-default" href="/"><link rel="alternate" type="application/rss+xml" href="/rss">',
      { alternates: [{ lang: 'en', url: '/en/x' }] },
    ],
    [
      'JSON-LD: the article among others, its publisher by reference',
      json({
        '@graph': [
          { '@type': 'Organization', '@id': '#o', name: 'Editrice' },
          { '@type': 'BreadcrumbList', name: 'Briciole' },
          {
            '@type': ['NewsArticle'],
            headline: 'Fibra',
            datePublished: '2024-03-12',
            dateModified: '2024-03-13',
            publisher: { '@id': '#o' },
            keywords: ['fibra'],
          },
        ],
      }),
      { title: 'Fibra', date: '2024-03-12', updated: '2024-03-13', source: 'Editrice', tags: ['fibra'] },
    ],
    [
      'JSON-LD: an array, a page behind an article',
      json([
        { '@type': 'WebPage', datePublished: '2001-01-01' },
        { '@type': 'Report', datePublished: '2024-01-01' },
      ]),
      { date: '2024-01-01' },
    ],
    [
      'JSON-LD of the publisher alone',
      json({ '@type': 'Organization', name: 'Editrice', datePublished: '2001' }),
      {},
    ],
  ]
  const prose =
    '<p>La diga vecchia è stata riaperta ai visitatori, che la guardano dal basso e poi dall’alto.</p>'
  cases.push(
    [
      'a date in the head of an article',
      `<article><div class="head"><h1>La diga</h1><p class="state">Nota <time class="dt-published" datetime="2019-02-03">3 febbraio 2019</time></p></div>${prose}</article>`,
      { date: '2019-02-03' },
    ],
    [
      'the last change in its foot',
      `<main><article><h1>La diga</h1>${prose}<footer><span>Last updated on <time datetime="2022-08-09">Aug 9, 2022</time></span></footer></article></main>`,
      { updated: '2022-08-09' },
    ],
  )
  for (const [why, html, want] of cases) t.match(await metadataOf(html), want, why)
  const none: [why: string, html: string][] = [
    ['a date of an event', '<div class="event-date"><time datetime="2025-05-01">1 maggio</time></div>'],
    ['a date of the text', '<p>Entro il <time datetime="2025-05-01">1 maggio</time>.</p>'],
    ['JSON-LD of the publisher', json({ '@type': 'Organization', datePublished: '2001' })],
  ]
  for (const [why, html] of none) t.equal((await metadataOf(html)).date, undefined, why)
})

t.test('broken JSON-LD costs a warning', async (t) => {
  const { warnings, metadata } = await readHtml(
    contentOfText('a.html', '<title>Avviso</title><script type="application/ld+json">{"a":</script><p>x</p>'),
  )
  t.same(warnings, ['JSON-LD is not valid JSON: ignored'])
  t.equal(metadata.title, 'Avviso')
})

t.test('laws have their own headings, with the title on the next line', async (t) => {
  const cases: [why: string, html: string, want: string[]][] = [
    [
      'EUR-Lex',
      `<div class="eli-main-title"><p class="oj-doc-ti">REGULATION (EU) 2031/77</p><p class="oj-doc-ti">on quiet machines</p></div>
       <table><tr><td><p class="oj-normal">(1)</p></td><td><p class="oj-normal">People should sleep.</p></td></tr></table>
       <p class="oj-ti-section-1">CHAPTER I</p><div class="eli-title"><p class="oj-ti-section-2">GENERAL PROVISIONS</p></div>
       <div class="eli-subdivision" id="art_1"><p class="oj-ti-art">Article 1</p><div class="eli-title"><p class="oj-sti-art">Subject matter</p></div>
       <p class="oj-normal">This Regulation is about noise.</p><table><tr><td>(a)</td><td>by day;</td></tr></table></div>
       <div class="oj-final"><p>Done at Brussels.</p></div>
       <p class="oj-doc-ti">ANNEX</p><p class="oj-doc-ti">Machines</p><p class="oj-normal">Toasters.</p>`,
      [
        '1 REGULATION (EU) 2031/77 on quiet machines',
        '0 (1) People should sleep.',
        '4 CHAPTER I – GENERAL PROVISIONS',
        '6 Article 1 – Subject matter',
        '0 This Regulation is about noise.',
        '0 (a) by day;',
        '0 Done at Brussels.',
        '2 ANNEX – Machines',
        '0 Toasters.',
      ],
    ],
    [
      'EUR-Lex, older and consolidated',
      '<p class="ti-art">Article 1</p><p class="sti-art">Scope</p><p class="normal">It applies.</p><p class="title-article-norm">Article 2</p><p class="stitle-article-norm">Aim</p><div class="grid-container grid-list"><div class="grid-list-column-1"><span>(a)</span></div><div class="grid-list-column-2"><p class="norm">by day;</p></div></div>',
      ['6 Article 1 – Scope', '0 It applies.', '6 Article 2 – Aim', '0 (a) by day;'],
    ],
    [
      'Normattiva',
      '<div class="article-pre-comma-text-akn">TITOLO I<br>DISPOSIZIONI<br>Capo I<br>Principi</div><h2 class="article-num-akn" id="art_1">Art. 1</h2><div class="article-heading-akn">(( (Oggetto) ))</div><div class="art-comma-div-akn"><span class="comma-num-akn">1. </span><span class="art_text_in_comma">La legge parla di macchine.</span></div><h2 class="article-num-akn">Art. 2-bis</h2><span class="art-just-text-akn">Le spese restano ferme.</span>',
      [
        '3 TITOLO I – DISPOSIZIONI',
        '4 Capo I – Principi',
        '6 Art. 1 – Oggetto',
        '0 1. La legge parla di macchine.',
        '6 Art. 2-bis',
        '0 Le spese restano ferme.',
      ],
    ],
    [
      'paragraphs',
      '<p>CAPO I</p><p>Disposizioni generali</p><p><b>Art. 1</b><br>(Finalità)</p><p>1. La legge tutela il riposo.</p><p>Art. 2 - Sanzioni</p><p>Chi la viola paga.</p>',
      [
        '4 CAPO I – Disposizioni generali',
        '6 Art. 1 – Finalità',
        '0 1. La legge tutela il riposo.',
        '6 Art. 2 - Sanzioni',
        '0 Chi la viola paga.',
      ],
    ],
    [
      'headings of two lines',
      '<h3>Article 1</h3><h4>Scope</h4><p>It applies.</p><h3>Article 2</h3><p>It ends.</p>',
      ['3 Article 1 – Scope', '0 It applies.', '3 Article 2', '0 It ends.'],
    ],
    [
      'titles with a full stop',
      '<p>Art. 1.</p><p>Oggetto.</p><p>1. La legge parla di macchine.</p><p>Art. 2.</p><p>La legge finisce qui.</p>',
      ['6 Art. 1 – Oggetto', '0 1. La legge parla di macchine.', '6 Art. 2', '0 La legge finisce qui.'],
    ],
    [
      'no law',
      '<p>Si veda l’art. 6.</p><p>Art. 6</p><p>Nulla di più.</p>',
      ['0 Si veda l’art. 6.', '0 Art. 6', '0 Nulla di più.'],
    ],
  ]
  for (const [why, html, want] of cases) t.same(await outline(html), want, why)
})

t.test('what follows the articles of a law stands under none of them', async (t) => {
  const html =
    '<p class="oj-ti-art">Article 1</p><p class="oj-normal">It applies.</p><div class="oj-final"><p>Done at Rome.</p></div>'
  const passages = await collect(chunk((await readHtml(contentOfText('a.html', html))).blocks))
  t.same(
    passages.map(({ heading, text }) => [text, heading]),
    [
      ['It applies.', ['Article 1']],
      ['Done at Rome.', []],
    ],
  )
})

t.test('pages without text say why', async (t) => {
  const cases: [why: string, html: string, want: RegExp][] = [
    [
      'a frameset',
      '<html><frameset cols="1,2"><frame src="a"><noframes>Usa un altro browser.</noframes></frameset></html>',
      /frames/,
    ],
    ['a redirect', '<meta http-equiv="Refresh" content="0; url=/x"><title>x</title>', /leads to another/],
    [
      'a shell of a script',
      '<body><noscript>Enable JavaScript.</noscript><div id="root"></div><script src="a.js"></script></body>',
      /script/,
    ],
    [
      'a shell that says it loads',
      '<body><div id="app">Loading…</div><script src="a.js"></script></body>',
      /script/,
    ],
    ['nothing', '<html><body><p> </p></body></html>', /nothing on the page/],
  ]
  for (const [why, html, want] of cases)
    await t.rejects(readHtml(contentOfText('a.html', html)), { code: 'EMPTY_FILE', message: want }, why)
})

t.test('the encoding is the one that a page has, whatever it says', async (t) => {
  const latin = (html: string): Buffer => Buffer.from(html, 'latin1')
  const cases: [why: string, bytes: Buffer, want: string][] = [
    [
      'as meta says',
      Buffer.concat([Buffer.from('<meta charset="windows-1251"><p>'), Buffer.from([0xcc, 0xe8, 0xf0])]),
      'Мир',
    ],
    [
      'as http-equiv says',
      Buffer.concat([
        latin('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-2"><p>'),
        Buffer.from([0xa3, 0xf3, 0x64, 0xbc]),
      ]),
      'Łódź',
    ],
    [
      'as the XML declaration says',
      latin('<?xml version="1.0" encoding="ISO-8859-1"?><html><p>però'),
      'però',
    ],
    [
      'UTF-8 that calls itself Latin 1',
      Buffer.from('<meta charset="iso-8859-1"><p>perché è così'),
      'perché è così',
    ],
    [
      'Latin 1 that calls itself UTF-8',
      latin('<meta charset="utf-8"><p>perch\u00E9 \u00E8 cos\u00EC'),
      'perché è così',
    ],
    ['UTF-16 with its mark', Buffer.from('\uFEFF<html><p>perché', 'utf16le'), 'perché'],
    ['a name that nobody knows', Buffer.from('<meta charset="klingon"><p>perché'), 'perché'],
  ]
  for (const [why, bytes, want] of cases) {
    const { blocks } = await readHtml(contentOfBytes('a.html', bytes))
    t.same(
      (await collect(blocks)).map(({ text }) => text),
      [want],
      why,
    )
  }
})

t.test('HTML is recognized by what it begins with', (t) => {
  const cases: [why: string, opening: string | Buffer, want: string | undefined][] = [
    ['a doctype', '<!DOCTYPE html><p>', 'html'],
    ['an element', '<HTML lang="it">', 'html'],
    [
      'behind a mark, comments and a declaration',
      '\uFEFF \n<?xml version="1.0"?><!-- > --><html xmlns="x">',
      'html',
    ],
    ['UTF-16', Buffer.from('\uFEFF<!doctype html>', 'utf16le'), 'html'],
    ['another element', '<htmlx>', undefined],
    ['text about it', 'The <html> element', undefined],
  ]
  for (const [why, opening, want] of cases) t.equal(formatOf('file', Buffer.from(opening))?.name, want, why)
  t.end()
})

t.test('pages that are too deep or have too many tags are read in one pass', async (t) => {
  const cases: [why: string, html: string, want: string[]][] = [
    [
      'nested',
      `<nav>Menu</nav>${'<div>'.repeat(30_000)}<h2>Titolo</h2><p>Testo &amp; altro<script>no</script>`,
      ['2 Titolo', '0 Testo & altro'],
    ],
    ['many tags', `${'<b></b>'.repeat(200_001)}<p>uno<p>due`, ['0 uno', '0 due']],
    ['closed without being open', `${'<b>'.repeat(300)}${'</i>'.repeat(100_000)}<p>uno`, ['0 uno']],
  ]
  for (const [why, html, want] of cases) {
    const { blocks, warnings } = await readHtml(contentOfText('a.html', html))
    t.same(
      (await collect(blocks)).map(({ level, text }) => `${level} ${text}`),
      want,
      why,
    )
    t.match(warnings, [/nested more than 256 deep or more than 200000 tags/], why)
  }
})

t.test('a cell that stretches over many rows does not multiply its text', async (t) => {
  const rows = '<tr><td>b</td></tr>'.repeat(99)
  const texts = await outline(
    `<table><tr><th rowspan="100">${LONGER.repeat(50)}</th><td>a</td></tr>${rows}</table>`,
  )
  t.ok(texts.join('').length < 2 * LONGER.length * 50)
})

t.test('of a page in the archive of a mailing list, the message is read', async (t) => {
  const around = (message: string, sent: string): string =>
    `<HTML><HEAD><TITLE> [reti] Guasto a Lodi </TITLE></HEAD><BODY><H1>[reti] Guasto a Lodi</H1><B>Ugo</B> <A HREF="mailto:u">ugo at reti.example</A><BR><I>${sent}</I><UL><LI>Previous message: <A HREF="1.html">[reti] Orari</A></LI></UL><HR><!--beginarticle--><PRE>${message}</PRE><!--endarticle--><HR><A HREF="x">More information about the reti mailing list</A></BODY></HTML>`
  const message = 'Buongiorno,\n\nil guasto di Lodi è riparato da stanotte, e le linee sono tornate tutte.\n'
  const html = around(message, 'Sun Oct  2 07:05:00 CEST 2022')
  const text = (await outline(html)).join('\n')
  t.match(text, /il guasto di Lodi è riparato/)
  t.notMatch(text, /Previous message|More information|ugo at/)
  t.match(await metadataOf(html), { date: '2 Oct 2022', title: '[reti] Guasto a Lodi' })
  t.equal((await metadataOf(around(message, 'long ago'))).date, undefined, 'without a day')
})

t.test('a link back to the top is no text', async (t) => {
  const prose =
    '<p>La diga vecchia è stata riaperta ai visitatori, che la guardano dal basso e poi dall’alto.</p>'
  const lines = await outline(
    `<main><h1>La diga</h1>${prose}<p><a href="#inizio">↑ Torna all’inizio</a></p>${prose.replace('vecchia', 'nuova')}</main>`,
  )
  t.notMatch(lines.join('\n'), /Torna/)
  const told = await outline(
    `<main><h1>La diga</h1>${prose}<p>Si <a href="/su">torna su</a> con la funivia.</p></main>`,
  )
  t.match(told.join('\n'), /torna su con la funivia/, 'words of a sentence stay')
})

t.test('a box that asks what one thinks of the page is no text', async (t) => {
  const prose =
    '<p>La diga vecchia è stata riaperta ai visitatori, che la guardano dal basso e poi dall’alto.</p>'
  const box =
    '<div class="cmp-rating"><h2>Quanto sono chiare le informazioni?</h2><p>Valuta da una a cinque stelle.</p></div>'
  const lines = await outline(`<main><h1>La diga</h1>${prose}${box}</main>`)
  t.notMatch(lines.join('\n'), /stelle|chiare/)
})

t.test(
  'a heading that a program sets on every page is no title, and a name of a site is in no parenthesis',
  async (t) => {
    const title = async (head: string, body: string): Promise<string | undefined> =>
      (
        await showDocument(
          'a.html',
          Buffer.from(`<html><head><title>${head}</title></head><body>${body}</body></html>`),
        )
      ).metadata.title
    const text = '<p>Le cime si legano alla bitta, e la barca resta ferma anche con il vento di terra.</p>'
    t.equal(await title('Marina.Cime.Nodi', `<h1>Documentation</h1>${text}`), 'Marina.Cime.Nodi')
    t.equal(await title('Documentazione del porto', `<h1>Documentazione</h1>${text}`), 'Documentazione')
    t.equal(
      await title('Orari del porto di Bari (inverno - sera)', text),
      'Orari del porto di Bari (inverno - sera)',
    )
  },
)

t.test('a page that says it is Latin 1 may have nothing but spaces beyond ASCII', async (t) => {
  const html =
    '<html><head><meta charset="ISO-8859-1"></head><body><h1>Capitolo\xa03.\xa0Nodi</h1><p>La cima si lega due volte.</p></body></html>'
  const { lines, warnings } = await showDocument('a.html', Buffer.from(html, 'latin1'))
  t.same(lines, ['# Capitolo 3. Nodi', 'La cima si lega due volte.'])
  t.same(warnings, [])
})
