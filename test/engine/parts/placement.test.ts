/** Which part a document is on, and what counts there while documents move. */
import t from 'tap'
import {
  countsOn,
  movingSlots,
  ownerOf,
  partOf,
  partOfSlot,
  partsAsked,
  SLOTS,
  slotOf,
} from '../../../engine/parts/placement.ts'

const ALL = Array.from({ length: SLOTS }, (_, slot) => slot)

t.test('a document is always on the same part, and all parts have about as many', async (t) => {
  const ids = Array.from({ length: 30_000 }, (_, index) => `documento-${index}`)
  for (const parts of [1, 2, 3, 4, 7]) {
    const counts = Array.from({ length: parts }, () => 0)
    for (const id of ids) counts[partOf(id, { parts })] = (counts[partOf(id, { parts })] ?? 0) + 1
    for (const count of counts) {
      const share = (count * parts) / ids.length
      t.ok(share > 0.8 && share < 1.2, `${parts} parts: one has ${count} of ${ids.length}`)
    }
  }
  // Stored records say so, too: another function would lose them.
  t.strictSame(['a', 'd0', '0123456789abcdef'].map(slotOf), [435, 344, 651])
})

t.test('with one part more, its share of the slots moves to it and nothing else moves', async (t) => {
  for (const [from, to] of [
    [1, 2],
    [2, 3],
    [3, 4],
    [2, 4],
  ] as const) {
    const moving = movingSlots(from, to)
    const share = moving.length / SLOTS
    t.ok(Math.abs(share - (to - from) / to) < 0.05, `${from} to ${to}: ${moving.length} slots move`)
    t.ok(moving.every((slot) => partOfSlot(slot, to) >= from))
  }
})

t.test('at each moment of a move each slot counts on one part, whatever was copied or is left', async (t) => {
  const moving = movingSlots(2, 3)
  const [first = 0, second = 0, third = 0] = [moving[40], moving[80], moving[120]]
  for (const [why, cleared, moved] of [
    ['nothing has moved', 0, 0],
    ['some has, and is still where it was', 0, first],
    ['that is cleared away', first, first],
    ['more has moved', first, second],
    ['all has', third, SLOTS],
  ] as const) {
    const placement = { parts: 2, moving: { to: 3, cleared, moved } }
    t.equal(partsAsked(placement), 3)
    for (const slot of ALL) {
      // A document may be on the part it comes from and on the one it goes to, but for what was cleared away.
      const holders = new Set([partOfSlot(slot, 3)])
      if (!moving.includes(slot) || slot >= cleared) holders.add(partOfSlot(slot, 2))
      const counting = [...holders].filter((part) => fulfills(slot, countsOn(part, placement)))
      if (counting.length !== 1 || counting[0] !== ownerOf(slot, placement)) {
        t.fail(`${why}: slot ${slot} counts on ${counting.join(' and ')}`)
      }
    }
  }
  t.equal(countsOn(1, { parts: 3 }), '', 'otherwise nothing is asked besides')
})

/** The two kinds of expressions there are. */
function fulfills(slot: number, expression: string): boolean {
  const below = /^slot < (\d+)$/.exec(expression)?.[1]
  if (below !== undefined) return slot < Number(below)
  const none = /^slot NOT IN \[([\d,]*)\]$/.exec(expression)?.[1]
  if (none !== undefined) return !none.split(',').includes(String(slot))
  if (expression !== '') throw new Error(`what does ${expression} say?`)
  return true
}
