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
    ['S.p.A. e S.r.l.', ['S.p.A.', 'e', 'S.r.l.']],
    ['il Ph.D. di Anna. Fine Inc. e', ['il', 'Ph.D.', 'di', 'Anna', 'Fine', 'Inc', 'e']],
    ['D.Lgs.231/2001, art.5', ['D.Lgs.', '231/2001', 'art', '5']],
    ['C++, C# e F#minore', ['C++', 'C#', 'e', 'F', 'minore']],
    ['e-mail/posta_elettronica', ['e-mail', 'posta_elettronica']],
    ['input/output, TCP/IP, 24/7 e/o', ['input', 'output', 'TCP/IP', '24/7', 'e/o']],
    ['https://docs.example.org/guide/how-to.html', ['https', 'docs.example.org', 'guide', 'how', 'to.html']],
    ['anna.verdi@example.org', ['anna.verdi', 'example.org']],
    ['uno-due-tre-quattro-cinque-sei', ['uno', 'due', 'tre', 'quattro', 'cinque', 'sei']],
    ['1990–2000 a--b – c', ['1990', '2000', 'a', 'b', 'c']],
    ['3,5 miliardi, 4, 5.', ['3,5', 'miliardi', '4', '5']],
    ['2 500 000 e 12\u00a0000, 10 000 euro', ['2 500 000', 'e', '12\u00a0000', '10 000', 'euro']],
    ['nel 2024 500 posti; 1,2,3', ['nel', '2024', '500', 'posti', '1', '2', '3']],
    ['v2.4.1, 5.10.x (9.0)', ['v2.4.1', '5.10.x', '9.0']],
    ['art. 6(1)(f) e f(x)', ['art', '6(1)(f)', 'e', 'f', 'x']],
    ['7° posto, 25°C', ['7°', 'posto', '25°', 'C']],
    ['.NET (.env) fine .Il', ['.NET', '.env', 'fine', '.Il']],
    ['@anna_rossi #clima F#minore', ['@anna_rossi', '#clima', 'F', 'minore']],
    ['AT&T, R & D, Tom & Jerry', ['AT&T', 'R & D', 'Tom', 'Jerry']],
    ['l´arco l`arco l‘arco lʼarco l′arco', ['l´arco', 'l`arco', 'l‘arco', 'lʼarco', 'l′arco']],
    ["citta' e perche'", ['citta', 'e', 'perche']],
    ['12%, €3.50, 5$', ['12', '3.50', '5']],
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
    ['Wi-Fi', 'wifi'],
    ['S.p.A.', 'spa'],
    ['2.500.000', '2500000'],
    ['7º', '7'],
    ['don’t', "don't"],
    ['plain', 'plain'],
    ['', ''],
  ]
  for (const [word, folded] of cases) {
    t.equal(foldWord(word), folded, word)
    t.equal(foldWord(folded), folded, `${word}: folding twice changes nothing`)
  }
  t.equal(foldAccents('ASCII Stays'), 'ASCII Stays', 'case is not the business of accents')
})
