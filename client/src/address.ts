/** Addresses of the API, from the address of the service on. */

/** The path of a document. */
export function documentPath(id: string): string {
  return `/v1/documents/${encodeURIComponent(id)}`
}

/** Parameters as a query with its question mark: lists name by name, what is undefined left out. */
export function queryOf(params: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) query.append(name, String(one))
    }
  }
  const text = query.toString()
  return text === '' ? '' : `?${text}`
}
