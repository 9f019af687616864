/** Going back to the results that a document was opened from. */

/**
 * Goes back in the history of the window where the state before this one is the address, so that the results are where they
 * were left; false where it is another, or where the browser does not tell.
 *
 * @param query of the address, with its question mark
 */
export function wentBackTo(query: string): boolean {
  const entries = globalThis.navigation?.entries()
  const before = entries?.[(globalThis.navigation?.currentEntry?.index ?? 0) - 1]
  if (before?.url == null || new URL(before.url).search !== query.replace(/^\?$/, '')) return false
  history.back()
  return true
}
