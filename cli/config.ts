/** Configuration: environment and `.env` file in, checked values out. The schema is the only definition. */
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import type { ServerAddress } from '../engine/engine.ts'
import type { ReadOptions } from '../indexer/read/formats.ts'
import { isLoopback } from '../server/hosts.ts'
import type { MeaningOptions } from '../server/meaning/meaning.ts'
import type { TracingOptions } from '../server/tracing/sender.ts'
import { tracingHeaders } from './tracing-headers.ts'

/** A wrong value in the configuration. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const Environment = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', minLength: 1 }),
  PORT: Type.Integer({ default: 3000, minimum: 0, maximum: 65_535 }),
  DATA_DIR: Type.String({ default: './data', minLength: 1 }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { default: 'info' }),
  LOG_QUERIES: Type.Enum(['on', 'off'], { default: 'off' }),
  TOPICS: Type.Optional(Type.String({ minLength: 1 })),
  LEARN: Type.Enum(['on', 'off'], { default: 'on' }),
  WRITE: Type.Enum(['keys', 'local'], { default: 'keys' }),
  REQUIRE_KEY: Type.Enum(['true', 'false'], { default: 'false' }),
  RATE_LIMIT: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
  CORS_ORIGINS: Type.Optional(Type.String()),
  BASE_PATH: Type.String({ default: '', pattern: '^((/[A-Za-z0-9._~-]+)*/?)$' }),
  TRUST_PROXY: Type.Optional(Type.String()),
  BIFORA_KEY: Type.Optional(Type.String({ pattern: '^[\\x21-\\x7e]+$' })),
  MAX_DOCUMENT_MB: Type.Integer({ default: 256, minimum: 1, maximum: 100_000 }),
  MAX_JSON_MB: Type.Integer({ default: 16, minimum: 1, maximum: 256 }),
  OCR: Type.Enum(['on', 'off'], { default: 'off' }),
  OCR_LANGS: Type.String({ default: 'ita+eng', pattern: '^[a-z_]{2,12}([+,][a-z_]{2,12})*$' }),
  WORKERS: Type.Optional(Type.Integer({ minimum: 1, maximum: 64 })),
  PROCESSES: Type.Integer({ default: 1, minimum: 1, maximum: 64 }),
  ALLOWED_HOSTS: Type.Optional(Type.String({ pattern: '^[^\\s,/:]+(\\s*,\\s*[^\\s,/:]+)*$' })),
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://[^\\s/?#]+(/[^\\s?#]*)?$' })),
  OTEL_EXPORTER_OTLP_HEADERS: Type.Optional(Type.String()),
  OTEL_SERVICE_NAME: Type.String({ default: 'bifora', minLength: 1 }),
  EMBEDDER_URL: Type.Optional(Type.String({ pattern: '^https?://[^\\s/?#@]+(/[^\\s#]*)?$' })),
  EMBEDDER_MODEL: Type.Optional(Type.String({ minLength: 1 })),
  EMBEDDER_KEY: Type.Optional(Type.String({ pattern: '^[\\x21-\\x7e]+$' })),
  EMBEDDER_TIMEOUT_MS: Type.Integer({ default: 300, minimum: 10, maximum: 5_000 }),
  MEILI_URL: Type.Optional(
    Type.String({ pattern: '^https?://[^\\s/,]+(/[^,]*)?(\\s*,\\s*https?://[^\\s/,]+(/[^,]*)?)*$' }),
  ),
  MEILI_KEY: Type.Optional(Type.String()),
  MEILI_BIN: Type.Optional(Type.String({ minLength: 1 })),
})

