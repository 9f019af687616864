/** A search as the request that makes it, to be taken along into a program. */
import { type Search, searchQuery } from '../address.ts'

/** The request in three ways. */
export type RequestCode = { url: string; curl: string; typescript: string }

/**
 * The request of a search.
 *
 * @param service address of the service, without a slash at its end
 */
export function requestCode(search: Search, service: string): RequestCode {
  const url = `${service}/v1/search${searchQuery(search)}`
  return {
    url,
    // In single quotes a shell takes everything as it stands; the address has no quote of its own that is not one.
    curl: `curl '${url.replaceAll("'", '%27')}'`,
    typescript: `import { createClient } from '@bifora/client'

const client = createClient({ url: ${quoted(service)} })
const { total, results } = await client.search(${objectText(search)})`,
  }
}

function objectText(search: Search): string {
  const lines = Object.entries(search)
    .filter(([, value]) => value !== undefined)
    .map(
      ([name, value]) =>
        `  ${name}: ${Array.isArray(value) ? `[${value.map(quoted).join(', ')}]` : typeof value === 'string' ? quoted(value) : value},`,
    )
  return lines.length === 0 ? '{}' : `{\n${lines.join('\n')}\n}`
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n')}'`
}
