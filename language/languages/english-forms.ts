/** English: irregular forms → base forms, put together from the tables. */
import type { BaseForm } from '../language.ts'
import { COMPARED_ADJECTIVES, IRREGULAR_ADJECTIVES, NO_COMPARATIVES } from './english-adjectives.ts'
import { HOMOGRAPHS } from './english-homographs.ts'
import { compared } from './english-inflect.ts'
import { IRREGULAR_NOUNS, SINGULARS_IN_MEN, SINGULARS_IN_S } from './english-nouns.ts'
import { IRREGULAR_VERBS, REGULAR_VERBS } from './english-verbs.ts'

/** The words of a table, white space between them. */
export const wordsIn = (table: string): string[] => table.trim().split(/\s+/)

/** The lines of a table. */
export const linesIn = (table: string): string[] => table.trim().split('\n')

/** A form that is no base form is rarely one of another word. */
const ITSELF = 0.1
/** A form of two words may be of either. */
const OTHER = 0.7

/** A base form that has something else instead of a rule gives: *children* → `child`. Likeliest first, with the word itself. */
export const irregularForms: ReadonlyMap<string, readonly BaseForm[]> = makeForms()

/** Whether a word in *-s* is no plural. */
export const singularsInS: ReadonlySet<string> = new Set(wordsIn(SINGULARS_IN_S))

const singularsInMen = new Set(wordsIn(SINGULARS_IN_MEN))

/** The singular of a word in *-men*: *firemen* → `fireman`; undefined for *specimen*. */
export function singularOfMen(word: string): string | undefined {
  if (!word.endsWith('men') || word.length < 5 || singularsInMen.has(word)) return undefined
  return `${word.slice(0, -2)}an`
}

function makeForms(): Map<string, BaseForm[]> {
  const forms = new Map<string, BaseForm[]>()
  const add = (form: string, base: string): void => {
    if (form === base) return
    const known = forms.get(form)
    if (known === undefined) {
      forms.set(form, [
        { base, weight: 1 },
        { base: form, weight: ITSELF },
      ])
    } else if (known.every((one) => one.base !== base)) known.splice(1, 0, { base, weight: OTHER })
  }
  for (const line of linesIn(IRREGULAR_VERBS)) addVerb(line, add)
  for (const line of linesIn(IRREGULAR_NOUNS)) {
    const [words = '', prefixes = ''] = line.split('+')
    const [singular = '', ...plurals] = wordsIn(words)
    for (const prefix of ['', ...prefixes.split(' ')]) {
      for (const plural of plurals) add(prefix + plural, prefix + singular)
    }
  }
  for (const line of linesIn(`${REGULAR_VERBS.trim()}\n${IRREGULAR_ADJECTIVES.trim()}`)) {
    const [base = '', ...others] = wordsIn(line)
    for (const form of others) add(form, base)
  }
  const others = new Set(wordsIn(NO_COMPARATIVES))
  for (const base of wordsIn(COMPARED_ADJECTIVES)) {
    for (const form of compared(base)) if (!others.has(form)) add(form, base)
  }
  for (const line of linesIn(HOMOGRAPHS)) {
    const [form = '', first = '', ...rest] = wordsIn(line)
    const bases = rest.map((one) => {
      const [base = '', weight] = one.split(':')
      return { base, weight: Number(weight) }
    })
    const all = [{ base: first, weight: 1 }, ...bases]
    forms.set(form, all.some(({ base }) => base === form) ? all : [...all, { base: form, weight: 0.05 }])
  }
  return forms
}

function addVerb(line: string, add: (form: string, base: string) => void): void {
  const [parts = '', prefixes = ''] = line.split('+')
  const [base = '', past = '', participle = ''] = wordsIn(parts)
  const forms = `${past}/${participle}`.split('/').filter((form) => form !== '=')
  for (const prefix of ['', ...prefixes.split(' ')]) {
    for (const form of forms) add(prefix + form, prefix + base)
  }
}
