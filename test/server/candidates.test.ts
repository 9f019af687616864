/** What is looked at first: the plan goes by how words usually occur together, and has to find out where they do not. */
import t from 'tap'
import { createRandom } from '../../bench/random.ts'
import { pathsOf, search, testApp } from '../helpers/app.ts'
import type { Files } from '../helpers/engine.ts'

const DOCUMENTS = 3000
/** One in so many documents has both words, the others neither. */
const EVERY = 5
/** One in so many of those says them three times. */
const OFTEN = 60

const random = createRandom(8)
const filler = (count: number): string =>
  Array.from({ length: count }, () => `parola${random.below(400)}`).join(' ')

const files: Files = Object.fromEntries(
  Array.from({ length: DOCUMENTS }, (_, index) => {
    const times = index % EVERY !== 0 ? 0 : index % (EVERY * OFTEN) === 0 ? 3 : 1
    const words = Array.from({ length: times }, () => 'semaforo pedonale').join(' ')
    const name = times === 3 ? `spesso-${index}` : `${index}`
    return [`${name}.md`, `---\nlang: it\n---\n\nIl ${words} ${filler(30 - 2 * times)}.`]
  }),
)
const { app } = await testApp(t, files)
const asTyped = { expand: 'none', exact: 'true' }
const often = Object.keys(files).filter((path) => path.startsWith('spesso'))

t.test('words that always come together: the best of many more than expected come first', async (t) => {
  const params = { ...asTyped, q: 'semaforo pedonale', size: 10 }
  const { total } = await search(app, params)
  t.equal(total.value, DOCUMENTS / EVERY, 'far more than are read')
  t.strictSame((await pathsOf(app, params)).toSorted(), often.toSorted())
})
