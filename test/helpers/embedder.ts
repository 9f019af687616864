/**
 * An embedder for tests, over HTTP: character n-grams hashed into a vector, with a small table of words that mean the same.
 * Deterministic. It can be made to misbehave.
 */
import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Test } from 'tap'

/** What it does when it is asked. */
export type Behaviour =
  | 'well'
  | 'never'
  | 'hangUp'
  | 'html'
  | 'nothing'
  | 'notNumbers'
  | 'otherLength'
  | 'busy'
  | 'denied'
  | 'elsewhere'
  | 'fault'

/** An embedder that listens. */
export type TestEmbedder = {
  /** Its address, without a path. */
  url: string
  /** How it behaves from now on to whom; default: well to all. `queries`: what is asked with one text that is no passage. */
  behave: (behaviour: Behaviour, to?: 'all' | 'queries') => void
  /** How many numbers a vector has from now on. */
  resize: (dimensions: number) => void
  /** Refuses texts that have this word. */
  refuse: (word: string) => void
  /** Texts that it was asked for since the last call. */
  texts: () => string[]
  /** Paths and headers of the requests since the start. */
  requests: { path: string; headers: IncomingHttpHeaders }[]
}

/** Words that mean the same, whatever they look like. */
const SAME = [
  ['automobile', 'vettura', 'macchina', 'car', 'vehicle'],
  ['medico', 'dottore', 'physician', 'doctor'],
  ['mare', 'oceano', 'sea', 'ocean'],
  ['pane', 'pagnotta', 'bread', 'loaf'],
]

/** Starts an embedder, which ends when `t` does. `offset`: what all of its vectors have in common; 0 is nothing. */
export async function startEmbedder(t: Test, { offset = 0 } = {}): Promise<TestEmbedder> {
  let behaviour: Behaviour = 'well'
  let to = 'all'
  let dimensions = 96
  let refused: string | undefined
  const texts: string[] = []
  const requests: TestEmbedder['requests'] = []
  const vectorOf = (text: string): number[] => {
    const vector = new Array<number>(dimensions).fill(0)
    for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
      const group = SAME.find((words) => words.includes(word))
      if (group !== undefined) add(vector, `=${group[0]}`, 6)
      else if (word.length > 3)
        for (let at = 0; at + 3 <= word.length; at += 1) add(vector, word.slice(at, at + 3), 1)
    }
    return vector.map((value) => value + offset * Math.hypot(...vector))
  }
  const server = createServer(async (request, reply) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    requests.push({ path: request.url ?? '', headers: request.headers })
    const { input } = JSON.parse(Buffer.concat(chunks).toString()) as { input: string[] }
    texts.push(...input)
    const isQuery = input.length === 1 && !input[0]?.includes('\n') && input[0] !== 'Bifora'
    const does = to === 'all' || isQuery ? behaviour : 'well'
    if (does === 'never') return
    if (does === 'hangUp') return request.destroy()
    if (does === 'html') return answer(reply, 200, '<html>Benvenuti</html>', 'text/html')
    if (does === 'nothing') return answer(reply, 200, '{}')
    if (does === 'notNumbers') return answer(reply, 200, `{"embeddings":[["NaN"${',null'.repeat(95)}]]}`)
    if (does === 'busy') return answer(reply.setHeader('retry-after', '1'), 429, '{}')
    if (does === 'denied') return answer(reply, 401, '{}')
    if (does === 'elsewhere') return answer(reply.setHeader('location', '/elsewhere'), 307, '{}')
    if (does === 'fault') return answer(reply, 500, '{}')
    if (input.some((text) => refused !== undefined && text.includes(refused))) return answer(reply, 400, '{}')
    const vectors = input.map((text) => [...vectorOf(text), ...(does === 'otherLength' ? [1] : [])])
    await sleep(1)
    const isOllama = request.url === '/api/embed'
    const body = isOllama
      ? { embeddings: vectors }
      : // Not necessarily in their order.
        { data: vectors.map((embedding, index) => ({ index, embedding })).reverse() }
    answer(reply, 200, JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    server.close()
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: (how, whom = 'all') => {
      behaviour = how
      to = whom
    },
    resize: (length) => {
      dimensions = length
    },
    refuse: (word) => {
      refused = word
    },
    texts: () => texts.splice(0),
    requests,
  }
}

function add(vector: number[], feature: string, weight: number): void {
  const hash = createHash('md5').update(feature).digest()
  const at = hash.readUInt16BE(0) % vector.length
  vector[at] = (vector[at] ?? 0) + ((hash[2] ?? 0) % 2 === 0 ? weight : -weight)
}

function answer(reply: ServerResponse, status: number, body: string, type = 'application/json'): void {
  reply.writeHead(status, { 'content-type': type }).end(body)
}
