/** The queue of documents that are sent: a few at a time, each to its end, and held where the right to write is missing. */
import t from 'tap'
import { createUploads, isBusy, type Sending, type Upload } from '../../web/src/add/uploads.ts'

type Job = Awaited<ReturnType<Sending['job']>>

const job = (change: Partial<Job> = {}): Job => ({
  id: 'job',
  kind: 'put',
  status: 'running',
  document: null,
  place: null,
  createdAt: '2024-05-02T10:00:00Z',
  startedAt: null,
  finishedAt: null,
  progress: { documents: 0, of: 1, passages: 0 },
  did: null,
  summary: null,
  revision: null,
  warnings: [],
  problem: null,
  ...change,
})
const done = job({
  status: 'done',
  did: 'created',
  finishedAt: '2024-05-02T10:00:01Z',
  warnings: ['No date.'],
})
const refused = (name: string) => ({ type: `/problems/${name}`, title: name, detail: `${name}.` })

/** A service that does what a test says, and what it was asked. */
function service(over: Partial<Sending> = {}) {
  const asked: string[] = []
  const sending: Sending = {
    put: async ({ id, mayReplace }) => {
      asked.push(`put ${id}${mayReplace ? ' over' : ''}`)
      return { isDone: false, job: job() }
    },
    job: async () => done,
    document: async (id) => ({ id, title: `Titolo di ${id}` }) as Awaited<ReturnType<Sending['document']>>,
    remove: async (id) => {
      asked.push(`remove ${id}`)
      return done
    },
    pause: () => Promise.resolve(),
    ...over,
  }
  return { sending, asked }
}

const item = (id: string) => ({
  id,
  name: `${id}.txt`,
  sizeBytes: 5,
  content: { file: new Blob(['testo']), type: 'text/plain' },
})

/** Waits until the queue stands as it should. */
async function until(uploads: ReturnType<typeof createUploads>, is: (all: readonly Upload[]) => boolean) {
  while (!is(uploads.now().all)) {
    await new Promise<void>((resolve) => {
      const off = uploads.subscribe(() => {
        off()
        resolve()
      })
    })
  }
}
const all = (is: string) => (uploads: readonly Upload[]) => uploads.every(({ state }) => state.is === is)

t.test('documents are sent three at a time, and each says what was understood of it', async (t) => {
  let now = 0
  let most = 0
  const { sending } = service({
    put: async () => {
      now += 1
      most = Math.max(most, now)
      await new Promise((resolve) => setImmediate(resolve))
      now -= 1
      return { isDone: false, job: job() }
    },
  })
  const uploads = createUploads(() => sending)
  uploads.add(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(item))
  t.ok(isBusy(uploads.now()))
  await until(uploads, all('done'))
  t.equal(most, 3)
  t.notOk(isBusy(uploads.now()))
  t.match(uploads.now().all[0]?.state, {
    is: 'done',
    did: 'created',
    document: { title: 'Titolo di a' },
    warnings: ['No date.'],
  })
})

t.test('its job is followed to the end, with how far it is', async (t) => {
  const jobs = [job({ progress: { documents: 0, of: 1, passages: 40 } }), done]
  const { sending } = service({ job: async () => jobs.shift() ?? done })
  const uploads = createUploads(() => sending)
  const seen = new Set<string>()
  uploads.subscribe(() => {
    const state = uploads.now().all[0]?.state
    seen.add(state?.is === 'indexing' ? `indexing ${state.progress.passages}` : `${state?.is}`)
  })
  uploads.add([item('a')])
  await until(uploads, all('done'))
  t.strictSame([...seen], ['waiting', 'sending', 'indexing 0', 'indexing 40', 'done'])
})

