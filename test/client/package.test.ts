/** The package of the client as others get it: packed, installed in an empty folder, compiled there and used. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { installationDir } from '../../cli/installation.ts'

const tsc = join(installationDir, 'node_modules', 'typescript', 'bin', 'tsc')
const root = mkdtempSync(join(tmpdir(), 'bifora-client-'))
t.teardown(() => rmSync(root, { recursive: true, force: true }))

function run(cwd: string, command: string, ...args: string[]): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
}

/** Compiles a folder; gives what the compiler says. */
function compile(folder: string): string {
  try {
    return run(folder, process.execPath, tsc)
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

// A copy, so that what stands in `client/dist` is not what is tested.
const source = join(root, 'source')
mkdirSync(source)
for (const name of ['package.json', 'tsconfig.json', 'README.md', 'LICENSE', 'src']) {
  run(root, 'cp', '-R', join(installationDir, 'client', name), source)
}
run(root, 'cp', join(installationDir, 'tsconfig.json'), root)
t.equal(compile(source), '', 'it builds')
const [packed] = JSON.parse(run(source, 'npm', 'pack', '--json', '--pack-destination', root))

t.test('the package has what is needed to use it, and nothing else', async (t) => {
  const { version } = JSON.parse(readFileSync(join(installationDir, 'package.json'), 'utf8'))
  t.equal(packed.version, version, 'it goes with the service of the same version')
  const files: { path: string; size: number }[] = packed.files
  for (const { path } of files)
    t.match(path, /^(?:dist\/(?:instantsearch\/)?[a-z]+\.(?:js|d\.ts)|package\.json|README\.md|LICENSE)$/)
  const programBytes = files.reduce((sum, { path, size }) => sum + (path.endsWith('.js') ? size : 0), 0)
  t.ok(programBytes < 50_000, `the program is small: ${programBytes} bytes, with comments`)
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8'))
  t.strictSame([dependencies, peerDependencies], [undefined, undefined], 'it needs nothing but fetch')
})

const PROGRAM = `
import { BiforaError, createClient, type Client, type SearchHit, type SearchParams } from '@bifora/client'
import { createSearchClient, type SearchClient } from '@bifora/client/instantsearch'

const client: Client = createClient({ url: 'http://127.0.0.1:1', retries: 0, timeoutMs: 1000 })
export const searchClient: SearchClient = createSearchClient(client, { lang: ['it'] })
const topics: readonly string[] = ['energy']
const params: SearchParams = { q: 'idrogeno', topic: topics, from: undefined, size: 5 }

export async function titles(): Promise<string[]> {
  const { results, total } = await client.search(params)
  const count: number = total.value
  const hits: SearchHit[] = results
  for await (const hit of client.searchAll(params)) hits.push(hit)
  const put = await client.putDocument('x', { text: 'y' })
  const name: string = put.isDone ? put.document.title : put.job.id
  return [...hits.map(({ title }) => title ?? ''), name, String(count)]
}

// @ts-expect-error There is no such order.
void (() => client.search({ sort: 'newest' }))
// @ts-expect-error There is no such parameter.
void (() => client.search({ query: 'x' }))
// @ts-expect-error A suggestion needs something to go on from.
void (() => client.suggest({}))

try {
  await titles()
} catch (error) {
  if (!(error instanceof BiforaError)) throw error
  console.log(error.type)
}
`

for (const [module, moduleResolution, lib] of [
  ['nodenext', 'nodenext', ['es2022', 'dom']],
  ['esnext', 'bundler', ['es2022', 'dom', 'dom.iterable']],
] as const) {
  t.test(`a strict project with moduleResolution ${moduleResolution} compiles with it`, async (t) => {
    const folder = join(root, moduleResolution)
    mkdirSync(folder)
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: 'fresh', private: true, type: 'module' }),
    )
    run(folder, 'npm', 'install', '--offline', join(root, packed.filename))
    const compilerOptions = {
      ...{ module, moduleResolution, lib, target: 'es2022', types: [], strict: true, outDir: 'out' },
      ...{ noUncheckedIndexedAccess: true, exactOptionalPropertyTypes: true, skipLibCheck: false },
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }))
    writeFileSync(join(folder, 'program.ts'), PROGRAM)
    t.equal(compile(folder), '')
    t.equal(run(folder, process.execPath, 'out/program.js'), '#no-answer\n', 'and runs')
  })
}
