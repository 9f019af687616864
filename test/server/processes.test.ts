/** What several processes of a service share: counts for limits, sums of metrics, connections. */
import { connect, type Socket } from 'node:net'
import { Counter, Gauge, Registry } from 'prom-client'
import t from 'tap'
import { createCalls } from '../../cli/processes/calls.ts'
import { createFront, type Taker } from '../../cli/processes/front.ts'
import { createCounts } from '../../server/processes/counts.ts'
import { createSums } from '../../server/processes/sums.ts'

t.test('requests are counted by name, in windows of time', async (t) => {
  let nowMs = 0
  const count = createCounts(2, () => nowMs)
  t.strictSame(await count('a', 1000), { current: 1, ttl: 1000 })
  nowMs = 400
  t.strictSame(await count('a', 1000), { current: 2, ttl: 600 })
  t.strictSame(await count('b', 1000), { current: 1, ttl: 1000 }, 'another name has a count of its own')
  nowMs = 1000
  t.strictSame(await count('a', 1000), { current: 1, ttl: 1000 }, 'a window that is over begins anew')
  await count('c', 1000)
  t.match(await count('b', 1000), { current: 1 }, 'of too many, the one not seen for longest is forgotten')
  t.match(await count('c', 1000), { current: 2 })
})

t.test('metrics of several processes are sums that never fall', async (t) => {
  const made = (): { register: Registry; asked: Counter; size: Gauge } => {
    const register = new Registry()
    const registers = [register]
    return {
      register,
      asked: new Counter({ name: 'asked_total', help: 'Asked.', registers }),
      size: new Gauge({ name: 'size', help: 'Size.', registers, aggregator: 'first' }),
    }
  }
  const [main, one, other] = [made(), made(), made()]
  const alive = new Map([
    [1, one],
    [2, other],
  ])
  const sums = createSums(
    async () =>
      new Map(
        await Promise.all(
          [...alive].map(
            async ([id, { register }]) => [id, structuredClone(await register.getMetricsAsJSON())] as const,
          ),
        ),
      ),
  )
  const read = async (): Promise<string> => sums.read(await main.register.getMetricsAsJSON())
  main.asked.inc(1)
  one.asked.inc(20)
  other.asked.inc(300)
  main.size.set(7)
  one.size.set(70)
  t.match(
    await read(),
    /^asked_total 321$[\s\S]*^size 7$/m,
    'counts are added, what is of the index is the main one’s',
  )
  one.asked.inc(5)
  alive.delete(1)
  sums.ended(1)
  t.match(await read(), /^asked_total 321$/m, 'what was seen of one that has ended stays')
  other.asked.inc(1)
  alive.delete(2)
  sums.ended(2)
  t.match(await read(), /^asked_total 321$[\s\S]*^size 7$/m)
})

t.test(
  'a connection is with one process, and goes to another one if that dies before it has it',
  async (t) => {
    const front = createFront()
    t.teardown(front.stop)
    const address = new URL(await front.listen('127.0.0.1', 0))
    const takerOf = (): Taker & { got: { number: number; socket: Socket }[] } => {
      const got: { number: number; socket: Socket }[] = []
      return { got, give: (number, socket) => got.push({ number, socket }) > 0 }
    }
    const clients: Socket[] = []
    const connectAll = async (count: number): Promise<void> => {
      for (let index = 0; index < count; index += 1) {
        const client = connect(Number(address.port), '127.0.0.1')
        client.on('error', () => {})
        clients.push(client)
        await new Promise((resolve) => client.once('connect', resolve))
      }
    }
    t.teardown(() => {
      for (const client of clients) client.destroy()
    })
    const until = async (holds: () => boolean): Promise<void> => {
      while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5))
    }

    await connectAll(1)
    const [one, other] = [takerOf(), takerOf()]
    front.open(one)
    await until(() => one.got.length === 1)
    t.pass('one that came before there was anybody waits')
    front.open(other)
    await connectAll(3)
    await until(() => one.got.length + other.got.length === 4)
    t.equal(other.got.length, 2, 'each goes to the process that has fewest')
    front.taken(one, one.got[0]?.number ?? 0)
    t.ok(one.got[0]?.socket.destroyed, 'what is in its hands is let go of here')
    front.close(one)
    await until(() => other.got.length === 3)
    t.notOk(other.got[2]?.socket.destroyed)
    t.pass('what it did not get goes to another one')
  },
)

t.test('questions between processes have answers, or an end', async (t) => {
  type Q = { double: { given: number; answer: number } }
  const asker = createCalls<Q, Record<string, never>>((message) => answerer.take(message), {})
  const answerer = createCalls<Record<string, never>, Q>((message) => asker.take(message), {
    double: async (given) => {
      if (given < 0) throw new Error('too small')
      if (given === 0) return new Promise(() => {})
      return given * 2
    },
  })
  t.strictSame(await Promise.all([asker.ask('double', 2, 1000), asker.ask('double', 5, 1000)]), [4, 10])
  await t.rejects(asker.ask('double', -1, 1000), { message: /too small/ })
  await t.rejects(asker.ask('double', 0, 5), { message: /no answer to "double" in 5 ms/ })
  const open = asker.ask('double', 0, 60_000)
  asker.end()
  await t.rejects(open, { message: /has ended/ })
})
