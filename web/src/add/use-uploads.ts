/** The queue of this page. It lives as long as the page does, whichever view is shown. */
import type { Client } from '@bifora/client'
import { useEffect, useState } from 'preact/hooks'
import { useClient } from '../api.tsx'
import { createUploads, isBusy, type Sending, type Uploads } from './uploads.ts'

let client: Client | undefined

/** The queue. */
export const uploads = createUploads(() => sendingBy(client))

/** The browser asks whether to leave while something is on its way. */
const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
uploads.subscribe(() => {
  if (isBusy(uploads.now())) addEventListener('beforeunload', ask)
  else removeEventListener('beforeunload', ask)
})

/** How the queue stands. It goes on where it stood still once there is another key. */
export function useUploads(): Uploads {
  const current = useClient()
  const [now, setNow] = useState(uploads.now())
  useEffect(() => uploads.subscribe(() => setNow(uploads.now())), [])
  useEffect(() => {
    const isOther = client !== undefined && client !== current
    client = current
    if (isOther && uploads.now().held !== undefined) uploads.resume()
  }, [current])
  return now
}

function sendingBy(service: Client | undefined): Sending {
  if (service === undefined) throw new Error('Documents are sent after a view has used the queue.')
  return {
    put: ({ id, content, mayReplace }) => {
      if (content === undefined) throw new Error('There is nothing to send.')
      const options = { isNew: !mayReplace }
      return 'file' in content
        ? service.putFile(id, content.file, content.type, options)
        : service.putDocument(id, content.document, options)
    },
    job: (id) => service.job(id),
    document: (id) => service.document(id, { size: 1 }),
    remove: (id) => service.deleteDocument(id),
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  }
}