/** What each variable may be, for the message about one that is not. */
const ALLOWED: Record<keyof Static<typeof Environment>, string> = {
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PORT: 'a whole number from 0 to 65535 (0: any free port)',
  DATA_DIR: 'a directory',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  LOG_QUERIES: 'on (the log says what people search for) or off',
  TOPICS: 'a file of topics: JSON as in seeds/topics.json, or a SKOS thesaurus (.ttl, .nt, .rdf, .xml)',
  LEARN: 'on or off',
  WRITE:
    'keys (writing needs a key) or local (on a loopback address, programs on this machine may write without one)',
  REQUIRE_KEY: 'true (reading needs a key, too) or false',
  RATE_LIMIT: 'how many requests a minute are answered by key or address: a whole number, 0 for any number',
  CORS_ORIGINS: 'origins separated by commas, such as https://app.example.org, or *',
  BASE_PATH: 'a path such as /search',
  TRUST_PROXY:
    'addresses or networks of proxies separated by commas, such as 10.0.0.0/8, or how many there are in a row',
  BIFORA_KEY: 'a key of the service that is asked: letters, figures and signs without spaces',
  MAX_DOCUMENT_MB: 'the longest file that the service takes, in MB: a whole number from 1 to 100000',
  MAX_JSON_MB: 'the longest document in JSON that the service takes, in MB: a whole number from 1 to 256',
  OCR: 'on (scanned pages and pictures are read) or off',
  OCR_LANGS: 'languages of scanned pages as Tesseract calls them, such as ita+eng',
  PROCESSES: 'how many processes answer searches: a whole number from 1 to 64',
  WORKERS: 'how many threads read documents: a whole number from 1 to 64',
  ALLOWED_HOSTS: 'host names without ports, separated by commas, such as search.example.org',
  OTEL_EXPORTER_OTLP_ENDPOINT: 'the address of an OpenTelemetry collector, such as http://127.0.0.1:4318',
  OTEL_EXPORTER_OTLP_HEADERS: 'headers for it as name=value, percent-encoded and separated by commas',
  OTEL_SERVICE_NAME: 'what the collector calls this service',
  EMBEDDER_URL:
    'the address of an embedder, such as http://127.0.0.1:11434/api/embed or https://api.example.org/v1/embeddings',
  EMBEDDER_MODEL: 'the model of that embedder, such as bge-m3',
  EMBEDDER_KEY: 'the key of that embedder: letters, figures and signs without spaces',
  EMBEDDER_TIMEOUT_MS:
    'how long a search waits for that embedder, in milliseconds: a whole number from 10 to 5000',
  MEILI_URL:
    'the address of a Meilisearch server, such as http://127.0.0.1:7700, or of several that hold one index, separated by commas',
  MEILI_KEY:
    'the key of that server; of several one for all, or as many in the same order, separated by commas',
  MEILI_BIN: 'the path of a meilisearch program',
}

const MB = 1024 ** 2

/** Variables that are numbers. */
const NUMBERS: ReadonlySet<string> = new Set([
  'PORT',
  'RATE_LIMIT',
  'MAX_DOCUMENT_MB',
  'MAX_JSON_MB',
  'WORKERS',
  'EMBEDDER_TIMEOUT_MS',
  'PROCESSES',
])
/** Variables whose values are not shown. */
const SECRET: ReadonlySet<string> = new Set([
  'MEILI_KEY',
  'BIFORA_KEY',
  'EMBEDDER_KEY',
  'OTEL_EXPORTER_OTLP_HEADERS',
])
/** Requests a minute, where RATE_LIMIT does not say. */
const DEFAULT_RATE_LIMIT = 1200

/** The configuration of a run. */
export type Config = {
  host: string
  /** 0 means any free port. */
  port: number
  /** Absolute. */
  dataDir: string
  logLevel: string
  /** Whether the log has the texts of queries. */
  logsQueries: boolean
  /** Where traces of requests go; undefined: nowhere. */
  tracing: TracingOptions | undefined
  /** Absolute; the topics that come along if undefined. */
  topicsPath: string | undefined
  /** Whether words are learned from the indexed documents that are translations of each other. */
  learns: boolean
  /** Names that the service answers to on a loopback address, besides localhost. */
  allowedHosts: readonly string[]
  /** Whether programs on this machine may write without a key. */
  writesLocally: boolean
  /** Whether reading needs a key, too. */
  requiresKey: boolean
  /** Requests a minute by key or address, 0: any number; loopback addresses only where it is given. */
  limits: { perMinute: number; limitsLoopback: boolean }
  /** Origins whose pages may read answers; `*`: all. */
  corsOrigins: readonly string[]
  /** Prefix of all addresses, without a slash at its end; empty: none. */
  basePath: string
  /** Addresses and networks of proxies, or how many of them stand in a row. */
  trustProxy: number | readonly string[]
  /** The key to ask a service with. */
  key: string | undefined
  /** Longest documents that the service takes, as files and in JSON. */
  maxBytes: { maxDocumentBytes: number; maxJsonBytes: number }
  /** Threads that read documents. Default: one less than the machine has processors, at least one. */
  workers: number
  /** Processes that answer searches; 1: the service is one process. */
  processes: number
  /** How files are read. */
  reading: ReadOptions
  /** The embedder that documents are found by meaning with; undefined: there is none. */
  meaning: MeaningOptions | undefined
  /** Servers to use instead of the embedded engine. */
  meiliServers: readonly ServerAddress[] | undefined
  meiliBin: string | undefined
}

