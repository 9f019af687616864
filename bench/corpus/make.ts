/** The labelled corpus as files: texts are copied, sketches become what they sketch. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, extname, join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { zipOf } from '../../test/helpers/zip.ts'
import { BenchError } from '../errors.ts'
import { docxFile, epubFile, odpFile, odsFile, odtFile, pptxFile, rtfFile, xlsxFile } from './office-files.ts'
import { pdfFile } from './pdf-file.ts'
import { readSketch, type Sketch } from './sketch.ts'

/** A file of the corpus; its path has `/`. */
export type CorpusFile = { path: string; bytes: Buffer }

const SKETCH = '.sketch'

const MAKERS: Readonly<Record<string, (sketch: Sketch) => Buffer>> = {
  '.docx': docxFile,
  '.epub': epubFile,
  '.odp': odpFile,
  '.ods': odsFile,
  '.odt': odtFile,
  '.pdf': pdfFile,
  '.pptx': pptxFile,
  '.rtf': rtfFile,
  '.xlsx': xlsxFile,
}

/**
 * The files of a corpus, in the order of their paths.
 *
 * @param dir where its texts and sketches are
 * @throws {BenchError} if a sketch is of no format that is known here
 */
export async function makeCorpus(dir: string): Promise<CorpusFile[]> {
  const made = new Map<string, Buffer>()
  const archives: { path: string; sketch: string }[] = []
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const source = join(entry.parentPath, entry.name)
    const path = relative(dir, source).split('\\').join('/')
    const bytes = await readFile(source)
    if (!path.endsWith(SKETCH)) made.set(path, bytes)
    else {
      const name = path.slice(0, -SKETCH.length)
      if (/\.(?:zip|gz)$/.test(name)) archives.push({ path: name, sketch: bytes.toString() })
      else made.set(name, fileOf(name, bytes.toString()))
    }
  }
  for (const { path, sketch } of archives) made.set(path, await archiveOf(path, sketch, made))
  return [...made].map(([path, bytes]) => ({ path, bytes })).sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Writes files below a directory. */
export async function writeCorpus(files: readonly CorpusFile[], dir: string): Promise<void> {
  for (const { path, bytes } of files) {
    const target = join(dir, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes)
  }
}

function fileOf(path: string, text: string): Buffer {
  const sketch = readSketch(text)
  const make = MAKERS[extname(path)]
  if (make !== undefined) return make(sketch)
  if (/\.(?:txt|html|md|csv|eml|mbox)$/.test(path)) return bytesOf(sketch)
  throw new BenchError(`${path}${SKETCH}: nothing here makes files of this format.`)
}

/** A text in another encoding, or with bytes that are in none: `\xE0`. */
function bytesOf({ body, properties }: Sketch): Buffer {
  const isWestern = properties.encoding === 'windows-1252'
  const parts = body.split(/(\\x[0-9A-F]{2})/)
  return Buffer.concat(
    parts.map((part) => {
      if (/^\\x/.test(part)) return Buffer.from(part.slice(2), 'hex')
      return isWestern ? Buffer.from(part.replace(/[–—’“”€]/g, western), 'latin1') : Buffer.from(part)
    }),
  )
}

const WESTERN: Readonly<Record<string, number>> = {
  '–': 0x96,
  '—': 0x97,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '€': 0x80,
}

function western(sign: string): string {
  return String.fromCharCode(WESTERN[sign] ?? 0x3f)
}

/** `%%% name` begins a member; `%%% name < path` is one that is another file of the corpus. */
async function archiveOf(path: string, sketch: string, made: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const members = sketch
    .split(/^%%% /m)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [line = '', ...rest] = part.split('\n')
      const [name = '', other] = line.split(' < ')
      const bytes = other === undefined ? Buffer.from(rest.join('\n')) : made.get(other)
      if (bytes === undefined) throw new BenchError(`${path}${SKETCH}: there is no file ${other}.`)
      return { name, bytes }
    })
  if (path.endsWith('.zip'))
    return zipOf(members.map(({ name, bytes }) => ({ name, data: bytes, isDeflated: true })))
  if (!path.endsWith('.tar.gz')) return gzipSync(members[0]?.bytes ?? Buffer.alloc(0))
  const tar = pack()
  for (const { name, bytes } of members) tar.entry({ name }, bytes)
  tar.finalize()
  const pieces: Buffer[] = []
  for await (const piece of tar) pieces.push(piece as Buffer)
  return gzipSync(Buffer.concat(pieces))
}