t.test('what fails can be tried again; the others go on', async (t) => {
  let isBroken = true
  const { sending, asked } = service()
  const put = sending.put
  sending.put = async (upload) => {
    if (upload.id === 'b' && isBroken) throw refused('no-space')
    return put(upload)
  }
  const uploads = createUploads(() => sending)
  uploads.add(['a', 'b', 'c'].map(item))
  await until(uploads, (all) => all.every(({ state: { is } }) => is === 'done' || is === 'failed'))
  const failed = uploads.now().all.find(({ id }) => id === 'b')
  t.match(failed?.state, { is: 'failed', problem: { type: '/problems/no-space' } })
  isBroken = false
  uploads.retry(failed?.key ?? 0)
  await until(uploads, all('done'))
  t.strictSame(asked.sort(), ['put a', 'put b', 'put c'])
})

t.test('a job that fails says why', async (t) => {
  const problem = { ...refused('unreadable'), status: 422 }
  const { sending } = service({ job: async () => job({ status: 'failed', finishedAt: 'now', problem }) })
  const uploads = createUploads(() => sending)
  uploads.add([item('a')])
  await until(uploads, all('failed'))
  t.match(uploads.now().all[0]?.state, { problem: { type: '/problems/unreadable' } })
})

t.test('a document that is there is replaced, or kept beside, only when one says so', async (t) => {
  const there = new Set(['a', 'b'])
  const { sending, asked } = service()
  const put = sending.put
  sending.put = async (upload) => {
    if (there.has(upload.id) && !upload.mayReplace) throw refused('precondition-failed')
    return put(upload)
  }
  const uploads = createUploads(() => sending)
  uploads.add(['a', 'b'].map(item))
  await until(uploads, all('there'))
  const [a, b] = uploads.now().all
  uploads.retry(a?.key ?? 0, { replace: true })
  uploads.retry(b?.key ?? 0, { id: 'b-2' })
  await until(uploads, all('done'))
  t.strictSame(asked.sort(), ['put a over', 'put b-2'])
})

for (const kind of ['key-missing', 'key-expired', 'scope-missing', 'writing-closed']) {
  t.test(`${kind}: all wait, and go on when the right is there`, async (t) => {
    let isOpen = false
    const { sending, asked } = service()
    const put = sending.put
    sending.put = async (upload) => {
      if (!isOpen) throw refused(kind)
      return put(upload)
    }
    const uploads = createUploads(() => sending)
    uploads.add(['a', 'b', 'c', 'd', 'e'].map(item))
    await until(
      uploads,
      (all) => uploads.now().held !== undefined && all.every(({ state }) => state.is === 'waiting'),
    )
    t.equal(uploads.now().held?.type, `/problems/${kind}`)
    isOpen = true
    uploads.resume()
    await until(uploads, all('done'))
    t.equal(uploads.now().held, undefined)
    t.equal(asked.length, 5)
  })
}

t.test('a document is removed again; where that fails, it can be tried again', async (t) => {
  let isBroken = true
  const { sending } = service()
  const remove = sending.remove
  sending.remove = async (id) => {
    if (isBroken) throw refused('overloaded')
    return remove(id)
  }
  const uploads = createUploads(() => sending)
  uploads.add([item('a')])
  await until(uploads, all('done'))
  const key = uploads.now().all[0]?.key ?? 0
  await uploads.remove(key)
  t.match(uploads.now().all[0]?.state, { is: 'failed', wasRemoving: true })
  isBroken = false
  await uploads.remove(key)
  t.equal(uploads.now().all[0]?.state.is, 'removed')
  uploads.forget(({ state }) => state.is === 'removed')
  t.strictSame(uploads.now().all, [])
})

t.test('what cannot be sent is only told of', async (t) => {
  const { sending, asked } = service()
  const uploads = createUploads(() => sending)
  uploads.add([
    { id: 'foto', name: 'foto.png', sizeBytes: 9, problem: { type: '#unread', title: '', detail: '' } },
  ])
  t.match(uploads.now().all, [{ state: { is: 'failed' } }])
  t.notOk(isBusy(uploads.now()))
  t.strictSame(asked, [])
})
