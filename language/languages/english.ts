/**
 * English: stop words by word class, the possessive and contracted verbs. Data; one list a class.
 */
import { type Language, wordSet } from '../language.ts'
import { baseFormsOf } from './english-bases.ts'
import { englishInitials, stemEnglish } from './english-stem.ts'

const stopWords = wordSet(
  // articles, demonstratives
  'a an the this that these those',
  // prepositions
  'of at by for with about against between into through during before after above below to from up down in out',
  'on off over under',
  // conjunctions, adverbs of grammar
  'and but if or because as until while again further then once here there than too very so just only also',
  'not no nor yes now such own same both each few more most other some any all',
  // pronouns and possessives
  'i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers',
  'herself it its itself they them their theirs themselves us',
  // interrogatives
  'what which who whom whose when where why how',
  // auxiliaries
  'am is are was were be been being have has had having do does did doing',
  'would should could ought can will shall may might must cannot',
  // contractions that do not come apart into a word and a clitic
  "isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't shan't shouldn't can't",
  "couldn't mustn't let's ain't",
)

/** Nouns for which Italian has an infinitive as well: *il potere*, *il dovere*, *il sapere*, *il piacere*. */
const NOUNS = wordSet('power authority duty obligation knowledge pleasure opinion view wealth')

/** English. How words are reduced stands in english-stem.ts and english-bases.ts. */
export const english: Language = {
  code: 'en',
  stopWords,
  elisions: wordSet('o d l'),
  namesAfterElision: new Set(),
  clitics: wordSet('s t d m ll re ve'),
  stem: stemEnglish,
  baseForms: baseFormsOf,
  isInfinitive: (word) => !NOUNS.has(word),
  formInitials: englishInitials,
}
