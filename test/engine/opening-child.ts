/**
 * A process of its own that opens the engine of a data directory as a service or as a command, says so on stdout as
 * one line of JSON, and closes it when its stdin ends. Not a test: a runner that is given the whole folder starts it
 * without arguments, and then it does nothing.
 */
import { openEngine } from '../../engine/engine.ts'
import { readBuild } from '../../engine/generation.ts'

/** What it says. */
export type Opened = {
  pid: number
  url: string
  exclusive: boolean
  /** Whom it has waited for. */
  waitedFor: { pid: number; name: string }[]
}

const [dataDir, meiliBin, kind] = process.argv.slice(2)
if (dataDir === undefined || meiliBin === undefined) process.exit()
const ignore = () => {}
const waitedFor: Opened['waitedFor'] = []
const engine = await openEngine({
  dataDir,
  meiliBin,
  logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
  role: { kind: kind === 'service' ? 'service' : 'command', name: `a ${kind} of the tests` },
  onWaiting: (holder) => waitedFor.push(holder),
})
await readBuild(engine)
const { host: url } = engine.client().config
const opened: Opened = { pid: process.pid, url, exclusive: engine.exclusive, waitedFor }
process.stdout.write(`${JSON.stringify(opened)}\n`)
process.stdin.resume().once('end', () => void engine.close())
