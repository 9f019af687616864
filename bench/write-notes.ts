/** Notes as files: a folder to index, for looking at a service that has many documents. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readTopics } from '../cli/installation.ts'
import { readLexicons } from '../cli/lexicon/files.ts'
import { madeUpNotes, singleWords } from './notes.ts'
import { createRandom } from './random.ts'

/** So many notes, of the packaged lexicon and topics, the same with the same seed: path → text. */
export function packagedNotes(count: number, seed: number): Map<string, string> {
  // No such data directory: the packaged lexicon alone.
  const { lexicons } = readLexicons('/nowhere')
  const words = singleWords(lexicons.flatMap(({ entries }) => [...entries]))
  const topics = readTopics().map(({ id }) => id)
  return madeUpNotes({ count, words, topics, random: createRandom(seed) })
}

/** Writes notes into a folder, which is made where there is none. */
export async function writeNotes(folder: string, notes: ReadonlyMap<string, string>): Promise<void> {
  for (const [path, text] of notes) {
    const file = join(folder, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}
