/** Words that are written in few texts only and look like a frequent one; grammar of the other language in a query. */
import t from 'tap'
import { type SearchParams, search, testApp } from '../helpers/app.ts'

const it = (text: string) => `---\nlang: it\n---\n${text}`
const en = (text: string) => `---\nlang: en\n---\n${text}`

/** Some sixty pages, since only a word that is far more frequent is taken for what was meant. */
const orchards = Object.fromEntries(
  Array.from({ length: 60 }, (_, index) => [
    `it/campo-${index}.md`,
    it(`La vendemmiatrice numero ${index} lavora nella vigna di Marta dalle sei del mattino.`),
  ]),
)

const { app } = await testApp(t, {
  ...orchards,
  'it/svista.md': it('La vendemiatrice del nonno è rimasta nel fienile per tutto l’inverno.'),
  'it/nome.md': it('Giulia Vendemmiatricer canta domani sera nel teatro del paese.'),
  'it/fornitura.md': it('La gestione della supply chain spetta al direttore dello stabilimento.'),
  'en/supply.md': en('The supply chain office signed a contract with Grupo della Rovere in the spring.'),
  'en/orchard.md': en('Della Rovere keeps bees near the orchard and sells honey at the market.'),
  'en/editor.md': en('The vi editor opens a file and shows its first lines on the screen.'),
})

t.test(
  'a rare word that looks like a frequent one is looked for first, and the frequent one behind it',
  async (t) => {
    const { corrections, expansions, results, total } = await search(app, { q: 'vendemiatrice' })
    t.strictSame(corrections, [], 'it is not replaced')
    t.match(expansions, [{ from: 'vendemiatrice', to: 'vendemmiatrice', via: 'spelling' }])
    t.equal(results.map(({ path }) => path)[0], 'it/svista.md')
    t.ok(total.value > 60)

    const [slip] = expansions
    const without = await search(app, { q: 'vendemiatrice', without: slip?.id ?? '' })
    t.strictSame(
      without.results.map(({ path }) => path),
      ['it/svista.md'],
      'it can be switched off',
    )
    for (const off of [{ exact: 'true' }, { expand: 'none' }] as SearchParams[]) {
      const { total } = await search(app, { ...off, q: 'vendemiatrice' })
      t.equal(total.value, 1, JSON.stringify(off))
    }
  },
)

t.test('frequent words, names and what lexicons know are no slips', async (t) => {
  for (const q of ['vendemmiatrice', 'Vendemmiatricer', 'stabilimento', 'direttore']) {
    const { expansions } = await search(app, { q })
    t.notOk(
      expansions.some(({ via }) => via === 'spelling'),
      q,
    )
  }
})

t.test('grammar of the other language is not asked for among words of that language', async (t) => {
  const { results } = await search(app, { q: 'gestione della supply chain', queryLang: 'en', words: 'all' })
  t.ok(results.length > 0, 'no page has to have the word')
  for (const { missing } of results) t.notOk(missing?.includes('della'))
  const name = await search(app, { q: 'vi editor', queryLang: 'en', words: 'all' })
  t.strictSame(
    name.results.map(({ path }) => path),
    ['en/editor.md'],
  )
})
