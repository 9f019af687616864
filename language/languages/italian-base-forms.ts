/**
 * Italian base forms: what a dictionary may list a word under. Candidates by table and by rule, each with how likely it
 * is; most do not exist, which who asks finds out.
 */
import type { BaseForm } from '../language.ts'
import { nounEndings } from './italian-noun-endings.ts'
import { isPlainNoun, specialWord } from './italian-special.ts'
import { irregularVerb, verbOfEnclitic, verbOfForm, verbOfVowelForm } from './italian-verb-forms.ts'

/** What a bare vowel says for a known verb, compared with a noun: *verifiche* is rarely of *verificare*. */
const VOWEL_WEIGHTS: Record<string, number> = { o: 0.3, a: 0.3, i: 0.15, e: 0.2 }
/** Endings that nouns and adjectives have as well: *conti-no*, *capit-ano*. */
const SHARED_ENDINGS = /^(?:ino|ano|ai|ei|ii|evi|ivi|iva|ivo|est[ie]|ist[ie]|ast[ie]|ett[ie]|ess[ie]|ete)$/
const PARTICIPLE = /^[aiu]t[oaie]$/
/**
 * Adjectives that have the root of a verb: *completa* is of *completo* as well as of *completare*. Where a noun has it,
 * *riguardo*, *uso*, the form in -a is the verb's.
 */
const ADJECTIVES_BESIDE_VERBS = new Set(
  `alterno asciutto attivo basso calmo chiaro colmo completo contento continuo curvo doppio dritto duro esperto falso
  fermo freddo grasso guasto inquieto integro intero intimo largo libero liscio logoro lordo lucido manco maturo minimo
  mondo muto mutuo netto nudo occulto pieno privo profondo pronto quieto rado retto rotondo saldo salvo sano sazio secco
  secondo segreto separato sereno sgombro sicuro singolo solido sommo sparso spesso sporco stanco storto stretto stufo
  sveglio tardo tondo torbido tranquillo triplo ultimo umido unico vago valido vario vivo vuoto`.split(/\s+/),
)
/** Verbs in *-ire* whose third person has no *-isce*, by what their infinitives end with. */
const PLAIN_IRE =
  /(?:apr|copr|offr|dorm|sent|serv|vest|segu|fugg|boll|cuc|divert|vert|pent|toss|nutr|part|mor|sal|ven|ud|esc)ire$/
/** What is left of a noun's or an adjective's masculine where the form in -a is a verb's. */
const VERB_BESIDE_NOUN = 0.2
/** What a verb nobody listed would be, where its form shows it; the more letters, the surer. */
const UNKNOWN_VERBS: [ending: RegExp, infinitive: string, weight: number][] = [
  [/(?:ando|avano|avamo|arono|assero|assimo|ata|ate|ati|ato|ava)$/, 'are', 0.5],
  [/(?:endo|evano|evamo|essero|uta|ute|uti|uto|eva)$/, 'ere', 0.5],
  [/(?:endo|ivano|ivamo|irono|issero|iranno|irebbe|isce|iscono|ita|ite|iti|ito)$/, 'ire', 0.3],
  [/(?:eranno|erebbe|erebbero|eremo|ò)$/, 'are', 0.5],
  [/(?:iamo|ano|ino)$/, 'are', 0.2],
  [/[oiae]$/, 'are', 0.04],
]

/** The base forms a lower-cased word may belong to, likeliest first: *enti* → *ente*, *ento*, *enti*, *entare*. */
export function baseFormsItalian(word: string): BaseForm[] {
  const weights = new Map<string, number>()
  const add = (base: string, weight: number): void => {
    if (base.length > 1 && weight > (weights.get(base) ?? 0)) weights.set(base, weight)
  }
  addVerbs(word, add)
  addNouns(word, add)
  add(word, 0.2)
  const bases = [...weights].map(([base, weight]) => ({ base, weight })).sort((a, b) => b.weight - a.weight)
  const best = bases[0]?.weight ?? 1
  const verb = isPlainNoun(word) ? undefined : irregularVerb(word)?.infinitive
  return bases.map(({ base, weight }) => ({
    base,
    weight: Math.round((weight / best) * 1000) / 1000,
    ...(base === verb && base !== word ? { isVerb: true } : {}),
  }))
}

