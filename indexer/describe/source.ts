/**
 * Who published a document, and where.
 */
import type { Block, Metadata } from '../document.ts'

/** Publisher and web address; empty where unknown. */
export type Source = { source: string; url: string }

const LABELS_WITHIN = 8
const MAX_LENGTH = 120
const MAX_WORDS = 14

const PUBLISHER =
  /(?:^|[|•·–—(]\s*)(?:sources?|fonte|fonti|publisher|published by|editore|pubblicato da)\s*:\s*(.*)$/iu
const ADDRESS = /(?:^|[|•·–—(]\s*)(?:url|link|web|permalink|indirizzo)\s*:\s*(.*)$/iu
const LABEL_ALONE = /^(?:source|fonte|publisher|editore)\s*:?$/iu
/**
 * Where the next label begins on the same line: "Fonte: ANSA | Data: …", "Source: X Published: June 2024".
 */
const NEXT_LABEL = /\s*(?:[|•·]|\s\p{Lu}\p{L}+(?:\s\p{Ll}+)?\s*:(?:\s|$)).*$/u

/**
 * Publisher and address from the front matter, else from a line near the beginning or the end that names them
 * ("Fonte: Commissione europea", "Source: https://…"). Only web addresses count as such (http, https).
 */
export function describeSource(given: Metadata, blocks: readonly Block[]): Source {
  const lines =
    blocks.length <= 2 * LABELS_WITHIN
      ? blocks
      : [...blocks.slice(0, LABELS_WITHIN), ...blocks.slice(-LABELS_WITHIN)]
  const named = given.source ?? labelled(lines)
  const address = [given.url, named, ...lines.map(({ text }) => ADDRESS.exec(text.slice(0, 400))?.[1])]
  return {
    source: isWebAddress(named) ? hostOf(named) : named,
    url: address.map((text) => text?.trim() ?? '').find(isWebAddress) ?? '',
  }
}

/** Whether a text is an http or https address. */
export function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)
}

function labelled(lines: readonly Block[]): string {
  for (const [index, { text }] of lines.entries()) {
    const isAlone = LABEL_ALONE.test(text)
    const value = isAlone ? lines[index + 1]?.text : PUBLISHER.exec(text.slice(0, 400))?.[1]
    const name =
      value
        ?.replace(NEXT_LABEL, '')
        .replace(/[\s.;,)]+$/u, '')
        .trim() ?? ''
    if (name !== '' && name.length <= MAX_LENGTH && name.split(' ').length <= MAX_WORDS) return name
  }
  return ''
}

function hostOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '')
}
