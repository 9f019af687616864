/**
 * Suffixes that Italian derives words with, taken off a root that has lost its inflection, so that derivation can never
 * part the forms of a word. Which suffixes, and how much must stay before them, is Snowball's choice
 * (snowballstem.org/algorithms/italian), with verbs looked up and a few suffixes more.
 */
import type { Conjugations } from './italian-endings.ts'
import { irregularVerb, verbWithRoot } from './italian-verb-forms.ts'
import { plainRoot } from './italian-verb-tables.ts'

type Suffix = {
  suffix: string
  /** What stays of it. */
  rest: string
  /** The conjugations of the verb it is derived from; empty where it is not from a verb. */
  verbs: Conjugations
  /** Whether it goes only if that verb is known, and then however short the root; else behind Snowball's R2. */
  needsVerb: boolean
}

/** Lines read: suffix, what stays of it, conjugations, whether the verb must be known. Longer ones first. */
const suffixes: Suffix[] = [
  ['duzion', 'duc', 'e', true],
  ['fazion', 'fac', 'e', true],
  ['icazion', 'ic', 'a', true],
  ['azion', '', 'a', false],
  ['izion', '', 'i', true],
  ['uzion', 'u', 'i', true],
  ['usion', 'ud', 'e', true],
  ['ament', '', 'a', true],
  ['iment', '', 'ei', true],
  ['ator', '', 'a', false],
  ['itor', '', 'ie', true],
  ['ativ', '', 'a', false],
  ['abil', '', 'a', false],
  ['ibil', '', 'ei', false],
  ['logi', 'log', '', false],
  ['anz', '', 'a', false],
  ['enz', 'ent', '', false],
  ['ant', '', 'a', false],
  ['iv', '', '', false],
  ['ic', '', '', false],
  ['os', '', '', false],
  ['alist', 'alist', '', false],
  ['alism', 'alist', '', false],
  ['unist', 'unist', '', false],
  ['unism', 'unist', '', false],
  ['ist', '', '', false],
  ['ism', '', '', false],
].map(([suffix, rest, verbs, needsVerb]) => ({ suffix, rest, verbs, needsVerb }) as Suffix)

/** Roots whose ending only looks like a suffix, or that mean something else with it. */
const whole = new Set(
  (
    'tradizion condizion munizion nutrizion edizion stabiliment testament firmament temperament ' +
    'dipartiment appuntament comportament ordinament regolament comandament parlament appartament sentiment esperiment ' +
    'important costant distant ordinanz minoranz maggioranz sostanz ambulanz america domenic ceramic basilic'
  ).split(' '),
)

/** What must stay where a known verb vouches for the suffix. */
const MIN_ROOT = 3

/** The stem of the family of a root: *operazion*, *operator* → *oper*; the root itself if it has no such suffix. */
export function deriveRoot(root: string): string {
  if (whole.has(root)) return root
  const base = withoutSuffix(root)
  return base === root ? root : plainRoot(base)
}

function withoutSuffix(root: string): string {
  const vowelStart = root.length < 4 ? root.length : secondRegion(root)
  for (const { suffix, rest, verbs, needsVerb } of suffixes) {
    if (!root.endsWith(suffix)) continue
    const start = root.length - suffix.length
    const base = root.slice(0, start) + rest
    if (needsVerb ? base.length < MIN_ROOT : start < vowelStart) continue
    const verb = verbs === '' ? undefined : verbWithRoot(base, verbs)
    if (verb !== undefined) return verb.stem
    if (needsVerb) continue
    // *esclusivo* is of *escludere*, as *escluso* is.
    const participle = suffix === 'iv' ? irregularVerb(`${base}o`) : undefined
    if (participle !== undefined) return participle.stem
    return suffix === 'ativ' || suffix === 'ator' || suffix === 'azion'
      ? without(base, 'ic', vowelStart)
      : base
  }
  return /[ei]st$|[ei]sm$/.test(root) ? root.replace(/m$/, 't') : root
}

function without(root: string, suffix: string, from: number): string {
  const start = root.length - suffix.length
  return root.endsWith(suffix) && start >= from ? root.slice(0, start) : root
}

/** Where Snowball's R2 begins: behind the first consonant behind a vowel, twice. */
export function secondRegion(word: string): number {
  const region = /^.*?[aeiou][^aeiou].*?[aeiou][^aeiou]/.exec(word)
  return region === null ? word.length : region[0].length
}
