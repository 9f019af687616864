/** Prints what the page weighs, as it was built into dist/web, and ends with an error where its scripts weigh too much. */
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** All scripts together, compressed with gzip, in bytes: what a phone on a slow network is done with in a second. */
const MOST_SCRIPT_BYTES = 120_000

const folder = fileURLToPath(new URL('../dist/web', import.meta.url))
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => ['.js', '.css'].includes(extname(path)))
  .sort()
  .map((path) => {
    const content = readFileSync(join(folder, path))
    const [gzip, brotli] = [gzipSync(content).length, brotliCompressSync(content).length]
    return { path, kind: extname(path), plain: content.length, gzip, brotli }
  })
const totals = ['.js', '.css'].map((kind) => {
  const ofKind = files.filter((file) => file.kind === kind)
  const sum = (name) => ofKind.reduce((bytes, file) => bytes + file[name], 0)
  return { path: `all ${kind}`, kind, plain: sum('plain'), gzip: sum('gzip'), brotli: sum('brotli') }
})

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)
const line = (path, plain, gzip, brotli) => console.log(path.padEnd(40) + plain + gzip + brotli)
line('', ...['plain', 'gzip', 'brotli'].map((name) => name.padStart(10)))
for (const { path, plain, gzip, brotli } of [...files, ...totals]) line(path, kB(plain), kB(gzip), kB(brotli))

const scripts = totals.find(({ kind }) => kind === '.js')?.gzip ?? 0
if (scripts > MOST_SCRIPT_BYTES) {
  console.error(
    `The scripts of the page weigh${kB(scripts)} with gzip; at most${kB(MOST_SCRIPT_BYTES)} are wanted.`,
  )
  process.exitCode = 1
}
