/** `bifora places` and `bifora forget <place>`. */
import { resolve } from 'node:path'
import { openEngine } from '../engine/engine.ts'
import { liveIndexes } from '../engine/generation.ts'
import { API_PLACE, type Place, readPlaces } from '../engine/places.ts'
import { ask, matches } from '../engine/search.ts'
import { IndexingError } from '../indexer/errors.ts'
import { forgetPlace } from '../indexer/forget.ts'
import type { Config } from './config.ts'
import { tellRunningService } from './connection.ts'
import { EXIT } from './exit.ts'
import { openIndexing } from './indexing.ts'
import { learnFromIndex } from './learn/from-index.ts'
import { createLogger } from './logger.ts'
import { asCommand } from './role.ts'

/** How to run these commands. */
export type PlacesOptions = { config: Config; signal: AbortSignal; asJson: boolean }

/** A place with the number of its documents. */
export type CountedPlace = Place & { documents: number }

/** Lists the places that the index is kept in step with. */
export async function placesCommand({ config, signal, asJson }: PlacesOptions): Promise<number> {
  const engine = await openEngine({
    ...config,
    ...asCommand('places'),
    logger: createLogger(config.logLevel),
    signal,
  })
  try {
    const places = await countedPlaces(engine, signal)
    if (asJson) process.stdout.write(`${JSON.stringify({ places })}\n`)
    else if (places.length === 0)
      process.stdout.write('Nothing is indexed. Index a folder: bifora index <path>.\n')
    for (const { name, root, documents, indexedAt } of asJson ? [] : places) {
      const from = root ?? (name === API_PLACE ? 'sent over REST' : 'came in on the standard input')
      const when = indexedAt === '' ? '' : `, ${indexedAt.slice(0, 16).replace('T', ' ')} UTC`
      process.stdout.write(
        `${name}\t${documents} ${documents === 1 ? 'document' : 'documents'}\t${from}${when}\n`,
      )
    }
    return EXIT.done
  } finally {
    await engine.close()
  }
}

/** All places with the number of their documents; none if nothing is indexed. */
export async function countedPlaces(
  engine: Awaited<ReturnType<typeof openEngine>>,
  signal: AbortSignal,
): Promise<CountedPlace[]> {
  const indexes = await liveIndexes(engine, signal)
  if (indexes === undefined) return []
  const places = await readPlaces(engine, signal)
  const { counts } = await ask(
    { engine, indexes, signal },
    { counts: [matches(indexes, '', { facets: ['paths.place'] })] },
  )
  const byPlace = counts[0]?.facets['paths.place'] ?? {}
  const posted = byPlace[API_PLACE]
  if (posted !== undefined && places.every(({ name }) => name !== API_PLACE)) {
    places.push({ name: API_PLACE, indexedAt: '' })
  }
  return places.map((place) => ({ ...place, documents: byPlace[place.name] ?? 0 }))
}

/**
 * Removes all documents of a place, given by its name or its path.
 *
 * @throws {IndexingError} `PLACE_UNKNOWN`, naming those there are
 */
export async function forgetCommand(
  wanted: string,
  { config, signal, asJson }: PlacesOptions,
): Promise<number> {
  const engine = await openEngine({
    ...config,
    ...asCommand('forget'),
    logger: createLogger(config.logLevel),
    signal,
  })
  const indexing = await openIndexing(engine, config, { what: 'bifora forget' }).catch(async (error) => {
    // A process whose engine runs does not end.
    await engine.close()
    throw error
  })
  try {
    const places = await countedPlaces(engine, signal)
    const place =
      places.find(({ name }) => name === wanted) ?? places.find(({ root }) => root === resolve(wanted))
    if (place === undefined) throw unknownPlace(wanted, places)
    const removed = await forgetPlace(place.name, { ...indexing, signal })
    if (removed > 0) await tellRunningService(config, signal)
    if (removed > 0) await learnFromIndex({ engine, ...config, signal })
    process.stdout.write(
      asJson
        ? `${JSON.stringify({ place: place.name, removed })}\n`
        : `Forgot ${place.name}: ${removed === 1 ? '1 document was' : `${removed} documents were`} removed.\n`,
    )
    return EXIT.done
  } finally {
    await indexing.writing.close()
    await engine.close()
  }
}

function unknownPlace(wanted: string, places: readonly Place[]): IndexingError {
  const known = places.map(({ name }) => name).join(', ')
  return new IndexingError(
    'PLACE_UNKNOWN',
    `There is no place "${wanted}". ${known === '' ? 'Nothing is indexed.' : `Places: ${known}.`}`,
  )
}
