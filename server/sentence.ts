/** What people are told, in the languages that the service speaks. Pure. */
import type { LabelLanguage } from './topics.ts'

/** A sentence, in each language. */
export type Sentence = Readonly<Record<LabelLanguage, string>>

/** A sentence, or one that is there in English only: what programs are told, not people. */
export type Told = string | Sentence

/** The sentence in a language. */
export function inLanguage(told: Told, lang: LabelLanguage): string {
  return typeof told === 'string' ? told : told[lang]
}

/** Sentences one after the other. */
export function joinedSentences(all: readonly Told[]): Sentence {
  const joined = (lang: LabelLanguage): string => all.map((told) => inLanguage(told, lang)).join(' ')
  return { en: joined('en'), it: joined('it') }
}

/** Each sentence once, in their order. */
export function distinctSentences(sentences: readonly Sentence[]): Sentence[] {
  return [...new Map(sentences.map((sentence) => [sentence.en, sentence])).values()]
}
