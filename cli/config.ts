/** Configuration: environment and `.env` file in, checked values out. The schema is the only definition. */
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'

/** A wrong value in the configuration. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

const Environment = Type.Object({
  HOST: Type.String({ default: '127.0.0.1', minLength: 1 }),
  PORT: Type.Integer({ default: 3000, minimum: 0, maximum: 65_535 }),
  DATA_DIR: Type.String({ default: './data', minLength: 1 }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { default: 'info' }),
  LEARN: Type.Enum(['on', 'off'], { default: 'on' }),
  ALLOWED_HOSTS: Type.Optional(Type.String({ pattern: '^[^\\s,/:]+(\\s*,\\s*[^\\s,/:]+)*$' })),
  MEILI_URL: Type.Optional(Type.String({ pattern: '^https?://[^\\s/]+(/.*)?$' })),
  MEILI_KEY: Type.Optional(Type.String()),
  MEILI_BIN: Type.Optional(Type.String({ minLength: 1 })),
})

/** What each variable may be, for the message about one that is not. */
const ALLOWED: Record<keyof Static<typeof Environment>, string> = {
  HOST: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  PORT: 'a whole number from 0 to 65535 (0: any free port)',
  DATA_DIR: 'a directory',
  LOG_LEVEL: 'fatal, error, warn, info, debug, trace or silent',
  LEARN: 'on or off',
  ALLOWED_HOSTS: 'host names without ports, separated by commas, such as search.example.org',
  MEILI_URL: 'the address of a Meilisearch server, such as http://127.0.0.1:7700',
  MEILI_KEY: 'the key of that server',
  MEILI_BIN: 'the path of a meilisearch program',
}

/** The configuration of a run. */
export type Config = {
  host: string
  /** 0 means any free port. */
  port: number
  /** Absolute. */
  dataDir: string
  logLevel: string
  /** Whether words are learned from the indexed documents that are translations of each other. */
  learns: boolean
  /** Names that the service answers to on a loopback address, besides localhost. */
  allowedHosts: readonly string[]
  meiliUrl: string | undefined
  meiliKey: string | undefined
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
  const given: Record<string, string | number> = {}
  for (const name of Object.keys(ALLOWED)) {
    const value = environment[name]?.trim() || fromFile[name]?.trim()
    if (value) given[name] = name === 'PORT' && /^\d+$/.test(value) ? Number(value) : value
  }
  const values = Value.Default(Environment, given)
  if (!Value.Check(Environment, values)) {
    const name = Value.Errors(Environment, values)[0]?.instancePath.split('/')[1] as keyof typeof ALLOWED
    const value = name === 'MEILI_KEY' ? '(hidden)' : `"${given[name]}"`
    throw new ConfigError(`${name} is ${value}, but must be ${ALLOWED[name]}.`)
  }
  if (values.MEILI_KEY !== undefined && values.MEILI_URL === undefined) {
    throw new ConfigError('MEILI_KEY is set without MEILI_URL. Set MEILI_URL too, or unset MEILI_KEY.')
  }
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir: resolve(directory, values.DATA_DIR),
    logLevel: values.LOG_LEVEL,
    learns: values.LEARN === 'on',
    allowedHosts: values.ALLOWED_HOSTS?.split(',').map((host) => host.trim()) ?? [],
    meiliUrl: values.MEILI_URL,
    meiliKey: values.MEILI_KEY,
    meiliBin: values.MEILI_BIN,
  }
}

function readEnvFile(path: string): NodeJS.Dict<string> {
  if (!existsSync(path)) return {}
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new ConfigError(`The file ${path} cannot be read (${(cause as Error).message}).`, { cause })
  }
}
