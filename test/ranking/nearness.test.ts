/** What is near, and how orders are fused. */
import t from 'tap'
import { createRandom } from '../../bench/random.ts'
import { fuse } from '../../ranking/fuse.ts'
import { floorOf } from '../../ranking/nearness.ts'

t.test('orders are fused by places', async (t) => {
  const cases: [string, string[][], string[]][] = [
    ['nothing', [[], []], []],
    ['one order stays as it is', [['a', 'b', 'c'], []], ['a', 'b', 'c']],
    [
      'what both have comes first',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      ['b', 'a', 'c'],
    ],
    [
      'of equals, what the earlier order has',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      ['a', 'c', 'b', 'd'],
    ],
  ]
  for (const [why, orders, expected] of cases) t.same(fuse(orders), expected, why)
})

t.test('what no passage comes near to by chance is near, whatever a model calls similar', async (t) => {
  const random = createRandom(5)
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
  for (const [middle, spread] of [
    [0.5, 0.06],
    [0.87, 0.015],
    [0.55, 0.1],
  ] as const) {
    let over = 0
    let lowest = 1
    for (let query = 0; query < 200; query += 1) {
      const all = Array.from({ length: 2_000 }, () => middle + spread * normal())
      const floor = floorOf(all.slice(0, 200), all.length) ?? 0
      over += all.filter((similarity) => similarity >= floor).length
      lowest = Math.min(lowest, (floor - middle) / spread)
    }
    t.ok(over / 200 < 0.5, `of 2,000 unrelated passages ${over / 200} come in`)
    t.ok(lowest < 5, 'and what stands out by far does')
  }
})

t.test('the few that are near do not move the floor', async (t) => {
  const unrelated = Array.from({ length: 190 }, (_, index) => 0.5 + 0.0003 * index)
  const floor = floorOf(unrelated, 1_000) ?? 0
  const withNear = floorOf([...unrelated, ...new Array<number>(10).fill(0.95)], 1_000) ?? 0
  t.ok(withNear - floor < 0.02)
})

t.test('a handful of passages says nothing', async (t) => {
  t.equal(floorOf([0.1, 0.9], 2), undefined)
})
