/** The package as others get it: what is in it, and what a program does with it. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { installationDir } from '../../cli/installation.ts'

const root = mkdtempSync(join(tmpdir(), 'bifora-package-'))
t.teardown(() => rmSync(root, { recursive: true, force: true }))
const modules = join(installationDir, 'node_modules')
const tsc = join(modules, 'typescript', 'bin', 'tsc')

/** Runs a program as if no test were running: tap puts a hook of its own into every child. */
function run(cwd: string, command: string, ...args: string[]): string {
  const { NODE_OPTIONS: _, ...env } = process.env
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stdout}${stderr}`)
  return stdout
}

// Built in a place of its own: what stands in `dist` may be old.
const source = join(root, 'source')
mkdirSync(join(source, 'docs'), { recursive: true })
for (const name of ['package.json', 'LICENSE', 'README.md', 'CHANGELOG.md', 'docs/bifora.1']) {
  copyFileSync(join(installationDir, name), join(source, name))
}
cpSync(join(installationDir, 'seeds'), join(source, 'seeds'), { recursive: true })
run(installationDir, process.execPath, tsc, '--outDir', join(source, 'dist'), '--incremental', 'false')
const [packed] = JSON.parse(
  run(source, 'npm', 'pack', '--json', '--workspaces=false', '--pack-destination', root),
)

const fresh = join(root, 'fresh')
const installed = join(fresh, 'node_modules', 'bifora')
mkdirSync(installed, { recursive: true })
execFileSync('tar', ['-xzf', join(root, packed.filename), '--strip-components=1', '-C', installed])
// Its dependencies are those of this repository; that they are named is a test of its own.
symlinkSync(modules, join(installed, 'node_modules'))
writeFileSync(join(fresh, 'package.json'), '{ "type": "module", "private": true }')

const paths: string[] = packed.files.map(({ path }: { path: string }) => path)
const about = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'))

t.test('it has the program, its data and its manual, and neither tests nor measurements', async (t) => {
  for (const path of [
    about.bin.bifora,
    ...about.man,
    'seeds/topics.json',
    'seeds/lexicon/it-en.tsv',
    'LICENSE',
  ]) {
    t.ok(paths.includes(path), path)
  }
  t.ok(paths.some((path) => path.startsWith('seeds/documents/it/')))
  const strange = paths.filter((path) => /test|bench|openapi\/|\.map$|\.ts$|^seeds\/queries/.test(path))
  t.strictSame(strange.sort(), [
    'dist/cli/library.d.ts',
    ...['openapi', 'types'].map((name) => `dist/client/src/${name}.d.ts`),
  ])
})

t.test('all that it imports is named as a dependency', async (t) => {
  const named = new Set(Object.keys({ ...about.dependencies, ...about.optionalDependencies }))
  // It draws pages with the canvas that pdf.js brings along, where there is one.
  const pdfjs = JSON.parse(readFileSync(join(modules, 'pdfjs-dist', 'package.json'), 'utf8'))
  for (const name of Object.keys(pdfjs.optionalDependencies)) named.add(name)
  const unnamed = new Set<string>()
  for (const path of paths.filter((one) => one.endsWith('.js'))) {
    const text = readFileSync(join(installed, path), 'utf8')
    for (const [, name = ''] of text.matchAll(/(?:^import |\bfrom |\bimport\()['"]([@a-z][^'"]*)['"]/gm)) {
      const [, packageName = ''] = /^((?:@[^/]+\/)?[^/]+)/.exec(name) ?? []
      if (!isBuiltin(name) && !named.has(packageName)) unnamed.add(`${path}: ${name}`)
    }
  }
  t.strictSame([...unnamed], [])
})

const PROGRAM = `
import { createIndex, createServer, type Index, type SearchParams, search } from 'bifora'

const index: Index = await createIndex({ dataDir: 'data', settings: { WRITE: 'local', LEARN: 'off' } })
const [place] = await index.update(['articles'])
const params: SearchParams = { q: 'cavi sottomarini', lang: ['it'] }
const { total, results } = await search(index, params)
const wrong = await search(index, { q: 'x', topic: ['none'] }).catch((error: Error) => error.message)
const server = await createServer(index, { port: 0, settings: { BASE_PATH: '/ricerca' } })
const served = (await (await fetch(server.url + '/v1/search?q=cavo')).json()) as { total: { value: number } }
const [again] = await index.update(['articles'])
const places = await index.places()
await server.close()
const isGone = await fetch(server.url).then(() => false, () => true)
await index.close()
// @ts-expect-error There is no such order.
void ((): unknown => search(index, { sort: 'newest' }))
console.log(JSON.stringify({ place, total: total.value, title: results[0]?.title, wrong, url: server.url, served: served.total.value, again, places, isGone }))
`

t.test('a strict program compiles with it, indexes, searches and serves', async (t) => {
  const compilerOptions = {
    ...{
      module: 'nodenext',
      target: 'es2023',
      lib: ['es2023'],
      types: ['node'],
      typeRoots: [join(modules, '@types')],
    },
    ...{ strict: true, exactOptionalPropertyTypes: true, skipLibCheck: false },
  }
  writeFileSync(join(fresh, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }))
  writeFileSync(join(fresh, 'program.ts'), PROGRAM)
  mkdirSync(join(fresh, 'articles'))
  writeFileSync(
    join(fresh, 'articles', 'cavi.md'),
    '# Cavi\n\nI cavi sottomarini collegano le isole al continente.',
  )
  writeFileSync(
    join(fresh, 'articles', 'hops.md'),
    '# Hops\n\nThe brewery grows hops of its own behind the church.',
  )
  run(fresh, process.execPath, tsc)
  const said = JSON.parse(run(fresh, process.execPath, 'program.js'))
  t.match(said, {
    place: { place: 'articles', added: 2, documents: 2, skipped: [] },
    total: 1,
    title: 'Cavi',
    wrong: /none/,
    url: /^http:\/\/127\.0\.0\.1:\d+\/ricerca$/,
    served: 1,
    again: { added: 0, unchanged: 2 },
    places: [{ name: 'articles', root: join(fresh, 'articles'), documents: 2 }],
    isGone: true,
  })
})

t.test('what comes with a wrong setting is said', async (t) => {
  const program = `import { createIndex } from 'bifora'
await createIndex({ settings: { WORKERS: 'many' } }).catch((error) => console.log(error.message))`
  writeFileSync(join(fresh, 'wrong.js'), program)
  t.match(run(fresh, process.execPath, 'wrong.js'), /WORKERS is "many", but must be how many threads/)
})
