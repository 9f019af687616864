/** Endings of regular Italian verbs, and pronouns that lean on a verb. Data. */

/** Which conjugations an ending belongs to: any of `a`, `e` and `i`. */
export type Conjugations = string

/** Lines of endings behind the conjugations that have them; the bare vowels, which nouns share, are left out. */
const lines: [conjugations: Conjugations, endings: string][] = [
  ['a', 'are ar ando ato ata ati ate avo avi ava avamo avate avano asti ò ammo aste arono ai ino'],
  ['a', 'assi asse assimo assero'],
  ['ae', 'erò erai erà eremo erete eranno erei eresti erebbe eremmo ereste erebbero'],
  ['ei', 'endo ono'],
  ['aei', 'iamo iate ano'],
  [
    'e',
    'ere er uto uta uti ute evo evi eva evamo evate evano ei esti è emmo este erono etti ette ettero ete',
  ],
  ['e', 'essi esse essimo essero'],
  [
    'i',
    'ire ir ito ita iti ite ivo ivi iva ivamo ivate ivano ii isti ì immo iste irono isco isci isce iscono',
  ],
  [
    'i',
    'isca iscano issi isse issimo issero irò irai irà iremo irete iranno irei iresti irebbe iremmo ireste',
  ],
  ['i', 'irebbero'],
]

/** Every ending of more than a bare vowel, and the conjugations that have it. */
export const verbEndings: ReadonlyMap<string, Conjugations> = endingsOf(lines)

/** The bare vowels, with the conjugations that have them, likeliest first: the same for all four, so that no gender or number is parted. */
export const vowelEndings: ReadonlyMap<string, Conjugations> = new Map([
  ['o', 'aei'],
  ['i', 'aei'],
  ['a', 'aei'],
  ['e', 'aei'],
])

/** Endings that only verbs have, so that they are known for one even if the verb is not. */
export const tellingEndings =
  /(?:(?:a|e|i)(?:vano|vamo|ranno|rebbe|rebbero|remmo|remo|rest[ei]|rono|ssero|ssimo)|ando|endo|iscono|iscano)$/

/** What may lean on an infinitive or a gerund: *farlo*, *vedendola*, *comunicarglielo*, *andarsene*. */
export const enclitics = /(?:(?:[mtcvs]e|glie)?(?:l[oaie]|ne)|[mtcvs]i|gli)$/

/** Infinitives without their last vowel, and gerunds: what enclitics lean on. */
export const leaning = /(?:[aei]r|[ae]ndo)$/

/**
 * Endings of imperatives, and of the third person before *si*, the pronouns that may lean on each, and the conjugations
 * that have it; last, whether it is so short that nouns end like it.
 */
export const imperatives: readonly [
  ending: string,
  pronouns: RegExp,
  conjugations: Conjugations,
  isShort: boolean,
][] = [
  ['iamo', /^(?:ci|vi|l[oaie]|gli|ne|.{4,5})$/, 'aei', false],
  ['ate', /^(?:[mcv]i|l[oaie]|gli|ne|.{4,5})$/, 'a', true],
  ['ete', /^(?:[mcv]i|l[oaie]|gli|ne|.{4,5})$/, 'e', true],
  ['ite', /^(?:[mcv]i|l[oaie]|gli|ne|.{4,5})$/, 'i', false],
  ['isci', /^.*$/, 'i', false],
  ['a', /^(?:mi|ci|l[oa]|si|.{4,5})$/, 'a', true],
  ['i', /^(?:mi|ci|l[oa]|gli|.{4,5})$/, 'ei', true],
  ['i', /^ti$/, 'e', true],
  ['e', /^si$/, 'ei', true],
]

/** Words that only look like a verb with a pronoun: *legami* is the plural of *legame*. */
export const notEnclitic: ReadonlySet<string> = new Set(
  (
    'legami salami dettami velami legnami cordami serrami sciami scatolami pellami petalo mandala scandalo ' +
    'crediti soliti fremiti gemiti battiti appendici pendici tossici radici indici unici sedici vertici nutrici pudici consigli ' +
    'rapaci fugaci seguaci mordaci pugnaci tenaci'
  ).split(' '),
)

function endingsOf(table: typeof lines): Map<string, Conjugations> {
  const endings = new Map<string, Conjugations>()
  for (const [conjugations, words] of table)
    for (const ending of words.split(' ')) endings.set(ending, (endings.get(ending) ?? '') + conjugations)
  return endings
}
