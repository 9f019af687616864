/** Texts of passages → their vectors: some at a time, those by themselves that an embedder does not take together. */
import type { PassageToEmbed } from '../../engine/vectors-due.ts'
import type { Embedder } from './embedder.ts'
import { EmbedderError } from './embedder-error.ts'

/** Passages a request: an answer of so many is taken apart on the thread that answers searches, in a few milliseconds. */
const A_REQUEST = 16
/** Requests under way: queries must find the embedder free. */
const AT_ONCE = 2
/** A passage has 200 words as a rule; what has no spaces may be much longer. */
const MAX_CHARACTERS = 8_000
/** An embedder on a processor takes its time. */
const TIMEOUT_MS = 120_000

/** A passage with its vector; null if the embedder takes no such text. */
export type Embedded = { passage: PassageToEmbed; vector: number[] | null }

/**
 * Embeds passages.
 *
 * @throws {EmbedderError} if the embedder fails, or gives vectors of another length than `dimensions`
 */
export async function embedPassages(
  passages: readonly PassageToEmbed[],
  embedder: Embedder,
  dimensions: number,
  signal: AbortSignal,
): Promise<Embedded[]> {
  const requests = Array.from({ length: Math.ceil(passages.length / A_REQUEST) }, (_, index) =>
    passages.slice(index * A_REQUEST, (index + 1) * A_REQUEST),
  )
  const done: Embedded[][] = []
  const failing = new AbortController()
  const until = AbortSignal.any([signal, failing.signal])
  const work = async (): Promise<void> => {
    for (let next = requests.shift(); next !== undefined; next = requests.shift()) {
      done.push(await embedTogether(next, embedder, dimensions, until))
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  } finally {
    failing.abort()
  }
  return done.flat()
}

async function embedTogether(
  passages: readonly PassageToEmbed[],
  embedder: Embedder,
  dimensions: number,
  signal: AbortSignal,
): Promise<Embedded[]> {
  try {
    const until = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)])
    const vectors = await embedder.embed(passages.map(textOf), until).catch((error: unknown) => {
      signal.throwIfAborted()
      if (error instanceof EmbedderError) throw error
      throw new EmbedderError('away', 'The embedder does not answer in time.', { cause: error })
    })
    return passages.map((passage, index) => ({ passage, vector: usable(vectors[index], dimensions) }))
  } catch (error) {
    if (!(error instanceof EmbedderError) || error.code !== 'refused') throw error
    const [only, ...others] = passages
    // It would not take it the next time either: it has no vector, and is not asked about again.
    if (only !== undefined && others.length === 0) return [{ passage: only, vector: null }]
    const one: Embedded[] = []
    for (const passage of passages)
      one.push(...(await embedTogether([passage], embedder, dimensions, signal)))
    return one
  }
}

function usable(vector: number[] | undefined, dimensions: number): number[] | null {
  if (vector?.length !== dimensions) {
    const given = vector?.length ?? 0
    throw new EmbedderError(
      'nonsense',
      `The embedder gave vectors of ${given} numbers, ${dimensions} before.`,
    )
  }
  // A vector of zeros points nowhere.
  return vector.some((value) => value !== 0) ? vector : null
}

/** What is embedded: a passage says more under its title and headings. */
function textOf({ title, heading, text }: PassageToEmbed): string {
  return [...new Set([title, ...heading, text])].join('\n').slice(0, MAX_CHARACTERS)
}
