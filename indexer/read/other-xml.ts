/** XML of kinds that are not read: what each is, and what to do about it. */
import type { ReadDocument } from '../document.ts'
import { IndexingError } from '../errors.ts'
import { readAkomaNtoso } from './akoma-ntoso.ts'
import type { Content } from './content.ts'
import { localName } from './xml.ts'
import { isAkomaNtoso, rootOf } from './xml-root.ts'

const ADVICE: ReadonlyMap<string, string> = new Map([
  ['ACT', 'FORMEX of EUR-Lex, which is not read: download the HTML'],
  ['CONS.ACT', 'FORMEX of EUR-Lex, which is not read: download the HTML'],
  ['ANNEX', 'FORMEX of EUR-Lex, which is not read: download the HTML'],
  ['FatturaElettronica', 'an electronic invoice, which is not read'],
  ['rss', 'a feed, which is not read: save the pages'],
  ['feed', 'a feed, which is not read: save the pages'],
])

/**
 * Fails with what the XML is, unless its text begins too far in to have been recognized.
 *
 * @throws {IndexingError} `UNSUPPORTED_FORMAT`
 */
export async function refuseXml(content: Content): Promise<ReadDocument> {
  const opening: Buffer[] = []
  for await (const piece of content.pieces()) {
    opening.push(Buffer.from(piece))
    break
  }
  const bytes = Buffer.concat(opening)
  if (isAkomaNtoso(bytes)) return readAkomaNtoso(content)
  const root = rootOf(bytes)
  if (root === undefined) throw new IndexingError('UNSUPPORTED_FORMAT', 'no XML, whatever its name says')
  const reason = ADVICE.get(localName(root)) ?? `XML of an unknown kind (<${root.slice(0, 40)}>)`
  throw new IndexingError('UNSUPPORTED_FORMAT', reason)
}
