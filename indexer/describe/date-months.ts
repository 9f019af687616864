/** Names of months as dates are written with, Italian and English. */

const NAMES: readonly (readonly string[])[] = [
  ['gennaio', 'january', 'genn', 'gen', 'jan'],
  ['febbraio', 'february', 'febbr', 'feb'],
  ['marzo', 'march', 'mar'],
  ['aprile', 'april', 'apr'],
  ['maggio', 'magg', 'mag', 'may'],
  ['giugno', 'june', 'giu', 'jun'],
  ['luglio', 'july', 'lug', 'jul'],
  ['agosto', 'august', 'ago', 'aug'],
  ['settembre', 'september', 'sett', 'sept', 'set', 'sep'],
  ['ottobre', 'october', 'ott', 'oct'],
  ['novembre', 'november', 'nov'],
  ['dicembre', 'december', 'dic', 'dec'],
]

const NUMBERS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, index) => names.map((name) => [name, index + 1] as const)),
)

/** Any of the names, longest first, as a part of a regular expression that does not look at case. */
export const MONTH = [...NUMBERS.keys()].sort((a, b) => b.length - a.length).join('|')

/** 1 to 12, of a name in any case; 0 if it is none. */
export function monthNumber(name: string): number {
  return NUMBERS.get(name.toLowerCase()) ?? 0
}
