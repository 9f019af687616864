/**
 * Italian verbs: which verb a form belongs to, by the endings of the three conjugations and by the principal parts of
 * the irregular verbs. The tables are made when the first word is looked up.
 */
import { type Conjugations, enclitics, leaning, verbEndings, vowelEndings } from './italian-endings.ts'
import { irregularVerbs } from './italian-irregular-verbs.ts'
import { verbRoots } from './italian-verbs.ts'

/** A verb. */
export type Verb = {
  infinitive: string
  /** `a`, `e` or `i`. */
  conjugation: string
  /** Whether its root ends with an *i* that is written before other vowels: *studi*-o. */
  hasI: boolean
  /** Whether the root itself ends with a hard c or g before i: *rischi*-are, *stecch*-ire. */
  isHard: boolean
  /** Its root, or its infinitive where the root is very short or another verb's: *dare*, *volere* beside *volare*. */
  stem: string
}

type Tables = {
  byRoot: Map<string, Verb[]>
  irregular: Map<string, Verb>
  /** Other first letters of forms, by stem. */
  initials: Map<string, string>
}

/** Shorter roots are too easily met by chance. */
const MIN_ROOT = 2

/** Endings that may as well be the end of a longer root and a bare vowel. */
const AMBIGUOUS = /^(?:[ae]ndo|[aio]no|ete|ere|ai|ei)$/

let made: Tables | undefined
const tables = (): Tables => {
  made ??= makeTables()
  return made
}

