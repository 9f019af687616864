/** A file or a pipe as a stream of bytes. */
import { createReadStream, open as openCallback, type ReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Socket } from 'node:net'
import { addAbortSignal } from 'node:stream'
import { promisify } from 'node:util'

const open = promisify(openCallback)

/** Bytes to read, with how many there are; a pipe does not say, its size is 0. */
export type Input = { stream: ReadStream | Socket; sizeBytes: number }

/** Opens a file or a named pipe. The stream ends with an error if it cannot be read, or when `signal` aborts. */
export async function openInput(path: string, signal: AbortSignal): Promise<Input> {
  const file = await stat(path)
  if (!file.isFIFO()) return { stream: createReadStream(path, { signal }), sizeBytes: file.size }
  // Read as a file is, a pipe whose writer pauses would hold a thread, and with it a program that is to end.
  const pipe = new Socket({ fd: await open(path, 'r'), readable: true, writable: false })
  return { stream: addAbortSignal(signal, pipe), sizeBytes: 0 }
}
