/** Words with their places, and folding: what makes two spellings equal. */
import t from 'tap'
import { foldAccents, foldWord } from '../../language/fold.ts'
import { piecesOf, wordsOf } from '../../language/words.ts'

t.test('a text comes apart into its words', async (t) => {
  const cases: [text: string, words: string[]][] = [
    ['', []],
    ['Reti 5G, reti 6G.', ['Reti', '5G', 'reti', '6G']],
    ["dell'acqua e dell’aria", ["dell'acqua", 'e', 'dell’aria']],
    ["'tra apici'", ['tra', 'apici']],
    ["rock'n'roll", ["rock'n'roll"]],
    ['U.E. e U.S.A.', ['U.E.', 'e', 'U.S.A.']],
    ["dell'U.E.", ["dell'U.E."]],
    ['S.p.A.', ['S', 'p', 'A']],
    ['C++, C# e F#minore', ['C++', 'C#', 'e', 'F', 'minore']],
    ['e-mail/posta_elettronica', ['e', 'mail', 'posta', 'elettronica']],
    ['3,5 miliardi', ['3', '5', 'miliardi']],
    ['citta\u0300', ['citta\u0300']],
    ['半導体🚀chip', ['半導体', 'chip']],
    [`${'a'.repeat(65)} b`, ['b']],
  ]
  for (const [text, words] of cases) {
    const found = wordsOf(text)
    t.strictSame(
      found.map((word) => word.text),
      words,
      text,
    )
    t.ok(
      found.every((word) => text.slice(word.start, word.end) === word.text),
      `${text}: offsets`,
    )
  }
})

t.test('a word comes apart at its apostrophes, each piece with its place', async (t) => {
  t.strictSame(wordsOf('e dell’Unione').flatMap(piecesOf), [
    { text: 'e', start: 0, end: 1 },
    { text: 'dell', start: 2, end: 6 },
    { text: 'Unione', start: 7, end: 13 },
  ])
})

t.test('spellings of a word fold to one', async (t) => {
  const cases: [word: string, folded: string][] = [
    ['Città', 'citta'],
    ['CITTA\u0300', 'citta'],
    ['perché', 'perche'],
    ['Łódź', 'lodz'],
    ['Straße', 'strasse'],
    ['Œuvre', 'oeuvre'],
    ['ﬁne', 'fine'],
    ['CO₂', 'co2'],
    ['İstanbul', 'istanbul'],
    ['ΑΘΉΝΑ', 'αθηνα'],
    ['半導体', '半導体'],
    ['plain', 'plain'],
    ['', ''],
  ]
  for (const [word, folded] of cases) {
    t.equal(foldWord(word), folded, word)
    t.equal(foldWord(folded), folded, `${word}: folding twice changes nothing`)
  }
  t.equal(foldAccents('ASCII Stays'), 'ASCII Stays', 'case is not the business of accents')
})
