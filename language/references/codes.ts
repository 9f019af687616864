/** Numbers of standards and vulnerabilities: CVE, RFC, ISO and IEC, EN and ETSI, UNI, NIST. */
import type { ReferenceMention } from './reference.ts'

type Code = readonly [pattern: RegExp, id: (groups: RegExpExecArray) => string | null]

const ISO_PARTS = '(?:[\\s/-](?:TS|TR|PAS|IS|Guide|DIS|CD))?'

const CODES: readonly Code[] = [
  [
    /(?<![\p{L}\p{N}])CVE[-‐‑–\s](\d{4})[-‐‑–](\d{4,7})(?!\d)/giu,
    ([, year, number]) => `cve:${year}-${number}`,
  ],
  [/(?<![\p{L}\p{N}])RFC[\s-]?(\d{1,5})(?![\p{L}\p{N}])/gu, ([, number]) => `rfc:${Number(number)}`],
  // UNI CEI EN ISO/IEC 27001:2017 is ISO/IEC 27001.
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}])(?:(?:UNI|CEI|EN|DIN|BS)[\\s-]+)*(?:ISO(?:\\s?/\\s?(?:IEC|IEEE|SAE|ASTM))*)${ISO_PARTS}\\s*[-–]?\\s*(\\d{3,5})((?:-\\d{1,3})*)(?::(?:19|20)\\d{2})?(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    ([, number, part = '']) => `iso:${number}${part}`,
  ],
  [
    new RegExp(
      `(?<![\\p{L}\\p{N}/])(?:(?:CEI|EN)[\\s-]+)*IEC${ISO_PARTS}\\s*(\\d{4,5})((?:-\\d{1,3})*)(?::(?:19|20)\\d{2})?(?![\\p{L}\\p{N}])`,
      'gu',
    ),
    ([, number, part = '']) => `iec:${number}${part}`,
  ],
  [
    /(?<![\p{L}\p{N}])ETSI\s+(TS|TR|ES|EG|GS|GR)\s+(\d{3})\s?(\d{3})((?:-\d{1,2})*)(?![\p{L}\p{N}])/gu,
    ([, kind, a, b, part = '']) => `etsi:${kind?.toLowerCase()}${a}${b}${part}`,
  ],
  // EN 301 549, ETSI EN 319 401-1, UNI EN 16931, EN 50600-1:2019
  [
    /(?<![\p{L}\p{N}])(?:(?:UNI|CEI|ETSI|CEN|DIN|BS|CENELEC)[\s-]+)*EN\s+(\d{3}\s\d{3}|\d{3,6})((?:-\d{1,3})*)(?::(?:19|20)\d{2})?(?![\p{L}\p{N}])/gu,
    ([, number = '', part = '']) => `en:${number.replace(/\s/g, '')}${part}`,
  ],
  [
    /(?<![\p{L}\p{N}])UNI(?:\/(?:TR|TS|PdR))?\s+(\d{3,5})((?:-\d{1,3})*)(?::(?:19|20)\d{2})?(?![\p{L}\p{N}])/gu,
    ([, number, part = '']) => `uni:${number}${part}`,
  ],
  [
    /(?<![\p{L}\p{N}])(?:NIST\s+)?SP\s?(800|1800|500)[-‐‑–](\d{1,3}[A-H]?)(?:\s*(?:r|rev\.?\s*)\d)?(?![\p{L}\p{N}])/giu,
    ([, series, number]) => `nist:sp${series}-${number?.toLowerCase()}`,
  ],
  [
    /(?<![\p{L}\p{N}])(?:NIST\s+)?FIPS(?:\s+PUB)?[\s-](\d{3}(?:-\d)?)(?![\p{L}\p{N}])/gu,
    ([, number]) => `nist:fips${number}`,
  ],
]

/** Queries are typed in small letters. */
const IN_ANY_CASE = CODES.map(([pattern, id]): Code => [new RegExp(pattern.source, 'giu'), id])

/** The standards and vulnerabilities that a text names. */
export function* codes(text: string, { ignoresCase = false } = {}): Generator<ReferenceMention> {
  if (!/\d{3}|RFC/i.test(text)) return
  for (const [pattern, idOf] of ignoresCase ? IN_ANY_CASE : CODES) {
    for (const match of text.matchAll(pattern)) {
      const id = idOf(match)
      if (id !== null) yield { id, start: match.index, end: match.index + match[0].length }
    }
  }
}
