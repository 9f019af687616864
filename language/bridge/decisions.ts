/**
 * Decisions about single pairs of an Italian and an English word or term: that they are translations of each other, or that
 * they are none. Kept as the texts of two lexicons that people may edit, too; other lines stay as they are. No I/O.
 *
 * A pair is rejected in all its forms, *cavo – cable* with *cavi – cables*; what is added is added as it is written.
 */
import { analyze, termsOfUnit } from '../analyzer.ts'
import { tidyWord } from './import/pairs.ts'
import { LexiconError, MAX_LENGTH, MAX_TRANSLATIONS, parseLexicon } from './lexicon.ts'
import { areSame } from './sides.ts'

/** A pair of words or terms. */
export type Pair = { it: string; en: string }

/** A pair, and whether it is none. */
export type Decision = Pair & { rejected: boolean }

/** The texts of the lexicons that hold decisions; empty if there is none yet. */
export type DecisionTexts = { own: string; rejected: string }

/** What a decision changes. */
export type Decided = {
  /** The decision as it is kept. */
  decision: Decision
  /** Whether nothing was decided of the pair before, something else, or the same: then the texts are as before. */
  did: 'added' | 'changed' | 'nothing'
  texts: DecisionTexts
}

/** A sentence in both languages. */
type Said = Readonly<Record<keyof Pair, string>>

/** A decision that cannot be made as things are; what it says, says what to do. Its message is English. */
export class DecisionError extends LexiconError {
  readonly said: Said

  constructor(said: Said) {
    super(said.en)
    this.said = said
  }
}

/** Why a side of a pair cannot be. */
export type Objection = { side: keyof Pair; detail: Said }

/** Decisions of one kind: with each new one all are looked at. */
const MAX_DECISIONS = 10_000

const HEADS: DecisionTexts = {
  own: '# via: own\n',
  rejected: '# via: own\n# Pairs that are no translations, whatever other lexicons say.\n',
}

/** A pair as a lexicon writes it. */
export function tidyPair({ it, en }: Pair): Pair {
  return { it: tidyWord(it), en: tidyWord(en) }
}

/** What keeps a pair from ever being found; none if it can be decided. */
export function objectionsTo(pair: Pair): Objection[] {
  return (['it', 'en'] as const).flatMap((side) => {
    const detail = objectionTo(pair[side], side)
    return detail === undefined ? [] : [{ side, detail }]
  })
}

function objectionTo(text: string, lang: string): Said | undefined {
  const word = tidyWord(text)
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text
  if (word.length > MAX_LENGTH) {
    return {
      en: `"${shown}" has ${word.length} characters; a word or term may have ${MAX_LENGTH}.`,
      it: `"${shown}" ha ${word.length} caratteri; una parola o un termine può averne ${MAX_LENGTH}.`,
    }
  }
  if (word !== '' && !/\p{L}/u.test(word)) {
    return {
      en: `"${shown}" has no letter; numbers need no translation.`,
      it: `"${shown}" non ha lettere; i numeri non hanno bisogno di traduzione.`,
    }
  }
  if (word === '' || word.startsWith('#') || analyze(word, lang).length === 0) {
    return {
      en: `"${shown}" has no word that searches look for in language "${lang}": it is empty, or only words such as articles and prepositions.`,
      it: `"${shown}" non ha parole che si cerchino nella lingua "${lang}": è vuoto, o ha solo parole come articoli e preposizioni.`,
    }
  }
  return undefined
}

/**
 * Decides of a pair, as {@link tidyPair} gives it.
 *
 * @throws {DecisionError} if the pair is known the other way round, a word has too many translations, or there are too many
 * @throws {LexiconError} if one of the texts is no lexicon
 */
export function decide(texts: DecisionTexts, { it, en, rejected }: Decision): Decided {
  const pair = { it, en }
  const decisions = decisionsIn(texts)
  const turned = decisions.find((one) => isWritten(one, { it: en, en: it }) && !isWritten(one, pair))
  if (turned !== undefined) {
    throw new DecisionError({
      en: `"${turned.it}" – "${turned.en}" is decided the other way round. Take that back first, or change the sides.`,
      it: `"${turned.it}" – "${turned.en}" è deciso al contrario. Prima annulla quella decisione, o scambia i lati.`,
    })
  }
  const isSame = rejected ? hasForms(pair) : (one: Pair) => isWritten(one, pair)
  const known = decisions.find((one) => one.rejected === rejected && isSame(one))
  const isAgainst = hasForms(pair)
  const against = decisions.some((one) => one.rejected !== rejected && isAgainst(one))
  if (known !== undefined && !against) return { decision: known, did: 'nothing', texts }
  const [to, from] = rejected ? (['rejected', 'own'] as const) : (['own', 'rejected'] as const)
  if (known === undefined) requireRoom(decisions, pair, rejected)
  return {
    decision: known ?? { it, en, rejected },
    did: against ? 'changed' : 'added',
    texts: {
      ...texts,
      [to]: known === undefined ? withPair(texts[to], to, pair) : texts[to],
      [from]: against ? withoutPairs(texts[from], isAgainst) : texts[from],
    },
  }
}

