/** Pages of manuals in roff → blocks: what is text, what is layout, and what the title line says. */
import { gzipSync } from 'node:zlib'
import t from 'tap'
import { contentOfText } from '../../../indexer/read/content.ts'
import { formatOf } from '../../../indexer/read/formats.ts'
import { readManualPage } from '../../../indexer/read/manual-page.ts'
import { collect } from '../streams.ts'
import { membersOf } from './members.ts'

const PAGE = `.TH PONTE 1 "3 marzo 2024" "ponti 1.2" "Comandi"
.SH NOME
ponte, ponti \\- apre e chiude un ponte
.SH SINTASSI
.B ponte
[\\fI\\,OPZIONE\\/\\fR]...`

/** `1 Titolo` for headings, `0 Testo` for paragraphs, `c codice` for code, `n Voce` for numbered items. */
async function outline(text: string): Promise<string[]> {
  const { blocks } = await readManualPage(contentOfText('ponte.1', text))
  return (await collect(blocks)).map(
    ({ level, text, isCode, isNumbered }) => `${isCode ? 'c' : isNumbered ? 'n' : level} ${text}`,
  )
}

t.test('what man(7) says becomes headings and paragraphs', async (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    [
      'sections',
      '.SH USO\nTesto.\n.SS "Due parti"\nAltro.',
      ['2 USO', '0 Testo.', '3 Due parti', '0 Altro.'],
    ],
    ['a heading on the next line', '.SH\nUSO\nTesto.', ['2 USO', '0 Testo.']],
    [
      'paragraphs',
      'Uno\ne mezzo.\n.PP\nDue.\n\nTre.\n.br\nQuattro.',
      ['0 Uno e mezzo.', '0 Due.', '0 Tre.', '0 Quattro.'],
    ],
    [
      'fonts',
      'Il \\fBponte\\fR \\f[I]vecchio\\fP, \\f(CWapri\\fP \\s-1PIANO\\s0.\n.BR ponte (1),\n.I nome file',
      ['0 Il ponte vecchio, apri PIANO. ponte(1), nome file'],
    ],
    ['what goes on', 'pon\\c\n.B te\nlevatoio', ['0 ponte levatoio']],
    [
      'characters',
      "perch\\('e l\\(aqacqua \\(Fo\\-x\\(Fc \\[u00E8] \\[`a] \\[e aa] \\(em \\(co a\\ b a\\~b\\&. \\e",
      ["0 perché l'acqua «-x» è à é — © a b a b. \\"],
    ],
    [
      'labels',
      '.TP\n\\fB\\-a\\fR, \\fB\\-\\-apri\\fR\nApre.\n.TP\n.BI \\-l " lato"\n.TQ\n.B \\-m\nIl lato.',
      ['0 -a, --apri: Apre.', '0 -l lato, -m: Il lato.'],
    ],
    ['labels of their own', '.TP\n.B \\-x\n.SH FINE\nTesto.', ['0 -x', '2 FINE', '0 Testo.']],
    [
      'labels as DocBook writes them',
      '.PP\n\\-a\n.RS 4\nApre.\n.RE\n.PP\nTesto.',
      ['0 -a: Apre.', '0 Testo.'],
    ],
    [
      'lists',
      '.IP \\(bu 2\nuno\n.IP \\(bu\ndue\n.IP 1. 4\ntre\n.IP apri\nApre.',
      ['0 uno', '0 due', 'n tre', '0 apri: Apre.'],
    ],
    ['signs for bullets', '.TP\n*\nuno\n.TP\n*\ndue\n.TP\n+\nSomma.', ['0 uno', '0 due', '0 +: Somma.']],
    [
      'code',
      'Così:\n.PP\n.nf\nponte \\-\\-apri\n\n  lato\n.fi\nDopo.\n.EX\na = 1\n.EE',
      ['0 Così:', 'c ponte --apri lato', '0 Dopo.', 'c a = 1'],
    ],
    [
      'a table',
      ".TS\ntab(:) allbox;\nl l\nl l.\nNome:Anno\n_\nIl \\fBponte\\fR:T{\nl'anno\n1345\nT}\n.TE\nDopo.",
      ['0 Nome | Anno', "0 Il ponte | l'anno 1345", '0 Dopo.'],
    ],
    [
      'addresses',
      'Vedi\n.UR https://esempio.it\nil sito\n.UE .\nScrivi a\n.MT a@esempio.it\n.ME ,\nse vuoi.',
      ['0 Vedi il sito. Scrivi a a@esempio.it, se vuoi.'],
    ],
    ['a synopsis', '.SY ponte\n.OP \\-l lato\n.YS', ['0 ponte [-l lato]']],
    [
      'what is only for a printer',
      '.if t Testo stampato.\n.if n Testo mostrato.\n.ie t \\{\\\n.ds x no\n.\\}\n.el .ds x sì\n\\*x',
      ['0 Testo mostrato. sì'],
    ],
    [
      'a macro of the page',
      '.de Apri\nIl ponte di \\\\$1 si apre.\n..\n.Apri "San Rocco"',
      ['0 Il ponte di San Rocco si apre.'],
    ],
    ['comments', '.\\" no\n\'\\" t\nTesto. \\" no\n.ig\nno\n..\nAltro.', ['0 Testo. Altro.']],
    ['layout', '.ad l\n.nh\n.ft B\n.in +2\nTesto.\n.in\n.ne 3\n.PD 0\n.Sconosciuta x', ['0 Testo.']],
    [
      'other files',
      '.so /etc/passwd\n.mso /etc/passwd\n.pso ls\n.sy ls\n.open a /tmp/a\nTesto.',
      ['0 Testo.'],
    ],
  ]
  for (const [why, text, want] of cases) t.strictSame(await outline(text), want, why)
})

