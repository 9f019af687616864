/** A feed as Atom (RFC 4287), with the date of publication as Dublin Core has it. Pure. */
import type { Feed, FeedItem } from './feed.ts'

/** The document, as text. */
export function atomOf({ title, self, search, updated, items }: Feed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <id>${xml(self)}</id>
  <title>${xml(title)}</title>
  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>
  <link rel="alternate" type="${search.type}" href="${xml(search.url)}"/>
  <updated>${updated}</updated>
  <author><name>Bifora</name></author>
  <generator>Bifora</generator>
${items.map(entry).join('')}</feed>
`
}

function entry({ id, url, title, lang, added, changed, date, source, topics, beginning }: FeedItem): string {
  const language = lang === 'und' ? '' : ` xml:lang="${xml(lang)}"`
  const lines = [
    `<id>${xml(id)}</id>`,
    `<title${language}>${xml(title)}</title>`,
    `<link rel="alternate" href="${xml(url)}"/>`,
    ...(url === id ? [] : [`<link rel="related" type="application/json" href="${xml(id)}"/>`]),
    `<published>${added}</published>`,
    `<updated>${changed}</updated>`,
    ...(source === null ? [] : [`<author><name>${xml(source)}</name></author>`]),
    ...topics.map(({ id, label }) => `<category term="${xml(id)}" label="${xml(label)}"/>`),
    ...(date === null ? [] : [`<dc:date>${date}</dc:date>`]),
    `<summary${language}>${xml(beginning)}</summary>`,
  ]
  return `  <entry>\n${lines.map((line) => `    ${line}\n`).join('')}  </entry>\n`
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What no XML may have, not even as an entity: control characters, halves of pairs, and two that are no characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu

function xml(text: string): string {
  return text.replace(IMPOSSIBLE, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character)
}
