/** Headings of acts: which lines are one, at which level, with which title, and what is only a reference. */
import t from 'tap'
import { lawHeading } from '../../../indexer/read/law-headings.ts'

t.test('headings of acts are told by their words, with their level and title', (t) => {
  const cases: [why: string, line: string, next: string, want: string][] = [
    ['a number alone', 'Art. 12', '', '6 Art. 12'],
    ['a title on the next line', 'Art. 12', 'Diritto di recesso', '6 Art. 12 — Diritto di recesso +next'],
    ['one in brackets', 'Art. 12-ter', '(Diritto di recesso)', '6 Art. 12-ter — (Diritto di recesso) +next'],
    ['one amended', 'Art. 2 septies', '((Divieti))', '6 Art. 2 septies — ((Divieti)) +next'],
    ['no title: a comma', 'Art. 12.', '1. Chi compra può recedere.', '6 Art. 12'],
    ['no title: a sentence', 'Art. 12', 'Chi compra può recedere entro un mese.', '6 Art. 12'],
    ['no title: another article', 'Art. 12', 'Art. 13', '6 Art. 12'],
    ['a title on the line', 'Articolo 7 — Vigilanza', 'x', '6 Articolo 7 — Vigilanza'],
    ['without a sign', 'Article 7 Market surveillance', 'x', '6 Article 7 Market surveillance'],
    ['in capitals', 'ART. 4 – QUOTE SOCIALI', 'x', '6 ART. 4 – QUOTE SOCIALI'],
    ['the only one', 'Articolo unico', 'Il regolamento è abrogato.', '6 Articolo unico'],
    ['text behind the number', 'Art. 9. I soci versano la quota.', '', '6 Art. 9 | I soci versano la quota.'],
    [
      'text behind the title',
      'Art. 9 (Quote). - 1. I soci versano.',
      '',
      '6 Art. 9 (Quote) | 1. I soci versano.',
    ],
    ['a comma behind the title', 'Art. 9. Quote. 1. I soci', '', '6 Art. 9. Quote | 1. I soci'],
    ['a chapter', 'CAPO III-bis', 'ORGANI', '4 CAPO III-bis — ORGANI +next'],
    ['a chapter in words', 'Capo primo', 'Organi', '4 Capo primo — Organi +next'],
    ['a title', 'TITOLO IV', 'Della società', '3 TITOLO IV — Della società +next'],
    ['a section', 'Sezione 2', 'Ricorsi', '5 Sezione 2 — Ricorsi +next'],
    ['a part', 'PARTE SECONDA', 'x', '2 PARTE SECONDA'],
    ['a chapter in English', 'Chapter IX', 'Penalties', '4 Chapter IX — Penalties +next'],
    ['an annex', 'ANNEX II', 'Harmonised standards', '2 ANNEX II — Harmonised standards +next'],
    ['an annex with a letter', 'Allegato B', 'Tariffe', '2 Allegato B — Tariffe +next'],
    ['the only annex', 'ALLEGATO', 'Tariffe', '2 ALLEGATO — Tariffe +next'],
    ['a section of a statute', 'SEC. 4. REPORTS.', 'x', '6 SEC. 4. REPORTS'],
    ['the first of them', 'SECTION 1. SHORT TITLE.', 'x', '6 SECTION 1. SHORT TITLE'],
    ['a paragraph sign', '§ 12. Notices', 'x', '6 § 12. Notices'],
  ]
  for (const [why, line, next, want] of cases) {
    const found = lawHeading(line, next)
    const shown = `${found?.level} ${found?.text}${found?.rest ? ` | ${found.rest}` : ''}`
    t.equal(`${shown}${found?.takesNext ? ' +next' : ''}`, want, why)
  }
  t.end()
})

t.test('a reference or another word is no heading', (t) => {
  const cases: [why: string, line: string, before?: string][] = [
    ['of an act', 'Art. 12 del decreto legislativo è abrogato.'],
    ['in small letters', 'art. 12'],
    ['a comma', 'Art. 12, comma 3'],
    ['a paragraph', 'Article 12(2)'],
    ['a sentence about it', 'Article 12 applies to all firms.'],
    ['of an English act', 'Article 12 of the Directive'],
    ['several', 'Artt. 12 e 13'],
    ['an entry of contents', 'Art. 12 Recesso .......... 7'],
    ['an office', 'Capo di gabinetto'],
    ['an office in capitals', 'CAPO DI GABINETTO'],
    ['a cape', 'Capo Verde'],
    ['a word that begins so', 'Articoli sportivi'],
    ['a part of speech', 'Parte i lavori'],
    ['in the middle of a sentence', 'Article 12', 'operators shall keep the records that are listed in'],
  ]
  for (const [why, line, before] of cases) t.equal(lawHeading(line, 'Ambito', before), null, why)
  t.match(lawHeading('Art. 12', '', 'TITOLO II DELLE FORME DI GOVERNO DELLA SOCIETÀ'), { level: 6 })
  t.end()
})

t.test('a long line takes no time', (t) => {
  for (const line of [
    `Art. 1${' '.repeat(7_000)}x`,
    `Art. 1.${'. '.repeat(3_900)}`,
    `Art. 1 ${'a '.repeat(3_900)}`,
  ])
    t.equal(lawHeading(line, 'x'.repeat(1_000_000))?.level ?? null, lawHeading(line)?.level ?? null)
  t.end()
})