t.test('what mdoc(7) says becomes headings and paragraphs', async (t) => {
  const start = '.Dd March 3, 2024\n.Dt PONTE 1\n.Os\n.Sh NAME\n.Nm ponte\n.Nd open a bridge\n'
  const name = ['1 ponte(1) – open a bridge', '2 NAME', '0 ponte - open a bridge']
  const cases: [why: string, text: string, want: string[]][] = [
    [
      'a synopsis',
      '.Sh SYNOPSIS\n.Nm\n.Op Fl av\n.Op Fl l Ar side\n.Ar\n.Nm ponte\n.Fl Fl help | v',
      ['2 SYNOPSIS', '0 ponte [-av] [-l side] file ...', '0 ponte --help | -v'],
    ],
    [
      'words in a line',
      '.Sh A\n.Nm\nopens\n.Dq the Ar side ,\nsee\n.Xr porta 8 .',
      ['2 A', '0 ponte opens “the side”, see porta(8).'],
    ],
    [
      'signs',
      '.Sh A\nThe\n.Fl o Ns Ar file\n.Pq Pa ~/.ponte ;\n.Oo Ar a Oc .\n.Pf $ Ev HOME',
      ['2 A', '0 The -ofile (~/.ponte); [a]. $HOME'],
    ],
    [
      'labels',
      '.Sh A\n.Bl -tag -width Ds\n.It Fl a , -all\nAll.\n.It Xo\n.Fl b\n.Xc\nBoth.\n.El\nEnd.',
      ['2 A', '0 -a, --all: All.', '0 -b: Both.', '0 End.'],
    ],
    [
      'lists',
      '.Sh A\n.Bl -bullet\n.It\none\n.It\ntwo\n.El\n.Bl -enum\n.It\nfirst\n.El',
      ['2 A', '0 one', '0 two', 'n first'],
    ],
    [
      'columns',
      '.Sh A\n.Bl -column "a" "b"\n.It Name Ta Year\n.It Em Bridge Ta 1345\n.El',
      ['2 A', '0 Name | Year', '0 Bridge | 1345'],
    ],
    [
      'code',
      '.Sh A\nLike:\n.Bd -literal -offset indent\na = 1;\nb = 2;\n.Ed\nor\n.Dl $ ponte -a',
      ['2 A', '0 Like:', 'c a = 1; b = 2;', '0 or', 'c $ ponte -a'],
    ],
    [
      'functions',
      '.Sh A\n.Fn open "int side" "char *name"\nand\n.In ponte.h .',
      ['2 A', '0 open(int side, char *name) and <ponte.h>.'],
    ],
  ]
  for (const [why, text, want] of cases) t.strictSame(await outline(start + text), [...name, ...want], why)
})

