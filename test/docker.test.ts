import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import t from 'tap'
import { parse } from 'yaml'
import { packageName } from '../engine/embedded/binary.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const { bin, engines, optionalDependencies, version } = JSON.parse(read('package.json'))

/** The instructions of a Dockerfile, continued lines joined. */
const instructions = read('Dockerfile')
  .replaceAll(/^\s*#.*\n/gm, '')
  .replaceAll('\\\n', ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [name = '', ...rest] = line.trim().split(/\s+/)
    return { name, text: rest.join(' ') }
  })
const begins = instructions.flatMap(({ name }, index) => (name === 'FROM' ? [index] : []))
const stages = begins.map((begin, index) => instructions.slice(begin, begins[index + 1]))
const [build = [], runtime = []] = stages
const textsOf = (stage: typeof runtime, name: string) =>
  stage.filter((one) => one.name === name).map(({ text }) => text)

t.test('the image is built of two stages on one base that a release can pin', async (t) => {
  t.equal(stages.length, 2, 'a stage that builds and one that runs')
  for (const stage of stages) t.match(stage[0]?.text, /^\$\{NODE_IMAGE\}/, 'both on the same base')
  const base = instructions.find(({ name, text }) => name === 'ARG' && text.startsWith('NODE_IMAGE='))
  const major = Number(/^NODE_IMAGE=node:(\d+)-/.exec(base?.text ?? '')?.[1])
  const least = Number(/\d+/.exec(engines.node)?.[0])
  t.ok(major >= least, `Node ${major} of the image is not older than the ${least} of package.json`)
  t.strictSame(
    textsOf(runtime, 'ARG')[0],
    `VERSION=${version}`,
    'it is labeled with the version of package.json',
  )
})

t.test('what runs comes out of the build and out of nothing else', async (t) => {
  t.ok(textsOf(build, 'RUN').includes('npm ci --ignore-scripts'), 'no script of a package runs')
  t.match(textsOf(build, 'RUN').join(), 'npm prune --omit=dev', 'tools of development stay behind')
  t.strictSame(textsOf(runtime, 'ADD'), [])
  for (const text of textsOf(runtime, 'COPY')) t.match(text, /^--from=build /, `COPY ${text}`)
})

t.test('it runs as an ordinary user, is stopped and checked without a shell', async (t) => {
  t.match(textsOf(runtime, 'USER').at(-1), /^[1-9]\d*:[1-9]\d*$/, 'a user by number, not root')
  t.strictSame(textsOf(runtime, 'ENTRYPOINT'), ['[]'], 'nothing stands between the signal and the program')
  const command = JSON.parse(textsOf(runtime, 'CMD')[0] ?? '')
  t.strictSame(command, ['node', '--enable-source-maps', bin.bifora, 'start'])
  const check = JSON.parse(/CMD (\[.*)$/.exec(textsOf(runtime, 'HEALTHCHECK')[0] ?? '')?.[1] ?? '')
  t.strictSame(check.slice(0, 2), ['node', '-e'])
  t.match(check[2], '/health/ready', 'healthy is who can answer searches')
  t.strictSame(textsOf(runtime, 'STOPSIGNAL'), ['SIGTERM'])
  const environment = Object.fromEntries(
    textsOf(runtime, 'ENV').flatMap((text) => text.split(' ').map((one) => one.split('='))),
  )
  t.strictSame(textsOf(runtime, 'VOLUME'), [environment.DATA_DIR], 'the data is in the volume')
  t.strictSame(textsOf(runtime, 'EXPOSE'), [environment.PORT])
  t.equal(environment.HOST, '0.0.0.0', 'it can be reached from outside the container')
})

t.test('nothing secret goes into the image', async (t) => {
  for (const { name, text } of instructions) {
    if (name === 'ARG' || name === 'ENV') t.notMatch(text, /key|secret|token|password/i, `${name} ${text}`)
  }
  const patterns = read('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  t.equal(patterns[0], '*', 'what is not named stays out')
  const named = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))
  t.strictSame(patterns.slice(patterns.indexOf('**/.*') + 1), ['!.npmrc'], 'hidden files stay out but one')

  const rooms = new Set(['cli'])
  for (const room of rooms) {
    for (const file of readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue
      for (const [, imported = ''] of read(join(room, file)).matchAll(/from '(\.[^']+)'/g)) {
        rooms.add(join(room, dirname(file), imported).split('/')[0] ?? '')
      }
    }
  }
  for (const room of rooms) {
    // Of the client its types: without its package.json it is no workspace to be installed.
    const wanted = room === 'client' ? 'client/src' : room
    t.ok(named.includes(wanted), `${wanted}/ is part of the program and let in`)
  }
})

