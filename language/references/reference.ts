/** An act or a standard that a text names, under one id whatever the spelling and the language. */

/** Where a text names it. Offsets in UTF-16 code units, `end` exclusive. */
export type ReferenceMention = {
  /**
   * `eu:2024/1689`; before 2015, when numbers were counted by kind, `eu:reg:2001/45`, `eu:dir:1995/46`, `eu:dec:…`;
   * `it:dlgs:2005/82`; `cve:2024-12345`, `rfc:9457`, `iso:27001`, `en:301549`, `nist:sp800-53`.
   */
  id: string
  start: number
  end: number
  /** The article that is named along with it: `#art64bis`. */
  article?: string
  /** Then, where the act alone stands. */
  act?: { start: number; end: number }
  /** Whether what stands there means other things too: it counts only where the act is named otherwise as well. */
  isAmbiguous?: true
}

/** A year of two or four figures as a number: 90 is 1990. */
export function fullYear(written: string): number {
  const year = Number(written)
  return written.length > 2 ? year : year + (year <= LAST_SHORT_YEAR_OF_2000 ? 2000 : 1900)
}

const LAST_SHORT_YEAR_OF_2000 = 50
