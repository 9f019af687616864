/** The tables of Italian verbs: by root, and irregular forms made from principal parts. */
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

/** What verbs are looked up in. */
export type VerbTables = {
  byRoot: Map<string, Verb[]>
  irregular: Map<string, Verb>
  /** Other first letters of forms, by stem. */
  initials: Map<string, string>
}

/** What all forms of a root have in common: *cerch*-i and *cerc*-o, *studi*-o and *stud*-i. */
export function plainRoot(root: string): string {
  const bare = /i+$/.test(root) ? root.replace(/i+$/, '') : root
  return /[cg]h$/.test(bare) ? bare.slice(0, -1) : bare
}

/** Makes the tables; some tens of milliseconds. */
export function makeVerbTables(): VerbTables {
  const result: VerbTables = { byRoot: new Map(), irregular: new Map(), initials: new Map() }
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

function addVerb({ byRoot }: VerbTables, infinitive: string, root: string, conjugation: string): Verb {
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

function addIrregular(result: VerbTables, line: string): void {
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

function addForm({ irregular, initials }: VerbTables, form: string, verb: Verb): void {
  if (irregular.has(form)) return
  irregular.set(form, verb)
  const known = initials.get(verb.stem) ?? ''
  const [initial = ''] = form
  if (initial !== verb.stem[0] && !known.includes(initial)) initials.set(verb.stem, known + initial)
}
