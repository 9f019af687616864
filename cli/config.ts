/** Configuration: environment and `.env` file in, checked values out. variables.ts says what there is to set. */
import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { ServerAddress } from '../engine/engine.ts'
import type { ReadOptions } from '../indexer/read/formats.ts'
import { isLoopback } from '../server/hosts.ts'
import type { MeaningOptions } from '../server/meaning/meaning.ts'
import type { TracingOptions } from '../server/tracing/sender.ts'
import { tracingHeaders } from './tracing-headers.ts'
import { SECRET, VARIABLES, type Variable, Variables } from './variables.ts'

/** A wrong value in the configuration. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const MB = 1024 ** 2

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
  for (const name of VARIABLES) {
    const value = variables[name]?.trim()
    if (value) given[name] = isNumber(name) && /^\d+$/.test(value) ? Number(value) : value
  }
  const values = Value.Default(Variables, given)
  if (!Value.Check(Variables, values)) {
    const name = Value.Errors(Variables, values)[0]?.instancePath.split('/')[1] as Variable
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

function isNumber(name: Variable): boolean {
  return Type.IsInteger(Variables.properties[name])
}

function wrong(name: Variable, value: unknown): ConfigError {
  const shown = SECRET.has(name) ? '(hidden)' : `"${value}"`
  const schema: object = Variables.properties[name]
  const { description }: { description?: string } = schema
  return new ConfigError(`${name} is ${shown}, but must be ${description}.`)
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
