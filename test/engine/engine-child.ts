/**
 * A process of its own that starts the embedded engine, says so on stdout as one line of JSON, and waits. Not a test: a
 * runner that is given the whole folder starts it without arguments, and then it does nothing.
 */

import { superviseEngine } from '../../engine/embedded/supervisor.ts'
import { EngineError } from '../../engine/errors.ts'

const [dataDir, binary] = process.argv.slice(2)
if (dataDir === undefined || binary === undefined) process.exit()
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)
const ignore = () => {}
try {
  const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore }
  const engine = await superviseEngine({ dataDir, binary, logger })
  say({ owner: process.pid, pid: engine.pid(), url: engine.url() })
} catch (error) {
  if (!(error instanceof EngineError)) throw error
  say({ code: error.code, message: error.message })
}
