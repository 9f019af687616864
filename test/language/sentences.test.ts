/** Text → sentences. */
import t from 'tap'
import { splitSentences } from '../../language/sentences.ts'

t.test('sentences end where a reader would end them', (t) => {
  const cases: [why: string, text: string, want: string[]][] = [
    ['full stops', 'Primo. Secondo! Terzo? Quarto', ['Primo.', 'Secondo!', 'Terzo?', 'Quarto']],
    [
      'quotation marks',
      '«Così è.» Poi tacque. "Yes." He left.',
      ['«Così è.»', 'Poi tacque.', '"Yes."', 'He left.'],
    ],
    [
      'Italian titles',
      'Il dott. Rossi e la prof.ssa Bianchi. Fine.',
      ['Il dott. Rossi e la prof.ssa Bianchi.', 'Fine.'],
    ],
    [
      'articles of law',
      'Visto l’art. 5 Reg. UE e gli artt. 3 e 4. Fine.',
      ['Visto l’art. 5 Reg. UE e gli artt. 3 e 4.', 'Fine.'],
    ],
    ['pages and numbers', 'Vedi pag. 3 e n. 12. Fine.', ['Vedi pag. 3 e n. 12.', 'Fine.']],
    [
      'companies',
      'La Leonardo S.p.A. Italiana cresce. Fine.',
      ['La Leonardo S.p.A. Italiana cresce.', 'Fine.'],
    ],
    ['English titles', 'Mr. Kono met Dr. Ota. Fine.', ['Mr. Kono met Dr. Ota.', 'Fine.']],
    ['countries', 'The U.S. Government agreed. Fine.', ['The U.S. Government agreed.', 'Fine.']],
    [
      'examples',
      'Materials, e.g. Lithium, i.e. Metals. Fine.',
      ['Materials, e.g. Lithium, i.e. Metals.', 'Fine.'],
    ],
    ['initials', 'By J. R. Smith. Fine.', ['By J. R. Smith.', 'Fine.']],
    ['decimals', 'Costa 3.5 milioni. Fine.', ['Costa 3.5 milioni.', 'Fine.']],
    [
      'names that begin with a point',
      'Gira su .NET e legge .Rprofile da sé. Fine.',
      ['Gira su .NET e legge .Rprofile da sé.', 'Fine.'],
    ],
    [
      'words that only end like abbreviations',
      'È una parte. Era un volo. Dart.',
      ['È una parte.', 'Era un volo.', 'Dart.'],
    ],
  ]
  for (const [why, text, want] of cases) {
    const sentences = splitSentences(text, 200)
    t.strictSame(
      sentences.map(({ start, end }) => text.slice(start, end)),
      want,
      why,
    )
  }
  t.strictSame(splitSentences('Due parole. E altre tre.', 200), [
    { start: 0, end: 11, words: 2 },
    { start: 12, end: 24, words: 3 },
  ])
  t.end()
})
