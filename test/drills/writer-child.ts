/**
 * A process of its own that writes to an engine: it puts documents, one change after another, and says each that was
 * acknowledged on stdout as a line of JSON. Not a test: without arguments it does nothing.
 */
import { openEngine } from '../../engine/engine.ts'
import { createWriting } from '../../engine/writing.ts'
import { smallDraft } from '../helpers/drafts.ts'

/** What it says of a change, or at its end. */
export type Said =
  | { id: string; revision: number; text: string }
  | { failed: string }
  | { waiting: string }
  | { isDone: true }

const [url, key, name, count, ways = ''] = process.argv.slice(2)
if (url === undefined || key === undefined || name === undefined) process.exit()
if (ways.includes('jumping')) {
  const { now } = Date
  const yearMs = 365 * 86_400_000
  Date.now = () => now() + Math.round((Math.random() - 0.5) * 2 * yearMs)
}
const say = (said: Said) => process.stdout.write(`${JSON.stringify(said)}\n`)
const ignore = (): void => {}
const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore }
const engine = await openEngine({ dataDir: '', meiliServers: [{ url, key }], logger })
const writing = createWriting(engine, {
  what: name,
  topics: '',
  idleMs: 10,
  onWaiting: ({ what }) => say({ waiting: what }),
})
const changes = Number(count)
for (let number = 0; number < changes; number += 1) {
  const id = `${name}${number % 5}`
  const text = `il porto ${number}`
  try {
    const changed = await writing.write((writer) =>
      writer.change({
        put: [smallDraft({ id, passages: [text, 'la nave'] })],
        remove: [`${name}${(number + 2) % 5}`],
      }),
    )
    say({ id, revision: changed.number, text: `${text},la nave` })
    // Others get their turn.
    if (!ways.includes('greedy')) await new Promise((resolve) => setTimeout(resolve, 30))
  } catch (error) {
    say({ failed: error instanceof Error ? error.message : String(error) })
  }
}
await writing.close()
await engine.close()
say({ isDone: true })