/**
 * Takes back what was decided of a pair. An added pair that is written so goes before others with the same forms.
 *
 * @returns what was taken back; undefined if nothing was decided
 * @throws {LexiconError} if one of the texts is no lexicon
 */
export function takeBack(
  texts: DecisionTexts,
  pair: Pair,
): { decisions: Decision[]; texts: DecisionTexts } | undefined {
  const decisions = decisionsIn(texts)
  const written = decisions.filter((one) => isWritten(one, pair))
  const gone = written.length > 0 ? written : decisions.filter(hasForms(pair))
  if (gone.length === 0) return undefined
  const isGone = (one: Pair): boolean => gone.some((other) => isWritten(one, other))
  return {
    decisions: gone,
    texts: { own: withoutPairs(texts.own, isGone), rejected: withoutPairs(texts.rejected, isGone) },
  }
}

/**
 * All decisions, added pairs first, in the order of the texts.
 *
 * @throws {LexiconError} if one of the texts is no lexicon
 */
export function decisionsIn({ own, rejected }: DecisionTexts): Decision[] {
  const pairsOf = (text: string, name: string): Pair[] =>
    parseLexicon(text, 'it', 'en', name).entries.map(({ source, target }) => ({ it: source, en: target }))
  return [
    ...pairsOf(own, 'own.tsv').map((pair) => ({ ...pair, rejected: false })),
    ...pairsOf(rejected, 'rejected.tsv').map((pair) => ({ ...pair, rejected: true })),
  ]
}

/** Whether two pairs are written the same, whatever their case. */
function isWritten(one: Pair, other: Pair): boolean {
  return keyOf(one) === keyOf(other)
}

function keyOf({ it, en }: Pair): string {
  return `${it}\t${en}`.toLowerCase()
}

/** Whether a pair has the forms of this one: the same terms on both sides. */
function hasForms(pair: Pair): (one: Pair) => boolean {
  const [it, en] = [termsOfUnit(pair.it, 'it'), termsOfUnit(pair.en, 'en')]
  return (one) => areSame(termsOfUnit(one.it, 'it'), it) && areSame(termsOfUnit(one.en, 'en'), en)
}

function requireRoom(all: readonly Decision[], pair: Pair, rejected: boolean): void {
  const decisions = all.filter((one) => one.rejected === rejected)
  if (decisions.length >= MAX_DECISIONS) {
    throw new DecisionError({
      en: `${decisions.length} pairs are ${rejected ? 'rejected' : 'added'} here, the most that are taken one by one. Put lists into a lexicon of their own: bifora lexicon add list.tsv`,
      it: `Qui sono ${rejected ? 'rifiutate' : 'aggiunte'} ${decisions.length} coppie, il massimo che si accetti una per una. Metti gli elenchi in un lessico a parte: bifora lexicon add elenco.tsv`,
    })
  }
  for (const side of ['it', 'en'] as const) {
    const count = decisions.filter((one) => one[side] === pair[side]).length
    if (count < MAX_TRANSLATIONS) continue
    throw new DecisionError({
      en: `"${pair[side]}" has ${count} translations here already, the most that a word may have. Take some back first.`,
      it: `"${pair[side]}" ha già qui ${count} traduzioni, il massimo per una parola. Prima annullane qualcuna.`,
    })
  }
}

function withPair(text: string, kind: keyof DecisionTexts, { it, en }: Pair): string {
  const before = text === '' ? HEADS[kind] : text
  return `${before}${before.endsWith('\n') ? '' : '\n'}${it}\t${en}\n`
}

/** A text without the lines of some pairs; comments and other lines stay. */
function withoutPairs(text: string, isGone: (pair: Pair) => boolean): string {
  const stays = (line: string): boolean => {
    if (line.startsWith('#') || line.trim() === '') return true
    const [it = '', en = ''] = line.split('\t').map((column) => column.trim().normalize('NFC'))
    return !isGone({ it, en })
  }
  return text.split('\n').filter(stays).join('\n')
}