t.test('the Compose file puts Bifora in front of the Meilisearch it is tested with', async (t) => {
  const { services, networks } = parse(read('compose.yaml'))
  const { bifora, meilisearch, 'meilisearch-volume': volume } = services
  const embedded = optionalDependencies[packageName].split('-')[1]
  t.equal(meilisearch.image, `getmeili/meilisearch:v${embedded}`, 'the version of the embedded one')
  t.equal(volume.image, meilisearch.image)
  t.equal(meilisearch.ports, undefined, 'the engine is not reached from outside')
  t.ok(
    meilisearch.networks.every((name: string) => networks[name].internal),
    'nor does it reach out',
  )
  t.equal(meilisearch.environment.MEILI_ENV, 'production')
  for (const key of [bifora.environment.MEILI_KEY, meilisearch.environment.MEILI_MASTER_KEY]) {
    t.match(key, /^\$\{MEILI_MASTER_KEY:\?.+\}$/, 'the key has to be given and has no default')
  }
  t.match(bifora.ports, [/^127\.0\.0\.1:/], 'the API is published on this machine only')
  const documents = bifora.volumes.find(({ target }: { target?: string }) => target === '/documents')
  t.ok(documents.read_only, 'documents are only read')
  t.equal(bifora.command.at(-1), documents.target, 'and they are what is indexed')
  for (const [name, service] of Object.entries({ bifora, meilisearch, volume })) {
    t.ok(service.read_only, `${name} writes to its volume only`)
    t.strictSame(service.cap_drop, ['ALL'], `${name} has no capabilities`)
    t.ok(service.security_opt.includes('no-new-privileges:true'), `${name} gains no rights`)
    t.ok(service.restart, `${name} says when it is restarted`)
  }
  t.equal(meilisearch.user, '1000:1000')
  t.equal(bifora.depends_on.meilisearch.condition, 'service_healthy')
  t.equal(meilisearch.depends_on['meilisearch-volume'].condition, 'service_completed_successfully')
})

t.test('the Compose file for many has three engines, two services and one way in', async (t) => {
  const { services, networks, volumes } = parse(read('deploy/compose.yaml'), { merge: true })
  const embedded = optionalDependencies[packageName].split('-')[1]
  const engines = ['engine-1', 'engine-2', 'engine-3']
  for (const name of engines) {
    const engine = services[name]
    t.equal(
      engine.image,
      `getmeili/meilisearch:v${embedded}`,
      `${name} is of the version of the embedded one`,
    )
    t.equal(engine.ports, undefined, `${name} is not reached from outside`)
    t.ok(
      engine.networks.every((network: string) => networks[network].internal),
      'nor does it reach out',
    )
    t.strictSame(engine.volumes, [`${name}:/meili_data`], 'each has a volume of its own')
    t.ok(name in volumes)
  }
  for (const name of ['bifora-1', 'bifora-2']) {
    const { environment, ports, volumes: mounted } = services[name]
    t.strictSame(
      environment.MEILI_URL.split(','),
      engines.map((engine) => `http://${engine}:7700`),
      `${name} has all engines`,
    )
    t.match(environment.MEILI_KEY, /^\$\{MEILI_MASTER_KEY:\?.+\}$/, 'the key has to be given')
    t.equal(ports, undefined, 'clients come by nginx alone')
    t.ok(mounted.includes('bifora:/data'), 'both have the same keys and decisions')
  }
  t.match(services.nginx.ports, [/^127\.0\.0\.1:/], 'published on this machine only')
  for (const [name, service] of Object.entries<Record<string, unknown>>(services)) {
    t.ok(service.read_only, `${name} writes to its volume only`)
    t.strictSame(service.cap_drop, ['ALL'], `${name} has no capabilities`)
    t.ok(service.restart, `${name} says when it is restarted`)
  }
})

t.test('nginx sends to services that there are', async (t) => {
  const conf = read('deploy/nginx.conf')
  const { services } = parse(read('deploy/compose.yaml'), { merge: true })
  const servers = [...conf.matchAll(/^\s*server ([\w-]+):(\d+)/gm)].map(([, name, port]) => [name, port])
  t.ok(servers.length >= 3)
  for (const [name = '', port] of servers) t.ok(name in services && port === '3000', `${name}:${port}`)
  const listened = /listen (\d+);/.exec(conf)?.[1]
  t.ok(services.nginx.ports[0].endsWith(`:${listened}`))
})

t.test('the unit of systemd runs the command as a user of its own', async (t) => {
  const unit = read('deploy/bifora.service')
  const setting = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)?.[1]
  t.equal(setting('User'), 'bifora')
  t.equal(setting('ExecStart'), `/usr/bin/env ${Object.keys(bin)[0]} serve`)
  t.equal(setting('NoNewPrivileges'), 'yes')
  t.equal(setting('ProtectSystem'), 'strict')
})
