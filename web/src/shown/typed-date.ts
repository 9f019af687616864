/** Dates as people type them. Pure. */

/** A date as people may type it, as the API takes it; undefined for what is none: `5/2024` and `2024-5` are `2024-05`. */
export function typedDate(text: string): string | undefined {
  const parts = text.trim().split(/[-/.\s]+/)
  if (!parts.every((part) => /^\d+$/.test(part)) || parts.length > 3) return undefined
  const [year = '', month, day] = parts[0]?.length === 4 ? parts : parts.reverse()
  if (year.length !== 4) return undefined
  const isIn = (part: string | undefined, most: number): boolean =>
    part === undefined || (part.length <= 2 && Number(part) >= 1 && Number(part) <= most)
  if (!isIn(month, 12) || !isIn(day, 31)) return undefined
  return [year, month, day].flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join('-')
}
