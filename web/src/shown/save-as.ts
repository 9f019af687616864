/** Saving what is there already. */

/** Lets the browser save a content under a name. */
export function saveAs(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  URL.revokeObjectURL(address)
}
