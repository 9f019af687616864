/** Single words of lexicons are kept in a file as long as the lexicons are the same. */
import { mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readSingleWords } from '../../cli/lexicon/single-words.ts'
import { termOf } from '../../language/analyzer.ts'

const dataDir = t.testdir({ lexicon: { 'own.tsv': 'pinzacarte\tpaperpincher\n' } })
const file = join(dataDir, 'cache', 'single-words')
const lexicon = (name: string, text: string): void =>
  writeFileSync(join(dataDir, 'lexicon', `${name}.tsv`), text)
const inEnglish = (word: string): readonly string[] => {
  const { words, keep } = readSingleWords(dataDir)
  keep()
  return words.equivalents('it', termOf(word, 'it'), 'en')
}
const english = (...words: string[]): string[] => words.map((word) => termOf(word, 'en'))

t.test('they are the same from the file, which is written once', (t) => {
  t.strictSame(inEnglish('pinzacarte'), english('paperpincher'))
  t.ok(inEnglish('ponte').includes(termOf('bridge', 'en')), 'also those that come along')
  const { mtimeMs } = statSync(file)
  t.strictSame(inEnglish('pinzacarte'), english('paperpincher'))
  t.equal(statSync(file).mtimeMs, mtimeMs)
  t.end()
})

t.test('they are kept only where somebody asks for it', (t) => {
  const other = t.testdir({})
  t.ok(readSingleWords(other).words.knows('it', termOf('ponte', 'it')))
  t.strictSame(readdirSync(other), [])
  t.end()
})

t.test('when a lexicon changes they change', (t) => {
  lexicon('own', 'pinzacarte\tclipbird\n')
  t.strictSame(inEnglish('pinzacarte'), english('clipbird'))
  lexicon('rejected', 'pinzacarte\tclipbird\n')
  t.strictSame(inEnglish('pinzacarte'), [])
  lexicon('rejected', 'mai\tnever\n')
  t.strictSame(inEnglish('pinzacarte'), english('clipbird'))
  t.end()
})

t.test('what was learned from the index does not count', (t) => {
  const before = readFileSync(file, 'utf8')
  lexicon('learned-from-index-it-en', '# via: learned\nfalegname\tsailor\t1\t1\n')
  t.notOk(inEnglish('falegname').includes(termOf('sailor', 'en')))
  t.equal(readFileSync(file, 'utf8'), before)
  t.end()
})

t.test('a file that was damaged is made again', (t) => {
  const whole = readFileSync(file, 'utf8')
  const damages: [what: string, damage: () => void][] = [
    ['cut short', () => truncateSync(file, 1000)],
    ['other bytes', () => writeFileSync(file, whole.replaceAll('clipbird', 'xxxxxxxx'))],
  ]
  for (const [what, damage] of damages) {
    damage()
    t.strictSame(inEnglish('pinzacarte'), english('clipbird'), what)
    t.equal(readFileSync(file, 'utf8'), whole, what)
  }
  t.end()
})

t.test('where it cannot be kept, the words are there all the same', (t) => {
  const other = t.testdir({ cache: 'a file where a folder should be' })
  mkdirSync(join(other, 'lexicon'))
  const { words, problems, keep } = readSingleWords(other)
  keep()
  t.strictSame(problems, [])
  t.ok(words.knows('it', termOf('ponte', 'it')))
  t.end()
})

t.test('a lexicon that cannot be used is told each time', (t) => {
  lexicon('broken', 'una riga senza traduzione\n')
  for (const _ of [1, 2]) t.match(readSingleWords(dataDir).problems, [/broken\.tsv, line 1/])
  t.strictSame(inEnglish('pinzacarte'), english('clipbird'))
  t.end()
})
