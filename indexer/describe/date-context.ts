/** What a date is of, if the words around it say that it is not the document's own. */
import type { FoundDate } from './date-words.ts'

/** A few small words between what says it and the date. */
const NEAR = "(?:\\s*[:(]?\\s*(?:\\p{L}+['’]?\\s*){0,3})?[\\s:('’|–—-]*$"

/** Words right before a date, and what it is then. */
const BEFORE: readonly (readonly [what: string, before: RegExp])[] = [
  [
    'a version number',
    /(?<!\p{L})(?:v|ver|vers|version|versione|release|rel|build|firmware|kernel)[.\s:_-]{0,2}$/iu,
  ],
  [
    'a deadline',
    new RegExp(
      `(?<!\\p{L})(?:entro|scad\\p{L}*|termin[ei]|fino|sino|non oltre|prorogat\\p{L}+|deadline|closing|expir\\p{L}+|due|no later than|not later than|apply|submit\\p{L}*|valid[oaie]?|until|till|chiude|chiusura)${NEAR}`,
      'iu',
    ),
  ],
  ['a deadline', /(?<!\p{L})(?:by|before|prima del)\s+(?:the\s+)?$/iu],
  [
    'a birthday or a death',
    new RegExp(
      `(?<!\\p{L})(?:nat[oaie]|nacque|nascita|born|birth\\p{L}*|compleanno|mort[oaie]|died|death|deceas\\p{L}+|scompars[oa])${NEAR}`,
      'iu',
    ),
  ],
  [
    'an event to come',
    new RegExp(
      `(?<!\\p{L})(?:si (?:terrà|terranno|svolgerà|svolgeranno)|avrà luogo|in programma|previst[oaie]|prossim[oaie]|appuntamento|quando|when|scheduled|planned|will (?:be held|take place|begin|start)|save the date|event[oi]?(?: date)?|inizio|start(?:s|ing)?|decorr\\p{L}+|a partire|in vigore|enters? into force|effective|a decorrere)${NEAR}`,
      'iu',
    ),
  ],
  ['a signature in a sample', /(?:signature|firma) (?:of|di|del|della) [^.;:]{2,60}$/iu],
  ['a period', /(?<!\p{L})(?:dal|dall['’]|from|since|as at|al|alla data del|periodo)\s*:?\s*$/iu],
  ['a number, not a date', /(?:€|\$|£|(?<!\p{L})(?:tel|fax|phone|cell|ip|iban|iva)\b)[.:\s]*$/iu],
]

/** The act that a date belongs to. */
const ACT_BEFORE =
  /(?<!\p{L})(?:legge|decreto(?:[ -]legge)?|d\.? ?lgs\.?|d\.? ?l\.?|d\.p\.[rc]\.?(?:m\.?)?|direttiva|regolamento|regulation|directive|decision[ei]?|law|act|decree|delibera(?:zione)?|determina(?:zione)?|circolare|sentenza|ordinanza)(?:\s[^.;:]{0,60})?\s(?:(?:del|of|in data)\s+)?$/iu

/** The name of what a date is, if it is not that of the document: "a deadline"; null if nothing speaks against it. */
export function otherMeaning(text: string, { start, end, isFigures, words }: FoundDate): string | null {
  const before = text.slice(Math.max(0, start - 70), start)
  for (const [what, pattern] of BEFORE) {
    // A version with slashes, or with the year first behind a space, is the date of a version.
    const isVersion = what === 'a version number'
    if (isVersion && (!isFigures || words.includes('/') || (/^\d{4}/.test(words) && /\s$/.test(before))))
      continue
    if (pattern.test(before)) return what
  }
  const after = text.slice(end, end + 12)
  if (/^\s*,?\s*(?:n\.|n°|nr\.|no\.|numero\s)\s*\d/i.test(after) || ACT_BEFORE.test(before))
    return 'the date of an act'
  return null
}
