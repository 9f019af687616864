/** The words that lexicons know, in alphabetical order, so that beginnings can be looked up. */
import type { Bridge } from '../../../language/bridge/bridge.ts'
import { foldWord } from '../../../language/fold.ts'
import type { Steps } from '../../../language/slices.ts'
import { createVocabulary, type Vocabulary } from '../../../language/vocabulary.ts'

/** Gathered when they are first asked for, and gone with their bridge. */
const gathered = new WeakMap<Bridge, Map<string, Vocabulary>>()
/** Words gathered between two steps. */
const STRIDE = 256

/** The words of a language in a bridge. Shorter ones count more: they are nearer to what is typed. */
export function* lexiconWords(bridge: Bridge, lang: string): Steps<Vocabulary> {
  const ofBridge = gathered.get(bridge) ?? new Map<string, Vocabulary>()
  gathered.set(bridge, ofBridge)
  const known = ofBridge.get(lang)
  if (known !== undefined) return known
  const forms = new Set<string>()
  let seen = 0
  for (const word of bridge.words(lang)) {
    if (!word.includes(' ')) forms.add(foldWord(word))
    seen += 1
    if (seen % STRIDE === 0) yield
  }
  const vocabulary = yield* createVocabulary([...forms].map((form) => ({ form, count: 1 / form.length })))
  ofBridge.set(lang, vocabulary)
  return vocabulary
}
