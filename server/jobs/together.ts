/** Which jobs at the head of the queue can be done in one change. Pure. */
import type { Job } from './job.ts'

/** A change ends with this many documents, or bytes of what was sent. */
const MAX_DOCUMENTS = 250
const MAX_BYTES = 4 * 1024 * 1024

/** The jobs from the head of the queue on that are done together: of different documents, and not too much. */
export function takeTogether(waiting: readonly Job[]): Job[] {
  const taken: Job[] = []
  const documents = new Set<string>()
  let bytes = 0
  for (const job of waiting) {
    const { task } = job
    if (task.kind === 'deletePlace') return taken.length === 0 ? [job] : taken
    bytes += task.kind === 'put' ? task.sizeBytes : 0
    const isFull = taken.length >= MAX_DOCUMENTS || (taken.length > 0 && bytes > MAX_BYTES)
    if (isFull || documents.has(task.document)) return taken
    documents.add(task.document)
    taken.push(job)
  }
  return taken
}
