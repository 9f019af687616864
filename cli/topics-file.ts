/** The topics that documents are sorted into: those that come along, or a file of the user's own, JSON or SKOS. */
import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createThesaurus } from '../indexer/describe/thesaurus.ts'
import type { Topic } from '../indexer/describe/wordings.ts'
import { statementsOf } from '../language/bridge/import/rdf.ts'
import { ConfigError } from './config.ts'
import { readTopics } from './installation.ts'

const MAX_JSON_BYTES = 32 * 1024 * 1024
const MAX_WORDINGS = 500
const RDF = [
  { ending: /\.(?:ttl|nt)$/i, format: 'turtle' },
  { ending: /\.(?:rdf|xml)$/i, format: 'rdfxml' },
] as const

/**
 * The topics of an installation.
 *
 * @param topicsPath a SKOS thesaurus (`.ttl`, `.nt`, `.rdf`, `.xml`), or JSON in the form of `seeds/topics.json`; default: that file
 * @throws {ConfigError} with what is wrong with it
 */
export async function topicsOf({ topicsPath: path }: { topicsPath: string | undefined }): Promise<Topic[]> {
  if (path === undefined) return readTopics()
  try {
    const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() === true
    if (!isFile) throw new ConfigError('there is no such file')
    const rdf = RDF.find(({ ending }) => ending.test(path))
    const topics = rdf === undefined ? fromJson(path) : await fromSkos(path, rdf.format)
    if (topics.length === 0) throw new ConfigError('it has no topic with an Italian or English label')
    return topics
  } catch (cause) {
    throw new ConfigError(`TOPICS is "${path}", which cannot be used: ${(cause as Error).message}`, { cause })
  }
}

async function fromSkos(path: string, format: 'turtle' | 'rdfxml'): Promise<Topic[]> {
  const thesaurus = createThesaurus()
  for await (const statement of statementsOf(createReadStream(path), format, path)) thesaurus.add(statement)
  return thesaurus.topics()
}

function fromJson(path: string): Topic[] {
  if (statSync(path).size > MAX_JSON_BYTES) throw new ConfigError('it is larger than 32 MB')
  const found: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!Array.isArray(found)) throw new ConfigError('it is no list of topics')
  const ids = new Set<string>()
  return found.map((value, index) => {
    const topic = topicOf(value)
    if (topic === undefined) {
      throw new ConfigError(
        `number ${index + 1} is no topic. A topic is {"id": "slug", "labels": {"it", "en"}, "wordings": {"it": […], "en": […]}}`,
      )
    }
    if (ids.has(topic.id)) throw new ConfigError(`the id "${topic.id}" is there twice`)
    ids.add(topic.id)
    return topic
  })
}

function topicOf(value: unknown): Topic | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { id, labels, wordings } = value as Record<string, unknown>
  if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9_-]{0,63}$/.test(id) || id === 'unclassified')
    return undefined
  const names = labels as Record<string, unknown> | undefined
  const words = wordings as Record<string, unknown> | undefined
  const it = names?.it ?? names?.en
  const en = names?.en ?? names?.it
  if (typeof it !== 'string' || typeof en !== 'string' || it === '' || en === '') return undefined
  const lists = { it: listOf(words?.it), en: listOf(words?.en) }
  return lists.it === undefined || lists.en === undefined
    ? undefined
    : { id, labels: { it, en }, wordings: { it: lists.it, en: lists.en } }
}

function listOf(value: unknown): string[] | undefined {
  if (value === undefined) return []
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string' && one.trim() !== '')
  return isList && value.length <= MAX_WORDINGS ? value : undefined
}
