/** Files whose names tell no format: which of them are texts that people read, and which are not. */
import t from 'tap'
import { formatOf } from '../../../indexer/read/formats.ts'
import { formatByLook } from '../../../indexer/read/nameless.ts'

const italian = `Il programma ripara gli orologi a pendolo della rete ferroviaria e ne tiene l'ora esatta.

Per installarlo si copia la cartella nel posto che si preferisce; alla prima accensione chiede la città e il fuso.
`
const english = `The almanac lists tides for every harbour of the Adriatic.

* Tables begin on the first of January and end with the year.
* Heights are in metres above the mean level of the sea.
`
const manual = `.TH MAREA 1 "May 2024"
.SH NAME
marea \\- print the tides of a harbour for the coming week
`
const makefile = `all: marea
\tcc -o marea marea.c -lm
# build the program that prints the tides for the coming week of the year
clean:
\trm -f marea *.o
`
const program = `import sys
def tides(harbour, days=7):
    for day in range(days):
        print(harbour, day, height(harbour, day) * 100)
if __name__ == "__main__":
    tides(sys.argv[1])
`
const minified =
  `!function(e,t){for(var n=0;n<t.length;n++){var r=t[n];r.enumerable=r.enumerable||!1,Object.defineProperty(e,r.key,r)}}(window,[{key:"a",value:1}]);`.repeat(
    4,
  )
const lockFile = `marea-core 2.1.0 sha512-8s0f
marea-tables 1.4.2 sha512-x0aa
    depends marea-core 2.1.0
pendolo 0.3.0 sha512-77bc
`
const words =
  'ancora\nbarca\ncima\ndarsena\nelica\nfaro\ngomena\nlanterna\nmolo\nnave\nonda\nporto\nremo\nscafo\n'
const names = 'Ada Rossi <ada@example.org>\nUgo Bianchi <ugo@example.org>\n'
const settings = 'harbour = Trieste\ndays = 7\nunit = metres\n[output]\ncolour = never\nformat = table\n'

t.test('texts that people read beside their work are read as plain text', (t) => {
  const cases: [path: string, text: string | Buffer][] = [
    ['README', italian],
    ['docs/LEGGIMI', italian],
    ['README.Debian', english],
    ['README.it', italian],
    ['LICENSE.MIT', 'Permission is hereby granted, free of charge, to any person.\n'],
    ['COPYING', 'GPL-3\n'],
    ['INSTALL', english],
    ['CHANGES', '2.1\n===\n\n* tables of 2025\n* fixes\n'],
    ['AUTHORS', names],
    ['lettera', italian],
    ['verbale del 3 maggio', italian],
    ['relazione.finale', italian],
    ['nota.v2', english],
    ['appunti', Buffer.from(`${italian}È già così: perché no?`, 'latin1')],
    ['appunti', Buffer.from(`\uFEFF${italian}`, 'utf16le')],
    ['tagliato', Buffer.from(`${italian}perch\u00e9`).subarray(0, -1)],
  ]
  for (const [path, text] of cases) t.equal(formatOf(path, Buffer.from(text))?.name, 'text', path)
  t.end()
})

t.test('what programs read is passed over, whatever it is called', (t) => {
  const cases: [path: string, text: string | Buffer][] = [
    ['Makefile', makefile],
    ['costruzione', makefile],
    ['marea', program],
    ['avvio', `#!/bin/sh\n# ${english}`],
    ['marea.py', `# ${english}`],
    ['registro.log', italian],
    ['lettera.bak', italian],
    ['lettera~', italian],
    ['pagina', minified],
    ['marea.lock', english],
    ['blocco', lockFile],
    ['parole', words],
    ['opzioni', settings],
    ['marea.conf', english],
    ['sottotitoli.srt', italian],
    ['README', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])],
    ['README', ''],
    ['disegno.figura', `<?xml version="1.0"?>\n<figura><desc>${english}</desc></figura>`],
    ['ricordo', 'Una riga.'],
    ['suono', Buffer.from(Array.from({ length: 2000 }, (_, at) => 32 + ((at * 7919) % 224)))],
  ]
  for (const [path, text] of cases) t.equal(formatOf(path, Buffer.from(text)), undefined, path)
  for (const path of ['marea.1', 'README'])
    t.equal(
      formatOf(path, Buffer.from(manual))?.name,
      'manual-page',
      'roff is no prose, but a format of its own',
    )
  t.end()
})

t.test('content goes before the name', (t) => {
  t.equal(formatOf('README', Buffer.from('%PDF-1.7\n'))?.name, 'pdf')
  t.equal(formatOf('pagina', Buffer.from('<!doctype html><html><p>Ciao'))?.name, 'html')
  t.end()
})

t.test('what comes without a name is told by its looks', (t) => {
  const long = 'x'.repeat(5000)
  const cases: [why: string, text: string | Buffer, want: string | undefined][] = [
    ['prose', italian, 'text'],
    ['a single word', 'ciao', 'text'],
    ['a heading', `# Maree\n\n${english}`, 'markdown'],
    ['front matter', `---\ntitle: Maree\n---\n${english}`, 'markdown'],
    ['a rule is no front matter', `${italian}\n---\n`, 'text'],
    ['an object a line', '{"title":"a"}\n{"title":"b"}\n', 'json-lines'],
    ['one object', '{"title":"a","text":"b"}\n', 'json-lines'],
    ['an object with a list', '{"items":[{"title":"a"}]}', 'json'],
    ['an object in lines of its own', '{\n  "title": "a"\n}\n', 'json'],
    ['a long object', `{"text":"${long}`, 'json'],
    ['a list', '[{"title":"a"}]', 'json'],
    ['a list in brackets that is none', '[nota] si comincia domani', 'text'],
    ['a table', 'title,text,date\nA,Uno due,2024\nB,Tre quattro,2023\nC,Cinque,2022\n', 'csv'],
    ['a table with semicolons', 'titolo;testo\r\nA;Uno due\r\nB;Tre quattro\r\nC;Cinque\r\n', 'csv'],
    ['commas in sentences', 'Uno, due, tre.\nQuattro e cinque.\nSei, sette.\nOtto.\n', 'text'],
    ['a zip', Buffer.from('PK\x03\x04\x14\x00\x00\x00', 'latin1'), 'zip'],
    ['bytes', Buffer.from([0, 1, 2, 3]), undefined],
    ['nothing but spaces', ' \n\n', undefined],
  ]
  for (const [why, text, want] of cases) t.equal(formatByLook(Buffer.from(text)), want, why)
  t.end()
})
