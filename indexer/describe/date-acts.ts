/**
 * The date in an act's own title: "LEGGE 7 agosto 1990, n. 241", "Regulation (EU) 2016/679 … of 27 April 2016",
 * "Ordinanza n. 12 del 3 luglio 2023", "Verbale della seduta del 3 luglio 2023".
 */
import type { Block } from '../document.ts'
import { type DateOptions, datesIn, type FoundDate } from './date-words.ts'

const KINDS = [
  'legge(?: (?:regionale|provinciale|costituzionale|statale|quadro))?|decreto(?:[ -]legge| legislativo| ministeriale| dirigenziale| del presidente del(?:la repubblica| consiglio(?: dei ministri)?))?|d\\.? ?lgs|d\\.p\\.c\\.m|d\\.p\\.r|d\\.m|regolamento|direttiva|decisione|raccomandazione|parere|risoluzione',
  'deliberazione|delibera|determinazione|determina|ordinanza|circolare|direttoriale|provvedimento|sentenza|verbale|resoconto|comunicato stampa|nota|avviso|bollettino|atto|prot(?:ocollo|\\.)?',
  'law|act|decree|regulation|directive|decision|recommendation|opinion|resolution|order|circular|judgment|judgement|ruling|minutes|press release|notice|bulletin|communication',
  '(?:commission |council |delegated |implementing |corte |consiglio )+(?:regulation|directive|decision|recommendation|opinion)',
]
const OPENING = new RegExp(`^(?:${KINDS.join('|')})(?!\\p{L})`, 'iu')
const LINK =
  /(?:\s(?:del(?:l['’])?|of(?: the)?|dated|in data|dd\.?|held on|tenutasi il|from)\s+|[,–—-]\s*)$/iu
/** Words that make the line a text about the act. */
const ABOUT =
  /[?]|(?<!\p{L})(?:cosa|cambia|come|perché|guida|analisi|commento|what|how|why|guide|explained|analysis|repeal\p{L}*|abrog\p{L}*|modific\p{L}*|amend\p{L}*|recante|supplementing|pursuant|ai sensi)(?!\p{L})/iu
const WITHIN = 3
const MAX_LENGTH = 500
const MAX_BEFORE = 200

/** The date in the title of an act that opens the document, and the block that it stands in; null if none does. */
export function dateOfAct(
  blocks: readonly Block[],
  title: string | undefined,
  options: DateOptions,
): { date: FoundDate; text: string } | null {
  const texts = [...(title === undefined ? [] : [title]), ...blocks.slice(0, WITHIN).map(({ text }) => text)]
  for (const [index, line] of texts.entries()) {
    const text = line.slice(0, MAX_LENGTH)
    if (!OPENING.test(text)) continue
    // A long title goes on in the line below: "of 27 April 2016", "del 27 aprile 2016".
    const below = texts[index + 1]?.slice(0, MAX_BEFORE) ?? ''
    const whole = /^(?:of|del|dell['’]|of the)\s/i.test(below) ? `${text} ${below}` : text
    const [date] = datesIn(whole, options)
    if (date === undefined || date.precision !== 'day' || date.isRange || date.start > MAX_BEFORE) continue
    const before = whole.slice(0, date.start)
    const isDirect = OPENING.exec(before)?.[0].length === before.trimEnd().length
    if (
      (isDirect || LINK.test(before)) &&
      !ABOUT.test(before) &&
      !/[.;]\s/.test(before.replace(/\b(?:n|nr|no|art|d|l|lgs|prot|p|c|m|r)\.\s/gi, ''))
    )
      return { date, text: whole }
  }
  return null
}
