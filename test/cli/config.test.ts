/** Settings and arguments: what is taken, and what is refused before anything is started. */
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import t from 'tap'
import { defaultWorkers, readConfig } from '../../cli/config.ts'
import { createProgress, duration, progressLine } from '../../cli/progress.ts'
import { makeProgram } from './program.ts'

const program = await makeProgram(t)

t.test('settings are taken from the environment', async (t) => {
  const directory = t.testdir()
  const defaults = {
    host: '127.0.0.1',
    port: 3000,
    dataDir: join(directory, 'data'),
    logLevel: 'info',
    logsQueries: false,
    tracing: undefined,
    topicsPath: undefined,
    learns: true,
    allowedHosts: [],
    writesLocally: false,
    requiresKey: false,
    limits: { perMinute: 1200, limitsLoopback: false },
    corsOrigins: [],
    basePath: '',
    trustProxy: [],
    key: undefined,
    maxBytes: { maxDocumentBytes: 256 * 1024 ** 2, maxJsonBytes: 16 * 1024 ** 2 },
    workers: defaultWorkers(),
    meaning: undefined,
    processes: 1,
    reading: {},
    meiliServers: undefined,
    meiliBin: undefined,
  }
  const cases: [
    why: string,
    environment: Record<string, string>,
    wanted: Partial<typeof defaults> | object,
  ][] = [
    ['nothing given', {}, {}],
    ['any free port', { PORT: '0' }, { port: 0 }],
    ['queries in the log', { LOG_QUERIES: 'on' }, { logsQueries: true }],
    [
      'traces',
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:4318', OTEL_EXPORTER_OTLP_HEADERS: 'api-key=a%20b' },
      {
        tracing: { endpoint: 'http://127.0.0.1:4318', headers: { 'api-key': 'a b' }, serviceName: 'bifora' },
      },
    ],
    [
      'an embedder',
      { EMBEDDER_URL: 'http://127.0.0.1:11434/api/embed', EMBEDDER_MODEL: 'bge-m3' },
      {
        meaning: {
          url: 'http://127.0.0.1:11434/api/embed',
          model: 'bge-m3',
          key: undefined,
          timeoutMs: 300,
        },
      },
    ],
    ['threads', { WORKERS: '3' }, { workers: 3 }],
    ['processes', { PROCESSES: '4' }, { processes: 4 }],
    ['pictures', { OCR: 'on', OCR_LANGS: 'ita' }, { reading: { ocr: { languages: ['ita'] } } }],
    ['the highest port', { PORT: '65535' }, { port: 65_535 }],
    ['spaces around a value', { PORT: ' 8080 ', HOST: ' 0.0.0.0\t' }, { port: 8080, host: '0.0.0.0' }],
    [
      'a relative directory',
      { DATA_DIR: 'indice/di prova' },
      { dataDir: join(directory, 'indice/di prova') },
    ],
    ['an absolute directory', { DATA_DIR: '/var/lib/bifora' }, { dataDir: '/var/lib/bifora' }],
    ['no log', { LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    [
      'how long documents may be',
      { MAX_DOCUMENT_MB: '1000', MAX_JSON_MB: '1' },
      { maxBytes: { maxDocumentBytes: 1000 * 1024 ** 2, maxJsonBytes: 1024 ** 2 } },
    ],
    ['nothing is learned', { LEARN: 'off' }, { learns: false }],
    [
      'a server of one’s own',
      { MEILI_URL: 'https://search.example.org/meili', MEILI_KEY: 'k' },
      { meiliServers: [{ url: 'https://search.example.org/meili', key: 'k' }] },
    ],
    [
      'a server without a key',
      { MEILI_URL: 'http://127.0.0.1:7700' },
      { meiliServers: [{ url: 'http://127.0.0.1:7700', key: '' }] },
    ],
    [
      'a server whose key has a comma',
      { MEILI_URL: 'http://a:7700', MEILI_KEY: 'k,l' },
      { meiliServers: [{ url: 'http://a:7700', key: 'k,l' }] },
    ],
    [
      'several servers with one key',
      { MEILI_URL: 'http://a:7700, http://b:7700/meili', MEILI_KEY: 'k' },
      {
        meiliServers: [
          { url: 'http://a:7700', key: 'k' },
          { url: 'http://b:7700/meili', key: 'k' },
        ],
      },
    ],
    [
      'several servers with a key each',
      { MEILI_URL: 'http://a:7700,http://b:7700', MEILI_KEY: 'k, l' },
      {
        meiliServers: [
          { url: 'http://a:7700', key: 'k' },
          { url: 'http://b:7700', key: 'l' },
        ],
      },
    ],
    ['a program of one’s own', { MEILI_BIN: '/opt/meilisearch' }, { meiliBin: '/opt/meilisearch' }],
    ['empty values', { HOST: '', PORT: '', DATA_DIR: '', LOG_LEVEL: '', MEILI_URL: '', MEILI_KEY: '' }, {}],
    ['values of white space', { PORT: '  ', MEILI_KEY: '\t' }, {}],
    [
      'names of the service',
      { ALLOWED_HOSTS: 'a.example.org , b.local' },
      { allowedHosts: ['a.example.org', 'b.local'] },
    ],
    ['writing from this machine', { WRITE: 'local' }, { writesLocally: true }],
    [
      'by any of its names',
      { WRITE: 'local', HOST: 'localhost' },
      { writesLocally: true, host: 'localhost' },
    ],
    ['writing as usual', { WRITE: 'keys', REQUIRE_KEY: 'false' }, {}],
    ['reading closed', { REQUIRE_KEY: 'true' }, { requiresKey: true }],
    [
      'a limit, which holds here, too',
      { RATE_LIMIT: '60' },
      { limits: { perMinute: 60, limitsLoopback: true } },
    ],
    ['no limit', { RATE_LIMIT: '0' }, { limits: { perMinute: 0, limitsLoopback: false } }],
    [
      'pages of other origins',
      { CORS_ORIGINS: 'https://a.example.org, http://localhost:5173' },
      { corsOrigins: ['https://a.example.org', 'http://localhost:5173'] },
    ],
    ['of all origins', { CORS_ORIGINS: '*' }, { corsOrigins: ['*'] }],
    ['a prefix', { BASE_PATH: '/ricerca/v2.0' }, { basePath: '/ricerca/v2.0' }],
    ['a prefix with a slash at its end', { BASE_PATH: '/ricerca/' }, { basePath: '/ricerca' }],
    ['no prefix', { BASE_PATH: '/' }, {}],
    [
      'proxies',
      { TRUST_PROXY: '10.0.0.0/8 , 192.0.2.1,2001:db8::/32, ::1' },
      { trustProxy: ['10.0.0.0/8', '192.0.2.1', '2001:db8::/32', '::1'] },
    ],
    ['so many proxies', { TRUST_PROXY: '2' }, { trustProxy: 2 }],
    ['no proxy', { TRUST_PROXY: '0' }, { trustProxy: 0 }],
    ['a key to ask with', { BIFORA_KEY: 'bif_segreta' }, { key: 'bif_segreta' }],
    ['other variables', { port: '1', BIFORA_PORT: '2' }, {}],
  ]
  for (const [why, environment, wanted] of cases) {
    t.strictSame(readConfig(environment, directory), { ...defaults, ...wanted }, why)
  }
})

t.test('settings are taken from the file .env too, and the environment wins', async (t) => {
  const directory = t.testdir({
    '.env':
      '# Impostazioni\nPORT=4000\nHOST="0.0.0.0" # everybody\nexport LOG_LEVEL=debug\nDATA_DIR=indice\nMEILI_URL=\n',
  })
  const read = (environment: Record<string, string>) => readConfig(environment, directory)
  t.match(read({}), { port: 4000, host: '0.0.0.0', logLevel: 'debug', dataDir: join(directory, 'indice') })
  t.match(read({ PORT: '5000', LOG_LEVEL: 'warn' }), { port: 5000, host: '0.0.0.0', logLevel: 'warn' })
  t.match(read({ PORT: '', HOST: ' ' }), { port: 4000, host: '0.0.0.0' }, 'empty values do not win')
  t.equal(read({}).meiliServers, undefined, 'nor do they count in the file')
})

t.test('the file .env cannot name a program to run', async (t) => {
  const directory = t.testdir({ '.env': 'MEILI_BIN=./meilisearch\n' })
  const message =
    /^MEILI_BIN is set in the file .*\.env: a program to run is only taken from the environment\./
  t.throws(() => readConfig({}, directory), { name: 'ConfigError', message })
  t.throws(() => readConfig({ MEILI_BIN: ' ' }, directory), { name: 'ConfigError', message })
  const { meiliBin } = readConfig({ MEILI_BIN: '/opt/meilisearch' }, directory)
  t.equal(meiliBin, '/opt/meilisearch', 'the environment wins')
})

t.test('a wrong setting is refused in words that say what it is and what is allowed', async (t) => {
  const directory = t.testdir({ odd: { '.env': {} } })
  const cases: [environment: Record<string, string>, message: RegExp][] = [
    [{ PORT: 'abc' }, /^PORT is "abc", but must be a whole number from 0 to 65535/],
    [{ PORT: '3.5' }, /^PORT is "3\.5"/],
    [{ PORT: '-1' }, /^PORT is "-1"/],
    [{ PORT: '0x50' }, /^PORT is "0x50"/],
    [{ PORT: '70000' }, /^PORT is "70000"/],
    [
      { LOG_LEVEL: 'loud' },
      /^LOG_LEVEL is "loud", but must be fatal, error, warn, info, debug, trace or silent/,
    ],
    [{ EMBEDDER_URL: 'ollama', EMBEDDER_MODEL: 'm' }, /^EMBEDDER_URL is "ollama", but must be the address/],
    [{ EMBEDDER_URL: 'http://127.0.0.1:11434' }, /^EMBEDDER_MODEL is not set, but/],
    [{ EMBEDDER_KEY: 'segretissima' }, /^EMBEDDER_URL is not set, but(?!.*segretissima)/],
    [
      { EMBEDDER_URL: 'http://127.0.0.1', EMBEDDER_MODEL: 'm', EMBEDDER_KEY: 'due parole' },
      /^EMBEDDER_KEY is \(hidden\), but must be the key(?!.*parole)/,
    ],
    [
      { EMBEDDER_URL: 'http://127.0.0.1', EMBEDDER_MODEL: 'm', EMBEDDER_TIMEOUT_MS: '0' },
      /^EMBEDDER_TIMEOUT_MS is "0", but must be how long/,
    ],
    [{ PROCESSES: '0' }, /^PROCESSES is "0", but must be how many processes answer searches/],
    [{ PROCESSES: '65' }, /^PROCESSES is "65"/],
    [{ LEARN: 'yes' }, /^LEARN is "yes", but must be on or off/],
    [{ LOG_LEVEL: 'INFO' }, /^LOG_LEVEL is "INFO"/],
    [
      { ALLOWED_HOSTS: 'a.example.org:80' },
      /^ALLOWED_HOSTS is "a\.example\.org:80", but must be host names without ports/,
    ],
    [{ ALLOWED_HOSTS: 'a b' }, /^ALLOWED_HOSTS is "a b"/],
    [{ WRITE: 'yes' }, /^WRITE is "yes", but must be keys \(/],
    [{ WRITE: 'local', HOST: '0.0.0.0' }, /^WRITE is "local", but HOST is "0\.0\.0\.0".*bifora keys add/],
    [
      { WRITE: 'local', REQUIRE_KEY: 'true' },
      /^WRITE is "local" and REQUIRE_KEY is "true", which contradict/,
    ],
    [{ REQUIRE_KEY: '1' }, /^REQUIRE_KEY is "1", but must be true \(/],
    [{ RATE_LIMIT: '-1' }, /^RATE_LIMIT is "-1", but must be how many requests a minute/],
    [{ RATE_LIMIT: '10/s' }, /^RATE_LIMIT is "10\/s"/],
    [{ CORS_ORIGINS: 'app.example.org' }, /^CORS_ORIGINS is "app\.example\.org", but must be origins/],
    [{ CORS_ORIGINS: 'https://a.example.org/' }, /^CORS_ORIGINS is "https:/],
    [{ CORS_ORIGINS: 'https://a.example.org,,' }, /^CORS_ORIGINS is/],
    [{ CORS_ORIGINS: 'null' }, /^CORS_ORIGINS is "null"/],
    [{ CORS_ORIGINS: 'file:///tmp' }, /^CORS_ORIGINS is "file:/],
    [{ BASE_PATH: 'ricerca' }, /^BASE_PATH is "ricerca", but must be a path such as \/search/],
    [{ BASE_PATH: '//evil.example' }, /^BASE_PATH is/],
    [{ BASE_PATH: '/a b' }, /^BASE_PATH is/],
    [{ BASE_PATH: 'https://a.example.org/b' }, /^BASE_PATH is/],
    [{ TRUST_PROXY: 'true' }, /^TRUST_PROXY is "true", but must be addresses or networks/],
    [{ TRUST_PROXY: '10.0.0.0/33' }, /^TRUST_PROXY is/],
    [{ TRUST_PROXY: '0.0.0.0/0' }, /^TRUST_PROXY is/],
    [{ TRUST_PROXY: 'proxy.example.org' }, /^TRUST_PROXY is/],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: 'collettore:4318' },
      /^OTEL_EXPORTER_OTLP_ENDPOINT is "collettore:4318", but must be the address/,
    ],
    [
      { OTEL_EXPORTER_OTLP_HEADERS: 'due parole' },
      /^OTEL_EXPORTER_OTLP_HEADERS is \(hidden\), but must be headers(?!.*parole)/,
    ],
    [{ BIFORA_KEY: 'due parole' }, /^BIFORA_KEY is \(hidden\), but must be a key(?!.*parole)/],
    [{ MEILI_URL: '127.0.0.1:7700' }, /^MEILI_URL is "127\.0\.0\.1:7700", but must be .* such as http:/],
    [{ MEILI_URL: 'ftp://127.0.0.1' }, /^MEILI_URL is "ftp:/],
    [{ MEILI_URL: 'http://' }, /^MEILI_URL is "http:\/\/"/],
    [{ MEILI_URL: 'http://a:7700,' }, /^MEILI_URL is "http:\/\/a:7700,"/],
    [{ MEILI_URL: 'http://a:7700,b:7700' }, /^MEILI_URL is/],
    [
      { MEILI_URL: 'http://a:7700,http://b:7700', MEILI_KEY: 'segretissima,k,l' },
      /^MEILI_KEY has 3 keys, and MEILI_URL 2 addresses(?!.*segretissima)/,
    ],
    [{ MEILI_KEY: 'segretissima' }, /^MEILI_KEY is set without MEILI_URL(?!.*segretissima)/],
  ]
  for (const [environment, message] of cases) {
    t.throws(
      () => readConfig(environment, directory),
      { name: 'ConfigError', message },
      JSON.stringify(environment),
    )
  }
  t.throws(() => readConfig({}, join(directory, 'odd')), {
    name: 'ConfigError',
    message: /\.env cannot be read/,
  })
})

t.test('with a wrong setting nothing is started', async (t) => {
  const directory = t.testdir({ wrong: { '.env': 'PORT=quattromila\n' }, right: {} })
  const dataDir = join(directory, 'data')
  const cases: [args: string[], environment: Record<string, string>, cwd: string, message: RegExp][] = [
    [['start'], { PORT: '3.5' }, 'right', /^bifora: PORT is "3\.5", but .*\n$/],
    [['index', '.'], { LOG_LEVEL: 'loud' }, 'right', /^bifora: LOG_LEVEL is "loud", but .*\n$/],
    [['serve'], {}, 'wrong', /^bifora: PORT is "quattromila", but .*\n$/],
    [
      ['search', 'chip'],
      { MEILI_KEY: 'segreta' },
      'right',
      /^bifora: MEILI_KEY is set without MEILI_URL.*\n$/,
    ],
  ]
  await Promise.all(
    cases.map(async ([args, environment, cwd, message]) => {
      const env = { DATA_DIR: dataDir, ...environment }
      const { code, stdout, stderr } = await program.run(args, { env, cwd: join(directory, cwd) })
      t.equal(code, 2, args.join(' '))
      t.match(stderr, message, 'one line on standard error')
      t.equal(stdout, '', 'nothing on standard output')
    }),
  )
  t.notOk(existsSync(dataDir), 'no data directory was made')
})

t.test('help tells of every command and option', async (t) => {
  const cases: [args: string[], words: string[]][] = [
    [
      ['--help'],
      [
        'start',
        'index',
        'serve',
        'search',
        '--version',
        'HOST',
        'PORT',
        'DATA_DIR',
        'LOG_LEVEL',
        'LEARN',
        'WORKERS',
        'PROCESSES',
        'OCR',
        'TOPICS',
        'explain',
        'WRITE',
        'REQUIRE_KEY',
        'RATE_LIMIT',
        'CORS_ORIGINS',
        'BASE_PATH',
        'TRUST_PROXY',
        'BIFORA_KEY',
        'keys',
        '.env',
        '130',
      ],
    ],
    [['help'], ['Usage: bifora', 'MEILI_URL', 'MEILI_KEY', 'MEILI_BIN']],
    [
      ['start', '--help'],
      ['path...', '--json'],
    ],
    [
      ['index', '--help'],
      ['path...', '--rebuild', '--watch', '--dry-run', '--json'],
    ],
    [['serve', '--help'], ['--json']],
    [
      ['keys', '--help'],
      ['add', 'list', 'remove'],
    ],
    [
      ['keys', 'add', '--help'],
      ['--label', '--scope', '--expires', '--json', 'search, index, admin', '2027-01-31'],
    ],
    [
      ['search', '--help'],
      [
        'query...',
        '--lang',
        '--topic',
        '--from',
        '--to',
        '--sort',
        '--page',
        '--size',
        '--url',
        '--json',
        'phrase',
      ],
    ],
  ]
  await Promise.all(
    cases.map(async ([args, words]) => {
      const { code, stdout, stderr } = await program.run(args)
      t.match({ code, stderr }, { code: 0, stderr: '' }, args.join(' '))
      for (const word of words) t.match(stdout, word, `${args.join(' ')} names ${word}`)
    }),
  )
  const { stdout } = await program.run(['--version'])
  t.match(stdout, /^\d+\.\d+\.\d+\n$/)
})

t.test('what is no command or option is refused', async (t) => {
  const cases: [args: string[], message: RegExp][] = [
    [[], /Usage: bifora/],
    [['serch'], /unknown command 'serch'[\s\S]*Did you mean search/],
    [['index', '--rebiuld', '.'], /unknown option '--rebiuld'[\s\S]*Did you mean --rebuild/],
    [['index'], /missing required argument 'path'/],
    [['search', 'chip', '--size', 'ten'], /'--size <number>' argument 'ten' is invalid. Give a whole number/],
  ]
  await Promise.all(
    cases.map(async ([args, message]) => {
      const { code, stdout, stderr } = await program.run(args)
      t.equal(code, 2, args.join(' '))
      t.match(stderr, message, args.join(' '))
      t.equal(stdout, '', args.join(' '))
    }),
  )
})

t.test('the progress line says how far it is and how long it will take', async (t) => {
  const state = { bytes: 250, documents: 12, passages: 300 }
  const line = progressLine(state, 1000, 10_000)
  t.match(line, /^█{6}░{18} 25% {2}12 documents, 300 passages, 30\/s, 30 s left$/)
  t.match(
    progressLine({ bytes: 0, documents: 0, passages: 0 }, 1000, 0),
    / 0% .* … left$/,
    'at the beginning',
  )
  t.match(
    progressLine({ bytes: 2000, documents: 1, passages: 1 }, 1000, 5000),
    / 100% .* 0 s left$/,
    'grown files',
  )
  t.match(progressLine({ bytes: 0, documents: 1, passages: 1 }, 0, 1000), / 100% /, 'empty files')
  const cases: [seconds: number, words: string][] = [
    [0, '0 s'],
    [0.2, '1 s'],
    [59, '59 s'],
    [59.5, '1 min 0 s'],
    [119.7, '2 min 0 s'],
    [3599.9, '1 h 0 min'],
    [7170, '2 h 0 min'],
    [5400, '1 h 30 min'],
    [Number.NaN, '…'],
  ]
  for (const [seconds, words] of cases) t.equal(duration(seconds), words, `${seconds} s`)
})

t.test('off a terminal a line now and then says how far it is', async (t) => {
  const stream = new PassThrough({ encoding: 'utf8' })
  const progress = createProgress(stream as unknown as NodeJS.WriteStream, {
    what: 'archivio\u001b[2J',
    totalBytes: 0,
    everyMs: 5,
  })
  progress.update({ bytes: 10, documents: 3, passages: 7 })
  // Only what is awaited keeps the process alive.
  const waiting = setInterval(() => {}, 1000)
  const [line] = (await once(stream, 'data')) as [string]
  clearInterval(waiting)
  progress.end()
  t.match(line, /^Indexing archivio\\u001b\[2J: 3 files looked at, 7 passages stored, \d+ s\.\n/)
})
