/** Documents on their way to the service, a few at a time. They go on while people look at other views. No Preact. */
import type { BiforaError, DocumentResponse, JobResponse, PostedDocument, PutResult } from '@bifora/client'

/** What is sent: a file as it is, or a text with what is known of it. */
export type Content = { file: Blob; type: string } | { document: PostedDocument }

/** Why something was not done; `type` is the service's, `#unread` for a file that is of no use to it. */
export type Refusal = Pick<BiforaError, 'type' | 'title' | 'detail'>

/** How far one is. `there`: the service has a document with this id, and nothing was done. */
export type State =
  | { is: 'waiting' | 'sending' | 'there' | 'removing' | 'removed' }
  | { is: 'indexing'; progress: JobResponse['progress'] }
  | { is: 'done'; document: DocumentResponse; did: JobResponse['did']; warnings: readonly string[] }
  | { is: 'failed'; problem: Refusal; wasRemoving?: true }

/** A document on its way. */
export type Upload = {
  key: number
  /** As people know it: name of the file, with its folders, or a title. */
  name: string
  sizeBytes: number
  id: string
  content: Content | undefined
  /** Whether a document with this id may be replaced. */
  mayReplace: boolean
  state: State
}

/** What the service is asked. */
export type Sending = {
  put: (upload: Upload) => Promise<PutResult>
  job: (id: string) => Promise<JobResponse>
  document: (id: string) => Promise<DocumentResponse>
  remove: (id: string) => Promise<JobResponse>
  pause: (ms: number) => Promise<void>
}

/** All of them, and why the queue stands still, if it does: the right to write is missing. */
export type Uploads = { all: readonly Upload[]; held: Refusal | undefined }

/** Documents that are sent at the same time. */
const AT_ONCE = 3
const FIRST_LOOK_MS = 200
const MAX_LOOK_MS = 2_000
/** What concerns all, not the one document. */
const HOLDING = [
  'key-missing',
  'key-unknown',
  'key-expired',
  'scope-missing',
  'writing-closed',
  'keys-unusable',
].map((name) => `/problems/${name}`)

/** Whether a refusal says that one may not write at all. */
export function isHolding({ type }: Refusal): boolean {
  return HOLDING.includes(type)
}

/** Whether something would be lost if the page were left now. */
export function isBusy({ all }: Uploads): boolean {
  return all.some(({ state: { is } }) => is === 'waiting' || is === 'sending')
}

/** The queue. `sending` is asked for anew for each document, since a key may be given meanwhile. */
export function createUploads(sending: () => Sending) {
  let now: Uploads = { all: [], held: undefined }
  let nextKey = 1
  const listeners = new Set<() => void>()
  const set = (change: Partial<Uploads>): void => {
    now = { ...now, ...change }
    for (const listener of listeners) listener()
  }
  const change = (key: number, patch: Partial<Upload>): void =>
    set({ all: now.all.map((one) => (one.key === key ? { ...one, ...patch } : one)) })
  const become = (key: number, state: State): void => change(key, { state })

  const ended = async (
    first: JobResponse,
    { job: look, pause }: Sending,
    tell: (job: JobResponse) => void = () => {},
  ): Promise<JobResponse> => {
    let job = first
    for (
      let delayMs = FIRST_LOOK_MS;
      job.finishedAt === null;
      delayMs = Math.min(MAX_LOOK_MS, delayMs * 1.5)
    ) {
      tell(job)
      await pause(delayMs)
      job = await look(job.id)
    }
    return job
  }

  const send = async (upload: Upload): Promise<State> => {
    const service = sending()
    const result = await service.put(upload)
    if (result.isDone) return { is: 'done', document: result.document, did: null, warnings: [] }
    const job = await ended(result.job, service, ({ progress }) =>
      become(upload.key, { is: 'indexing', progress }),
    )
    if (job.problem !== null) return { is: 'failed', problem: job.problem }
    return { is: 'done', document: await service.document(upload.id), did: job.did, warnings: job.warnings }
  }

  const pump = (): void => {
    const isUnderWay = ({ state: { is } }: Upload): boolean => is === 'sending' || is === 'indexing'
    if (now.held !== undefined || now.all.filter(isUnderWay).length >= AT_ONCE) return
    const next = now.all.find(({ state }) => state.is === 'waiting')
    if (next === undefined) return
    become(next.key, { is: 'sending' })
    send(next)
      .catch((error: BiforaError): State => {
        if (error.type === '/problems/precondition-failed') return { is: 'there' }
        if (!isHolding(error)) return { is: 'failed', problem: error }
        set({ held: error })
        return { is: 'waiting' }
      })
      .then((state) => {
        become(next.key, state)
        pump()
      })
    pump()
  }

  return {
    /** How it stands; another object after each change. */
    now: () => now,
    /** Calls `listener` after each change, until what is returned is called. */
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Adds documents, before those of earlier; those with `problem` are only told of. */
    add: (
      items: readonly (Pick<Upload, 'name' | 'sizeBytes' | 'id'> & {
        content?: Content
        problem?: Refusal
      })[],
    ): void => {
      const added = items.map(({ name, sizeBytes, id, content, problem }): Upload => {
        const state: State = problem === undefined ? { is: 'waiting' } : { is: 'failed', problem }
        return { key: nextKey++, name, sizeBytes, id, content, mayReplace: false, state }
      })
      set({ all: [...added, ...now.all] })
      pump()
    },
    /** Tries one again. `replace`: also where there is a document with its id. `id`: under another one. */
    retry: (key: number, how: { replace?: boolean; id?: string } = {}): void => {
      const { replace = false, id } = how
      change(key, { state: { is: 'waiting' }, mayReplace: replace, ...(id === undefined ? {} : { id }) })
      pump()
    },
    /** Goes on after the queue stood still. */
    resume: (): void => {
      set({ held: undefined })
      pump()
    },
    /** Removes a document from the service again. */
    remove: async (key: number): Promise<void> => {
      const upload = now.all.find((one) => one.key === key)
      if (upload === undefined) return
      const service = sending()
      become(key, { is: 'removing' })
      const problem = await service
        .remove(upload.id)
        .then((job) => ended(job, service))
        .then(
          (job) => job.problem,
          (error: BiforaError) => error,
        )
      become(key, problem === null ? { is: 'removed' } : { is: 'failed', problem, wasRemoving: true })
    },
    /** Takes those off the list that need nothing more. */
    forget: (isGone: (upload: Upload) => boolean): void =>
      set({ all: now.all.filter((one) => !isGone(one)) }),
  }
}
