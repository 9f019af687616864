/**
 * Italian stems: tables first (words that are kept apart, irregular forms), then the forms of known verbs, then the
 * inflection of nouns and adjectives, and derivation last. All regular forms of a word lose the same ending before
 * anything else looks at them, so that they cannot be parted.
 */
import { deriveRoot, secondRegion } from './italian-derive.ts'
import { tellingEndings } from './italian-endings.ts'
import { isPlainNoun, specialWord } from './italian-special.ts'
import { irregularVerb, verbOfEnclitic, verbOfForm, verbOfVowelForm } from './italian-verb-forms.ts'
import { plainRoot } from './italian-verb-tables.ts'

/** Nouns in *-trice* are the feminine of *-tore*; these roots are of *-trico*, or no feminine of anything. */
const NOT_FEMININE = /(?:elet|me|ste|cen|gas|pedia|chia|geria|oia|^ci|^ni|^pa|^ma|mere|cica)tric$/
/**
 * What nouns in *-ità* end with when they are written without their accent: *capacita*, *conformita*. Participles, and
 * nouns and adjectives that end in a bare *-ita*, are what the rest is left out for: *infinita*, *implicita*, *crescita*.
 */
const MAYBE_ACCENTED =
  /(?:iv|bil|[^p]os|al|oc|[^pl]ic|(?:[eo]m|te|u)plic|ac|id|ent|ar|il|an|[lmrv]in|ern|enn|rm|ers|ens|[mt]un|ur|ior|onor|(?:st|v|p|l)er|egr|[ndv]e|(?:n|ig)u|[lp]ess|ich|urd|ond|stim|ttim|ntim|ssim|anim|strem|ngev)ita$/

/** The stem of a lower-cased word: *città* → `citt`, *chiesto* → `chied`, *casa* → `casa` because of *caso*. */
export function stemItalian(word: string): string {
  const plain = word.replace(/[áíóúé]/g, (letter) => GRAVE[letter] ?? letter)
  return (
    tableStem(plain) ??
    (plain.length <= 2 ? plain : (adverbStem(plain) ?? verbStem(plain) ?? nounStem(plain)))
  )
}

const GRAVE: Record<string, string> = { á: 'à', é: 'è', í: 'ì', ó: 'ò', ú: 'ù' }

function tableStem(word: string): string | undefined {
  const special = specialWord(word)
  if (special !== undefined) {
    const [base = word] = special.bases
    return special.stem ?? (base === word ? participleStem(word) : stemItalian(base))
  }
  return isPlainNoun(word) ? undefined : irregularVerb(word)?.stem
}

/** *Percorso* is a noun first, and of the family of *percorrere*; *paio* is not of *parere*. */
function participleStem(word: string): string | undefined {
  return /[st][oaie]$/.test(word) ? irregularVerb(word)?.stem : undefined
}

function verbStem(word: string): string | undefined {
  if (isPlainNoun(word)) return undefined
  const form = verbOfForm(word)
  if (form !== undefined) return form.verb.stem
  // *importi* is of *importare*, though *imporre* can have *ti* behind it.
  if (verbOfVowelForm(word) !== undefined) return undefined
  const host = verbOfEnclitic(word)
  if (host !== undefined) return host.stem
  const telling = tellingEndings.exec(word)
  return telling !== null && telling.index >= 3 ? plainRoot(word.slice(0, telling.index)) : undefined
}

/** Adverbs are found with their adjectives: *rapidamente*, *facilmente*, *velocemente*; superlatives, too. */
function adverbStem(word: string): string | undefined {
  if (word.length > 8 && /[aelr]mente$/.test(word) && !/[ce]lemente$|eemente$/.test(word)) {
    const adjective = word.slice(0, -5)
    return stemItalian(
      /[lr]$/.test(adjective) ? likelyAdjective([`${adjective}e`, `${adjective}o`]) : adjective,
    )
  }
  if (/^.{2,}[^o]issim[oaie]$/.test(word) && !word.startsWith('prossim')) {
    const root = word.slice(0, -6)
    return stemItalian(likelyAdjective([`${plainRoot(root)}o`, `${plainRoot(root)}e`, `${root}io`]))
  }
  return undefined
}

/**
 * Which of some words the tables have for an adjective, or have at all: *facilissimo* is of *facile*, *ampissimo* of
 * *ampio*, *leggermente* of *leggero*. Where they have none, the first will do, as the rules join them all.
 */
function likelyAdjective(words: [string, ...string[]]): string {
  const listed = words.filter((word) => specialWord(word)?.bases[0] === word)
  return listed.find((word) => specialWord(word)?.isAdjective) ?? listed[0] ?? words[0]
}

function nounStem(word: string): string {
  if (word.endsWith('ità') || MAYBE_ACCENTED.test(word)) {
    const adjective = word.slice(0, -3)
    if (adjective.length >= secondRegion(word)) return abstractStem(adjective)
  }
  if (word.length < 3 || !/[aeiouàèéìòù]$/.test(word)) return loanSingular(word)
  const root = nounRoot(word)
  return verbOfVowelForm(word)?.stem ?? deriveRoot(root)
}

/** Loans keep their form in Italian, but not all writers know: *i computers*. Codes and names end in *-s*, too: *https*. */
function loanSingular(word: string): string {
  return LOAN_PLURAL.test(word) && !NO_LOAN_PLURAL.test(word) ? word.slice(0, -1) : word
}

const LOAN_PLURAL = /^.{2,}(?:[aeiou][bdfgklmnprt]|n[dgkt]|r[dkmnt]|[cflpsx]t|ck|ld|sk)s$/
const NO_LOAN_PLURAL = /(?:ens|sons|ceps)$|^(?:jeans|brussels|corps|adams|williams|means)$/

/** *attività* is of the family of *attivo*; what the tables keep apart, they list with its *-ità*. */
function abstractStem(adjective: string): string {
  const listed = specialWord(`${adjective}e`)?.stem ?? specialWord(`${adjective}o`)?.stem
  return listed ?? verbOfVowelForm(`${adjective}o`)?.stem ?? deriveRoot(adjective)
}

/** A noun or adjective without what tells its number and gender: *amich* and *amic* → `amic`. */
function nounRoot(word: string): string {
  const bare = word.replace(/(?:i?[oaei]|u|[àèìòù])$/, '')
  const root = bare.length < 2 ? word.slice(0, -1) : plainRoot(bare)
  // *operaio, operai, operaia* lose all but *opera*, which is a word of its own; so do *eroe, eroi* and *corteo, cortei*.
  if (/[aoe]$/.test(root)) return `${root}i`
  if (/tric[ei]$/.test(word) && !NOT_FEMININE.test(root)) return root.replace(/ric$/, 'or')
  return /(?:or|ent|poet|avvocat|campion|vigil)ess$/.test(root) ? root.slice(0, -3) : root
}
