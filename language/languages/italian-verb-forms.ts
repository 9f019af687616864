/**
 * Italian verbs: which verb a form belongs to, by the endings of the three conjugations and by the principal parts of
 * the irregular verbs. The tables are made when the first word is looked up.
 */
import {
  type Conjugations,
  enclitics,
  imperatives,
  leaning,
  notEnclitic,
  verbEndings,
  vowelEndings,
} from './italian-endings.ts'
import { makeVerbTables, plainRoot, type Verb, type VerbTables } from './italian-verb-tables.ts'

/** Shorter roots are too easily met by chance. */
const MIN_ROOT = 2
/** What past forms end with, on which no pronoun leans: *propositi* is not of *proposi*. */
const PAST = /(?:s|nn|ll|qu|bb)i$/
/** Behind an imperative of one vowel: *aprilo*, but not *asilo*. */
const MIN_IMPERATIVE_ROOT = 3

/** Endings that may as well be the end of a longer root and a bare vowel. */
const AMBIGUOUS = /^(?:[ae]ndo|[aio]no|ete|ere|ai|ei|ett[ei])$/

let made: VerbTables | undefined
const tables = (): VerbTables => {
  made ??= makeVerbTables()
  return made
}

/** The verb whose irregular form a word is: *chiesto* → *chiedere*. */
export function irregularVerb(word: string): Verb | undefined {
  return tables().irregular.get(word)
}

/** The verb that has a root, if one of the given conjugations does; those come likeliest first. */
export function verbWithRoot(root: string, conjugations: Conjugations, ending = ''): Verb | undefined {
  if (root.length < MIN_ROOT) return undefined
  const verbs = tables().byRoot.get(plainRoot(root))
  if (verbs === undefined) return undefined
  const isHard = /[cg]hi*$/.test(root)
  // *spacci* is of *spacciare*, as *spaccare* has *spacchi*.
  const writesI = root.endsWith('i') || (/[cg]$/.test(root) && /^[ie]/.test(ending))
  const fitting = [...conjugations].flatMap((conjugation) =>
    verbs.filter(
      (verb) =>
        verb.conjugation === conjugation && (!isHard || verb.isHard || (conjugation === 'a' && !verb.hasI)),
    ),
  )
  // *preme* is of *premere*, though *premiare* has the root, too; before another i it writes none: *premi*.
  const exact = fitting.find(({ hasI }) => hasI === writesI || (ending === 'i' && !/[cg]$/.test(root)))
  // Nouns of a verb may have an i that the verb has not, and the other way round: *sacrificio*, *evidenza*.
  const mayDiffer = ending.length <= 1 || (/^[ie]/.test(ending) && !root.endsWith('i'))
  return exact ?? (mayDiffer ? fitting[0] : undefined)
}

/** The verb of a form that is longer than root and vowel, and the ending it was known by. */
export function verbOfForm(word: string): { verb: Verb; ending: string } | undefined {
  for (let length = Math.min(8, word.length - MIN_ROOT); length >= 1; length -= 1) {
    const ending = word.slice(-length)
    const conjugations = verbEndings.get(ending)
    if (conjugations === undefined) continue
    const verb = verbWithRoot(word.slice(0, -length), conjugations, ending)
    // *comando* is of *comandare*, not the gerund of *comare*; *condono* of *condonare*, *competi* of *competere*.
    if (verb === undefined || (AMBIGUOUS.test(ending) && verbOfVowelForm(word) !== undefined)) continue
    if (ending !== 'iate' || verbWithRoot(`${word.slice(0, -length)}i`, 'a')?.hasI !== true)
      return { verb, ending }
  }
  return undefined
}

/** The verb of a form with pronouns at its end: *farlo*, *vedendola*, *svoltosi*, *contattaci*, *vendesi*. */
export function verbOfEnclitic(word: string): Verb | undefined {
  const clitic = enclitics.exec(word)
  if (clitic === null || notEnclitic.has(word)) return undefined
  // A double pronoun may also be a single one behind something else: *darsene*, but *vederne*.
  for (const start of clitic[0].length > 2 ? [clitic.index, word.length - 2] : [clitic.index]) {
    const host = word.slice(0, start)
    const verb = verbOfHost(host) ?? verbOfImperative(host, word.slice(start))
    if (verb !== undefined) return verb
  }
  const host = word.slice(0, -2)
  if (word.endsWith('si') && /[aiu]t[oaie]$/.test(host) && host.length > 5) return verbOfForm(host)?.verb
  if (word.endsWith('si') && /[st][oaie]$/.test(host) && host.length > 4) return tables().irregular.get(host)
  return undefined
}

/** The verb whose infinitive or gerund a pronoun leans on. */
function verbOfHost(host: string): Verb | undefined {
  const form = leaning.exec(host)
  if (form === null) return /(?:or|ur)$/.test(host) ? tables().irregular.get(host) : undefined
  const vowel = host[form.index] ?? ''
  const conjugations = form[0].endsWith('r') || vowel === 'a' ? vowel : 'ei'
  return tables().irregular.get(host) ?? verbWithRoot(host.slice(0, form.index), conjugations, vowel)
}

/**
 * The verb whose imperative, or third person before *si*, a pronoun leans on. Which pronouns may do so depends on what
 * else ends like that: no *-ale* and *-ile*, which adjectives have.
 */
function verbOfImperative(host: string, clitic: string): Verb | undefined {
  for (const [ending, pronouns, conjugations, isShort] of imperatives) {
    if (!host.endsWith(ending) || !pronouns.test(clitic)) continue
    const irregular = host.length > 3 && !PAST.test(host) ? tables().irregular.get(host) : undefined
    const root = host.slice(0, -ending.length)
    const isTooShort = isShort && root.length < MIN_IMPERATIVE_ROOT
    const verb = irregular ?? (isTooShort ? undefined : verbWithRoot(root, conjugations, ending))
    if (verb !== undefined) return verb
  }
  return undefined
}

/** The verb a noun or adjective is made from, or a form of, if it ends with a bare vowel. */
export function verbOfVowelForm(word: string): Verb | undefined {
  const vowel = word.slice(-1)
  const conjugations = vowelEndings.get(vowel)
  return conjugations === undefined ? undefined : verbWithRoot(word.slice(0, -1), conjugations, vowel)
}

/** Further first letters of the forms of a stem. */
export function initialsOf(stem: string): string {
  return tables().initials.get(stem) ?? ''
}
