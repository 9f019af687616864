/** Dates: which one is the document's, in Italian and English, and which are something else's. */
import t from 'tap'
import { describeDate } from '../../indexer/describe/date.ts'
import { createRejected } from '../../indexer/describe/rejected.ts'
import type { Block } from '../../indexer/document.ts'

/** Blocks out of texts; a text that starts with `#`s is a heading. */
function blocksOf(texts: readonly string[]): Block[] {
  let start = 0
  return texts.map((source) => {
    const level = /^#*/.exec(source)?.[0].length ?? 0
    const text = source.replace(/^#+ /, '')
    const block: Block = { kind: level > 0 ? 'heading' : 'paragraph', level, text, start }
    start += text.length + 2
    return block
  })
}

const prose =
  'Le due parti hanno deciso di esaminare la possibilità di future azioni comuni in settori ad alto potenziale.'
const eprose =
  'Both sides decided to explore future common actions in areas with high economic potential for everyone.'

type Case = [
  want: string | null,
  lang: string,
  path: string,
  texts: string[],
  given?: { date?: string; updated?: string; url?: string },
]

t.test('the foot of a manual page has the date of its last change', (t) => {
  const cases: [want: string | null, foot: string][] = [
    ['2021-03-09', 'barche 4.1   9 marzo 2021   ormeggio(8)'],
    ['2019-11-02', 'Harbour tools 2.0  2019-11-02  moor(1ssl)'],
    [null, 'Il comando fu scritto il 9 marzo 2021 da Anna, vedi ormeggio(8) e ancora(1)'],
  ]
  for (const [want, foot] of cases) {
    const texts = ['# ormeggio(8)', '## NOME', 'ormeggio - lega la barca al molo', prose, foot]
    const date = describeDate({ path: 'ormeggio.8.txt', lang: 'it', blocks: blocksOf(texts) })
    t.equal(date?.value ?? null, want, foot)
    if (want !== null) t.equal(date?.basis, 'updated', foot)
  }
  t.end()
})

t.test('the date of a document is its own', (t) => {
  const chapter = `${eprose} `.repeat(40)
  const book = Array.from({ length: 20 }, () => chapter)
  const cases: Case[] = [
    [
      '2019-10-03',
      'en',
      'letter.txt',
      ['Dear members', eprose, 'Anna Neri, 3 October 2019', 'The secretary'],
    ],
    [
      null,
      'en',
      'book.txt',
      ['# A guide to the archive', ...book, 'Anna Neri, 3 October 2019', 'The secretary'],
    ],
    [null, 'en', 'terms.txt', ['Terms of use', eprose, '<signature of Anna Neri>, 3 October 2019']],
    [null, 'it', 'modulo.txt', ['Modulo di recesso', prose, 'firma di Mario Bianchi, 3 ottobre 2019']],
    [
      '1990-08-07',
      'it',
      'l.txt',
      [
        '# LEGGE 7 agosto 1990, n. 241',
        'Nuove norme in materia di procedimento amministrativo',
        prose,
        "Ultimo aggiornamento all'atto pubblicato il 05/09/2024",
      ],
    ],
    [
      '2016-04-27',
      'en',
      'r.txt',
      [
        '# Regulation (EU) 2016/679 of the European Parliament and of the Council',
        'of 27 April 2016',
        'on the protection of natural persons',
        eprose,
      ],
    ],
    [
      '2016-04-27',
      'it',
      'r.txt',
      [
        '# REGOLAMENTO (UE) 2016/679 DEL PARLAMENTO EUROPEO E DEL CONSIGLIO del 27 aprile 2016 relativo alla protezione',
        prose,
      ],
    ],
    [
      '2005-03-07',
      'it',
      'r.txt',
      ['# DECRETO LEGISLATIVO 7 marzo 2005, n. 82', "Codice dell'amministrazione digitale.", prose],
    ],
    ['2023-07-03', 'it', 'r.txt', ['# Ordinanza n. 12 del 3 luglio 2023', 'Il Sindaco', prose]],
    ['2021-06-10', 'it', 'r.txt', ['# Provvedimento del 10 giugno 2021 [9677876]', prose]],
    ['2020-07-16', 'en', 'r.txt', ['# Judgment of the Court (Grand Chamber) of 16 July 2020', eprose]],
    [
      null,
      'it',
      'r.txt',
      ['# Bando', 'Scadenza: 3 luglio 2024', 'Le domande vanno inviate entro il 3 luglio 2024.', prose],
    ],
    [null, 'it', 'r.txt', ['# Bando', 'Termine per le domande – 3 luglio 2024', prose]],
    [null, 'it', 'r.txt', ['# Mario Rossi', 'Nato a Roma il 3 luglio 1954.', prose]],
    [null, 'it', 'r.txt', ['# Concerto', 'Data: 3 luglio 2024', 'Ore: 21', 'Luogo: Piazza Garibaldi', prose]],
    [null, 'it', 'r.txt', ['# Concerto', 'Quando: 3 luglio 2024 ore 21', prose]],
    [null, 'it', 'r.txt', ['# Codice', 'La legge 7 agosto 1990, n. 241 disciplina il procedimento.', prose]],
    [null, 'it', 'r.txt', ['# Orari', 'Lunedì 9.00-12.30, tel. 06 12.03.1985, IP 10.12.20.23', prose]],
    [
      '2023-07-03',
      'it',
      'r.txt',
      ['# T', 'Aggiornato il 12 settembre 2023, pubblicato il 3 luglio 2023', prose],
    ],
    [
      '2023-07-03',
      'it',
      'r.txt',
      ['# T', 'Ultimo aggiornamento: 12 settembre 2023 - Data di pubblicazione: 3 luglio 2023', prose],
    ],
    ['2023-07-03', 'it', 'r.txt', ['# T', 'Data di pubblicazione: lunedì 3 luglio 2023 ore 10:30', prose]],
    ['2023-07-03', 'it', 'r.txt', ['# T', 'di Mario Rossi il 3 luglio 2023', prose]],
    ['2023-07-03', 'en', 'r.txt', ['# T', 'Posted by Jane Doe on July 3rd, 2023', eprose]],
    ['2023-07-03', 'en', 'r.txt', ['# T', 'By Jane Doe, 3 July 2023 10:30', eprose]],
    ['2023-07-03', 'en', 'r.txt', ['# T', 'Mon, 3 Jul 2023 10:30:00 +0200', eprose]],
    ['2023-07-03', 'it', 'r.txt', ['# T', '3 LUGLIO 2023', prose]],
    ['2023-07-03', 'it', 'r.txt', ['# T', 'Pubblicato: 3 lug. 2023', prose]],
    ['2023-07-03', 'it', 'r.txt', ['# T', 'Pubblicato: 03-07-23', prose]],
    ['2023-07', 'it', 'r.txt', ['# T', 'Luglio 2023', prose]],
    ['2023-11-13', 'it', 'r.txt', ['# T', 'Pubblicato: 13-16 novembre 2023', prose]],
    [
      '2022-05-12',
      'en',
      'news/2022/05/r.txt',
      ['# T', 'Tokyo, May 12, (dpa/GNA) - The European Union and Japan agreed on something', eprose],
    ],
    [
      '2022-05-12',
      'it',
      'r.txt',
      ['# T', 'Roma, 12 maggio (Adnkronos) - Il governo ha deciso', prose, '© 2022 Adnkronos'],
    ],
    ['2022-05-12', 'it', 'r.txt', ['# T', '12 maggio', prose, '© 2022 Comune']],
    [null, 'it', 'r.txt', ['# T', '12 maggio', prose, '© 2019-2024 Comune']],
    [
      '2022-12-05',
      'en',
      'r.txt',
      ['# T', 'Published: 12/05/2022', eprose, 'As we said on July 4, 2021 in New York.'],
    ],
    ['2022-05-12', 'en', 'r.txt', ['# T', 'Published: 12/05/2022', eprose]],
    ['2022-05-12', 'it', 'r.txt', ['# T', 'Pubblicato: 12/05/2022', prose]],
    ['2023-07-13', 'it', 'r.txt', ['# T', prose], { url: 'https://esempio.it/2023/07/13/vertice/' }],
    ['2023-07', 'it', 'r.txt', ['# T', prose], { url: 'https://esempio.it/2023/07/vertice/' }],
    [
      '2023-07-03',
      'it',
      'r.txt',
      ['# T', 'Il 3 luglio 2023 la Commissione ha presentato a Bruxelles il nuovo piano per le reti.', prose],
    ],
    [
      '2023-07-03',
      'en',
      'r.txt',
      ['# T', 'On 3 July 2023 the Commission presented its new plan for networks in Brussels.', eprose],
    ],
    [
      '2023-07-03',
      'it',
      'r.txt',
      ['# T', 'Si è svolto oggi, 3 luglio 2023, il vertice tra le due parti a Bruxelles.', prose],
    ],
    [
      null,
      'en',
      'r.txt',
      [
        '# T',
        'On 3 July 2003 the Commission presented its new plan for networks in Brussels.',
        'The plan was changed on 4 May 2009.',
        eprose,
      ],
    ],
    [
      null,
      'en',
      'r.txt',
      ['# T', 'On 28 June 1914 Archduke Franz Ferdinand was assassinated in Sarajevo by a student.', eprose],
    ],
    [
      '2023-09-12',
      'it',
      'r.txt',
      [
        '# Manuale',
        'Versione | Data | Descrizione',
        '1.0 | 03/07/2023 | Prima stesura',
        '1.1 | 12/09/2023 | Correzioni',
        prose,
      ],
    ],
    [
      '2023-09-12',
      'it',
      'r.txt',
      [
        '# Manuale',
        'Storico delle versioni',
        'Versione: 1.0; Data: 03/07/2023; Note: prima',
        'Versione: 1.1; Data: 12/09/2023; Note: seconda',
        prose,
      ],
    ],
    [
      '2024-02-01',
      'en',
      'CHANGELOG.md',
      [
        '# Changelog',
        '## [1.2.0] - 2024-02-01',
        'Added things that matter a lot to people who use them',
        '## [1.1.0] - 2023-07-03',
        'Fixed',
      ],
    ],
    [null, 'en', 'r.txt', ['# Product v3.4.2021', 'Version 3.4.2021 is here', eprose]],
    [null, 'en', 'r.txt', ['# T', 'On Mon, 3 Jul 2023 at 10:30, Jane wrote:', eprose]],
    ['2023-07-03', 'it', 'r.txt', ['# T', 'Roma, lì 3.7.2023', prose]],
    [
      '2023-07-03',
      'it',
      'r.txt',
      ['# T', prose, `${prose} a`, `${prose} b`, 'Dato a Roma, addì 3 luglio 2023'],
    ],
    ['2023-07-03', 'en', 'r.txt', ['# T', 'Press release | 3 July 2023 | Brussels', eprose]],
    [
      '2023-07-03',
      'en',
      'r.txt',
      ['# T', 'First published: 3 July 2023. Last updated: 4 August 2023', eprose],
    ],
    ['2023-07-03', 'it', 'r.txt', ['# T', 'Comunicato stampa del 3 luglio 2023', prose]],
    [
      '2023-07-03',
      'it',
      'r.txt',
      [
        '# T',
        'Pubblicato il 3 luglio 2023 in News, Eventi - 5 minuti di lettura - 12 commenti e altro',
        prose,
      ],
    ],
    ['2023-07-03', 'it', 'r.txt', ['# T', prose], { date: '2023-07-03T10:00:00+02:00' }],
    ['2023-07-03', 'it', 'r.txt', ['# T', prose], { updated: '2023-07-03' }],
    [null, 'it', 'r.txt', ['# T', 'Pubblicato: Q2 2023', prose]],
    [null, 'it', 'r.txt', ['# T', 'Il regolamento entra in vigore il 3 luglio 2024.', prose]],
    [null, 'en', 'r.txt', ['# T', 'Apply by 3 July 2024', eprose]],
    [null, 'en', 'r.txt', ['# T', 'Submission deadline: 3 July 2024', eprose]],
    [null, 'it', 'r.txt', ['# T', 'Dal 3 luglio 2024', prose]],
    ['2024-05-01', 'it', 'r.txt', ['# T', '1° maggio 2024', prose]],
    ['2023-07-03', 'it', '2023-07-03 verbale.pdf', ['# T', prose]],
    ['2023-07-03', 'it', 'verbale_3_luglio_2023.pdf', ['# T', prose]],
    ['2009-11-25', 'it', 'r.txt', ['# T', 'Bruxelles, 25.XI.2009', prose]],
    [null, 'it', 'CIG 12345678.txt', ['# T', prose]],
    [null, 'it', '20231399.txt', ['# T', prose]],
    ['2023-07-03', 'it', 'r.txt', ['# Menu', '# Titolo vero', 'Data pubblicazione 03/07/2023', prose]],
    [
      null,
      'it',
      'r.txt',
      [
        '# Avviso',
        'Si terrà giovedì 3 luglio 2025 alle ore 10 il convegno annuale delle biblioteche.',
        prose,
      ],
    ],
    [null, 'it', 'r.txt', ['# Avviso', 'Roma, 3 luglio 2025 - ore 10, Sala convegni', prose]],
    ['2023-07-03', 'it', 'r.txt', ['# Deliberazione della Giunta comunale n. 45 del 03/07/2023', prose]],
    [
      '2023-07-03',
      'en',
      'r.txt',
      [
        '# COMMISSION IMPLEMENTING REGULATION (EU) 2023/1441',
        'of 3 July 2023',
        'on detailed arrangements',
        eprose,
      ],
    ],
    ['2023-07-03', 'en', 'r.txt', ['# T', 'Updated 4 Aug 2023 · Published 3 Jul 2023', eprose]],
    ['2023-07-03', 'it', 'r.txt', ['# T', 'Redazione · 3 lug 2023 · 4 min', prose]],
    ['2023-07-03', 'it', 'r.txt', ['# T', 'lunedì, 03 luglio 2023', prose]],
    ['2023-07-03', 'it', 'r.txt', ['# T', 'Prot. n. 1234 del 3 luglio 2023', prose]],
    [null, 'en', 'r.txt', ['# T', '17 August 2013 - 19 August 2013', eprose]],
    [
      null,
      'en',
      'CHANGES.md',
      ['# Changes', '## 2.0.0', 'Fixed', '## 1.1.0 - 2019-01-06', '## 1.0.0 - 2018-01-06'],
    ],
  ]
  for (const [want, lang, path, texts, { date, updated, url } = {}] of cases) {
    const found = describeDate({
      path,
      lang,
      given: date,
      givenUpdate: updated,
      url,
      blocks: blocksOf(texts),
    })
    t.equal(found?.value ?? null, want, `${path}: ${texts.slice(0, 3).join(' / ')}`)
  }
  t.end()
})

t.test('a date says who gives it, and what is not taken says why', (t) => {
  const bases: [want: string, texts: string[], evidence: string][] = [
    ['published', ['# T', 'Pubblicato il 3 luglio 2023', prose], 'Pubblicato il 3 luglio 2023'],
    ['updated', ['# T', 'Ultimo aggiornamento: 3 luglio 2023', prose], 'Ultimo aggiornamento: 3 luglio 2023'],
    [
      'inferred',
      ['# T', 'Il 3 luglio 2023 il Comune ha presentato il nuovo piano per le reti.'],
      'Il 3 luglio 2023',
    ],
  ]
  for (const [basis, texts, evidence] of bases) {
    const found = describeDate({ path: 'a.txt', lang: 'it', blocks: blocksOf(texts) })
    t.equal(found?.basis, basis)
    t.ok(found?.evidence.startsWith(evidence), `${found?.evidence}`)
  }
  const refused: [path: string, texts: string[], reason: RegExp][] = [
    ['v3.4.2021.md', ['# T'], /a version number: "v3.4.2021"/],
    ['a.md', ['# T', 'Domande entro il 3 luglio 2024'], /a deadline: "Domande entro il 3 luglio 2024"/],
    ['a.md', ['# T', 'Nato a Roma il 3 luglio 1954.'], /a birthday or a death: /],
    ['a.md', ['# T', 'Si applica la legge 7 agosto 1990, n. 241, e altro.'], /the date of an act: /],
  ]
  for (const [path, texts, reason] of refused) {
    const { reject, rejected } = createRejected()
    t.equal(describeDate({ path, lang: 'it', blocks: blocksOf(texts), reject }), null)
    t.match(rejected.join('; '), reason)
  }
  t.end()
})