t.test('the title line and the first section are what a page says about itself', async (t) => {
  const cases: [why: string, text: string, path: string, want: Record<string, string>][] = [
    ['man', PAGE, 'ponte.1', { title: 'ponte(1) – apre e chiude un ponte', updated: '3 marzo 2024' }],
    [
      'the folder of a language',
      PAGE,
      'man/it/man1/ponte.1',
      { title: 'ponte(1) – apre e chiude un ponte', updated: '3 marzo 2024', lang: 'it' },
    ],
    ['no folder of a language', '.TH p 8', 'man/man8/p.8', { title: 'p(8)' }],
    [
      'mdoc',
      '.Dd $Mdocdate: March 3 2024 $\n.Dt PONTE 1\n.Sh NAME\n.Nm ponte\n.Nd open a bridge',
      'a',
      { title: 'ponte(1) – open a bridge', updated: 'March 3, 2024' },
    ],
    ['a version is no date', '.TH PONTE 3pm "ponti 1.2"', 'a', { title: 'PONTE(3pm)' }],
    [
      'dates of DocBook',
      '.\\" Generator: DocBook XSL\n.TH "PONTE" "1" "03/04/2024"',
      'a',
      { title: 'PONTE(1)', updated: '2024-03-04' },
    ],
  ]
  for (const [why, text, path, want] of cases) {
    const { metadata, blocks } = await readManualPage(contentOfText(path, text))
    await collect(blocks)
    t.strictSame(metadata, want, why)
  }
})

t.test('a page is told by what it begins with', (t) => {
  const cases: [text: string, want: string | undefined][] = [
    [PAGE, 'manual-page'],
    [`.\\" Commento\n${PAGE}`, 'manual-page'],
    [`'\\" t\n${PAGE}`, 'manual-page'],
    ['.so man1/ponte.1\n', 'manual-page'],
    ['.Dd March 3, 2024\n.Dt PONTE 1', 'manual-page'],
    ['.ponte { color: red }\n.de .ponte { color: blue }', undefined],
    ['.idea\n.so\n', undefined],
  ]
  for (const [text, want] of cases) t.equal(formatOf('ponte.1', Buffer.from(text))?.name, want, text)
  t.equal(formatOf('ponte.md', Buffer.from(`Una pagina:\n\n\`\`\`\n${PAGE}\n\`\`\``))?.name, 'markdown')
  t.end()
})

t.test('a page that only points to another one is passed over with that reason', async (t) => {
  const [shown] = await membersOf('ponti.1.gz', gzipSync('.so man1/ponte.1\n'))
  t.match(shown, { path: 'ponti.1.gz/ponti.1', failed: /only points to another page: man1\/ponte\.1/ })
})

t.test('what is written to be slow or to grow ends', async (t) => {
  const fill = (text: string): string => text.repeat(Math.ceil(200_000 / text.length))
  const macros = Array.from({ length: 30 }, (_, at) => `.de M${at}\n${`.M${at + 1}\n`.repeat(9)}..`).join(
    '\n',
  )
  const strings = Array.from({ length: 30 }, (_, at) => `.ds s${at} ${`\\*[s${at + 1}]`.repeat(9)}`).join(
    '\n',
  )
  const texts = [
    ...[
      '.B ',
      '\\fB',
      '\\*x',
      '"a',
      '.TS\n',
      '.if n \\{',
      '.ie t \\{\n',
      '.Op Oo Dq ',
      "\\h'",
      '\\',
      '.it',
      '.de a\n',
      '\\(',
    ].map(fill),
    `${macros}\n.M0\nFine.`,
    `${strings}\n\\*[s0] fine.`,
    '.de A\n.A\n.A\n..\n.A\nFine.',
    `.de A\n${fill('\\\\$*')}\n..\n.A ${fill('a b ')}`,
    `.Dt A 1\n.Sh A\n.${fill('Oo Dq Op ')}`,
  ]
  for (const text of texts) t.ok((await outline(`.TH A 1\n${text}`)).length >= 0, text.slice(0, 20))
})
