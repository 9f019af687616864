/** Changing documents: one by one, many, and waiting until it is done. */
import { documentPath, queryOf } from './address.ts'
import { jsonLines } from './lines.ts'
import { asJson, type Body, type CallOptions, pause, type Requester } from './request.ts'
import type {
  DocumentPatch,
  DocumentResponse,
  JobResponse,
  LineResult,
  PostedDocument,
  PostedLine,
} from './types.ts'

/** How a document is changed. */
export type ChangeOptions = CallOptions & {
  /** Whether to be answered when searches see the change, rather than when it is kept safely. Default: false. */
  wait?: boolean | undefined
  /** Revision that the document must have, or `*` for any; otherwise nothing is done (412). */
  ifMatch?: number | '*' | undefined
  /** A name for this request, so that trying again does it once. Default: a random one for each call. */
  idempotencyKey?: string | undefined
}

/** How a document is put. */
export type PutOptions = ChangeOptions & {
  /** Whether there must be no document with this id yet (otherwise 412). Default: false. */
  isNew?: boolean | undefined
}

/** What came of putting or describing a document: the document as it is found now, or the job that will do it. */
export type PutResult = { isDone: true; document: DocumentResponse } | { isDone: false; job: JobResponse }

/** The service answers what it is to wait for after some 25 seconds. */
const WAIT_TIMEOUT_MS = 35_000
/** Large files may take long to arrive: as long as they do on a line of half a megabit per second. */
const SLOWEST_BYTES_PER_MS = 64
/** Documents that are sent in one request, and their text in UTF-16 code units. */
const MAX_BATCH_LINES = 200
const MAX_BATCH_LENGTH = 1_000_000
const BATCH_TIMEOUT_MS = 120_000
const FIRST_LOOK_MS = 100
const MAX_LOOK_MS = 2_000

/** The functions of a client that change documents. They need a key, unless the service lets this machine write. */
export function changing(request: Requester) {
  const change = <T>(
    method: 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    { wait, ifMatch, isNew, idempotencyKey = randomName(), signal }: PutOptions,
    { body, type }: { body?: Body; type?: string } = {},
  ) =>
    request(
      {
        method,
        path: path + queryOf({ wait: wait || undefined }),
        headers: {
          'content-type': type,
          'if-match': typeof ifMatch === 'number' ? `"${ifMatch}"` : ifMatch,
          'if-none-match': isNew ? '*' : undefined,
          'idempotency-key': idempotencyKey,
        },
        ...(body === undefined ? {} : { body }),
        signal,
        isRepeatable: true,
        leastTimeoutMs: (wait ? WAIT_TIMEOUT_MS : 0) + Math.ceil(sizeOf(body) / SLOWEST_BYTES_PER_MS),
      },
      async (answer) => ({ status: answer.status, body: await asJson<T>(answer) }),
    )
  const put = async (...args: Parameters<typeof change>): Promise<PutResult> => {
    const { status, body } = await change<never>(...args)
    return status === ACCEPTED ? { isDone: false, job: body } : { isDone: true, document: body }
  }

  return {
    /** Adds a document under an id, or replaces the one that is there. */
    putDocument: (id: string, document: PostedDocument, options: PutOptions = {}) =>
      put('PUT', documentPath(id), options, { body: JSON.stringify(document), type: 'application/json' }),
    /** The same with a file as it is, such as a PDF, and its media type. */
    putFile: (id: string, file: Body, type: string, options: PutOptions = {}) =>
      put('PUT', documentPath(id), options, { body: file, type }),
    /** Describes a document anew; what is not named stays. */
    patchDocument: (id: string, patch: DocumentPatch, options: ChangeOptions = {}) =>
      put('PATCH', documentPath(id), options, {
        body: JSON.stringify(patch),
        type: 'application/merge-patch+json',
      }),
    /** Removes a document; the status of the job says whether it is done. */
    deleteDocument: async (id: string, options: ChangeOptions = {}) =>
      (await change<JobResponse>('DELETE', documentPath(id), options)).body,
    /** Adds or replaces any number of documents, and tells of each, in their order, when searches find it. */
    putDocuments: (documents: Iterable<PostedLine> | AsyncIterable<PostedLine>, call: CallOptions = {}) =>
      putMany(request, documents, call),
    /** Looks at a job until it is done or has failed. */
    waitForJob: async (id: string, { signal }: CallOptions = {}): Promise<JobResponse> => {
      for (let delayMs = FIRST_LOOK_MS; ; delayMs = Math.min(MAX_LOOK_MS, delayMs * 2)) {
        const path = `/v1/jobs/${encodeURIComponent(id)}`
        const job = await request({ path, signal }, asJson<JobResponse>)
        if (job.finishedAt !== null) return job
        await pause(delayMs, signal)
      }
    },
  }
}

const ACCEPTED = 202

async function* putMany(
  request: Requester,
  documents: Iterable<PostedLine> | AsyncIterable<PostedLine>,
  { signal }: CallOptions,
): AsyncGenerator<LineResult, void, undefined> {
  let sent = 0
  for await (const lines of batches(documents)) {
    const results = await request(
      {
        method: 'POST',
        path: '/v1/documents',
        headers: { 'content-type': 'application/x-ndjson' },
        body: lines.join('\n'),
        signal,
        // Putting the same document again leaves it as it is.
        isRepeatable: true,
        leastTimeoutMs: BATCH_TIMEOUT_MS,
      },
      async ({ body }) => (body === null ? [] : await collected(jsonLines<LineResult>(body))),
    )
    for (const result of results.sort((a, b) => a.line - b.line)) {
      yield { ...result, line: sent + result.line }
    }
    sent += lines.length
  }
}

async function* batches(
  documents: Iterable<PostedLine> | AsyncIterable<PostedLine>,
): AsyncGenerator<string[]> {
  let lines: string[] = []
  let length = 0
  for await (const document of documents) {
    const line = JSON.stringify(document)
    if (lines.length > 0 && (lines.length === MAX_BATCH_LINES || length + line.length > MAX_BATCH_LENGTH)) {
      yield lines
      lines = []
      length = 0
    }
    lines.push(line)
    length += line.length
  }
  if (lines.length > 0) yield lines
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const item of items) all.push(item)
  return all
}

/** Size of a body in bytes; of text at least. */
function sizeOf(body: Body = ''): number {
  if (typeof body === 'string') return body.length
  return body instanceof Blob ? body.size : body.byteLength
}

/** A name unlike any other; unlike `randomUUID`, this is there on pages without https, too. */
function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
