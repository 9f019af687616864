/** `bifora check`: whether all that was indexed is there, and mending what is not. */
import { openEngine } from '../engine/engine.ts'
import { violations } from '../engine/invariants.ts'
import type { Config } from './config.ts'
import { EXIT } from './exit.ts'
import { makeCurrent, openIndexing } from './indexing.ts'
import { createLogger } from './logger.ts'
import { asCommand } from './role.ts'

/** Looks at the whole index and tells what does not hold; with `isRepaired` builds it anew from its records if anything. */
export async function checkCommand({
  config,
  signal,
  asJson,
  isRepaired,
}: {
  config: Config
  signal: AbortSignal
  asJson: boolean
  isRepaired: boolean
}): Promise<number> {
  const engine = await openEngine({
    ...config,
    ...asCommand('check'),
    logger: createLogger(config.logLevel),
    signal,
  })
  const indexing = await openIndexing(engine, config, { what: 'bifora check' })
  try {
    // Under the lease: what is under way in another process would look like damage. What was interrupted is finished.
    const look = () => indexing.writing.write(() => violations(engine, signal), signal)
    const found = await look()
    const isMended = isRepaired && found.length > 0
    if (isMended) await makeCurrent(indexing, { isRebuilt: true, signal })
    const left = isMended ? await look() : found
    if (asJson) process.stdout.write(`${JSON.stringify({ violations: found, ...(isMended && { left }) })}\n`)
    else for (const line of lines(found, isMended, left)) process.stdout.write(`${line}\n`)
    return left.length === 0 ? EXIT.done : EXIT.partly
  } finally {
    await indexing.writing.close()
    await engine.close()
  }
}

function lines(found: readonly string[], isMended: boolean, left: readonly string[]): string[] {
  if (found.length === 0) return ['All is there, and counted right.']
  if (!isMended) return [...found, 'bifora check --repair builds the index anew from its records.']
  if (left.length === 0) return [...found, 'The index was built anew from its records, and all holds again.']
  return [...found, 'The index was built anew from its records; still wrong:', ...left]
}
