/**
 * What people type out of habit from other search engines: AND, OR and NOT in capitals, wildcards, names of fields.
 * Taken out of the query where it is no word, with a sentence that says what happens instead.
 */
import { distinctSentences, type Sentence } from '../../sentence.ts'
import type { QueryPart } from './query-part.ts'

const OPERATOR = /^\(*(?:AND|OR|NOT|&&|\|\|)$/
const NEGATION = /^\(*NOT$/
const WILDCARD = /\p{L}{2}\*|\*\p{L}{2}|\p{L}\?\p{L}/u
const FIELD =
  /^\(*((?:all)?in(?:title|text|url)|title|titolo|text|testo|body|author|autore|date|data|lang|lingua|site|source|fonte|topic|tema|filetype):(?!\/)/i

/** The parts of a query without such habits, and sentences about them. Texts and places of the others stay. */
export function withoutHabits(parts: readonly QueryPart[]): { parts: QueryPart[]; warnings: Sentence[] } {
  const isShouted = parts.every(({ text }) => text === text.toUpperCase())
  const operators = new Set<string>()
  const warnings: Sentence[] = []
  const meant: QueryPart[] = []
  // Where the brackets behind NOT close.
  let negated: 'no' | 'next' | 'group' = 'no'
  for (const [index, part] of parts.entries()) {
    const { text, kind } = part
    const isBetween = index > 0 && index < parts.length - 1
    if (kind === 'words' && !part.isExcluded && isBetween && OPERATOR.test(text)) {
      // In a query all of capitals they are words of grammar like others.
      if (!isShouted && NEGATION.test(text)) negated = 'next'
      else if (!isShouted && negated === 'no') operators.add(text.replace(/^\(+/, ''))
      continue
    }
    const isExcluded = part.isExcluded || negated !== 'no'
    if (negated !== 'no')
      warnings.push(negationWarning(kind === 'phrase' ? `"${text}"` : text.replace(/^\(+|\)+$/g, '')))
    if (negated === 'next' && text.startsWith('(')) negated = 'group'
    if (negated === 'next' || text.endsWith(')')) negated = 'no'
    const field = kind === 'words' ? FIELD.exec(text) : null
    const isNaming = field !== null && (field[0].length < text.length || touches(part, parts[index + 1]))
    if (isNaming) warnings.push(fieldWarning(field[1] ?? ''))
    if (kind === 'words' && WILDCARD.test(text)) warnings.push(wildcardWarning(text))
    const from = isNaming ? field[0].length : 0
    meant.push({ ...part, isExcluded, text: text.slice(from), start: part.start + from })
  }
  const hasPhrases = parts.some(({ kind }) => kind === 'phrase')
  if (operators.size > 0) warnings.unshift(operatorWarning([...operators], hasPhrases))
  return { parts: meant, warnings: distinctSentences(warnings) }
}

/** Whether a quotation follows a part without white space; its mark stands between. */
function touches({ text, start }: QueryPart, next: QueryPart | undefined): boolean {
  return next?.kind === 'phrase' && next.start === start + text.length + 1
}

function operatorWarning(operators: readonly string[], hasPhrases: boolean): Sentence {
  const isOne = operators.length === 1
  return {
    en: `${listed(operators, 'and')} ${isOne ? 'is' : 'are'} not searched: all words are looked for anyway, and documents that have all of them come first${hasPhrases ? '; quoted phrases must all be there' : ''}.`,
    it: `${listed(operators, 'e')} non ${isOne ? 'viene cercato' : 'vengono cercati'}: tutte le parole sono cercate comunque, e i documenti che le hanno tutte vengono prima${hasPhrases ? '; le frasi tra virgolette devono esserci tutte' : ''}.`,
  }
}

function negationWarning(text: string): Sentence {
  return {
    en: `NOT is read as a minus: -${text} excludes documents that have it.`,
    it: `NOT è letto come un meno: -${text} esclude i documenti che lo contengono.`,
  }
}

function fieldWarning(name: string): Sentence {
  return {
    en: `"${name}:" is not searched: words are looked for in titles, headings and texts alike.`,
    it: `"${name}:" non viene cercato: le parole si cercano allo stesso modo in titoli, intestazioni e testi.`,
  }
}

function wildcardWarning(text: string): Sentence {
  return {
    en: `* and ? in "${text}" stand for nothing: words are found in all their inflections without them.`,
    it: `* e ? in "${text}" non hanno effetto: le parole si trovano in tutte le loro forme anche senza.`,
  }
}

function listed(words: readonly string[], and: string): string {
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}` : (words[0] ?? '')
}
