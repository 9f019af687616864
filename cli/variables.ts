/** The variables that the configuration is read from: what each may be, in a schema and in words, and its default. */
import { type Static, Type } from 'typebox'

/** All variables; the description of each completes the sentence that it must be …. */
export const Variables = Type.Object({
  HOST: Type.String({
    default: '127.0.0.1',
    minLength: 1,
    description: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  }),
  PORT: Type.Integer({
    default: 3000,
    minimum: 0,
    maximum: 65_535,
    description: 'a whole number from 0 to 65535 (0: any free port)',
  }),
  DATA_DIR: Type.String({ default: './data', minLength: 1, description: 'a directory' }),
  LOG_LEVEL: Type.Enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
    default: 'info',
    description: 'fatal, error, warn, info, debug, trace or silent',
  }),
  LOG_QUERIES: Type.Enum(['on', 'off'], {
    default: 'off',
    description: 'on (the log says what people search for) or off',
  }),
  TOPICS: Type.Optional(
    Type.String({
      minLength: 1,
      description:
        'a file of topics: JSON as in seeds/topics.json, or a SKOS thesaurus (.ttl, .nt, .rdf, .xml)',
    }),
  ),
  LEARN: Type.Enum(['on', 'off'], { default: 'on', description: 'on or off' }),
  WRITE: Type.Enum(['keys', 'local'], {
    default: 'keys',
    description:
      'keys (writing needs a key) or local (on a loopback address, programs on this machine may write without one)',
  }),
  REQUIRE_KEY: Type.Enum(['true', 'false'], {
    default: 'false',
    description: 'true (reading needs a key, too) or false',
  }),
  RATE_LIMIT: Type.Optional(
    Type.Integer({
      minimum: 0,
      maximum: 1_000_000_000,
      description:
        'how many requests a minute are answered by key or address: a whole number, 0 for any number',
    }),
  ),
  CORS_ORIGINS: Type.Optional(
    Type.String({ description: 'origins separated by commas, such as https://app.example.org, or *' }),
  ),
  BASE_PATH: Type.String({
    default: '',
    pattern: '^((/[A-Za-z0-9._~-]+)*/?)$',
    description: 'a path such as /search',
  }),
  TRUST_PROXY: Type.Optional(
    Type.String({
      description:
        'addresses or networks of proxies separated by commas, such as 10.0.0.0/8, or how many there are in a row',
    }),
  ),
  BIFORA_KEY: Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]+$',
      description: 'a key of the service that is asked: letters, figures and signs without spaces',
    }),
  ),
  MAX_DOCUMENT_MB: Type.Integer({
    default: 256,
    minimum: 1,
    maximum: 100_000,
    description: 'the longest file that the service takes, in MB: a whole number from 1 to 100000',
  }),
  MAX_JSON_MB: Type.Integer({
    default: 16,
    minimum: 1,
    maximum: 256,
    description: 'the longest document in JSON that the service takes, in MB: a whole number from 1 to 256',
  }),
  OCR: Type.Enum(['on', 'off'], {
    default: 'off',
    description: 'on (scanned pages and pictures are read) or off',
  }),
  OCR_LANGS: Type.String({
    default: 'ita+eng',
    pattern: '^[a-z_]{2,12}([+,][a-z_]{2,12})*$',
    description: 'languages of scanned pages as Tesseract calls them, such as ita+eng',
  }),
  WORKERS: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 64,
      description: 'how many threads read documents: a whole number from 1 to 64',
    }),
  ),
  PROCESSES: Type.Integer({
    default: 1,
    minimum: 1,
    maximum: 64,
    description: 'how many processes answer searches: a whole number from 1 to 64',
  }),
  ALLOWED_HOSTS: Type.Optional(
    Type.String({
      pattern: '^[^\\s,/:]+(\\s*,\\s*[^\\s,/:]+)*$',
      description: 'host names without ports, separated by commas, such as search.example.org',
    }),
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s/?#]+(/[^\\s?#]*)?$',
      description: 'the address of an OpenTelemetry collector, such as http://127.0.0.1:4318',
    }),
  ),
  OTEL_EXPORTER_OTLP_HEADERS: Type.Optional(
    Type.String({ description: 'headers for it as name=value, percent-encoded and separated by commas' }),
  ),
  OTEL_SERVICE_NAME: Type.String({
    default: 'bifora',
    minLength: 1,
    description: 'what the collector calls this service',
  }),
  EMBEDDER_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s/?#@]+(/[^\\s#]*)?$',
      description:
        'the address of an embedder, such as http://127.0.0.1:11434/api/embed or https://api.example.org/v1/embeddings',
    }),
  ),
  EMBEDDER_MODEL: Type.Optional(
    Type.String({ minLength: 1, description: 'the model of that embedder, such as bge-m3' }),
  ),
  EMBEDDER_KEY: Type.Optional(
    Type.String({
      pattern: '^[\\x21-\\x7e]+$',
      description: 'the key of that embedder: letters, figures and signs without spaces',
    }),
  ),
  EMBEDDER_TIMEOUT_MS: Type.Integer({
    default: 300,
    minimum: 10,
    maximum: 5_000,
    description: 'how long a search waits for that embedder, in milliseconds: a whole number from 10 to 5000',
  }),
  MEILI_URL: Type.Optional(
    Type.String({
      pattern: '^https?://[^\\s/,]+(/[^,]*)?(\\s*,\\s*https?://[^\\s/,]+(/[^,]*)?)*$',
      description:
        'the address of a Meilisearch server, such as http://127.0.0.1:7700, or of several that hold one index, separated by commas',
    }),
  ),
  MEILI_KEY: Type.Optional(
    Type.String({
      description:
        'the key of that server; of several one for all, or as many in the same order, separated by commas',
    }),
  ),
  MEILI_BIN: Type.Optional(Type.String({ minLength: 1, description: 'the path of a meilisearch program' })),
})
/** Their values, defaults filled in. */
export type Variables = Static<typeof Variables>
/** The name of a variable. */
export type Variable = keyof Variables

/** The names of all variables. */
export const VARIABLES = Object.keys(Variables.properties) as Variable[]

/** The variables whose values are not shown. */
export const SECRET: ReadonlySet<Variable> = new Set([
  'MEILI_KEY',
  'BIFORA_KEY',
  'EMBEDDER_KEY',
  'OTEL_EXPORTER_OTLP_HEADERS',
])