/**
 * Reads the configuration. The environment wins over the `.env` file of the working directory; empty values count as
 * not given.
 *
 * @throws {ConfigError} one line that names the variable, its value and what is allowed; `MEILI_BIN` is not in the file
 */
export function readConfig(environment: NodeJS.ProcessEnv, directory: string): Config {
  const path = resolve(directory, '.env')
  const fromFile = readEnvFile(path)
  if (fromFile.MEILI_BIN?.trim() && !environment.MEILI_BIN?.trim()) {
    // The file may have come with a folder of documents.
    throw new ConfigError(
      `MEILI_BIN is set in the file ${path}: a program to run is only taken from the environment. Set it there, and remove it from the file.`,
    )
  }
  return checkConfig({ ...fromFile, ...withoutEmpty(environment) }, directory)
}

/**
 * The configuration that variables ask for; empty values count as not given.
 *
 * @param directory what relative paths start from
 * @throws {ConfigError} one line that names the variable, its value and what is allowed
 */
export function checkConfig(variables: NodeJS.ProcessEnv, directory: string): Config {
  const given: Record<string, string | number> = {}
  for (const name of Object.keys(ALLOWED)) {
    const value = variables[name]?.trim()
    if (value) given[name] = NUMBERS.has(name) && /^\d+$/.test(value) ? Number(value) : value
  }
  const values = Value.Default(Environment, given)
  if (!Value.Check(Environment, values)) {
    const name = Value.Errors(Environment, values)[0]?.instancePath.split('/')[1] as keyof typeof ALLOWED
    throw wrong(name, given[name])
  }
  const corsOrigins = listOf(values.CORS_ORIGINS)
  if (!corsOrigins.every(isOrigin)) throw wrong('CORS_ORIGINS', values.CORS_ORIGINS)
  const trustProxy = readProxies(values.TRUST_PROXY)
  if (trustProxy === undefined) throw wrong('TRUST_PROXY', values.TRUST_PROXY)
  const headers =
    values.OTEL_EXPORTER_OTLP_HEADERS === undefined ? {} : tracingHeaders(values.OTEL_EXPORTER_OTLP_HEADERS)
  if (headers === undefined) throw wrong('OTEL_EXPORTER_OTLP_HEADERS', values.OTEL_EXPORTER_OTLP_HEADERS)
  if (values.WRITE === 'local' && values.REQUIRE_KEY === 'true') {
    throw new ConfigError(
      'WRITE is "local" and REQUIRE_KEY is "true", which contradict each other: without a key, either this machine may write or nobody may do anything. Unset one of them.',
    )
  }
  if (values.WRITE === 'local' && !isLoopback(values.HOST)) {
    throw new ConfigError(
      `WRITE is "local", but HOST is "${values.HOST}", which others can reach. Set HOST to 127.0.0.1, or unset WRITE and make a key: bifora keys add`,
    )
  }
  if (values.MEILI_KEY !== undefined && values.MEILI_URL === undefined) {
    throw new ConfigError('MEILI_KEY is set without MEILI_URL. Set MEILI_URL too, or unset MEILI_KEY.')
  }
  const { EMBEDDER_URL: url, EMBEDDER_MODEL: model, EMBEDDER_KEY: embedderKey } = values
  if ((url === undefined) !== (model === undefined) || (embedderKey !== undefined && url === undefined)) {
    const missing = url === undefined ? 'EMBEDDER_URL' : 'EMBEDDER_MODEL'
    throw new ConfigError(
      `${missing} is not set, but other settings of the embedder are. EMBEDDER_URL and EMBEDDER_MODEL go together: set both, or unset all of them.`,
    )
  }
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: resolve(directory, values.DATA_DIR),
    logLevel: values.LOG_LEVEL,
    logsQueries: values.LOG_QUERIES === 'on',
    tracing:
      values.OTEL_EXPORTER_OTLP_ENDPOINT === undefined
        ? undefined
        : { endpoint: values.OTEL_EXPORTER_OTLP_ENDPOINT, headers, serviceName: values.OTEL_SERVICE_NAME },
    topicsPath: values.TOPICS === undefined ? undefined : resolve(directory, values.TOPICS),
    learns: values.LEARN === 'on',
    allowedHosts: listOf(values.ALLOWED_HOSTS),
    writesLocally: values.WRITE === 'local',
    requiresKey: values.REQUIRE_KEY === 'true',
    limits: {
      perMinute: values.RATE_LIMIT ?? DEFAULT_RATE_LIMIT,
      limitsLoopback: (values.RATE_LIMIT ?? 0) > 0,
    },
    corsOrigins,
    basePath: values.BASE_PATH.replace(/\/$/, ''),
    trustProxy,
    key: values.BIFORA_KEY,
    maxBytes: {
      maxDocumentBytes: values.MAX_DOCUMENT_MB * MB,
      maxJsonBytes: values.MAX_JSON_MB * MB,
    },
    reading: values.OCR === 'on' ? { ocr: { languages: values.OCR_LANGS.split(/[+,]/) } } : {},
    meaning:
      url === undefined || model === undefined
        ? undefined
        : { url, model, key: embedderKey, timeoutMs: values.EMBEDDER_TIMEOUT_MS },
    workers: values.WORKERS ?? defaultWorkers(),
    processes: values.PROCESSES,
    meiliServers:
      values.MEILI_URL === undefined ? undefined : serversOf(values.MEILI_URL, values.MEILI_KEY ?? ''),
    meiliBin: values.MEILI_BIN,
  }
}

