/** The files of an evaluation: judged queries and reports, read and written whole, with errors that name the file. */
import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ConfigError } from '../config.ts'

/**
 * The text of a file.
 *
 * @throws {ConfigError} if it cannot be read
 */
export function readInput(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new ConfigError(`${path} cannot be read: ${(cause as Error).message}.`, { cause })
  }
}

/**
 * Makes sure that there is a folder to write a file to. Measuring may take minutes: better to know before.
 *
 * @throws {ConfigError} if there is none, or if this user may not write to it
 */
export function requireFolder(path: string): void {
  try {
    accessSync(dirname(resolve(path)), constants.W_OK)
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

/**
 * Writes a file.
 *
 * @throws {ConfigError} if it cannot be written
 */
export function writeOutput(path: string, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (cause) {
    throw unwritable(path, cause)
  }
}

function unwritable(path: string, cause: unknown): ConfigError {
  return new ConfigError(`${path} cannot be written: ${(cause as Error).message}.`, { cause })
}
