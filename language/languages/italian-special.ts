/** The tables of `italian-nouns.ts`, form by form. Made when the first word is looked up. */
import { foldAccents } from '../fold.ts'
import { apartNouns, irregularNouns, plainNouns } from './italian-nouns.ts'
import { verbOfForm } from './italian-verb-forms.ts'

/** Base forms of a word by table, likeliest first, and, where the table keeps it apart, its stem. */
export type Special = { bases: string[]; stem: string | undefined; isAdjective: boolean }

let made: Map<string, Special> | undefined

/** What the tables of nouns and adjectives say of a word. */
export function specialWord(word: string): Special | undefined {
  made ??= makeTable()
  return made.get(word)
}

const plain = new Set(plainNouns.trim().split(/\s+/))

/** Whether a word only looks like a form of a verb: *bacino*, *scrivano*. */
export function isPlainNoun(word: string): boolean {
  return plain.has(word)
}

function makeTable(): Map<string, Special> {
  const table = new Map<string, Special>()
  const add = (form: string, base: string, stem: string | undefined, isAdjective: boolean): void => {
    const known = table.get(form)
    if (known === undefined) table.set(form, { bases: [base], stem, isAdjective })
    else if (!known.bases.includes(base)) known.bases.push(base)
  }
  for (const [text, isApart] of [
    [apartNouns, true],
    [irregularNouns, false],
  ] as const) {
    for (const entry of text.trim().split(/\s+/)) {
      let stem: string | undefined
      for (const word of entry.split('=')) {
        const [marked = '', ...plurals] = word.split('/')
        const base = marked.replace(/[*-]$/, '')
        if (isApart) stem ??= foldAccents(base)
        const isAdjective = marked.endsWith('*')
        const regular = marked.endsWith('-') ? [] : regularForms(base, isAdjective)
        const forms = plurals.length > 0 && !isAdjective ? plurals : regular
        for (const form of [base, ...forms, ...(isAdjective ? plurals : [])])
          if (form === base || !isInfinitive(form)) add(form, base, stem, isAdjective)
      }
    }
  }
  return table
}

/** *leggere* and *tenere* are rarely of *leggero* and *tenero*. */
function isInfinitive(form: string): boolean {
  return /[aei]re$/.test(form) && verbOfForm(form)?.verb.infinitive === form
}

/** Regular plural of a noun, all forms of an adjective; for an accented one the spelling that leaves it out. */
function regularForms(base: string, isAdjective: boolean): string[] {
  if (isAdjective && base.endsWith('o')) {
    const root = base.slice(0, -1)
    return [`${root}a`, ...pluralsOf(base), ...pluralsOf(`${root}a`)]
  }
  return pluralsOf(base)
}

function pluralsOf(base: string): string[] {
  const root = base.slice(0, -1)
  if (/[àèéìòù]$/.test(base)) return verbOfForm(foldAccents(base)) === undefined ? [foldAccents(base)] : []
  if (/ista$/.test(base)) return [`${root}i`, `${root}e`]
  if (/[cg]o$/.test(base)) return /i[cg]o$/.test(base) ? [`${root}i`, `${root}hi`] : [`${root}hi`]
  if (/[cg]a$/.test(base)) return [`${root}he`]
  if (/[cg]ia$/.test(base)) return [`${root.slice(0, -1)}e`, `${root}e`]
  if (/io$/.test(base)) return [root]
  if (/a$/.test(base)) return [`${root}e`]
  return /[oe]$/.test(base) ? [`${root}i`] : []
}