/** What all forms of a root have in common: *cerch*-i and *cerc*-o, *studi*-o and *stud*-i. */
export function plainRoot(root: string): string {
  const bare = /i+$/.test(root) ? root.replace(/i+$/, '') : root
  return /[cg]h$/.test(bare) ? bare.slice(0, -1) : bare
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
  for (const conjugation of conjugations) {
    const fitting = verbs.filter(
      (verb) =>
        verb.conjugation === conjugation && (!isHard || verb.isHard || (conjugation === 'a' && !verb.hasI)),
    )
    const exact = fitting.find(({ hasI }) => hasI === writesI)
    // Nouns of a verb may have an i that the verb has not, and the other way round: *sacrificio*, *evidenza*.
    const found =
      exact ?? (ending.length <= 1 || (/^[ie]/.test(ending) && !root.endsWith('i')) ? fitting[0] : undefined)
    if (found !== undefined) return found
  }
  return undefined
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

/** The verb of a form with pronouns at its end: *farlo*, *vedendola*, *svoltosi*, *contattaci*. */
export function verbOfEnclitic(word: string): Verb | undefined {
  const clitic = enclitics.exec(word)
  if (clitic === null) return undefined
  // A double pronoun may also be a single one behind something else: *darsene*, but *vederne*.
  for (const start of clitic[0].length > 2 ? [clitic.index, word.length - 2] : [clitic.index]) {
    const host = word.slice(0, start)
    const form = leaning.exec(host)
    if (form !== null) {
      const root = host.slice(0, form.index)
      const vowel = host[form.index] ?? ''
      const conjugations = form[0].endsWith('r') || vowel === 'a' ? vowel : 'ei'
      const verb = tables().irregular.get(host) ?? verbWithRoot(root, conjugations, vowel)
      if (verb !== undefined) return verb
    } else if (/(?:or|ur)$/.test(host)) {
      const verb = tables().irregular.get(host)
      if (verb !== undefined) return verb
    }
  }
  const host = word.slice(0, -2)
  if (word.endsWith('si') && /[aiu]t[oaie]$/.test(host) && host.length > 5) return verbOfForm(host)?.verb
  if (word.endsWith('si') && /[st][oaie]$/.test(host) && host.length > 4) return tables().irregular.get(host)
  if (/(?:[aei]te(?:ci|mi|vi|l[oaie])|aci)$/.test(word) && host.length > 5) {
    const root = host.replace(/(?:[aei]te|a)$/, '')
    return verbWithRoot(root, host.endsWith('a') ? 'a' : (host.at(-3) ?? ''))
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

function makeTables(): Tables {
  const result: Tables = { byRoot: new Map(), irregular: new Map(), initials: new Map() }
  const irregularLines = irregularVerbs.trim().split('\n')
  for (const [conjugation, roots] of Object.entries(verbRoots))
    if (conjugation === 'a')
      for (const root of roots.trim().split(/\s+/)) addVerb(result, `${root}are`, root, conjugation)
  for (const line of irregularLines) addIrregular(result, line)
  for (const [conjugation, roots] of Object.entries(verbRoots))
    if (conjugation !== 'a')
      for (const root of roots.trim().split(/\s+/))
        addVerb(result, `${root}${conjugation}re`, root, conjugation)
  return result
}

function addVerb({ byRoot }: Tables, infinitive: string, root: string, conjugation: string): Verb {
  const key = plainRoot(root)
  const verbs = byRoot.get(key) ?? []
  byRoot.set(key, verbs)
  const known = verbs.find((verb) => verb.infinitive === infinitive)
  if (known !== undefined) return known
  const verb = {
    infinitive,
    conjugation,
    hasI: root.endsWith('i'),
    isHard: /[cg]hi?$/.test(root),
    stem: verbs.length === 0 ? key : infinitive,
  }
  verbs.push(verb)
  return verb
}

const FUTURE = 'ò ai à emo ete anno ei esti ebbe emmo este ebbero'.split(' ')
const PRESENT = 'o ono a ano'.split(' ')

function addIrregular(result: Tables, line: string): void {
  const [infinitive = '', prefixes = '', parts = ''] = line.split(';').map((column) => column.trim())
  const all = prefixes.startsWith('!') ? prefixes.slice(1).trim() : `- ${prefixes}`
  const given = new Map([...parts.matchAll(/([A-Z]) (\S+)/g)].map(([, name, text]) => [name, text as string]))
  for (const prefix of all.split(' ').map((text) => (text === '-' ? '' : text))) {
    const root = prefix + (given.get('I') ?? infinitive.slice(0, -3))
    const conjugation = given.has('I') ? 'e' : (infinitive.at(-3) ?? '')
    const verb = addVerb(result, prefix + infinitive, root, conjugation)
    for (const form of formsOf(infinitive, given, prefix === '')) addForm(result, prefix + form, verb)
  }
}

function formsOf(
  infinitive: string,
  given: ReadonlyMap<string | undefined, string>,
  isSimple: boolean,
): string[] {
  const with_ = (part: string, endings: string[]): string[] => {
    const text = given.get(part)
    return text === undefined ? [] : endings.map((ending) => text + ending)
  }
  const participle = given.get('P')?.slice(0, -1)
  const others = (isSimple && given.get('N')?.split(',')) || []
  return [
    ...(given.has('I') || /rre$|^(?:d|st)are$/.test(infinitive)
      ? [
          infinitive,
          infinitive.replace(/re$|e$/, (end, at) => (infinitive[at - 1] === 'r' ? '' : end.slice(0, -1))),
        ]
      : []),
    ...with_('A', PRESENT),
    ...with_('B', ['i', 'e']),
    ...with_('R', ['i', 'e', 'ero']),
    ...(participle === undefined ? [] : ['o', 'a', 'i', 'e'].map((ending) => participle + ending)),
    ...with_('F', FUTURE),
    ...(given.get('X')?.split(',') ?? []),
  ].filter((form) => !others.includes(form))
}

function addForm({ irregular, initials }: Tables, form: string, verb: Verb): void {
  if (irregular.has(form)) return
  irregular.set(form, verb)
  const known = initials.get(verb.stem) ?? ''
  const [initial = ''] = form
  if (initial !== verb.stem[0] && !known.includes(initial)) initials.set(verb.stem, known + initial)
}
