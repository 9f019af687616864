/** Servers may be named in any order; those of another index, and too few of them, are refused with what to do. */
import t from 'tap'
import type { Engine } from '../../../engine/engine.ts'
import { readBuild } from '../../../engine/generation.ts'
import { violations } from '../../../engine/invariants.ts'
import { type Named, numbersOf } from '../../../engine/parts/numbers.ts'
import { openLiveWriter, smallDraft } from '../../helpers/drafts.ts'
import { openServers, openSpread } from '../../helpers/parts.ts'

const fresh = { part: undefined, parts: undefined }
const home = (parts: number, index = 'x') => ({ part: { index, number: 0 }, parts })
const part = (number: number, index = 'x') => ({ part: { index, number }, parts: undefined })
const alone = { part: undefined, parts: 1 }
const named = (...known: Named['known'][]): Named[] =>
  known.map((known, index) => ({ name: `http://s${index + 1}`, known }))

t.test('which server is which part they say themselves', async (t) => {
  const cases: [why: string, servers: Named[], want: (number | undefined)[]][] = [
    ['new ones in the order they are named', named(fresh, fresh, fresh), [0, 1, 2]],
    ['known ones in any order', named(part(2), home(3), part(1)), [2, 0, 1]],
    ['an index of one server with new ones', named(fresh, alone, fresh), [1, 0, 2]],
    ['one more than there were', named(home(2), fresh, part(1)), [0, 2, 1]],
    ['one that joined before it was cut off', named(home(2), part(2), part(1)), [0, 2, 1]],
    ['one that does not answer', named(home(3), undefined, part(1)), [0, undefined, 1]],
    ['the first one does not answer', named(undefined, part(2), part(1)), [undefined, 2, 1]],
    ['a beginning that was cut off', named(fresh, { ...part(0) }, fresh), [1, 0, 2]],
  ]
  for (const [why, servers, want] of cases) t.strictSame(numbersOf(servers), want, why)
})

t.test('what cannot be one index is refused', async (t) => {
  const cases: [why: string, servers: Named[], code: string, message: RegExp][] = [
    [
      'two indexes',
      named(alone, home(2, 'y')),
      'PARTS_WRONG',
      /http:\/\/s1 and http:\/\/s2 have an index each/,
    ],
    ['a part of another one', named(home(2), part(1, 'y')), 'PARTS_WRONG', /belong to 2 different indexes/],
    [
      'a part of one that is not named',
      named(alone, part(1)),
      'PARTS_WRONG',
      /s2 is a part of another index/,
    ],
    ['one twice', named(home(2), part(1), part(1)), 'PARTS_WRONG', /s2 and http:\/\/s3 are the same part/],
    [
      'too few',
      named(home(3), part(2)),
      'PARTS_WRONG',
      /spread over 3 servers, and MEILI_URL names 2\. Part 2 is missing\. Name all of them/,
    ],
    [
      'a new one in the place of one that is missing',
      named(home(3), part(2), fresh),
      'PARTS_WRONG',
      /Part 2/,
    ],
    ['a beginning without all', named(fresh, undefined), 'ENGINE_UNAVAILABLE', /s2 does not answer/],
  ]
  for (const [why, servers, code, message] of cases)
    t.throws(() => numbersOf(servers), { code, message }, why)
})

t.test('servers keep their numbers, and one of them alone is not taken for an index', async (t) => {
  const servers = await openServers(t, 3)
  const [a, b, c] = servers
  if (a === undefined || b === undefined || c === undefined) throw new Error('three were started')
  const engine = await openSpread(t, [b, a, c])
  const ids = Array.from({ length: 12 }, (_, index) => `d${index}`)
  const { writer } = await openLiveWriter(engine)
  await writer.change({ put: ids.map((id) => smallDraft({ id, passages: ['porto'] })) })
  await writer.settle()
  const signal = new AbortController().signal

  const again = await openSpread(t, [c, b, a])
  t.equal(
    again.client().config.host,
    b.client().config.host,
    'the first part is the first one that was named first',
  )
  t.strictSame(await violations(again, signal), [])

  const refused: [why: string, open: () => Promise<Engine>, message: RegExp][] = [
    ['the first part alone', async () => b, /spread over 3 servers, and MEILI_URL names 1\./],
    ['another part alone', async () => c, /is part 3 of an index\. Name all servers/],
    ['two of three', () => openSpread(t, [b, c]), /Part 2 is missing/],
    ['one twice', () => openSpread(t, [a, b, c, c]), /are the same part/],
  ]
  for (const [why, open, message] of refused) {
    await t.rejects(async () => readBuild(await open()), { code: 'PARTS_WRONG', message }, why)
  }
})