type Add = (base: string, weight: number) => void

function addVerbs(word: string, add: Add): void {
  // Where a noun has the form, the verb has it, too, but is less often meant.
  const share = specialWord(word) === undefined && !isPlainNoun(word) ? 1 : 0.2
  const irregular = irregularVerb(word)
  if (irregular !== undefined) add(irregular.infinitive, share)
  const known = verbOfForm(word)
  if (known !== undefined) {
    add(known.verb.infinitive, SHARED_ENDINGS.test(known.ending) ? 0.4 * share : share)
    if (PARTICIPLE.test(known.ending)) add(`${word.slice(0, -1)}o`, 0.8)
  }
  const host = verbOfEnclitic(word)
  if (host !== undefined) add(host.infinitive, known === undefined && irregular === undefined ? share : 0.1)
  const byVowel = verbOfVowelForm(word)
  if (byVowel !== undefined) {
    const weight = isThirdPersonInE(word) ? 1 : (VOWEL_WEIGHTS[word.slice(-1)] ?? 0.1)
    add(byVowel.infinitive, weight * (share < 1 ? 0.3 : 1))
  }
  const isKnown = known !== undefined || host !== undefined || irregular !== undefined
  for (const [ending, infinitive, weight] of UNKNOWN_VERBS) {
    const found = ending.exec(word)
    if (found === null || found.index < 3) continue
    const root = word.slice(0, found.index)
    const plain = infinitive === 'are' ? root.replace(/(?<=[cg])h$/, '') : root
    add(plain + infinitive, isKnown ? 0.02 : weight)
  }
}

function addNouns(word: string, add: Add): void {
  const special = specialWord(word)
  if (special !== undefined) {
    for (const [index, base] of special.bases.entries()) add(base, index === 0 ? 1 : 0.4)
    // What the table says of a word is all there is, but that an adjective may be meant with its other gender.
    return
  }
  // A form that only a verb has is no noun: *comunicherebbe*.
  const isVerbForm = /(?:ebbe|ebbero|eranno|iranno|arono|avano|evano|ivano|ssero)$/.test(word)
  const irregular = irregularVerb(word) !== undefined && !isPlainNoun(word)
  if (isVerbForm) return
  const known = verbOfForm(word)
  if (known !== undefined && !isPlainNoun(word) && PARTICIPLE.test(known.ending)) {
    // The feminine is often a noun: *entrate* is of *entrata*.
    if (/[ae]$/.test(word)) add(`${word.slice(0, -1)}a`, 0.9)
    return
  }
  const isEnclitic = verbOfEnclitic(word) !== undefined
  const isThirdPerson =
    (word.endsWith('a') && verbOfVowelForm(word)?.conjugation === 'a') || isThirdPersonInE(word)
  for (const [ending, bases] of nounEndings) {
    if (!word.endsWith(ending)) continue
    const root = word.slice(0, -ending.length || undefined)
    for (const [base, weight] of bases) {
      const isOther = base.endsWith('o') || (base.endsWith('a') && ending === 'e')
      const isOfVerb = isThirdPerson && isOther && !ADJECTIVES_BESIDE_VERBS.has(root + base)
      const share = isOfVerb ? VERB_BESIDE_NOUN : isEnclitic ? 0.25 : 1
      add(root + base, irregular ? participleWeight(word, root + base, weight) : weight * share)
    }
    return
  }
  add(word, 1)
}

/** *Serve*, *corre*: what only these conjugations say of a third person, and far oftener than a noun's plural. */
function isThirdPersonInE(word: string): boolean {
  const verb = word.endsWith('e') ? verbOfVowelForm(word) : undefined
  if (verb === undefined) return false
  return verb.conjugation === 'e' || (verb.conjugation === 'i' && PLAIN_IRE.test(verb.infinitive))
}

/** Irregular participles are adjectives by their masculine: *chieste* → *chiesto*. */
function participleWeight(word: string, base: string, weight: number): number {
  const isParticiple = /[st][oaie]$/.test(word)
  if (isParticiple && base === `${word.slice(0, -1)}o`) return 1
  // The feminine is often a noun: *scelta*.
  return weight * (isParticiple ? 0.9 : 0.5)
}
