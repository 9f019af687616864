/** What a run of the program tells others that use the same data directory, and how it says that it waits for them. */
import type { EngineOptions } from '../engine/engine.ts'

/** The options of `openEngine` that say what this process is. */
export type RoleOptions = Required<Pick<EngineOptions, 'role' | 'onWaiting'>>

/** A command that ends by itself, such as `bifora index`: others wait for it. */
export function asCommand(name: string): RoleOptions {
  return { role: { kind: 'command', name: `bifora ${name}` }, onWaiting }
}

/** A service, such as `bifora serve`: others use its engine. */
export function asService(name: string): RoleOptions {
  return { role: { kind: 'service', name: `bifora ${name}` }, onWaiting }
}

function onWaiting({ name, pid }: { name: string; pid: number }): void {
  process.stderr.write(
    `bifora: waiting for ${name} (process ${pid}), which uses the same data directory. Ctrl-C ends the waiting.\n`,
  )
}
