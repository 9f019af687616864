/** Long work lets searches pass: it is done in steps, with turns for everything else between them. */
import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { bridgeOver, createBridge } from '../../language/bridge/bridge.ts'
import { lexiconIn, parseLexicon } from '../../language/bridge/lexicon.ts'
import { createLargeMap } from '../../language/large-map.ts'
import { atOnce, inSlices, nextTurn, type Steps } from '../../language/slices.ts'
import { repair } from '../../language/spelling.ts'
import { createVocabulary } from '../../language/vocabulary.ts'

/** Does the steps and counts them. */
function countSteps<Result>(steps: Steps<Result>): { result: Result; count: number } {
  for (let count = 0; ; count += 1) {
    const { done, value } = steps.next()
    if (done === true) return { result: value, count }
  }
}

/** The numbers to 20,000, written in letters. */
const words = Array.from({ length: 20_000 }, (_, number) =>
  [...String(number).padStart(5, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join(''),
)

t.test('work in slices', async (t) => {
  let isWaiting = true
  function* work(): Steps<string> {
    while (isWaiting) yield
    return 'done'
  }
  const working = inSlices(work())
  await setImmediate()
  isWaiting = false
  t.equal(await working, 'done', 'lets others go on, who may be what it waits for')
  t.equal(atOnce(work()), 'done', 'the same work can be done in one go')
  function* failing(): Steps<never> {
    yield
    throw new Error('no such word')
  }
  await t.rejects(inSlices(failing()), { message: 'no such word' }, 'errors are passed on')
})

t.test('of those who wait for a turn one goes on each time round', async (t) => {
  const order: string[] = []
  const going = ['first', 'second', 'third'].map((name) => nextTurn().then(() => order.push(name)))
  const seen: number[] = []
  while (order.length < going.length) {
    await setImmediate()
    seen.push(order.length)
  }
  t.strictSame(order, ['first', 'second', 'third'])
  t.ok(
    seen.every((count, index) => count - (seen[index - 1] ?? 0) <= 1),
    'never two of them',
  )
  await t.rejects(inSlices(endless(), AbortSignal.abort(new Error('gone'))), { message: 'gone' })
  const controller = new AbortController()
  const working = inSlices(endless(), controller.signal)
  controller.abort(new Error('gone later'))
  await t.rejects(working, { message: 'gone later' }, 'work that nobody waits for ends')
})

function* endless(): Steps<never> {
  for (;;) yield
}

t.test('reading lexicons and making a bridge', async (t) => {
  const text = words.map((word) => `${word}\tx${word}\n`).join('')
  const read = countSteps(lexiconIn(text, 'it', 'en', 'test.tsv'))
  t.ok(read.count >= words.length, 'each line is a step')
  t.strictSame(read.result, parseLexicon(text, 'it', 'en', 'test.tsv'), 'and nothing is read otherwise')
  const made = countSteps(bridgeOver([read.result]))
  t.ok(made.count >= words.length, 'each entry is a step')
  t.equal(made.result.size, createBridge([read.result]).size)
  const windows = parseLexicon('\uFEFF# via: own\r\ncasa\thouse\r\n', 'it', 'en', 'test.tsv')
  t.match(windows, { via: 'own', entries: [{ source: 'casa', target: 'house' }] }, 'ends of lines are any')
})

t.test('a vocabulary', async (t) => {
  const shuffled = words.map((_, index) => words[(index * 7919) % words.length] ?? '')
  const { result, count } = countSteps(createVocabulary(shuffled.map((form) => ({ form, count: 1 }))))
  t.strictSame(result.forms, words, 'is in order')
  t.ok(count > words.length / 256, 'and was put in order in steps')
  const repaired = countSteps(repair('abdcx', result))
  t.match(repaired.result, /^abdc/, 'the word that was meant is found')
  t.ok(repaired.count >= words.length / 4096, 'in steps, too')
})

t.test('a large map has what was put in, whatever the word', async (t) => {
  const map = createLargeMap<number>()
  const strange = ['', 'a', 'è', '漢字', 'co', '5g', 'constructor']
  for (const [index, word] of [...strange, ...words].entries()) map.set(word, index)
  for (const [index, word] of [...strange, ...words].entries()) {
    if (map.get(word) !== index) t.fail(`${word} is ${map.get(word)}, not ${index}`)
  }
  map.set('a', -1)
  t.equal(map.get('a'), -1, 'a word stands for one thing')
  t.equal(map.get('altro'), undefined)
})
