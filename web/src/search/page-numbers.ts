/** Which pages are offered, of many. Pure. */

/** Pages on either side of the one that is shown. */
const AROUND = 2

/**
 * The first, the last and those around a page, in their order; `undefined` stands for those left out between. Where one
 * alone would be left out it is there itself.
 */
export function pageNumbers(page: number, pages: number): (number | undefined)[] {
  const offered = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= AROUND,
  )
  return offered.flatMap((number, index) => {
    const left = number - (offered[index - 1] ?? 0) - 1
    if (left === 0) return [number]
    return left === 1 ? [number - 1, number] : [undefined, number]
  })
}
