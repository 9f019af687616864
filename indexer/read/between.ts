/** Taking out what stands between two signs, in time that grows with the length of the text alone. */

/** Signs that open and close, in small letters, and what stands in their place. */
export type Pair = {
  open: string
  close: string
  /** Longer stretches are no such thing. Default: any length. */
  maxLength?: number
  /** What is put there instead of all between; default a space. */
  instead?: (inside: string) => string
}

/** The text without what stands between the signs, themselves included. What is not closed stays. */
export function withoutBetween(text: string, { open, close, maxLength, instead = () => ' ' }: Pair): string {
  const lower = text.toLowerCase()
  // Some letters change their length in small letters; signs of layout are searched as they are then.
  const where = lower.length === text.length ? lower : text
  let out = ''
  let from = 0
  let closing = -1
  for (let at = where.indexOf(open); at !== -1; at = where.indexOf(open, at)) {
    const inside = at + open.length
    if (closing < inside) closing = where.indexOf(close, inside)
    if (closing === -1) break
    if (closing - inside > (maxLength ?? Number.POSITIVE_INFINITY)) {
      at = inside
      continue
    }
    out += text.slice(from, at) + instead(text.slice(inside, closing))
    from = closing + close.length
    at = from
  }
  return from === 0 ? text : out + text.slice(from)
}
