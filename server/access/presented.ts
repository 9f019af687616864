/** The key that a request brings along. */
import type { IncomingHttpHeaders } from 'node:http'

/**
 * The secret in `Authorization: Bearer …` or, without that, in `X-API-Key`. Other kinds of authorization, such as the
 * password of a proxy in front, are none of ours.
 */
export function presentedSecret(headers: IncomingHttpHeaders): string | undefined {
  const [, bearer] = /^bearer(?: +(.*))?$/i.exec(headers.authorization ?? '') ?? []
  const plain = headers['x-api-key']
  return bearer?.trim() || (Array.isArray(plain) ? plain[0] : plain)?.trim() || undefined
}