function withoutEmpty(variables: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value?.trim()))
}

function wrong(name: keyof typeof ALLOWED, value: unknown): ConfigError {
  const shown = SECRET.has(name) ? '(hidden)' : `"${value}"`
  return new ConfigError(`${name} is ${shown}, but must be ${ALLOWED[name]}.`)
}

function listOf(value: string | undefined): string[] {
  return value?.split(',').map((one) => one.trim()) ?? []
}

/** Addresses with their keys. One address has the whole key, whatever is in it. */
function serversOf(urls: string, key: string): ServerAddress[] {
  const addresses = listOf(urls)
  const keys = addresses.length === 1 ? [key] : key.split(',').map((one) => one.trim())
  if (keys.length !== 1 && keys.length !== addresses.length) {
    throw new ConfigError(
      `MEILI_KEY has ${keys.length} keys, and MEILI_URL ${addresses.length} addresses. Give one key for all servers, or one for each in the same order.`,
    )
  }
  return addresses.map((url, index) => ({ url, key: keys[index] ?? keys[0] ?? '' }))
}

function isOrigin(value: string): boolean {
  return value === '*' || (/^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value)
}

/** Undefined if what is given is neither a number nor a list of addresses and networks. */
function readProxies(value: string | undefined): number | string[] | undefined {
  if (value !== undefined && /^\d{1,2}$/.test(value)) return Number(value)
  const proxies = listOf(value)
  return proxies.every(isNetwork) ? proxies : undefined
}

function isNetwork(value: string): boolean {
  const [address = '', bits] = value.split('/')
  const version = isIP(address)
  if (version === 0) return false
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) > 0 && Number(bits) <= (version === 4 ? 32 : 128))
  )
}

function readEnvFile(path: string): NodeJS.Dict<string> {
  if (!existsSync(path)) return {}
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new ConfigError(`The file ${path} cannot be read (${(cause as Error).message}).`, { cause })
  }
}

/** One less than the machine has processors: the engine needs one, too. */
export function defaultWorkers(): number {
  return Math.max(1, availableParallelism() - 1)
}
