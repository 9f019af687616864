/**
 * Where a document is → keys that its translations have as well: its path and address without the parts that say the
 * language (`it/a.html`, `a.en.md`, `ita/…/a_ita.pdf`), its slug, and the addresses that it names as the same page in
 * other languages (`hreflang`). A hint, and no proof. Pure.
 */
import { posix } from 'node:path'
import { languageCode } from '../describe/language.ts'

/** What is known of where a document is. */
export type Whereabouts = {
  lang: string
  paths: readonly { path: string }[]
  url: string
  alternates?: readonly { lang: string; url: string }[]
}

/** What a key says: the first letter of it. */
export const MIRROR_KINDS = { address: 'a', path: 'm', slug: 's' } as const

const MAX_ALTERNATES = 60
/** Shorter ones, and those of a single word, are the same by chance: *index*, *chapter-1*. */
const MIN_SLUG = 12

/** The keys of a document, some bytes each; none where its language is not known. */
export function mirrorKeys({ lang, paths, url, alternates = [] }: Whereabouts): string[] {
  if (lang === 'und') return []
  const keys = new Set<string>()
  const add = (kind: string, value: string): void => {
    keys.add(`${kind}${(hashOf(value) >>> 0).toString(36)}`)
  }
  const { address, path: mirrored, slug } = MIRROR_KINDS
  for (const { path } of paths) {
    const plain = withoutLanguage(path, lang)
    add(mirrored, plain)
    const last = posix.basename(plain)
    if (last.length >= MIN_SLUG && /[a-z][-_ ][a-z]/.test(last)) add(slug, last)
    add(address, plainAddress(`/${path}`))
  }
  const own = webAddress(url)
  if (own !== undefined) {
    add(address, plainAddress(own))
    add(mirrored, withoutLanguage(own, lang))
  }
  for (const { url } of alternates.slice(0, MAX_ALTERNATES)) {
    for (const { path } of paths) for (const one of addressesOf(url, path)) add(address, plainAddress(one))
  }
  return [...keys]
}

/** An address with its host, `example.org/it/a`, and as the file that it may have been saved as. */
function addressesOf(url: string, path: string): string[] {
  const web = webAddress(url)
  if (web === undefined) return [posix.join('/', url.startsWith('/') ? '' : posix.dirname(path), url)]
  const slash = web.indexOf('/')
  return [web, `/${web}`, slash < 0 ? '/' : web.slice(slash)]
}

function webAddress(url: string): string | undefined {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return undefined
  const { hostname, pathname, search } = new URL(url)
  return `${hostname.replace(/^www\./, '')}${pathname}${search}`
}

/** An address without what does not tell pages apart. */
function plainAddress(address: string): string {
  return address
    .toLowerCase()
    .replace(/#.*$/, '')
    .replace(/(?:\/index)?\.(?:html?|php|md)$|\/index$|\/$/, '')
}

/** A path without its extension and the parts that only say that it is in this language. */
export function withoutLanguage(path: string, lang: string): string {
  const says = (part: string): boolean => languageOfPart(part) === lang
  const parts = path.toLowerCase().split('/')
  const folders = parts.slice(0, -1).filter((part) => !says(part))
  return [...folders, nameWithoutLanguage(parts.at(-1) ?? '', says)].join('/')
}

function nameWithoutLanguage(name: string, says: (part: string) => boolean): string {
  // `index.html.it`, as web servers that choose the language have it, and `a.it.html`.
  for (const end of [/\.([a-z]{2,3}(?:[-_][a-z]{2,4})?)$/, /\.[a-z0-9]{1,5}$/, ...NAME_ENDS]) {
    const [whole = '', part] = end.exec(name) ?? []
    if (whole === '' || (part !== undefined && !says(part))) continue
    const left = name.slice(0, -whole.length)
    if (left !== '') name = left
  }
  const [beginning = '', part = ''] =
    /^([a-z]{2,3}(?:[-_][a-z]{2})?|italiano|english|inglese)[._ -]/.exec(name) ?? []
  if (beginning !== '' && beginning.length < name.length && says(part)) return name.slice(beginning.length)
  // The home page of a language: `it.html` beside `en.html`.
  return says(name) ? '' : name
}

const NAME_ENDS = [
  /[._ -]([a-z]{2,3}[-_][a-z]{2})$/,
  /[._ -]\(?([a-z]{2,3}|italiano|italian|english|inglese)\)?$/,
]

/** The language that a part of a path says: `it`, `ita`, `it-IT`, `italiano`. */
function languageOfPart(part: string): string | null {
  const known = languages.get(part)
  if (known !== undefined) return known
  // Not *it-security*, which is a language tag as well as `it-IT` is.
  const [, code = ''] = /^([a-z]{2,3})(?:[-_][a-z]{2,4})?$|^[a-z]{5,}$/.exec(part) ?? []
  const lang = code !== '' ? languageCode(code) : /^[a-z]{5,}$/.test(part) ? languageCode(part) : null
  if (languages.size < MAX_REMEMBERED) languages.set(part, lang)
  return lang
}

/** The same few folders come again and again. */
const languages = new Map<string, string | null>()
const MAX_REMEMBERED = 10_000

function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return hash ^ (hash >>> 13)
}
